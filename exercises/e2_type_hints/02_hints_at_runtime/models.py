"""Dataclasses from another file, in which every hint is kept as text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Account:
    name: str
    visits: int = 0
    email: str | None = None


@dataclass
class AdminAccount(Account):
    level: int = 1
