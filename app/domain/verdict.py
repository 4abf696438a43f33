"""The nine verdicts and their one order: of everything found, the first in this list decides the case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.service import Text

PRECEDENCE = (
    "wrong-service",  # it should have been another case: nothing else about this one matters
    "refuse",  # the law bars it, at every office
    "wrong-office",  # it may be taken, but not here
    "refuse-for-now",  # it may be taken, but not yet
    "refer",  # another authority must act first or decide
    "supplement",  # papers are missing; everything is told at once
    "accept-deferred",  # taken now, finished on a later day
    "accept-with-fine",  # late filing is always accepted; the fine is an act of its own
    "accept",
)
"""Redirects come before bars, bars before delays, delays before papers, and a fine never hides a missing paper."""

LIFTS = "lifts"
"""What a question bears on when its answer could lift a finding that already stands."""

NOTHING_TAKEN = frozenset({"wrong-service", "refuse", "wrong-office", "refuse-for-now"})
"""Verdicts under which no fee or fine is due at this counter today."""

NOTHING_MISSING = frozenset({"wrong-service", "refuse"})
"""Verdicts that no paper can mend, so no paper is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found about a case: the verdict it alone would give, and why."""

    verdict: str
    reason: Text | None = None
    route_to: str = ""
    due_working_days: int | None = None
    due_on: str = ""


def accepts(verdict: str) -> bool:
    """Whether the case is taken under this verdict, even if it is finished later."""
    return verdict.startswith("accept")


def rank(verdict: str) -> int:
    """0 is the strongest verdict; what lifts a finding comes before them all."""
    return -1 if verdict == LIFTS else PRECEDENCE.index(verdict)


def strongest(findings: Iterable[Finding]) -> Finding:
    """The finding that decides; the first of equals; plain acceptance when nothing was found."""
    return min(findings, key=lambda finding: rank(finding.verdict), default=Finding(verdict="accept"))


def cited(text: Text, law: str) -> Text:
    """The reason with its law, unless it names it already."""
    if not law:
        return text
    return Text(
        text.zh if law in text.zh else f"{text.zh}（{law}）",
        text.en if law in text.en else f"{text.en} ({law})",
    )
