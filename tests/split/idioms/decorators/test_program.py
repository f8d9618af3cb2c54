from program import Memoize, counted, fib, make_adder, repeat


def test_calls_are_counted():
    @counted
    def greet(name, mark="!"):
        """Says hello."""
        return f"Hello {name}{mark}"

    assert greet("Ada") == "Hello Ada!"
    assert greet("Alan", mark="?") == "Hello Alan?"
    assert greet.calls == 2
    assert greet.__name__ == "greet"
    assert greet.__doc__ == "Says hello."


def test_with_arguments():
    @repeat(times=3)
    def roll():
        return 4

    assert roll() == [4, 4, 4]


def test_a_method_is_decorated():
    class Counter:
        def __init__(self):
            self.value = 0

        @repeat(2)
        def up(self):
            self.value += 1
            return self.value

    counter = Counter()
    assert counter.up() == [1, 2]


def test_a_class_that_decorates():
    seen = []

    @Memoize
    def square(n):
        seen.append(n)
        return n * n

    assert [square(3), square(3), square(4)] == [9, 9, 16]
    assert seen == [3, 4]
    assert square.cache == {(3,): 9, (4,): 16}


def test_cached():
    assert fib(30) == 832040
    assert fib.cache_info().hits > 0


def test_closures():
    add_two, add_ten = make_adder(2), make_adder(10)
    assert (add_two(1), add_ten(1)) == (3, 11)
