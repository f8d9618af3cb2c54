from printed_in_a_test import area


def test_area():
    assert area(2, 3) == 6
