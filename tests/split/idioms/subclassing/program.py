from abc import ABC, abstractmethod


class Plugin(ABC):
    registry = {}

    def __init_subclass__(cls, *, key=None, **keywords):
        super().__init_subclass__(**keywords)
        if key:
            Plugin.registry[key] = cls

    def __init__(self, name):
        self.name = name

    @abstractmethod
    def run(self, value):
        """Does the work."""

    def run_all(self, values):
        return [self.run(value) for value in values]

    def describe(self):
        return f"plugin {self.name}"


class Animal:
    def speak(self):
        return "..."


def chorus(animals):
    return " ".join(animal.speak() for animal in animals)
