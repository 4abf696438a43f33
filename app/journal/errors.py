"""Why the journal did not take something in; nothing was written when one of these is raised."""

from __future__ import annotations

from app.errors import OfficeError


class StorageError(OfficeError):
    """The disk, the file or the database server did not do its part (D-101 to D-108)."""


class Collision(OfficeError):
    """The version a command expected to write is already taken."""

    def __init__(self, subject: str, version: int) -> None:
        super().__init__("J-101", subject=subject, version=version)
        self.subject = subject
        self.version = version


class Unacceptable(OfficeError):
    """A batch that is not taken in; `station` and `number` name the entry at which it stopped."""

    def __init__(self, code: str, station: str, number: int, **details: object) -> None:
        super().__init__(code, station=station, number=number, **details)
        self.station = station
        self.number = number


class Fork(Unacceptable):
    """The same station and number is held with another digest: two histories of one station."""

    def __init__(self, station: str, number: int) -> None:
        super().__init__("J-201", station, number)


class Gap(Unacceptable):
    """The entry does not follow the last one held of its station; `expected` is the number due."""

    def __init__(self, station: str, number: int, expected: int) -> None:
        super().__init__("J-202", station, number, expected=expected)
        self.expected = expected


class Forged(Unacceptable):
    """A body or the chain does not match its digest; `why` is facts, person or digest."""

    def __init__(self, station: str, number: int, why: str) -> None:
        super().__init__("J-203", station, number, why=why)
        self.why = why


class Foreign(Unacceptable):
    """The entry belongs to another office than this journal."""

    def __init__(self, station: str, number: int, office: str) -> None:
        super().__init__("J-204", station, number, office=office)
        self.office = office
