from contextlib import ExitStack

from store import Store


class Cancel(Exception):
    """Raised in a block to give the transaction up without a fuss."""


class Transaction:
    """Begins a transaction of the store, and ends it with the block."""

    def __init__(self, store):
        self._store = store

    def put(self, key, value):
        self._store.put(key, value)

    def __enter__(self):
        self._store.begin()
        return self

    def __exit__(self, exc_type, exc, traceback):
        if isinstance(exc, Exception):
            self._store.rollback()
        else:
            self._store.commit()
        return isinstance(exc, Cancel)


def put_everywhere(stores, key, value):
    """Put the value under the key in all of the stores, or in none."""
    with ExitStack() as stack:
        for store in stores:
            transaction = stack.enter_context(Transaction(store))
            transaction.put(key, value)


if __name__ == "__main__":
    store = Store()
    with Transaction(store) as transaction:
        transaction.put("ann", 3)
    print(store.rows)
