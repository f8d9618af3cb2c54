import inspect
import weakref


class Event:
    """Something that others want to know of."""

    def __init__(self):
        self._references = []  # each of them gives a listener, or None

    def _alive(self):
        """Drop what is dead; return the listeners."""
        pairs = [(reference(), reference) for reference in self._references]
        return [listener for listener, _ in pairs]

    def subscribe(self, listener):
        if listener in self._alive():
            return
        if inspect.ismethod(listener):
            self._references.append(weakref.WeakMethod(listener))
        else:
            self._references.append(lambda: listener)

    def unsubscribe(self, listener):
        self._references = [r for r in self._references if r() != listener]

    def notify(self, *args):
        for reference in list(self._references):
            listener = reference()
            if listener is not None and reference in self._references:
                listener(*args)

    def __len__(self):
        return len(self._references)


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
