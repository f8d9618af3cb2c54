list = [3, 4]


def numbers(count):
    return list(range(count))
