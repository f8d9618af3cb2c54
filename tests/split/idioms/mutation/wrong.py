def sort_in_place(items):
    items[:] = sorted(items)


def add_totals(rows):
    for row in rows:
        row["total"] = sum(row["values"])


class Basket:
    def __init__(self, items=()):
        self.items = items
        self._frozen = tuple(items)

    def content(self):
        return list(self.items)


def keep(items, seen):
    seen.update(items)
    items.clear()
    return seen
