def total(items):
    result = 0
    for index in range(len(items) + 1):
        result += items[index]
    return result
