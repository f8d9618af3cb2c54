import itertools


def countdown(start):
    while start > 0:
        yield start
        start -= 2


def averager():
    total, count, average = 0, 0, None
    while True:
        total += yield average
        count += 1
        average = total / count


def chunks(items, size):
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk


class Evens:
    def __init__(self, stop):
        self.at, self.stop = -2, stop

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 2
        if self.at >= self.stop:
            raise StopIteration
        return self.at


def squares(numbers):
    return map(lambda n: n * n, numbers)
