from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import NamedTuple


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tags: list = field(default_factory=list, compare=False)

    def bump(self):
        return Version(self.major, self.minor)


@dataclass(frozen=True)
class Point:
    x: int
    y: int


class Color(Enum):
    RED = "r"
    GREEN = "g"


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class Size(NamedTuple):
    width: int
    height: int = 1


def biggest(sizes):
    return max(sizes, key=lambda size: size.width * size.height)
