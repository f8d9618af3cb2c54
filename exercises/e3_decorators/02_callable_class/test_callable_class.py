import pytest
from callable_class import CountCalls, Robot, greet


class Box:
    """A class with counted methods, made anew for each test."""


@pytest.fixture
def box_class():
    class Fresh(Box):
        def __init__(self, name="box"):
            self.name = name

        @CountCalls
        def put(self, *things, label="none"):
            """Put things into the box."""
            return (self.name, things, label)

        @CountCalls
        def open(self):
            return f"{self.name} is open"

    return Fresh


def require_bound(method):
    """A method that is not bound lacks its self; say so before anything else."""
    try:
        return method()
    except TypeError as error:
        pytest.fail(
            f"a decorated method must be given its object as self: {error}",
            pytrace=False,
        )


def test_calls_of_a_function_are_counted():
    @CountCalls
    def double(number, *, plus=0):
        return 2 * number + plus

    assert double.calls == 0, "a function that was not called yet has no calls"
    assert [double(4), double(5, plus=1)] == [8, 11], (
        "arguments and results must be passed on"
    )
    assert double.calls == 2, "each call must be counted once"


def test_a_call_that_fails_counts():
    @CountCalls
    def fail():
        raise ValueError("in the function")

    with pytest.raises(ValueError, match="in the function"):
        fail()
    assert fail.calls == 1, "a call that ends with an exception must be counted"


def test_each_function_has_its_own_count():
    first, second = CountCalls(len), CountCalls(len)
    first("abc")
    assert (first.calls, second.calls) == (1, 0), (
        "each decorated function must have its own count"
    )


def test_a_method_gets_its_object(box_class):
    box = box_class()
    opened = require_bound(lambda: box.open())
    assert opened == "box is open", (
        "a decorated method must be given its object as self"
    )
    got = require_bound(lambda: box.put("pen", "cup", label="desk"))
    assert got == ("box", ("pen", "cup"), "desk"), (
        "a decorated method must get its object and all of the arguments"
    )


def test_a_bound_method_can_be_kept(box_class):
    red, blue = box_class("red"), box_class("blue")
    red_open, blue_open = red.open, blue.open
    got = require_bound(lambda: [red_open(), blue_open(), red_open()])
    assert got == ["red is open", "blue is open", "red is open"], (
        "a bound method that was kept must stay with its own object, whatever was "
        "looked up since"
    )


def test_calls_of_all_objects_are_counted_together(box_class):
    require_bound(lambda: box_class("red").open())
    require_bound(lambda: box_class("blue").open())
    count = getattr(box_class.open, "calls", "no attribute `calls`")
    assert count == 2, "through the class, `calls` must tell the calls of all objects"
    assert box_class.put.calls == 0, "another method must have its own count"


def test_looking_a_method_up_is_no_call(box_class):
    box = box_class()
    keep = box.open
    count = getattr(box_class.open, "calls", "no attribute `calls`")
    assert count == 0, "looking a method up, without calling it, must not count"
    require_bound(keep)
    assert box_class.open.calls == 1, "the call of a kept method must count"


def test_a_method_can_be_called_through_the_class(box_class):
    box = box_class()
    got = require_bound(lambda: box_class.put(box, "pen"))
    assert got == ("box", ("pen",), "none"), (
        "Class.method(object, argument) must work, as with an ordinary method"
    )


def test_a_function_as_an_attribute_of_an_object_is_not_bound(box_class):
    box = box_class()
    box.shout = CountCalls(str.upper)
    assert box.shout("hey") == "HEY", (
        "a counted function that is kept in an object is no method: it gets no self"
    )


@pytest.mark.parametrize(
    ("counted", "name", "doc"),
    [
        pytest.param(greet, "greet", "Say hello.", id="function"),
        pytest.param(
            vars(Robot)["move"],
            "move",
            "Go some steps and tell where that is.",
            id="method",
        ),
    ],
)
def test_name_and_docstring_are_kept(counted, name, doc):
    assert isinstance(counted, CountCalls), f"{name} must be decorated with CountCalls"
    assert getattr(counted, "__name__", "no __name__") == name, (
        "what stands in the place of a function must have its name"
    )
    assert counted.__doc__ == doc, (
        "what stands in the place of a function must have its docstring"
    )
    wrapped = getattr(counted, "__wrapped__", None)
    assert getattr(wrapped, "__name__", None) == name, (
        "the original function must be found in __wrapped__"
    )


def test_greet_greets():
    assert greet("Ada") == "Hello, Ada", "greet must do what it did"


def test_the_robot_moves():
    robot = Robot()
    before = vars(Robot)["move"].calls
    got = require_bound(lambda: [robot.move(3), robot.move(steps=4)])
    assert got == [3, 7], "the robot must go the steps, and tell where it is"
    assert vars(Robot)["move"].calls - before == 2, "two moves are two calls"
