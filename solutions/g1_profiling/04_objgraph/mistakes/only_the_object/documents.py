"""Documents that can be edited and undone, the latest change of all of them first."""


class Document:
    def __init__(self, name):
        self.name = name
        self.text = ""
        self.pages = [Page(self, number) for number in range(3)]
        _open[name] = self

    def write(self, text):
        before = self.text
        self.text += text
        _steps.append((self, before))

    def close(self):
        del _open[self.name]
        _steps[:] = [step for step in _steps if step[0] is not self]


class Page:
    def __init__(self, document, number):
        self.document = document
        self.number = number


def undo():
    """Undo the latest change to a document that is open; say whether there was one."""
    if not _steps:
        return False
    document, before = _steps.pop()
    document.text = before
    return True


def names():
    """The names of the open documents, in the order in which they were opened."""
    return list(_open)


_open = {}
_steps = []
