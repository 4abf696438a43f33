"""One missing paper as the citizen reads it: why it is asked for, what was wrong with it, what may replace it."""

from __future__ import annotations

from collections.abc import Iterator

from app.citizen_words import CitizenWords, UnknownWords
from app.domain.case import CaseState
from app.domain.conditions import holds
from app.domain.events import MissingPaper
from app.domain.fee import price
from app.domain.service import Catalogue, Requirement
from forms.notice_paper import MissingText
from ui.paperwork.words import ZH

HOUSEHOLD_CERTIFICATE, AT_THE_COUNTER = "hh-cert", frozenset({"chinese-name-declaration"})
_JOINED = "；"

VERIFIERS = {
    "mission": "why_verify_mission",
    "designated-body": "why_verify_designated_body",
    "mofa": "why_verify_mofa",
}
FAULTS = {
    "須提正本": "why_original",
    "電子資料不能代替正本": "why_original",
    "已逾有效期間": "why_expired",
    "二人以上證人簽名": "why_two_witnesses",
    "應載明事項": "why_incomplete",
}
"""What the check says is wrong with a paper shown, by the words that tell it, and the phrase citizens read."""


def missing(paper: MissingPaper, case: CaseState, catalogue: Catalogue, told: CitizenWords) -> MissingText:
    """The reason as it was told; a citation or a fault without words in this language stays in Chinese."""
    asked = [each for each in catalogue.services[case.service].papers if each.document == paper.document]
    return MissingText(
        name=told.document(paper.document),
        reason=_reason(paper, asked, catalogue, told),
        law=_law(paper.law, told),
        substitute=" ".join(_substitutes(paper.document, asked, case, catalogue, told)),
    )


def _law(chinese: str, told: CitizenWords) -> str:
    try:
        return told.law(chinese)
    except UnknownWords:
        return chinese


def _reason(paper: MissingPaper, asked: list[Requirement], catalogue: Catalogue, told: CitizenWords) -> str:
    document = catalogue.documents[paper.document]
    whys = [text.zh for text in (*(each.why for each in asked), document.why) if text]
    base = next((why for why in whys if paper.reason_zh.startswith(why)), None)
    faults = paper.reason_zh.removeprefix(base or paper.reason_zh.partition(_JOINED)[0]).strip(_JOINED)
    if told.language == ZH:
        return _JOINED.join(filter(None, (base or told.reason(paper.document), faults)))
    general = told.reason(paper.document)
    return "\n".join((general, *fault_words(paper.document, faults, catalogue, told)))


def fault_words(document: str, faults: str, catalogue: Catalogue, told: CitizenWords) -> Iterator[str]:
    """What is wrong with the paper (clauses in Chinese, joined by ；), sentence by sentence in the language."""
    for rule in catalogue.documents[document].verifications:
        if rule.why.zh in faults:
            faults = faults.replace(rule.why.zh, "")
            known = [VERIFIERS[by] for by in rule.by if by in VERIFIERS]
            phrases = ["why_verify_translation"] if "notary" in rule.by else known
            yield from (told.phrase(phrase) for phrase in phrases)
    for clause in filter(None, faults.split(_JOINED)):
        phrase = next((phrase for sign, phrase in FAULTS.items() if sign in clause), None)
        yield told.phrase(phrase) if phrase else clause


def _substitutes(
    document: str, asked: list[Requirement], case: CaseState, catalogue: Catalogue, told: CitizenWords
) -> Iterator[str]:
    """Only what the check itself would take for this case, as far as it is known."""
    for each in asked:
        for other in each.instead:
            if holds(other.when, case.facts):
                yield told.phrase("instead_document", document=told.document(other.document))
        for form in each.accepts:
            if form.form in ("copy", "electronic") and holds(form.when, case.facts):
                yield told.phrase(f"instead_{form.form}")
    if document in AT_THE_COUNTER:
        yield told.phrase("instead_form_here")
    if document == HOUSEHOLD_CERTIFICATE and (lost := price(catalogue.fees[HOUSEHOLD_CERTIFICATE], case.intake_date)):
        yield told.phrase("instead_reissue_here", amount=lost)
