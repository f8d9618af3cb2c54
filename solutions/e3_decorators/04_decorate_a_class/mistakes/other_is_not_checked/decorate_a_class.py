import operator


def ordered_by(*names):
    """Make the objects of a class comparable by these attributes."""

    def key(thing):
        return tuple(getattr(thing, name) for name in names)

    def decorate(cls):
        def comparison(compare):
            def method(self, other):
                return compare(key(self), key(other))

            return method

        cls.__lt__ = comparison(operator.lt)
        cls.__le__ = comparison(operator.le)
        cls.__gt__ = comparison(operator.gt)
        cls.__ge__ = comparison(operator.ge)
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
