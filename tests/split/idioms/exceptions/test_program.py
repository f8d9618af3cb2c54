import json

import pytest
from program import BankError, InsufficientFunds, leave, lookup, parse, read, withdraw


def test_attributes():
    with pytest.raises(InsufficientFunds) as caught:
        withdraw(10, 25)
    assert (caught.value.needed, caught.value.available) == (25, 10)
    assert caught.value.missing == 15
    assert str(caught.value) == "need 25, have 10"
    assert caught.type is InsufficientFunds


def test_a_base_class_catches():
    with pytest.raises(BankError, match="need"):
        withdraw(1, 2)
    assert issubclass(InsufficientFunds, BankError)


def test_builtin_ones():
    with pytest.raises(ValueError, match="positive"):
        withdraw(1, 0)
    with pytest.raises(KeyError) as caught:
        lookup({}, "k")
    assert caught.value.args == ("k",)
    with pytest.raises(FileNotFoundError):
        read("no such file")


def test_the_cause():
    with pytest.raises(BankError) as caught:
        parse("{")
    assert isinstance(caught.value.__cause__, json.JSONDecodeError)
    assert caught.value.__cause__.pos == 1


def test_the_end_of_a_program():
    with pytest.raises(SystemExit) as caught:
        leave()
    assert caught.value.code == 3


def test_they_can_be_made():
    error = InsufficientFunds(5, 3)
    assert error.missing == 2
    with pytest.raises(InsufficientFunds):
        raise error


def test_caught_by_hand():
    try:
        withdraw(1, 9)
    except BankError as error:
        assert error.needed == 9
    else:
        raise AssertionError("nothing was raised")
