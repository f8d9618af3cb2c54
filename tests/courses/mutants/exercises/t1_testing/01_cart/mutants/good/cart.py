"""A shopping cart's sums."""

BULK = 10


def total(price, count):
    """The price of `count` pieces; ten or more are a tenth cheaper."""
    if count < 0:
        raise ValueError("a count is not negative")
    full = price * count
    return full - full // 10 if count >= BULK else full


def mean(prices):
    """The mean price, or 0 for nothing."""
    return sum(prices) / len(prices) if prices else 0
