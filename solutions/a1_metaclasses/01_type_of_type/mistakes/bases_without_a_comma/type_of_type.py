"""A class is an object too, and something made it."""


class Robot:
    """An ordinary class."""

    wheels = 4

    def move(self):
        return f"rolling on {self.wheels} wheels"


# What each expression gives, where `robot` is an instance: robot = Robot()
CLAIMS = {
    "type(robot)": Robot,
    "type(Robot)": type,
    "type(type)": type,
    "isinstance(robot, type)": False,
    "isinstance(Robot, type)": True,
    "issubclass(Robot, type)": False,
}


def is_class(thing):
    """Tell whether `thing` is a class, whatever made it."""
    return isinstance(thing, type)


def build_robot(name, wheels):
    """Return a new subclass of Robot with this name and number of wheels."""
    return type(name, (Robot), {"wheels": wheels})
