class Report:
    """A report."""

    title: str = "plain"

    def render(self):
        return f"{self.header()}\n{self.body()}"

    def header(self):
        return "# Report"

    def body(self):
        return ""


class CsvReport(Report):
    columns: list[str]

    def body(self):
        return "a,b"

    @property
    def size(self):
        return len(self.body())


def load(path: str, *, strict: bool = False) -> list[str]:
    """Loads."""
    return [path]
