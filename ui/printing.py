"""Finished PDFs: drawn for the preview, sent to a printer where there is one, else kept as a file and opened."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

POINTS_PER_INCH = 72


def images(pdf: bytes, dots_per_inch: float) -> list[QImage]:
    """Every page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_image(page, dots_per_inch / POINTS_PER_INCH) for page in document]
    finally:
        document.close()


def _image(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale)
    picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
    return picture.copy()


def printer_name() -> str:
    """The default printer's name; empty when the machine has none."""
    return QPrinterInfo.defaultPrinter().printerName()


def to_printer(pdf: bytes) -> bool:
    """Send every page to the default printer; False when it does not take the job."""
    printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
    pages = images(pdf, 300)
    _fit(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for at, picture in enumerate(pages):
        if at:
            printer.newPage()
        painter.drawImage(QRect(0, 0, painter.viewport().width(), painter.viewport().height()), picture)
    return painter.end()


def _fit(printer: QPrinter, page: QImage) -> None:
    """Paper of the page's own size, lying or upright, without margins: the PDF has its own."""
    inches = (page.width() / 300, page.height() / 300)
    size = QPageSize(QPageSize.PageSizeId.A4 if max(inches) > 10 else QPageSize.PageSizeId.A5)
    lying = inches[0] > inches[1]
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def to_file(pdf: bytes, folder: Path, name: str) -> Path:
    """Keep the PDF under a name of its own; an earlier file of that name stays."""
    folder.mkdir(parents=True, exist_ok=True)
    at, path = 2, folder / f"{name}.pdf"
    while path.exists():
        path, at = folder / f"{name}-{at}.pdf", at + 1
    path.write_bytes(pdf)
    return path


def show_file(path: Path) -> None:
    """Open a kept PDF with whatever the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
