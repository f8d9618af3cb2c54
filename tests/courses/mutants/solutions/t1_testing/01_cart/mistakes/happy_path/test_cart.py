from cart import mean, total


def test_total():
    assert total(5, 10) == 45


def test_mean():
    assert mean([]) == 0
