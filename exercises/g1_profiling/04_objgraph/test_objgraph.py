import gc
import importlib
import sys
import types

import pytest
import why_alive


class Leftover:
    """A class of which nothing else makes objects."""


class Rope:
    def __init__(self):
        self.strands = [Strand(self)]


class Strand:
    def __init__(self, rope):
        self.rope = rope


@pytest.fixture(autouse=True)
def only_new_objects():
    """Nobody need look at the many objects that were there before the test."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def shelf(monkeypatch):
    """A module that holds things."""
    module = types.ModuleType("shelf")
    module.things = {}
    monkeypatch.setitem(sys.modules, "shelf", module)
    yield module
    module.things.clear()
    gc.collect()


@pytest.fixture
def documents(monkeypatch):
    """Your module, imported anew: nothing is open, nothing can be undone."""
    monkeypatch.delitem(sys.modules, "documents", raising=False)
    return importlib.import_module("documents")


def answer(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def test_left_over_counts_what_stays(shelf):
    shelf.things["one"] = Leftover()

    def work():
        shelf.things["two"] = Leftover()
        shelf.things["three"] = Leftover()
        shelf.things["gone"] = Leftover()
        del shelf.things["gone"]

    got = why_alive.left_over(work, "Leftover", "Strand")
    assert got == {"Leftover": 2, "Strand": 0}, (
        "the work makes three objects and lets one go, so two are left over; the one "
        "from before does not count"
    )


def test_what_waits_for_the_collector_is_not_left_over(shelf):
    gc.disable()
    try:
        got = why_alive.left_over(lambda: Rope() and None, "Rope", "Strand")
        Rope()
        after_garbage = why_alive.left_over(lambda: None, "Rope")
    finally:
        gc.enable()
    assert got == {"Rope": 0, "Strand": 0}, (
        "a rope and its strand refer to each other, and nobody else does: that is for "
        "the garbage collector, and not left over"
    )
    assert after_garbage == {"Rope": 0}, (
        "garbage from before must not be counted either: it would make the result "
        "smaller than it is"
    )


def test_the_chain_leads_from_a_module_to_the_object(shelf):
    shelf.things["list"] = [Leftover()]
    got = answer(lambda: why_alive.why_alive("Leftover"))
    assert got == ["shelf", "dict", "dict", "list", "Leftover"], (
        "a module called shelf has a dict of its names, in it is the dict `things`, in "
        "that a list, and in the list the object: the chain must say so"
    )


def test_the_chain_of_something_that_is_part_of_another(shelf):
    shelf.things["rope"] = Rope()
    got = answer(lambda: why_alive.why_alive("Strand"))
    assert isinstance(got, list), "why_alive must give a list of names"
    assert got[:1] == ["shelf"], "the chain must begin with the name of the module"
    assert got[-1] == "Strand", "the chain must end with the type that was asked for"
    assert "Rope" in got, "the strand is held by its rope, so the chain must name it"


def test_nothing_alive_gives_no_chain():
    got = answer(lambda: why_alive.why_alive("Leftover"))
    assert got == [], "when no object of the type is alive, the chain must be empty"


def test_an_object_that_no_module_leads_to(shelf):
    rope = Rope()
    held = [rope.strands[0], rope]
    only_here = answer(lambda: why_alive.why_alive("Strand"))
    assert only_here == [], (
        "an object that only a running function holds is led to by no module: the chain "
        f"must be empty, not {only_here}"
    )
    shelf.things["other"] = Rope()
    gc.collect()
    later = Rope()
    got = answer(lambda: why_alive.why_alive("Strand"))
    assert got[:1] == ["shelf"], (
        "of three objects of the type, a module leads to one, and that chain must be "
        "given"
    )
    del held, later


def test_documents_are_undone_in_order(documents):
    letter, list_ = documents.Document("letter"), documents.Document("list")
    letter.write("Dear ")
    list_.write("milk")
    letter.write("Ada")
    texts = []
    while documents.undo():
        texts.append((letter.text, list_.text))
    assert texts == [("Dear ", "milk"), ("Dear ", ""), ("", "")], (
        "undo must take back the latest change, in whichever document it was"
    )
    assert documents.undo() is False, "when nothing is left, undo must say so"


def test_documents_are_listed(documents):
    letter = documents.Document("letter")
    documents.Document("list")
    assert documents.names() == ["letter", "list"], "open documents must be listed"
    letter.close()
    assert documents.names() == ["list"], "a closed document must not be listed"
    pages = [(page.document, page.number) for page in letter.pages]
    assert pages == [(letter, 0), (letter, 1), (letter, 2)], (
        "a document must have three pages that know it"
    )


def alive(cls):
    gc.collect()
    return sum(type(thing) is cls for thing in gc.get_objects())


def test_a_closed_document_goes(documents):
    letter = documents.Document("letter")
    letter.write("Dear Ada, ")
    letter.write("I am leaving.")
    letter.close()
    del letter
    assert alive(documents.Document) == 0, (
        "nobody wants the closed document any more, and something still holds it"
    )
    assert alive(documents.Page) == 0, "with the document, its pages must go"


def test_a_closed_document_that_was_never_changed_goes(documents):
    documents.Document("letter").close()
    assert alive(documents.Document) == 0, "a closed document must go, changed or not"


def test_an_open_document_stays(documents):
    documents.Document("letter").write("Dear Ada")
    gc.collect()
    undone = documents.undo()
    assert documents.names() == ["letter"], (
        "a document that is open must stay open, even if nobody else holds it"
    )
    assert undone is True, "the change of an open document must be undone"


def test_the_others_can_still_be_undone(documents):
    letter, list_ = documents.Document("letter"), documents.Document("list")
    list_.write("milk")
    letter.write("Dear Ada")
    list_.write(", eggs")
    letter.write("!")
    letter.close()
    answers = [documents.undo()]
    texts = [list_.text]
    answers.append(documents.undo())
    texts.append(list_.text)
    assert texts == ["milk", ""], (
        "after another document was closed, each undo must take back a change of an "
        f"open one; the list was {texts} in turn"
    )
    assert (answers, documents.undo()) == ([True, True], False), (
        "undo must say whether there was something to undo"
    )
    assert letter.text == "Dear Ada!", "a closed document must not be changed by undo"


def test_nothing_piles_up(documents):
    def steps():
        return sum(
            len(value) for value in vars(documents).values() if type(value) is list
        )

    before = steps()
    for number in range(50):
        document = documents.Document(f"letter {number}")
        document.write("Dear Ada")
        document.close()
    del document
    left = steps() - before
    assert left == 0, (
        "what was kept for a closed document must go too: 50 documents were closed, and "
        f"left {left} entries in a list; {alive(documents.Document)} documents are alive"
    )


def test_a_closed_document_cannot_be_closed_again(documents):
    letter = documents.Document("letter")
    letter.close()
    with pytest.raises(KeyError):
        letter.close()
        pytest.fail("closing a closed document must be a KeyError", pytrace=False)
