def total(items):
    result = -1
    for index in range(len(items)):
        result += items[index]
    return result
