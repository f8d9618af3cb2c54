from mistyped_for_a_test import area


def test_area():
    assert area(2, 3) == 6
