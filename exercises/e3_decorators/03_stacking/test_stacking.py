import importlib
import sys

import pytest


@pytest.fixture
def ask(monkeypatch, capsys):
    """Ask for a price, with a new log and an empty cache; return answer and lines."""
    monkeypatch.delitem(sys.modules, "layers", raising=False)
    monkeypatch.delitem(sys.modules, "stacking", raising=False)
    layers = importlib.import_module("layers")
    importlib.import_module("stacking")
    capsys.readouterr()

    def ask(user, item):
        answer = layers.run("price", user, item)
        return answer, capsys.readouterr().out.splitlines()

    return ask


def test_a_member_gets_the_price(ask):
    assert ask("bob", "bread")[0] == 3, "a member must be told the price of bread"
    assert ask("ann", "milk")[0] == 2, "a member must be told the price of milk"


def test_a_price_is_computed_once(ask):
    first, second = ask("ann", "bread"), ask("bob", "bread")
    assert "price: looking bread up" in first[1], "the first request must be computed"
    assert "price: looking bread up" not in second[1], (
        "the second request must be answered from the cache"
    )
    assert second[0] == 3, "the answer from the cache must be the same"


def test_a_stranger_who_asks_first_is_refused(ask):
    answer, lines = ask("eve", "bread")
    assert answer is None, "a stranger must get no price"
    assert lines == [
        "log: eve asks for bread",
        "door: eve is no member",
        "log: eve was refused",
    ], "a stranger must be refused before anything is looked up, and be in the log"


def test_a_stranger_gets_nothing_from_the_cache(ask):
    ask("ann", "bread")
    answer, lines = ask("eve", "bread")
    assert answer is None, "a stranger must not get what is in the cache"
    assert "log: eve was refused" in lines, "each refusal must be in the log"


def test_answers_from_the_cache_are_logged(ask):
    ask("ann", "bread")
    lines = ask("bob", "bread")[1]
    assert "log: bob got 3" in lines, "an answer from the cache must be in the log too"
