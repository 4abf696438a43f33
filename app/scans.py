"""What a scanned code starts: a guide's pre-review opens its service, a notice resumes its case at any counter."""

from __future__ import annotations

from app import cases, visits
from app.book import Book
from app.domain import notice_code, prereview_code
from app.domain.events import StationEnrolled
from app.domain.prereview_code import PreReview
from app.domain.refusal import Refusal
from app.journal.codec import to_event
from app.journal.entry import Entry
from app.keys import verify
from app.ledger import prereviews


def start(book: Book, visit: str | None, code: str) -> list[Entry]:
    """Opens the case a code stands for, in `visit` or in a visit of its own; an unknown code changes nothing."""
    if code.startswith(prereview_code.PREFIX):
        return _start_prereview(book, visit, code)
    notice = notice_code.decode(code.strip(), book.catalogue)
    if notice is None:
        raise Refusal("unknown-scan")
    opened, visit = _visit_for(book, visit, "zh-TW", priority=False)
    return opened + cases.open_case(book, visit, notice.service, resumes=code.strip(), told=notice.missing)


def _start_prereview(book: Book, visit: str | None, code: str) -> list[Entry]:
    found = prereview_code.decode(code, lambda service: documents_of(book, service))
    if found is None:
        raise Refusal("unknown-scan")
    review, said, signature = found
    _require_genuine(book, review, said, signature)
    opened, visit = _visit_for(book, visit, review.language, priority=review.priority)
    return opened + cases.open_case(
        book, visit, review.service, presented=review.papers, prereview=f"{review.station}-{review.nonce}"
    )


def documents_of(book: Book, service: str) -> tuple[str, ...] | None:
    """The service's papers in catalogue order, each once: what a bitmap of papers counts by."""
    known = book.catalogue.services.get(service)
    return tuple(dict.fromkeys(r.document for r in known.requirements)) if known else None


def _require_genuine(book: Book, review: PreReview, said: bytes, signature: bytes) -> None:
    if review.office != book.settings.office.code or not _signed_by(book, review.station, said, signature):
        raise Refusal("scan-forged")
    if review.day != book.today:
        raise Refusal("scan-expired")
    with book.store.engine.connect() as connection:
        if prereviews.cases_from(connection, f"{review.station}-{review.nonce}"):
            raise Refusal("scan-used")


def _signed_by(book: Book, station: str, said: bytes, signature: bytes) -> bool:
    enrolled = [to_event(entry) for entry in book.store.subject(f"S-{station}")]
    keys = [event.public_key for event in enrolled if isinstance(event, StationEnrolled)]
    return bool(keys) and verify(keys[-1], said, signature)


def _visit_for(book: Book, visit: str | None, language: str, *, priority: bool) -> tuple[list[Entry], str]:
    if visit is not None:
        return [], visit
    entries = visits.open_visit(book, language=language, priority=priority)
    return entries, entries[-1].subject
