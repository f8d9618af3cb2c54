import pytest
from add_methods import Point, Point3D, Record, RecordMeta


class Named(Record):
    name: str


class Place(Point, Named):
    """Fields of two parents."""

    height: int


class Renewed(Point):
    """Declares a field of its parent again."""

    z: int
    x: float


class Nothing(Record):
    pass


class Secret(Record):
    word: str

    def __repr__(self):
        return "Secret(...)"


class Loud(Record):
    word: str

    def __init__(self, word):
        self.word = word.upper()


class Same(Record):
    word: str

    def __eq__(self, other):
        return True


def made(cls, *args, **kwargs):
    """Make an object, and say so when that is refused."""
    try:
        return cls(*args, **kwargs)
    except TypeError as error:
        given = [repr(arg) for arg in args]
        given += [f"{name}={value!r}" for name, value in kwargs.items()]
        call = f"{cls.__name__}({', '.join(given)})"
        pytest.fail(f"{call} must make an object: {error}", pytrace=False)


def test_fields_are_set_by_place():
    assert vars(made(Point, 3, 4)) == {"x": 3, "y": 4}, (
        "each argument must be in the field at its place"
    )


def test_fields_are_set_by_name():
    assert vars(made(Point, y=4, x=3)) == {"x": 3, "y": 4}, (
        "each argument must be in the field of its name"
    )
    assert vars(made(Point, 3, y=4)) == {"x": 3, "y": 4}, (
        "places and names can be mixed"
    )


def test_inherited_fields_come_first():
    assert len(vars(made(Point3D, 1, 2, 3))) == 3, (
        "a record must have the fields that its class inherits, besides its own"
    )
    assert list(vars(made(Point3D, 1, 2, 3)).items()) == [
        ("x", 1),
        ("y", 2),
        ("z", 3),
    ], "Point3D(1, 2, 3): the fields that are inherited must come before its own"
    assert vars(made(Point3D, 1, 2, z=3)) == {"x": 1, "y": 2, "z": 3}, (
        "inherited and own fields can be given by place and by name"
    )


def test_a_field_declared_again_keeps_its_place():
    assert vars(made(Renewed, 1, 2, 3)) == {"x": 1, "y": 2, "z": 3}, (
        "a field that is declared again must stay one field, in its first place"
    )


def test_fields_of_several_parents():
    place = made(Place, x=1, y=2, name="Ulm", height=478)
    assert vars(place) == {"x": 1, "y": 2, "name": "Ulm", "height": 478}, (
        "the fields of all parents must be there"
    )


def test_grandchildren():
    class Event(Point3D):
        at: float

    assert list(vars(made(Event, 1, 2, 3, 0.5))) == ["x", "y", "z", "at"], (
        "fields must be inherited over several generations"
    )
    assert vars(made(Point3D, 1, 2, 3)) == {"x": 1, "y": 2, "z": 3}, (
        "a subclass must not change its parent"
    )


def test_a_class_without_fields():
    assert vars(made(Nothing)) == {}, "a record without fields takes no arguments"
    assert repr(Nothing()) == "Nothing()", "a record without fields has nothing to show"


def test_a_subclass_without_fields():
    class Corner(Point):
        pass

    assert vars(made(Corner, 1, 2)) == {"x": 1, "y": 2}, (
        "a subclass that declares nothing has the fields of its parent"
    )


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [
        pytest.param((1, 2, 3), {}, id="too_many"),
        pytest.param((1,), {}, id="too_few"),
        pytest.param((), {}, id="none"),
        pytest.param((), {"x": 1}, id="one_name_missing"),
        pytest.param((1, 2), {"z": 3}, id="unknown"),
        pytest.param((1,), {"x": 1, "y": 2}, id="repeated"),
    ],
)
def test_wrong_arguments_are_an_error(args, kwargs):
    made(Point, 1, y=2)
    try:
        got = vars(Point(*args, **kwargs))
    except TypeError:
        got = "TypeError"
    assert got == "TypeError", (
        f"Point has the fields x and y, so the arguments {args} and {kwargs} must "
        "raise TypeError"
    )


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        pytest.param(lambda: made(Point, 1, 2), "Point(x=1, y=2)", id="own"),
        pytest.param(
            lambda: made(Point3D, 1, 2, 3), "Point3D(x=1, y=2, z=3)", id="inherited"
        ),
        pytest.param(lambda: made(Named, "Ulm"), "Named(name='Ulm')", id="text"),
    ],
)
def test_repr_shows_the_fields(make, wanted):
    assert repr(make()) == wanted, (
        "repr must show the class and its fields as one would write the call"
    )


def test_repr_shows_what_is_there_now():
    point = made(Point, 1, 2)
    point.x = 9
    assert repr(point) == "Point(x=9, y=2)", "repr must show the values of now"


def test_records_are_equal_when_all_fields_are():
    assert (made(Point, 1, 2) == made(Point, 1, 2)) is True, (
        "two points with the same fields must be equal"
    )
    assert (made(Point, 1, 2) == made(Point, 1, 3)) is False, (
        "two points that differ in y must not be equal"
    )
    assert (made(Point, 1, 2) == made(Point, 3, 2)) is False, (
        "two points that differ in x must not be equal"
    )
    assert (made(Point3D, 1, 2, 3) == made(Point3D, 9, 2, 3)) is False, (
        "inherited fields count as well"
    )
    assert (made(Point, 1, 2) != made(Point, 1, 2)) is False, "!= is the opposite of =="


def test_records_of_other_classes_are_not_equal():
    class Other(Record):
        x: int
        y: int

    class Corner(Point):
        pass

    point = made(Point, 1, 2)
    assert (point == made(Other, 1, 2)) is False, (
        "records of two classes are not equal, although their fields are"
    )
    assert (point == made(Corner, 1, 2)) is False, (
        "a record of a subclass is not equal to one of the class"
    )
    assert (made(Corner, 1, 2) == point) is False, (
        "a record of a subclass is not equal to one of the class"
    )


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: (1, 2), id="tuple"),
        pytest.param(lambda: None, id="none"),
        pytest.param(lambda: made(Named, "Ulm"), id="another_record"),
    ],
)
def test_the_other_side_is_asked(make):
    answer = made(Point, 1, 2).__eq__(make())
    assert answer is NotImplemented, (
        "what is no record of the same class must be asked itself: __eq__ returns "
        "NotImplemented"
    )


def test_what_the_class_body_defines_stays():
    secret = made(Secret, "x")
    assert repr(secret) == "Secret(...)", "the class has its own __repr__: keep it"
    assert secret.word == "x", "its __init__ is still to be written"
    loud = made(Loud, "hey")
    assert loud.word == "HEY", "the class has its own __init__: keep it"
    assert repr(loud) == "Loud(word='HEY')", "its __repr__ is still to be written"
    assert (made(Same, "a") == made(Same, "b")) is True, (
        "the class has its own __eq__: keep it"
    )


def test_methods_are_written_by_the_metaclass():
    point = RecordMeta("Pixel", (Record,), {"colour": "red"})
    assert type(point) is RecordMeta, "every record is made by RecordMeta"
    assert point.colour == "red", "what the namespace holds must stay"
    assert type(Point) is RecordMeta, "every record is made by RecordMeta"
