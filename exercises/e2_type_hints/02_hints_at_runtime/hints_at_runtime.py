from dataclasses import dataclass


@dataclass
class Server:
    host: str
    port: int = 8000
    timeout = 2.5


def load(cls, data):
    """Make an object of the dataclass; TypeError if the data do not fit."""
    # the hints of the class say what fits, so a wrong value raises TypeError here
    return cls(**data)


if __name__ == "__main__":
    print(load(Server, {"host": "example.org", "port": 443}))
    try:
        print(load(Server, {"host": "example.org", "port": "443"}))
    except TypeError as error:
        print(f"refused: {error}")
