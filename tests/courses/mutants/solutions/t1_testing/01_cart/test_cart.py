import pytest

from cart import mean, total


@pytest.mark.parametrize(("count", "price"), [(0, 0), (1, 5), (9, 45), (10, 45), (20, 90)])
def test_total(count, price):
    assert total(5, count) == price


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError):
        total(5, -1)


def test_mean():
    assert mean([1, 2]) == 1.5


def test_the_mean_of_nothing():
    assert mean([]) == 0
