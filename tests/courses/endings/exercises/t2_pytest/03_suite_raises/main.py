def double(x):
    return x * undefined_name
