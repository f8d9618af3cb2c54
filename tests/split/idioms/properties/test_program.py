import pytest
from program import Temperature


def test_a_property_is_read_and_set():
    t = Temperature(100.0)
    assert t.fahrenheit == 212.0
    t.fahrenheit = 32
    assert t.celsius == pytest.approx(0.0)
    with pytest.raises(ValueError, match="absolute"):
        t.fahrenheit = -1000


def test_members_of_the_class():
    assert Temperature.boiling().celsius == 100.0
    assert Temperature.unit() == "degree"
    assert Temperature.scale == "C"


def test_texts():
    assert repr(Temperature(1.5)) == "Temperature(1.5)"
    assert f"{Temperature(2.0)}" == "2.0 °C"


def test_attributes():
    t = Temperature()
    assert hasattr(t, "fahrenheit") and not hasattr(t, "kelvin")
    assert getattr(t, "kelvin", None) is None
    assert vars(t) == {"celsius": 0.0}
    with pytest.raises(AttributeError):
        t.kelvin


def test_each_object_has_its_own():
    one, other = Temperature(1.0), Temperature(2.0)
    one.celsius += 1
    assert (one.celsius, other.celsius) == (2.0, 2.0)
    assert one is one and one is not other
