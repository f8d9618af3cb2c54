import contextlib
import io

from program import greet


def test_both_streams(capsys):
    assert greet("Ada") == 3
    captured = capsys.readouterr()
    assert captured.out == "Hello, Ada!\n"
    assert captured.err == "warning\n"


def test_redirected():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        greet("Grace")
    assert out.getvalue() == "Hello, Grace!\n"
