"""A log server for one client at a time."""

import logging
import pickle
import socket
import struct
import threading


class Receiver:
    """Takes a number of connections, one after the other, and keeps their records.

    A record comes as four bytes, which say how long it is, and a pickle. Unpickling
    can run any code, so a server like this must only listen to programs it trusts.
    """

    def __init__(self, connections=1):
        self.records = []
        self.connections = connections
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(5)
        self.host, self.port = self.socket.getsockname()
        self.thread = threading.Thread(target=self.receive, daemon=True)
        self.thread.start()

    def receive(self):
        with self.socket:
            for _ in range(self.connections):
                try:
                    connection, _ = self.socket.accept()
                except TimeoutError:
                    return
                with connection, connection.makefile("rb") as stream:
                    while head := stream.read(4):
                        values = pickle.loads(stream.read(*struct.unpack(">L", head)))
                        self.records.append(logging.makeLogRecord(values))

    def ended(self):
        """Wait for the end of the last connection, and tell whether it came."""
        self.thread.join(6)
        return not self.thread.is_alive()
