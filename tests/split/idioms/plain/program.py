LIMIT = 10


def add(a, b=1, *, scale=1):
    return (a + b) * scale


def shapes():
    return {
        "list": [1, 2.5],
        "tuple": (1, "a"),
        "set": {1, 2},
        "bytes": b"x",
        "none": None,
        "big": 10**40,
    }
