print("hello")
print("world")


def double(x):
    return x
