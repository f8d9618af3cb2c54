import pytest
from vehicle import Car, Vehicle


def can_be_made(cls):
    """Tell whether cls() gives an object. The text of the error does not matter."""
    try:
        cls()
    except TypeError:
        return False
    return True


def start_engine(self):
    """The method that an incomplete vehicle has."""


def stop_engine(self):
    """The other one."""


def test_a_bare_vehicle_cannot_be_made():
    assert can_be_made(Vehicle) is False, (
        "Vehicle() must raise TypeError: it is only an interface"
    )


@pytest.mark.parametrize(
    "method",
    [
        pytest.param(start_engine, id="start_engine"),
        pytest.param(stop_engine, id="stop_engine"),
    ],
)
def test_an_incomplete_vehicle_cannot_be_made(method):
    lorry = type("Lorry", (Vehicle,), {method.__name__: method})
    assert can_be_made(lorry) is False, (
        f"a vehicle that defines nothing but {method.__name__} must not be instantiable"
    )


def test_a_complete_vehicle_can_be_made():
    lorry = type(
        "Lorry",
        (Vehicle,),
        {"start_engine": start_engine, "stop_engine": stop_engine},
    )
    assert can_be_made(lorry) is True, (
        "a vehicle that defines start_engine and stop_engine must be instantiable"
    )


def test_a_car_is_a_vehicle():
    assert issubclass(Car, Vehicle), "Car must inherit from Vehicle"


def test_a_car_starts_and_stops(capsys):
    car = Car()
    assert capsys.readouterr().out == "", "making a car must not print anything"
    car.start_engine()
    assert capsys.readouterr().out == "Car engine started.\n", (
        "start_engine must print its line, and nothing else"
    )
    car.stop_engine()
    assert capsys.readouterr().out == "Car engine stopped.\n", (
        "stop_engine must print its line, and nothing else"
    )
