from none_on_purpose import Shop


def test_discount():
    assert Shop().discount == 5
