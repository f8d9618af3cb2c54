"""What holds an object, and what only knows of it."""

import weakref

# How many references to the thing each step of steps.py adds.
PREDICTIONS = {
    "another_name": 1,
    "twice_in_a_list": 2,
    "two_names_for_one_list": 1,
    "list_and_its_copy": 2,
    "emptied_list": 0,
    "copy_of_the_thing": 0,
    "its_name": 0,
    "its_method": 1,
    "result_of_its_method": 0,
    "function_that_uses_it": 1,
    "call_for_later": 2,
    "weak_reference": 0,
}


class Register:
    """Knows all things by their names, and keeps none of them alive."""

    def __init__(self):
        self._things = weakref.WeakValueDictionary()
        self.ended = []

    def add(self, thing):
        self._things[thing.name] = thing
        weakref.finalize(thing, self.ended.append, thing.name)

    def get(self, name):
        """The thing, or None when there is none, or no longer."""
        return self._things.get(name)

    def names(self):
        """The names of the things that are alive, in the order of `add`."""
        return list(self._things)


if __name__ == "__main__":
    from steps import Thing

    register = Register()
    lamp, chair = Thing("lamp"), Thing("chair")
    register.add(lamp)
    register.add(chair)
    print("alive:", register.names(), "ended:", register.ended)
    del lamp
    print("alive:", register.names(), "ended:", register.ended)
