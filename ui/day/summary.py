"""What the day left behind, told in a file and on the screen."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from ui.day.reader import Count


@dataclass(frozen=True, slots=True)
class Played:
    """One visit: keys and chords that act, and characters typed."""

    name: str
    actions: int
    characters: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The visits played, what each side holds as the second reader counted it, and the papers made."""

    played: tuple[Played, ...]
    here: Count
    central: Count
    papers: tuple[Path, ...]

    @property
    def agree(self) -> bool:
        """Whether both files hold the same entries, money and digests."""
        return self.here == self.central


def words(told: Summary) -> str:
    """One screen of it."""
    lines = [f"{p.name:32}{p.actions:4} actions{p.characters:5} characters" for p in told.played]
    rows = (
        ("visits", told.here.visits, told.central.visits),
        ("receipts", told.here.receipts, told.central.receipts),
        ("of them void", told.here.voided, told.central.voided),
        ("money NT$", told.here.money, told.central.money),
        ("entries", told.here.entries, told.central.entries),
        ("digest", told.here.digest[:16], told.central.digest[:16]),
    )
    lines += ["", f"{'':32}{'here':>18}{'central':>18}"]
    lines += [f"{name:32}{here!s:>18}{there!s:>18}" for name, here, there in rows]
    verdict = "both sides agree" if told.agree else "THE TWO SIDES DIFFER"
    return "\n".join([*lines, "", f"{len(told.papers)} papers as PDF; {verdict}"])


def write(out: Path, told: Summary) -> None:
    """`summary.txt` and `summary.json` in `out`."""
    plain = {
        "visits": [asdict(p) for p in told.played],
        "here": asdict(told.here),
        "central": asdict(told.central),
        "papers": [paper.name for paper in told.papers],
        "agree": told.agree,
    }
    (out / "summary.json").write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (out / "summary.txt").write_text(words(told) + "\n", encoding="utf-8")
