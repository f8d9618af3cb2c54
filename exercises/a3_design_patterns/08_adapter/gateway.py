"""The bank's gateway. It was here before us."""

import xml.etree.ElementTree as ET


class Gateway:
    """Takes <pay account="..." cents="..."/> and replies <reply status="..." .../>."""

    def __init__(self, bank):
        self.bank = bank
        self.paid = []  # (account, cents)
        self.closed = False

    def submit(self, text):
        """Return <reply status="ok" number="7"/> or one with status="refused"."""
        order = ET.fromstring(text)
        if order.tag != "pay" or set(order.keys()) != {"account", "cents"}:
            raise ValueError(f"not understood: {text}")
        account, cents = order.get("account"), int(order.get("cents"))
        if cents > 100_000:
            return '<reply status="refused" reason="over the limit of &lt;1000&gt;"/>'
        self.paid.append((account, cents))
        return f'<reply status="ok" number="{len(self.paid)}"/>'

    def close(self):
        self.closed = True
