"""Sends what is logged to a server."""

import logging
from logging.handlers import SocketHandler


class LogShipper:
    """Sends the records of a logger to a server, from `start` to `stop`."""

    def __init__(self, logger, host, port, level=logging.INFO):
        self.loggers = [logger]
        self.sender = SocketHandler(host, port)
        self.sender.setLevel(level)

    def start(self):
        for logger in self.loggers:
            logger.addHandler(self.sender)

    def stop(self):
        for logger in self.loggers:
            logger.removeHandler(self.sender)
        self.sender.close()
