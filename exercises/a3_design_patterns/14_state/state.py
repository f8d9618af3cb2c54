class IllegalMove(Exception):
    """This cannot be done in the state that the connection is in."""


class Connection:
    """A connection over a wire."""

    def __init__(self, wire):
        self.wire = wire
        self.sent = 0
        self.state = "closed"

    def open(self):
        if self.state == "closed":
            self.state = "waiting"

    def accept(self):
        if self.state == "waiting":
            self.state = "open"

    def send(self, data):
        if self.state == "waiting":
            raise IllegalMove("send in waiting")
        self.sent += len(data)
        self.wire.write(data)

    def close(self):
        if self.state == "open":
            self.state = "closed"
            self.wire.write(b"bye")
        elif self.state == "waiting":
            self.state = "closed"


if __name__ == "__main__":
    import sys

    connection = Connection(sys.stdout.buffer)
    connection.send(b"Dear Ada,\n")
    print(connection.state, connection.sent)
