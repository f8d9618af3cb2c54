import inspect


class RecordMeta(type):
    """Writes the methods of a class from the fields that it declares."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        # the annotations of this class alone, on every version of Python
        fields = list(inspect.get_annotations(cls))

        def __init__(self, *values):
            for field, value in zip(fields, values):
                setattr(self, field, value)

        cls.__init__ = __init__


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
