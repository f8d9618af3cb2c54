import functools
import types


class CountCalls:
    """Wraps a function and counts how often it is called."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self._function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self._function(*args, **kwargs)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return types.MethodType(self, instance)


@CountCalls
def greet(name):
    """Say hello."""
    return f"Hello, {name}"


class Robot:
    def __init__(self):
        self.position = 0

    @CountCalls
    def move(self, steps):
        """Go some steps and tell where that is."""
        self.position += steps
        return self.position


if __name__ == "__main__":
    print(greet("Ada"))
    print(greet("Grace"))
    print(f"greet was called {greet.calls} times")

    robot = Robot()
    print(f"the robot is at {robot.move(3)}")
