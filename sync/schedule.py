"""When to talk to central again: pure arithmetic on a clock that only ever counts up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sync.answers import Class

IDLE_S = 15.0
FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 300.0
HASTE_S = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """The next round is due at `due` (seconds, monotonic); `None` = only when a person asks for it."""

    due: float | None
    failures: int = 0
    last: float = float("-inf")


def start(now: float) -> Plan:
    """At the start of the program a round is due at once."""
    return Plan(due=now)


def succeeded(now: float, waiting: int = 0) -> Plan:
    """After a good round: at once for entries written meanwhile, else soon, for what other counters wrote."""
    return Plan(due=now if waiting else now + IDLE_S, last=now)


def failed(plan: Plan, kind: Class, now: float, chance: float) -> Plan:
    """After a bad round: doubling waits up to five minutes, spread by `chance` in [0, 1); never means never again."""
    failures = plan.failures + 1
    if kind is Class.NEVER:
        return Plan(due=None, failures=failures, last=now)
    wait = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - 1, 16))
    return Plan(due=now + wait * (0.5 + 0.5 * chance), failures=failures, last=now)


def appended(plan: Plan, now: float) -> Plan:
    """New entries: at once when the line was good, else not more often than every few seconds."""
    if plan.due is None:
        return plan
    soonest = now if plan.failures == 0 else max(now, plan.last + HASTE_S)
    return replace(plan, due=min(plan.due, soonest))


def asked(plan: Plan, now: float) -> Plan:
    """A person pressed the button, or the system says the network came back."""
    return replace(plan, due=now)


def is_due(plan: Plan, now: float) -> bool:
    """Whether a round should start now."""
    return plan.due is not None and plan.due <= now
