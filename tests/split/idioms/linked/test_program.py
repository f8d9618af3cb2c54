from program import LinkedList, Node, Query, build, tree


def test_nodes():
    items = LinkedList().prepend(2).prepend(1)
    assert items.head.value == 1
    assert items.head.next.value == 2
    assert items.head.next.next is None
    assert list(items) == [1, 2]


def test_what_a_function_makes():
    items = build([1, 2, 3])
    items.reverse()
    assert list(items) == [3, 2, 1]
    assert isinstance(items.head, Node)
    assert items.head is items.head


def test_a_chain_of_calls():
    assert Query().where(a=1).where(b=2).build() == "a=1 and b=2"


def test_objects_in_data():
    found = tree(2)
    assert found["node"].value == 2
    assert found["below"]["below"]["node"].value == 0
    assert found["below"]["below"]["below"] is None


def test_the_test_changes_objects():
    first = Node(1)
    first.next = Node(2)
    first.next.value += 40
    items = LinkedList()
    items.head = first
    assert list(items) == [1, 42]
