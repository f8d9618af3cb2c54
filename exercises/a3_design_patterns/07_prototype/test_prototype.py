import copy

import prototype
import pytest
from prototype import Enemy, Spawner
from sprite import Sprite


@pytest.fixture
def orc():
    return Enemy("Orc", Sprite("orc.png"))


@pytest.fixture
def spawner(orc):
    spawner = Spawner()
    spawner.register("orc", orc)
    return spawner


def made(spawner, name="orc", **different):
    """Spawn an enemy, and say so when that fails."""
    try:
        return spawner.spawn(name, **different)
    except Exception as error:
        pytest.fail(
            f"spawn({name!r}) must give a copy, but raised "
            f"{type(error).__name__}: {error}",
            pytrace=False,
        )


def test_each_enemy_has_its_own_items(spawner, orc):
    first, second = made(spawner), made(spawner)
    first.items.append("axe")
    assert second.items == [], "what one enemy picks up, the others must not have"
    assert orc.items == [], "the prototype must not change with its copies"
    assert made(spawner).items == [], "later copies must be like the prototype"


def test_what_is_in_the_items_is_not_shared(spawner, orc):
    orc.items.append({"kind": "bow", "arrows": 12})
    first, second = made(spawner), made(spawner)
    assert first.items is not second.items, "each enemy must have a list of its own"
    first.items[0]["arrows"] -= 1
    arrows = [enemy.items[0]["arrows"] for enemy in (first, second, orc)]
    assert arrows == [11, 12, 12], (
        "each enemy must have its own list, and its own things in it"
    )


def test_the_sprite_is_shared(spawner, orc):
    first, second = made(spawner), made(spawner)
    copied = any(enemy.sprite is not orc.sprite for enemy in (first, second))
    assert not copied, (
        "all enemies must share the sprite of the prototype, but the picture was copied"
    )


def test_a_shared_sprite_stays_as_it_was(spawner, orc):
    picture = orc.sprite
    made(spawner)
    assert orc.sprite is picture, "copying must not change the prototype"
    assert (picture.file, len(picture.pixels)) == ("orc.png", 64), (
        "copying must not change the picture"
    )


def test_a_new_enemy_has_nothing(orc):
    assert (orc.items, orc.friend) == ([], None), (
        "a new enemy has no items and no friend"
    )


def test_some_attributes_may_be_different(spawner, orc):
    wolf = Sprite("wolf.png")
    enemy = made(spawner, sprite=wolf)
    assert (enemy.sprite, enemy.name) == (wolf, "Orc"), (
        "spawn must set the attributes that it is given, and no others"
    )
    assert orc.sprite is not wolf, "the prototype must keep its own"


def test_an_unknown_name_is_an_error(spawner):
    with pytest.raises(KeyError):
        spawner.spawn("elf")


def test_all_attributes_are_copied(spawner, orc):
    orc.speed = 7
    orc.path = [(0, 0), (1, 0)]
    enemy = made(spawner)
    assert (enemy.name, getattr(enemy, "speed", None)) == ("Orc", 7), (
        "an attribute that was set later must be copied, too"
    )
    assert getattr(enemy, "path", None) == [(0, 0), (1, 0)], (
        "all attributes must be copied"
    )
    enemy.path.append((1, 1))
    assert orc.path == [(0, 0), (1, 0)], "and none but the sprite must be shared"


class Boss(Enemy):
    def __init__(self, sprite, *, crown):
        super().__init__("Boss", sprite)
        self.crown = crown
        self.greetings = getattr(self, "greetings", 0) + 1


def test_a_subclass_is_copied_as_it_is(spawner):
    boss = Boss(Sprite("boss.png"), crown=["gold"])
    boss.greetings = 5
    spawner.register("boss", boss)
    got = made(spawner, "boss")
    assert type(got) is Boss, "a copy of a Boss must be a Boss"
    assert (got.crown, got.greetings) == (["gold"], 5), (
        "a copy must have the attributes of the original; __init__ must not run"
    )
    assert got.crown is not boss.crown, "the attributes of a subclass are not shared"
    assert got.sprite is boss.sprite, "the sprite is shared, in a subclass as well"


def test_friends_are_copied_together(spawner, orc):
    wolf = Enemy("Wolf", Sprite("wolf.png"))
    orc.friend, wolf.friend = wolf, orc
    enemy = made(spawner)
    assert enemy is not orc, "spawn must return a copy"
    assert enemy.friend is not wolf, "the friend must be copied with its friend"
    assert enemy.friend.name == "Wolf", "the copy of the friend must be like the friend"
    assert enemy.friend.friend is enemy, (
        "the friend of the copied wolf must be the copied orc"
    )
    assert enemy.friend.sprite is wolf.sprite, "the friend's sprite is shared as well"


def test_a_thing_that_two_share_stays_one_thing(spawner, orc):
    chest = ["gold"]
    orc.items.append(chest)
    orc.friend = Enemy("Wolf", Sprite("wolf.png"))
    orc.friend.items.append(chest)
    enemy = made(spawner)
    assert enemy.items[0] is not chest, "the chest must be copied"
    assert enemy.items[0] is enemy.friend.items[0], (
        "the chest that both share must stay one thing that both copies share"
    )


def test_deepcopy_does_the_same(orc):
    orc.items.append(["axe"])
    first, second = copy.deepcopy([orc, orc])
    assert first is second, (
        "deepcopy of a list that holds an enemy twice must hold one copy twice"
    )
    assert first is not orc, "deepcopy must copy"
    assert first.sprite is orc.sprite, "copy.deepcopy(enemy) must share the sprite"
    assert first.items[0] is not orc.items[0], "copy.deepcopy(enemy) must copy the rest"


def test_only_enemies_share_their_sprites():
    picture = Sprite("orc.png")
    same = copy.deepcopy(picture) is picture
    assert not same, "copy.deepcopy(sprite) alone must copy it, as before"
    assert prototype.copy is copy, "the copy module must be left alone"
