import parcel
import pytest


def test_prices():
    parcel.price(500, "home")
    parcel.price(3500, "home", express=True, insured=10000)


def test_errors():
    with pytest.raises(ValueError):
        parcel.price(0, "home")
    with pytest.raises(LookupError):
        parcel.price(500, "moon")
    with pytest.raises(ValueError):
        parcel.price(500, "world", express=True)
