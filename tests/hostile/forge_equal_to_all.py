# tries: to return something that equals everything
# holds: it does not pass
# check: cases

class Everything(int):
    def __eq__(self, other):
        return True

    __hash__ = None

    def __repr__(self):
        return '4711'


def secret():
    return Everything()
