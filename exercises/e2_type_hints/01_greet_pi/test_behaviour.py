import greet_pi


def test_greet_greets():
    assert greet_pi.greet("Ada") == "Hello, Ada", (
        "greet must do what it did before: only its annotations are wrong"
    )


def test_values_are_unchanged():
    assert greet_pi.pi == 3.14159, "the value of pi was right; its annotation is not"
    assert greet_pi.capitals == {"France": "Paris", "Japan": "Tokyo"}, (
        "the table of capitals was right; its annotation is not"
    )


def test_circle_area_takes_any_number():
    assert greet_pi.circle_area(2) == 3.14159 * 4, "the area of a circle of radius 2"
    assert greet_pi.circle_area(0.5) == 3.14159 * 0.25, (
        "the area of a circle of radius 0.5"
    )


def test_capital_of_knows_its_table():
    assert greet_pi.capital_of("Japan") == "Tokyo", "the capital of Japan"
    assert greet_pi.capital_of("Atlantis") is None, (
        "capital_of must still return None for a country that is not in the table: "
        "the annotation has to follow the code, not the code the annotation"
    )
