"""Finished PDFs: drawn for the preview, sent to a printer where there is one, else kept as a file and opened."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Protocol

import pypdfium2
from PySide6.QtCore import QPoint, QRect, QSizeF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.files import write_secret

POINTS_PER_INCH, PRINT_DOTS = 72, 300
NO_DESKTOP = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs"})
_pdfium = Lock()  # PDFium serves one thread at a time


class PrintFailed(Exception):
    """The printer did not take the paper."""


class Device(Protocol):
    """Whatever puts a PDF on paper, off the window's thread."""

    @property
    def name(self) -> str: ...

    def send(self, pdf: bytes, title: str) -> None:
        """Raises PrintFailed when it does not take the job."""


@dataclass(frozen=True, slots=True)
class SystemPrinter:
    """A printer of this machine, through its spooler: a job taken is one the machine will print."""

    info: QPrinterInfo

    @property
    def name(self) -> str:
        return self.info.printerName()

    def send(self, pdf: bytes, title: str) -> None:
        if self.info.state() == QPrinter.PrinterState.Error:
            raise PrintFailed(f"{self.name} is stopped")
        printer = QPrinter(self.info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        paint(printer, pdf)


def system_printer() -> Device | None:
    """The machine's default printer, if it has one."""
    info = QPrinterInfo.defaultPrinter()
    return None if info.isNull() else SystemPrinter(info)


def images(pdf: bytes, dots_per_inch: float, *, grey: bool = False) -> list[QImage]:
    """Every page as a picture; papers are black and grey, so `grey` loses nothing and takes a third of the room."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_image(page, dots_per_inch / POINTS_PER_INCH, grey) for page in document]
        finally:
            document.close()


def _image(page: pypdfium2.PdfPage, scale: float, grey: bool) -> QImage:
    bitmap = page.render(scale=scale, grayscale=grey)
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_BGR888
    return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind).copy()


def paint(printer: QPrinter, pdf: bytes) -> None:
    """Every page on paper of the PDF's own size; raises PrintFailed when the printer does not take it."""
    pages = images(pdf, PRINT_DOTS, grey=True)
    _lay(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(f"{printer.printerName() or printer.outputFileName()} takes no job")
    taken = all(_page(painter, printer, at, picture) for at, picture in enumerate(pages))
    if not painter.end() or not taken or printer.printerState() == QPrinter.PrinterState.Error:
        raise PrintFailed(f"{printer.printerName() or printer.outputFileName()} broke off")


def _lay(printer: QPrinter, page: QImage) -> None:
    """Paper of the PDF's own size, whole, as the PDF has margins; a printer without it keeps its own, upright.

    Size and way are asked for one by one: a layout without margins is refused by every printer that needs some.
    """
    short, long = sorted((page.width() / PRINT_DOTS * 25.4, page.height() / PRINT_DOTS * 25.4))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = printer.setPageSize(size) and page.width() > page.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def _page(painter: QPainter, printer: QPrinter, at: int, picture: QImage) -> bool:
    """At its true size, or smaller where the paper is; never stretched, so that codes stay readable."""
    if at and not printer.newPage():
        return False
    room, size = painter.viewport().size(), picture.size() * (printer.resolution() / PRINT_DOTS)
    if size.width() > room.width() or size.height() > room.height():
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(QPoint(0, 0), size), picture)
    return True


def to_file(pdf: bytes, folder: Path, name: str) -> Path:
    """Keep the PDF, whole and on the disk, for its owner only; an earlier file of that name stays. Raises OSError."""
    for at in count(1):
        path = folder / (f"{name}.pdf" if at == 1 else f"{name}-{at}.pdf")
        if not path.exists():
            write_secret(path, pdf)
            return path
    raise AssertionError


def show_file(path: Path) -> None:
    """Open a kept PDF with whatever the desktop has for it; without a desktop it just stays."""
    if QGuiApplication.platformName() not in NO_DESKTOP:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
