import threading


class Store:
    """A number kept elsewhere, such as in a file or in a row of a database.

    Reading it takes a moment, in which other threads have their turn: `read` comes
    back when `clients` threads are reading, or when nobody has joined in for a while.
    So what may go wrong once in a million runs goes wrong every time.
    """

    def __init__(self, clients=1):
        self._number = 0
        self._readers = threading.Barrier(clients)

    def read(self):
        number = self._number
        try:
            self._readers.wait(0.3)
        except threading.BrokenBarrierError:
            pass
        return number

    def write(self, number):
        self._number = number
