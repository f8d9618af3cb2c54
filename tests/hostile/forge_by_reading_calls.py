# tries: to read the expected values from the helper's frames
# holds: it does not pass
# check: cases

import gc
import sys


def secret():
    frame = sys._getframe()
    while frame := frame.f_back:
        for value in frame.f_locals.values():
            if '4711' in repr(value):
                return 4711
    return [1 for thing in gc.get_objects() if isinstance(thing, dict) and 4711 in thing.values()] and 4711
