import logging
import logging.config
import re

import pytest
import shop
from log_setup import config

TIME = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}"


class Shop:
    """A folder with its logs, and what was shown on the console."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self.capsys = capsys

    def set_up(self, **options):
        logging.config.dictConfig(config(self.folder, **options))

    def file(self, name="shop.log"):
        """The lines of a log file, with TIME in the place of the time."""
        path = self.folder / name
        assert path.exists(), f"there must be a file {name} in the folder"
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        return [re.sub(f"^{TIME}", "TIME", line) for line in lines]

    def console(self):
        out, err = self.capsys.readouterr()
        assert out == "", "nothing may be shown on stdout: the log goes to stderr"
        return err.splitlines()


def forget_everything():
    """Bring logging back to where a program starts."""
    root = logging.root
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.WARNING)
    for name, logger in logging.root.manager.loggerDict.items():
        if name.partition(".")[0] in ("shop", "lamp") and hasattr(logger, "handlers"):
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
                handler.close()
            logger.setLevel(logging.NOTSET)
            logger.disabled = False
            logger.propagate = True


@pytest.fixture
def place(tmp_path, capsys):
    forget_everything()
    yield Shop(tmp_path, capsys)
    forget_everything()


def test_the_console_shows_warnings_and_worse(place):
    place.set_up()
    shop.open_shop()
    lines = place.console()
    assert lines == list(dict.fromkeys(lines)), "each record must be shown once"
    assert lines == [
        "WARNING: only 2 left of tea",
        "ERROR: no change for 50 €",
    ], "the console must show what is at warning or above, in its format"


def test_the_file_has_everything(place):
    place.set_up()
    shop.open_shop()
    lines = place.file()
    assert lines == list(dict.fromkeys(lines)), "each record must be in the file once"
    right = any("DEBUG" in line for line in lines)
    assert right, "the file must have the records at debug, too, but there is none"
    assert lines == [
        "TIME INFO shop: open",
        "TIME DEBUG shop.stock: counted 7 shelves",
        "TIME WARNING shop.stock: only 2 left of tea",
        "TIME ERROR shop: no change for 50 €",
    ], "the file must have what is at debug or above, in its format"


def test_other_loggers_are_heard_as_well(place):
    place.set_up()
    logging.getLogger("lamp").debug("flickers")
    logging.getLogger("lamp").warning("went out")
    assert place.console() == ["WARNING: went out"], (
        "the console must show the warnings of other libraries, too"
    )
    assert place.file() == [
        "TIME DEBUG lamp: flickers",
        "TIME WARNING lamp: went out",
    ], "the file must have the records of other libraries, too"


def test_earlier_loggers_keep_working(place):
    logger = logging.getLogger("lamp.cord")
    place.set_up()
    logging.getLogger("lamp.bulb").error("burnt out")
    assert place.console() == ["ERROR: burnt out"], "every logger must be heard"
    logger.error("torn")
    assert place.console() == ["ERROR: torn"], (
        "a logger that was made before the configuration must keep working"
    )


def test_a_traceback_goes_to_the_file(place):
    place.set_up()
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("shop").exception("cannot divide")
    lines = place.file()
    assert lines[0] == "TIME ERROR shop: cannot divide", "the record comes first"
    assert lines[-1].startswith("ZeroDivisionError"), "a traceback must follow it"


def test_the_file_is_in_utf_8_and_has_room(place):
    place.set_up()
    handlers = [h for h in logging.root.handlers if hasattr(h, "maxBytes")]
    assert len(handlers) == 1, "the root must have one handler that rotates a file"
    encoding = str(handlers[0].encoding).lower().replace("_", "-")
    assert encoding == "utf-8", (
        "the file must be in UTF-8 on every machine, so the handler must say so: by "
        "default it takes what the machine prefers"
    )
    assert handlers[0].maxBytes == 100_000, "by default a file has room for 100,000"


def test_a_full_file_is_put_aside(place):
    place.set_up(max_bytes=400)
    for number in range(21):
        logging.getLogger("shop").info("%03d %s", number, "x" * 90)
    assert place.file(), "the file must have the records at info"
    names = sorted(path.name for path in place.folder.iterdir())
    assert names == ["shop.log", "shop.log.1", "shop.log.2"], (
        "the newest file and two older ones must be kept"
    )
    kept = [*place.file("shop.log.2"), *place.file("shop.log.1"), *place.file()]
    numbers = [int(line.split()[3]) for line in kept]
    assert numbers == list(range(21 - len(numbers), 21)), (
        "the newest records must be there, without a gap"
    )
    sizes = [path.stat().st_size for path in place.folder.iterdir()]
    assert len(numbers) == 9, "a file of 400 bytes has room for three of these records"
    assert max(sizes) <= 400, "no file may be longer than max_bytes"
