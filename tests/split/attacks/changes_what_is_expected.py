# tries: new content for the tests' own lists
everything(None)
pack = type(worker()).pack


def more(self, **fields):
    message = pack(self, **fields)
    message["cells"] = [[number, "l", []] for number in range(1, 60)] + message.get(
        "cells", []
    )
    return message


type(worker()).pack = more


def numbers(count):
    return []
