import operator

import pytest
from decorate_a_class import Version, ordered_by


class Task:
    """Equal when all is equal; ordered by less than that."""

    count = 0

    def __init__(self, priority, title, done=False):
        self.priority = priority
        self.title = title
        self.done = done

    def __eq__(self, other):
        if not isinstance(other, Task):
            return NotImplemented
        return vars(self) == vars(other)

    def __hash__(self):
        return hash((self.priority, self.title))


def decorated(*names):
    """Decorate a new class that is like Task; return what takes its place."""
    return ordered_by(*names)(type("Chore", (Task,), {"kind": "chore"}))


def require_class(cls):
    if not isinstance(cls, type):
        pytest.fail(
            f"the decorated class is a {type(cls).__name__} now: the decorator must "
            "return the class",
            pytrace=False,
        )


def compared(first, sign, second):
    """Return what `first sign second` gives, or the name of the error."""
    operators = {
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
    try:
        return operators[sign](first, second)
    except TypeError:
        return "TypeError"


def test_the_same_class_is_returned():
    class Chore(Task):
        pass

    got = ordered_by("priority")(Chore)
    require_class(got)
    assert got.__name__ == "Chore", "the class must keep its name"
    assert got is Chore, (
        "the decorator must return the class that it was given, not another one"
    )


def test_isinstance_and_subclasses_work():
    require_class(Version)
    assert isinstance(Version(3, 13), Version), (
        "what Version makes must be an instance of Version"
    )

    class Beta(Version):
        pass

    assert str(Beta(3, 14)) == "3.14", "a decorated class can be inherited from"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        pytest.param((3, 4), (3, 13), [True, True, False, False], id="less"),
        pytest.param((3, 13), (3, 4), [False, False, True, True], id="greater"),
        pytest.param((3, 4), (3, 4), [False, True, False, True], id="equal"),
        pytest.param((2, 7), (3, 4), [True, True, False, False], id="first_decides"),
    ],
)
def test_versions_are_compared(first, second, wanted):
    require_class(Version)
    left, right = Version(*first, name="a"), Version(*second, name="b")
    for sign, truth in zip(["<", "<=", ">", ">="], wanted, strict=True):
        got = compared(left, sign, right)
        assert got is truth, f"Version{first} {sign} Version{second} must be {truth}"
    for name, truth in zip(["lt", "le", "gt", "ge"], wanted, strict=True):
        method = getattr(Version, f"__{name}__")
        assert method(left, right) is truth, (
            f"the class must have all four methods, and __{name}__ must give {truth} "
            f"for {first} and {second}"
        )


def test_versions_are_sorted():
    require_class(Version)
    versions = [Version(3, 13), Version(2, 7), Version(3, 4), Version(3, 0)]
    try:
        got = [str(version) for version in sorted(versions)]
    except TypeError as error:
        pytest.fail(
            f"sorted must find `__lt__`, and looks for it in the class: {error}",
            pytrace=False,
        )
    assert got == ["2.7", "3.0", "3.4", "3.13"], "versions must be sorted as numbers"
    assert str(max(versions)) == "3.13", "max must find the highest version"


@pytest.mark.parametrize("sign", ["<=", ">="])
def test_only_the_named_attributes_count(sign):
    chore = decorated("priority")
    require_class(chore)
    left, right = chore(1, "wash"), chore(1, "iron")
    got = compared(left, sign, right)
    assert got is True, (
        f"two chores of the same priority, ordered by priority: {sign} must be True, "
        "although they are not =="
    )


def test_the_order_of_the_names_counts():
    chore = decorated("title", "priority")
    require_class(chore)
    assert compared(chore(9, "iron"), "<", chore(1, "wash")) is True, (
        "ordered by title and priority, the title decides"
    )
    assert compared(chore(1, "iron"), "<", chore(9, "iron")) is True, (
        "when the titles are equal, the priority decides"
    )


def test_equality_and_hash_are_left_alone():
    chore = decorated("priority")
    require_class(chore)
    assert (chore(1, "wash") == chore(1, "iron")) is False, (
        "`==` is the affair of the class and must stay as it was"
    )
    assert (chore(1, "wash") == chore(1, "wash")) is True, (
        "`==` is the affair of the class and must stay as it was"
    )
    assert hash(chore(1, "wash")) == hash(chore(1, "wash")), (
        "objects that could be hashed must still be hashable"
    )


def test_a_changed_object_is_compared_as_it_is_now():
    require_class(Version)
    left, right = Version(3, 4), Version(3, 13)
    assert compared(left, ">", right) is False, (
        "Version(3, 4) > Version(3, 13) must be False"
    )
    left.minor = 14
    assert compared(left, ">", right) is True, (
        "the attributes count as they are when the objects are compared"
    )


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">="])
def test_subclasses_can_be_compared(sign):
    chore = decorated("priority")
    require_class(chore)
    urgent = type("Urgent", (chore,), {})
    plain = chore(2, "wash")
    wanted = {"<": True, "<=": True, ">": False, ">=": False}[sign]
    got = compared(urgent(1, "call"), sign, plain)
    assert got is wanted, f"urgent 1 {sign} plain 2 must be {wanted}"
    got = compared(plain, sign, urgent(3, "call"))
    assert got is wanted, f"plain 2 {sign} urgent 3 must be {wanted}"


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">="])
def test_other_things_cannot_be_compared(sign):
    chore = decorated("priority")
    require_class(chore)
    try:
        got = compared(chore(1, "wash"), sign, 1)
    except AttributeError as error:
        got = f"AttributeError: {error}"
    assert got == "TypeError", f"a chore {sign} a number must be a TypeError"
    lookalike = Task(1, "wash")
    got = compared(chore(1, "wash"), sign, lookalike)
    assert got == "TypeError", (
        f"a chore {sign} an object of an unrelated class must be a TypeError"
    )


def test_the_other_side_is_asked():
    class Anything:
        """Compares with everything."""

        def __gt__(self, other):
            return "asked"

    chore = decorated("priority")
    require_class(chore)
    got = compared(chore(1, "wash"), "<", Anything())
    assert got == "asked", (
        "for what it does not know, a method must return NotImplemented, so that "
        "Python asks the other object"
    )


def test_classes_do_not_disturb_one_another():
    by_priority, by_title = decorated("priority"), decorated("title")
    require_class(by_priority)
    assert compared(by_priority(2, "a"), "<", by_priority(1, "b")) is False, (
        "each decorated class must be compared by its own names"
    )
    assert compared(by_title(2, "a"), "<", by_title(1, "b")) is True, (
        "each decorated class must be compared by its own names"
    )


def test_class_attributes_are_kept():
    chore = decorated("priority")
    require_class(chore)
    assert (chore.kind, chore.count) == ("chore", 0), (
        "what can be read from the class must still be there"
    )


def test_versions_are_made_as_before():
    require_class(Version)
    assert Version(3, 13).name == "", "a version without a name must have an empty one"
    named = Version(3, 14, "pi")
    assert (named.major, named.minor, named.name) == (3, 14, "pi"), (
        "a version must keep what it was made with"
    )
