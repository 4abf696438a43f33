"""Papers: which ones this case needs now, and whether what was shown is the right form, fresh and verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.conditions import holds
from app.domain.deadline import end_of_period
from app.domain.facts import Inquiry
from app.domain.service import Requirement, Service, Text, Verification
from app.domain.verdict import cited

_BEARS_ON = "supplement"
_WRONG_FORM = {
    "copy": Text("所提為影本，須提正本", "a copy was shown; the original is needed"),
    "electronic": Text("電子資料不能代替正本", "electronic data cannot replace the original here"),
}


@dataclass(frozen=True, slots=True)
class Presented:
    """A paper on the counter: original, copy, electronic (checked by wire) or waived by someone entitled to."""

    document: str
    form: str = "original"
    issued: date | None = None
    verified_by: str | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """A paper this case needs now; when not `presented`, `reason` tells what is wrong with what was shown."""

    document: str
    reason: Text
    law: str
    replaced_by: Text | None
    retention: str
    presented: bool


def required_papers(
    service: Service, presented: Sequence[Presented], inquiry: Inquiry, intake: date
) -> tuple[Required, ...]:
    """Every paper that applies, once each, in the order of the service."""
    found: dict[str, Required] = {}
    for paper in service.papers:
        if paper.document not in found and _applies(paper, inquiry, intake):
            found[paper.document] = _standing(service, paper, presented, inquiry, intake)
    return tuple(found.values())


def _applies(paper: Requirement, inquiry: Inquiry, intake: date) -> bool:
    if (paper.since and intake < paper.since) or (paper.until and intake > paper.until):
        return False
    if not inquiry.decide(paper.when, _BEARS_ON):
        return False
    return not (paper.waived_when and inquiry.decide(paper.waived_when, _BEARS_ON))


def _standing(
    service: Service, paper: Requirement, presented: Sequence[Presented], inquiry: Inquiry, intake: date
) -> Required:
    document = inquiry.catalogue.documents[paper.document]
    law = paper.law or document.law or service.law
    reason = paper.why or document.why or _needed_for(service)
    faults = [_fault(paper, shown, inquiry, intake) for shown in presented if shown.document == paper.document]
    substituted = any(_substitutes(paper, shown, inquiry) for shown in presented)
    good = substituted or None in faults
    if not good:
        told = [fault for fault in faults if fault] or [*_verification(paper, None, inquiry)]
        reason = _joined([reason, *told])
    return Required(paper.document, reason, law, paper.replaced_by, paper.retention, good)


def _fault(paper: Requirement, shown: Presented, inquiry: Inquiry, intake: date) -> Text | None:
    """What is wrong with the paper shown; None when nothing is."""
    if shown.form == "waived":
        return None
    if shown.form != "original" and paper.form != "any" and not _accepted(paper, shown.form, inquiry):
        return _WRONG_FORM[shown.form]
    if stale := _stale(paper, shown, intake):
        return stale
    if defects := [defect for defect in paper.defects if inquiry.decide(defect.when, _BEARS_ON)]:
        return _joined([cited(defect.why, defect.law) for defect in defects])
    return next(_verification(paper, shown, inquiry), None) if shown.form != "electronic" else None


def _accepted(paper: Requirement, form: str, inquiry: Inquiry) -> bool:
    forms = [accepted for accepted in paper.accepts if accepted.form == form]
    return any(inquiry.decide(accepted.when, _BEARS_ON) for accepted in forms)


def _substitutes(paper: Requirement, shown: Presented, inquiry: Inquiry) -> bool:
    others = [other for other in paper.instead if other.document == shown.document]
    fit = shown.form in ("original", "waived") or paper.form == "any"
    return fit and any(inquiry.decide(other.when, _BEARS_ON) for other in others)


def _stale(paper: Requirement, shown: Presented, intake: date) -> Text | None:
    limit = paper.validity
    if not shown.issued or not limit or not (limit.years or limit.months or limit.days):
        return None
    end = end_of_period(shown.issued, months=limit.years * 12 + limit.months, days=limit.days)
    if end >= intake:
        return None
    return Text(
        f"所提文件日期為{shown.issued}，已逾有效期間（{limit.zh}）",
        f"issued {shown.issued}: too old ({limit.en})",
    )


def _verification(paper: Requirement, shown: Presented | None, inquiry: Inquiry) -> Iterator[Text]:
    """What verification is lacking; before the paper is shown, what it will need."""
    verified_by = shown.verified_by if shown else None
    for rule in inquiry.catalogue.documents[paper.document].verifications:
        if verified_by not in rule.by and _demanded(rule, verified_by, inquiry):
            yield rule.why


def _demanded(rule: Verification, verified_by: str | None, inquiry: Inquiry) -> bool | None:
    """Whether the rule bites; it is asked about only while nobody has verified the paper at all."""
    if rule.asked and not verified_by:
        return inquiry.decide(rule.when, _BEARS_ON)
    return holds(rule.when, inquiry.facts)


def _needed_for(service: Service) -> Text:
    return Text(f"辦理{service.name.zh}應備", f"needed for: {service.name.en}")


def _joined(texts: Sequence[Text]) -> Text:
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))
