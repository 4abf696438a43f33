"""The pre-check as JSON: a request read strictly, and the result with the keys `yigui check` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.domain.events import FeeLine, FineAssessed
from app.domain.facts import BadInput, parse_date
from app.domain.precheck import Approval, CaseRequest, CaseResult, CheckResult, Copies, PreCheck, Presented, Required
from app.domain.questions import questions_of
from app.domain.service import Catalogue, Service, Text

Json = Mapping[str, Any]


def read_request(text: str) -> PreCheck:
    """The request in a JSON text; BadInput, in one line, when it is not one."""
    try:
        raw = json.loads(text, object_pairs_hook=_no_twins)
    except json.JSONDecodeError as error:
        raise BadInput(f"not JSON: line {error.lineno}: {error.msg}") from error
    except BadInput:
        raise
    except (ValueError, RecursionError) as error:
        raise BadInput(f"not a request: {error}") from error
    request = _object(raw, "request", ("intake_date", "cases"), ("office_district",))
    cases = _list(request["cases"], "cases")
    return PreCheck(
        intake_date=parse_date(request["intake_date"], "intake_date"),
        office_district=_text(request.get("office_district"), "office_district"),
        cases=tuple(_case(case, f"cases[{at}]") for at, case in enumerate(cases)),
    )


def result_json(result: CheckResult) -> Json:
    return {
        "catalogue": result.catalogue,
        "total_fee": result.total_fee,
        "total_fine": result.total_fine,
        "cases": [_case_json(case) for case in result.cases],
    }


def questions_json(service: Service, catalogue: Catalogue) -> list[Json]:
    return [
        {
            "code": fact.code,
            "type": fact.type,
            "choices": {code: _text_json(name) for code, name in fact.choices.items()} or None,
            "meaning": _text_json(fact.meaning),
        }
        for fact in questions_of(service, catalogue)
    ]


# Reading ----------------------------------------------------------------------------------------------------------


def _case(raw: object, where: str) -> CaseRequest:
    case = _object(raw, where, ("service",), ("facts", "presented", "copies"))
    facts = _object(_given(case, "facts", {}), f"{where}.facts")
    papers = _list(_given(case, "presented", []), f"{where}.presented")
    copies = _object(_given(case, "copies", {}), f"{where}.copies")
    return CaseRequest(
        service=_text(case["service"], f"{where}.service") or "",
        facts={code: value for code, value in facts.items() if value is not None},
        presented=tuple(_paper(paper, f"{where}.presented[{at}]") for at, paper in enumerate(papers)),
        copies={code: _copies(asked, f"{where}.copies.{code}") for code, asked in copies.items()},
    )


def _paper(raw: object, where: str) -> Presented:
    if isinstance(raw, str):
        return Presented(raw)
    paper = _object(raw, where, ("document",), ("form", "issued", "verified_by"))
    issued = paper.get("issued")
    return Presented(
        document=_text(paper["document"], f"{where}.document") or "",
        form=_text(paper.get("form"), f"{where}.form") or "original",
        issued=None if issued is None else parse_date(issued, f"{where}.issued"),
        verified_by=_text(paper.get("verified_by"), f"{where}.verified_by"),
    )


def _copies(raw: object, where: str) -> Copies:
    if not isinstance(raw, dict):
        return Copies(_count(raw, where))
    asked = _object(raw, where, ("copies",), ("sheets_per_copy",))
    return Copies(_count(asked["copies"], where), _count(asked.get("sheets_per_copy", 1), where))


def _object(raw: object, where: str, needed: Iterable[str] = (), allowed: Iterable[str] | None = None) -> Json:
    """A JSON object; with `allowed`, only those keys besides the needed ones."""
    if not isinstance(raw, dict):
        raise BadInput(f"{where}: an object is expected")
    for key in needed:
        if key not in raw:
            raise BadInput(f"{where}: {key} is missing")
    if allowed is not None and (strange := raw.keys() - {*needed, *allowed}):
        raise BadInput(f"{where}: unknown key {min(strange)}")
    return raw


def _given(case: Json, key: str, nothing: object) -> object:
    """What stands there; a key left out and null say the same."""
    return nothing if case.get(key) is None else case[key]


def _list(raw: object, where: str) -> list[object]:
    if not isinstance(raw, list):
        raise BadInput(f"{where}: a list is expected")
    return raw


def _text(raw: object, where: str) -> str | None:
    if raw is None or isinstance(raw, str):
        return raw
    raise BadInput(f"{where}: text is expected, not {raw!r}")


def _count(raw: object, where: str) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise BadInput(f"{where}: a whole number is expected, not {raw!r}")
    return raw


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise BadInput(f"key given twice: {next(name for name in names if names.count(name) > 1)}")
    return found


# Writing ----------------------------------------------------------------------------------------------------------


def _case_json(case: CaseResult) -> Json:
    return {
        "service": case.service,
        "verdict": case.verdict,
        "missing": [_missing_json(paper) for paper in case.missing],
        "questions": list(case.questions),
        "fees": [
            *map(_fee_json, case.fees),
            *({**_UNPRICED, "fee": u.fee, "quantity": u.quantity} for u in case.unpriced),
        ],
        "fine": _fine_json(case.fine) if case.fine else None,
        "due_date": _day(case.due_date),
        "approval": [_approval_json(rule) for rule in case.approval],
        "route_to": case.route_to,
        "reasons": [_text_json(reason) for reason in case.reasons],
    }


def _missing_json(paper: Required) -> Json:
    return {
        "document": paper.document,
        "reason": _text_json(paper.reason),
        "law": paper.law,
        "replaced_by": _text_json(paper.replaced_by) if paper.replaced_by else None,
    }


_UNPRICED: Json = {"fee": "", "quantity": 0, "unit_price": None, "amount": None}
"""A fee whose amount is not known is listed without a price, never with 0."""


def _fee_json(line: FeeLine) -> Json:
    return {"fee": line.fee, "quantity": line.quantity, "unit_price": line.unit_price, "amount": line.amount}


def _fine_json(fine: FineAssessed) -> Json:
    return {"days_late": fine.days_late, "last_day": _day(fine.last_day), "amount": fine.amount, "law": fine.law}


def _approval_json(rule: Approval) -> Json:
    return {"level": rule.level, "act": _text_json(rule.act), "law": rule.law}


def _text_json(text: Text) -> Json:
    return {"zh": text.zh, "en": text.en}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
