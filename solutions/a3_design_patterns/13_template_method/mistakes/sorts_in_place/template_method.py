import abc


def report(rows, line, header=None, empty=None, footer=None):
    """Put a report together; the functions say what is in it."""
    if not isinstance(rows, list):
        rows = list(rows)
    rows.sort(key=lambda row: row["name"])
    shown = [row for row in rows if row["amount"]]
    lines = [header() if header else None]
    lines += [line(row) for row in shown]
    if not shown and empty:
        lines.append(empty())
    if footer:
        lines.append(footer(sum(row["amount"] for row in shown)))
    return "\n".join(text for text in lines if text is not None)


class Report(abc.ABC):
    """The skeleton of all reports. A step that returns None gives no line."""

    def render(self, rows):
        return report(rows, self.line, self.header, self.empty, self.footer)

    @abc.abstractmethod
    def line(self, row):
        """Return the line for a row."""

    def header(self):
        """Return the first line, or None."""

    def empty(self):
        """Return what stands in the place of the rows if there are none, or None."""

    def footer(self, total):
        """Return the last line, or None."""


class TextReport(Report):
    """Lines for people."""

    def header(self):
        return "Report\n"

    def line(self, row):
        return f"{row['name']:<6}{row['amount']:>4}"

    def empty(self):
        return "(nothing)"

    def footer(self, total):
        return f"total {total:>4}"


class CsvReport(Report):
    """Lines for a spreadsheet."""

    def header(self):
        return "name,amount"

    def line(self, row):
        return f"{row['name']},{row['amount']}"


if __name__ == "__main__":
    rows = [
        {"name": "pens", "amount": 12},
        {"name": "ink", "amount": 0},
        {"name": "paper", "amount": 30},
    ]
    print(TextReport().render(rows))
    print(CsvReport().render(rows))
