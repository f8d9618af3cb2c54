from baskets import is_full


def test_nine():
    assert is_full(["apple"] * 9)
