import inspect
from unittest import mock

import program
import pytest
from program import CsvReport, Report, load


def test_it_renders():
    assert CsvReport().render() == "# Report\na,b"


def test_the_skeleton_is_written_once():
    assert "render" in vars(Report)
    assert "render" not in vars(CsvReport)
    assert "render" not in CsvReport.__dict__


def test_what_a_class_holds():
    assert {"body", "size", "columns"} & set(vars(CsvReport)) == {"body", "size"}
    assert CsvReport.__dict__.get("nothing") is None
    assert vars(Report)["title"] == "plain"
    assert "size" in dir(CsvReport) and "size" not in dir(Report)
    assert issubclass(CsvReport, Report) and CsvReport.__mro__[1] is Report
    assert Report.__subclasses__() == [CsvReport] and CsvReport.__subclasses__() == []


def test_what_a_module_holds():
    assert vars(program)["load"] is load
    assert "Report" in program.__dict__ and "HtmlReport" not in vars(program)
    assert "load" in dir(program)


def test_patched_for_a_while(monkeypatch):
    with mock.patch("program.load", lambda path: path), mock.patch.object(Report, "header", lambda self: "-"):
        assert program.load("a") == "a"
        assert CsvReport().render() == "-\na,b"
    monkeypatch.setattr(Report, "body", lambda self: "-")
    assert Report().render() == "# Report\n-"
    monkeypatch.undo()
    assert program.load("a") == ["a"]
    assert CsvReport().header() == "# Report" and Report().body() == ""


def test_annotations():
    assert Report.__annotations__ == {"title": str}
    assert "title" not in CsvReport.__annotations__
    assert load.__annotations__["strict"] is bool


def test_a_class_cannot_be_written_to_from_its_dict():
    with pytest.raises(TypeError):
        CsvReport.__dict__["render"] = None


def test_signatures():
    assert list(inspect.signature(load).parameters) == ["path", "strict"]
    assert inspect.getdoc(load) == "Loads."
    assert inspect.getdoc(Report) == "A report."
