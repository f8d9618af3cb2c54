import threading
import urllib.error
from pathlib import Path

import pytest
import wait_together
from meeting import meeting
from wait_together import fetch_all


def fetched(urls, *arguments):
    """Fetch, and say so when an OSError comes out."""
    try:
        return fetch_all(urls, *arguments)
    except OSError as error:
        pytest.fail(
            f"no OSError may come out of fetch_all, but there was: {error}",
            pytrace=False,
        )


def why():
    """What a look at the file says."""
    source = Path(wait_together.__file__).read_text(encoding="utf-8")
    if "Executor" in source:
        return "one after the other, although there is a pool"
    return "one after the other"


def test_all_requests_wait_at_the_same_time():
    with meeting(8) as server:
        try:
            pages = fetch_all([f"{server.url}/{number}" for number in range(8)])
        except urllib.error.HTTPError:
            pages = []
    if server.most < 8:
        pytest.fail(
            f"8 requests must be under way at the same time; there was no more than "
            f"{server.most}: they came {why()}",
            pytrace=False,
        )
    assert pages == [f"page {number}" for number in range(8)], (
        "fetch_all must return all pages"
    )


def test_the_order_is_that_of_the_urls(monkeypatch):
    """Each page comes only when the next one has come."""
    done = [threading.Event() for _ in range(5)]
    done[4].set()

    def fetch(url):
        number = int(url)
        assert done[number + 1].wait(5), "the pages are not fetched at the same time"
        done[number].set()
        return f"page {url}"

    monkeypatch.setattr(wait_together, "fetch", fetch)
    try:
        pages = fetch_all(["0", "1", "2", "3"])
    except AssertionError as error:
        pytest.fail(str(error), pytrace=False)
    assert pages == ["page 0", "page 1", "page 2", "page 3"], (
        "the pages must be in the order of the urls, also when the last one comes first"
    )


def crowds(monkeypatch, size, *arguments):
    """Whether `size` calls of fetch are ever under way at the same time."""
    crowd = threading.Barrier(size)
    met = []

    def fetch(url):
        try:
            crowd.wait(0.5)
            met.append(url)
        except threading.BrokenBarrierError:
            pass  # they do not come, as it should be
        return "page"

    monkeypatch.setattr(wait_together, "fetch", fetch)
    fetched([str(number) for number in range(2 * size)], *arguments)
    return met != []


def test_as_many_as_asked_for():
    with meeting(2) as server:
        pages = fetched([f"{server.url}/{number}" for number in range(6)], 2)
    assert pages == [f"page {number}" for number in range(6)], (
        "with at_once=2 two requests must be under way at the same time, and all pages "
        "must come"
    )


def test_not_more_than_asked_for(monkeypatch):
    too_many = crowds(monkeypatch, 3, 2)
    assert not too_many, "with at_once=2 there must be at most 2 requests under way"


def test_eight_at_once_by_default(monkeypatch):
    with meeting(8) as server:
        pages = fetched([f"{server.url}/{number}" for number in range(16)])
    assert pages[-1] == "page 15", "without at_once, 8 requests must be under way"
    too_many = crowds(monkeypatch, 9)
    assert not too_many, "without at_once, at most 8 requests must be under way"


def test_one_at_a_time():
    with meeting(1) as server:
        pages = fetched([f"{server.url}/{number}" for number in range(3)], 1)
    assert (pages, server.most) == (["page 0", "page 1", "page 2"], 1), (
        "with at_once=1 the requests come one after the other"
    )


def test_an_error_takes_its_place():
    with meeting(2) as server:
        urls = [f"{server.url}/a", f"{server.url}/lost", f"{server.url}/b"]
        first, lost, last = fetched(urls)
    assert (first, last) == ("page a", "page b"), (
        "when one page cannot be had, the others must come all the same"
    )
    assert isinstance(lost, urllib.error.HTTPError), (
        "the place of a page that cannot be had must hold the exception"
    )
    assert lost.code == 404, "the exception must be the one that was raised"
    lost.close()


def test_nobody_is_there():
    with meeting(1) as server:
        url = f"{server.url}/gone"
    (error,) = fetched([url])  # the server has gone
    assert isinstance(error, urllib.error.URLError), (
        "when nobody answers, the place must hold the exception"
    )


def test_a_mistake_of_the_caller_is_raised():
    try:
        fetched(["this is no url"])
        got = "no error"
    except ValueError:
        got = "ValueError"
    assert got == "ValueError", (
        "only an OSError belongs in the list; a url that is none must raise ValueError"
    )


def test_no_urls():
    assert fetched([]) == [], "without urls there are no pages"


def test_no_thread_is_left():
    before = set(threading.enumerate())
    with meeting(2) as server:
        fetched([f"{server.url}/{number}" for number in range(2)])
        inside = [t.name for t in threading.enumerate() if "Pool" in t.name]
    left = [name for name in inside if name not in {t.name for t in before}]
    assert left == [], "when fetch_all comes back, its threads must have ended"
