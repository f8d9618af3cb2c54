def double(x):
    while True:
        x = x
