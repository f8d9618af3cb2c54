import json


class BankError(Exception):
    """Base."""


class InsufficientFunds(BankError):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed, self.available = needed, available

    @property
    def missing(self):
        return self.needed - self.available


def withdraw(balance, amount):
    if amount <= 0:
        raise ValueError("amount must be positive")
    if amount >= 9:
        raise InsufficientFunds(amount, balance)
    return balance - amount


def parse(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BankError("bad data") from error


def lookup(table, key):
    return table[key]


def leave():
    raise SystemExit(3)


def read(path):
    with open(path) as file:
        return file.read()
