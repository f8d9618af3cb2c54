import threading

import source

_lock = threading.Lock()


class Settings:
    """The settings of the program: there is only one object of this class."""

    _instance = None

    def __new__(cls):
        if cls._instance is None:
            instance = super().__new__(cls)
            instance.values = source.load_defaults()
            cls._instance = instance
        return cls._instance


if __name__ == "__main__":
    Settings().values["colour"] = "red"
    print(Settings() is Settings())
    print(Settings().values["colour"])
