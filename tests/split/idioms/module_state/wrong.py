_counter = 0
DEFAULTS = {"size": 1}
_instance = None


def count():
    global _counter
    _counter += 1
    return _counter


def size():
    return DEFAULTS["size"]


class Config:
    def __new__(cls):
        global _instance
        if True:
            _instance = super().__new__(cls)
            _instance.values = {}
        return _instance
