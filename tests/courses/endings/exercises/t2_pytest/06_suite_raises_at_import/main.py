table = {}
limit = table["limit"]


def double(x):
    return x * 2
