import inspect


class RecordMeta(type):
    """Writes the methods of a class from the fields that it declares."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        # the annotations of a class alone, on every version of Python
        fields = {}
        for parent in reversed(cls.__mro__):
            fields.update(inspect.get_annotations(parent))
        signature = inspect.Signature(
            inspect.Parameter(field, inspect.Parameter.POSITIONAL_OR_KEYWORD)
            for field in fields
        )

        def __init__(self, *args, **kwargs):
            bound = signature.bind(*args, **kwargs)
            for field, value in bound.arguments.items():
                setattr(self, field, value)

        def __repr__(self):
            shown = ", ".join(f"{field}={getattr(self, field)!r}" for field in fields)
            return f"{type(self).__name__}({shown})"

        def __eq__(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return all(getattr(self, f) == getattr(other, f) for f in fields)

        for method in (__init__, __repr__, __eq__):
            if method.__name__ not in namespace:
                setattr(cls, method.__name__, method)


class Record(metaclass=RecordMeta):
    """Base of all records."""


class Point(Record):
    x: int
    y: int


class Point3D(Point):
    z: int


if __name__ == "__main__":
    print(Point(1, 2))
    print(Point(1, 2) == Point(1, 2))
    print(vars(Point3D(1, 2, 3)))
