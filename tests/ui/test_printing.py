"""A paper goes to the printer or into a file, each attempt is noted, and what fails touches no number and says so."""

from __future__ import annotations

import resource
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, get_ident

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.day.counter import CLERK, counter
from tests.ui.office_papers import RARE, accept, birth, checked, codes, paid
from ui import paperwork, printing
from ui.desk import Desk
from ui.paperwork import Paper
from ui.printer import FAILED, PRINTED, SAVED, Printer
from ui.printing import PrintFailed
from ui.worker import Worker

UNDRAWABLE = "\U0010fffd"  # private use: no font we ship or look for has it


@dataclass
class Tray:
    """A printer that keeps what it is given, or refuses it."""

    name: str = "tray"
    jammed: bool = False
    taken: list[bytes] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    wait: Event = field(default_factory=Event)

    def send(self, pdf: bytes, title: str) -> None:
        self.threads.add(get_ident())
        self.wait.wait(10)
        if self.jammed:
            raise PrintFailed("jam")
        self.taken.append(pdf)


class Shop:
    """A printer at an office, with what ended so far."""

    def __init__(self, office: Office, folder: Path, find: Callable[[], printing.Device | None]) -> None:
        self.office, self.desk, self.worker = office, Desk(office), Worker()
        self.folder = folder
        self.printer = Printer(self.desk, self.worker, folder, find)
        self.ended: list[tuple[str, str, str, str]] = []
        self.printer.ended.connect(self._ended)

    def _ended(self, paper: Paper, outcome: str, told: str, code: str) -> None:
        self.ended.append((paper.about, outcome, told, code))

    def receipt(self, name: str = RARE) -> Paper:
        """A paid case's receipt."""
        case = birth(self.office, name=name)
        accept(self.office, case)
        row = self.office.receipt(paid(self.office, case))
        assert row is not None
        return paperwork.receipt(self.office, row)

    def print(self, paper: Paper) -> tuple[str, str, str]:
        """Outcome, what was told, code."""
        self.printer.print_paper(paper)
        self.printer.finish()
        return self.ended[-1][1:]

    def noted(self, about: str) -> list[tuple[str, int, str, str | None]]:
        return [(row.paper, row.copy, row.outcome, row.code) for row in self.office.print_attempts(about)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with counter(tmp_path_factory.mktemp("counter")) as made:
        yield made.office


@pytest.fixture
def tray() -> Tray:
    made = Tray()
    made.wait.set()
    return made


@pytest.fixture
def shop(qtbot: QtBot, office: Office, tmp_path: Path) -> Shop:
    """Without a printer."""
    return Shop(office, tmp_path / "papers", lambda: None)


@pytest.fixture
def print_shop(qtbot: QtBot, office: Office, tmp_path: Path, tray: Tray) -> Shop:
    return Shop(office, tmp_path / "papers", lambda: tray)


# Without a printer ------------------------------------------------------------------------------------------------


def test_without_a_printer_the_paper_is_kept_for_its_owner_only(shop: Shop) -> None:
    paper = shop.receipt()
    outcome, told, code = shop.print(paper)
    assert (outcome, code) == (SAVED, "")
    kept = Path(told)
    assert kept == shop.folder / f"receipt-{paper.about}.pdf"
    assert len(PdfReader(kept).pages) == 3
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in shop.folder.iterdir()] == [kept.name]
    assert shop.noted(paper.about) == [("receipt", 0, SAVED, None)]


def test_the_second_print_is_a_copy_in_a_file_of_its_own(shop: Shop) -> None:
    paper = shop.receipt()
    first = Path(shop.print(paper)[1]).read_bytes()
    row = shop.office.receipt(int(paper.about.rpartition("-")[2]))
    assert row is not None
    shop.print(paperwork.receipt(shop.office, row))
    names = sorted(path.name for path in shop.folder.iterdir())
    assert names == [f"receipt-{paper.about}-2.pdf", f"receipt-{paper.about}.pdf"]
    assert (shop.folder / names[1]).read_bytes() == first
    assert [copy for _, copy, _, _ in shop.noted(paper.about)] == [0, 1]


def test_a_folder_that_takes_nothing_leaves_the_number_and_says_what_to_do(shop: Shop) -> None:
    shop.folder.write_bytes(b"")  # a file where the folder should be: no one, not even root, can write into it
    paper, before = shop.receipt(), shop.office.till().next_number
    outcome, told, code = shop.print(paper)
    assert (outcome, code) == (FAILED, "P-102")
    assert paper.about in told
    assert "已保存" in told
    assert "Ctrl+P" in told
    assert shop.office.till().next_number == before
    assert shop.noted(paper.about) == [("receipt", 0, FAILED, "P-102")]


def test_a_paper_too_large_for_what_is_left_leaves_no_half_one(shop: Shop) -> None:
    paper = shop.receipt()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    shop.printer.finish()
    made = paperwork.pdf(paper.value)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(made) // 2, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            printing.to_file(made, shop.folder, "receipt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(shop.folder.glob("*.pdf"))


def test_a_character_no_font_has_is_told_and_the_rest_goes_on(shop: Shop) -> None:
    bad, good = shop.receipt(f"王{UNDRAWABLE}"), shop.receipt()
    outcome, told, code = shop.print(bad)
    assert (outcome, code) == (FAILED, "P-101")
    assert "U+10FFFD" in told
    assert shop.print(good)[0] == SAVED
    assert shop.noted(bad.about) == [("receipt", 0, FAILED, "P-101")]


# With a printer ---------------------------------------------------------------------------------------------------


def test_a_printer_gets_the_paper_off_the_windows_thread(print_shop: Shop, tray: Tray) -> None:
    paper = print_shop.receipt()
    assert print_shop.print(paper) == (PRINTED, "tray", "")
    assert len(tray.taken) == 1
    assert get_ident() not in tray.threads
    assert print_shop.noted(paper.about) == [("receipt", 0, PRINTED, None)]
    assert not print_shop.folder.exists()


def test_a_jam_can_be_printed_again_as_the_original(print_shop: Shop, tray: Tray) -> None:
    paper = print_shop.receipt()
    tray.jammed = True
    outcome, told, code = print_shop.print(paper)
    assert (outcome, code) == (FAILED, "P-103")
    assert "紙張" in told
    tray.jammed = False
    row = print_shop.office.receipt(int(paper.about.rpartition("-")[2]))
    assert row is not None
    again = paperwork.receipt(print_shop.office, row)
    assert again == paper
    print_shop.print(again)
    assert [outcome for _, _, outcome, _ in print_shop.noted(paper.about)] == [FAILED, PRINTED]


def test_a_printer_that_hangs_holds_up_no_preview(print_shop: Shop, tray: Tray, qtbot: QtBot) -> None:
    paper = print_shop.receipt()
    tray.wait.clear()
    print_shop.printer.print_paper(paper)
    drawn: list[object] = []
    print_shop.printer.draw(paper.value, 72, drawn.append)
    qtbot.waitUntil(lambda: bool(drawn))
    assert not tray.taken
    tray.wait.set()
    print_shop.printer.finish()
    assert len(tray.taken) == 1


def test_the_attempt_bears_the_name_of_who_asked(print_shop: Shop, tray: Tray) -> None:
    paper = print_shop.receipt()
    print_shop.printer.print_paper(paper)
    clerk = print_shop.office.clerk
    print_shop.office.sign_out()
    print_shop.printer.finish()
    assert print_shop.noted(paper.about) == [("receipt", 0, PRINTED, None)]
    newest = print_shop.office.newest(f"T-{print_shop.office.settings.till}", "print.attempted")
    assert newest is not None
    assert clerk is not None
    assert newest.clerk == clerk.code == CLERK
    print_shop.office.sign_in(CLERK, "246810")


# Qt's own printer -------------------------------------------------------------------------------------------------


class OnlyA4(QPrinter):
    """A printer that has no other paper than A4."""

    def setPageSize(self, size: QPageSize | QPageSize.PageSizeId | QSize) -> bool:
        return isinstance(size, QPageSize) and size.id() == QPageSize.PageSizeId.A4 and super().setPageSize(size)


def to_pdf(path: Path, made: bytes, printer: QPrinter | None = None) -> bytes:
    """What a real printer gets, kept by Qt as a PDF."""
    printer = printer or QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printing.paint(printer, made)
    return path.read_bytes()


def test_every_page_comes_out_in_its_own_size_and_its_codes_still_read(shop: Shop, tmp_path: Path) -> None:
    paper = shop.receipt()
    made = paperwork.pdf(paper.value)
    printed = to_pdf(tmp_path / "out.pdf", made)
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == 3
    wide, high = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    assert (wide / 72 * 25.4, high / 72 * 25.4) == pytest.approx((210, 148), abs=1.5)
    assert dict(codes(printed)) == dict(codes(made))


def test_the_slip_comes_out_upright_and_its_barcode_reads(shop: Shop, tmp_path: Path) -> None:
    case = birth(shop.office, "vi")
    accept(shop.office, case)
    slip = paperwork.slip(shop.office, checked(shop.office, case))
    printed = to_pdf(tmp_path / "slip.pdf", paperwork.pdf(slip.value))
    page = PdfReader(tmp_path / "slip.pdf").pages[0]
    assert float(page.mediabox.height) > float(page.mediabox.width)
    assert dict(codes(printed))["Code 128"] == case


def test_on_larger_paper_it_keeps_its_size(shop: Shop, tmp_path: Path) -> None:
    printer = OnlyA4(QPrinter.PrinterMode.HighResolution)
    printed = to_pdf(tmp_path / "out.pdf", paperwork.pdf(shop.receipt().value), printer)
    page = printing.images(printed, 72, grey=True)[0]
    assert (page.width(), page.height()) == pytest.approx((595, 842), abs=2)
    lower = page.copy(0, 148 * 842 // 297 + 2, page.width(), page.height() // 2 - 10)
    assert {lower.pixelColor(x, y).value() for x in range(0, 590, 5) for y in range(0, 400, 5)} == {255}


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_job_is_told(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed):
        to_pdf(tmp_path / "no such folder" / "out.pdf", paperwork.pdf(shop.receipt().value))
