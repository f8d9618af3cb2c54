from functools import cache


class Session:
    """A user who is logged in. The profile is loaded once, when first wanted."""

    def __init__(self, user, load):
        self.user = user
        self._load = load

    @property
    def profile(self):
        return self._profile()

    @cache
    def _profile(self):
        return self._load(self.user)


class Site:
    """Opens sessions, tells its listeners, and remembers who came last."""

    def __init__(self, keep=100):
        self.keep = keep
        self._listeners = []
        self._recent = []

    def subscribe(self, method):
        """From now on, call the method with the name of each user who logs in.

        `method` belongs to an object, such as `window.show`. An object that nobody
        else holds any more is let go, and no longer called.
        """
        self._listeners.append(method)

    def open(self, user, load):
        """Open a session for the user; `load(user)` loads a profile."""
        self._recent.append(user)
        for method in self._listeners:
            method(user)
        return Session(user, load)

    def recent(self):
        """The last `keep` users, the latest one last."""
        return self._recent[-self.keep :]


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
