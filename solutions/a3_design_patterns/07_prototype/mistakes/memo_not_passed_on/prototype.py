import copy

from sprite import Sprite


class Enemy:
    def __init__(self, name, sprite):
        self.name = name
        self.sprite = sprite
        self.items = []
        self.friend = None

    def __deepcopy__(self, memo):
        twin = type(self).__new__(type(self))
        memo[id(self)] = twin
        for key, value in vars(self).items():
            shared = key == "sprite"
            setattr(twin, key, value if shared else copy.deepcopy(value))
        return twin


class Spawner:
    """Makes enemies as copies of prototypes."""

    def __init__(self):
        self._prototypes = {}

    def register(self, name, prototype):
        self._prototypes[name] = prototype

    def spawn(self, name, **different):
        """Return a copy of the prototype, with some attributes changed."""
        enemy = copy.deepcopy(self._prototypes[name])
        for key, value in different.items():
            setattr(enemy, key, value)
        return enemy


if __name__ == "__main__":
    spawner = Spawner()
    spawner.register("orc", Enemy("Orc", Sprite("orc.png")))
    first = spawner.spawn("orc", name="Gorbag")
    second = spawner.spawn("orc", name="Shagrat")
    first.items.append("axe")
    print(first.name, first.items)
    print(second.name, second.items)
