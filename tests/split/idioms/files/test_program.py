import os
import tempfile
from pathlib import Path

import pytest
from program import load, newest, note, rows, save, sizes, tidy


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "data.json"
    save(path, {"a": [1, 2]})
    assert path.read_text() == '{"a": [1, 2]}'
    assert load(path) == {"a": [1, 2]}
    assert load(str(path)) == {"a": [1, 2]}


def test_tests_write_files(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("name,age\nAda,36\nAlan,41\n")
    assert [row["name"] for row in rows(path)] == ["Ada", "Alan"]


def test_folders(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.bin").write_bytes(b"12345")
    (tmp_path / "a.txt").write_text("é")
    assert sizes(tmp_path) == {"a.txt": 2, "b.bin": 5}


def test_paths_come_back(tmp_path):
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    assert newest(tmp_path) == tmp_path / "b"


def test_files_are_removed(tmp_path):
    for name in ("a.tmp", "b.txt"):
        (tmp_path / name).touch()
    tidy(tmp_path)
    assert os.listdir(tmp_path) == ["b.txt"]


def test_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    note("one")
    note("two")
    assert Path("notes.txt").read_text() == "one\ntwo\n"


def test_other_temporary_files():
    with tempfile.TemporaryDirectory() as folder:
        save(os.path.join(folder, "x.json"), 7)
        assert load(os.path.join(folder, "x.json")) == 7


def test_a_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        load(tmp_path / "none.json")
    assert caught.value.filename == str(tmp_path / "none.json")
