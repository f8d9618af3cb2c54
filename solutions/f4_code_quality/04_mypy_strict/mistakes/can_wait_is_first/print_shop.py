"""Jobs in a print shop: what they cost, and which of them is next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Product(Protocol):
    """Whatever has a price, in cents, can be printed."""

    def price(self) -> int: ...


@dataclass
class Poster:
    width: int
    height: int

    def price(self) -> int:
        return self.width * self.height


@dataclass
class Cards:
    count: int
    price_of_one: int

    def price(self) -> int:
        return self.count * self.price_of_one


@dataclass
class Job:
    number: int
    product: Product
    due: date | None = None


class Shelf(Generic[T]):
    """Things in the order in which they were put there."""

    def __init__(self) -> None:
        self._things: list[T] = []

    def put(self, thing: T) -> None:
        self._things.append(thing)

    def first(self, wanted: Callable[[T], bool]) -> T | None:
        """Return the first thing that is wanted, or None."""
        for thing in self._things:
            if wanted(thing):
                return thing
        return None

    def everything(self) -> list[T]:
        return list(self._things)


def discount(count: int) -> int:
    """Return the discount in percent: 10 from 5 jobs, 20 from 10, otherwise 0."""
    if count >= 10:
        return 20
    if count >= 5:
        return 10
    return 0


def total(jobs: Iterable[Job]) -> int:
    """Return what the jobs cost together, in cents, less the discount."""
    prices = [job.product.price() for job in jobs]
    return sum(prices) * (100 - discount(len(prices))) // 100


def find(shelf: Shelf[Job], number: str) -> Job | None:
    """Return the job with the number that a customer typed, such as "17"."""
    return shelf.first(lambda job: str(job.number) == number)


def in_order(shelf: Shelf[Job]) -> list[Job]:
    """Return the jobs, the most urgent first; those that can wait are last."""
    return sorted(shelf.everything(), key=lambda job: job.due or date.min)


def due_text(shelf: Shelf[Job], number: str) -> str:
    """Return a date such as "2026-03-06", "any time" or "no such job"."""
    job = find(shelf, number)
    if job is None:
        return "no such job"
    return job.due.isoformat() if job.due else "any time"


def example() -> Shelf[Job]:
    shelf: Shelf[Job] = Shelf()
    shelf.put(Job(16, Poster(40, 60)))
    shelf.put(Job(17, Cards(count=100, price_of_one=25), due=date(2026, 3, 6)))
    return shelf


if __name__ == "__main__":
    shelf = example()
    print(total(shelf.everything()))
    print([job.number for job in in_order(shelf)])
    print(due_text(shelf, "17"))
