import pytest
from program import Animal, Plugin, chorus


def test_the_test_derives_a_class():
    class Doubler(Plugin, key="double"):
        def run(self, value):
            return value * 2

    plugin = Doubler("d")
    assert plugin.run_all([1, 2]) == [2, 4]
    assert plugin.describe() == "plugin d"
    assert isinstance(plugin, Plugin)
    assert Plugin.registry["double"] is Doubler


def test_super():
    class Loud(Animal):
        def __init__(self, times):
            super().__init__()
            self.times = times

        def speak(self):
            return super().speak() + "!" * self.times

    assert chorus([Animal(), Loud(2)]) == "... ...!!"


def test_abstract_classes_make_nothing():
    with pytest.raises(TypeError, match="abstract"):
        Plugin("p")
