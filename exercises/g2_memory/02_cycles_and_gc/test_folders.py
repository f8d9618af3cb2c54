import gc
import weakref

import pytest
from folders import Folder


@pytest.fixture(autouse=True)
def collections(monkeypatch):
    """Only reference counting frees anything; calls of gc.collect are noted."""
    calls = []
    gc.disable()
    monkeypatch.setattr(gc, "collect", lambda *args: calls.append(args) or 0)
    yield calls
    gc.enable()


def holders(thing):
    names = {"dict": "a dict", "list": "a list", "method": "a bound method"}
    names["Folder"] = "an attribute of a folder"
    kinds = {type(holder).__name__ for holder in gc.get_referrers(thing)} - {"frame"}
    return ", ".join(sorted(names.get(kind, kind) for kind in kinds)) or "nobody"


def left_over(references):
    """Say which folders are still there, and what holds them; empty when all is well."""
    return "; ".join(
        f"{reference().name!r} is held by {holders(reference())}"
        for reference in references
        if reference() is not None
    )


def tree():
    root = Folder("home", size=1)
    ada = Folder("ada", root, 20)
    Folder("music", ada, 300)
    Folder("bob", root, 4000)
    return root


def test_a_tree_knows_paths_and_sizes():
    root = tree()
    names = [child.name for child in root.children]
    assert names == ["ada", "bob"], "the folders must stay in their parent, in order"
    ada = root.children[0]
    assert ada.parent is root, "a folder must know the folder that it is in"
    assert root.parent is None, "the root is in no folder"
    assert ada.children[0].path() == "home/ada/music", (
        "a path must go from the root to the folder"
    )
    assert Folder("empty").size() == 0, "an empty folder has the size 0"
    assert root.path() == "home", "the path of the root is its name"
    assert (root.size(), ada.size()) == (4321, 320), (
        "a size must be that of the folder and of all below"
    )


def test_commands_are_run():
    ada = tree()
    assert ada.run("path") == "home", 'run("path") must give what path() gives'
    assert ada.run("size") == 4321, 'run("size") must give what size() gives'


@pytest.mark.parametrize("command", ["name", "run", "__init__", ""])
def test_other_commands_are_a_key_error(command):
    root = tree()
    with pytest.raises(KeyError):
        root.run(command)
        pytest.fail(f"{command!r} is no command and must raise KeyError", pytrace=False)


def test_a_subclass_may_override_what_commands_do():
    class Link(Folder):
        def path(self):
            return f"-> {super().path()}"

    assert Link("x").run("path") == "-> x", (
        'run("path") must call the path method of the subclass'
    )


def test_a_lone_folder_is_freed():
    folder = Folder("alone")
    alive = [weakref.ref(folder)]
    del folder
    left = left_over(alive)
    assert left == "", f"nobody wants the folder any more, but {left}"


def test_a_lone_folder_is_freed_after_use():
    folder = Folder("alone")
    alive = [weakref.ref(folder)]
    folder.run("path")
    folder.run("size")
    del folder
    left = left_over(alive)
    assert left == "", f"the folder was used, and is not wanted any more, but {left}"


def test_a_tree_is_freed(collections):
    root = tree()
    alive = [weakref.ref(root), *map(weakref.ref, root.children)]
    alive.append(weakref.ref(root.children[0].children[0]))
    del root
    left = left_over(alive)
    note = "" if not collections else "; gc.collect() cannot help, it is not called now"
    assert left == "", f"nobody wants the tree any more, but {left}{note}"


def test_the_root_holds_the_tree():
    root = tree()
    assert [len(root.children), len(root.children[0].children)] == [2, 1], (
        "folders must stay as long as somebody holds the root"
    )


def test_a_part_outlives_its_parent():
    root = tree()
    ada = root.children[0]
    del root
    path = ada.path()
    assert ada.parent is None, "when the parent is gone, parent must be None"
    assert path == "ada", "when the parent is gone, the path must begin here"
    assert (ada.size(), ada.children[0].path()) == (320, "ada/music"), (
        "a folder must be usable when its parent is gone"
    )


def test_nobody_calls_the_collector(collections):
    root = tree()
    root.run("path")
    root.run("size")
    del root
    assert len(collections) == 0, "gc.collect() must not be called"
