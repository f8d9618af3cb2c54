import importlib
import sys

import pytest


@pytest.fixture
def formats(monkeypatch):
    """Your module, imported anew, so that nothing of another test is registered."""
    monkeypatch.delitem(sys.modules, "factory_method", raising=False)
    return importlib.import_module("factory_method")


def parser_class(formats, name, suffix, bases=None):
    """Do what `class Name(Parser, suffix=...)` does."""

    def parse(self, text):
        return [{"text": text}]

    try:
        return type(formats.Parser)(
            name, bases or (formats.Parser,), {"parse": parse}, suffix=suffix
        )
    except TypeError as error:
        pytest.fail(
            f"`class {name}(Parser, suffix={suffix!r})` must be allowed: {error}",
            pytrace=False,
        )


def error_for(call):
    """Return the exception that the call ends with, or None."""
    try:
        call()
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("ages.json", "JsonParser"),
        ("ages.csv", "CsvParser"),
        ("ages.ini", "IniParser"),
        ("ages.JSON", "JsonParser"),
        ("Ages.Csv", "CsvParser"),
        ("sales.csv.json", "JsonParser"),
        ("old.json/ages.csv", "CsvParser"),
    ],
)
def test_the_suffix_decides(formats, name, wanted):
    try:
        parser = formats.Parser.for_file(name)
    except ValueError as error:
        pytest.fail(
            f"for_file({name!r}) must give a parser, but raised: {error}", pytrace=False
        )
    assert type(parser).__name__ == wanted, f"{name} must get a new {wanted}"


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        pytest.param(
            "a.json",
            '[{"name": "Ada", "age": 36}]',
            [{"name": "Ada", "age": 36}],
            id="json",
        ),
        pytest.param(
            "a.csv", "name,age\nAda,36\n", [{"name": "Ada", "age": "36"}], id="csv"
        ),
        pytest.param(
            "a.ini",
            "[x]\nname = Ada\nage = 36\n",
            [{"name": "Ada", "age": "36"}],
            id="ini",
        ),
    ],
)
def test_the_parser_parses(formats, name, text, rows):
    parser = formats.Parser.for_file(name)
    assert isinstance(parser, formats.Parser), f"{name} must get a parser"
    assert parser.parse(text) == rows, "the parser must read the text as before"


def test_each_call_makes_a_new_parser(formats):
    first, second = (formats.Parser.for_file("ages.json") for _ in range(2))
    assert first is not second, "each call of for_file must make a new parser"


def test_a_class_statement_is_enough(formats):
    yaml_parser = parser_class(formats, "YamlParser", ".yaml")
    got = formats.Parser.for_file("ages.yaml")
    assert type(got) is yaml_parser, (
        "after `class YamlParser(Parser, suffix='.yaml')`, for_file must make one for "
        "ages.yaml"
    )
    assert got.parse("x") == [{"text": "x"}], "the new parser must be used as it is"


def test_a_suffix_in_capitals_is_the_same(formats):
    parser = parser_class(formats, "LogParser", ".LOG")
    for name in ("ages.log", "ages.LOG"):
        got = type(formats.Parser.for_file(name))
        assert got is parser, f"registered for .LOG, it must be found for {name}"


@pytest.mark.parametrize("name", ["ages.xyz", "ages", "json", ".json", "ages.jso"])
def test_an_unknown_suffix_is_an_error(formats, name):
    error = error_for(lambda: formats.Parser.for_file(name))
    kind = type(error).__name__ if error else "no error"
    assert kind == "ValueError", (
        f"nobody parses {name}: for_file must raise ValueError, and gave {kind}"
    )
    assert name in str(error), "the message must name the file"


def test_a_class_without_suffix_is_not_registered(formats):
    class LineParser(formats.Parser):
        """A base of other parsers."""

    class BlockParser(formats.Parser):
        """Another one."""

        def parse(self, text):
            return []

    for name in ("ages.None", "ages"):
        error = error_for(lambda name=name: formats.Parser.for_file(name))
        assert type(error).__name__ == "ValueError", (
            f"a class without suffix= must not be found under any name, as by {name}"
        )
    got = parser_class(formats, "LogParser", ".log", bases=(LineParser,))
    assert type(formats.Parser.for_file("today.log")) is got, (
        "a subclass of a parser must be registered for its own suffix"
    )


def test_a_subclass_does_not_take_its_parents_suffix(formats):
    class Strict(formats.JsonParser):
        """A variant that is not registered."""

    got = type(formats.Parser.for_file("ages.json"))
    assert got is formats.JsonParser, (
        "a subclass without suffix= must not take the place of its parent"
    )


@pytest.mark.parametrize("suffix", [".json", ".JSON"])
def test_the_same_suffix_twice_is_an_error(formats, suffix):
    error = error_for(lambda: parser_class(formats, "OtherParser", suffix))
    kind = type(error).__name__
    assert kind == "ValueError", (
        f"a second class for {suffix} must raise ValueError in its class statement"
    )
    got = type(formats.Parser.for_file("ages.json"))
    assert got is formats.JsonParser, "the class that was first must stay registered"


def test_other_parents_are_told_too(formats):
    told = []

    class Documented:
        def __init_subclass__(cls, page="", **kwargs):
            super().__init_subclass__(**kwargs)
            told.append(page)

    try:

        class LogParser(formats.Parser, Documented, suffix=".log", page="logs"):
            """Has keywords for both parents."""

    except TypeError as error:
        pytest.fail(
            f"keywords for other parents must be passed on: {error}", pytrace=False
        )
    assert told == ["logs"], (
        "the other parents must be told of the new class, with their keywords"
    )


def test_parser_stays_abstract(formats):
    error = error_for(formats.Parser)
    assert type(error).__name__ == "TypeError", "Parser itself must stay abstract"
