import inspect

import pytest
import template_method


def sample():
    """Rows that nobody has touched yet."""
    return [
        {"name": "pens", "amount": 12},
        {"name": "ink", "amount": 0},
        {"name": "paper", "amount": 30},
        {"name": "rebate", "amount": -5},
    ]


def need(name):
    """What the file must define under this name."""
    if not hasattr(template_method, name):
        pytest.fail(f"template_method.py must define {name}", pytrace=False)
    return getattr(template_method, name)


def line(row):
    return f"{row['name']}: {row['amount']}"


class ByClass:
    """Renders with a subclass of Report that has the given steps."""

    def __call__(self, rows, line, **steps):
        methods = {
            name: (lambda step: lambda self, *args: step(*args))(step)
            for name, step in {"line": line, **steps}.items()
            if step is not None
        }
        report = need("Report")
        made = type(report)("Made", (report,), methods)
        try:
            return made().render(rows)
        except TypeError as error:
            pytest.fail(
                f"a report with {', '.join(methods)} must be possible: {error}",
                pytrace=False,
            )


class ByFunctions:
    """Renders with the function."""

    def __call__(self, rows, line, **steps):
        return need("report")(rows, line, **steps)


@pytest.fixture(params=[ByClass, ByFunctions], ids=["class", "functions"])
def render(request):
    return request.param()


def test_only_line_must_be_written():
    made = type(need("Report"))(
        "Made", (need("Report"),), {"line": lambda self, r: "x"}
    )
    try:
        got = made().render(sample())
    except TypeError:
        names = ", ".join(sorted(made.__abstractmethods__ - {"empty"}))
        pytest.fail(f"a report that has line() must not need {names}", pytrace=False)
    assert got == "x\nx\nx", "a report that has only line() consists of its lines"


def test_line_must_be_written():
    report = need("Report")
    made = type(report)("Made", (report,), {"header": lambda self: "x"})
    try:
        made()
        got = "no error"
    except TypeError:
        got = "TypeError"
    assert got == "TypeError", "a report without line() must be refused when it is made"


def test_all_steps_in_their_order(render):
    got = render(
        sample(),
        line,
        header=lambda: "head",
        empty=lambda: "nothing",
        footer=lambda total: f"sum {total}",
    )
    assert got == "head\npaper: 30\npens: 12\nrebate: -5\nsum 37", (
        "a report is the header, a line for each row, and the footer"
    )


def test_rows_are_sorted_by_name_and_zeros_left_out(render):
    assert render(sample(), line) == "paper: 30\npens: 12\nrebate: -5", (
        "rows with an amount of 0 are left out, and the others are sorted by name"
    )


def test_without_rows(render):
    nothing = [{"name": "ink", "amount": 0}]
    for rows in ([], nothing):
        got = render(
            rows, line, header=lambda: "head", empty=lambda: "nothing", footer=str
        )
        assert got == "head\nnothing\n0", (
            "when there are no rows to show, empty() must stand in the place of the lines"
        )
        assert render(rows, line) == "", (
            "without any step that speaks, there is no line"
        )


def test_the_footer_gets_the_total(render):
    got = render(
        [{"name": "a", "amount": 2}, {"name": "b", "amount": 3}], line, footer=str
    )
    assert got.splitlines()[-1] == "5", "footer must get the sum of the amounts"
    odd = [{"name": "a", "amount": 2}, {"name": "b", "amount": 0.0, "note": "none"}]
    got = render(odd, line, footer=repr)
    assert got.splitlines()[-1] == "2", "only the rows that are shown count"


def test_an_empty_line_is_a_line(render):
    got = render(
        sample()[:1], lambda row: "", header=lambda: "", footer=lambda total: ""
    )
    assert got == "\n\n", "an empty header, an empty line and an empty footer are lines"
    assert render([], line, header=lambda: "h", empty=lambda: "") == "h\n", (
        "an empty text from empty() is a line, too"
    )


def test_a_step_may_say_nothing(render):
    got = render(
        sample()[:1],
        line,
        header=lambda: None,
        empty=lambda: None,
        footer=lambda total: None,
    )
    assert got == "pens: 12", "a step that returns None must leave no line"
    got = render(sample(), lambda row: None if row["amount"] < 0 else line(row))
    assert got == "paper: 30\npens: 12", "line may return None as well"


def test_the_rows_of_the_caller_stay_as_they_are(render):
    rows = sample()
    render(rows, line)
    assert rows == sample(), "the rows of the caller must not change"


def test_rows_may_come_one_by_one(render):
    got = render((row for row in sample()), line, footer=str)
    assert got == "paper: 30\npens: 12\nrebate: -5\n37", (
        "the rows may come from a generator, which can be read only once"
    )


@pytest.mark.parametrize("name", ["TextReport", "CsvReport"])
def test_the_skeleton_is_written_once(name):
    made = need(name)
    assert issubclass(made, need("Report")), f"{name} must be a Report"
    own = "render" in vars(made)
    if own:
        pytest.fail(f"{name} still has its own render", pytrace=False)


def test_steps_of_a_subclass_of_a_report():
    class Shouting(need("TextReport")):
        def header(self):
            return "LOUD"

    got = Shouting().render(sample()[:1])
    assert got == "LOUD\npens    12\ntotal   12", (
        "a subclass of TextReport may change one step and keep the others"
    )


def test_text_report():
    got = need("TextReport")().render(sample())
    assert got == "Report\n\npaper   30\npens    12\nrebate  -5\ntotal   37", (
        "TextReport must look as before"
    )
    got = need("TextReport")().render([])
    assert got == "Report\n\n(nothing)\ntotal    0", (
        "TextReport without rows must look as before"
    )


def test_csv_report():
    got = need("CsvReport")().render(sample())
    assert got == "name,amount\npaper,30\npens,12\nrebate,-5", (
        "CsvReport must follow the skeleton, with lines as before"
    )
    assert need("CsvReport")().render([]) == "name,amount", (
        "CsvReport without rows is the header alone"
    )


def test_the_signature_of_report():
    parameters = list(inspect.signature(need("report")).parameters)
    assert parameters == ["rows", "line", "header", "empty", "footer"], (
        "report must take rows, line, header, empty and footer, in this order"
    )
