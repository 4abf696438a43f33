"""The wheel is whole: installed in an empty environment it starts from any folder, with its resources and no tests."""

from __future__ import annotations

import json
import re
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from app import __version__
from tests.environments import ROOT, first_paint, run, scripts

RESOURCES = ROOT / "resources"
BIRTH = {
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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT], folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of an environment that was empty before the wheel, at the versions of the lock."""
    folder = tmp_path_factory.mktemp("installed")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    (folder / "versions.txt").write_text("\n".join(re.findall(r"^(\S+==.*) \\$", lock, re.MULTILINE)), "utf-8")
    venv.create(folder / "venv", with_pip=True)
    pip = (scripts(folder / "venv") / "python", "-m", "pip", "install", "-q", "--no-compile", "--only-binary", ":all:")
    done = run((*pip, "--constraint", folder / "versions.txt", wheel), folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return scripts(folder / "venv") / "yigui"


def test_it_holds_every_resource_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {path for path in RESOURCES.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    shipped = {path.relative_to(ROOT).as_posix() for path in data if "pictures" not in path.parts}
    assert shipped <= names
    rooms = {name.split("/")[0] for name in names}
    assert rooms == {"app", "forms", "resources", "sync", "ui", f"yigui-{__version__}.dist-info"}


def test_it_carries_its_licence_and_the_list_of_others(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    assert {Path(name).name for name in held if "/licenses/" in name} == {"LICENSE", "THIRD-PARTY.md"}


def test_it_starts_from_another_folder(installed: Path, tmp_path: Path) -> None:
    done = run([installed, "--version"], tmp_path)
    assert (done.returncode, done.stdout) == (0, f"yigui {__version__}\n")


def test_it_checks_a_visit_with_the_catalogue_it_carries(installed: Path, tmp_path: Path) -> None:
    done = run([installed, "check", "-"], tmp_path, json.dumps(BIRTH))
    assert done.returncode == 0, done.stderr
    assert [case["service"] for case in json.loads(done.stdout)["cases"]] == ["birth-registration"]


def test_it_identifies_a_number(installed: Path, tmp_path: Path) -> None:
    done = run([installed, "identify", "-"], tmp_path, "A123456789\n")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["kind"], answer["valid"]) == ("national-id", True)


def test_it_opens_the_training_where_nothing_was_set_up(installed: Path, tmp_path: Path) -> None:
    done = first_paint(installed.parent / "python", tmp_path, tmp_path)
    assert (done.returncode, done.stdout) == (0, "Yigui 一櫃 訓練 []\n"), done.stderr
    assert list(tmp_path.rglob("training"))
