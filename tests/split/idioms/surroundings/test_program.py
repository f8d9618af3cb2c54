import random
import sys

from program import arguments, here, setting, shuffled


def test_variables(monkeypatch):
    assert setting("COLOUR") == "none"
    monkeypatch.setenv("COLOUR", "red")
    assert setting("COLOUR") == "red"
    monkeypatch.delenv("COLOUR")
    assert setting("COLOUR", "blue") == "blue"


def test_arguments(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["program", "-v", "x"])
    assert arguments() == ["-v", "x"]


def test_the_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert here() == str(tmp_path)


def test_a_seed():
    random.seed(7)
    first = shuffled(range(20))
    random.seed(7)
    assert shuffled(range(20)) == first
    expected = list(range(20))
    random.seed(7)
    random.shuffle(expected)
    assert first == expected
