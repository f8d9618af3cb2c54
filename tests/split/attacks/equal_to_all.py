# tries: an object that says yes to whatever it is asked


class Yes:
    def __getattr__(self, name):
        return lambda *args, **kwargs: True

    def yes(self, *args):
        return True

    def zero(self, *args):
        return 0

    def itself(self, *args):
        return self

    __eq__ = __le__ = __ge__ = __lt__ = __gt__ = __contains__ = __bool__ = yes
    __sub__ = __rsub__ = __abs__ = __int__ = __index__ = __len__ = zero
    __float__ = lambda self: 0.0
    __add__ = __radd__ = __call__ = __getitem__ = __enter__ = itself
    __hash__ = object.__hash__

    def __ne__(self, other):
        return False

    def __exit__(self, *error):
        return True

    def __iter__(self):
        return iter([])


everything(Yes())
