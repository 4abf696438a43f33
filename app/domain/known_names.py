"""Every name in a request must be one the catalogue has: services, papers, forms, verifiers, fees."""

from __future__ import annotations

from datetime import date
from typing import get_args

from app.domain.check_values import CaseRequest
from app.domain.facts import BadInput, UnknownName
from app.domain.papers import Presented
from app.domain.service import Catalogue, PaperForm, Service, Verifier

_MOST = 9_999
"""More is a slip of the hand; what it costs still fits every ledger."""


def known_service(case: CaseRequest, catalogue: Catalogue, intake: date) -> Service:
    """The service asked for, once every name in the case is known."""
    if case.service not in catalogue.services:
        raise UnknownName("service", case.service)
    for code, asked in case.copies.items():
        if code not in catalogue.fees:
            raise UnknownName("fee", code)
        if not (0 <= asked.copies <= _MOST and 1 <= asked.sheets_per_copy <= _MOST):
            raise BadInput(f"copies of {code}: at most {_MOST} copies, and one to {_MOST} sheets each")
    for paper in case.presented:
        _known_paper(paper, catalogue, intake)
    return catalogue.services[case.service]


def _known_paper(paper: Presented, catalogue: Catalogue, intake: date) -> None:
    if paper.document not in catalogue.documents:
        raise UnknownName("document", paper.document)
    if paper.form not in get_args(PaperForm):
        raise UnknownName("form of paper", paper.form)
    if paper.verified_by is not None and paper.verified_by not in get_args(Verifier):
        raise UnknownName("verifier", paper.verified_by)
    if paper.issued and paper.issued > intake:
        raise BadInput(f"{paper.document}: issued {paper.issued}, after the intake date {intake}")
