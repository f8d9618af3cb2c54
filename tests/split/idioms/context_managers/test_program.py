import pytest
from program import Log, tag


def test_a_class():
    with Log() as log:
        log.lines.append("inside")
        assert log.lines == ["enter", "inside"]
    assert log.lines == ["enter", "inside", "exit"]


def test_errors_pass_through():
    log = Log()
    with pytest.raises(KeyError), log:
        raise KeyError("k")
    assert log.lines[-1] == "exit KeyError"


def test_errors_are_swallowed():
    with Log(swallow=True) as log:
        raise ValueError
    assert log.lines == ["enter", "exit ValueError"]


def test_a_generator():
    out = []
    with tag("b", out) as name:
        out.append(name)
    assert out == ["<b>", "B", "</b>"]


def test_a_generator_cleans_up():
    out = []
    with pytest.raises(RuntimeError, match="boom"), tag("i", out):
        raise RuntimeError("boom")
    assert out == ["<i>", "</i>"]
