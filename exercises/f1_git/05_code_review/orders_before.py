"""Orders, and how they are kept."""

import sqlite3
from decimal import Decimal


class Orders:
    """The orders of a shop, in an SQLite file."""

    def __init__(self, path):
        self.db = sqlite3.connect(path)
        self.db.execute("CREATE TABLE IF NOT EXISTS orders (article, count, price)")

    def add(self, article, count, price):
        """Keep an order; the price is a text such as "3.50"."""
        if count < 1:
            raise ValueError("count must be 1 or more")
        price = Decimal(price)
        values = (article, count, str(price))
        self.db.execute("INSERT INTO orders VALUES (?, ?, ?)", values)
        self.db.commit()

    def total(self):
        """Return what all orders cost together."""
        rows = self.db.execute("SELECT count, price FROM orders")
        return sum((count * Decimal(price) for count, price in rows), Decimal(0))
