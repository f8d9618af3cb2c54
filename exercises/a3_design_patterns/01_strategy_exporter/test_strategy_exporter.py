import pytest
import strategy_exporter
from strategy_exporter import DataProcessor, Exporter, process_and_export

DATA = {"id": 7, "value": "other"}
FORMATS = [
    pytest.param("JSON", id="json"),
    pytest.param("CSV", id="csv"),
    pytest.param("XML", id="xml"),
]


def processing(data):
    return f"Processing data: {data}\n"


def exporting(label, data):
    return f"Exporting data to {label}: {data}\n"


def exporter_class(label):
    name = f"{label}Exporter"
    cls = getattr(strategy_exporter, name, None)
    assert cls is not None, f"strategy_exporter.py must have a class {name}"
    return cls


def exporters():
    found = getattr(strategy_exporter, "EXPORTERS", None)
    assert isinstance(found, dict), "strategy_exporter.py must have a dict EXPORTERS"
    return found


def test_xml_exporter_is_an_exporter():
    assert issubclass(exporter_class("XML"), Exporter), (
        "XMLExporter must inherit from Exporter, as the other exporters do"
    )


@pytest.mark.parametrize("label", FORMATS)
def test_each_exporter_exports_what_it_is_given(label, capsys):
    exporter_class(label)().export(DATA)
    assert capsys.readouterr().out == exporting(label, DATA), (
        f"{label}Exporter must print one line, with its format and the data"
    )


def test_processor_works_with_any_exporter(capsys):
    class Recorder(Exporter):
        def __init__(self):
            self.received = []

        def export(self, data):
            self.received.append(data)

    recorder = Recorder()
    DataProcessor(recorder).process_and_export(DATA)
    assert recorder.received == [DATA], (
        "DataProcessor must hand the data to its exporter, once, whatever class it is"
    )
    assert capsys.readouterr().out == processing(DATA), (
        "DataProcessor itself must print only the line about processing"
    )


@pytest.mark.parametrize("label", FORMATS)
def test_dict_maps_names_to_functions(label, capsys):
    name = label.lower()
    assert name in exporters(), f"EXPORTERS must have the key {name!r}"
    export = exporters()[name]
    assert callable(export), f"EXPORTERS[{name!r}] must be a function, not its result"
    export(DATA)
    assert capsys.readouterr().out == exporting(label, DATA), (
        f"EXPORTERS[{name!r}](data) must print one line, with its format and the data"
    )


@pytest.mark.parametrize("label", FORMATS)
def test_function_is_chosen_by_name(label, capsys):
    process_and_export(DATA, label.lower())
    assert capsys.readouterr().out == processing(DATA) + exporting(label, DATA), (
        f"process_and_export(data, {label.lower()!r}) must process, then export once"
    )


def test_dict_decides_what_is_called(monkeypatch):
    received = []
    monkeypatch.setitem(exporters(), "yaml", received.append)
    monkeypatch.setitem(exporters(), "json", lambda data: received.append("json"))
    try:
        process_and_export(DATA, "yaml")
    except (KeyError, ValueError):
        pass  # refused: what was wanted instead is said below
    assert received == [DATA], (
        "a function that is added to EXPORTERS must be used without any other change"
    )
    process_and_export(DATA, "json")
    assert received == [DATA, "json"], (
        "a function that is replaced in EXPORTERS must be used instead of the old one"
    )


def test_unknown_format_is_an_error(capsys):
    try:
        process_and_export(DATA, "toml")
    except (KeyError, ValueError):
        refused = True
    else:
        refused = False
    assert "Exporting" not in capsys.readouterr().out, (
        "an unknown format must not export as another one"
    )
    assert refused is True, "an unknown format must raise KeyError or ValueError"
