"""Somebody else's. It has never heard of Lockable."""


class Safe:
    def __init__(self, name):
        self.name = name
        self.locked = False

    def lock(self):
        if self.locked:
            raise RuntimeError(f"{self.name} is locked already")
        self.locked = True

    def unlock(self):
        self.locked = False
