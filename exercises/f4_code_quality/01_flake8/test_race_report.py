import pytest
import race_report


@pytest.mark.parametrize(
    ("line", "result"),
    [
        pytest.param("Ada: 12.5 13.1", ("Ada", [12.5, 13.1]), id="two_times"),
        pytest.param(" Bob :  9.0 ", ("Bob", [9.0]), id="spaces"),
    ],
)
def test_parse(line, result):
    assert race_report.parse(line) == result, "a line has a name and times"


@pytest.mark.parametrize("line", ["", "# Sunday", "Ada:", "Ada: fast", "Ada 12.5"])
def test_no_result(line):
    try:
        got = race_report.parse(line)
    except Exception as error:
        got = error
    assert isinstance(got, ValueError), f"parse({line!r}) must raise ValueError"
    assert str(got) == f"not a result: {line!r}", "the message must be as it was"


def test_best_and_worst():
    times = [12.5, 11.9, 14.0]
    assert race_report.best(times) == 11.9, "best must return the shortest time"
    assert race_report.worst(times) == 14.0, "worst must return the longest time"


def test_row():
    assert race_report.row("Ada", [12.5, 13.14]) == "Ada: 12.5 to 13.1 (2 laps)", (
        "a row must have name, best, worst and the number of laps"
    )


def test_the_best_comes_first():
    lines = ["Ada: 12.5 13.1", "Bob: 14.0 11.9", "Cleo: 12.0"]
    assert race_report.report(lines) == [
        "Bob: 11.9 to 14.0 (2 laps)",
        "Cleo: 12.0 to 12.0 (1 laps)",
        "Ada: 12.5 to 13.1 (2 laps)",
    ], "the rows must be in the order of the best times, the shortest first"


def test_lines_that_are_no_result_are_skipped():
    lines = ["# Sunday", "Ada: 12.5", "", "Bob: 11.9"]
    assert race_report.report(lines) == [
        "Bob: 11.9 to 11.9 (1 laps)",
        "Ada: 12.5 to 12.5 (1 laps)",
    ], "a line that is no result must be skipped, and the others reported"


def test_other_errors_reach_the_caller():
    try:
        got = race_report.report(["Ada: 12.5", None])
    except TypeError:
        got = TypeError
    assert got is TypeError, (
        "None is no line at all: that is a fault of the caller, who must hear of it"
    )


def test_control_c_ends_the_report(monkeypatch):
    def pressed(line):
        raise KeyboardInterrupt

    monkeypatch.setattr(race_report, "parse", pressed)
    try:
        got = race_report.report(["Ada: 12.5"])
    except KeyboardInterrupt:
        got = KeyboardInterrupt
    assert got is KeyboardInterrupt, "Ctrl-C must end the report"
