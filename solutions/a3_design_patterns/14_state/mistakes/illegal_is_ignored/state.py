class IllegalMove(Exception):
    """This cannot be done in the state that the connection is in."""


class State:
    """What a connection can do. Each move returns the state that comes after it."""

    def open(self, connection):
        return self

    def accept(self, connection):
        return self

    def send(self, connection, data):
        return self

    def close(self, connection):
        return self


class Closed(State):
    name = "closed"

    def open(self, connection):
        return WAITING


class Waiting(State):
    name = "waiting"

    def accept(self, connection):
        return OPEN

    def close(self, connection):
        return CLOSED


class Open(State):
    name = "open"

    def send(self, connection, data):
        connection.wire.write(data)
        connection.sent += len(data)
        return self

    def close(self, connection):
        connection.wire.write(b"bye")
        return CLOSED


# they hold no data, so all connections can share them
CLOSED, WAITING, OPEN = Closed(), Waiting(), Open()


class Connection:
    """A connection over a wire."""

    def __init__(self, wire):
        self.wire = wire
        self.sent = 0
        self._state = CLOSED

    @property
    def state(self):
        return self._state.name

    def open(self):
        self._state = self._state.open(self)

    def accept(self):
        self._state = self._state.accept(self)

    def send(self, data):
        self._state = self._state.send(self, data)

    def close(self):
        self._state = self._state.close(self)


if __name__ == "__main__":
    import sys

    connection = Connection(sys.stdout.buffer)
    connection.open()
    connection.accept()
    connection.send(b"Dear Ada,\n")
    print(connection.state, connection.sent)
