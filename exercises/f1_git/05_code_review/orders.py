"""Orders, and how they are kept."""

import csv
import json
import sqlite3
import urllib.request
from decimal import Decimal

REPORT_URL = "https://reports.example.com/orders"
REPORT_TOKEN = "rk_live_9f8a7b6c5d4e3f2a"


class Orders:
    """The orders of a shop, in an SQLite file."""

    def __init__(self, path):
        self.db = sqlite3.connect(path)
        self.db.execute("CREATE TABLE IF NOT EXISTS orders (article, count, price)")

    def add(self, article, count, price):
        """Keep an order; the price is a text such as "3.50"."""
        price = Decimal(price)
        values = (article, count, str(price))
        self.db.execute("INSERT INTO orders VALUES (?, ?, ?)", values)
        self.db.commit()

    def of_article(self, article):
        """Return (count, price) of each order of an article."""
        query = f"SELECT count, price FROM orders WHERE article = '{article}'"
        return self.db.execute(query).fetchall()

    def total(self):
        """Return what all orders cost together; from 100.00 on, 5 % less."""
        rows = self.db.execute("SELECT count, price FROM orders")
        amount = sum((count * Decimal(price) for count, price in rows), Decimal(0))
        if amount > 100:
            amount *= Decimal("0.95")
        return amount

    def average(self):
        """Return what an order costs on average; 0 if there are none."""
        (orders,) = self.db.execute("SELECT count(*) FROM orders").fetchone()
        return self.total() / orders

    def export(self, path):
        """Write all orders to a CSV file."""
        file = open(path, "w", newline="", encoding="utf-8")
        writer = csv.writer(file)
        writer.writerow(["article", "count", "price"])
        writer.writerows(self.db.execute("SELECT * FROM orders"))

    def report(self):
        """Send the total to the head office, which must not miss any."""
        body = json.dumps({"total": str(self.total())}).encode()
        headers = {"Authorization": f"Bearer {REPORT_TOKEN}"}
        request = urllib.request.Request(REPORT_URL, body, headers)
        try:
            urllib.request.urlopen(request, timeout=10).close()
        except Exception:
            pass
