"""Every refusal the code can raise has its sentence, and every sentence has its refusal."""

from __future__ import annotations

import re
from pathlib import Path

from app.refusals import SENTENCES

ROOT = Path(__file__).resolve().parent.parent
RAISED = re.compile(r"Refusal\(\s*\"([a-z-]+)\"")


def _raised() -> set[str]:
    sources = [*ROOT.glob("app/**/*.py"), *ROOT.glob("sync/**/*.py"), *ROOT.glob("ui/**/*.py")]
    return {code for path in sources if path.name != "refusals.py" for code in RAISED.findall(path.read_text("utf-8"))}


def test_every_refusal_has_one_sentence_in_both_languages() -> None:
    assert _raised() <= SENTENCES.keys()


def test_no_sentence_is_left_without_a_rule() -> None:
    documented_only = SENTENCES.keys() - _raised()
    assert documented_only <= {"sign-in", "locked-out"}, documented_only


def test_codes_are_unique() -> None:
    codes = [code for code, _ in SENTENCES.values()]
    assert len(codes) == len(set(codes))
