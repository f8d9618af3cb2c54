from decimal import Decimal

import pytest
from cart import Cart


def total(*lines):
    cart = Cart()
    for line in lines:
        cart.add(*line)
    return cart.total()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([], "0.00", id="nothing"),
        pytest.param([("tea", "3.50")], "8.40", id="one"),
        pytest.param([("tea", "3.50", 2)], "11.90", id="two"),
        pytest.param([("tea", "10.00"), ("rice", "20.00")], "34.90", id="two_lines"),
        pytest.param([("tea", "49.99")], "54.89", id="just_with_shipping"),
        pytest.param([("tea", "50.00")], "50.00", id="just_without_shipping"),
        pytest.param([("tea", "99.99")], "99.99", id="just_without_discount"),
        pytest.param([("tea", "100.00")], "90.00", id="just_with_discount"),
        pytest.param([("tea", "0.005")], "4.91", id="half_a_cent"),
    ],
)
def test_total(lines, expected):
    assert total(*lines) == Decimal(expected)


def test_what_is_added_again_is_added_up():
    assert total(("tea", "10.00", 2), ("tea", "10.00")) == Decimal("34.90")


@pytest.mark.parametrize("count", [0, -1])
def test_a_count_below_one_is_refused(count):
    with pytest.raises(ValueError, match="count must be at least 1"):
        Cart().add("tea", "1.00", count)


def test_another_price_is_refused():
    cart = Cart()
    cart.add("tea", "1.00")
    with pytest.raises(ValueError):
        cart.add("tea", "2.00")
