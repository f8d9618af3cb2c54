import threading

import source

_lock = threading.Lock()


class Settings:
    """The settings of the program: there is only one object of this class."""

    _instance = None

    def __new__(cls):
        with _lock:
            if cls._instance is None:
                cls._instance = super().__new__(cls)
            return cls._instance

    def __init__(self):
        self.values = source.load_defaults()


if __name__ == "__main__":
    Settings().values["colour"] = "red"
    print(Settings() is Settings())
    print(Settings().values["colour"])
