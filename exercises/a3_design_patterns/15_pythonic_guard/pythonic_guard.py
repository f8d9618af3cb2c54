import abc


class Lockable(abc.ABC):
    @abc.abstractmethod
    def lock(self):
        """Lock it."""

    @abc.abstractmethod
    def unlock(self):
        """Unlock it."""


class Door(Lockable):
    def __init__(self):
        self.locked = False

    def lock(self):
        self.locked = True

    def unlock(self):
        self.locked = False


class GuardedAction(abc.ABC):
    """Locks something, acts, and unlocks it."""

    def __init__(self, thing):
        if not isinstance(thing, Lockable):
            raise TypeError(f"{type(thing).__name__} is not Lockable")
        self.thing = thing

    def run(self):
        self.thing.lock()
        self.act()
        self.thing.unlock()

    @abc.abstractmethod
    def act(self):
        """Do what must be done behind a locked door."""


class OpenLetters(GuardedAction):
    def act(self):
        raise OSError("no letters today")


if __name__ == "__main__":
    door = Door()
    try:
        OpenLetters(door).run()
    except OSError as error:
        print(error)
    print(f"the door is locked: {door.locked}")
