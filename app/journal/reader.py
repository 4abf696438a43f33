"""What the journal of one office answers: entries, heads, totals, what waits, local marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Select, bindparam, func, select

from app.domain.events import ReceiptIssued, ReceiptVoided
from app.journal.chain import START
from app.journal.codec import parsed
from app.journal.entry import Body, Entry
from app.journal.rows import to_entry
from app.journal.schema import heads, journal, marks, posted
from app.journal.sql import LAST
from app.journal.verify import Verdict, verify

HELD = "held"
"""The mark with the number up to which central holds this station's entries durably."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose journal this is: the office, and the station that appends here."""

    office: str
    station: str


class Head(NamedTuple):
    """The last entry held of a station: number 0 and an all-zero digest before the first."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What both ends of a round compare beside the head's digest: entries, and money in NT$."""

    count: int
    money: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What central does not hold yet: entries, the money in them (NT$), and the device time of the oldest."""

    count: int
    money: int
    oldest: str | None


class Stamp(NamedTuple):
    """What a subject's posted entries look like from outside: another stamp whenever one was added or blanked."""

    entries: int
    unblanked: int


class Tail(NamedTuple):
    """A station's end: its last number and digest, and its money so far."""

    number: int
    digest: str
    money: int

    def after(self, entry: Entry) -> Tail:
        return Tail(entry.number, entry.digest, self.money + money_of(entry.kind, entry.facts))


_MONEY = {ReceiptIssued.KIND: ("total", 1), ReceiptVoided.KIND: ("amount", -1)}
_POSTING = (posted.c.office == journal.c.office) & (posted.c.position == journal.c.position)
_VERSION = (
    (posted.c.office == journal.c.office)
    & (posted.c.subject == journal.c.subject)
    & (posted.c.version == journal.c.version)
)
_SUBJECT = (
    select(journal)
    .join(posted, _POSTING)
    .where(posted.c.office == bindparam("of_office"), posted.c.subject == bindparam("of_subject"))
    .order_by(posted.c.version)
)
_STAMP = (
    select(func.count(), func.count(journal.c.person))
    .select_from(journal)
    .join(posted, _POSTING)
    .where(posted.c.office == bindparam("of_office"), posted.c.subject == bindparam("of_subject"))
)
_TAIL = select(heads.c.number, heads.c.digest, heads.c.money).where(
    heads.c.office == bindparam("of_office"), heads.c.station == bindparam("of_station")
)

_MINE = (journal.c.office == bindparam("of_office")) & (journal.c.station == bindparam("of_station"))
_AT = select(journal.c.at).where(_MINE, journal.c.number == bindparam("of_number"))
_UNSENT_MONEY = select(journal.c.kind, journal.c.facts).where(
    _MINE, journal.c.number > bindparam("held"), journal.c.kind.in_(_MONEY)
)


def money_of(kind: str, facts: Body) -> int:
    """NT$ an entry brings in: a receipt's total, a void's amount as a minus; 0 for all else."""
    name, sign = _MONEY.get(kind, ("", 0))
    amount = facts.get(name)
    return sign * amount if isinstance(amount, int) else 0


class Reader:
    """The journal of one office, read only. Safe to share between threads."""

    def __init__(self, engine: Engine, origin: Origin) -> None:
        self.engine = engine
        self.origin = origin

    def subject(self, subject: str) -> list[Entry]:
        """The posted entries of one subject, by version."""
        return self._entries(_SUBJECT, {"of_office": self.origin.office, "of_subject": subject})

    def stamp(self, subject: str) -> Stamp:
        """Equal only while `subject` answers the same: entries are never taken back, and blanked but once."""
        with self.engine.connect() as connection:
            found = connection.execute(_STAMP, {"of_office": self.origin.office, "of_subject": subject}).one()
        return Stamp(*found)

    def since(self, position: int, limit: int) -> list[Entry]:
        """Up to `limit` entries that arrived after `position`, posted or not, in arrival order."""
        query = self._mine().where(journal.c.position > position)
        return self._entries(query.order_by(journal.c.position).limit(limit))

    def of_station(self, station: str, first: int, last: int) -> list[Entry]:
        """A station's entries with numbers `first`..`last`, in order."""
        query = self._mine().where(journal.c.station == station, journal.c.number.between(first, last))
        return self._entries(query.order_by(journal.c.number))

    def unposted(self, after: int = 0) -> list[Entry]:
        """Entries past position `after` that arrived but found their (subject, version) taken."""
        # Whoever was first has the posting of that version, so the posting's own key finds it.
        query = self._mine().join(posted, _VERSION).where(journal.c.position > after)
        return self._entries(query.where(posted.c.position != journal.c.position).order_by(journal.c.position))

    def head(self, station: str) -> Head:
        """How far this journal holds a station."""
        with self.engine.connect() as connection:
            tail = self._tail(connection, station)
        return Head(tail.number, tail.digest)

    def totals(self, station: str) -> Totals:
        """A station's entries held here, and the money of its receipts less its voids."""
        with self.engine.connect() as connection:
            tail = self._tail(connection, station)
        return Totals(tail.number, tail.money)

    def waiting(self) -> Waiting:
        """What this station wrote past the mark `HELD`."""
        mine = {"of_office": self.origin.office, "of_station": self.origin.station}
        with self.engine.connect() as connection:
            held = int(self._marks(connection, (HELD,)).get(HELD) or 0)
            count = self._tail(connection, self.origin.station).number - held
            if count <= 0:
                return Waiting(0, 0, None)
            oldest = connection.execute(_AT, mine | {"of_number": held + 1}).scalar_one()
            money = connection.execute(_UNSENT_MONEY, mine | {"held": held}).all()
        return Waiting(count, sum(money_of(row.kind, parsed(row.facts)) for row in money), oldest)

    def last_at(self) -> str | None:
        """The device time of this station's newest entry."""
        mine = {"of_office": self.origin.office, "of_station": self.origin.station}
        with self.engine.connect() as connection:
            newest = self._tail(connection, self.origin.station).number
            return connection.execute(_AT, mine | {"of_number": newest}).scalar()

    def last_in_series(self, series: str) -> int:
        """The highest number that ends a posted subject beginning with `series`; 0 when there is none."""
        subject = posted.c.subject
        query = select(subject).distinct().where(posted.c.office == self.origin.office)
        query = query.where(subject >= series, subject < series + LAST)
        with self.engine.connect() as connection:
            ends = [text.removeprefix(series) for text in connection.execute(query).scalars()]
        return max((int(end) for end in ends if end.isdecimal()), default=0)

    def mark(self, name: str) -> str | None:
        """One local note."""
        return self.marks(name).get(name)

    def marks(self, *names: str) -> dict[str, str]:
        """Those of the named local notes that were written, all of the same moment."""
        with self.engine.connect() as connection:
            return self._marks(connection, names)

    def verify(self) -> Verdict:
        """Checks every entry in the file."""
        with self.engine.connect() as connection:
            return verify(connection)

    def _mine(self) -> Select[Any]:
        return select(journal).where(journal.c.office == self.origin.office)

    def _entries(self, query: Select[Any], values: Mapping[str, str] | None = None) -> list[Entry]:
        with self.engine.connect() as connection:
            return [to_entry(row) for row in connection.execute(query, values)]

    def _marks(self, connection: Connection, names: Sequence[str]) -> dict[str, str]:
        query = select(marks.c.name, marks.c.value).where(marks.c.office == self.origin.office)
        return {row.name: row.value for row in connection.execute(query) if row.name in names}

    def _tail(self, connection: Connection, station: str) -> Tail:
        found = connection.execute(_TAIL, {"of_office": self.origin.office, "of_station": station}).first()
        return Tail(*found) if found else Tail(0, START, 0)
