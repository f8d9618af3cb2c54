import logging
import threading
from logging.handlers import SocketHandler

import pytest
from receiver import Receiver
from shipping import LogShipper

SHOP = logging.getLogger("shop")
ORDERS = logging.getLogger("shop.orders")


@pytest.fixture(autouse=True)
def loggers():
    """The loggers let everything through, and have no handlers before and after."""
    SHOP.setLevel(logging.DEBUG)
    yield
    for logger in (SHOP, ORDERS):
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
            handler.close()
        logger.setLevel(logging.NOTSET)


def shipper_to(receiver, **options):
    return LogShipper(SHOP, receiver.host, receiver.port, **options)


def stop(shipper, receiver):
    """Stop the shipper, and return what has arrived as (logger, level, text)."""
    shipper.stop()
    left = [
        thread
        for thread in threading.enumerate()
        if thread not in (threading.main_thread(), receiver.thread)
    ]
    assert not left, (
        "stop must come back when the last record is sent: its thread still runs"
    )
    assert receiver.ended(), "stop must close the connection"
    return [(r.name, r.levelname, r.getMessage()) for r in receiver.records]


def test_each_record_arrives_once():
    receiver = Receiver()
    shipper = shipper_to(receiver)
    shipper.start()
    SHOP.info("open")
    ORDERS.warning("no %s left", "tea")
    logging.getLogger("shop.stock.cellar").error("wet")
    queues = [h for h in SHOP.handlers + ORDERS.handlers if hasattr(h, "queue")]
    got = stop(shipper, receiver)
    assert got == list(dict.fromkeys(got)), "a record must arrive once, not twice" + (
        ": it is put into the queue by two loggers" if len(queues) > 1 else ""
    )
    assert got == [
        ("shop", "INFO", "open"),
        ("shop.orders", "WARNING", "no tea left"),
        ("shop.stock.cellar", "ERROR", "wet"),
    ], "what the logger and those below it log must arrive, in order"


def test_nothing_is_lost_at_the_end():
    receiver = Receiver()
    shipper = shipper_to(receiver)
    shipper.start()
    for number in range(50):
        SHOP.info("%d", number)
    got = [text for _, _, text in stop(shipper, receiver)]
    assert got == [str(number) for number in range(50)], (
        "stop must send all that was logged before it, in order"
    )


def test_the_program_does_not_wait_for_the_network(monkeypatch):
    may_connect = threading.Event()
    connected_by = []
    connect = SocketHandler.makeSocket

    def slow_connect(handler, *args):
        connected_by.append(threading.current_thread())
        if threading.current_thread() is not threading.main_thread():
            may_connect.wait(5)
        return connect(handler, *args)

    monkeypatch.setattr(SocketHandler, "makeSocket", slow_connect)
    receiver = Receiver()
    shipper = shipper_to(receiver)
    shipper.start()
    basket = ["tea"]
    ORDERS.info("sold %s", basket)
    basket.append("milk")
    ORDERS.info("sold %s", basket)
    basket.clear()
    may_connect.set()
    got = [text for _, _, text in stop(shipper, receiver)]
    assert got == ["sold ['tea']", "sold ['tea', 'milk']"], (
        "each record must arrive once, and tell what its values were when it was logged"
    )
    assert threading.main_thread() not in connected_by, (
        "logging must not wait for the network, but the thread that called "
        "logger.info has opened the connection itself"
    )


@pytest.mark.parametrize(
    ("options", "levels"),
    [
        pytest.param({}, ["INFO", "WARNING", "ERROR"], id="default"),
        pytest.param({"level": logging.WARNING}, ["WARNING", "ERROR"], id="warning"),
        pytest.param(
            {"level": logging.DEBUG}, ["DEBUG", "INFO", "WARNING", "ERROR"], id="debug"
        ),
    ],
)
def test_level(options, levels):
    receiver = Receiver()
    shipper = shipper_to(receiver, **options)
    shipper.start()
    for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR):
        SHOP.log(level, "hello")
    got = [level for _, level, _ in stop(shipper, receiver)]
    assert got == levels, (
        "exactly the records at the shipper's level or above must arrive: by default "
        "from INFO"
    )


def test_tracebacks_arrive():
    receiver = Receiver()
    shipper = shipper_to(receiver)
    shipper.start()
    try:
        {}["tea"]
    except KeyError:
        SHOP.exception("no price")
    stop(shipper, receiver)
    texts = [f"{r.getMessage()} {r.exc_text}" for r in receiver.records]
    assert len(texts) == 1, "one record must arrive"
    assert "no price" in texts[0] and "KeyError: 'tea'" in texts[0], (
        "the traceback must arrive with its record"
    )


def test_only_between_start_and_stop():
    before = (SHOP.level, SHOP.propagate, SHOP.disabled, SHOP.handlers[:])
    receiver = Receiver()
    shipper = shipper_to(receiver)
    SHOP.info("too early")
    shipper.start()
    SHOP.info("in time")
    got = [text for _, _, text in stop(shipper, receiver)]
    SHOP.info("too late")
    assert got == ["in time"], "only what is logged from start to stop may be sent"
    after = (SHOP.level, SHOP.propagate, SHOP.disabled, SHOP.handlers[:])
    assert after == before, "stop must leave the logger as it was before start"


def test_it_can_be_started_again():
    receiver = Receiver(connections=2)
    shipper = shipper_to(receiver)
    shipper.start()
    SHOP.info("Monday")
    shipper.stop()
    SHOP.info("Sunday")
    shipper.start()
    SHOP.info("Tuesday")
    got = [text for _, _, text in stop(shipper, receiver)]
    assert got == ["Monday", "Tuesday"], "a shipper must work again after stop"
