import dropped_in_a_test


def test_area():
    assert dropped_in_a_test.area(2, 3) == 6
