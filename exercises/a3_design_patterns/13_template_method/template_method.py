class TextReport:
    """Lines for people."""

    def render(self, rows):
        shown = sorted(
            (row for row in rows if row["amount"]), key=lambda row: row["name"]
        )
        lines = ["Report", ""]
        for row in shown:
            lines.append(f"{row['name']:<6}{row['amount']:>4}")
        if not shown:
            lines.append("(nothing)")
        total = sum(row["amount"] for row in shown)
        lines.append(f"total {total:>4}")
        return "\n".join(lines)


class CsvReport:
    """Lines for a spreadsheet."""

    def render(self, rows):
        lines = ["name,amount"]
        for row in rows:
            lines.append(f"{row['name']},{row['amount']}")
        return "\n".join(lines)


if __name__ == "__main__":
    rows = [
        {"name": "pens", "amount": 12},
        {"name": "ink", "amount": 0},
        {"name": "paper", "amount": 30},
    ]
    print(TextReport().render(rows))
    print(CsvReport().render(rows))
