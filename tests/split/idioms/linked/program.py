class Node:
    def __init__(self, value, next_node=None):
        self.value, self.next = value, next_node


class LinkedList:
    def __init__(self):
        self.head = None

    def prepend(self, value):
        self.head = Node(value, self.head)
        return self

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def reverse(self):
        before, node = None, self.head
        while node is not None:
            node.next, before, node = before, node, node.next
        self.head = before


class Query:
    def __init__(self):
        self._parts = []

    def where(self, **conditions):
        self._parts += [f"{name}={value}" for name, value in conditions.items()]
        return self

    def build(self):
        return " and ".join(self._parts)


def build(values):
    found = LinkedList()
    for value in reversed(values):
        found.prepend(value)
    return found


def tree(depth):
    return {"node": Node(depth), "below": tree(depth - 1) if depth else None}
