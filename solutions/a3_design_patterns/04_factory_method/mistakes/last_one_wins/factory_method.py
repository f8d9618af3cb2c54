import abc
import configparser
import csv
import json
from pathlib import PurePath


class Parser(abc.ABC):
    """Makes rows of a text; which subclass is the right one depends on the file."""

    _parsers = {}

    def __init_subclass__(cls, suffix=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if suffix is None:
            return
        cls._parsers[suffix.lower()] = cls

    @abc.abstractmethod
    def parse(self, text):
        """Return a list of dicts."""

    @classmethod
    def for_file(cls, name):
        """Return a new parser for a file of this name."""
        suffix = PurePath(name).suffix.lower()
        if suffix not in cls._parsers:
            raise ValueError(f"no parser for {name}")
        return cls._parsers[suffix]()


class JsonParser(Parser, suffix=".json"):
    def parse(self, text):
        return json.loads(text)


class CsvParser(Parser, suffix=".csv"):
    def parse(self, text):
        return list(csv.DictReader(text.splitlines()))


class IniParser(Parser, suffix=".ini"):
    def parse(self, text):
        parser = configparser.ConfigParser()
        parser.read_string(text)
        return [dict(parser[section]) for section in parser.sections()]


if __name__ == "__main__":
    for name, text in [
        ("ages.json", '[{"name": "Ada", "age": 36}]'),
        ("ages.csv", "name,age\nAda,36\n"),
        ("ages.ini", "[ada]\nname = Ada\nage = 36\n"),
    ]:
        print(name, Parser.for_file(name).parse(text))
