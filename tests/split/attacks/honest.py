# tries: being right: a suite that nobody can pass proves nothing
# passes: 17


def double(number):
    return 2 * number


def half(number):
    return number / 2


def greet(name):
    return f"Hello, {name}!"


def numbers(count):
    return list(range(1, count + 1))


def fill(items, count):
    items.extend(numbers(count))


def root(number):
    if number < 0:
        raise ValueError("negative")
    return number**0.5


def apply(function, value):
    return function(value)


def call(function):
    function(5)


def save(path):
    with open(path, "w") as file:
        file.write("saved")


class Account:
    def __init__(self, amount):
        self._amount = amount

    def balance(self):
        return self._amount


def shout(text):
    print(text.upper())
