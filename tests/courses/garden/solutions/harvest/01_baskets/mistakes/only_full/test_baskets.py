from baskets import is_full


def test_many():
    assert is_full(["apple"] * 100)
