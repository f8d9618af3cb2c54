import xml.etree.ElementTree as ET
from decimal import Decimal
from types import SimpleNamespace

import adapter
import pytest
from gateway import Gateway


@pytest.fixture
def gateway():
    return Gateway("First Bank")


@pytest.fixture
def payments(gateway):
    """The gateway in its adapter."""
    if not hasattr(adapter, "GatewayAdapter"):
        pytest.fail("adapter.py must define GatewayAdapter", pytrace=False)
    return adapter.GatewayAdapter(gateway)


def error_for(call):
    """Return the exception that the call ends with, or None."""
    try:
        call()
    except Exception as error:
        return error
    return None


def named(error):
    return type(error).__name__ if error else "no error"


class Coins:
    """Has a pay method, and nothing to do with the classes in adapter.py."""

    def pay(self, account, amount):
        if amount > 5:
            raise adapter.PaymentRefused("too heavy")
        return 40 + len(account)


def test_whoever_can_pay_will_do():
    error = error_for(lambda: adapter.checkout(Coins(), "bo", Decimal("5")))
    still = " still" if hasattr(adapter, "GatewayAdapter") else ""
    assert named(error) == "no error", (
        "checkout must accept any object that has pay(), of whatever class, and it "
        f"does{still} not; it raised: {error}"
    )
    got = adapter.checkout(Coins(), "bo", Decimal("5"))
    assert got == "paid 5, payment 42", "checkout must pay with what it is given"
    one_function = SimpleNamespace(pay=lambda account, amount: 3)
    assert adapter.checkout(one_function, "bo", Decimal("5")) == "paid 5, payment 3", (
        "an object with a function under the name pay has all that is needed"
    )


def test_checkout_tells_of_a_refusal():
    error = error_for(lambda: adapter.checkout(Coins(), "bo", Decimal("5.01")))
    assert named(error) == "no error", f"checkout must accept any payments: {error}"
    got = adapter.checkout(Coins(), "bo", Decimal("5.01"))
    assert got == "not paid: too heavy", "checkout must say why nothing was paid"


def test_who_cannot_pay_is_an_error():
    error = error_for(lambda: adapter.checkout(object(), "bo", Decimal("5")))
    assert named(error) in ("AttributeError", "TypeError"), (
        "an object that cannot pay must raise an error, not go unnoticed"
    )


def test_the_shops_own_payments_still_work():
    own = adapter.Payments()
    got = [adapter.checkout(own, "ada", Decimal("12.50")) for _ in range(2)]
    assert got == ["paid 12.50, payment 1", "paid 12.50, payment 2"], (
        "Payments must work as before"
    )


def test_a_payment_goes_through_the_gateway(payments, gateway):
    assert payments.pay("ada", Decimal("12.50")) == 1, (
        "pay must return the number that the gateway gave, as an int"
    )
    assert payments.pay("bob", Decimal("3")) == 2, "each payment has its own number"
    assert gateway.paid == [("ada", 1250), ("bob", 300)], (
        "the gateway must get the account and the amount in cents"
    )


@pytest.mark.parametrize(
    ("amount", "cents"),
    [("0.29", 29), ("0.01", 1), ("19.99", 1999), ("1000.00", 100000), ("4.350", 435)],
)
def test_the_amount_arrives_in_cents(payments, gateway, amount, cents):
    payments.pay("ada", Decimal(amount))
    got = gateway.paid[-1][1]
    assert got == cents, f"{amount} is {cents} cents, exactly"


@pytest.mark.parametrize(
    "account",
    [
        pytest.param("Smith & Sons", id="ampersand"),
        pytest.param("<ada>", id="brackets"),
        pytest.param("Ada 'the' \"first\"", id="quotes"),
        pytest.param("Žofie €", id="letters"),
        pytest.param('" cents="0', id="attack"),
    ],
)
def test_any_text_may_be_an_account(payments, gateway, account):
    error = error_for(lambda: payments.pay(account, Decimal("1")))
    assert not isinstance(error, (ET.ParseError, ValueError)), (
        f"the gateway could not read the XML for the account {account!r}: {error}"
    )
    if error:
        raise error
    assert gateway.paid == [(account, 100)], "the account must arrive as it is"


def test_a_refusal_is_an_exception(payments, gateway):
    error = error_for(lambda: payments.pay("ada", Decimal("1000.01")))
    assert named(error) == "PaymentRefused", (
        "when the gateway refuses, pay must raise PaymentRefused; there was "
        f"{named(error)}"
    )
    assert str(error) == "over the limit of <1000>", (
        "the message must be the reason that the gateway gave"
    )
    assert gateway.paid == [], "nothing was paid"


def test_checkout_works_with_the_adapter(payments):
    got = [
        adapter.checkout(payments, "ada", Decimal(amount))
        for amount in ("12.50", "2000", "3")
    ]
    assert got == [
        "paid 12.50, payment 1",
        "not paid: over the limit of <1000>",
        "paid 3, payment 2",
    ], "checkout must be able to use the gateway through its adapter"


def test_the_rest_of_the_gateway_can_be_used(payments, gateway):
    bank = getattr(payments, "bank", "nothing")
    assert bank == "First Bank", "adapter.bank must be the bank of the gateway"
    gateway.bank = "Second Bank"
    assert payments.bank == "Second Bank", (
        "what the gateway has must be asked of the gateway each time"
    )
    getattr(payments, "close", lambda: None)()
    assert gateway.closed is True, "adapter.close() must close the gateway"


def test_what_neither_has_is_an_attribute_error(payments):
    error = error_for(lambda: payments.colour)
    assert named(error) == "AttributeError", (
        "a name that neither the adapter nor the gateway has is an AttributeError"
    )


def test_two_adapters_are_apart(payments, gateway):
    other = Gateway("Other Bank")
    adapter.GatewayAdapter(other).pay("bob", Decimal("2"))
    assert (gateway.paid, other.paid) == ([], [("bob", 200)]), (
        "each adapter must use its own gateway"
    )
