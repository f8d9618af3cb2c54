import pytest
from program import Vector


def test_adding():
    assert Vector(1, 2) + Vector(3, 4) == Vector(4, 6)
    assert Vector(1, 2) != Vector(2, 1)


def test_scaling():
    assert Vector(1, 2) * 3 == 3 * Vector(1, 2) == Vector(3, 6)
    assert -Vector(1, 2) == Vector(-1, -2)


def test_it_is_no_tuple():
    assert Vector(1, 2) != (1, 2)
    with pytest.raises(TypeError):
        Vector(1, 2) + 1


def test_order():
    vectors = [Vector(3, 4), Vector(0, 1), Vector(1, 1)]
    assert [abs(v) for v in sorted(vectors)] == [1, 2**0.5, 5]
    assert max(vectors) is vectors[0]
    assert Vector(0, 1) <= Vector(1, 1)


def test_content():
    assert list(Vector(5, 6)) == [5, 6]
    assert len(Vector(5, 6)) == 2
    assert Vector(5, 6)[-1] == 6
    assert not Vector(0, 0)


def test_sets_and_keys():
    assert len({Vector(1, 2), Vector(1, 2), Vector(2, 1)}) == 2
    assert {Vector(1, 2): "a"}[Vector(1, 2)] == "a"
    assert Vector(1, 2) in [Vector(0, 0), Vector(1, 2)]


def test_in_place():
    v = Vector(1, 1)
    v += Vector(1, 0)
    assert v == Vector(2, 1)
