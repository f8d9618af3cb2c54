import io
from unittest import mock

import program


def test_input_is_asked_again(monkeypatch, capsys):
    answers = iter(["old", "42"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert program.ask_age() == 42
    assert capsys.readouterr().out == "A number, please.\n"


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("7\n"))
    assert program.ask_age() == 7
    assert capsys.readouterr().out == "Age? "


def test_print_is_patched(monkeypatch):
    said = []
    monkeypatch.setattr("builtins.print", lambda *words: said.append(words))
    monkeypatch.setattr(
        "builtins.input", lambda prompt, answers=iter(["x", "1"]): next(answers)
    )
    program.ask_age()
    assert said == [("A number, please.",)]


def test_library_functions_are_patched(monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr("program.random.randint", lambda low, high: high)
    assert program.roll() == 6
    assert waited == [60]


def test_mocks():
    with (
        mock.patch("program.time.sleep") as sleep,
        mock.patch("random.randint", return_value=4),
    ):
        assert program.roll() == 4
    sleep.assert_called_once_with(60)


def test_patches_end(monkeypatch):
    monkeypatch.setattr(program, "roll", lambda: 3)
    assert program.roll() == 3
    monkeypatch.undo()
    with mock.patch("time.sleep"):
        assert 1 <= program.roll() <= 6
