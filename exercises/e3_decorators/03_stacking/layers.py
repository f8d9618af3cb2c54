"""Four decorators. Each prints what it does, so that their order can be seen."""

import functools

MEMBERS = {"ann", "bob"}
COMMANDS = {}


def command(function):
    """Let `run` find the function by its name."""
    COMMANDS[function.__name__] = function
    return function


def run(name, *args):
    """Run the command of that name; a refusal is no reason to stop."""
    try:
        return COMMANDS[name](*args)
    except PermissionError:
        return None


def logged(function):
    """Print each request, and how it ends."""

    @functools.wraps(function)
    def wrapper(user, item):
        print(f"log: {user} asks for {item}")
        try:
            answer = function(user, item)
        except PermissionError:
            print(f"log: {user} was refused")
            raise
        print(f"log: {user} got {answer}")
        return answer

    return wrapper


def members_only(function):
    """Refuse everybody who is no member."""

    @functools.wraps(function)
    def wrapper(user, item):
        if user not in MEMBERS:
            print(f"door: {user} is no member")
            raise PermissionError(user)
        print(f"door: {user} may pass")
        return function(user, item)

    return wrapper


def cached(function):
    """Remember the answer for each item. It is the same for every user."""
    answers = {}

    @functools.wraps(function)
    def wrapper(user, item):
        if item in answers:
            print(f"cache: {item} is known")
        else:
            print(f"cache: {item} is new")
            answers[item] = function(user, item)
        return answers[item]

    return wrapper
