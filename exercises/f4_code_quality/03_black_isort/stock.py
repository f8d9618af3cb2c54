"""What is in the shop."""

from decimal import Decimal

COUNTS = {"rice": 2, "salt": 40, "tea": 7}
PRICES = {"rice": Decimal("2.10"), "salt": Decimal("0.90"), "tea": Decimal("3.50")}


def articles_that_run_low(limit):
    return [article for article, count in COUNTS.items() if count < limit]


def count_of_article(article):
    return COUNTS[article]


def price_of_article(article):
    return PRICES[article]


def value_of_articles(articles):
    return sum((PRICES[name] * COUNTS[name] for name in articles), Decimal(0))
