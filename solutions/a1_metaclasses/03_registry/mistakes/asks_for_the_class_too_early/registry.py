"""Two families of classes that can be found by name."""


class PluginMeta(type):
    """Enters each plugin in the registry of its family."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if cls is not Plugin:
            cls.registry[name] = cls


class Plugin(metaclass=PluginMeta):
    """Base of all plugins; it is not a plugin itself."""

    registry = {}


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Reverse(Plugin):
    def run(self, text):
        return text[::-1]


class Command:
    """Base of all commands: the same without a metaclass."""

    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[cls.__name__] = cls


class Hello(Command):
    def run(self):
        return "hello"
