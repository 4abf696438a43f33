"""Events to the two bodies of an entry and back, and the canonical bytes their digests are taken over."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import msgspec

from app.domain.events import KINDS, Event
from app.journal.entry import Body, Entry
from app.journal.upcast import current, forward

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(dict[str, Any])


def canonical(value: object) -> bytes:
    """UTF-8 JSON with sorted keys and no blanks: the same value always gives the same bytes."""
    return _encoder.encode(value)


def parsed(text: str | bytes) -> Body:
    """The body that `canonical` wrote. Raises msgspec.DecodeError when it is no JSON object."""
    return _decoder.decode(text)


_FIELDS = {
    kind: tuple((f.name, f.metadata.get("body") == "person") for f in fields(event)) for kind, event in KINDS.items()
}


def to_bodies(event: Event) -> tuple[str, int, Body, Body]:
    """Kind, schema, facts and person of an event; a personal field that is `None` is left out."""
    facts: dict[str, Any] = {}
    person: dict[str, Any] = {}
    for name, personal in _FIELDS[event.KIND]:
        value = getattr(event, name)
        if not personal:
            facts[name] = value
        elif value is not None:
            person[name] = value
    # Through the bytes, so that a body just made equals the one read again: lists for tuples, text for dates.
    return event.KIND, current(event.KIND), parsed(canonical(facts)), parsed(canonical(person))


def to_event(entry: Entry) -> Event | None:
    """The event an entry holds, read forward to today's shape; `None` when this program cannot read it.

    That is a kind or schema of a newer program, or bodies that do not fit: such an entry is kept and shown as newer.
    """
    event = KINDS.get(entry.kind)
    if event is None or entry.schema > current(entry.kind):
        return None
    facts, person = forward(entry.kind, entry.schema, entry.facts, entry.person or {})
    try:
        return msgspec.convert({**person, **facts}, event)
    except msgspec.ValidationError:
        return None
