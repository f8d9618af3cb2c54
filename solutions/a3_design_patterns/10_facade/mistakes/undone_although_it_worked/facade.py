from contextlib import ExitStack

from subsystems import Bank, Courier, Refused, Stock


class Shop:
    """One call over stock, bank and courier."""

    def __init__(self, stock, bank, courier, prices):
        self.stock = stock
        self.bank = bank
        self.courier = courier
        self.prices = prices

    def order(self, customer, town, item, count):
        """Sell, and return the number of the parcel."""
        amount = self.prices[item] * count
        with ExitStack() as undo:
            self.stock.reserve(item, count)
            undo.callback(self.stock.release, item, count)
            self.bank.charge(customer, amount)
            undo.callback(self.bank.refund, customer, amount)
            number = self.courier.book(town, item)
        return number


if __name__ == "__main__":
    shop = Shop(
        Stock({"lamp": 5}), Bank({"ada": 100}), Courier(["London"]), {"lamp": 20}
    )
    try:
        shop.order("ada", "Atlantis", "lamp", 2)
    except Refused as error:
        print(f"refused: {error}")
    print(shop.stock.pieces, shop.bank.accounts)
