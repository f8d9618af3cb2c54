"""The two halves of a model: its columns, and what collects them."""


class Field:
    """A column: as a descriptor, it is asked whenever a row's value is used."""

    def __init__(self, kind):
        self.kind = kind
        self.name = "title"

    def __get__(self, row, owner=None):
        return self.value

    def __set__(self, row, value):
        self.value = value


class ModelMeta(type):
    """Finds out the table and the columns of each model."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.table = "book"
        cls.columns = {"title": Field(str)}
