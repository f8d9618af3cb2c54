from decimal import Decimal

from cart import Cart


def test_total():
    cart = Cart()
    cart.add("tea", "3.50", 2)
    assert cart.total() == Decimal("11.90")
