"""Calls a function of own_memory.py: python run_with.py METHOD FUNCTION ARGUMENT..."""

import json
import multiprocessing
import os
import sys

import own_memory

here = []


def noted(function):
    """The function, with a note when it is called in this process and not in a child."""
    me = os.getpid()

    def call(argument):
        if os.getpid() == me:
            here.append(argument)
        return function(argument)

    return call


if __name__ == "__main__":
    method, name, *arguments = sys.argv[1:]
    context = multiprocessing.get_context(method)
    own_memory.square = noted(own_memory.square)
    own_memory.reply_to = noted(own_memory.reply_to)
    results = []
    for argument in arguments:
        try:
            results.append(getattr(own_memory, name)(json.loads(argument), context))
        except Exception as error:
            results.append(f"{type(error).__name__} was raised: {error}")
    left = len(multiprocessing.active_children())
    print(json.dumps({"results": results, "left": left, "here": here}))
