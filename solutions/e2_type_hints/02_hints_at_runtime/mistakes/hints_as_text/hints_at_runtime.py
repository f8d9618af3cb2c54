from dataclasses import dataclass, fields


@dataclass
class Server:
    host: str
    port: int = 8000
    timeout: float = 2.5


def load(cls, data):
    """Make an object of the dataclass; TypeError if the data do not fit."""
    for field in fields(cls):
        name = field.name
        if name in data and not isinstance(data[name], field.type):
            raise TypeError(f"{name} must be {field.type}, not {data[name]!r}")
    return cls(**data)


if __name__ == "__main__":
    print(load(Server, {"host": "example.org", "port": 443}))
    try:
        print(load(Server, {"host": "example.org", "port": "443"}))
    except TypeError as error:
        print(f"refused: {error}")
