import parcel
import pytest


def test_everything_at_once():
    assert parcel.price(3500, "home", express=True, insured=10000) == 1500


def test_errors():
    with pytest.raises(ValueError):
        parcel.price(0, "home")
    with pytest.raises(LookupError):
        parcel.price(500, "moon")
    with pytest.raises(ValueError):
        parcel.price(500, "world", express=True)
