import parcel


def test_price():
    assert parcel.price(500, "home") == 400


def test_express():
    parcel.price(500, "europe", express=True)
