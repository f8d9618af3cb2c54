from dataclasses import dataclass
from typing import get_type_hints


@dataclass
class Server:
    host: str
    port: int = 8000
    timeout: float = 2.5


def load(cls, data):
    """Make an object of the dataclass; TypeError if the data do not fit."""
    for name, hint in get_type_hints(cls).items():
        if name in data and isinstance(hint, type):
            try:
                data = {**data, name: hint(data[name])}
            except ValueError:
                raise TypeError(f"{name} must be {hint}, not {data[name]!r}") from None
    return cls(**data)


if __name__ == "__main__":
    print(load(Server, {"host": "example.org", "port": 443}))
    try:
        print(load(Server, {"host": "example.org", "port": "443"}))
    except TypeError as error:
        print(f"refused: {error}")
