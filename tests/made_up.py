"""Hypothesis strategies for made-up events of every kind, and a clock that does not run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app.domain.events import KINDS, Event
from app.journal.entry import Clock
from app.journal.store import Draft

VISITS = ("V-K03-1150302-0001", "V-K03-1150302-0002", "V-K03-1150302-0003")
CASES = ("K03-1150302-0001", "K03-1150302-0002", "K03-1150302-0003")

_SHORT = st.text(alphabet="王陳小明安𠮷堃 abcZ０-·09", max_size=6)
_BY_NAME: Mapping[str, st.SearchStrategy[Any]] = {
    "visit": st.sampled_from(VISITS),
    "till": st.just("K03"),
    "ticket": st.sampled_from(["A001", "A002"]),
    "number": st.integers(1, 6),
    "first": st.integers(1, 3),
    "last": st.integers(4, 9),
    "method": st.sampled_from(["cash", "easycard"]),
    "shift": st.sampled_from(["S1", "S2"]),
    "outcome": st.sampled_from(["printed", "saved", "failed"]),
    "standing": st.sampled_from(["original", "copy", "missing", "unseen"]),
    "notice": st.sampled_from(["N-K03-1150302-0001", "N-K03-1150302-0002"]),
}
_SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    str: _SHORT,
    int: st.integers(0, 5000),
    bool: st.booleans(),
    date: st.dates(date(2026, 3, 1), date(2026, 3, 9)),
    NoneType: st.none(),
}
_SUBJECTS = {
    "visit": VISITS,
    "case": CASES,
    "till": ("T-K03",),
    "print": ("T-K03",),
    "block": ("B-K03",),
    "ticket": ("Q-1",),
    "station": ("S-K03",),
    "entry": ("E-1",),
}


class StillClock:
    """A device whose time stands still."""

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def reading(self) -> Clock:
        return Clock(offset_ms=-120, offset_age_s=7, boot="boot-1", monotonic_ms=1000)


def _value(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type, small enough that things meet."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return _built(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([_value(part) for part in inner])
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(_value(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(_value, inner))
    return st.dictionaries(_SHORT, _value(inner[1]), max_size=2)  # the only mapping keys are text


def _built(shape: type[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(shape)
    return st.builds(
        shape, **{f.name: _BY_NAME[f.name] if f.name in _BY_NAME else _value(hints[f.name]) for f in fields(shape)}
    )


def events(kind: str) -> st.SearchStrategy[Event]:
    """An event of that kind."""
    return _built(KINDS[kind])


def any_event() -> st.SearchStrategy[Event]:
    """An event of any kind."""
    return st.sampled_from(sorted(KINDS)).flatmap(events)


def drafts() -> st.SearchStrategy[Draft]:
    """An event of any kind on a subject that such an event is about."""
    subjects = any_event().flatmap(
        lambda event: st.tuples(st.sampled_from(_SUBJECTS[event.KIND.partition(".")[0]]), st.just(event))
    )
    return subjects.map(lambda pair: Draft(pair[0], pair[1]))


def commands(max_size: int = 12) -> st.SearchStrategy[list[list[Draft]]]:
    """Commands one after the other, each of one to four events that belong together."""
    return st.lists(st.lists(drafts(), min_size=1, max_size=4), min_size=1, max_size=max_size)
