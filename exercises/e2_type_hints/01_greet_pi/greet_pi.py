def greet(name: int) -> None:
    return f"Hello, {name}"


pi: int = 3.14159

capitals: list[str] = {"France": "Paris", "Japan": "Tokyo"}


def circle_area(radius):
    return pi * radius**2


def capital_of(country: str) -> str:
    return capitals.get(country)


if __name__ == "__main__":
    print(greet("Ada"))
    print(circle_area(2))
    print(capital_of("Japan"))
    print(capital_of("Atlantis"))
