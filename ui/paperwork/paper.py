"""What is handed to the printer: a paper's kind, what it is about, which copy; and its PDF."""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.office import Office
from forms import notice, receipt, slip
from forms.notice_paper import NoticePaper
from forms.receipt_paper import ReceiptPaper
from forms.slip import SlipPaper

Value = ReceiptPaper | NoticePaper | SlipPaper
Kind = Literal["receipt", "notice", "slip"]
PRINTED, SAVED, FAILED = "printed", "saved", "failed"
"""How an attempt to print may end, as the journal has it (`PaperPrinted.outcome`)."""


class Paper(NamedTuple):
    """A paper to print: its kind, what it is about, which copy (0 = first): all noted in the journal; and its value."""

    kind: Kind
    about: str
    copy: int
    value: Value


def pdf(value: Value, receipt_size: receipt.Size = "A5") -> bytes:
    """The PDF of any of the three; raises NoGlyph when a character cannot be drawn."""
    match value:
        case ReceiptPaper():
            return receipt.render(value, receipt_size)
        case NoticePaper():
            return notice.render(value)
        case SlipPaper():
            return slip.render(value)


def copies(office: Office, kind: Kind, about: str) -> int:
    """How often this paper was already printed or kept; a failed attempt is no copy."""
    done = (attempt for attempt in office.print_attempts(about) if attempt.paper == kind)
    return sum(attempt.outcome != FAILED for attempt in done)
