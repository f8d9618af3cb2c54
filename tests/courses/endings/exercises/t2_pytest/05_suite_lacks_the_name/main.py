def dubble(x):
    return x * 2
