"""What has to be ordered."""

from stock import articles_that_run_low, count_of_article, price_of_article, value_of_articles
from suppliers import (
    days_until_delivery,
    smallest_possible_order,
    supplier_of_article,
    suppliers_on_holiday,
)

import sys
from datetime import date, timedelta

LIMIT = 10


def order_line(article, today):
    """Return a line for an order: from whom, how many, at what price, and when it will be here."""
    supplier = supplier_of_article(article)
    if supplier in suppliers_on_holiday():
        return f"{article}: {supplier} is on holiday"
    count = max(smallest_possible_order(article), LIMIT - count_of_article(article))
    arrival = today + days_until_delivery(article) + timedelta(days=1)
    return (
        f"{article}: {count} from {supplier} at {price_of_article(article)} each, here on {arrival}"
    )


def report(today, limit=LIMIT):
    """Return a line for each article that runs low, and one with the value of what is left."""
    low = articles_that_run_low(limit)
    lines = [order_line(article, today) for article in low]
    return [*lines, f"left: {value_of_articles(low)}"]


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report(date(2026, 3, 2)))
