class Event:
    """Something that others want to know of."""

    def __init__(self):
        self._listeners = []

    def subscribe(self, listener):
        if listener not in self._listeners:
            self._listeners.append(listener)

    def unsubscribe(self, listener):
        if listener in self._listeners:
            self._listeners.remove(listener)

    def notify(self, *args):
        for listener in self._listeners:
            listener(*args)

    def __len__(self):
        return len(self._listeners)


if __name__ == "__main__":

    class Window:
        def redraw(self, text):
            print(f"a window shows {text}")

    def once(text):
        print(f"once: {text}")
        changed.unsubscribe(once)

    changed = Event()
    window = Window()
    for listener in (once, lambda text: print(f"always: {text}"), window.redraw):
        changed.subscribe(listener)
    changed.notify("one")
    del window, listener
    changed.notify("two")
