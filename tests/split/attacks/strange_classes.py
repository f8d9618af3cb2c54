# tries: classes described with names and special methods that are none
everything(None)
tell = type(worker())._tell_class


def strange(self, cls):
    told = tell(self, cls)
    told["specials"] = [
        "__eq__",
        "__instancecheck__",
        "__class__",
        "__del__",
        "__getattribute__",
        "__init__",
    ]
    told["bases"] = [["n", "int"], ["n", "str"], ["n", "ValueError"]]
    told["content"] = "int"
    return told


type(worker())._tell_class = strange


class Thing:
    pass


everything(Thing())
Account = Thing
