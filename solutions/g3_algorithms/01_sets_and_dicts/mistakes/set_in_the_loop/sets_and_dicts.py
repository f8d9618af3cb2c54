"""Three questions about numbers of customers: text, int, or anything hashable."""


def without_repeats(numbers):
    """Each number once, in the order in which they came first."""
    return list(dict.fromkeys(numbers))


def unknown(numbers, known):
    """The numbers that are not among the known ones, in order, repeats and all."""
    known = list(known)
    return [number for number in numbers if number not in set(known)]


def join(customers, orders):
    """A pair (name, thing) for each order of each customer.

    `customers` are pairs (number, name), `orders` are pairs (number, thing). The
    pairs come in the order of the customers, and those of one customer in the order
    of the orders.
    """
    things = {}
    for number, thing in orders:
        things.setdefault(number, []).append(thing)
    return [
        (name, thing) for number, name in customers for thing in things.get(number, ())
    ]


if __name__ == "__main__":
    customers = [("c7", "Ada"), ("c3", "Grace"), ("c9", "Edsger")]
    orders = [("c3", "lamp"), ("c7", "chair"), ("c3", "desk"), ("c1", "mug")]
    print(without_repeats([number for number, _ in orders]))
    print(unknown([n for n, _ in orders], [n for n, _ in customers]))
    print(join(customers, orders))
