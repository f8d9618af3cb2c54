from baskets import is_full


def test_nothing():
    assert not is_full([])
