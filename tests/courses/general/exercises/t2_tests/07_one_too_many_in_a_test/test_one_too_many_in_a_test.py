from one_too_many_in_a_test import count


def test_some():
    assert count("banana", "a") == 3


def test_none():
    assert count("banana", "x") == 0
