from collections import deque

from weakref import WeakMethod


class Session:
    """A user who is logged in. The profile is loaded once, when first wanted."""

    def __init__(self, user, load):
        self.user = user
        self.profile = load(user)


class Site:
    """Opens sessions, tells its listeners, and remembers who came last."""

    def __init__(self, keep=100):
        self._listeners = []
        self._recent = deque(maxlen=keep)

    def subscribe(self, method):
        """From now on, call the method with the name of each user who logs in.

        `method` belongs to an object, such as `window.show`. An object that nobody
        else holds any more is let go, and no longer called.
        """
        self._listeners.append(WeakMethod(method, self._listeners.remove))

    def open(self, user, load):
        """Open a session for the user; `load(user)` loads a profile."""
        self._recent.append(user)
        for listener in list(self._listeners):
            method = listener()
            if method is not None:
                method(user)
        return Session(user, load)

    def recent(self):
        """The last `keep` users, the latest one last."""
        return list(self._recent)


if __name__ == "__main__":
    import tracemalloc

    def load(user):
        return {"name": user, "picture": bytes(10_000)}

    site = Site(keep=3)
    tracemalloc.start()
    for thousand in range(1, 4):
        for number in range(1000):
            site.open(f"user {number}", load).profile
        held, _ = tracemalloc.get_traced_memory()
        print(f"after {thousand}000 sessions: {held // 1000} kB")
    print(site.recent())
