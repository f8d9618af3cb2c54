import pytest
from program import Circle, Shape, Square, make, total


def test_classes():
    assert isinstance(Square(2), Shape)
    assert not isinstance(Square(2), Circle) and not isinstance(Circle(2), Square)
    assert not isinstance(3, Square)
    assert issubclass(Circle, Shape)
    assert type(Square(1)) is Square
    assert Square.__name__ == "Square"


def test_a_factory():
    shape = make("circle", 2)
    assert isinstance(shape, Circle)
    assert shape.area() == 12
    assert type(make("square", 1)).__name__ == "Square"


def test_objects_are_given_back():
    assert total([Square(2), Circle(1), make("square", 3)]) == 16


def test_abstract():
    with pytest.raises(NotImplementedError):
        Shape().area()
