"""One table that says of every outcome of an exchange: try later, needs a person, or never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.journal.errors import StorageError


class Class(Enum):
    """What to do about an outcome."""

    LATER = "later"
    PERSON = "person"
    NEVER = "never"


class ExchangeError(Exception):
    """An exchange with central did not succeed; `code` is a row of `TABLE`, or unknown."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Outcome:
    """A classified outcome: the code a help desk can look up, and its class."""

    code: str
    kind: Class


TABLE: Mapping[str, Class] = {
    # the line
    "unreachable": Class.LATER,
    "timeout": Class.LATER,
    "cut-off": Class.LATER,
    "no-progress": Class.LATER,
    "cursor-lost": Class.LATER,
    "not-central": Class.LATER,  # somebody else answered: a captive portal, a proxy, a wrong server
    "tls": Class.PERSON,
    "bad-address": Class.PERSON,
    # HTTP without a signed body
    "http-400": Class.PERSON,
    "http-401": Class.PERSON,
    "http-403": Class.PERSON,
    "http-404": Class.PERSON,
    "http-408": Class.LATER,
    "http-409": Class.PERSON,
    "http-410": Class.NEVER,
    "http-413": Class.LATER,  # the next batch is smaller
    "http-425": Class.LATER,
    "http-429": Class.LATER,
    "http-500": Class.LATER,
    "http-502": Class.LATER,
    "http-503": Class.LATER,
    "http-504": Class.LATER,
    # refusals that central signed
    "malformed": Class.PERSON,
    "bad-signature": Class.PERSON,
    "unknown-station": Class.PERSON,
    "stale": Class.PERSON,  # central has already seen later requests of this station: a restored or cloned file
    "fork": Class.PERSON,
    "revoked": Class.NEVER,
    "code-unknown": Class.PERSON,
    "code-used": Class.NEVER,
    "code-expired": Class.NEVER,
    "station-taken": Class.PERSON,
    # what the station finds out by itself
    "not-enrolled": Class.PERSON,
    "forged-answer": Class.PERSON,
    "wrong-central": Class.PERSON,
    "wrong-office": Class.PERSON,
    "newer-format": Class.PERSON,
    "behind-central": Class.PERSON,  # central holds more of this station than the station itself
    "digests-differ": Class.PERSON,
    "totals-differ": Class.PERSON,
    "entries-refused": Class.PERSON,
    # the station's own disk
    "D-105": Class.LATER,  # the data file is busy
}


def outcome_of(code: str) -> Outcome:
    """The row of the table; what it does not name needs a person."""
    return Outcome(code, TABLE.get(code, Class.PERSON))


def outcome_of_status(status: int) -> Outcome:
    """An HTTP status whose body central did not sign. A 2xx without our signature is nobody's acknowledgement."""
    return outcome_of("not-central" if 200 <= status < 400 else f"http-{status}")


def outcome_of_error(error: BaseException) -> Outcome:
    """Any exception: its own code when it has one, else its type's name, which needs a person."""
    if isinstance(error, ExchangeError | StorageError):
        return outcome_of(error.code)
    return outcome_of(f"local-{type(error).__name__}")
