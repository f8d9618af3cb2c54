"""Runs one pytest file with our own configuration and reports each test as a record.

python -s -B prolings_pytest.py CHANNEL EMPTY_INI TEST_FILE [HIDDEN_FILE...]
"""

import sys

import pytest

import prolings_hidden as hidden
import prolings_records as records
import prolings_report as report

del sys.path[0]  # our own folder is nothing that a learner imports from


def main():
    where, empty_ini, test_file, *files = sys.argv[1:]
    channel, folder, here = records.begin(where)
    hidden.hide(folder, files)
    # What the learner's code may see of the command line.
    sys.argv[:] = [test_file]
    plugin = report.Report(channel, folder, here, test_file)
    status = int(pytest.main([*report.options(empty_ini, folder), test_file], plugins=[plugin]))
    channel.send("finished", status=status)
    sys.exit(status)


if __name__ == "__main__":
    main()
