import abc

import pytest
from abc_and_abcmeta import Circle, Registry, Shape, ShapeMeta
from blobs import Blob


@pytest.fixture(autouse=True)
def same_registry_afterwards():
    """A test may add classes; the next one finds what the module itself made."""
    saved = dict(Registry.classes)
    yield
    Registry.classes.clear()
    Registry.classes.update(saved)


def can_be_made(cls, *args):
    """Tell whether cls() gives an object. The text of the error does not matter."""
    try:
        cls(*args)
    except TypeError:
        return False
    return True


def test_the_metaclass_is_both():
    assert type(Shape) is ShapeMeta, "Shape must be made by ShapeMeta"
    assert issubclass(ShapeMeta, Registry), "ShapeMeta must be a Registry"
    assert issubclass(ShapeMeta, abc.ABCMeta), (
        "ShapeMeta must be an ABCMeta, which is the metaclass of abstract classes"
    )


def test_a_bare_shape_cannot_be_made():
    assert can_be_made(Shape) is False, "Shape() must raise TypeError: it is abstract"


def test_a_shape_without_area_cannot_be_made():
    class Nothing(Shape):
        pass

    assert can_be_made(Nothing) is False, (
        "a shape that does not define `area` must not be instantiable"
    )


def test_a_shape_with_area_can_be_made():
    class Square(Shape):
        @property
        def area(self):
            return 4

    assert can_be_made(Square) is True, "a shape that defines `area` can be made"
    assert Square().area == 4, "area is read as an attribute, without a call"


def test_area_is_an_abstract_property():
    area = vars(Shape).get("area")
    assert type(area) is property, "`area` must be a property in Shape too"
    assert Shape.__abstractmethods__ == {"area"}, (
        "`area`, and nothing else, must be abstract"
    )


def test_each_shape_is_noted():
    assert Registry.classes.get("Shape") is Shape, "Shape itself must be noted"
    assert Registry.classes.get("Circle") is Circle, "Circle must be noted"

    class Square(Shape):
        pass

    assert Registry.classes.get("Square") is Square, "each new shape must be noted"


def test_circle_is_a_shape():
    assert issubclass(Circle, Shape), "Circle must inherit from Shape"
    assert Circle(3).area == 27, "the area of a circle must be as before"


def test_other_classes_can_be_noted():
    class Tool(metaclass=Registry):
        pass

    assert Registry.classes.get("Tool") is Tool, "Registry must note other classes too"


def test_a_blob_is_a_shape():
    assert issubclass(Blob, Shape), "Blob must count as a Shape"
    assert isinstance(Blob(5), Shape), "a Blob must count as a Shape"
    assert Blob.__mro__ == (Blob, object), "Blob must stay as it is: it only counts as"


def test_not_everything_is_a_shape():
    class Story:
        def __init__(self):
            self.area = "the north"

    assert not isinstance(Story(), Shape), (
        "what nobody registered is no Shape, even if it has an `area`"
    )
    assert not issubclass(int, Shape), "what nobody registered is no Shape"
    assert not issubclass(Blob, Circle), "Blob counts as a Shape, not as a Circle"
