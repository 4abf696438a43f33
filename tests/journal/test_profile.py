"""What a profile keeps beside the journal: keys that only the owner reads, clerks and their PINs, half-typed input."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app import files, keys, staff
from app.domain.refusal import Refusal
from app.drafts import Drafts
from app.journal.engine import open_engine
from app.keys import KeyTrouble
from app.staff import Clerk, Role, Staff
from tests.journal.stores import KEY

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CLERK = Clerk("c01", "林承辦", Role.CLERK, staff.hash_pin("2468"))


def test_keys_are_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    made = keys.make(tmp_path)
    again = keys.load(tmp_path)
    assert (again.data, again.machine, again.public) == (made.data, made.machine, made.public)
    assert len({made.data, made.machine}) == 2
    folder = tmp_path / keys.FOLDER
    assert {path.name for path in folder.iterdir()} == {keys.DATA, keys.STATION, keys.MACHINE}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    with pytest.raises(FileExistsError):
        keys.make(tmp_path)
    assert keys.load(tmp_path).data == made.data


def test_the_station_signs_and_anyone_checks(tmp_path: Path) -> None:
    made = keys.make(tmp_path)
    signature = made.sign("收據".encode())
    assert keys.verify(made.public, "收據".encode(), signature)
    assert not keys.verify(made.public, "收条".encode(), signature)
    assert not keys.verify(made.public, "收據".encode(), signature[:-1] + bytes([signature[-1] ^ 1]))
    assert not keys.verify("no key", "收據".encode(), signature)


def test_a_missing_or_broken_key_is_told_by_name(tmp_path: Path) -> None:
    keys.make(tmp_path)
    path = tmp_path / keys.FOLDER / keys.DATA
    path.write_bytes(b"short")
    with pytest.raises(KeyTrouble) as caught:
        keys.load(tmp_path)
    assert (caught.value.code, caught.value.details) == ("K-102", {"name": "data.key"})
    path.unlink()
    with pytest.raises(KeyTrouble) as caught:
        keys.load(tmp_path)
    assert caught.value.code == "K-101"


def test_keys_are_never_printed(tmp_path: Path) -> None:
    made = keys.make(tmp_path)
    assert made.data.hex() not in f"{made!r} {made}"
    assert repr(made.data) not in f"{made!r} {made}"


def test_a_file_is_written_over_whole(tmp_path: Path) -> None:
    path = tmp_path / "station.json"
    files.write_over(path, b"one")
    files.write_over(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_the_staff_list_comes_back_without_any_pin(tmp_path: Path) -> None:
    staff.save(tmp_path, [CLERK])
    assert staff.load(tmp_path) == (CLERK,)
    assert "2468" not in (tmp_path / staff.FILE).read_text(encoding="utf-8")
    assert CLERK.pin_hash.startswith("$argon2id$")


def test_only_the_right_code_and_pin_sign_in(sqlite: Engine) -> None:
    people = Staff([CLERK], sqlite)
    assert people.verify("c01", "2468", now=NOON) is CLERK
    for code, pin in (("c01", "1357"), ("c01", ""), ("c02", "2468"), ("", "")):
        with pytest.raises(Refusal) as caught:
            people.verify(code, pin, now=NOON)
        assert caught.value.code == "sign-in"


def test_five_wrong_pins_lock_even_the_right_one_out_and_a_restart_forgives_nothing(tmp_path: Path) -> None:
    for _ in range(5):
        engine = open_engine(tmp_path / "journal.db", KEY)
        with pytest.raises(Refusal, match="sign-in"):
            Staff([CLERK], engine).verify("c01", "1357", now=NOON)
        engine.dispose()
    engine = open_engine(tmp_path / "journal.db", KEY)
    people = Staff([CLERK], engine)
    with pytest.raises(Refusal) as caught:
        people.verify("c01", "2468", now=NOON + timedelta(minutes=14))
    assert (caught.value.code, caught.value.details) == ("locked-out", {"until": "12:15"})
    assert people.verify("c01", "2468", now=NOON + timedelta(minutes=15)) is CLERK
    engine.dispose()


def test_a_good_sign_in_forgets_the_wrong_ones(sqlite: Engine) -> None:
    people = Staff([CLERK], sqlite)
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(Refusal, match="sign-in"):
                people.verify("c01", "1357", now=NOON)
        assert people.verify("c01", "2468", now=NOON) is CLERK


@pytest.mark.parametrize("role", list(Role))
def test_who_may_work_and_who_may_approve(role: Role) -> None:
    person = Clerk("x", "某", role, "")
    assert person.may_work == (role in {Role.CLERK, Role.MOBILE, Role.SUPERVISOR})
    assert person.may_approve == (role is Role.SUPERVISOR)


def test_half_typed_input_is_there_after_a_restart_until_it_is_forgotten(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "journal.db", KEY)
    drafts = Drafts(engine)
    drafts.save("V-1", "name", "王")
    drafts.save("V-1", "name", "王𠮷")
    drafts.save("V-1", "phone", "09")
    drafts.save("V-2", "name", "陳")
    engine.dispose()
    engine = open_engine(tmp_path / "journal.db", KEY)
    drafts = Drafts(engine)
    assert drafts.of("V-1") == {"name": "王𠮷", "phone": "09"}
    drafts.forget("V-1", "name")
    drafts.forget("V-1", "never")
    assert drafts.of("V-1") == {"phone": "09"}
    assert drafts.of("V-3") == {}
    engine.dispose()
