"""What all models can do. The SQL is made from `table` and `columns`."""

from mini_orm import ModelMeta

SQL_TYPES = {int: "INTEGER", float: "REAL", str: "TEXT", bytes: "BLOB"}


class Model(metaclass=ModelMeta):
    """Base of all models. An object is a row; `id` is None until it is saved."""

    def __init__(self, **values):
        if set(values) != set(self.columns):
            raise TypeError(f"{type(self).__name__} needs {', '.join(self.columns)}")
        self.id = None
        for name, value in values.items():
            setattr(self, name, value)

    @classmethod
    def create_table(cls, db):
        columns = ["id INTEGER PRIMARY KEY"]
        for name, field in cls.columns.items():
            columns.append(f"{name} {SQL_TYPES[field.kind]} NOT NULL")
        db.execute(f"CREATE TABLE {cls.table} ({', '.join(columns)})")

    def save(self, db):
        names = ", ".join(["id", *self.columns])
        values = [self.id, *(getattr(self, name) for name in self.columns)]
        marks = ", ".join("?" * len(values))
        sql = f"INSERT OR REPLACE INTO {self.table} ({names}) VALUES ({marks})"
        self.id = db.execute(sql, values).lastrowid

    @classmethod
    def load(cls, db, row_id):
        names = ", ".join(cls.columns)
        sql = f"SELECT {names} FROM {cls.table} WHERE id = ?"
        values = db.execute(sql, [row_id]).fetchone()
        if values is None:
            raise LookupError(f"no row {row_id} in {cls.table}")
        row = cls(**dict(zip(cls.columns, values, strict=True)))
        row.id = row_id
        return row
