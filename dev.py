"""The commands of a fresh clone: `python3 dev.py run|test|yigui …`; each first installs whatever is missing, once."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "yigui.stamp"

# What Qt loads from the system (soname: Debian package); the second table only to open a window on a screen.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
PROGRAMS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
FONTS = {
    "opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "truetype/cns11643/TW-Sung-98_1.ttf": "fonts-cns11643-sung",
}

CHECKS: Mapping[str, Sequence[str]] = {
    "lint": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "arrows": ("-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"),
    "tests": ("-m", "pytest"),
}


def main(arguments: Sequence[str]) -> int:
    """Prepare the environment, then do what the first word says; returns the exit status."""
    match list(arguments):
        case ["run"]:
            prepare()
            return yigui(["--demo"] if has_display() else ["day", "--out", str(ROOT / "out" / "day")])
        case ["test"]:
            prepare()
            return test()
        case ["yigui", *rest]:
            prepare()
            return yigui(rest)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


def yigui(arguments: Sequence[str]) -> int:
    """The program itself, in the locked environment and in the caller's folder."""
    return subprocess.call([PYTHON, "-P", "-m", "ui.cli", *arguments], env=environment())


def test() -> int:
    """Every check, each with its time; the status of the first that failed."""
    statuses = [timed(name, command) for name, command in CHECKS.items()]
    return next((status for status in statuses if status), 0)


def timed(name: str, command: Sequence[str]) -> int:
    """Run one check in the repository's folder and say how long it took."""
    say(f"{name}: {' '.join(command[1:])}")
    start = time.monotonic()
    status = subprocess.call([PYTHON, *command], cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL)
    say(f"{name}: {'passed' if status == 0 else f'FAILED ({status})'} in {time.monotonic() - start:.1f} s")
    return status


def environment() -> dict[str, str]:
    """The caller's environment, made UTF-8 where the locale is not (a bare machine has none)."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    utf8 = os.name == "nt" or "UTF-8" in named.upper().replace("UTF8", "UTF-8")
    return {**os.environ, "PYTHONUTF8": "1", **({} if utf8 else {"LC_ALL": "C.UTF-8"})}


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# What must be there before -----------------------------------------------------------------------------------------


def prepare() -> None:
    """System packages, locked environment, fonts; at once when this lock was installed here before."""
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint():
        return
    if sys.platform == "linux":
        install_packages(list(missing_packages()))
    install_environment()
    STAMP.write_text(fingerprint(), encoding="utf-8")


def fingerprint() -> str:
    """What the environment was made from: the lock, this Python, this folder."""
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version_info[:2]} {ROOT}"


def missing_packages() -> Iterator[str]:
    """The Debian packages this machine lacks, found by what they hold and not by their names."""
    if importlib.util.find_spec("ensurepip") is None:
        yield "python3-venv"
    for soname, package in {**QT_LIBRARIES, **WINDOW_LIBRARIES}.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            yield package
    yield from (package for program, package in PROGRAMS.items() if shutil.which(program) is None)
    for font, package in FONTS.items():
        if not Path("/usr/share/fonts", font).exists():
            yield package


def install_packages(packages: Sequence[str]) -> None:
    """As root on Debian install them; elsewhere say in one line what is missing and go on."""
    if not packages:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        say(f"missing here: apt-get install {' '.join(packages)} (or what holds the same elsewhere)")
        return
    say(f"installing {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", "-qq", *step], check=True, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )


def install_environment() -> None:
    """`.venv` with exactly what the lock names, checked by hash, and this folder on its path."""
    say("making .venv from requirements.lock (about a minute, once)")
    run(sys.executable, "-m", "venv", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([PYTHON, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    Path(packages, "yigui.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    say("making the paper's fonts (half a minute, once)")
    run(str(PYTHON), "-P", "-m", "forms.font_files")


def run(*command: str) -> None:
    """One step of the preparation; a failing one ends everything."""
    subprocess.run(command, check=True, env=environment(), stdin=subprocess.DEVNULL)


def say(line: str) -> None:
    """One line about what happens, beside the output of what is run."""
    print(f"dev: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"dev: {failed}")
    except KeyboardInterrupt:
        sys.exit(130)
