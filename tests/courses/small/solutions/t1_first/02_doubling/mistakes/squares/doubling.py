def double(value):
    return value * value
