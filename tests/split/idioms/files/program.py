import csv
import json
from pathlib import Path


def save(path, data):
    with open(path, "w") as file:
        json.dump(data, file)


def load(path):
    return json.loads(Path(path).read_text())


def rows(path):
    with open(path, newline="") as file:
        yield from csv.DictReader(file)


def sizes(folder):
    return {
        path.name: path.stat().st_size
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


def newest(folder):
    return max(Path(folder).iterdir(), key=lambda path: path.name)


def note(text):
    with open("notes.txt", "a") as file:
        file.write(text + "\n")


def tidy(folder):
    for path in Path(folder).glob("*.tmp"):
        path.unlink()
