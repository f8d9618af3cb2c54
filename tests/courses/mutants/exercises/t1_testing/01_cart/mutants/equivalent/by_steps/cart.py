"""The sums of a shopping cart."""


def total(price, count):
    """What so many pieces cost."""
    if count < 0:
        raise ValueError(f"{count} is negative")
    result = 0
    for _ in range(count):
        result += price
    if count > 9:
        result -= result // 10
    return result


def mean(prices):
    """What a piece costs."""
    if not prices:
        return 0
    return sum(prices) / len(prices)
