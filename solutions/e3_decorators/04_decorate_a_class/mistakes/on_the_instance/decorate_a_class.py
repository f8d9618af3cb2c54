def ordered_by(*names):
    """Make the objects of a class comparable by these attributes."""

    def key(thing):
        return tuple(getattr(thing, name) for name in names)

    def decorate(cls):
        original = cls.__init__

        def __init__(self, *args, **kwargs):
            original(self, *args, **kwargs)
            self.__lt__ = lambda other: key(self) < key(other)

        cls.__init__ = __init__
        return cls

    return decorate


@ordered_by("major", "minor")
class Version:
    def __init__(self, major, minor, name=""):
        self.major = major
        self.minor = minor
        self.name = name

    def __str__(self):
        return f"{self.major}.{self.minor}"


if __name__ == "__main__":
    versions = [Version(3, 13), Version(2, 7), Version(3, 4)]
    print(isinstance(versions[0], Version))
    print(*sorted(versions))
