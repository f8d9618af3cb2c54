import sqlite3

with sqlite3.connect("notes.db") as database:
    database.execute("pragma journal_mode = wal")
    database.execute("create table notes (text)")
    database.executemany("insert into notes values (?)", [("a",), ("b",)])
database.close()
with sqlite3.connect("notes.db") as database:
    assert database.execute("select count(*) from notes").fetchone() == (2,)
database.close()
print("ok")
