import itertools

import pytest
from program import Evens, averager, chunks, countdown, squares


def test_values():
    assert list(countdown(3)) == [3, 2, 1]
    assert next(countdown(9)) == 9
    assert sum(countdown(4)) == 10
    assert list(squares([1, 2, 3])) == [1, 4, 9]


def test_it_is_lazy():
    seen = []

    def source():
        for number in range(5):
            seen.append(number)
            yield number

    parts = chunks(source(), 2)
    assert seen == []
    assert next(parts) == [0, 1]
    assert seen == [0, 1]
    assert list(parts) == [[2, 3], [4]]


def test_the_end():
    numbers = countdown(1)
    next(numbers)
    with pytest.raises(StopIteration):
        next(numbers)


def test_send_and_close():
    averages = averager()
    next(averages)
    assert averages.send(10) == 10
    assert averages.send(20) == 15
    averages.close()


def test_an_iterator_class():
    assert list(Evens(6)) == [0, 2, 4]
    assert 4 in Evens(9)
    assert list(itertools.islice(Evens(100), 2)) == [0, 2]
