"""A second reader: opens a journal file by itself, with none of our store's code, and counts what is in it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2


@dataclass(frozen=True, slots=True)
class Count:
    """What one journal file holds. Money in NT$; `digest` covers every station's every number and digest."""

    entries: int
    by_station: dict[str, int]
    visits: int
    receipts: int
    voided: int
    money: int
    digest: str


def count(path: Path, key: bytes) -> Count:
    """Reads the encrypted file with its raw key. Raises `dbapi2.DatabaseError` when it cannot be opened."""
    connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        rows = connection.execute("SELECT station, number, kind, facts, digest FROM journal ORDER BY station, number")
        return _counted(rows)
    finally:
        connection.close()


def _counted(rows: Iterator[tuple[str, int, str, str, str]]) -> Count:
    stations: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    money = 0
    digest = hashlib.sha256()
    for station, number, kind, facts, entry_digest in rows:
        stations[station] += 1
        kinds[kind] += 1
        money += _money(kind, json.loads(facts))
        digest.update(f"{station}\t{number}\t{entry_digest}\n".encode())
    return Count(
        entries=stations.total(),
        by_station=dict(stations),
        visits=kinds["visit.opened"],
        receipts=kinds["till.receipt"],
        voided=kinds["till.voided"],
        money=money,
        digest=digest.hexdigest(),
    )


def _money(kind: str, facts: dict[str, Any]) -> int:
    if kind == "till.receipt":
        return int(facts["total"])
    return -int(facts["amount"]) if kind == "till.voided" else 0
