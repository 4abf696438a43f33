"""Cold and warm start of the training counter beside a bare Qt table-and-form window, seen from outside, in turns.

python -m tests.bench.startup [runs]      needs Linux and Xvfb

An X server without a screen keeps its picture in a file; a window counts as painted when its part of the picture has
more than two colours. Cold means that the pages of Python, its packages and this program were dropped before.
"""

from __future__ import annotations

import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT, HEADER = 1366, 768, 36
PATIENCE_S = 60.0

BARE = """
import sys
from PySide6.QtWidgets import *
app = QApplication([])
table = QTableWidget(200, 8)
for row in range(200):
    for column in range(8):
        table.setItem(row, column, QTableWidgetItem(f"案件 {row}-{column}"))
sheet = QWidget()
form = QFormLayout(sheet)
for field in range(20):
    form.addRow(f"欄位 {field}", QLineEdit())
both = QSplitter()
both.addWidget(table)
both.addWidget(sheet)
window = QMainWindow()
window.setCentralWidget(both)
window.resize(1366, 768)
window.show()
app.exec()
"""
# `yigui --demo` with a clerk who signs in the moment the sign-in is on the screen.
OURS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui import demo
from ui.main import Program
from ui.training import Training
app = QApplication([])
training = Training(Path(sys.argv[1]))
program = Program(training.profile, training)
program.shell.painted.connect(lambda: program.shell.signing_in.emit(demo.CLERK, demo.PIN))
program.show()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first painted window and to the counter itself, megabytes (PSS) when it stands."""

    painted: float
    counter: float
    memory: float


class Screen:
    """The picture an X server keeps in a file (XWD, four bytes a pixel)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        header = struct.unpack(">25I", path.read_bytes()[:100])
        self._start, self._line = header[0] + header[19] * 12, header[12]

    def colours(self, first: int, last: int) -> int:
        """How many colours these rows show, counted at every fourth pixel of every fourth row."""
        with self._path.open("rb") as file:
            file.seek(self._start + first * self._line)
            rows = file.read((last - first) * self._line)
        pixels = memoryview(rows[: len(rows) // 4 * 4]).cast("I")
        across = self._line // 4
        return len(
            {pixel for row in range(0, last - first, 4) for pixel in pixels[row * across : (row + 1) * across : 4]}
        )

    def painted(self) -> bool:
        """Whether a window is on the screen with something in it."""
        return self.colours(0, HEIGHT) > 2

    def headed(self) -> bool:
        """Whether the counter's top line is there: the sign-in has nothing so high up."""
        return self.colours(0, HEADER) > 2


@contextmanager
def screen() -> Iterator[tuple[Screen, str]]:
    """An X server of its own as long as the block lasts, and the display it found free."""
    with tempfile.TemporaryDirectory() as folder:
        size = f"{WIDTH}x{HEIGHT}x24"
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp", "-noreset"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            assert server.stdout is not None
            number = server.stdout.readline().decode().strip()
            try:
                yield Screen(Path(folder, "Xvfb_screen0")), f":{number}"
            finally:
                server.terminate()


def until(process: subprocess.Popen[bytes], reached: Callable[[], bool]) -> float:
    """The moment it was reached, looked for every few milliseconds while the process lives."""
    end = time.perf_counter() + PATIENCE_S
    while not reached():
        if process.poll() is not None or time.perf_counter() > end:
            raise SystemExit(f"{process.args!r:.60} did not get there (exit status {process.returncode})")
        pause(process, 0.004)
    return time.perf_counter()


def pause(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Lets it work, unless it ends before."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def start(shown: Screen, display: str, program: str, counter: Callable[[], bool]) -> Start:
    """Starts the program, watches it until the counter stands, weighs and ends it."""
    asked = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        begun = time.perf_counter()
        with subprocess.Popen([sys.executable, "-c", program, home], env=asked, stderr=subprocess.DEVNULL) as process:
            painted = until(process, shown.painted) - begun
            stands = until(process, counter) - begun
            pause(process, 1.0)
            memory = pss(process.pid)
            process.terminate()
    return Start(painted, stands, memory)


def pss(process: int) -> float:
    """Megabytes this process takes, shared pages counted in part."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


def drop_pages() -> None:
    """Makes the next start read Python, the packages and this program from the disk again."""
    for root in {Path(sys.prefix), Path(sys.base_prefix, "lib"), ROOT / "app", ROOT / "ui", ROOT / "resources"}:
        for path in root.rglob("*"):
            if path.is_file() and not path.is_symlink():
                number = os.open(path, os.O_RDONLY)
                os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(number)


def said(name: str, ours: list[float], bare: list[float], unit: str) -> None:
    """One line: both medians with their spread, and their ratio."""
    mine, floor = statistics.median(ours), statistics.median(bare)
    spread = f"({min(ours):.2f}…{max(ours):.2f})"
    print(f"{name:24} {mine:8.2f} {unit} {spread:16} bare {floor:8.2f} {unit}   ratio {mine / floor:5.2f}", flush=True)


def main(runs: int) -> None:
    for temper in ("cold", "warm"):
        with screen() as (shown, display):
            ours: list[Start] = []
            bare: list[Start] = []
            for _ in range(runs):
                for taken, program, counter in ((bare, BARE, shown.painted), (ours, OURS, shown.headed)):
                    if temper == "cold":
                        drop_pages()
                    taken.append(start(shown, display, program, counter))
        said(f"{temper}: first window", [one.painted for one in ours], [one.painted for one in bare], "s")
        said(f"{temper}: signed in, counter", [one.counter for one in ours], [one.painted for one in bare], "s")
        said(f"{temper}: memory (PSS)", [one.memory for one in ours], [one.memory for one in bare], "MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
