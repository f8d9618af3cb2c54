"""Judges the text of the script by the rules of Python 3.11, whichever Python runs this."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("say_after.py").read_text(encoding="utf-8")

# Up to 3.11 a string, also an f-string, ends at the next quote of its own kind.
COMMENT_OR_STRING = re.compile(
    r"""#[^\n]*|(?P<prefix>\w*)(?P<quote>'''|\"""|'|")"""
    r"""(?P<body>(?:\\.|(?!(?P=quote)).)*)(?P=quote)""",
    re.DOTALL,
)


def f_strings():
    """The line, the quotes and the body of each f-string, as Python 3.11 sees them."""
    for found in COMMENT_OR_STRING.finditer(SOURCE):
        if (found["prefix"] or "").lower() in ("f", "fr", "rf"):
            line = SOURCE.count("\n", 0, found.start()) + 1
            yield line, found["quote"], found["body"]


def reused_quotes():
    return [n for n, _, body in f_strings() if body.count("{") > body.count("}")]


def backslashes():
    return [n for n, _, body in f_strings() if re.search(r"\{[^}]*\\", body)]


def named(lines):
    return ("lines " if len(lines) > 1 else "line ") + ", ".join(map(str, lines))


def test_no_f_string_uses_its_own_quotes_inside():
    lines = reused_quotes()
    assert lines == [], (
        f"{named(lines)}: the quotes around the f-string are used again between its "
        "braces; up to Python 3.11 the string ends there, and the rest is a SyntaxError"
    )


def test_no_backslash_between_the_braces():
    lines = backslashes()
    assert lines == [], (
        f"{named(lines)}: a backslash between the braces of an f-string is a "
        "SyntaxError up to Python 3.11"
    )


def test_python_3_11_can_read_the_rest():
    if reused_quotes() or backslashes():
        return  # the tests above tell
    lines = [n for n, quote, body in f_strings() if len(quote) == 1 and "\n" in body]
    assert lines == [], (
        f"{named(lines)}: up to Python 3.11, an f-string that goes over several lines "
        "needs triple quotes"
    )
    try:
        ast.parse(SOURCE, feature_version=(3, 11))
    except SyntaxError as error:
        pytest.fail(
            f"line {error.lineno}: Python 3.11 cannot read this: {error.msg}",
            pytrace=False,
        )
