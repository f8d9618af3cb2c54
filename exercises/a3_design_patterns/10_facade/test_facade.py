import pytest
from facade import Shop
from subsystems import Bank, Courier, Refused, Stock

STEPS = ["reserve", "charge", "book"]


class Recorder:
    """Stands for a department: writes down each call, and fails where it is told to."""

    def __init__(self, calls, failures):
        self.calls = calls
        self.failures = failures

    def __getattr__(self, name):
        def method(*arguments):
            self.calls.append((name, *arguments))
            if name in self.failures:
                raise self.failures[name]
            return f"result of {name}"

        return method


class Played:
    """An order that was played through: the calls, and how it ended."""

    def __init__(self, failures=None):
        self.calls = []
        recorder = Recorder(self.calls, failures or {})
        shop = Shop(recorder, recorder, recorder, {"lamp": 20})
        self.result = self.error = None
        try:
            self.result = shop.order("ada", "London", "lamp", 3)
        except BaseException as error:
            self.error = error
        self.names = [call[0] for call in self.calls]
        self.undone = [name for name in self.names if name not in STEPS]


def real_shop():
    return Shop(
        Stock({"lamp": 5, "desk": 1}),
        Bank({"ada": 100, "bob": 10}),
        Courier(["London"]),
        {"lamp": 20, "desk": 100},
    )


def test_an_order_does_all_three_steps():
    order = Played()
    if order.error:
        raise order.error
    done = [call for call in order.calls if call[0] in STEPS]
    assert done == [
        ("reserve", "lamp", 3),
        ("charge", "ada", 60),
        ("book", "London", "lamp"),
    ], "an order must reserve, charge and book, in this order"
    assert order.undone == [], "when all steps have worked, nothing may be undone"
    assert order.result == "result of book", "order must return what the courier gave"


@pytest.mark.parametrize(
    ("step", "undone"),
    [
        pytest.param("reserve", [], id="stock"),
        pytest.param("charge", ["release"], id="bank"),
        pytest.param("book", ["refund", "release"], id="courier"),
    ],
)
def test_what_was_done_is_undone(step, undone):
    order = Played({step: Refused("no")})
    assert sorted(order.undone) == undone, (
        f"when {step} fails, the steps before it must be undone, and only those"
    )
    later = [name for name in order.names if name in STEPS[STEPS.index(step) + 1 :]]
    assert later == [], f"when {step} fails, no later step may begin"


def test_what_was_done_is_undone_backwards():
    order = Played({"book": Refused("no")})
    undone = [call for call in order.calls if call[0] not in STEPS]
    if not undone:
        pytest.fail("when the courier refuses, nothing is undone", pytrace=False)
    assert undone == [("refund", "ada", 60), ("release", "lamp", 3)], (
        "what was done must be undone with the same values, the last step first"
    )


@pytest.mark.parametrize(
    ("step", "undo"),
    [
        pytest.param("reserve", "release", id="stock"),
        pytest.param("charge", "refund", id="bank"),
    ],
)
def test_a_failed_step_is_not_undone(step, undo):
    order = Played({step: Refused("no")})
    assert undo not in order.names, (
        f"a step that failed itself must not be undone: after {step}, no {undo}"
    )


@pytest.mark.parametrize(
    "step",
    [
        pytest.param("reserve", id="stock"),
        pytest.param("charge", id="bank"),
        pytest.param("book", id="courier"),
    ],
)
def test_the_error_reaches_the_caller(step):
    refusal = Refused("no, because")
    order = Played({step: refusal})
    assert order.error is refusal, (
        f"the exception that {step} raised must reach the caller, and no other"
    )


@pytest.mark.parametrize("kind", [ZeroDivisionError, KeyboardInterrupt])
def test_any_kind_of_failure(kind):
    order = Played({"book": kind("stop")})
    assert type(order.error) is kind, "whatever was raised must reach the caller"


def test_any_kind_of_failure_is_undone():
    for kind in (Refused, ConnectionError, KeyboardInterrupt):
        order = Played({"book": kind("stop")})
        assert order.undone == ["refund", "release"], (
            f"after {kind.__name__}, the steps must be undone as well"
        )


def test_a_failed_undo_does_not_stop_the_others():
    order = Played({"book": Refused("no"), "refund": ConnectionError("bank is away")})
    assert order.undone == ["refund", "release"], (
        "when one step cannot be undone, the others must be undone all the same"
    )
    assert order.error is not None, "the caller must hear that something failed"


def test_the_real_departments_end_as_they_were():
    shop = real_shop()
    for order in [
        ("ada", "Atlantis", "lamp", 2),  # no van
        ("bob", "London", "lamp", 1),  # no money
        ("ada", "London", "desk", 2),  # no desks
    ]:
        with pytest.raises(Refused):
            shop.order(*order)
    assert shop.stock.pieces == {"lamp": 5, "desk": 1}, (
        "after refused orders, the stock must be as before"
    )
    assert shop.bank.accounts == {"ada": 100, "bob": 10}, (
        "after refused orders, nobody may have paid"
    )
    assert shop.courier.parcels == [], "after refused orders, no parcel may be booked"


def test_the_real_departments_do_their_work():
    shop = real_shop()
    numbers = [
        shop.order("ada", "London", "lamp", 2),
        shop.order("ada", "London", "lamp", 3),
    ]
    assert numbers == [1, 2], "order must return the number of the parcel"
    assert (shop.stock.pieces["lamp"], shop.bank.accounts["ada"]) == (0, 0), (
        "the goods must be taken and paid"
    )
