# tries: sleeping for ever in a call
import time


def __getattr__(name):
    return lambda *args: time.sleep(1000)
