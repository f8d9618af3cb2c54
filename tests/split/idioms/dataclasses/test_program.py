import dataclasses

import pytest
from program import Color, Level, Point, Size, Version, biggest


def test_comparing():
    assert Version(1, 2) == Version(1, 2)
    assert Version(1, 2) != Version(1, 3)
    assert Version(1, 2) < Version(2)
    assert Version(1, 1).bump() == Version(1, 2)


def test_fields():
    version = Version(3)
    assert (version.major, version.minor, version.tags) == (3, 0, [])
    version.tags.append("beta")
    assert version.tags == ["beta"]
    assert Version(1).tags == []
    assert repr(version) == "Version(major=3, minor=0, tags=['beta'])"


def test_frozen():
    point = Point(1, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 5
    assert {point: "here"}[Point(1, 2)] == "here"


def test_enumerations():
    assert Color.RED.value == "r"
    assert Color("g") is Color.GREEN
    assert Color["RED"] is Color.RED
    assert [color.name for color in Color] == ["RED", "GREEN"]
    assert isinstance(Color.RED, Color)
    with pytest.raises(ValueError):
        Color("x")


def test_numbers_with_names():
    assert Level.HIGH == 3
    assert Level.LOW + Level.HIGH == 4
    assert Level(1).name == "LOW"


def test_named_tuples():
    size = Size(2)
    assert size == (2, 1)
    assert size.width == 2
    width, height = size
    assert (width, height) == (2, 1)
    assert biggest([Size(1, 2), Size(3, 4)]) == Size(3, 4)
    assert size._replace(height=5).height == 5
