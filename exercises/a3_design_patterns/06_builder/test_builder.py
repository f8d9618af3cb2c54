import contextlib
import sqlite3

import pytest
from builder import Query

PEOPLE = [("Ada", 36, "London"), ("Bob", 12, "Paris"), ("Cy", 70, "London")]


@pytest.fixture
def rows():
    """A function that runs a query in a real database."""
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE people (name TEXT, age INTEGER, town TEXT)")
        db.executemany("INSERT INTO people VALUES (?, ?, ?)", PEOPLE)

        def run(query):
            sql, values = query.build()
            try:
                return db.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                pytest.fail(
                    f"the database refused {sql!r} with the values {values}: {error}",
                    pytrace=False,
                )

        yield run


def every_step(query):
    """All steps, each from the same query."""
    return [
        query.select("age"),
        query.where("town = ?", "Paris"),
        query.order_by("town"),
        query.limit(7),
    ]


STEPS = ["select", "where", "order_by", "limit"]


def test_steps_leave_the_query_alone():
    query = Query("people").select("name").where("age > ?", 5)
    query = query.order_by("age").limit(2)
    before = query.build()
    for step, after in zip(STEPS, every_step(query), strict=True):
        same = after is query
        changed = query.build() != before
        assert not (changed and not same), (
            f"{step}() returned a new query, but the old one changed with it"
        )
        assert not same, f"{step}() must return a new query, not the same one"
        assert not changed, f"{step}() must leave the old query as it was"


def test_two_queries_from_one_beginning(rows):
    people = Query("people").select("name")
    adults = people.where("age >= ?", 18)
    children = people.where("age < ?", 18)
    names = [sorted(rows(query)) for query in (people, adults, children)]
    assert names == [
        [("Ada",), ("Bob",), ("Cy",)],
        [("Ada",), ("Cy",)],
        [("Bob",)],
    ], "two queries that begin with the same steps must not disturb each other"


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        pytest.param(lambda: Query("people"), ("SELECT * FROM people", ()), id="all"),
        pytest.param(
            lambda: Query("people").select("name", "age").select("town"),
            ("SELECT name, age, town FROM people", ()),
            id="select",
        ),
        pytest.param(
            lambda: Query("people").where("age > ?", 5),
            ("SELECT * FROM people WHERE (age > ?)", (5,)),
            id="where",
        ),
        pytest.param(
            lambda: Query("people").order_by("age"),
            ("SELECT * FROM people ORDER BY age", ()),
            id="order_by",
        ),
        pytest.param(
            lambda: Query("people").limit(2),
            ("SELECT * FROM people LIMIT ?", (2,)),
            id="limit",
        ),
        pytest.param(
            lambda: Query("t").limit(2).order_by("b").where("a = ?", 1).select("a"),
            ("SELECT a FROM t WHERE (a = ?) ORDER BY b LIMIT ?", (1, 2)),
            id="any_order_of_steps",
        ),
    ],
)
def test_what_is_built(query, wanted):
    assert query().build() == wanted, (
        "build() must return the SQL and the values, whatever the order of the steps"
    )


def test_all_conditions_count(rows):
    query = Query("people").select("name")
    query = query.where("age BETWEEN ? AND ?", 10, 40)
    query = query.where("town = ? OR town = ?", "London", "Rome")
    got = query.build()
    assert got == (
        "SELECT name FROM people WHERE (age BETWEEN ? AND ?) AND (town = ? OR town = ?)",
        (10, 40, "London", "Rome"),
    ), "every condition must be in the query, and every value, in their order"
    assert rows(query) == [("Ada",)], "only rows that meet all conditions must come"


def test_ordering_and_limit_are_replaced(rows):
    query = Query("people").select("name").order_by("age").limit(1)
    query = query.order_by("age DESC").limit(2)
    assert rows(query) == [("Cy",), ("Ada",)], (
        "a second order_by() or limit() must take the place of the first"
    )


@pytest.mark.parametrize("number", [0, 1])
def test_a_limit_is_kept(rows, number):
    everybody = Query("people").select("name").order_by("name")
    query = everybody.limit(number)
    same = query is everybody
    assert not same, "limit() must return a new query, not the same one"
    wanted = [("Ada",)][:number]
    assert rows(query) == wanted, (
        "limit(0) must give no rows" if number == 0 else "limit(1) must give one row"
    )


def test_queries_that_say_the_same_are_equal():
    people = Query("people")
    first, second = people.where("age > ?", 5), people.where("age > ?", 5)
    same = first is second
    assert not same, "where() must return a new query, not the same one"
    assert first == second, "two queries that were built in the same way must be equal"


def test_queries_that_differ_are_not_equal():
    query = Query("people").select("name").where("town = ?", "Rome")
    for step, other in zip(STEPS, every_step(query), strict=True):
        differ = other != query
        assert differ, f"a query is not equal to the one before {step}()"
    differ = Query("people") != Query("towns")
    assert differ, "queries for different tables are not equal"


def test_a_query_can_be_a_key():
    def query():
        return Query("people").select("name").where("age > ?", 5).limit(3)

    try:
        cache = {query(): "rows"}
        found = cache.get(query())
    except TypeError as error:
        pytest.fail(f"a query must be allowed as a key: {error}", pytrace=False)
    assert found == "rows", "an equal query must find what was stored under the first"


@pytest.mark.parametrize("name", ["table", "limit_to", "anything"])
def test_nobody_can_set_an_attribute(name):
    query = Query("people")
    try:
        setattr(query, name, 5)
        got = "no error"
    except AttributeError:
        got = "AttributeError"
    assert got == "AttributeError", (
        f"setting {name!r} on a query must be refused with an AttributeError"
    )
    assert query.build() == ("SELECT * FROM people", ()), (
        "what is refused must not change the query"
    )


def test_values_are_not_put_into_the_text(rows):
    query = Query("people").select("name").where("name = ?", "x' OR '1'='1")
    assert rows(query) == [], "values must travel beside the SQL, never inside it"
