import pytest
from store import Store
from with_class import Cancel, Transaction, put_everywhere

ENDINGS = [ValueError, KeyboardInterrupt, SystemExit]


class Changed(Cancel):
    """A subclass is a Cancel too."""


def raised_by(work):
    """Return the exception that work() ends with, or None."""
    try:
        work()
    except BaseException as error:
        return error
    return None


def put_and_raise(store, error):
    with Transaction(store) as transaction:
        transaction.put("ann", 5)
        raise error


def require_no_open_transaction(store, after):
    error = raised_by(store.begin)
    assert error is None, f"no transaction may be left open {after}"
    store.rollback()


def test_the_block_gets_the_transaction():
    transaction = Transaction(Store())
    with transaction as bound:
        assert bound is not None, (
            "the name after `as` is None: __enter__ must return the transaction"
        )
        assert bound is transaction, (
            "the name after `as` must be the transaction: it is what __enter__ returns"
        )


def test_making_a_transaction_begins_nothing():
    store = Store()
    Transaction(store)
    require_no_open_transaction(store, "before the with statement: __enter__ begins it")


def test_changes_are_pending_until_the_block_ends():
    store = Store()
    with Transaction(store) as transaction:
        transaction.put("ann", 3)
        assert store.rows == {}, "nothing may be committed while the block runs"
    assert store.rows == {"ann": 3}, "a block that ends well must be committed"
    require_no_open_transaction(store, "after a block that ended well")


def test_leaving_by_return_is_a_good_end():
    store = Store()

    def put_and_return():
        with Transaction(store) as transaction:
            transaction.put("ann", 3)
            return "done"

    assert put_and_return() == "done", "the block's own return value must arrive"
    assert store.rows == {"ann": 3}, "a block that ends by `return` must be committed"


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_failed_block_is_rolled_back(kind):
    store = Store()
    store.rows["ann"] = 3
    raised_by(lambda: put_and_raise(store, kind("in the block")))
    assert store.rows == {"ann": 3}, (
        f"a block that ends with {kind.__name__} must leave the rows as they were"
    )
    require_no_open_transaction(store, f"after a block that ended with {kind.__name__}")


@pytest.mark.parametrize("kind", ENDINGS)
def test_the_error_reaches_the_caller(kind):
    error = kind("in the block")
    arrived = raised_by(lambda: put_and_raise(Store(), error))
    assert arrived is not None, (
        f"the block raised {kind.__name__}, and the caller never heard of it"
    )
    assert arrived is error, (
        "the caller must get the block's own error, not another one"
    )


@pytest.mark.parametrize("kind", [Cancel, Changed])
def test_cancel_rolls_back_and_goes_no_further(kind):
    store = Store()
    error = kind()
    arrived = raised_by(lambda: put_and_raise(store, error))
    assert arrived is not error, f"{kind.__name__} must end at the with statement"
    assert arrived is None, f"nothing else may be raised after {kind.__name__}"
    assert store.rows == {}, f"a block that ends with {kind.__name__} keeps nothing"
    require_no_open_transaction(store, f"after {kind.__name__}")


def test_a_store_that_cannot_begin_is_left_alone():
    store = Store()
    store.begin()
    store.put("bob", 1)
    arrived = raised_by(lambda: put_and_raise(store, ValueError()))
    assert isinstance(arrived, RuntimeError), (
        "when the store cannot begin, its error must reach the caller"
    )
    store.commit()
    assert store.rows == {"bob": 1}, (
        "a transaction that could not begin must not end somebody else's"
    )


@pytest.mark.parametrize("count", [0, 1, 5])
def test_put_everywhere_puts_in_all_stores(count):
    stores = [Store() for _ in range(count)]
    put_everywhere(iter(stores), "ann", 3)
    assert [store.rows for store in stores] == [{"ann": 3}] * count, (
        f"each of {count} stores must hold the value"
    )
    for store in stores:
        require_no_open_transaction(store, "after put_everywhere")


class FullStore(Store):
    """It begins a transaction, and then takes no value."""

    def put(self, key, value):
        raise OSError("disk full")


class ClosedStore(Store):
    """It does not even begin."""

    def begin(self):
        raise OSError("disk gone")


@pytest.mark.parametrize("bad_store", [FullStore, ClosedStore])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_put_everywhere_puts_in_none_when_one_fails(bad_store, place):
    stores = [Store(), Store()]
    stores.insert(place, bad_store())
    arrived = raised_by(lambda: put_everywhere(stores, "ann", 3))
    assert [store.rows for store in stores] == [{}, {}, {}], (
        "one of three stores failed, so none of them may keep the value"
    )
    assert isinstance(arrived, OSError), (
        "the error of the store that failed must reach the caller of put_everywhere"
    )
    for store in stores:
        if type(store) is not ClosedStore:
            require_no_open_transaction(store, "after put_everywhere failed")
