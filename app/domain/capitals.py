"""An amount of New Taiwan dollars in the capital numerals a receipt carries, so that no stroke can change it."""

from __future__ import annotations

_DIGITS = "零壹貳參肆伍陸柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "萬", "億", "兆")
_LIMIT = 10_000 ** len(_GROUPS)


def in_capitals(amount: int) -> str:
    """NT$ `amount` in words: 60 is 新臺幣陸拾元整. Raises ValueError below 0 and from 10^16 on."""
    if not 0 <= amount < _LIMIT:
        raise ValueError(f"no capital numerals for {amount}")
    return f"新臺幣{_number(amount) or _DIGITS[0]}元整"


def _number(amount: int) -> str:
    """Groups of four digits; one zero is read where a group is empty or does not begin with its thousands."""
    words, gap = "", False
    for power in reversed(range(len(_GROUPS))):
        group = amount // 10_000**power % 10_000
        if group:
            words += (_DIGITS[0] if words and (gap or group < 1_000) else "") + _group(group) + _GROUPS[power]
        gap = bool(words) and not group
    return words


def _group(group: int) -> str:
    words, gap = "", False
    for place in reversed(range(len(_PLACES))):
        digit = group // 10**place % 10
        if digit:
            words += (_DIGITS[0] if words and gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = bool(words) and not digit
    return words
