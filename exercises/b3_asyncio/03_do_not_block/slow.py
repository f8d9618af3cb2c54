"""Two functions that take their time. They are not asynchronous, and stay so."""

import hashlib
import time


def read(name):
    """Read a file from a slow disk."""
    time.sleep(0.5)
    return f"the text of {name}".encode()


def digest(data):
    """Compute for a while."""
    for _ in range(200_000):
        data = hashlib.sha256(data).digest()
    return data.hex()[:8]
