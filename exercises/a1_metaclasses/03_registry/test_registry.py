import pytest
from registry import Command, Hello, Plugin, PluginMeta, Reverse, Upper


@pytest.fixture(autouse=True)
def same_registries_afterwards():
    """A test may add classes; the next one finds what the module itself made."""
    registries = [Plugin.registry, Command.registry]
    saved = [dict(registry) for registry in registries]
    yield
    for registry, before in zip(registries, saved, strict=True):
        registry.clear()
        registry.update(before)


def require_that_plugin_is_not_registered():
    assert "Plugin" not in Plugin.registry, "Plugin must not be in its own registry"


def test_plugins_are_registered_by_name():
    assert Upper.registry is Plugin.registry, (
        "the plugins of a family must share the one registry of their base"
    )
    assert Plugin.registry.get("Upper") is Upper, (
        "Upper must be in Plugin.registry under its name"
    )
    assert Plugin.registry.get("Reverse") is Reverse, (
        "Reverse must be in Plugin.registry under its name"
    )


def test_base_is_not_a_plugin():
    assert sorted(Plugin.registry) == ["Reverse", "Upper"], (
        "Plugin.registry must hold the plugins and nothing else, not even their base"
    )


def test_plugin_of_a_plugin_is_registered():
    class Louder(Upper):
        pass

    assert Plugin.registry.get("Louder") is Louder, (
        "a subclass of a plugin is a plugin too and must be in Plugin.registry"
    )


def test_base_of_another_family_is_not_a_plugin():
    require_that_plugin_is_not_registered()

    class Codec(metaclass=PluginMeta):
        registry = {}

    assert Codec.registry == {}, (
        "the base of a family must not register itself, whatever it is called"
    )

    class Plain(Codec):
        pass

    assert Codec.registry == {"Plain": Plain}, (
        "a plugin must be in the registry of the base that it inherits from"
    )
    assert "Plain" not in Plugin.registry, (
        "a plugin must not be in the registry of another family"
    )


def test_base_with_an_ordinary_parent_is_not_a_plugin():
    require_that_plugin_is_not_registered()

    class Codec(metaclass=PluginMeta):
        registry = {}

    assert Codec.registry == {}, (
        "the base of a family must not register itself, whatever it is called"
    )

    class Ordinary:
        pass

    class Storage(Ordinary, metaclass=PluginMeta):
        registry = {}

    assert Storage.registry == {}, (
        "a base must not register itself when its only parent is an ordinary class"
    )

    class Memory(Ordinary):
        pass

    class Cache(Memory, Storage):
        pass

    assert Storage.registry == {"Cache": Cache}, (
        "a plugin must be registered when an ordinary class is its first parent"
    )


def test_commands_are_registered_by_name():
    assert Command.registry == {"Hello": Hello}, (
        "Command.registry must hold Hello under its name, and not the base"
    )


def test_command_of_a_command_is_registered():
    class Goodbye(Hello):
        pass

    assert Command.registry.get("Goodbye") is Goodbye, (
        "a subclass of a command is a command too and must be in Command.registry"
    )


def test_command_needs_no_metaclass():
    assert type(Command) is type, "Command must do it without a metaclass of its own"


def test_other_parents_are_told_too():
    told = []

    class HelpText:
        def __init_subclass__(cls, help_text="", **kwargs):
            super().__init_subclass__(**kwargs)
            told.append((cls.__name__, help_text))

    class Status(Command, HelpText, help_text="shows the status"):
        pass

    assert [name for name, _ in told] == ["Status"], (
        "Command must pass the call on, so that HelpText.__init_subclass__ runs too"
    )
    assert told == [("Status", "shows the status")], (
        "Command must pass the keywords of the class statement on"
    )
    assert Command.registry.get("Status") is Status, (
        "a command with another parent must be in Command.registry"
    )


def test_plugins_and_commands_still_work():
    assert Upper().run("Ada 1") == "ADA 1", "Upper must still write in capitals"
    assert Reverse().run("Ada 1") == "1 adA", "Reverse must still turn a text around"
    assert Hello().run() == "hello", "Hello must still say hello"
