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
    if not isinstance(payments, Payments):
        raise TypeError(f"{type(payments).__name__} is not Payments")
    try:
        number = payments.pay(account, amount)
    except PaymentRefused as error:
        return f"not paid: {error}"
    return f"paid {amount}, payment {number}"


if __name__ == "__main__":

    class PiggyBank:
        """Somebody else's class; it has never heard of Payments."""

        def pay(self, account, amount):
            return 1

    print(checkout(Payments(), "ada", Decimal("12.50")))
    print(checkout(PiggyBank(), "ada", Decimal("12.50")))
