"""What a guide's pre-review says in its QR code: a service, the papers seen, no name and no number of anyone.

`P1|office|station|service|papers|language|priority|day|nonce|signature`: papers as a hexadecimal bitmap over the
service's papers in catalogue order, the day as ISO date, the signature Ed25519 over everything before it, base64url.
Under 200 characters, so a small phone camera reads it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

PREFIX = "P1|"
_FIELDS = 9


@dataclass(frozen=True, slots=True)
class PreReview:
    """What the guide found; `papers` are document codes; `nonce` tells one slip from another."""

    office: str
    station: str
    service: str
    papers: tuple[str, ...]
    language: str
    priority: bool
    day: date
    nonce: str


def encode(review: PreReview, documents: Sequence[str], sign: Callable[[bytes], bytes]) -> str:
    """The QR text; `documents` is the service's papers in catalogue order."""
    bits = sum(1 << index for index, document in enumerate(documents) if document in review.papers)
    said = PREFIX + "|".join(
        (
            review.office,
            review.station,
            review.service,
            f"{bits:x}",
            review.language,
            "1" if review.priority else "0",
            review.day.isoformat(),
            review.nonce,
        )
    )
    return f"{said}|{base64.urlsafe_b64encode(sign(said.encode())).rstrip(b'=').decode()}"


def decode(text: str, documents_of: Callable[[str], Sequence[str] | None]) -> tuple[PreReview, bytes, bytes] | None:
    """The review, the bytes that were signed and the signature, or `None` when the text is no pre-review."""
    said, _, signature = text.strip().rpartition("|")
    fields = said.split("|")
    if len(fields) != _FIELDS or not said.startswith(PREFIX):
        return None
    _, office, station, service, bits, language, priority, day, nonce = fields
    documents = documents_of(service)
    if documents is None:
        return None
    try:
        mask = int(bits, 16)
        seen = tuple(d for index, d in enumerate(documents) if mask >> index & 1)
        review = PreReview(office, station, service, seen, language, priority == "1", date.fromisoformat(day), nonce)
        return review, said.encode(), base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    except (ValueError, binascii.Error):
        return None
