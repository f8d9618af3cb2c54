import importlib

import program
import pytest


@pytest.fixture(autouse=True)
def fresh():
    importlib.reload(program)


def test_counting():
    assert [program.count(), program.count()] == [1, 2]
    assert program._counter == 2


def test_it_starts_anew():
    assert program.count() == 1


def test_patched(monkeypatch):
    monkeypatch.setattr(program, "_counter", 41)
    assert program.count() == 42
    monkeypatch.setitem(program.DEFAULTS, "size", 9)
    assert program.size() == 9


def test_patches_are_gone():
    assert program.size() == 1


def test_one_object():
    assert program.Config() is program.Config()
    program.Config().values["a"] = 1
    assert program.Config().values == {"a": 1}
