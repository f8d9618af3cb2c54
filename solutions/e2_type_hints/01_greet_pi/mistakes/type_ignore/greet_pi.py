def greet(name: str) -> str:
    return f"Hello, {name}"


pi: float = 3.14159

capitals: dict[str, str] = {"France": "Paris", "Japan": "Tokyo"}


def circle_area(radius: float) -> float:
    return pi * radius**2


def capital_of(country: str) -> str:
    return capitals.get(country)  # type: ignore[return-value]


if __name__ == "__main__":
    print(greet("Ada"))
    print(circle_area(2))
    print(capital_of("Japan"))
    print(capital_of("Atlantis"))
