"""The two halves of a model: its columns, and what collects them."""


class Field:
    """A column: as a descriptor, it is asked whenever a row's value is used."""

    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, row, owner=None):
        if row is None:
            return self
        return self.value

    def __set__(self, row, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {value!r}")
        self.value = value


class ModelMeta(type):
    """Finds out the table and the columns of each model."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.table = name.lower()
        cls.columns = {}
        for parent in reversed(cls.__mro__):
            for key, value in vars(parent).items():
                if isinstance(value, Field):
                    cls.columns[key] = value
