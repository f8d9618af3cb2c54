import sys


def greet(name):
    print(f"Hello, {name}!")
    print("warning", file=sys.stderr)
    return len(name)
