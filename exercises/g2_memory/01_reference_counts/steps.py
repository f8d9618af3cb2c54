"""Steps with a thing. What a step returns is kept; what else it made is gone then."""

import copy
import functools
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def describe(self):
        return f"a thing called {self.name}"


def another_name(thing):
    other = thing
    return other


def twice_in_a_list(thing):
    return [thing, thing]


def two_names_for_one_list(thing):
    row = [thing]
    same = row
    return row, same


def list_and_its_copy(thing):
    row = [thing]
    return row, row[:]


def emptied_list(thing):
    row = [thing, thing]
    row.clear()
    return row


def copy_of_the_thing(thing):
    return copy.copy(thing)


def its_name(thing):
    return thing.name


def its_method(thing):
    return thing.describe


def result_of_its_method(thing):
    return thing.describe()


def function_that_uses_it(thing):
    def greet():
        return f"Hello, {thing.name}"

    return greet


def call_for_later(thing):
    return functools.partial(print, thing, "and", thing)


def weak_reference(thing):
    return weakref.ref(thing)


STEPS = {
    step.__name__: step
    for step in [
        another_name,
        twice_in_a_list,
        two_names_for_one_list,
        list_and_its_copy,
        emptied_list,
        copy_of_the_thing,
        its_name,
        its_method,
        result_of_its_method,
        function_that_uses_it,
        call_for_later,
        weak_reference,
    ]
}
