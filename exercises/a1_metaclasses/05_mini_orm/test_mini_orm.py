import contextlib
import re
import sqlite3

import pytest
from library import Book
from mini_orm import Field
from orm_base import Model


class Person(Model):
    name = Field(str)
    height = Field(float)


class Member(Person):
    number = Field(int)
    note = "not a column"

    def greeting(self):
        return f"Hello, {self.name}"


class Blob(Model):
    content = Field(bytes)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


@pytest.fixture
def db(path):
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield connection


def made(model, **values):
    """Make a row, and say so when that is refused."""
    try:
        return model(**values)
    except Exception as error:
        pytest.fail(
            f"{model.__name__} must take {values}: {type(error).__name__}: {error}",
            pytrace=False,
        )


def member(name="Ada", height=1.7, number=1):
    return made(Member, name=name, height=height, number=number)


def test_each_row_has_its_own_values():
    dune, emma = made(Book, title="Dune"), made(Book, title="Emma")
    assert (dune.title, emma.title) == ("Dune", "Emma"), (
        "each row must have its own title: a field is shared by all of them, so the "
        "value belongs in the row"
    )


def test_each_column_has_its_own_value():
    ada = made(Person, name="Ada", height=1.7)
    assert (ada.name, ada.height) == ("Ada", 1.7), (
        "the columns of a row must be kept apart"
    )


def test_a_value_can_be_changed():
    book = made(Book, title="Dune")
    book.title = "Emma"
    assert book.title == "Emma", "a value that was set must be found"


def test_the_class_gives_the_field():
    try:
        got = Book.title
    except Exception as error:
        pytest.fail(
            "Book.title, read from the class, must be the field, but raised "
            f"{type(error).__name__}: {error}",
            pytrace=False,
        )
    assert got is vars(Book)["title"], (
        "Book.title, read from the class, must be the field"
    )


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        pytest.param({"name": 5, "height": 1.7}, "name", id="int_for_str"),
        pytest.param({"name": "Ada", "height": "tall"}, "height", id="str_for_float"),
        pytest.param({"name": None, "height": 1.7}, "name", id="none_for_str"),
    ],
)
def test_a_wrong_kind_of_value_is_refused(values, wrong):
    made(Person, name="Ada", height=1.7)
    try:
        Person(**values)
        message = "nothing was raised"
    except TypeError as error:
        message = str(error)
    assert message != "nothing was raised", f"{values} must raise TypeError"
    assert wrong in re.findall(r"\w+", message), (
        "the message must name the column whose value is wrong"
    )


def test_a_refused_value_changes_nothing():
    book = made(Book, title="Dune")
    try:
        book.title = 5
    except TypeError:
        pass
    else:
        pytest.fail("a title of 5 must raise TypeError", pytrace=False)
    assert book.title == "Dune", "a value that is refused must not be stored"


def test_a_value_of_a_subclass_is_accepted():
    class Title(str):
        pass

    assert made(Book, title=Title("Dune")).title == "Dune", (
        "an instance of a subclass of the kind fits"
    )


def test_columns_are_the_fields():
    columns = dict(Person.columns)
    assert "name" in columns and "height" in columns, "each field must be a column"
    assert list(columns) == ["name", "height"], (
        "columns must hold the names of the fields, in the order of the class body"
    )
    assert columns["name"] is vars(Person)["name"], (
        "columns must lead from each name to its field"
    )


def test_inherited_columns_come_first():
    assert "number" in Member.columns, "each field must be a column"
    assert list(Member.columns) == ["name", "height", "number"], (
        "the inherited fields must come first, and only fields are columns"
    )
    assert list(Person.columns) == ["name", "height"], (
        "a subclass must not change the columns of its parent"
    )

    class Officer(Member):
        rank = Field(str)

    assert list(Officer.columns) == ["name", "height", "number", "rank"], (
        "fields must be inherited over several generations"
    )
    assert dict(Model.columns) == {}, "Model itself has no fields"


def test_a_field_may_be_replaced():
    class Pet(Person):
        name = Field(bytes)

    assert list(Pet.columns) == ["name", "height"], (
        "a field that is declared again must stay one column, in its place"
    )
    assert Pet.columns["name"] is vars(Pet)["name"], (
        "the field of the subclass counts for the subclass"
    )


def test_each_model_has_its_table():
    tables = [model.table for model in (Book, Person, Member)]
    assert tables == ["book", "person", "member"], (
        "the table must be called as the class, in small letters"
    )


def test_the_table_is_in_the_file(db):
    Member.create_table(db)
    rows = db.execute("PRAGMA table_info(member)").fetchall()
    assert [(row[1], row[2]) for row in rows] == [
        ("id", "INTEGER"),
        ("name", "TEXT"),
        ("height", "REAL"),
        ("number", "INTEGER"),
    ], "the table must have a column of the right type for each field"


def test_rows_survive_in_the_file(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        Member.create_table(db)
        ada, bob = member(), member("Bob O'Hara", 1.8, 2)
        ada.save(db)
        bob.save(db)
        db.commit()
    with contextlib.closing(sqlite3.connect(path)) as db:
        found = [Member.load(db, row.id) for row in (ada, bob)]
    assert [(row.name, row.height, row.number) for row in found] == [
        ("Ada", 1.7, 1),
        ("Bob O'Hara", 1.8, 2),
    ], "what was saved must be found when the file is opened again"
    assert found[1].greeting() == "Hello, Bob O'Hara", "a loaded row has its methods"


def test_saving_again_replaces_the_row(db):
    Member.create_table(db)
    ada = member()
    ada.save(db)
    ada.number = 7
    ada.save(db)
    rows = db.execute("SELECT name, height, number FROM member").fetchall()
    assert rows == [("Ada", 1.7, 7)], "a row that is saved again must replace itself"


def test_bytes_are_kept(db):
    Blob.create_table(db)
    blob = made(Blob, content=b"\x00\xff")
    blob.save(db)
    assert Blob.load(db, blob.id).content == b"\x00\xff", "bytes must come back"


def test_models_do_not_mix(db):
    Book.create_table(db)
    Person.create_table(db)
    made(Book, title="Dune").save(db)
    made(Person, name="Ada", height=1.7).save(db)
    books = db.execute("SELECT title FROM book").fetchall()
    people = db.execute("SELECT name FROM person").fetchall()
    assert (books, people) == ([("Dune",)], [("Ada",)]), (
        "each model must write to its own table"
    )
