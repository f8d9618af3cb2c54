class Shop:
    def __init__(self):
        self.discount = None

    def price(self):
        return 10
