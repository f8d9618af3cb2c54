"""Who delivers what."""

from datetime import timedelta

NAMES = {"rice": "Basmati & Sons", "salt": "Sea Ltd", "tea": "Leaf Trading"}


def supplier_of_article(article):
    return NAMES[article]


def days_until_delivery(article):
    return timedelta(days=len(article))


def smallest_possible_order(article):
    return 12 if article == "tea" else 20


def suppliers_on_holiday():
    return {"Sea Ltd"}
