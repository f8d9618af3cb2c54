class Query:
    """A SELECT statement, built step by step."""

    def __init__(self, table):
        self.table = table
        self.columns = []
        self.conditions = []
        self.values = []
        self.ordering = None
        self.limit_to = None

    def select(self, *columns):
        self.columns.extend(columns)
        return self

    def where(self, condition, *values):
        self.conditions.append(condition)
        self.values.extend(values)
        return self

    def order_by(self, column):
        self.ordering = column
        return self

    def limit(self, number):
        self.limit_to = number
        return self

    def build(self):
        """Return the SQL and a tuple of the values for its question marks."""
        sql = f"SELECT {', '.join(self.columns) or '*'} FROM {self.table}"
        values = tuple(self.values)
        if self.conditions:
            sql += f" WHERE {' AND '.join(f'({text})' for text in self.conditions)}"
        if self.ordering:
            sql += f" ORDER BY {self.ordering}"
        if self.limit_to:
            sql += " LIMIT ?"
            values += (self.limit_to,)
        return sql, values


if __name__ == "__main__":
    people = Query("people")
    adults = people.where("age >= ?", 18)
    children = people.where("age < ?", 18)
    print(*adults.build())
    print(*children.build())
