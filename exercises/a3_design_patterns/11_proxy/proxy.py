from archive import Archive


class Proxy:
    """Stands for an object that `make` makes."""

    def __init__(self, make, allowed, remembered=()):
        self._real = make()
        self._allowed = set(allowed)
        self._remembered = set(remembered)

    def search(self, year):
        return self._real.search(year)


if __name__ == "__main__":
    proxy = Proxy(
        Archive, allowed=["search", "keeper", "__len__"], remembered=["search"]
    )
    print("nobody has asked for anything yet")
    print(proxy.search(1901))
    print(proxy.search(1901))
    print(proxy.keeper, len(proxy))
