class Basket:
    def __init__(self, items=[]):
        self.items = items

    def put(self, item):
        self.items.append(item)
