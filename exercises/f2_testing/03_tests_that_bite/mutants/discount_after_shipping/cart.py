"""A shop's price rules."""

from decimal import ROUND_HALF_UP, Decimal


class Cart:
    """What somebody buys, and what it costs.

    The total is the sum of the lines; from 100.00 on, 10 % less. Then shipping is
    added: 4.90, unless the amount after the discount is 50.00 or more. In the end it
    is rounded to cents, half a cent up. An empty cart costs 0.00, without shipping.
    """

    def __init__(self):
        self._lines = {}

    def add(self, name, price, count=1):
        """Put some of an article into the cart; the price is a text such as "3.50".

        What is added again is added up. A count below 1 and another price for the
        same article raise ValueError.
        """
        if count < 1:
            raise ValueError("count must be at least 1")
        old_price, old_count = self._lines.get(name, (Decimal(price), 0))
        if old_price != Decimal(price):
            raise ValueError("the same article at another price")
        self._lines[name] = (old_price, old_count + count)

    def total(self):
        """Return what everything costs, with discount and shipping."""
        if not self._lines:
            return Decimal("0.00")
        amount = sum(price * count for price, count in self._lines.values())
        discount = Decimal("0.9") if amount >= 100 else 1
        if amount < 50:
            amount += Decimal("4.90")
        elif amount > Decimal("95.10"):
            discount = Decimal("0.9")
        amount *= discount
        return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
