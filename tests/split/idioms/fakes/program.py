class Clock:
    def __init__(self, source):
        self.source = source

    def elapsed(self):
        return self.source.now() - self.source.start


class Notifier:
    def __init__(self):
        self._observers = []

    def attach(self, observer):
        self._observers.append(observer)

    def notify(self, event, **details):
        for observer in self._observers:
            observer.update(event, **details)


def copy_lines(source, target):
    for line in source:
        target.write(line.upper())


def checkout(cart, gateway):
    total = sum(item["price"] for item in cart)
    if not gateway.charge(total, currency="EUR"):
        raise RuntimeError("declined")
    return total


def largest(boxes):
    return max(boxes)


def double(function):
    return function() + function()
