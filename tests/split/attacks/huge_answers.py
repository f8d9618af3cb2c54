# tries: answers larger than anybody takes
# passes: 0 1
everything("x" * (64 << 20))


def half(number):
    return 1 << 100_000_000


def numbers(count):
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return deep


def apply(function, value):
    return [[number] for number in range(3_000_000)]
