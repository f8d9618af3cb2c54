from collections.abc import Mapping, MutableMapping
from typing import Any, Final, get_args, get_origin, get_type_hints

import greet_pi
import pytest

NOTHING = "nothing"

# for each part of a function: the annotations that are right, and what it is
PARTS = {
    "greet.name": ([str], "a text"),
    "greet.return": ([str], "a text"),
    "circle_area.radius": ([float, int | float], "any number, also 2.5"),
    "circle_area.return": ([float], "a number with decimals"),
    "capital_of.country": ([str], "a text"),
    "capital_of.return": ([str | None], "a text, or None for an unknown country"),
}


def shown(hint):
    """The hint as one would write it."""
    plain = isinstance(hint, type) and not get_args(hint)
    return hint.__name__ if plain else str(hint)


def hint_of(variable):
    hint = get_type_hints(greet_pi).get(variable, NOTHING)
    return get_args(hint)[0] if get_origin(hint) is Final else hint


@pytest.mark.parametrize("part", PARTS)
def test_function(part):
    function, name = part.split(".")
    right, what_it_is = PARTS[part]
    hint = get_type_hints(getattr(greet_pi, function)).get(name, NOTHING)
    subject = "the result" if name == "return" else f"`{name}`"
    assert hint is not Any, (
        f"{subject} of {function} is annotated as Any, which tells mypy to look away; "
        f"it is {what_it_is}"
    )
    assert hint in right, (
        f"{subject} of {function} is annotated as {shown(hint)}, but it is {what_it_is}"
    )


def test_pi():
    hint = hint_of("pi")
    assert hint is float, (
        f"`pi` is annotated as {shown(hint)}, but it is a number with decimals"
    )


def test_capitals():
    hint = hint_of("capitals")
    assert get_origin(hint) in (dict, Mapping, MutableMapping), (
        f"`capitals` is annotated as {shown(hint)}, but it is a dictionary"
    )
    assert get_args(hint) == (str, str), (
        f"`capitals` is annotated as {shown(hint)}, but it leads from texts to texts"
    )
