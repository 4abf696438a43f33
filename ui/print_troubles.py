"""What the clerk is told when a paper did not come out: what happened, what is safe, what to do, and a code."""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import Message
from forms.fonts import NoGlyph
from ui.paperwork import Paper
from ui.printing import PrintFailed

NAMES = {
    "receipt": Message("規費收據", "Receipt"),
    "notice": Message("一次告知單", "One-time notice"),
    "slip": Message("收件憑證", "Arrival slip"),
}
NO_GLYPH, NOT_KEPT, NOT_TAKEN, NOT_DRAWN = "P-101", "P-102", "P-103", "P-104"
SENTENCES: Mapping[str, Message] = {
    NO_GLYPH: Message(
        "{paper} {about} 沒有印出：沒有字型能印 {why} 這個字。案件與號碼都已保存，其他文件照常。"
        "請安裝全字庫字型後按 Ctrl+P 重印。",
        "{paper} {about} was not printed: no font can draw {why}. Case and number are saved, other papers go on. "
        "Install the TW-Sung fonts, then press Ctrl+P.",
    ),
    NOT_KEPT: Message(
        "{paper} {about} 無法存成檔案。案件與號碼都已保存。請檢查磁碟空間與資料夾權限後按 Ctrl+P 重印。",
        "{paper} {about} could not be kept as a file. Case and number are saved. Check the disk's space and the "
        "folder's permissions, then press Ctrl+P.",
    ),
    NOT_TAKEN: Message(
        "無法列印{paper} {about}。案件與號碼都已保存。請檢查印表機與紙張後按 Ctrl+P 重印。",
        "{paper} {about} could not be printed. Case and number are saved. Check printer and paper, then press Ctrl+P.",
    ),
    NOT_DRAWN: Message(
        "{paper} {about} 無法製作。案件與號碼都已保存。請按 Ctrl+P 再試一次；仍不行請把代碼告訴管理者。",
        "{paper} {about} could not be made. Case and number are saved. Press Ctrl+P to try again; if it fails again, "
        "tell the administrator the code.",
    ),
}


def code_of(error: Exception) -> str:
    """The help-desk code of what went wrong."""
    match error:
        case NoGlyph():
            return NO_GLYPH
        case PrintFailed():
            return NOT_TAKEN
        case OSError():
            return NOT_KEPT
        case _:
            return NOT_DRAWN


def sentence(paper: Paper, error: Exception) -> Message:
    """The sentence about this paper, with the code point of a character that no font has."""
    why = f"U+{ord(error.character):04X}" if isinstance(error, NoGlyph) else ""
    told, name = SENTENCES[code_of(error)], NAMES[paper.kind]
    return Message(
        told.zh.format(paper=name.zh, about=paper.about, why=why),
        told.en.format(paper=name.en, about=paper.about, why=why),
    )
