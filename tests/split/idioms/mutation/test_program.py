from program import Basket, add_totals, keep, sort_in_place


def test_a_list_is_changed():
    items = [3, 1, 2]
    alias = items
    assert sort_in_place(items) is None
    assert alias == [1, 2, 3]


def test_what_lies_deeper_is_changed():
    first = {"values": [1, 2]}
    rows = [first, {"values": [4]}]
    add_totals(rows)
    assert first["total"] == 3
    assert rows[1] == {"values": [4], "total": 4}


def test_a_copy_is_kept():
    given = [1, 2]
    basket = Basket(given)
    given.append(3)
    assert basket.content() == [1, 2]
    basket.content().append(9)
    assert basket.content() == [1, 2]


def test_the_inner_list_is_shared():
    basket = Basket([1])
    basket.items.append(2)
    assert basket.content() == [1, 2]


def test_several_kinds():
    items, seen = [1, 2], {0}
    assert keep(items, seen) is seen
    assert (items, seen) == ([], {0, 1, 2})
