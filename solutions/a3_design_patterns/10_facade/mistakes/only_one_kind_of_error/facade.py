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
        self.stock.reserve(item, count)
        try:
            self.bank.charge(customer, amount)
            try:
                return self.courier.book(town, item)
            except Exception:
                self.bank.refund(customer, amount)
                raise
        except Exception:
            self.stock.release(item, count)
            raise


if __name__ == "__main__":
    shop = Shop(
        Stock({"lamp": 5}), Bank({"ada": 100}), Courier(["London"]), {"lamp": 20}
    )
    try:
        shop.order("ada", "Atlantis", "lamp", 2)
    except Refused as error:
        print(f"refused: {error}")
    print(shop.stock.pieces, shop.bank.accounts)
