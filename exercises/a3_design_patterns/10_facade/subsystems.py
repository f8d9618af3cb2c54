"""Three departments. None of them knows the others."""


class Refused(Exception):
    """A department said no. The message says why."""


class Stock:
    def __init__(self, pieces):
        self.pieces = pieces

    def reserve(self, item, count):
        if self.pieces.get(item, 0) < count:
            raise Refused(f"not enough of {item}")
        self.pieces[item] -= count

    def release(self, item, count):
        self.pieces[item] += count


class Bank:
    def __init__(self, accounts):
        self.accounts = accounts

    def charge(self, customer, amount):
        if self.accounts[customer] < amount:
            raise Refused(f"{customer} has not enough money")
        self.accounts[customer] -= amount

    def refund(self, customer, amount):
        self.accounts[customer] += amount


class Courier:
    def __init__(self, towns):
        self.towns = towns
        self.parcels = []

    def book(self, town, item):
        """Return the number of the parcel."""
        if town not in self.towns:
            raise Refused(f"no van goes to {town}")
        self.parcels.append((town, item))
        return len(self.parcels)
