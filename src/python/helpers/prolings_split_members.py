"""What tests need not ask twice in a split run: it cannot change before the learner's code runs again.

The functions and classes of a module come with the module, since a test file imports them next, and pytest asks of each
function more than once what it wraps.
"""

import prolings_split_standin as standin
import prolings_split_wire as wire

WRAPPED = "__wrapped__"


class Members:
    """The part of a judge that remembers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._members = {}  # by number and name; a module that told its members has `None` for a name, too

    def member(self, module, name):
        """What a module holds. Looking there runs none of the learner's code if the module told its members."""
        number = module._prolings_id
        if (number, name) in self._members:
            return self._members[number, name]
        return self.ask("get", id=number, name=name, still=(number, None) in self._members)

    def wrapped(self, function):
        """What a function wraps."""
        place = function._prolings_id, WRAPPED
        if place in self._members:
            raise AttributeError(WRAPPED)
        try:
            return self.ask("get", id=function._prolings_id, name=WRAPPED, still=True)
        except AttributeError:
            self._members[place] = None
            raise

    def keep_members(self, module, members):
        """Takes note of what came with a module, if it is what such a message may hold."""
        if not isinstance(module, standin.Module) or type(members) is not tuple:
            raise wire.WireError("an answer of the program was malformed")
        self._members[module._prolings_id, None] = None
        for pair in members:
            if type(pair) is not tuple or len(pair) != 2 or type(pair[0]) is not str:
                raise wire.WireError("an answer of the program was malformed")
            self._members[module._prolings_id, pair[0]] = pair[1]
