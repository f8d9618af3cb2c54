"""Moves money between accounts."""

import bank_db


class NotEnough(Exception):
    """There is too little in the account."""


def transfer(source, target, cents):
    """Move cents from one account to another, and return what is left in the source.

    Amounts below 1 cent, and accounts that `bank_db.is_account` does not take for
    such, raise ValueError before there is a connection. If the source has less than is
    wanted, NotEnough is raised; it may be emptied. Both changes are made on one
    connection and then committed. If anything fails, nothing is committed, what was
    done is rolled back, and the error reaches the caller. In every case the
    connection is closed in the end.
    """
    if cents < 1 or not (bank_db.is_account(source) and bank_db.is_account(target)):
        raise ValueError("no such amount or account")
    connection = bank_db.connect()
    try:
        left = bank_db.balance(connection, source) - cents
        if left < 0:
            raise NotEnough(source)
        bank_db.change(connection, source, -cents)
        bank_db.change(None, target, cents)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.close()
    return left
