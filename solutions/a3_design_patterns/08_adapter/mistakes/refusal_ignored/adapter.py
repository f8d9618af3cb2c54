import xml.etree.ElementTree as ET
from decimal import Decimal


class PaymentRefused(Exception):
    """The payment was not made. The message says why."""


class Payments:
    """Pays by the shop's own accounts."""

    def __init__(self):
        self.number = 0

    def pay(self, account, amount):
        self.number += 1
        return self.number


def checkout(payments, account, amount):
    """Pay, and return a line for the customer."""
    try:
        number = payments.pay(account, amount)
    except PaymentRefused as error:
        return f"not paid: {error}"
    return f"paid {amount}, payment {number}"


class GatewayAdapter:
    """Lets the shop pay through a gateway that speaks XML."""

    def __init__(self, gateway):
        self._gateway = gateway

    def pay(self, account, amount):
        order = ET.Element("pay", account=account, cents=str(int(amount * 100)))
        reply = ET.fromstring(self._gateway.submit(ET.tostring(order, "unicode")))
        return int(reply.get("number", 0))

    def __getattr__(self, name):
        return getattr(self._gateway, name)


if __name__ == "__main__":

    class PiggyBank:
        """Somebody else's class; it has never heard of Payments."""

        def pay(self, account, amount):
            return 1

    print(checkout(Payments(), "ada", Decimal("12.50")))
    print(checkout(PiggyBank(), "ada", Decimal("12.50")))
