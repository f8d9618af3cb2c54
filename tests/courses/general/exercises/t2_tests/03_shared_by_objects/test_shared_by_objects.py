from shared_by_objects import Basket


def test_baskets_are_apart():
    one, other = Basket(), Basket()
    one.put("tea")
    other.put("milk")
    assert other.items == ["milk"]
