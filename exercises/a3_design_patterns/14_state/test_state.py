import ast
from pathlib import Path

import pytest
import state
from state import Connection, IllegalMove

MOVES = ["open", "accept", "send", "close"]
WAYS = {"closed": [], "waiting": ["open"], "open": ["open", "accept"]}
LEGAL = {
    ("closed", "open"): "waiting",
    ("waiting", "accept"): "open",
    ("waiting", "close"): "closed",
    ("open", "send"): "open",
    ("open", "close"): "closed",
}
ILLEGAL = [(name, move) for name in WAYS for move in MOVES if (name, move) not in LEGAL]


class Wire:
    def __init__(self):
        self.written = []
        self.broken = False

    def write(self, data):
        if self.broken:
            raise OSError("the wire is broken")
        self.written.append(data)


@pytest.fixture
def wire():
    return Wire()


def move(connection, name):
    arguments = [b"hello"] if name == "send" else []
    getattr(connection, name)(*arguments)


def connection_in(name, wire):
    connection = Connection(wire)
    for step in WAYS[name]:
        move(connection, step)
    return connection


def test_a_new_connection_is_closed(wire):
    connection = Connection(wire)
    assert (connection.state, connection.sent) == ("closed", 0), (
        "a new connection is closed and has sent nothing"
    )


@pytest.mark.parametrize(("name", "step"), LEGAL, ids=lambda value: value)
def test_a_legal_move(wire, name, step):
    connection = connection_in(name, wire)
    assert connection.state == name, f"{WAYS[name]} must lead to the state {name!r}"
    move(connection, step)
    assert connection.state == LEGAL[name, step], (
        f"{step}() in the state {name!r} leads to another state"
    )


@pytest.mark.parametrize(("name", "step"), ILLEGAL, ids=lambda value: value)
def test_an_illegal_move_is_refused(wire, name, step):
    connection = connection_in(name, wire)
    try:
        move(connection, step)
    except IllegalMove as error:
        message = str(error)
    else:
        pytest.fail(
            f"{step}() in the state {name!r} must raise IllegalMove, but was done "
            "without a word",
            pytrace=False,
        )
    assert step in message and name in message, (
        f"the message must tell the move, {step}, and the state, {name}"
    )
    assert connection.state == name, "an illegal move must leave the state as it was"
    assert (connection.sent, wire.written) == (0, []), (
        "an illegal move must neither count nor write anything"
    )


def test_data_are_written_and_counted(wire):
    connection = connection_in("open", wire)
    connection.send(b"hello")
    connection.send(b"")
    connection.send(b"you")
    assert wire.written == [b"hello", b"", b"you"], "send must write the data"
    assert connection.sent == 8, "sent must be the number of bytes that were sent"


def test_closing_says_bye(wire):
    connection = connection_in("open", wire)
    connection.close()
    assert wire.written == [b"bye"], "closing an open connection must write b'bye'"
    assert connection.sent == 0, "only what was sent by send() counts"


def test_closing_while_waiting_says_nothing(wire):
    connection_in("waiting", wire).close()
    assert wire.written == [], "nobody is there yet, so there is nobody to say bye to"


def test_a_connection_can_be_opened_again(wire):
    connection = connection_in("open", wire)
    connection.send(b"one")
    connection.close()
    for step in ("open", "accept"):
        move(connection, step)
    connection.send(b"two")
    assert (connection.state, connection.sent) == ("open", 6), (
        "a closed connection can be opened again, and goes on counting"
    )


def test_connections_are_apart(wire):
    first, second = connection_in("open", wire), connection_in("open", Wire())
    first.send(b"hello")
    assert (first.sent, second.sent) == (5, 0), (
        "each connection must have a count of its own"
    )
    first.close()
    assert (first.state, second.state) == ("closed", "open"), (
        "each connection must have a state of its own"
    )


@pytest.mark.parametrize("step", ["send", "close"])
def test_an_error_of_the_wire_reaches_the_caller(wire, step):
    connection = connection_in("open", wire)
    wire.broken = True
    with pytest.raises(OSError, match="broken"):
        move(connection, step)


def test_an_error_leaves_the_state(wire):
    connection = connection_in("open", wire)
    wire.broken = True
    for step in ("send", "close"):
        with pytest.raises(OSError):
            move(connection, step)
        assert connection.sent == 0, "what the wire has not taken was not sent"
        assert connection.state == "open", (
            f"after an error in {step}() the connection must be in the state that it "
            "was in"
        )


def test_the_state_cannot_be_set(wire):
    connection = Connection(wire)
    try:
        connection.state = "open"
        got = "no error"
    except AttributeError:
        got = "AttributeError"
    assert got == "AttributeError", "setting connection.state must be an AttributeError"


CHAINS = {
    ast.If: "an if",
    ast.IfExp: "a conditional expression",
    ast.Match: "a match",
    ast.While: "a while",
    ast.BoolOp: "an and or or",
    ast.Dict: "a table",
    ast.DictComp: "a table",
    ast.Compare: "a comparison",
}


def test_no_chains(wire):
    try:
        Connection(wire).send(b"hello")
        pytest.fail("first of all, the moves must follow the table", pytrace=False)
    except IllegalMove:
        pass
    tree = ast.parse(Path(state.__file__).read_text(encoding="utf-8"))
    program = [node for node in tree.body if not is_main(node)]
    found = [
        f"line {node.lineno} is decided by {CHAINS[type(node)]}"
        for part in program
        for node in ast.walk(part)
        if type(node) in CHAINS
    ]
    if found:
        pytest.fail(
            f"the class of the state must decide what a move does, but {found[0]}",
            pytrace=False,
        )


def is_main(node):
    return isinstance(node, ast.If) and "__name__" in ast.dump(node.test)
