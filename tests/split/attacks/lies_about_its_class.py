# tries: an object that says that its class is int


class Int(type):
    def __instancecheck__(cls, instance):
        return True

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Lie(metaclass=Int):
    @property
    def __class__(self):
        return int

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


Lie.__name__ = Lie.__qualname__ = "int"
Lie.__module__ = "builtins"
everything(Lie())
