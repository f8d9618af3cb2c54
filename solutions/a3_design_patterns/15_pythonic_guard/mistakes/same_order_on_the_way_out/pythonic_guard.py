import contextlib


class Door:
    def __init__(self):
        self.locked = False

    def lock(self):
        self.locked = True

    def unlock(self):
        self.locked = False


@contextlib.contextmanager
def guarded(thing):
    """Lock the thing for the time of the block."""
    thing.lock()
    try:
        yield thing
    finally:
        thing.unlock()


@contextlib.contextmanager
def guarded_all(*things):
    """Lock all things for the time of the block, and unlock them backwards."""
    locked = []
    try:
        for thing in things:
            thing.lock()
            locked.append(thing)
        yield things
    finally:
        for thing in locked:
            thing.unlock()


if __name__ == "__main__":
    door = Door()
    try:
        with guarded(door):
            raise OSError("no letters today")
    except OSError as error:
        print(error)
    print(f"the door is locked: {door.locked}")
