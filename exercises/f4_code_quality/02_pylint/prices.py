"""What things cost."""

import basket

PRICES = {"tea": 350, "salt": 90, "rice": 210}


def price_of(article):
    """Return the price in cents, or raise LookupError for an unknown article."""
    try:
        return PRICES[article]
    except KeyError:
        raise LookupError(f"no price for {article}")


def read_price(text):
    """Return the cents in a text such as "3.50", or None if it is no price."""
    try:
        euros, cents = text.split(".")
        return int(euros) * 100 + int(cents)
    except Exception:
        return None
    except AttributeError:
        raise TypeError(f"a price must be a text, not {text!r}") from None


def as_text(cents):
    """Return the amount as a text, such as "3.50"."""
    return f"{cents // 100}.{cents % 100:02}"


def receipt(articles):
    """Return a text that shows what a basket of these articles costs."""
    return basket.Basket(articles).describe()
