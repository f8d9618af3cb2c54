import abc

from blobs import Blob


class Registry(type):
    """Notes every class that it makes under its name."""

    classes = {}

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        Registry.classes[name] = cls


class ShapeMeta(Registry):
    """The metaclass of all shapes."""


class Shape(abc.ABC, metaclass=ShapeMeta):
    """Something that has an area."""

    @abc.abstractmethod
    @property
    def area(self):
        """How large it is."""


class Circle(Shape):
    def __init__(self, radius):
        self._radius = radius

    @property
    def area(self):
        return 3 * self._radius**2  # good enough here


if __name__ == "__main__":
    print(f"Shape has the metaclass {type(Shape).__name__}")
    print(f"known: {', '.join(sorted(Registry.classes))}")
    print(f"a circle of area {Circle(2).area}")
    print(f"a Blob is a Shape: {isinstance(Blob(5), Shape)}")
