"""What central refuses, what it flags, and what it takes although something is wrong with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select, update

from app.clock import MachineClock
from app.domain.events import VisitHeld
from app.journal.engine import open_engine, writing
from app.journal.store import HELD, Origin, Store
from sync.answers import outcome_of
from sync.central.serve import Central
from sync.central.tables import kept_aside, seals, stations
from sync.link import RoundResult
from sync.standing import State
from sync.wire.batch import pack
from sync.wire.envelope import STATION, fingerprint, is_signed_by, seal, unpack
from sync.wire.messages import Answer, Request, decode, encode
from tests.sync.stations import OFFICE, Direct, Station, opened, receipt, station


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """Central on an encrypted file."""
    one = Central(tmp_path / "central")
    yield one
    one.close()


@pytest.fixture
def k03(tmp_path: Path, central: Central) -> Iterator[Station]:
    """Counter 3."""
    one = station(tmp_path, central, "K03")
    yield one
    one.close()


@pytest.fixture
def k04(tmp_path: Path, central: Central) -> Iterator[Station]:
    """Counter 4."""
    one = station(tmp_path, central, "K04")
    yield one
    one.close()


def round_of(one: Station, central: Central) -> RoundResult:
    return one.link(Direct(central.intake)).round()


def refusal(central: Central, body: bytes) -> str:
    """What central signs about these bytes."""
    reply = unpack(central.intake.sync(body).body)
    return decode(reply.statement, Answer).refused


def apart(central: Central) -> int:
    """How many envelopes were kept aside."""
    with central.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(kept_aside)).scalar_one())


def flags(central: Central) -> list[tuple[str, int, str]]:
    """(station, number, why) of every entry central wrote about another."""
    entries = central.store(OFFICE).of_station("central", 1, 10**6)
    facts = [e.facts for e in entries if e.kind == "entry.set-aside"]
    return [(f["station"], f["number"], f["why"]) for f in facts]


def test_a_request_with_any_field_changed_is_a_forgery(central: Central, k03: Station) -> None:
    k03.write()
    wire = Direct(central.intake)
    k03.link(wire).round()
    envelope = unpack(wire.said[0])
    request = decode(envelope.statement, Request)
    for change in ({"cursor": 7}, {"sequence": 9}, {"money": 1}, {"head": 5}, {"station": "K03", "nonce": b"12345678"}):
        forged = msgspec.structs.replace(request, **change)
        stranger = Ed25519PrivateKey.generate()
        assert refusal(central, seal(STATION, encode(forged), envelope.batch, stranger)) == "bad-signature"
    assert central.registry.alarms(OFFICE) == {("K03", "bad-signature"): 5}
    assert central.store(OFFICE).head("K03").number == 1


def test_a_batch_swapped_under_a_good_statement_is_a_forgery(central: Central, k03: Station) -> None:
    k03.write()
    wire = Direct(central.intake)
    k03.link(wire).round()
    envelope = unpack(wire.said[0])
    bent = msgspec.msgpack.encode(msgspec.structs.replace(envelope, batch=envelope.batch + b"\0"))
    assert refusal(central, bent) == "bad-signature"


def test_no_station_writes_in_anothers_name(central: Central, k03: Station, k04: Station) -> None:
    foreign = pack(k04.write(receipt(1, 5000), subject="T-K04"))
    request = Request(
        office=OFFICE, station="K03", sequence=1, nonce=bytes(8), first=1, last=0, digest=bytes(32), head=0, money=0,
        cursor=0, batch=fingerprint(foreign),
    )  # fmt: skip
    assert refusal(central, seal(STATION, encode(request), foreign, k03.key)) == "malformed"
    assert central.store(OFFICE).head("K04").number == 0


def test_a_stranger_is_unknown(central: Central, k03: Station) -> None:
    k03.store.origin = Origin(OFFICE, "K77")
    result = k03.link(Direct(central.intake)).round()
    assert (result.problem, result.state) == (outcome_of("unknown-station"), State.ATTENTION)


def test_a_replayed_request_is_refused_once_its_answer_is_forgotten(central: Central, k03: Station) -> None:
    k03.write()
    wire = Direct(central.intake)
    link = k03.link(wire)
    for _ in range(20):
        link.round()
    assert refusal(central, wire.said[0]) == "stale"
    assert refusal(central, wire.said[-1]) == ""
    assert central.intake.sync(wire.said[-1]).body == wire.heard[-1]
    assert apart(central) == 0


def test_a_revoked_station_is_refused_and_stops_trying(central: Central, k03: Station) -> None:
    with writing(central.engine).begin() as connection:
        connection.execute(update(stations).where(stations.c.station == "K03").values(revoked_at=1))
    result = round_of(k03, central)
    assert (result.problem, result.state) == (outcome_of("revoked"), State.ATTENTION)


def test_each_batch_leaves_a_signature_that_still_proves_it(central: Central, k03: Station) -> None:
    k03.write(*[opened()] * 3)
    round_of(k03, central)
    with central.engine.connect() as connection:
        row = connection.execute(select(seals)).one()
    key = k03.key.public_key().public_bytes_raw()
    assert is_signed_by(unpack(msgspec.msgpack.encode([1, row.statement, row.signature, b""])), STATION, key)
    signed = decode(row.statement, Request)
    assert (signed.first, signed.last, signed.digest.hex()) == (1, 3, central.store(OFFICE).head("K03").digest)


def test_two_takers_of_one_visit_both_arrive_and_the_later_one_is_set_aside(
    central: Central, k03: Station, k04: Station
) -> None:
    k03.write(subject="V-K03-1150302-0001")
    for one in (k03, k04):
        round_of(one, central)
    k03.write(VisitHeld(reason="lunch"), subject="V-K03-1150302-0001")
    k04.write(VisitHeld(reason="paper"), subject="V-K03-1150302-0001")
    for one in (k03, k04, k03):
        assert round_of(one, central).problem is None
    assert flags(central) == [("K04", 1, "version-taken")]
    assert [e.station for e in central.store(OFFICE).subject("V-K03-1150302-0001")] == ["K03", "K03"]
    assert central.store(OFFICE).head("K04").number == 1


def test_central_knows_what_a_station_says_it_holds(central: Central, k03: Station) -> None:
    k03.write(receipt(1, 300), subject="T-K03")
    k03.write()
    k03.link(Direct(central.intake), largest=1).round(stop=lambda: True)
    with central.engine.connect() as connection:
        row = connection.execute(select(stations).where(stations.c.station == "K03")).one()
    assert (row.head, row.money, central.store(OFFICE).head("K03").number) == (2, 300, 1)
    assert row.seen_at is not None


def copy_of(one: Station, folder: Path) -> Station:
    """The station's file as it is now, opened beside it: a restored back-up or a clone."""
    folder.mkdir()
    one.store.engine.dispose()
    shutil.copy(folder.parent / f"{one.name}.db", folder / "copy.db")
    engine = open_engine(folder / "copy.db", bytes(32))
    return replace(one, store=Store(engine, Origin(OFFICE, one.name), MachineClock(), ()))


def test_a_clone_is_refused_its_entries_kept_aside_and_flagged_nothing_overwritten(
    central: Central, k03: Station, tmp_path: Path
) -> None:
    k03.write()
    round_of(k03, central)
    clone = copy_of(k03, tmp_path / "clone")
    k03.write(receipt(1, 300), subject="T-K03")
    round_of(k03, central)
    clone.write(receipt(1, 500), subject="T-K03")
    clone.store.set_marks({"sync.sequence": "50"})
    result = round_of(clone, central)
    assert (result.problem, result.state) == (outcome_of("fork"), State.ATTENTION)
    assert central.store(OFFICE).totals("K03").money == 300
    assert flags(central) == [("K03", 2, "fork")]
    assert apart(central) == 1
    assert round_of(k03, central).state is State.SYNCED
    clone.close()


def test_a_clone_with_nothing_to_send_is_found_by_its_digest(central: Central, k03: Station, tmp_path: Path) -> None:
    clone = copy_of(k03, tmp_path / "clone")
    k03.write(receipt(1, 300), subject="T-K03")
    round_of(k03, central)
    clone.write(receipt(1, 500), subject="T-K03")
    clone.store.set_marks({"sync.sequence": "50", HELD: "1"})
    assert round_of(clone, central).problem == outcome_of("fork")
    assert flags(central) == [("K03", 1, "fork")]
    clone.close()


def test_a_clone_that_repeats_an_old_sequence_is_refused_and_its_entries_kept_aside(
    central: Central, k03: Station, tmp_path: Path
) -> None:
    clone = copy_of(k03, tmp_path / "clone")
    round_of(k03, central)
    clone.write(receipt(1, 500), subject="T-K03")
    result = round_of(clone, central)
    assert (result.problem, result.state) == (outcome_of("stale"), State.ATTENTION)
    assert apart(central) == 1
    clone.close()


def test_a_restored_station_that_knows_less_than_central_is_shown_to_a_person(
    central: Central, k03: Station, tmp_path: Path
) -> None:
    clone = copy_of(k03, tmp_path / "clone")
    k03.write()
    round_of(k03, central)
    clone.store.set_marks({"sync.sequence": "50"})
    result = round_of(clone, central)
    assert (result.problem, result.state) == (outcome_of("behind-central"), State.ATTENTION)
    clone.close()


def test_a_central_restored_from_an_older_copy_gets_everything_again(
    central: Central, k03: Station, k04: Station, tmp_path: Path
) -> None:
    k03.write(*[opened()] * 3)
    round_of(k03, central)
    central.close()
    shutil.copytree(tmp_path / "central", tmp_path / "older")
    k03.write(*[opened()] * 4)
    for one in (k03, k04):
        round_of(one, central)
    older = Central(tmp_path / "older")
    for one in (k03, k04, k03):
        assert round_of(one, older).state is State.SYNCED
    assert older.store(OFFICE).head("K03") == k03.store.head("K03") == k04.store.head("K03")
    older.close()


def test_a_new_central_with_the_same_key_gets_everything_from_the_start(
    central: Central, k03: Station, tmp_path: Path
) -> None:
    k03.write(*[opened()] * 3)
    round_of(k03, central)
    (tmp_path / "new").mkdir()
    for name in ("central.key", "data.key"):
        shutil.copy(tmp_path / "central" / name, tmp_path / "new" / name)
    fresh = Central(tmp_path / "new")
    with central.engine.connect() as old, writing(fresh.engine).begin() as new:
        new.execute(stations.insert(), [dict(row._mapping) for row in old.execute(select(stations))])
    result = round_of(k03, fresh)
    assert (result.state, result.held) == (State.SYNCED, 3)
    assert fresh.store(OFFICE).head("K03") == k03.store.head("K03")
    fresh.close()


def test_a_lost_cursor_pulls_again_and_doubles_nothing(central: Central, k03: Station, k04: Station) -> None:
    k04.write(*[opened()] * 3)
    for one in (k04, k03):
        round_of(one, central)
    before = k03.store.head("K04")
    k03.store.set_marks({"sync.cursor": "0", HELD: "0"})
    assert round_of(k03, central).state is State.SYNCED
    assert k03.store.head("K04") == before
    assert k03.store.verify().ok
