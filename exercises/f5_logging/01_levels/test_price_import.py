import contextlib
import importlib
import logging
import runpy

import price_import
import pytest

NAME = "price_import"
ROWS = ["tea=3.50", "salt", "milk=1.10", "rice=2.10"]


def save(article, price):
    if article == "milk":
        raise OSError("disk full")


class Row(str):
    """A text that counts how often somebody wants to see it."""

    shown = 0

    def __repr__(self):
        Row.shown += 1
        return super().__repr__()

    __str__ = __format__ = lambda self, *_: repr(self)


@pytest.fixture
def records(caplog, capsys):
    """What is logged by an import that meets everything that can happen."""
    caplog.set_level(logging.DEBUG)
    price_import.import_prices(ROWS, save)
    return caplog.records


@contextlib.contextmanager
def bare_root():
    """The root logger as it is when a program starts."""
    root = logging.root
    handlers, level = root.handlers, root.level
    root.handlers = []
    root.setLevel(logging.WARNING)
    try:
        yield root
    finally:
        root.handlers = handlers
        root.setLevel(level)


def find(records, text):
    for record in records:
        if record.getMessage() == text:
            return record
    logged = [record.getMessage() for record in records] or "nothing"
    pytest.fail(f"{text!r} must be logged; logged was {logged}", pytrace=False)


def test_prices_are_returned_and_saved(capsys):
    saved = []
    prices = price_import.import_prices(
        ["tea=3.50", "salt", "rice=2=10"], lambda *pair: saved.append(pair)
    )
    assert prices == {"tea": 3.5}, "the import must give what it gave before"
    assert saved == [("tea", 3.5)], "each price must be saved, as before"


def test_a_price_that_was_not_saved_is_left_out(capsys):
    prices = price_import.import_prices(ROWS, save)
    assert prices == {"tea": 3.5, "rice": 2.1}, (
        "the import must go on after a price that could not be saved"
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("importing 4 rows", "INFO"),
        ("row 1 is 'tea=3.50'", "DEBUG"),
        ("row 2 has no price: left out", "WARNING"),
        ("milk was not saved", "ERROR"),
        ("imported 2 prices", "INFO"),
    ],
)
def test_level(records, text, level):
    record = find(records, text)
    assert record.levelname == level, f"{text!r} must be logged at the right level"


def test_every_row_is_logged(records):
    texts = [record.getMessage() for record in records]
    assert texts == [
        "importing 4 rows",
        "row 1 is 'tea=3.50'",
        "row 2 is 'salt'",
        "row 2 has no price: left out",
        "row 3 is 'milk=1.10'",
        "milk was not saved",
        "row 4 is 'rice=2.10'",
        "imported 2 prices",
    ], "everything that was printed must be logged once, in the same order"


def test_the_logger_has_the_name_of_the_module(records):
    names = {record.name for record in records}
    assert names == {NAME}, "every record must come from the module's own logger"


def test_the_traceback_is_kept(records):
    record = find(records, "milk was not saved")
    has_traceback = bool(record.exc_info)
    assert has_traceback, "the record of a failed save must hold the traceback"
    assert str(record.exc_info[1]) == "disk full", "the error that save raised"
    others = [r.getMessage() for r in records if r.exc_info and r is not record]
    assert others == [], "an expected problem needs no traceback"


def test_the_text_is_made_only_when_it_is_wanted(caplog, capsys):
    caplog.set_level(logging.WARNING)
    Row.shown = 0
    price_import.import_prices([Row("tea=3.50")], save)
    assert Row.shown == 0, (
        "nobody wants the debug records here, but their text was put together all "
        "the same"
    )


def test_values_are_not_part_of_the_template(records):
    made = [record.msg for record in records if not record.args]
    assert made == [], (
        "each of these texts was complete before the logger got it: give the logger "
        "a template such as 'imported %d prices', and the values beside it"
    )


def test_nothing_is_printed(caplog, capsys):
    caplog.set_level(logging.DEBUG)
    price_import.import_prices(ROWS, save)
    out, err = capsys.readouterr()
    assert out == "", "an import must print nothing: stdout belongs to the results"
    assert err == "", "an import must write nothing to stderr by itself"


def test_importing_configures_nothing(capsys):
    with bare_root() as root:
        importlib.reload(price_import)
        price_import.import_prices(ROWS, save)
        handlers, level = root.handlers, root.level
    assert handlers == [], (
        "a module that is imported must give the root logger no handler: that is up "
        "to the program"
    )
    assert level == logging.WARNING, (
        "a module that is imported must not change the level of the root logger"
    )
    own = logging.getLogger(NAME)
    assert (own.level, own.handlers) == (logging.NOTSET, []), (
        "the module's logger must have no level and no handler of its own: that is "
        "up to the program"
    )


def test_the_script_shows_info_and_above(capsys):
    with bare_root():
        runpy.run_path(price_import.__file__, run_name="__main__")
    out, err = capsys.readouterr()
    assert out == "{'tea': 3.5, 'rice': 2.1}\n", (
        "run as a script, it must print the stock and nothing else"
    )
    shown = err.splitlines()
    assert len(shown) == 3, (
        "run as a script, it must show three records on stderr: two at info, one at "
        "warning, none at debug"
    )
    for line, level, text in zip(
        shown,
        ["INFO", "WARNING", "INFO"],
        ["importing 3 rows", "row 2 has no price: left out", "imported 2 prices"],
        strict=True,
    ):
        assert level in line and text in line, (
            f"the line must tell {level} and {text!r}"
        )
