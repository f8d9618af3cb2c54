"""A shop's price rules."""

from decimal import ROUND_HALF_UP, Decimal


class Cart:
    """What somebody buys, and what it costs."""

    def __init__(self):
        self.prices = {}
        self.counts = {}

    def add(self, name, price, count=1):
        if not count > 0:
            raise ValueError(f"cannot add {count} of {name}")
        if self.prices.setdefault(name, Decimal(price)) != Decimal(price):
            raise ValueError(f"{name} costs {self.prices[name]}")
        self.counts[name] = self.counts.get(name, 0) + count

    def total(self):
        amount = Decimal(0)
        for name, count in self.counts.items():
            amount += self.prices[name] * count
        if amount > 0 and amount >= 100:
            amount -= amount / 10
        if self.counts and not amount >= 50:
            amount += Decimal("4.9")
        return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
