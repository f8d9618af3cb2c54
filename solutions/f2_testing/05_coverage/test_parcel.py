import parcel
import pytest


@pytest.mark.parametrize(
    ("zone", "cents"), [("home", 400), ("europe", 900), ("world", 2100)]
)
def test_zones(zone, cents):
    assert parcel.price(500, zone) == cents


@pytest.mark.parametrize(
    ("grams", "cents"), [(1, 400), (2000, 400), (2001, 550), (3000, 550), (3001, 700)]
)
def test_weight(grams, cents):
    assert parcel.price(grams, "home") == cents


def test_express():
    assert parcel.price(500, "europe", express=True) == 1800
    assert parcel.price(2500, "home", express=True) == 1100


@pytest.mark.parametrize(
    ("insured", "cents"), [(0, 400), (1, 450), (5000, 450), (5199, 451), (10000, 500)]
)
def test_insurance(insured, cents):
    assert parcel.price(500, "home", insured=insured) == cents


def test_insurance_is_not_doubled():
    assert parcel.price(500, "home", express=True, insured=10000) == 900


@pytest.mark.parametrize("grams", [0, -1])
def test_no_weight(grams):
    with pytest.raises(ValueError):
        parcel.price(grams, "home")


def test_unknown_zone():
    with pytest.raises(LookupError):
        parcel.price(500, "moon")


def test_no_express_to_the_world():
    with pytest.raises(ValueError):
        parcel.price(500, "world", express=True)
