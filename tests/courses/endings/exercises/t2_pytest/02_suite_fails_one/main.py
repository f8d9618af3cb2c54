def double(x):
    print("doubling", x)
    if isinstance(x, str):
        return x
    return x * 2
