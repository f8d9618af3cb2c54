import pytest
from program import Matrix, Registry, Stack, Tags


def test_a_stack():
    stack = Stack().push(1).push(2)
    assert len(stack) == 2
    assert list(stack) == [2, 1]
    assert 1 in stack and 5 not in stack
    assert stack.pop() == 2
    assert stack and not Stack()


def test_an_empty_one():
    with pytest.raises(IndexError, match="empty"):
        Stack().pop()


def test_a_dict_of_its_own():
    registry = Registry(a="x")
    assert registry["b"] == "B"
    assert registry == {"a": "x", "b": "B"}
    assert sorted(registry) == ["a", "b"]
    assert isinstance(registry, Registry)


def test_a_list_of_its_own():
    tags = Tags(["a"]).add("b").add("a")
    assert tags == ["a", "b"]
    assert tags[0] == "a" and tags[-1:] == ["b"]
    assert len(tags) == 2


def test_items():
    matrix = Matrix([[1, 2], [3, 4]])
    assert matrix[1, 0] == 3
    matrix[1, 0] = 9
    assert matrix.rows == [[1, 2], [9, 4]]
    del matrix[0]
    assert matrix.rows == [[9, 4]]
    with pytest.raises(IndexError):
        matrix[7, 7]
