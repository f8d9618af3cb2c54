import pytest
import retry_with_arguments
from retry_with_arguments import retry


class Flaky:
    """Fails with each of the errors in turn, then gives the result."""

    def __init__(self, *errors, result="done"):
        self.errors = list(errors)
        self.result = result
        self.calls = []

    def function(self):
        def flaky(*args, **kwargs):
            """Fail now and then."""
            self.calls.append((args, kwargs))
            if len(self.calls) <= len(self.errors):
                raise self.errors[len(self.calls) - 1]
            return self.result

        return flaky


def decorated(function, **arguments):
    """Do what `@retry(...)` above the function does."""
    try:
        decorate = retry(**arguments)
    except TypeError as error:
        pytest.fail(
            f"retry must take its arguments before it is given the function: {error}",
            pytrace=False,
        )
    wrapper = decorate(function)
    assert callable(wrapper), (
        "what stands in the place of the function must be callable"
    )
    return wrapper


def calls(count):
    return "once" if count == 1 else f"{count} times"


def outcome(call):
    """Return what the call gives, or the exception that it ends with."""
    try:
        return call()
    except BaseException as error:
        return error


@pytest.mark.parametrize("times", [1, 2, 5])
def test_calls_at_most_so_many_times(times):
    errors = [OSError(f"failure {number}") for number in range(1, 9)]
    flaky = Flaky(*errors)
    got = outcome(decorated(flaky.function(), times=times))
    assert len(flaky.calls) == times, (
        f"with times={times}, a function that fails every time must be called "
        f"{calls(times)} in all"
    )
    assert got is errors[times - 1], (
        "when the last attempt fails, its error must reach the caller"
    )


def test_stops_as_soon_as_it_works():
    flaky = Flaky(OSError(), OSError(), result="21 degrees")
    got = outcome(decorated(flaky.function(), times=5))
    assert got == "21 degrees", "the result of the attempt that works must be returned"
    assert len(flaky.calls) == 3, (
        "it failed twice and then worked, so three calls are enough"
    )


def test_the_last_attempt_may_work():
    flaky = Flaky(OSError(), OSError())
    got = outcome(decorated(flaky.function(), times=3))
    assert got == "done", "the third of three attempts works, so there is a result"


@pytest.mark.parametrize("result", [None, 0, False])
def test_any_result_is_a_result(result):
    flaky = Flaky(result=result)
    got = outcome(decorated(flaky.function(), times=3))
    assert got == result, f"a function that returns {result!r} has not failed"
    assert len(flaky.calls) == 1, f"{result!r} is a result, not a reason to try again"


def test_arguments_are_passed_on_each_time():
    flaky = Flaky(OSError())
    function = decorated(flaky.function(), times=2)
    outcome(lambda: function("kitchen", unit="celsius"))
    assert flaky.calls == [(("kitchen",), {"unit": "celsius"})] * 2, (
        "each attempt must get the arguments of the call"
    )


@pytest.mark.parametrize(
    ("on", "error", "wanted"),
    [
        pytest.param((KeyError,), KeyError, 4, id="named"),
        pytest.param((KeyError,), OSError, 1, id="not_named"),
        pytest.param((KeyError, EOFError), EOFError, 4, id="second_of_two"),
        pytest.param((LookupError,), IndexError, 4, id="subclass_of_a_named_one"),
        pytest.param((KeyError,), KeyboardInterrupt, 1, id="interrupt"),
    ],
)
def test_only_the_named_exceptions_are_worth_another_try(on, error, wanted):
    flaky = Flaky(*[error() for _ in range(9)])
    got = outcome(decorated(flaky.function(), times=4, on=on))
    names = " and ".join(kind.__name__ for kind in on)
    assert len(flaky.calls) == wanted, (
        f"with {names} in `on` and times=4, a function that raises {error.__name__} "
        f"every time must be called {calls(wanted)}"
    )
    assert type(got) is error, f"the {error.__name__} must reach the caller"


def test_without_arguments_it_is_three_times_on_oserror():
    for error, wanted in [(FileNotFoundError, 3), (ValueError, 1)]:
        flaky = Flaky(*[error() for _ in range(9)])
        outcome(decorated(flaky.function()))
        assert len(flaky.calls) == wanted, (
            f"@retry() must call a function that raises {error.__name__} every time "
            f"{calls(wanted)}"
        )


def test_each_call_begins_anew():
    flaky = Flaky(*[OSError() for _ in range(9)])
    function = decorated(flaky.function(), times=3)
    outcome(function)
    outcome(function)
    assert len(flaky.calls) == 6, (
        "the second call of a function has as many attempts as the first"
    )


def test_one_decorator_serves_many_functions():
    twice = retry(times=2)
    first, second = Flaky(OSError()), Flaky(OSError(), result="second")
    functions = [twice(first.function()), twice(second.function())]
    got = [outcome(function) for function in functions]
    assert got == ["done", "second"], "each function must have its own attempts"


def test_name_and_docstring_are_kept():
    function = decorated(Flaky().function(), times=2)
    assert getattr(function, "__name__", None) == "flaky", (
        "the decorated function must keep its name"
    )
    assert function.__doc__ == "Fail now and then.", (
        "the decorated function must keep its docstring"
    )
    assert hasattr(function, "__wrapped__"), (
        "the original must be found in __wrapped__, where inspect and others look"
    )


def test_decorating_calls_nothing():
    flaky = Flaky()
    decorated(flaky.function(), times=2)
    assert len(flaky.calls) == 0, "decorating a function must not call it"


def test_forgotten_parentheses_are_a_clear_error():
    flaky = Flaky()
    decorated(flaky.function())
    got = outcome(lambda: retry(flaky.function()))
    assert type(got).__name__ == "TypeError", (
        "@retry without parentheses must raise TypeError where it is written"
    )
    assert "@retry()" in str(got), (
        "the error's message must say what to write: @retry()"
    )


def test_read_sensor_is_decorated():
    read_sensor = retry_with_arguments.read_sensor
    assert read_sensor.__name__ == "read_sensor", "read_sensor must keep its name"
    assert hasattr(read_sensor, "__wrapped__"), "read_sensor must still be decorated"
    assert outcome(lambda: read_sensor("hall")) == "hall: 21 degrees", (
        "read_sensor must work as before"
    )
