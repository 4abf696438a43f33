"""The file is encrypted and durable, and what goes wrong with it is told in words, with nothing half written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from app.errors import MESSAGES
from app.journal.engine import open_engine, open_engine_url, writing
from app.journal.errors import StorageError
from tests.journal.stores import KEY, named, opened, rows, store, write


def test_the_file_holds_nothing_readable(sqlite: Engine, tmp_path: Path) -> None:
    write(store(sqlite), opened(), named("王小明"))
    for file in tmp_path.iterdir():
        held = file.read_bytes()
        assert b"SQLite format 3" not in held
        assert b"visit.opened" not in held
        assert "王小明".encode() not in held
    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        sqlite3.connect(tmp_path / "journal.db").execute("SELECT * FROM sqlite_master")


def test_every_commit_is_on_the_disk_and_what_is_deleted_is_wiped(sqlite: Engine) -> None:
    with sqlite.connect() as connection:
        said = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "recursive_triggers")
        }
    full = 2
    assert said == {
        "journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "secure_delete": 1, "recursive_triggers": 1,
    }  # fmt: skip


def test_another_key_is_told_and_changes_nothing(sqlite: Engine, tmp_path: Path) -> None:
    write(store(sqlite), opened())
    wrong = open_engine(tmp_path / "journal.db", bytes(32))
    with pytest.raises(StorageError) as caught:
        store(wrong)
    wrong.dispose()
    assert caught.value.code == "D-104"
    assert len(rows(sqlite)) == 1


def test_a_mistake_of_ours_repeats_nobodys_name(sqlite: Engine) -> None:
    write(store(sqlite), opened(), named("王小明"))
    again = text("INSERT INTO journal SELECT * FROM journal WHERE person LIKE :name")
    with pytest.raises(IntegrityError) as caught, writing(sqlite).begin() as connection:
        connection.execute(again, {"name": "%王小明%"})
    assert "王小明" not in str(caught.value)


def test_a_key_of_another_length_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_engine(tmp_path / "journal.db", KEY[:16])


def test_a_full_disk_is_told_and_the_command_is_taken_back(sqlite: Engine) -> None:
    held = store(sqlite)
    write(held, opened())
    with sqlite.connect() as connection:  # the pool has one connection, so the next one is this
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(StorageError) as caught:
        write(held, *[named("王" * 500)] * 50)
    assert caught.value.code == "D-101"
    assert len(rows(sqlite)) == 1
    assert held.verify().ok
    with sqlite.connect() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    assert write(held, named())[0].number == 2


def test_a_file_that_may_only_be_read_is_told(sqlite: Engine) -> None:
    held = store(sqlite)
    with sqlite.connect() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(StorageError) as caught:
        write(held, opened())
    assert caught.value.code == "D-102"


def test_a_writer_that_another_process_keeps_waiting_is_told(sqlite: Engine, tmp_path: Path) -> None:
    held = store(sqlite)
    with sqlite.connect() as connection:
        connection.execute(text("PRAGMA busy_timeout = 1"))
    other = open_engine(tmp_path / "journal.db", KEY)
    with writing(other).begin():
        with pytest.raises(StorageError) as caught:
            write(held, opened())
        assert caught.value.code == "D-105"
    other.dispose()
    assert write(held, opened())[0].number == 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "nowhere" / "journal.db", KEY)
    with pytest.raises(StorageError) as caught:
        store(engine)
    assert caught.value.code == "D-107"


def test_a_server_that_does_not_answer_is_told() -> None:
    engine = open_engine_url("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StorageError) as caught:
        store(engine)
    assert caught.value.code == "D-108"


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_trouble_has_a_sentence_in_both_languages(code: str) -> None:
    message = MESSAGES[code]
    assert message.zh.endswith("。")
    assert message.en.endswith(".")
    placeholders = [{piece.partition("}")[0] for piece in said.split("{")[1:]} for said in message]
    assert placeholders[0] == placeholders[1]
