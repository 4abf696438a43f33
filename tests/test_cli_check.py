"""`yigui check` and `yigui identify` from outside: what goes in, what is printed, how it ends."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.catalogue import load
from ui.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLE: Mapping[str, Any] = {
    "intake_date": "2026-03-02",
    "office_district": "三民區",
    "cases": [
        {
            "service": "birth-registration",
            "facts": {"birth_date": "2026-01-01", "parents_married": True, "applicant_role": "father"},
            "presented": ["birth-cert", {"document": "hh-cert", "form": "original", "issued": "2026-01-05"}],
            "copies": {"hh-cert": 1},
        }
    ],
}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


def yigui(*words: str, given: str | bytes = "") -> Done:
    """The command in this process, with streams of its own."""
    raw = given.encode() if isinstance(given, str) else given
    streams = [io.TextIOWrapper(io.BytesIO(part), encoding="utf-8") for part in (raw, b"", b"")]
    before, (sys.stdin, out, err) = sys.stdin, streams
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main(words)
    finally:
        sys.stdin = before
    return Done(status, *(_written(stream) for stream in (out, err)))


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def checked(request: object) -> Any:
    done = yigui("check", "-", given=json.dumps(request))
    assert (done.returncode, done.stderr) == (0, b"")
    return json.loads(done.stdout)


def test_the_result_has_the_promised_shape() -> None:
    result = checked(EXAMPLE)
    assert list(result) == ["catalogue", "total_fee", "total_fine", "cases"]
    assert (result["catalogue"], result["total_fee"], result["total_fine"]) == (load().version, 30, 0)
    (case,) = result["cases"]
    assert list(case) == [
        "service", "verdict", "missing", "questions", "fees", "fine", "due_date", "approval", "route_to", "reasons",
    ]  # fmt: skip
    assert case["verdict"] == "supplement"
    assert [list(row) for row in case["missing"]] == [["document", "reason", "law", "replaced_by"]] * 2
    assert [row["document"] for row in case["missing"]] == ["id-applicant", "seal-or-signature"]
    assert case["fees"] == [{"fee": "hh-cert", "quantity": 1, "unit_price": 30, "amount": 30}]
    assert (case["fine"], case["due_date"], case["route_to"], case["approval"]) == (None, None, None, [])
    assert {"by_agent", "surname_on_birth_cert", "household_district"} <= set(case["questions"])
    assert all(set(reason) == {"zh", "en"} for reason in case["reasons"])


def test_a_late_case_has_its_fine_and_an_unset_price_is_null() -> None:
    late = {**EXAMPLE, "intake_date": "2026-03-20"}
    fine = checked(late)["cases"][0]["fine"]
    assert fine == {"days_late": 18, "last_day": "2026-03-02", "amount": 500, "law": "戶籍法第48條第1項、第79條"}
    plate = {**EXAMPLE, "cases": [{"service": "doorplate-replacement"}]}
    result = checked(plate)
    assert result["total_fee"] is None
    assert result["cases"][0]["fees"] == [{"fee": "doorplate", "quantity": 1, "unit_price": None, "amount": None}]


def test_a_request_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(EXAMPLE), encoding="utf-8")
    assert json.loads(yigui("check", str(file)).stdout) == checked(EXAMPLE)


def test_the_program_itself_answers_and_refuses() -> None:
    program = [sys.executable, "-m", "ui.cli"]
    good = subprocess.run(
        [*program, "identify", "-"], input=b"A123456789\n", capture_output=True, cwd=ROOT, check=False
    )
    bad = subprocess.run([*program, "check", "-"], input=b"{", capture_output=True, cwd=ROOT, check=False)
    assert (good.returncode, json.loads(good.stdout)["valid"]) == (0, True)
    assert (bad.returncode, bad.stdout) == (2, b"")


def with_case(**changes: object) -> dict[str, Any]:
    return {**EXAMPLE, "cases": [{**EXAMPLE["cases"][0], **changes}]}


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (with_case(service="birth"), "birth"),
        (with_case(facts={"eye_colour": "brown"}), "eye_colour"),
        (with_case(facts={"applicant_role": "uncle"}), "uncle"),
        (with_case(facts={"by_agent": "no"}), "by_agent"),
        (with_case(facts={"birth_date": "2026-02-30"}), "birth_date"),
        (with_case(presented=["birth-certificate"]), "birth-certificate"),
        (with_case(presented=[{"document": "hh-cert", "form": "fax"}]), "fax"),
        (with_case(presented=[{"document": "hh-cert", "issued": "yesterday"}]), "yesterday"),
        (with_case(presented=[{"document": "hh-cert", "colour": "red"}]), "colour"),
        (with_case(copies={"hh-certificate": 1}), "hh-certificate"),
        (with_case(copies={"hh-cert": "1"}), "hh-cert"),
        (with_case(copies={"hh-cert": True}), "hh-cert"),
        (with_case(copies={"hh-cert": 10**30}), "hh-cert"),
        (with_case(copies={"hh-cert": {"copies": 1, "sheets_per_copy": 0}}), "hh-cert"),
        (with_case(facts=[]), "facts"),
        (with_case(presented=""), "presented"),
        (with_case(priority=True), "priority"),
        ({**EXAMPLE, "office_district": "三明區"}, "三明區"),
        ({**EXAMPLE, "intake_date": "115-03-02"}, "115-03-02"),
        ({"office_district": "三民區", "cases": []}, "intake_date"),
        ([], "request"),
    ],
)
def test_what_is_unknown_is_named_and_nothing_is_printed(request_: object, named: str) -> None:
    done = yigui("check", "-", given=json.dumps(request_))
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode()
    assert named in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    "broken", ["{", "", "nonsense", '{"cases": [], "cases": []}', b"\xff\xfe", "[" * 99999, "9" * 5000]
)
def test_what_is_not_json_is_refused(broken: str | bytes) -> None:
    done = yigui("check", "-", given=broken)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_a_file_that_is_not_there_is_named() -> None:
    done = yigui("check", "no-such-file.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no-such-file.json" in done.stderr


def test_the_questions_of_a_service() -> None:
    questions = json.loads(yigui("check", "--facts", "birth-registration").stdout)
    by_code = {question["code"]: question for question in questions}
    assert {"birth_date", "applicant_role", "parents_married", "by_agent", "household_district"} <= by_code.keys()
    assert "child_age_12_or_more" not in by_code
    assert by_code["parents_married"]["type"] == "bool"
    assert {"father", "mother"} <= by_code["applicant_role"]["choices"].keys()
    assert all(set(question["meaning"]) == {"zh", "en"} for question in questions)
    unknown = yigui("check", "--facts", "births")
    assert (unknown.returncode, unknown.stdout) == (2, b"")
    assert b"births" in unknown.stderr


def test_each_line_is_identified_as_typed() -> None:
    lines = ["A123456789", " A123456789", "", "a123456789", "E1234567", "A123456788"]
    done = yigui("identify", "-", given="\n".join(lines) + "\n")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [row["value"] for row in rows] == lines
    assert all(list(row) == ["value", "kind", "valid", "reason"] for row in rows)
    assert [row["valid"] for row in rows] == [True, False, False, False, True, False]
    assert [row["kind"] for row in rows] == ["national-id", "unknown", "unknown", "unknown", "household", "national-id"]
    assert "A123456789" in rows[1]["reason"]
    assert "A123456789" in rows[3]["reason"]
