"""What a copied or searched character of our PDFs is: ReportLab's own table breaks every code point above U+FFFF.

Installed once, at import of `forms.fonts`.  It also lets a shaped glyph stand for a piece of text of its own: such a
glyph is drawn under a private code (`code_for`), and this table gives the text back.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from reportlab.pdfbase import ttfonts

_FIRST_PRIVATE = 0x100000  # plane 16; plane 15 holds the private characters of the CNS 11643 fonts
_BLOCK = 100  # a bfchar block of a CMap holds at most 100 lines (PDF 32000-1, 9.10.3)

_codes: dict[tuple[str, int, str, float], int] = {}
_texts: dict[int, str] = {}
_next_code = count(_FIRST_PRIVATE)


def code_for(face: str, glyph: int, text: str, width: float) -> int:
    """The private code point under which `glyph`, `width` per mille wide, stands for `text` (which may be empty)."""
    key = (face, glyph, text, width)
    if key not in _codes:
        _codes[key] = next(_next_code)
        _texts[_codes[key]] = text
    return _codes[key]


def to_unicode_cmap(fontname: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of one subset: its codes 0, 1, … in order stand for the code points of `subset`."""
    lines = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset)]
    blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def\n"
        f"/CMapName /{fontname} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def install() -> None:
    """Make every TrueType font ReportLab writes from now on carry this table."""
    ttfonts.makeToUnicodeCMap = to_unicode_cmap


def _utf16(point: int) -> str:
    text = _texts.get(point, chr(point))
    return text.encode("utf-16-be").hex().upper()
