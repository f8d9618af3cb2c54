"""Moves money between accounts."""

import contextlib

import bank_db


class NotEnough(Exception):
    """There is too little in the account."""


@contextlib.contextmanager
def transaction():
    with contextlib.closing(bank_db.connect()) as connection:
        try:
            yield connection
            connection.commit()
        except BaseException:
            connection.rollback()
            raise


def transfer(source, target, cents):
    """Move cents from one account to another, and return what is left in the source."""
    for account in (target, source):
        if not bank_db.is_account(account):
            raise ValueError(f"{account} is no account")
    if not cents > 0:
        raise ValueError(f"cannot move {cents} cents")
    with transaction() as connection:
        there = bank_db.balance(connection, source)
        if there < cents:
            raise NotEnough
        bank_db.change(connection, target, cents)
        bank_db.change(connection, source, -cents)
    return there - cents
