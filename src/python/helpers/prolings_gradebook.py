"""Writes a gradebook, a JSON document on standard input, into the SQLite database that the argument names."""

import json
import sys

TABLES = """
CREATE TABLE IF NOT EXISTS exercises (
    exercise TEXT PRIMARY KEY, place INTEGER NOT NULL, topic TEXT NOT NULL, title TEXT NOT NULL, points REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS submissions (
    submission TEXT PRIMARY KEY, place INTEGER NOT NULL, status TEXT NOT NULL, earned REAL, possible REAL,
    percent REAL, path TEXT NOT NULL, "commit" TEXT, fault TEXT, altered INTEGER NOT NULL, seconds REAL NOT NULL,
    seed TEXT NOT NULL, conditions TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS results (
    submission TEXT NOT NULL REFERENCES submissions (submission) ON DELETE CASCADE, exercise TEXT NOT NULL,
    status TEXT NOT NULL, earned REAL, possible REAL, cause TEXT, told TEXT NOT NULL, forgery_proof INTEGER,
    PRIMARY KEY (submission, exercise)
);
"""


def write(path, book):
    import sqlite3

    connection = sqlite3.connect(path, timeout=30)
    try:
        # One transaction of our own: `executescript` would end it.
        connection.isolation_level = None
        connection.execute("BEGIN IMMEDIATE")
        for statement in filter(str.strip, TABLES.split(";")):
            connection.execute(statement)
        # A database of an earlier version knows nothing of proof.
        if all(column[1] != "forgery_proof" for column in connection.execute("PRAGMA table_info(results)")):
            connection.execute("ALTER TABLE results ADD COLUMN forgery_proof INTEGER")
        fill(connection, book)
        connection.execute("COMMIT")
    finally:
        connection.close()


def fill(connection, book):
    conditions = json.dumps(book["conditions"], sort_keys=True)
    for place, exercise in enumerate(book["exercises"]):
        connection.execute(
            "INSERT OR REPLACE INTO exercises VALUES (?, ?, ?, ?, ?)",
            (exercise["exercise"], place, exercise["topic"], exercise["title"], exercise["points"]),
        )
    for place, row in enumerate(book["submissions"]):
        name = text(row["submission"])
        score = row["score"] or {"earned": None, "possible": None}
        connection.execute("DELETE FROM results WHERE submission = ?", (name,))
        connection.execute(
            "INSERT OR REPLACE INTO submissions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                name,
                place,
                row["status"],
                score["earned"],
                score["possible"],
                row["percent"],
                text(row["path"]),
                row["commit"],
                text(row["fault"]),
                row["altered"],
                row["seconds"],
                # Larger than SQLite's integers.
                str(row["seed"]),
                conditions,
            ),
        )
        connection.executemany(
            "INSERT INTO results (submission, exercise, status, earned, possible, cause, told, forgery_proof)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    name,
                    cell["exercise"],
                    cell["status"],
                    *points(cell),
                    text(cell["cause"]),
                    text(cell["told"]),
                    proof(cell, row.get("not_forgery_proof")),
                )
                for cell in row["exercises"]
            ],
        )


def points(cell):
    """What could not be judged has no points: NULL, which no sum takes for zero."""
    if cell["status"] in ("fault", "skipped"):
        return None, None
    return cell["earned"], cell["possible"]


def proof(cell, unproved):
    """Whether a pass is proof; NULL where there is none, or nobody asked."""
    if unproved is None or cell["status"] != "passed":
        return None
    return cell["exercise"] not in unproved


def text(value):
    """Without what SQLite cannot hold."""
    return value and value.encode("utf-8", "replace").decode("utf-8")


if __name__ == "__main__":
    try:
        write(sys.argv[1], json.load(sys.stdin.buffer))
    except ModuleNotFoundError as error:
        sys.exit(f"this Python has no SQLite ({error})")
    except Exception as error:
        sys.exit(f"{error}")
