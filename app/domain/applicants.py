"""Who may apply and whether an agent may: the order of the Act, and acts that are personal."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.conditions import parse
from app.domain.facts import Inquiry
from app.domain.service import Applicant, ApprovalRule, Service, Text
from app.domain.verdict import LIFTS, Finding, cited

_BY_AGENT = parse({"by_agent": True})
_GOOD_REASON = parse({"agent_good_reason": True})


def judge_applicant(service: Service, inquiry: Inquiry) -> Iterator[Finding]:
    """A refusal when the applicant's role is none of the service's, or its condition does not hold."""
    if any(not applicant.roles for applicant in service.applicants):
        return
    role = inquiry.facts.get("applicant_role")
    if role is None and inquiry.facts.get("applicant_is_principal") is True and _open_to_principal(service):
        role = "principal"
    if role is None:
        inquiry.ask("applicant_role", "refuse")
        return
    fitting = [applicant for applicant in service.applicants if role in applicant.roles]
    if any(_fits(applicant, inquiry) for applicant in fitting):
        return
    reason = next((applicant.reason for applicant in fitting if applicant.reason), None)
    law = next((applicant.law for applicant in fitting if applicant.law), service.law)
    yield Finding(verdict="refuse", reason=cited(reason or _not_entitled(service, role, inquiry), law))


def _open_to_principal(service: Service) -> bool:
    """Some acts know the person only by another name (adopter, guardian): there the role is still asked."""
    return any("principal" in applicant.roles for applicant in service.applicants)


def judge_agent(service: Service, inquiry: Inquiry) -> Iterator[Finding]:
    """A refusal where the act is personal and no exception holds, or good cause for an agent is lacking."""
    rule = service.delegation
    if rule.mode in ("free", "conditional") or not inquiry.decide(_BY_AGENT, "refuse"):
        return
    if rule.mode == "with-office-approval":
        refused = inquiry.decide(_GOOD_REASON, "refuse") is False
    else:
        refused = not any(inquiry.decide(exception, LIFTS) for exception in rule.exceptions)
    if refused:
        yield Finding(verdict="refuse", reason=cited(rule.reason or _personal(service), rule.law or service.law))


def _fits(applicant: Applicant, inquiry: Inquiry) -> bool:
    """Whether nothing known speaks against the applicant; an exception must be known to hold."""
    if inquiry.decide(applicant.when, "refuse") is not False:
        return True
    return any(inquiry.decide(exception, LIFTS) for exception in applicant.exceptions)


def approvals(service: Service, inquiry: Inquiry) -> Iterator[ApprovalRule]:
    """Who must approve this case: the service's own rules, and the office for a delegated act (戶籍法第47條第2項)."""
    yield from (rule for rule in service.approvals if inquiry.decide(rule.when, "refer"))
    if service.delegation.mode == "with-office-approval" and inquiry.decide(_BY_AGENT, "refuse"):
        act = Text(f"核准委託他人申請{service.name.zh}", f"allow an agent to file: {service.name.en}")
        yield ApprovalRule(level="office", act=act, law=service.delegation.law)


def _not_entitled(service: Service, role: object, inquiry: Inquiry) -> Text:
    name = inquiry.catalogue.facts["applicant_role"].choices[str(role)]
    may = [applicant.name for applicant in service.applicants]
    return Text(
        f"以「{name.zh}」身分不得申請{service.name.zh}；得申請者依序為：{'、'.join(text.zh for text in may)}",
        f"not entitled as {name.en}: {service.name.en}; entitled, in order: {'; '.join(text.en for text in may)}",
    )


def _personal(service: Service) -> Text:
    if service.delegation.mode == "with-office-approval":
        return Text("無正當理由，不得委託他人申請", "without good cause an agent may not file")
    return Text("本項應親自申請，不得委託他人", "this must be applied for in person, not through an agent")
