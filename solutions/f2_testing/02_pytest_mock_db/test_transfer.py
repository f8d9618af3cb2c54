import pytest
from transfer import NotEnough, transfer

pytest_plugins = ["pytest_mock"]

ADA, BOB = "AB0001", "CD0002"


@pytest.fixture
def db(mocker):
    """The module bank_db without a database; ADA has 500 cents."""
    db = mocker.Mock()
    db.connect = mocker.patch("bank_db.connect", autospec=True)
    db.connection = db.connect.return_value
    db.balance = mocker.patch("bank_db.balance", autospec=True, return_value=500)
    db.change = mocker.patch("bank_db.change", autospec=True)
    return db


def changes(db):
    """What was changed: {account: cents}."""
    assert all(call.args[0] is db.connection for call in db.change.call_args_list)
    return {call.args[1]: call.args[2] for call in db.change.call_args_list}


def test_money_is_moved(db):
    assert transfer(ADA, BOB, 200) == 300
    assert changes(db) == {ADA: -200, BOB: 200}
    db.balance.assert_called_once_with(db.connection, ADA)


def test_it_is_committed_and_closed(db):
    transfer(ADA, BOB, 200)
    assert db.connection.commit.call_count == 1
    assert db.connection.rollback.call_count == 0
    assert db.connection.close.call_count == 1


def test_an_account_may_be_emptied(db):
    transfer(ADA, BOB, 500)


def test_more_than_there_is(db):
    with pytest.raises(NotEnough):
        transfer(ADA, BOB, 501)


@pytest.mark.parametrize("fails_at", [0, 1])
def test_a_failure_is_rolled_back(db, fails_at):
    steps = [None, None]
    steps[fails_at] = OSError("away")
    db.change.side_effect = steps
    with pytest.raises(OSError, match="away"):
        transfer(ADA, BOB, 200)
    assert db.connection.commit.call_count == 0
    assert db.connection.rollback.call_count == 1
    assert db.connection.close.call_count == 1


@pytest.mark.parametrize(
    ("source", "target", "cents"),
    [(ADA, BOB, 0), (ADA, BOB, -1), ("Ada", BOB, 200), (ADA, "Bob", 200)],
)
def test_nonsense_is_refused_without_a_connection(db, source, target, cents):
    with pytest.raises(ValueError):
        transfer(source, target, cents)
    assert db.connect.call_count == 0


def test_one_cent_is_enough(db):
    transfer(ADA, BOB, 1)
