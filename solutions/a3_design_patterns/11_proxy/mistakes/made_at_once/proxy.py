from archive import Archive


class Proxy:
    """Stands for an object that `make` makes."""

    def __init__(self, make, allowed, remembered=()):
        self._make = make
        self._real = make()
        self._allowed = set(allowed)
        self._remembered = set(remembered)
        self._results = {}

    def _get(self, name):
        """Return an attribute of the real object, if that is allowed."""
        if name not in self._allowed:
            raise PermissionError(f"{name} is not allowed")
        if self._real is None:
            self._real = self._make()
        return getattr(self._real, name)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        value = self._get(name)
        if name not in self._remembered:
            return value

        def remember(*args):
            if (name, args) not in self._results:
                self._results[name, args] = value(*args)
            return self._results[name, args]

        return remember

    def __len__(self):
        return self._get("__len__")()


if __name__ == "__main__":
    proxy = Proxy(
        Archive, allowed=["search", "keeper", "__len__"], remembered=["search"]
    )
    print("nobody has asked for anything yet")
    print(proxy.search(1901))
    print(proxy.search(1901))
    print(proxy.keeper, len(proxy))
