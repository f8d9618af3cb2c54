import dataclasses
import re
import typing

import pytest
from hints_at_runtime import Server, load
from models import Account, AdminAccount


@dataclasses.dataclass
class Point:
    """Its hints are real classes, not text."""

    x: int
    y: int = 0
    label: typing.Optional[str] = None  # noqa: UP045, the old spelling must work too


@dataclasses.dataclass
class Quoted:
    size: "int"
    unit: "str | None" = None


def loaded(cls, data):
    """Load data that fit, and say so when they are refused."""
    try:
        return load(cls, data)
    except Exception as error:
        pytest.fail(
            f"data that fit {cls.__name__} must be accepted, but {data} raised "
            f"{type(error).__name__}: {error}",
            pytrace=False,
        )


def refusal(cls, data):
    """Return the words of the TypeError for data that do not fit."""
    try:
        got = load(cls, data)
    except TypeError as error:
        return re.findall(r"\w+", str(error))
    except Exception as error:
        pytest.fail(
            f"what does not fit must raise TypeError, but {data} raised "
            f"{type(error).__name__}: {error}",
            pytrace=False,
        )
    pytest.fail(
        f"{data} must be refused, but was loaded as {got}: Python compares no value "
        "with a hint",
        pytrace=False,
    )


@pytest.mark.parametrize(
    ("data", "field"),
    [
        pytest.param({"x": "1"}, "x", id="text_for_int"),
        pytest.param({"x": 1, "y": 2.0}, "y", id="float_for_int"),
        pytest.param({"x": 1, "y": None}, "y", id="none_for_int"),
        pytest.param({"x": 1, "label": 3}, "label", id="int_for_text_or_none"),
    ],
)
def test_a_wrong_value_is_refused(data, field):
    words = refusal(Point, data)
    assert field in words, f"the message for {data} must name the field, {field}"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"x": 1}, id="defaults"),
        pytest.param({"x": 0, "y": -2, "label": ""}, id="false_values"),
        pytest.param({"label": "start", "x": 1}, id="another_order"),
        pytest.param({"x": 1, "label": None}, id="none_where_allowed"),
    ],
)
def test_values_that_fit_are_loaded(data):
    wanted = Point(**data)
    assert loaded(Point, data) == wanted, "the object must hold the data"


def test_a_subclass_fits():
    class Text(str):
        pass

    label = Text("start")
    got = loaded(Point, {"x": 1, "label": label})
    assert got.label is label, "a value of a subclass fits, and is not converted"


@pytest.mark.parametrize(
    ("cls", "good", "bad", "field"),
    [
        pytest.param(
            Account,
            {"name": "ann", "visits": 3, "email": "ann@example.org"},
            {"name": "ann", "visits": "3"},
            "visits",
            id="future_import",
        ),
        pytest.param(
            Account,
            {"name": "ann", "email": None},
            {"name": "ann", "email": 3},
            "email",
            id="future_import_union",
        ),
        pytest.param(Quoted, {"size": 3}, {"size": "3"}, "size", id="quoted"),
        pytest.param(
            Quoted,
            {"size": 3, "unit": None},
            {"size": 3, "unit": 4},
            "unit",
            id="quoted_union",
        ),
    ],
)
def test_hints_may_be_text(cls, good, bad, field):
    assert loaded(cls, good) == cls(**good), "the object must hold the data"
    assert field in refusal(cls, bad), (
        f"the message for {bad} must name the field, {field}"
    )


def test_inherited_fields_are_checked():
    data = {"name": "root", "visits": 2, "level": 9}
    assert loaded(AdminAccount, data) == AdminAccount("root", 2, None, 9), (
        "the object must hold the data, also in the fields that are inherited"
    )
    refusal(AdminAccount, {"name": "root", "level": "high"})
    words = refusal(AdminAccount, {"name": "root", "visits": "often"})
    assert "visits" in words, (
        "a wrong value in an inherited field must be refused, with the field's name"
    )


def test_unknown_and_missing_names_are_refused():
    refusal(Point, {"x": 1, "z": 3})
    refusal(Point, {"y": 3})


def test_data_are_left_as_they_were():
    data = {"x": 1, "label": "start"}
    loaded(Point, data)
    assert data == {"x": 1, "label": "start"}, "load must not change the data"


def test_timeout_is_a_field():
    names = [field.name for field in dataclasses.fields(Server)]
    assert names == ["host", "port", "timeout"], (
        "@dataclass makes a field only of a name with a hint: timeout must be one"
    )
    assert Server("example.org") == Server("example.org", 8000, 2.5), (
        "the default of timeout must be 2.5, and that of port must stay"
    )
    got = loaded(Server, {"host": "example.org", "port": 443, "timeout": 0.5})
    assert got == Server("example.org", 443, 0.5), "a timeout must be taken"


def test_a_server_is_checked():
    for data, field in [
        ({"host": 1}, "host"),
        ({"host": "example.org", "port": "443"}, "port"),
        ({"host": "example.org", "timeout": "long"}, "timeout"),
    ]:
        assert field in refusal(Server, data), (
            f"the message for {data} must name the field, {field}"
        )
