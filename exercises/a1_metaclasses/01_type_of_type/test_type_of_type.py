import abc
import enum
import math

import pytest
from type_of_type import CLAIMS, Robot, build_robot, is_class


@pytest.mark.parametrize(
    ("expression", "truth"),
    [
        pytest.param("type(robot)", Robot, id="type_of_an_instance"),
        pytest.param("type(Robot)", type, id="type_of_a_class"),
        pytest.param("type(type)", type, id="type_of_type"),
        pytest.param("isinstance(robot, type)", False, id="instance_is_a_class"),
        pytest.param(
            "isinstance(Robot, type)", True, id="class_is_an_instance_of_type"
        ),
        pytest.param("issubclass(Robot, type)", False, id="class_inherits_from_type"),
    ],
)
def test_claim(expression, truth):
    assert expression in CLAIMS, f"CLAIMS must keep its entry for {expression}"
    claim = CLAIMS[expression]
    assert claim is truth, f"{expression} does not give {claim!r}"


class Shape(abc.ABC):
    """A class that ABCMeta made."""

    @abc.abstractmethod
    def area(self):
        """How large it is."""


class Colour(enum.Enum):
    """A class that EnumType made."""

    RED = 1


@pytest.mark.parametrize(
    "thing",
    [
        pytest.param(int, id="builtin"),
        pytest.param(Robot, id="own"),
        pytest.param(type, id="type"),
        pytest.param(Shape, id="abstract"),
        pytest.param(Colour, id="enum"),
    ],
)
def test_every_class_is_a_class(thing):
    maker = type(thing).__name__
    assert is_class(thing) is True, (
        f"is_class({thing.__name__}) must be True: it is a class, made by {maker}"
    )


@pytest.mark.parametrize(
    ("thing", "what"),
    [
        pytest.param(Robot(), "an instance", id="instance"),
        pytest.param(len, "a function", id="function"),
        pytest.param(math, "a module", id="module"),
        pytest.param("Robot", "the name of a class", id="class_name"),
    ],
)
def test_other_things_are_not_classes(thing, what):
    assert is_class(thing) is False, f"{what} is not a class: is_class must be False"


def test_built_class_has_the_name():
    rover = build_robot("Rover", 6)
    assert rover.__name__ == "Rover", "the new class must be called what was asked for"
    assert rover.__qualname__ == "Rover", (
        "the class must be made under its name: its __qualname__ says another one"
    )


def test_built_class_inherits_from_robot():
    rover = build_robot("Rover", 6)
    assert rover.__bases__ == (Robot,), "the new class must be a subclass of Robot"
    assert rover().move() == "rolling on 6 wheels", (
        "a robot of the new class must move on the wheels that were asked for"
    )


def test_wheels_belong_to_the_built_class():
    rover = build_robot("Rover", 6)
    assert vars(rover).get("wheels") == 6, (
        "`wheels` must be in the namespace of the new class"
    )
    assert Robot.wheels == 4, "building another class must leave Robot as it was"


def test_each_call_builds_a_new_class():
    rover = build_robot("Rover", 6)
    bike = build_robot("Bike", 2)
    assert bike is not rover, "each call must build a class of its own"
    assert (rover.__name__, rover.wheels) == ("Rover", 6), (
        "building a second class must leave the first one as it was"
    )
    assert (bike.__name__, bike.wheels) == ("Bike", 2), (
        "the second class must have its own name and wheels"
    )
