from datetime import date

import report

MONDAY = date(2026, 3, 2)


def test_order_line():
    assert report.order_line("tea", MONDAY) == (
        "tea: 12 from Leaf Trading at 3.50 each, here on 2026-03-06"
    ), "an order must look as before"
    assert report.order_line("rice", MONDAY) == (
        "rice: 20 from Basmati & Sons at 2.10 each, here on 2026-03-07"
    ), "an order must look as before"


def test_suppliers_on_holiday():
    assert report.order_line("salt", MONDAY) == "salt: Sea Ltd is on holiday", (
        "a supplier on holiday must be reported as before"
    )


def test_many_are_ordered_when_much_is_missing(monkeypatch):
    monkeypatch.setattr(report, "LIMIT", 60)
    assert report.order_line("tea", MONDAY).startswith("tea: 53 from"), (
        "what is missing up to the limit must be ordered, as before"
    )


def test_report():
    assert report.report(MONDAY, limit=5) == [
        "rice: 20 from Basmati & Sons at 2.10 each, here on 2026-03-07",
        "left: 4.20",
    ], "the report must have the articles below the limit, as before"
    assert len(report.report(MONDAY)) == 3, "the default limit must be as before"
    assert len(report.report(MONDAY, limit=100)) == 4, "a limit may be given"


def test_default_limit():
    assert report.LIMIT == 10, "the limit must be as before"
