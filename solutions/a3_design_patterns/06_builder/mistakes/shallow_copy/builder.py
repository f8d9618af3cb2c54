import copy


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
        query = copy.copy(self)
        query.columns.extend(columns)
        return query

    def where(self, condition, *values):
        query = copy.copy(self)
        query.conditions.append(condition)
        query.values.extend(values)
        return query

    def order_by(self, column):
        query = copy.copy(self)
        query.ordering = column
        return query

    def limit(self, number):
        query = copy.copy(self)
        query.limit_to = number
        return query

    def build(self):
        """Return the SQL and a tuple of the values for its question marks."""
        sql = f"SELECT {', '.join(self.columns) or '*'} FROM {self.table}"
        values = tuple(self.values)
        if self.conditions:
            sql += f" WHERE {' AND '.join(f'({text})' for text in self.conditions)}"
        if self.ordering:
            sql += f" ORDER BY {self.ordering}"
        if self.limit_to is not None:
            sql += " LIMIT ?"
            values += (self.limit_to,)
        return sql, values
