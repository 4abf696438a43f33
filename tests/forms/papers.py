"""Made-up papers for the tests: short and long, in every language a citizen may choose."""

from __future__ import annotations

from dataclasses import replace

from forms.notice import ZH, MissingText, NoticePaper, NoticeSide, NoticeWords
from forms.receipt import ReceiptLine, ReceiptPaper
from forms.slip import ZH as SLIP_ZH
from forms.slip import SlipPaper, SlipSide, SlipWords, progress_link

LONG_NAME = "𠮷堃𡍼·Kʉlʉ ’Ayo ^Pasiyana 瓦歷斯諾幹伊斯瑪哈單布農達西烏拉彎"

_LINES = (
    ReceiptLine(name="換領戶口名簿", law="戶政規費收費標準第2條", unit_price=30, quantity=1, amount=30),
    ReceiptLine(name="現戶戶籍謄本", law="戶政規費收費標準第2條", unit_price=15, quantity=2, amount=30),
    ReceiptLine(
        name="英文戶籍謄本（全戶，含記事，第一份）",
        law="戶政規費收費標準第3條第1項第2款",
        unit_price=100,
        quantity=1,
        amount=115,
    ),
)


def receipt(lines: int = 2, code: str = "Y1." + "A" * 180) -> ReceiptPaper:
    chosen = tuple(_LINES[index % len(_LINES)] for index in range(lines))
    total = sum(line.amount for line in chosen)
    return ReceiptPaper(
        office="高雄市○○戶政事務所",
        number="K03-0001215",
        issued="115年2月3日　10:46",
        payer="李○○",
        cases=("K03-1150203-0042　出生登記",),
        till="櫃檯 3（K03）",
        lines=chosen,
        total=total,
        method="現金",
        tendered=total + 40,
        change=40,
        clerk="王○○",
        cashier="黃○○",
        code=code,
    )


_ZH = NoticeSide(
    words=ZH,
    applicant="陳○○　E1****6782",
    service="出生登記",
    promise="還缺 2 件。帶齊這 2 件就能完成，不會再要求其他文件。",
    missing=(
        MissingText(
            name="戶口名簿正本",
            reason="每件登記都要查驗正本",
            law="戶籍法施行細則第21條",
            substitute="遺失可當場補領，30 元",
        ),
        MissingText(name="取用中文姓名聲明書", reason="母親為外國人，孩子取中文姓名", law="姓名條例第1條"),
    ),
    last_day="115年3月23日（星期一）上午",
    after="逾期仍可辦理，罰鍰 300 至 900 元。",
    who="父或母。委託他人請附委託書與受託人身分證。",
    where="高雄市任一戶政事務所。\n登記免費，戶口名簿每本 30 元。",
)


def _words(*texts: str) -> NoticeWords:
    return NoticeWords(**dict(zip(NoticeWords.__dataclass_fields__, texts, strict=True)))


_EN = replace(
    _ZH,
    words=_words(
        "One-time notice: papers still needed", "Part 1: for you", "Part 2: kept here", "Applicant", "Service", "Why",
        "Law", "Instead", "Until when", "Who may come", "Where, how much", "Scan for progress",
        "Enter the last four digits of your phone number", "Phone", "Received", "Clerk", "Date",
    ),
    service="Birth registration",
    promise="2 papers are missing. Bring these 2 and we finish; we won’t ask for any other.",
    missing=(
        MissingText(
            name="Household certificate, original", reason="The original is checked at every registration",
            law="Enforcement Rules of the Household Registration Act, art. 21",
            substitute="Lost? Reissued at the counter, NT$30",
        ),
        MissingText(
            name="Declaration of the Chinese name", reason="A child of a foreign parent takes a Chinese name",
            law="Name Act, art. 1",
        ),
    ),
    last_day="Monday morning, 23 March 2026",
    after="Later is still accepted, with a fine of NT$300 to 900.",
    who="Father or mother. Someone else needs an authorisation and their own identity card.",
    where="Any household registration office in Kaohsiung. Registration is free.",
)  # fmt: skip
_VI = replace(
    _EN,
    words=_words(
        "Giấy báo một lần: giấy tờ cần bổ sung", "Liên 1: giao cho người nộp", "Liên 2: lưu tại cơ quan", "Người nộp",
        "Thủ tục", "Lý do", "Căn cứ", "Thay thế", "Hạn cuối", "Ai có thể nộp", "Nơi nộp và lệ phí",
        "Quét để xem tiến độ", "Nhập 4 số cuối điện thoại", "Điện thoại", "Ký nhận", "Người phụ trách", "Ngày",
    ),
    service="Đăng ký khai sinh",
    promise="Còn thiếu 2 giấy tờ. Mang đủ 2 giấy tờ này là hoàn tất, chúng tôi sẽ không yêu cầu thêm.",
)  # fmt: skip
_ID = replace(
    _EN,
    words=_words(
        "Pemberitahuan satu kali: dokumen yang kurang", "Lembar 1: untuk pemohon", "Lembar 2: arsip kantor", "Pemohon",
        "Layanan", "Alasan", "Dasar hukum", "Pengganti", "Batas waktu", "Siapa yang boleh datang", "Di mana, biayanya",
        "Pindai untuk melihat proses", "Masukkan 4 angka terakhir nomor telepon", "Telepon", "Tanda terima", "Petugas",
        "Tanggal",
    ),
    service="Pendaftaran kelahiran",
)  # fmt: skip
_TH = replace(
    _EN,
    words=_words(
        "ใบแจ้งครั้งเดียว: เอกสารที่ต้องนำมาเพิ่ม", "ฉบับที่ 1: สำหรับผู้ยื่น", "ฉบับที่ 2: เก็บที่สำนักงาน", "ผู้ยื่น", "เรื่องที่ยื่น",
        "เหตุผล", "กฎหมาย", "ใช้แทนได้", "ภายในวันที่", "ใครมายื่นได้", "ที่ไหน ค่าธรรมเนียมเท่าไร", "สแกนดูความคืบหน้า",
        "ใส่เลขท้ายโทรศัพท์ 4 หลัก", "โทรศัพท์", "ลงชื่อรับ", "เจ้าหน้าที่", "วันที่",
    ),
    service="แจ้งเกิด",
    promise="ยังขาดเอกสาร 2 รายการ นำมาครบแล้วดำเนินการได้ทันที จะไม่ขอเอกสารอื่นเพิ่มอีก",
)  # fmt: skip
SIDES: dict[str, NoticeSide | None] = {"zh": None, "en": _EN, "vi": _VI, "id": _ID, "th": _TH}


def notice(language: str = "zh", papers: int = 2, code: str = "N10CELI3") -> NoticePaper:
    other = SIDES[language]
    return NoticePaper(
        office="高雄市○○戶政事務所",
        number="N-K03-1150203-0004",
        code=code,
        link="https://yigui.example/p#K03-1150203-0039.4fK9xQ2mZt7w",
        phone="(07) 000-0000",
        clerk="王○○",
        given="115年2月3日（3/2/2026）10:31",
        zh=_many(_ZH, papers),
        other=None if other is None else _many(other, papers),
    )


def _many(side: NoticeSide, papers: int) -> NoticeSide:
    return replace(side, missing=tuple(side.missing[index % len(side.missing)] for index in range(papers)))


def slip(language: str = "zh") -> SlipPaper:
    zh = SlipSide(
        words=SLIP_ZH,
        applicant="陳○○　E1****6782",
        service="出生登記",
        received="115年2月3日（星期二）10:31",
        clock="依本櫃檯機器時間",
        deadline="115年3月23日（星期一）上午",
        keeps="本件已在期限內提出。",
        next="連線後送戶役政系統登記，約 1 個工作日內完成。\n完成後以簡訊通知，請攜帶身分證領取戶口名簿。",
    )
    side = SIDES[language]
    other = None
    if side is not None:
        words = side.words
        other = SlipSide(
            words=SlipWords(
                title=words.title,
                applicant=words.applicant,
                service=words.service,
                received=words.receipt,
                keeps=words.when,
                next=words.where,
                scan=words.scan,
                scan_how=words.scan_how,
                phone=words.phone,
                clerk=words.clerk,
            ),
            applicant="CHEN ○○",
            service=side.service,
            received="10:31, 3/2/2026",
            clock=side.after,
            deadline=side.last_day,
            keeps=side.after,
            next=side.who,
        )
    return SlipPaper(
        office="高雄市○○戶政事務所",
        case="K03-1150203-0042",
        link=progress_link("https://yigui.example/p", "K03-1150203-0042", "4fK9xQ2mZt7w"),
        phone="(07) 000-0000",
        clerk="王○○",
        zh=zh,
        other=other,
    )
