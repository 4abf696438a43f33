"""Random cases drawn from the real catalogue: any service, any of its questions answered, any papers shown."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from app.catalogue import load
from app.domain.conditions import Value
from app.domain.precheck import CaseRequest, CaseResult, PreCheck, Presented, check
from app.domain.questions import questions_of
from app.domain.service import Fact, Service

CATALOGUE = load()
INTAKE = date(2026, 3, 2)
HERE = "三民區"


def judged(case: CaseRequest, intake: date = INTAKE) -> CaseResult:
    return check(PreCheck(intake, HERE, (case,)), CATALOGUE).cases[0]


def answers(fact: Fact) -> st.SearchStrategy[Value]:
    """Any answer the fact's type allows."""
    match fact.type:
        case "bool":
            return st.booleans()
        case "int":
            return st.integers(0, 120)
        case "date":
            return st.dates(date(1990, 1, 1), INTAKE if fact.past else date(2026, 4, 30))
        case "choice":
            return st.sampled_from(sorted(fact.choices))
        case "district":
            return st.sampled_from(sorted(CATALOGUE.districts))
        case _:
            return st.just("高雄市")


services = st.sampled_from(sorted(CATALOGUE.services)).map(CATALOGUE.services.__getitem__)


@st.composite
def cases(draw: st.DrawFn, service: Service | None = None) -> CaseRequest:
    """A case with some of its questions answered and some of its papers on the counter."""
    chosen = service or draw(services)
    asked = [fact for fact in questions_of(chosen, CATALOGUE) if fact.derived is None]
    told = draw(st.lists(st.sampled_from(asked), unique_by=lambda fact: fact.code)) if asked else []
    papers = sorted({paper.document for paper in chosen.papers})
    shown = draw(st.lists(st.sampled_from(papers), unique=True)) if papers else []
    return CaseRequest(
        service=chosen.code,
        facts={fact.code: draw(answers(fact)) for fact in told},
        presented=tuple(Presented(document) for document in shown),
    )
