"""How the tests read a PDF back, each time with a program that did not write it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from pathlib import Path

import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """One word as poppler sees it, in millimetres from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: Word) -> bool:
        """Whether the ink of two words may touch: their boxes, less what fonts reserve above and below."""
        slack = 0.28 * min(self.bottom - self.top, other.bottom - other.top)
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.3
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 2 * slack
        )


def poppler_text(pdf: bytes) -> str:
    return _poppler(["pdftotext", "-layout", "-", "-"], pdf).decode()


def pypdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def page_count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def words(pdf: bytes) -> Iterator[tuple[float, float, list[Word]]]:
    """Each page's width and height in mm, and its words."""
    for width, height, body in _PAGE.findall(_poppler(["pdftotext", "-bbox", "-", "-"], pdf).decode()):
        found = [_word(*word) for word in _WORD.findall(body)]
        yield float(width) / MM, float(height) / MM, found


def misplaced(pdf: bytes, margin: float = 5.0) -> list[str]:
    """Words outside the margin or one upon another; what slants (the void mark) is not looked at."""
    faults: list[str] = []
    for width, height, found in words(pdf):
        level = [word for word in found if word.text not in {"作", "廢", "作廢"}]
        for word in level:
            if word.left < margin or word.right > width - margin or word.top < margin or word.bottom > height - margin:
                faults.append(f"outside: {word}")
        faults += [f"overlap: {one} {two}" for one, two in combinations(level, 2) if one.overlaps(two)]
    return faults


def sound(pdf: bytes, folder: Path) -> bool:
    """Whether qpdf finds nothing wrong with the file's structure."""
    (folder / "checked.pdf").write_bytes(pdf)
    return subprocess.run(["qpdf", "--check", folder / "checked.pdf"], capture_output=True, check=False).returncode == 0


def codes(pdf: bytes, folder: Path, page: int = 1) -> dict[str, list[str]]:
    """Every symbol zxing finds on the page printed at 300 dpi, by format."""
    image = _poppler(["pdftoppm", "-r", "300", "-gray", "-f", str(page), "-l", str(page), "-"], pdf)
    (folder / "page.pgm").write_bytes(image)
    found: dict[str, list[str]] = {}
    for symbol in zxingcpp.read_barcodes(Image.open(folder / "page.pgm")):
        found.setdefault(str(symbol.format), []).append(symbol.text)
    return found


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font the pages name, and whether its file is inside the PDF."""
    found: dict[str, bool] = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        named = resources["/Font"].get_object()
        assert isinstance(named, DictionaryObject)
        for font in (entry.get_object() for entry in named.values()):
            assert isinstance(font, DictionaryObject)
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    return Word(float(left) / MM, float(top) / MM, float(right) / MM, float(bottom) / MM, text)


def _poppler(command: list[str], pdf: bytes) -> bytes:
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
