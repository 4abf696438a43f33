"""A wire that does to messages what real ones do, by a script of faults drawn beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from sync.answers import ExchangeError


class Fault(Enum):
    """What happens to one exchange."""

    NONE = "goes well"
    DROP_REQUEST = "the request is lost"
    DROP_REPLY = "the reply is lost"
    DOUBLE = "the request arrives twice"
    DELAY = "the request arrives later, the station has given up"
    LATE_FIRST = "what was delayed arrives just before this request"
    BENT = "a byte of the reply is changed"
    CUT = "the reply ends early"
    OLD_REPLY = "the reply of an earlier exchange comes back"
    PORTAL = "somebody else answers"


class Flaky:
    """Carries one station's envelopes; after the script's end all goes well."""

    def __init__(self, deliver: Callable[[bytes], bytes]) -> None:
        self._deliver = deliver
        self._script: Iterator[Fault] = iter(())
        self._delayed: list[bytes] = []
        self._replies: list[bytes] = []

    def follow(self, script: list[Fault]) -> None:
        """The faults of the exchanges to come."""
        self._script = iter(script)

    def deliver_late(self) -> None:
        """What was delayed arrives after all, the last first; nobody waits for the replies any more."""
        while self._delayed:
            self._deliver(self._delayed.pop())

    def exchange(self, data: bytes) -> bytes:
        """One request, with the next fault of the script."""
        fault = next(self._script, Fault.NONE)
        if fault is Fault.DROP_REQUEST:
            raise ExchangeError("unreachable")
        if fault is Fault.DELAY:
            self._delayed.append(data)
            raise ExchangeError("timeout")
        if fault is Fault.PORTAL:
            return b"<html>sign in</html>"
        if fault is Fault.LATE_FIRST:
            self.deliver_late()
        if fault is Fault.OLD_REPLY and self._replies:
            return self._replies[-1]
        return self._reply(fault, data)

    def _reply(self, fault: Fault, data: bytes) -> bytes:
        if fault is Fault.DOUBLE:
            self._deliver(data)
        reply = self._deliver(data)
        self._replies.append(reply)
        if fault is Fault.DROP_REPLY:
            raise ExchangeError("timeout")
        if fault is Fault.CUT:
            return reply[: len(reply) // 2]
        if fault is Fault.BENT:
            return reply[:-1] + bytes([reply[-1] ^ 1])
        return reply
