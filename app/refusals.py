"""What a refused command says to the clerk: a help-desk code and one sentence in both languages for every rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.refusal import Refusal
from app.errors import Message


class Sentence(NamedTuple):
    """What is shown: the code, and the sentence in Chinese and English."""

    code: str
    zh: str
    en: str


SENTENCES: Mapping[str, tuple[str, Message]] = {
    "not-signed-in": ("A-101", Message("尚未登入。請先登入。", "Nobody is signed in. Sign in first.")),
    "sign-in": (
        "A-102",
        Message("代號或密碼不符。請再輸入一次。", "The code or PIN does not match. Type them again."),
    ),
    "locked-out": (
        "A-103",
        Message(
            "連續五次不符，暫停登入至 {until}。案件都在，其他承辦人可以登入。",
            "Five wrong tries in a row; sign-in is paused until {until}. All cases are safe and others may sign in.",
        ),
    ),
    "role": ("A-104", Message("您的角色不能辦這一項。請由承辦人辦理。", "Your role may not do this. Ask a clerk.")),
    "approver-needed": (
        "A-105",
        Message(
            "這一項需要主管簽核。請主管在本機輸入代號與密碼。",
            "A supervisor must sign this. Let the supervisor enter code and PIN here.",
        ),
    ),
    "approval-needed": (
        "A-106",
        Message(
            "依法須經核准（{levels}）。請核准人在本機輸入代號與密碼。",
            "The law asks for approval ({levels}). Let the approver enter code and PIN here.",
        ),
    ),
    "not-now": (
        "C-101",
        Message(
            "案件目前的狀態不能做這一步，資料沒有改變。",
            "The case is not at a stage for this step; nothing was changed.",
        ),
    ),
    "reason-needed": (
        "C-102",
        Message(
            "上次的一次告知單沒有要求這份文件。若確有必要，請輸入原因，並會列入統計。",
            "The notice given before did not ask for this paper. If it is needed all the same, say why; it is counted.",
        ),
    ),
    "unknown-language": (
        "C-116",
        Message("沒有這個語言的告知單：{language}。", "There is no notice in this language: {language}."),
    ),
    "nothing-missing": ("C-103", Message("沒有缺件，不必開一次告知單。", "Nothing is missing; no notice is needed.")),
    "not-acceptable": (
        "C-104",
        Message(
            "依目前的資料還不能受理。請看右側的原因；可開一次告知單，資料都已保存。",
            "It cannot be accepted as it stands. See the reasons on the right; a notice can be given, all is saved.",
        ),
    ),
    "questions-open": (
        "C-105",
        Message("還有案情未回答。請按 F3 前往。", "Some questions are not answered yet. Press F3 to go there."),
    ),
    "reference-needed": (
        "C-106",
        Message("辦結需要戶役政系統的案號。", "Completion needs the national register's reference."),
    ),
    "unknown-service": ("C-107", Message("沒有這個服務項目：{service}。", "There is no such service: {service}.")),
    "unknown-fact": ("C-108", Message("沒有這個案情項目：{fact}。", "There is no such question: {fact}.")),
    "bad-answer": (
        "C-117",
        Message(
            "這個回答不可能（例如將來的出生日期、沒有的行政區），沒有存檔。其他資料都在。請更正後再按 Enter。",
            "This answer cannot be (a birth date to come, a district there is not) and was not kept. All else is safe. "
            "Correct it and press Enter again.",
        ),
    ),
    "unknown-fee": ("C-109", Message("沒有這個規費項目：{fee}。", "There is no such fee: {fee}.")),
    "unknown-paper": ("C-115", Message("沒有這種文件：{document}。", "There is no such paper: {document}.")),
    "unknown-visit": (
        "C-110",
        Message("本機沒有這次臨櫃的資料：{visit}。", "This station has no such visit: {visit}."),
    ),
    "unknown-case": (
        "C-111",
        Message(
            "本機沒有這件案件：{case}。連線後會自動取得。",
            "This station has no such case: {case}. It arrives by itself once a line is up.",
        ),
    ),
    "visit-closed": ("C-112", Message("這次臨櫃已結束。請另開新案。", "This visit is closed. Open a new one.")),
    "visit-paid": (
        "C-114",
        Message(
            "這次臨櫃已收費，一次臨櫃只開一張收據。請先完成這一位，再另開新案。",
            "This visit is paid, and a visit has one receipt. Finish it, then open a new one.",
        ),
    ),
    "unknown-scan": (
        "S-101",
        Message(
            "認不得這個條碼，沒有任何改變。請再掃一次或用鍵盤輸入。",
            "This code is not known; nothing was changed. Scan again or type it.",
        ),
    ),
    "scan-forged": (
        "S-102",
        Message(
            "這張預審單的簽章不符或不是本所開立。請當面重新檢核文件。",
            "The signature on this pre-review is not from this office. Check the papers afresh.",
        ),
    ),
    "scan-expired": (
        "S-103",
        Message(
            "這張預審單不是今天的。請當面重新檢核文件。", "This pre-review is not of today. Check the papers afresh."
        ),
    ),
    "scan-used": (
        "S-104",
        Message(
            "這張預審單已經用過。請確認是否同一位民眾。", "This pre-review was used already. Is it the same person?"
        ),
    ),
    "scan-other-catalogue": (
        "S-105",
        Message(
            "這張告知單是依另一版目錄開立的。請用案件號碼尋找，或依單上所列文件重新檢核。",
            "This notice is from another catalogue version. Find the case by number, or check the papers listed.",
        ),
    ),
    "cases-open": (
        "M-101",
        Message("還有案件未完成檢核或簽名：{cases}。", "Some cases are not checked or signed yet: {cases}."),
    ),
    "money-due": (
        "M-113",
        Message(
            "還有案件未收費：{cases}。請先收費；民眾不辦了就先退件。",
            "Not paid yet: {cases}. Take the fee first, or end the case if the citizen withdraws.",
        ),
    ),
    "nothing-due": ("M-102", Message("沒有應收的規費。", "No fee is due.")),
    "too-little": (
        "M-103",
        Message("實收 {tendered} 元少於應收 {total} 元。", "NT${tendered} is less than NT${total} due."),
    ),
    "no-change": (
        "M-104",
        Message("電子支付不找零，請收剛好的金額。", "Only cash gives change; take the exact amount."),
    ),
    "no-shift": ("M-105", Message("尚未開班。請先點收零用金。", "No shift is open. Count the float first.")),
    "other-shift": (
        "M-106",
        Message(
            "錢箱目前由 {clerk} 負責。請先點交再收款。", "The drawer is {clerk}'s responsibility. Hand it over first."
        ),
    ),
    "no-numbers": (
        "M-107",
        Message(
            "收據號碼用完。案件已保存；請改用紙本收據，事後補登。",
            "No receipt numbers are left. The case is saved; use the paper book and enter it afterwards.",
        ),
    ),
    "fee-unset": (
        "M-108",
        Message(
            "本所尚未設定「{fee}」的金額，不能收款。請主管設定後再收。",
            "This office has not set the amount of “{fee}”. A supervisor must set it first.",
        ),
    ),
    "bad-text": (
        "C-113",
        Message(
            "輸入的文字含有無法保存的字元（可能是貼上時帶入的控制碼或不完整的字）。請刪除後重新輸入；資料沒有改變。",
            "The text holds characters that cannot be kept, such as a control code pasted with it or half a character. "
            "Delete and type it again; nothing was changed.",
        ),
    ),
    "bad-number": ("M-109", Message("數字不正確：{value}。", "Not a proper number: {value}.")),
    "already-void": ("M-110", Message("收據 {number} 已作廢。", "Receipt {number} is void already.")),
    "shift-settled": (
        "M-111",
        Message(
            "收據 {number} 不屬於目前這一班，不能作廢。",
            "Receipt {number} is not of the running shift; it cannot be voided.",
        ),
    ),
    "unknown-receipt": ("M-112", Message("本錢箱沒有收據 {number}。", "This till has no receipt {number}.")),
}


def sentence(refusal: Refusal) -> Sentence:
    """The refusal in words; its details are codes and numbers, never personal data."""
    code, message = SENTENCES[refusal.code]
    details = {name: str(value) for name, value in refusal.details.items()}
    return Sentence(code, message.zh.format(**details), message.en.format(**details))
