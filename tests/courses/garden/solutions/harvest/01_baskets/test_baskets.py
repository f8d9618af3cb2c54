from baskets import is_full


def test_ten_fill_it():
    assert is_full(["apple"] * 10)


def test_nine_do_not():
    assert not is_full(["apple"] * 9)
