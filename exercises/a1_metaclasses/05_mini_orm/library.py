import sqlite3

from mini_orm import Field
from orm_base import Model


class Book(Model):
    title = Field(str)


if __name__ == "__main__":
    db = sqlite3.connect(":memory:")
    Book.create_table(db)
    dune, emma = Book(title="Dune"), Book(title="Emma")
    for book in (dune, emma):
        book.save(db)
    print(Book.load(db, dune.id).title, Book.load(db, emma.id).title)
    db.close()
