"""What things cost."""

PRICES = {"tea": 350, "salt": 90, "rice": 210}


def price_of(article):
    """Return the price in cents, or raise LookupError for an unknown article."""
    try:
        return PRICES[article]
    except KeyError as error:
        raise LookupError(f"no price for {article}") from error


def read_price(text):
    """Return the cents in a text such as "3.50", or None if it is no price."""
    try:
        euros, cents = text.split(".")
        return int(euros) * 100 + int(cents)
    except ValueError:
        return None


def as_text(cents):
    """Return the amount as a text, such as "3.50"."""
    return f"{cents // 100}.{cents % 100:02}"
