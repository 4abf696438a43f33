"""Who may work here: the office's clerks with the hash of their PIN, and the wrong tries to sign in as them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Column, Engine, Integer, MetaData, Table, Text, delete, select

from app.domain.refusal import Refusal
from app.domain.session import locked_until
from app.files import write_over
from app.journal.engine import writing

FILE = "staff.json"

# The least that OWASP recommends for Argon2id: 19 MiB, two passes, one lane; about 30 ms at sign-in.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

tables = MetaData()
wrong_tries = Table(
    "wrong_sign_ins",
    tables,
    Column("id", Integer, primary_key=True),
    Column("clerk", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
)


class Role(StrEnum):
    """What a person is here for."""

    CLERK = "clerk"
    GUIDE = "guide"
    MOBILE = "mobile"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Clerk:
    """One member of staff; `pin_hash` is an Argon2id string."""

    code: str
    name: str
    role: Role
    pin_hash: str

    @property
    def may_work(self) -> bool:
        """Whether entries may bear this name: guides only advise, administrators and auditors do not operate."""
        return self.role in (Role.CLERK, Role.MOBILE, Role.SUPERVISOR)

    @property
    def may_approve(self) -> bool:
        """Whether this person may be the second name under a void or an approval."""
        return self.role is Role.SUPERVISOR


def hash_pin(pin: str) -> str:
    """What is kept of a PIN or password."""
    return _HASHER.hash(pin)


class Staff:
    """The clerks of one station; wrong tries are kept in the database, so a restart does not forgive them."""

    def __init__(self, clerks: Iterable[Clerk], engine: Engine) -> None:
        self.clerks = {clerk.code: clerk for clerk in clerks}
        self._engine = engine
        with writing(engine).begin() as connection:
            tables.create_all(connection)

    def verify(self, code: str, pin: str, *, now: datetime) -> Clerk:
        """The clerk with this code and PIN. Raises Refusal "sign-in" or, after five wrong tries, "locked-out"."""
        clerk = self.clerks.get(code)
        if clerk is None:
            _matches(_NOBODY, pin)  # so that the time taken does not tell which codes exist
            raise Refusal("sign-in")
        if (until := locked_until(self._wrong_tries(code), now)) is not None:
            raise Refusal("locked-out", until=until.strftime("%H:%M"))
        good = _matches(clerk.pin_hash, pin)
        with writing(self._engine).begin() as connection:
            if good:
                connection.execute(delete(wrong_tries).where(wrong_tries.c.clerk == code))
            else:
                connection.execute(wrong_tries.insert(), {"clerk": code, "at": now.isoformat()})
        if not good:
            raise Refusal("sign-in")
        return clerk

    def _wrong_tries(self, code: str) -> list[datetime]:
        query = select(wrong_tries.c.at).where(wrong_tries.c.clerk == code).order_by(wrong_tries.c.id)
        with self._engine.connect() as connection:
            return [datetime.fromisoformat(at) for at in connection.execute(query).scalars()]


def _matches(pin_hash: str, pin: str) -> bool:
    try:
        return _HASHER.verify(pin_hash, pin)
    except (Argon2Error, InvalidHashError, UnicodeEncodeError):  # half a character is nobody's PIN
        return False


_NOBODY = hash_pin("")


def load(profile: Path) -> tuple[Clerk, ...]:
    """The profile's staff list. Raises FileNotFoundError, or msgspec.DecodeError naming the place that is wrong."""
    return msgspec.json.decode((profile / FILE).read_bytes(), type=tuple[Clerk, ...])


def save(profile: Path, clerks: Iterable[Clerk]) -> None:
    """Writes the staff list, made or replaced whole."""
    write_over(profile / FILE, msgspec.json.format(msgspec.json.encode(tuple(clerks))))
