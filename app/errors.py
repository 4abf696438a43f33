"""What can go wrong, each with a code for the help desk and a sentence: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Message(NamedTuple):
    """One sentence in both languages; `{names}` are filled in by the error and never hold personal data."""

    zh: str
    en: str


MESSAGES: Mapping[str, Message] = {
    "D-101": Message(
        "磁碟已滿，這一步沒有寫入。先前的資料都在。請清出空間後再做一次；在此之前請改用紙本。",
        "The disk is full and this step was not written. Everything before it is safe. Free some space and do it "
        "again; use paper until then.",
    ),
    "D-102": Message(
        "資料檔是唯讀的，這一步沒有寫入。先前的資料都在。請管理員檢查資料夾權限與磁碟。",
        "The data file is read-only and this step was not written. Everything before it is safe. Ask the administrator "
        "to check the folder's permissions and the disk.",
    ),
    "D-103": Message(
        "磁碟讀寫失敗，這一步沒有寫入。已完成的步驟不受影響。請勿關機，通知管理員檢查磁碟。",
        "The disk failed to read or write and this step was not written. Finished steps are safe. Leave the machine on "
        "and have the administrator check the disk.",
    ),
    "D-104": Message(
        "金鑰與資料檔不符，無法開啟。資料沒有改變。請確認設定檔資料夾中的金鑰屬於這個資料檔。",
        "The key does not open this data file. Nothing was changed. Check that the key in the profile folder belongs "
        "to this file.",
    ),
    "D-105": Message(
        "資料檔正由另一個程式使用，這一步沒有寫入。先前的資料都在。請關閉另一個視窗後再做一次。",
        "Another program is using the data file and this step was not written. Everything before it is safe. Close the "
        "other window and do it again.",
    ),
    "D-106": Message(
        "資料檔已損壞。請停止作業、保留原檔，通知管理員由備份還原；已送達中央的資料仍在中央。",
        "The data file is damaged. Stop work, keep the file as it is, and have the administrator restore a back-up; "
        "what central acknowledged is safe there.",
    ),
    "D-107": Message(
        "無法開啟資料檔。資料沒有改變。請管理員確認資料夾存在且可以寫入。",
        "The data file cannot be opened. Nothing was changed. Ask the administrator whether the folder exists and can "
        "be written.",
    ),
    "D-108": Message(
        "與資料庫伺服器的連線中斷，這一步沒有寫入。已完成的步驟不受影響。請稍後再試。",
        "The database server cannot be reached and this step was not written. Finished steps are safe. Try again "
        "shortly.",
    ),
    "J-101": Message(
        "{subject} 已被另一個視窗或站先更新（第 {version} 版），這一步沒有寫入。請重新開啟後再做一次。",
        "{subject} was changed elsewhere first (version {version}) and this step was not written. Open it again and "
        "repeat the step.",
    ),
    "J-201": Message(
        "站 {station} 的第 {number} 筆與本處保存的內容不同，整批未收。兩份資料都保留。請勿重送，通知中央處理。",
        "Entry {number} of station {station} differs from the one held here; nothing of the batch was taken in. Both "
        "copies are kept. Do not send again; central must look at it.",
    ),
    "J-202": Message(
        "站 {station} 應接第 {expected} 筆，卻收到第 {number} 筆，整批未收。沒有資料遺失，系統會從缺的一筆重送。",
        "Station {station}: entry {number} came where {expected} was due; nothing of the batch was taken in. Nothing "
        "is lost; sending resumes at the missing entry.",
    ),
    "J-203": Message(
        "站 {station} 的第 {number} 筆驗證不符（{why}），整批未收。本處資料不受影響。請通知中央處理。",
        "Entry {number} of station {station} does not verify ({why}); nothing of the batch was taken in. What is held "
        "here is safe. Central must look at it.",
    ),
    "J-204": Message(
        "站 {station} 的第 {number} 筆屬於另一戶所（{office}），整批未收。本處資料不受影響。請通知中央處理。",
        "Entry {number} of station {station} belongs to another office ({office}); nothing of the batch was taken in. "
        "What is held here is safe. Central must look at it.",
    ),
    "K-101": Message(
        "找不到金鑰檔 {name}，無法開啟資料。資料沒有改變。請由備份放回金鑰檔。",
        "The key file {name} is missing, so the data cannot be opened. Nothing was changed. Put the key file back from "
        "its back-up.",
    ),
    "K-102": Message(
        "金鑰檔 {name} 的內容不正確。資料沒有改變。請由備份放回金鑰檔。",
        "The key file {name} does not hold a key. Nothing was changed. Put the key file back from its back-up.",
    ),
}  # fmt: skip


class OfficeError(Exception):
    """A trouble that people are told about: `code` for the help desk, `zh` and `en` to read aloud."""

    def __init__(self, code: str, **details: object) -> None:
        message = MESSAGES[code]
        self.code = code
        self.details = details
        self.zh = message.zh.format(**details)
        self.en = message.en.format(**details)
        super().__init__(f"{code}: {self.en}")
