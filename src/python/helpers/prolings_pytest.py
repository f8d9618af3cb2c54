"""Runs one pytest file with our own configuration and reports each test as a record.

python -s -B prolings_pytest.py CHANNEL EMPTY_INI TEST_FILE [HIDDEN_FILE...] [--shuffle=SEED] [--split=JSON]

A seed decides the order of the tests; without one they run as they are written. In a split run the learner's code is at
the other end of standard input (prolings_split_suite.py).
"""

import random
import sys

import pytest

import prolings_hidden as hidden
import prolings_records as records
import prolings_report as report

SHUFFLE = "--shuffle="
SPLIT = "--split="


class Shuffle:
    """A plugin that runs the tests in another order."""

    def __init__(self, seed):
        self._seed = seed

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        random.Random(self._seed).shuffle(items)


def main():
    where, empty_ini, test_file, *rest = sys.argv[1:]
    seeds = [int(word.removeprefix(SHUFFLE)) for word in rest if word.startswith(SHUFFLE)]
    splits = [word.removeprefix(SPLIT) for word in rest if word.startswith(SPLIT)]
    files = [word for word in rest if not word.startswith((SHUFFLE, SPLIT))]
    if splits:
        import prolings_split_suite as split  # with our own folder still in reach
    del sys.path[0]  # our own folder is nothing that a learner imports from
    channel, folder, here = records.begin(where)
    hidden.hide(folder, files)
    lines = [split.begin(told) for told in splits]
    # What the learner's code may see of the command line.
    sys.argv[:] = [test_file]
    plugins = [report.Report(channel, folder, here, test_file), *map(Shuffle, seeds)]
    status = int(pytest.main([*report.options(empty_ini, folder), test_file], plugins=plugins))
    for line in lines:
        line.close()
    channel.send("finished", status=status)
    sys.exit(status)


if __name__ == "__main__":
    main()
