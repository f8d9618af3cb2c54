"""Sends what is logged to a server."""

import logging
import queue
from logging.handlers import QueueHandler, QueueListener, SocketHandler


class LogShipper:
    """Sends the records of a logger to a server, from `start` to `stop`."""

    def __init__(self, logger, host, port, level=logging.INFO):
        self.logger = logger
        records = queue.SimpleQueue()
        self.inlet = QueueHandler(records)
        self.sender = SocketHandler(host, port)
        self.sender.setLevel(level)
        self.listener = QueueListener(records, self.sender)

    def start(self):
        self.listener.start()
        self.logger.addHandler(self.inlet)

    def stop(self):
        self.logger.removeHandler(self.inlet)
        self.listener.stop()
        self.sender.close()
