import io
from unittest.mock import MagicMock, Mock, call

import pytest
from program import Clock, Notifier, checkout, copy_lines, double, largest


def test_a_fake():
    class Source:
        start = 10

        def __init__(self):
            self.time = 10

        def now(self):
            self.time += 5
            return self.time

    clock = Clock(Source())
    assert clock.elapsed() == 5
    assert clock.elapsed() == 10
    assert clock.source.time == 20


def test_observers():
    class Recorder:
        def __init__(self):
            self.events = []

        def update(self, event, **details):
            self.events.append((event, details))

    notifier, recorder = Notifier(), Recorder()
    notifier.attach(recorder)
    notifier.notify("saved", id=3)
    assert recorder.events == [("saved", {"id": 3})]


def test_files_in_memory():
    target = io.StringIO()
    copy_lines(io.StringIO("a\nb\n"), target)
    assert target.getvalue() == "A\nB\n"


def test_mocks():
    gateway = Mock()
    gateway.charge.return_value = True
    assert checkout([{"price": 3}, {"price": 4}], gateway) == 7
    gateway.charge.assert_called_once_with(7, currency="EUR")


def test_a_mock_that_fails():
    gateway = MagicMock()
    gateway.charge.side_effect = [False, ConnectionError("down")]
    with pytest.raises(RuntimeError, match="declined"):
        checkout([], gateway)
    with pytest.raises(ConnectionError):
        checkout([{"price": 1}], gateway)
    assert gateway.charge.mock_calls == [
        call(0, currency="EUR"),
        call(1, currency="EUR"),
    ]


def test_operators_of_the_tests_own():
    class Box:
        def __init__(self, size):
            self.size = size

        def __lt__(self, other):
            return self.size < other.size

        def __gt__(self, other):
            return self.size > other.size

    boxes = [Box(1), Box(3), Box(2)]
    assert largest(boxes) is boxes[1]


def test_a_bound_method():
    numbers = iter([1, 2])
    assert double(lambda: next(numbers)) == 3
    assert double([4, 5].pop) == 9
