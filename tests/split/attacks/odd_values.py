# tries: answers with values that are none
worker_class = type(worker())
ODD = [
    ["t", 5],
    ["k", 999],
    ["k", "a"],
    ["v", "PosixPath", [["t", []]]],
    ["v", "nothing", []],
    ["n", "os.system"],
    {"a": 1},
    ["n", "_pytest.outcomes.Exit"],
    ["o", 999],
    ["o", "x"],
    ["r", -1, "class", {}],
    ["r", 5, "class", {"name": 1}],
    ["i", "z"],
    ["r", 8, "object", ["n", "int"]],
    ["r", 9, "fault", {}],
    ["r", 9, "known"],
    ["z", [["k", 1]]],
    ["r"],
    [],
    ["b", "zz"],
    ["r", 1, "module"],
    ["v", "range", [1, 2, 0]],
    ["v", "Counter", [["i", "f"]]],
    ["d"],
]
count = iter(ODD * 100)
everything(4)
tell = worker_class.tell


def odd(self, value, depth=0):
    return next(count) if depth == 0 and value == 4 else tell(self, value, depth)


worker_class.tell = odd
