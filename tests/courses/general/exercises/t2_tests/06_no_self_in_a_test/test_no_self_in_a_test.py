from no_self_in_a_test import Shape


def test_area():
    assert Shape().area(3) == 9
