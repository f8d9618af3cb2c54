# tries: exceptions that say they are others
everything(None)


class Meta(type):
    def __subclasscheck__(cls, other):
        return True

    def __instancecheck__(cls, other):
        return True


class ValueError(Exception):  # noqa: A001
    @property
    def __class__(self):
        return (
            __builtins__["ValueError"]
            if isinstance(__builtins__, dict)
            else __builtins__.ValueError
        )


ValueError.__module__ = "builtins"


def root(number):
    raise ValueError("negative")
