import os
import random
import sys


def setting(name, default="none"):
    return os.environ.get(name, default)


def arguments():
    return sys.argv[1:]


def here():
    return os.getcwd()


def shuffled(items):
    copy = list(items)
    random.shuffle(copy)
    return copy


def set_mark():
    os.environ["MARK"] = "set"
    return os.environ["MARK"]
