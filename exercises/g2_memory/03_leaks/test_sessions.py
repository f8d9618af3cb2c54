import gc
import tracemalloc
import weakref

import pytest
from sessions import Session, Site


def load(user):
    return {"name": user, "picture": bytes(200)}


class Window:
    def __init__(self):
        self.seen = []

    def show(self, user):
        self.seen.append(user)


@pytest.fixture
def counts_only():
    """Only reference counting frees anything."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def bytes_left_by_each(step, times=2000, finish=lambda: None):
    """Bytes that a step leaves behind, on average, when all has warmed up."""
    for _ in range(times):
        step()
    gc.collect()
    tracemalloc.start()
    for _ in range(times):
        step()
    finish()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held // times


def test_a_profile_is_loaded_once_and_when_wanted():
    calls = []

    def slow_load(user):
        calls.append(user)
        return load(user)

    site = Site()
    ada, bob = site.open("ada", slow_load), site.open("bob", slow_load)
    assert calls == [], "no profile may be loaded before it is wanted"
    names = [ada.profile["name"], bob.profile["name"], ada.profile["name"]]
    assert names == ["ada", "bob", "ada"], "each session must have its own profile"
    assert calls == ["ada", "bob"], "a profile must be loaded once for each session"
    assert ada.profile is ada.profile, "the loaded profile must be given each time"


def test_two_sessions_of_a_user_are_two_sessions():
    one, two = Session("ada", load), Session("ada", lambda user: {"name": "new"})
    assert (one.profile["name"], two.profile["name"]) == ("ada", "new"), (
        "each session must load its profile by its own function"
    )


def test_open_gives_the_session():
    session = Site().open("ada", load)
    assert isinstance(session, Session), "open must give a Session"
    assert session.user == "ada", "the session must know its user"


@pytest.mark.parametrize(
    ("keep", "wanted"), [(3, ["u2", "u3", "u4"]), (1, ["u4"]), (5, None), (9, None)]
)
def test_the_last_users_are_remembered(keep, wanted):
    site = Site(keep=keep)
    users = [f"u{number}" for number in range(5)]
    for user in users:
        site.open(user, load)
    assert site.recent() == (wanted or users), (
        f"recent() must be a list of the last {keep} users, the latest one last"
    )


def test_a_hundred_users_are_remembered_by_default():
    site = Site()
    assert site.recent() == [], "at first nobody was there"
    for number in range(150):
        site.open(number, load)
    assert site.recent() == list(range(50, 150)), (
        "the last 100 users must be remembered unless said otherwise"
    )


def test_what_recent_gives_is_a_copy():
    site = Site(keep=3)
    site.open("ada", load)
    site.recent().append("nobody")
    assert site.recent() == ["ada"], "changing the list must not change the site"


def test_listeners_are_called_in_order():
    site, order = Site(), []

    class Named:
        def __init__(self, name):
            self.name = name

        def show(self, user):
            order.append((self.name, user))

    listeners = [Named("first"), Named("second")]
    for listener in listeners:
        site.subscribe(listener.show)
    site.open("ada", load)
    site.open("bob", load)
    called = [name for name, _ in order]
    assert len(called) > 0, (
        "both windows are held by somebody, but none was called: a method that is "
        "fetched from an object is an object of its own"
    )
    assert called == ["first", "second", "first", "second"], (
        "each listener that is held must be called for each session, in the order of "
        "subscribing"
    )
    assert [user for _, user in order] == ["ada", "ada", "bob", "bob"], (
        "listeners must be given the name of the user"
    )


def test_a_listener_between_two_closed_ones_is_called():
    site, kept = Site(), Window()
    for window in (Window(), kept, Window()):
        site.subscribe(window.show)
    del window
    site.open("ada", load)
    site.open("bob", load)
    assert kept.seen == ["ada", "bob"], (
        "a window that is open must be called when others are closed"
    )


def test_a_session_goes_with_its_last_name(counts_only):
    site, opened = Site(keep=3), []
    for number in range(1000):
        session = site.open(f"user {number}", load)
        assert session.profile["name"] == f"user {number}", "the profile must be loaded"
        opened.append(weakref.ref(session))
    del session
    left = sum(reference() is not None for reference in opened)
    assert left == 0, (
        f"nobody holds any of 1000 sessions, and {left} are still there: something "
        "holds them since their profiles were loaded"
    )


def test_a_closed_window_goes_and_is_not_called(counts_only):
    site, seen = Site(), []

    class Noisy:
        def show(self, user):
            seen.append(user)

    window = Noisy()
    site.subscribe(window.show)
    site.open("ada", load)
    alive = weakref.ref(window)
    del window
    freed = alive() is None
    assert freed, "a window that nobody else holds must be freed at once"
    site.open("bob", load)
    assert seen == ["ada"], "a window that is closed must not be called"


def test_sessions_leave_nothing_behind():
    site = Site(keep=10)
    names = iter(f"user {number}" for number in range(10**9))

    def step():
        site.open(next(names), load).profile

    left = bytes_left_by_each(step)
    assert left < 8, f"each session leaves about {left} bytes behind"


def test_profiles_that_nobody_wants_leave_nothing_behind():
    site = Site(keep=10)
    names = iter(f"user {number}" for number in range(10**9))

    def step():
        site.open(next(names), load)

    left = bytes_left_by_each(step)
    after_asking = bytes_left_by_each(step, finish=site.recent)
    assert left < 8, (
        f"each user who logs in leaves about {left} bytes behind as long as nobody "
        f"asks for the recent ones, and {after_asking} when somebody does"
    )


def test_closed_windows_leave_nothing_behind():
    site = Site()

    def step():
        site.subscribe(Window().show)

    def with_sessions():
        site.subscribe(Window().show)
        site.open("ada", load)

    left = bytes_left_by_each(with_sessions, times=200)
    assert left < 8, f"each closed window leaves about {left} bytes behind"
    left = bytes_left_by_each(step)
    assert left < 8, (
        f"each closed window leaves about {left} bytes behind when no session is "
        "opened: its entry in the list stays"
    )
