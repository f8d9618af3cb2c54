class IllegalMove(Exception):
    """This cannot be done in the state that the connection is in."""


class Connection:
    """A connection over a wire."""

    def __init__(self, wire):
        self.wire = wire
        self.sent = 0
        self._state = "closed"

    @property
    def state(self):
        return self._state

    def open(self):
        if self._state == "closed":
            self._state = "waiting"
        else:
            raise IllegalMove(f"open in {self._state}")

    def accept(self):
        if self._state == "waiting":
            self._state = "open"
        else:
            raise IllegalMove(f"accept in {self._state}")

    def send(self, data):
        if self._state != "open":
            raise IllegalMove(f"send in {self._state}")
        self.wire.write(data)
        self.sent += len(data)

    def close(self):
        if self._state == "closed":
            raise IllegalMove("close in closed")
        if self._state == "open":
            self.wire.write(b"bye")
        self._state = "closed"
