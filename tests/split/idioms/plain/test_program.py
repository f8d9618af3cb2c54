import pytest
from program import LIMIT, add, shapes

import program


@pytest.mark.parametrize(("a", "b", "total"), [(1, 2, 3), (0.5, 0.25, 0.75)])
def test_adds(a, b, total):
    assert add(a, b) == total


def test_keywords_and_defaults():
    assert add(1) == 2
    assert add(1, b=2, scale=3) == 9


def test_wrong_calls_raise():
    with pytest.raises(TypeError, match="missing"):
        add()


def test_constants():
    assert LIMIT == 10
    assert program.LIMIT == 10


def test_data_of_all_kinds():
    assert shapes() == {
        "list": [1, 2.5],
        "tuple": (1, "a"),
        "set": {1, 2},
        "bytes": b"x",
        "none": None,
        "big": 10**40,
    }
    assert type(shapes()["tuple"]) is tuple
