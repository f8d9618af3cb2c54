from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Query:
    """A SELECT statement, built step by step. Each step returns a new query."""

    table: str
    columns: tuple = ()
    conditions: tuple = ()
    values: tuple = ()
    ordering: str | None = None
    limit_to: int | None = None

    def select(self, *columns):
        return replace(self, columns=self.columns + columns)

    def where(self, condition, *values):
        return replace(
            self,
            conditions=self.conditions + (condition,),
            values=self.values + values,
        )

    def order_by(self, column):
        return replace(self, ordering=column)

    def limit(self, number):
        return replace(self, limit_to=number)

    def build(self):
        """Return the SQL and a tuple of the values for its question marks."""
        sql = f"SELECT {', '.join(self.columns) or '*'} FROM {self.table}"
        values = self.values
        if self.conditions:
            sql += f" WHERE {' AND '.join(f'({text})' for text in self.conditions)}"
        if self.ordering:
            sql += f" ORDER BY {self.ordering}"
        if self.limit_to is not None:
            sql += " LIMIT ?"
            values += (self.limit_to,)
        return sql, values


if __name__ == "__main__":
    people = Query("people")
    adults = people.where("age >= ?", 18)
    children = people.where("age < ?", 18)
    print(*adults.build())
    print(*children.build())
