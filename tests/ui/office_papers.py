"""Cases at a real office whose papers the tests look at, and the codes on what a printer would print."""

from __future__ import annotations

from collections.abc import Iterator

import zxingcpp

from app.domain.case import Standing
from app.domain.events import FactValue
from app.domain.visit import Party
from app.office import CheckedCase, Office
from tests.day.counter import finish, pay
from ui.printing import images

RARE = "陳𠮷堃𡍼 Kʉliʉ’"
BIRTH: dict[str, FactValue] = {
    "applicant_role": "mother",
    "birth_date": "2026-01-20",
    "parents_married": True,
    "parent_foreign": True,
    "surname_on_birth_cert": False,
    "by_agent": False,
    "document_foreign_language": True,
}


def birth(office: Office, language: str = "zh-TW", name: str = RARE, born: str = "2026-01-20") -> str:
    """A foreign parent's child, none of its papers looked at yet; gives the case."""
    visit = office.open_visit(language=language)[-1].subject
    office.name_party(visit, Party("mother", name, "A223456781"))
    case = office.open_case(visit, "birth-registration")[0].subject
    office.answer(case, {**BIRTH, "birth_date": born})
    return case


def lack_all(office: Office, case: str, language: str) -> CheckedCase:
    """Only a copy of the birth certificate is shown, nothing else; the notice is given."""
    for paper in office.check_case(case).required:
        standing = Standing.COPY if paper.document == "birth-cert" else Standing.MISSING
        office.check_paper(case, paper.document, standing)
    office.give_notice(case, language)
    return checked(office, case)


def accept(office: Office, case: str, copies: int = 2) -> CheckedCase:
    """Everything is here and verified, so the case is accepted and signed."""
    for paper in office.check_case(case).required:
        office.check_paper(case, paper.document, Standing.ORIGINAL, verified_by="mission")
    finish(office, case, {"hh-cert": copies})
    return checked(office, case)


def paid(office: Office, case: str) -> int:
    """The case's visit is paid; gives the receipt's number."""
    visit = office.case(case).visit
    pay(office, visit)
    return office.receipts_of(visit)[-1].number


def checked(office: Office, case: str) -> CheckedCase:
    return CheckedCase(office.case(case), office.check_case(case))


def codes(pdf: bytes) -> Iterator[tuple[str, str]]:
    """(format, text) of every bar and QR code on the pages as a 300-dpi printer would print them."""
    for page in images(pdf, 300, grey=True):
        flat = memoryview(page.constBits()).cast("B", (page.height(), page.bytesPerLine()))
        for found in zxingcpp.read_barcodes(flat):
            yield str(found.format), found.text
