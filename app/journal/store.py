"""The one place that writes facts: entries and their ledger postings in one transaction, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Select, bindparam, func, insert, or_, select, update

from app.domain.events import Event
from app.journal.chain import body_digest, entry_digest, fault, new_salt
from app.journal.clock import StationClock
from app.journal.codec import canonical, to_bodies, to_event
from app.journal.engine import checkpoint, writing
from app.journal.entry import Entry
from app.journal.errors import Collision, Foreign, Forged, Fork, Gap
from app.journal.poster import Poster
from app.journal.reader import HELD, Head, Origin, Reader, Tail, Totals, Waiting
from app.journal.rebuild import rebuild
from app.journal.rows import to_row
from app.journal.schema import arrivals, heads, install, journal, marks, posted
from app.journal.shape import fit
from app.journal.sql import insert_new, upsert

__all__ = ["HELD", "Draft", "Head", "Origin", "Store", "Totals", "Waiting"]

_INTO_JOURNAL, _INTO_POSTED = insert(journal), insert(posted)
_TAKE = (
    update(arrivals)
    .where(arrivals.c.office == bindparam("of_office"))
    .values(position=arrivals.c.position + bindparam("count"))
    .returning(arrivals.c.position)
)
_BLANK = (
    update(journal)
    .where(
        journal.c.office == bindparam("of_office"),
        journal.c.station == bindparam("of_station"),
        journal.c.number == bindparam("of_number"),
    )
    .values(person=None, person_salt=None)
)


@cache
def _versions_of(count: int) -> Select[Any]:
    """The last version of each of `count` subjects; fixed parameters, because an expanding list is slow to expand."""
    subject = posted.c.subject
    query = select(subject, func.max(posted.c.version).label("version")).group_by(subject)
    return query.where(
        posted.c.office == bindparam("of_office"), or_(*(subject == bindparam(f"subject{i}") for i in range(count)))
    )


def _posting(entry: Entry) -> dict[str, Any]:
    return {
        "office": entry.office,
        "subject": entry.subject,
        "version": entry.version,
        "position": entry.position,
    }


@dataclass(frozen=True, slots=True)
class Draft:
    """An event about to be appended; `expected` is the version of its subject it must become, `None` the next."""

    subject: str
    event: Event
    expected: int | None = None


class Store(Reader):
    """The journal of one office, written by one station and by what sync brings. Safe to share between threads.

    Every method may raise StorageError when the disk or the server does not do its part; nothing is written then.
    """

    def __init__(self, engine: Engine, origin: Origin, clock: StationClock, posters: Sequence[Poster]) -> None:
        super().__init__(engine, origin)
        self._clock = clock
        self._posters = tuple(posters)
        self._writer = writing(engine)
        install(self._writer)
        with self._writer.begin() as connection:
            fit(connection, self._posters)
            connection.execute(insert_new(connection, arrivals), {"office": origin.office, "position": 0})

    def append(self, drafts: Sequence[Draft], *, clerk: str, catalogue: str) -> list[Entry]:
        """Appends what was decided here, in order, with its postings: all or none, durable on return.

        Raises Collision when an expected version is taken.
        """
        if not drafts:
            return []
        with self._writer.begin() as connection:
            position = self._take(connection, len(drafts))  # locks the office: what is read from here on stays true
            tail = self._tail(connection, self.origin.station)
            versions = self._versions(connection, drafts)
            entries: list[Entry] = []
            for draft in drafts:
                version = versions.get(draft.subject, 0) + 1
                if draft.expected not in (None, version):
                    raise Collision(draft.subject, version - 1)
                versions[draft.subject] = version
                entry = self._sealed(draft, version, position + len(entries), tail, clerk, catalogue)
                tail = tail.after(entry)
                entries.append(entry)
            self._arrive(connection, entries, {self.origin.station: tail})
            connection.execute(_INTO_POSTED, [_posting(entry) for entry in entries])
            for entry, draft in zip(entries, drafts, strict=True):
                self._post(connection, entry, draft.event)
        return entries

    def accept(self, entries: Iterable[Entry], *, marks: Mapping[str, str] | None = None) -> list[Entry]:
        """Takes in what others wrote, in the order given, with `marks`; returns the entries that are new here.

        Saying it twice changes nothing. An entry whose (subject, version) is taken arrives but is not posted: see
        `unposted`. Nothing of the batch is stored when it raises Fork (another digest is held under that number),
        Gap (not the station's next number), Forged (a digest is wrong) or Foreign (another office's).
        """
        with self._writer.begin() as connection:
            self._take(connection, 0)
            tails: dict[str, Tail] = {}
            fresh: dict[tuple[str, int], Entry] = {}
            for entry in entries:
                tail = tails.get(entry.station) or self._tail(connection, entry.station)
                if entry.number > tail.number:
                    self._check(tail, entry)
                    fresh[entry.station, entry.number] = entry
                    tail = tail.after(entry)
                elif self._held_digest(connection, entry, fresh) != entry.digest:
                    raise Fork(entry.station, entry.number)
                tails[entry.station] = tail
            position = self._take(connection, len(fresh))
            arrived = [replace(entry, position=position + i) for i, entry in enumerate(fresh.values())]
            if arrived:
                self._arrive(connection, arrived, tails)
                counted = insert_new(connection, posted).returning(posted.c.position)
                positions = set(connection.execute(counted, [_posting(entry) for entry in arrived]).scalars())
                for entry in arrived:
                    if entry.position in positions:
                        self._post(connection, entry, to_event(entry))
            self._mark(connection, marks or {})
        return arrived

    def set_marks(self, values: Mapping[str, str]) -> None:
        """Writes small local notes, all or none."""
        with self._writer.begin() as connection:
            self._mark(connection, values)

    def blank(self, names: Iterable[tuple[str, int]]) -> None:
        """Blanks the person bodies of the named (station, number)s, salts with them, here and in every ledger."""
        rows = [{"of_office": self.origin.office, "of_station": s, "of_number": n} for s, n in names]
        if not rows:
            return
        with self._writer.begin() as connection:
            connection.execute(_BLANK, rows)
            rebuild(connection, self._posters)
        checkpoint(self.engine)

    def rebuild(self) -> int:
        """Empties the ledgers and posts them again from the journal; returns the number of entries posted."""
        with self._writer.begin() as connection:
            return rebuild(connection, self._posters)

    # Within a write transaction -----------------------------------------------------------------------------------

    def _take(self, connection: Connection, count: int) -> int:
        """Locks the office's row and takes `count` positions: the first of them."""
        last: int = connection.execute(_TAKE, {"of_office": self.origin.office, "count": count}).scalar_one()
        return last - count + 1

    def _versions(self, connection: Connection, drafts: Sequence[Draft]) -> dict[str, int]:
        subjects = sorted({draft.subject for draft in drafts})
        names = {f"subject{i}": subject for i, subject in enumerate(subjects)}
        found = connection.execute(_versions_of(len(subjects)), {"of_office": self.origin.office} | names)
        return {row.subject: row.version for row in found}

    def _sealed(self, draft: Draft, version: int, position: int, tail: Tail, clerk: str, catalogue: str) -> Entry:
        """The entry that follows `tail`, salted, digested and chained."""
        kind, schema, facts, person = to_bodies(draft.event)
        facts_salt, person_salt = new_salt(), new_salt()
        entry = Entry(
            position=position,
            office=self.origin.office,
            station=self.origin.station,
            number=tail.number + 1,
            subject=draft.subject,
            version=version,
            kind=kind,
            schema=schema,
            at=self._clock.now().isoformat(timespec="milliseconds"),
            clock=self._clock.reading(),
            clerk=clerk,
            catalogue=catalogue,
            facts=facts,
            facts_salt=facts_salt,
            facts_digest=body_digest(facts_salt, canonical(facts)),
            person=person,
            person_salt=person_salt,
            person_digest=body_digest(person_salt, canonical(person)),
            digest="",
        )
        return replace(entry, digest=entry_digest(tail.digest, entry))

    def _check(self, tail: Tail, entry: Entry) -> None:
        """Whether `entry` may follow `tail`."""
        if entry.office != self.origin.office:
            raise Foreign(entry.station, entry.number, entry.office)
        if entry.number != tail.number + 1:
            raise Gap(entry.station, entry.number, tail.number + 1)
        person = None if entry.person is None else canonical(entry.person)
        if (why := fault(tail.digest, entry, canonical(entry.facts), person)) is not None:
            raise Forged(entry.station, entry.number, why)

    def _held_digest(self, connection: Connection, entry: Entry, fresh: Mapping[tuple[str, int], Entry]) -> str | None:
        """The digest held, or just arriving, under the entry's station and number."""
        if (same := fresh.get((entry.station, entry.number))) is not None:
            return same.digest
        key = (entry.office, entry.station, entry.number)
        names = (journal.c.office, journal.c.station, journal.c.number)
        query = select(journal.c.digest).where(*(name == value for name, value in zip(names, key, strict=True)))
        return connection.execute(query).scalar()

    def _arrive(self, connection: Connection, entries: Sequence[Entry], tails: Mapping[str, Tail]) -> None:
        """The entries into the journal, and the ends of their stations."""
        connection.execute(_INTO_JOURNAL, [to_row(entry) for entry in entries])
        ends = [{"office": self.origin.office, "station": name, **tail._asdict()} for name, tail in tails.items()]
        connection.execute(upsert(connection, heads), ends)

    def _post(self, connection: Connection, entry: Entry, event: Event | None) -> None:
        for poster in self._posters:
            poster.post(connection, entry, event)

    def _mark(self, connection: Connection, values: Mapping[str, str]) -> None:
        if values:
            rows = [{"office": self.origin.office, "name": name, "value": value} for name, value in values.items()]
            connection.execute(upsert(connection, marks), rows)
