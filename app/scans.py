"""What a scanned code starts: a guide's pre-review opens its service, a notice resumes its case at any counter."""

from __future__ import annotations

from app import cases, visits
from app.book import Book
from app.domain import case as rules
from app.domain import notice_code, numbers, prereview_code
from app.domain.case import CaseState
from app.domain.events import StationEnrolled
from app.domain.notice_code import NoticeCodeError, OtherCatalogue
from app.domain.prereview_code import PreReview
from app.domain.refusal import Refusal
from app.domain.subjects import of_station
from app.domain.visit import named_before
from app.journal.codec import to_event
from app.journal.entry import Entry
from app.keys import verify
from app.ledger import prereviews


def documents_of(book: Book, service: str) -> tuple[str, ...] | None:
    """The service's papers in catalogue order, each once: what a bitmap of papers counts by."""
    known = book.catalogue.services.get(service)
    return tuple(dict.fromkeys(paper.document for paper in known.papers)) if known else None


def notice_text(book: Book, case: CaseState) -> str:
    """The notice's barcode: service and missing rows for any counter, and the case for those that hold it."""
    services, documents = list(book.catalogue.services), documents_of(book, case.service) or ()
    rows = [documents.index(told) for told in case.told if told in documents]
    return (
        f"{notice_code.encode(services.index(case.service), rows, book.catalogue.version)}/{numbers.short(case.number)}"
    )


def start(book: Book, visit: str | None, code: str) -> list[Entry]:
    """Starts what the code stands for, in `visit` or in a visit of its own; an unknown code changes nothing."""
    code = code.strip()
    if code.startswith(prereview_code.PREFIX):
        return _start_prereview(book, visit, code)
    told, _, short = code.partition("/")
    number = numbers.long(short or code)
    if number and book.store.subject(number):
        return _take_up(book, visit, number)
    return _start_afresh(book, visit, told, number)


def _take_up(book: Book, visit: str | None, number: str) -> list[Entry]:
    """In a visit of its own the case is taken as that visit is opened, or neither happens; its party is known."""
    if visit is None:
        state = book.case(number)
        before = book.visit(state.visit)
        subject, version, opened = visits.opening(book, language=before.language)
        events = [*opened, *named_before(before.party)]
        return book.write((subject, version, events), (number, state.version, rules.take(state, subject)))
    return [] if book.case(number).visit == visit else cases.take(book, number, visit)


def _start_afresh(book: Book, visit: str | None, code: str, resumes: str | None) -> list[Entry]:
    try:
        told = notice_code.decode(code, book.catalogue.version)
    except OtherCatalogue as error:
        raise Refusal("scan-other-catalogue") from error
    except NoticeCodeError as error:
        raise Refusal("unknown-scan") from error
    service = list(book.catalogue.services)[told.service]
    documents = documents_of(book, service) or ()
    missing = tuple(document for row, document in enumerate(documents) if row in told.rows)
    opened, visit = _visit_for(book, visit, "zh-TW", priority=False)
    return opened + cases.open_case(book, visit, service, resumes=resumes, told=missing)


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


def _require_genuine(book: Book, review: PreReview, said: bytes, signature: bytes) -> None:
    if review.office != book.office or not _signed_by(book, review.station, said, signature):
        raise Refusal("scan-forged")
    if review.day != book.today:
        raise Refusal("scan-expired")
    with book.store.engine.connect() as connection:
        if prereviews.cases_from(connection, book.office, f"{review.station}-{review.nonce}"):
            raise Refusal("scan-used")


def _signed_by(book: Book, station: str, said: bytes, signature: bytes) -> bool:
    enrolled = [to_event(entry) for entry in book.store.subject(of_station(station))]
    keys = [event.public_key for event in enrolled if isinstance(event, StationEnrolled)]
    return bool(keys) and verify(keys[-1], said, signature)


def _visit_for(book: Book, visit: str | None, language: str, *, priority: bool) -> tuple[list[Entry], str]:
    if visit is not None:
        return [], visit
    entries = visits.open_visit(book, language=language, priority=priority)
    return entries, entries[-1].subject
