import copy

import pytest
from proxy import Proxy


class Archive:
    """An archive that writes down what is done with it."""

    def __init__(self, log):
        self.log = log
        self.keeper = "Ada"
        self.letters = {1901: "Dear Bob", 1902: "Dear Cy"}
        self._secret = "under the mat"

    def search(self, year):
        self.log.append(("search", year))
        return self.letters.get(year)

    def between(self, first, last):
        self.log.append(("between", first, last))
        return [year for year in self.letters if first <= year <= last]

    def burn(self, year):
        self.log.append(("burn", year))
        return self.letters.pop(year)

    def __len__(self):
        return len(self.letters)


@pytest.fixture
def log():
    return []


@pytest.fixture
def make(log):
    def make():
        log.append("open")
        return Archive(log)

    return make


def used(call):
    """Use the proxy, and say so when that fails."""
    try:
        return call()
    except (AttributeError, TypeError, PermissionError, RecursionError) as error:
        pytest.fail(
            f"this must be allowed, but raised {type(error).__name__}: {error}",
            pytrace=False,
        )


def kind_of_error(call):
    try:
        call()
    except Exception as error:
        return type(error).__name__, str(error)
    return "no error", ""


ALL = ["search", "between", "burn", "keeper", "letters", "__len__"]


def test_nothing_is_opened_before_it_is_needed(make, log):
    Proxy(make, ALL, ["search"])
    assert log == [], "nobody has used the proxy, so the archive must not be opened yet"


def test_any_allowed_name_can_be_used(make):
    proxy = Proxy(make, ALL)
    assert used(lambda: proxy.keeper) == "Ada", (
        "an attribute of the archive must be found through the proxy"
    )
    assert used(lambda: proxy.search(1901)) == "Dear Bob", (
        "a method of the archive must be callable through the proxy"
    )
    assert used(lambda: proxy.between(1902, last=1999)) == [1902], (
        "a method must get its arguments, those with keywords too"
    )
    assert used(lambda: proxy.burn(1901)) == "Dear Bob", "burn must be callable"
    assert used(lambda: proxy.search(1901)) is None, (
        "the archive behind the proxy must be the same one all the time"
    )


def test_the_archive_is_opened_once(make, log):
    proxy = Proxy(make, ALL)
    for _ in range(3):
        used(lambda: proxy.keeper)
        used(lambda: proxy.search(1901))
    assert log.count("open") == 1, "the archive must be opened once, at its first use"


def test_what_is_not_allowed_is_refused(make):
    proxy = Proxy(make, ["search"])
    for call in (lambda: proxy.burn, lambda: proxy.burn(1901), lambda: proxy.keeper):
        kind, message = kind_of_error(call)
        assert kind == "PermissionError", (
            "a name that is not allowed must raise PermissionError"
        )
    assert "keeper" in message, "the message must tell the name"
    assert used(lambda: proxy.search(1901)) == "Dear Bob", "the rest must work"


def test_a_refused_name_does_not_open_the_archive(make, log):
    proxy = Proxy(make, ["search"])
    assert kind_of_error(lambda: proxy.burn)[0] == "PermissionError", (
        "a name that is not allowed must raise PermissionError"
    )
    assert log == [], "to refuse a name needs no archive: that must not open it"


def test_an_allowed_name_that_is_not_there(make):
    proxy = Proxy(make, ["colour"])
    assert kind_of_error(lambda: proxy.colour)[0] == "AttributeError", (
        "an allowed name that the archive does not have is an AttributeError"
    )


def test_private_names_stay_inside(make, log):
    proxy = Proxy(make, [*ALL, "_secret"])
    assert kind_of_error(lambda: proxy._secret)[0] == "AttributeError", (
        "names that begin with an underscore must not be passed on"
    )
    assert log == [], "and asking for one must not open the archive"


def test_a_remembered_call_is_made_once(make, log):
    proxy = Proxy(make, ALL, ["search"])
    got = [used(lambda: proxy.search(1901)) for _ in range(3)]
    assert got == ["Dear Bob"] * 3, "each call must give the result"
    assert log.count(("search", 1901)) == 1, (
        "a remembered method must be called once for the same arguments"
    )


def test_other_arguments_are_another_call(make, log):
    proxy = Proxy(make, ALL, ["search", "between"])
    first = used(lambda: proxy.search(1901))
    second = used(lambda: proxy.search(1902))
    assert (first, second) == ("Dear Bob", "Dear Cy"), (
        "what is remembered for one year must not be given for another"
    )
    years = [used(lambda: proxy.between(1900, last)) for last in (1901, 1902)]
    assert years == [[1901], [1901, 1902]], "all arguments count, not the first alone"


def test_other_methods_are_another_call(make):
    proxy = Proxy(make, ALL, ["search", "burn"])
    used(lambda: proxy.burn(1901))
    assert used(lambda: proxy.search(1901)) is None, (
        "what one method returned must not be given for another method"
    )


def test_a_result_of_none_is_remembered(make, log):
    proxy = Proxy(make, ALL, ["search"])
    used(lambda: (proxy.search(1901), proxy.search(1901)))
    assert log.count(("search", 1901)) == 1, "a result must be remembered"
    got = [used(lambda: proxy.search(1850)) for _ in range(2)]
    assert got == [None, None], "there is nothing from 1850"
    assert log.count(("search", 1850)) == 1, "None is a result, too, and must be kept"


def test_only_what_is_named_is_remembered(make, log):
    proxy = Proxy(make, ALL, ["between"])
    for _ in range(2):
        used(lambda: proxy.search(1901))
    assert log.count(("search", 1901)) == 2, (
        "a method that is not in `remembered` must be called each time"
    )


def test_errors_are_not_remembered(make, log):
    proxy = Proxy(make, ALL, ["burn"])
    for _ in range(2):
        assert kind_of_error(lambda: proxy.burn(1850))[0] == "KeyError", (
            "an error of the archive must reach the caller"
        )
    assert log.count(("burn", 1850)) == 2, "after an error the call is made again"


def test_proxies_are_apart(make, log):
    first, second = Proxy(make, ALL, ["search"]), Proxy(make, ALL, ["search"])
    used(lambda: first.burn(1901))
    assert used(lambda: first.search(1901)) is None, "it was burnt"
    assert used(lambda: second.search(1901)) == "Dear Bob", (
        "each proxy must have an archive and a memory of its own"
    )


def test_a_failed_opening_can_be_repeated(log):
    tries = []

    def make():
        tries.append("open")
        if len(tries) == 1:
            raise ConnectionError("closed on Mondays")
        return Archive(log)

    proxy = Proxy(make, ALL)
    assert kind_of_error(lambda: proxy.keeper)[0] == "ConnectionError", (
        "when the archive cannot be opened, the caller must get the error"
    )
    assert used(lambda: proxy.keeper) == "Ada", "the next use must try again"


def test_an_object_that_is_false_is_made_once(log):
    def make():
        log.append("open")
        archive = Archive(log)
        archive.letters.clear()
        return archive

    proxy = Proxy(make, ALL)
    used(lambda: (proxy.keeper, proxy.keeper))
    assert log == ["open"], (
        "an empty archive counts as false, but it is there: it must not be made again"
    )


def test_len_asks_the_archive(make, log):
    other, proxy = Proxy(make, ALL), Proxy(make, ALL)
    used(lambda: other.keeper)
    log.clear()
    assert used(lambda: len(proxy)) == 2, "len(proxy) must be that of the archive"
    assert log == ["open"], "len(proxy) must open the archive"
    closed = Proxy(make, ["search"])
    assert kind_of_error(lambda: len(closed))[0] == "PermissionError", (
        "len(proxy) needs the permission '__len__'"
    )


def test_a_proxy_can_be_copied(make):
    proxy = Proxy(make, ALL)
    used(lambda: proxy.keeper)
    twin = used(lambda: copy.copy(proxy))
    assert used(lambda: twin.keeper) == "Ada", "a copy of a proxy must work"
