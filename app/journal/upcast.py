"""Old entries read forward: for a kind and an old schema, the function that gives the bodies of the next schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.journal.entry import Body

Upcast = Callable[[Body, Body], tuple[Body, Body]]

UPCASTS: Mapping[tuple[str, int], Upcast] = {}
"""(kind, schema) to the function from (facts, person) of that schema to those of the next; entries stay as written."""


def current(kind: str, upcasts: Mapping[tuple[str, int], Upcast] = UPCASTS) -> int:
    """The schema this program writes: one more than the last that has to be read forward."""
    schema = 1
    while (kind, schema) in upcasts:
        schema += 1
    return schema


def forward(
    kind: str, schema: int, facts: Body, person: Body, upcasts: Mapping[tuple[str, int], Upcast] = UPCASTS
) -> tuple[Body, Body]:
    """The bodies in the shape of today's schema; `person` is empty once blanked."""
    while (step := upcasts.get((kind, schema))) is not None:
        facts, person = step(facts, person)
        schema += 1
    return facts, person
