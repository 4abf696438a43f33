"""A state kept in memory is never another than the journal's: whoever adds to it, and whatever is blanked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Engine

from app.domain import visit as visits
from app.domain.events import Event, VisitHeld, VisitRecalled
from app.folded import KEPT, Folded
from tests.journal.stores import fresh, named, opened, store, write


def test_what_is_written_here_is_in_the_state(engine: Engine) -> None:
    held = store(engine)
    states = Folded(held, visits.fold)
    assert states.of("V-1") is None
    write(held, opened())
    before = states.of("V-1")
    write(held, VisitHeld())
    after = states.of("V-1")
    assert before is not None
    assert (before.version, before.held) == (1, False)
    assert after is not None
    assert (after.version, after.held) == (2, True)


def test_what_another_station_wrote_is_in_the_state(engine: Engine) -> None:
    held = store(engine)
    states = Folded(held, visits.fold)
    with fresh("K04") as other:
        held.accept(write(other, opened(), VisitHeld()))
        first = states.of("V-1")
        held.accept(write(other, VisitRecalled()))
    second = states.of("V-1")
    assert first is not None
    assert first.held
    assert second is not None
    assert not second.held


def test_what_is_blanked_is_not_remembered(engine: Engine) -> None:
    held = store(engine)
    states = Folded(held, visits.fold)
    write(held, opened(), named("王小明"))
    known = states.of("V-1")
    held.blank([("K03", 2)])
    blanked = states.of("V-1")
    assert known is not None
    assert known.party.name == "王小明"
    assert blanked is not None
    assert blanked.party.name == ""


def test_an_unchanged_subject_is_folded_once_and_few_are_kept(engine: Engine) -> None:
    held = store(engine)
    folded: list[str] = []

    def note(subject: str, _history: Iterable[Event | None]) -> str:
        folded.append(subject)
        return subject

    states = Folded(held, note)
    assert [states.of("V-1"), states.of("V-1")] == ["V-1", "V-1"]
    assert folded == ["V-1"]
    for number in range(2, KEPT + 2):
        states.of(f"V-{number}")
    states.of("V-1")
    assert folded.count("V-1") == 2
