def double(number):
        result = number * 2
    return result
