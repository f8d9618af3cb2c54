import sys


def greet(name):
    print(f"Hi, {name}!")
    print("warning", file=sys.stderr)
    return len(name)
