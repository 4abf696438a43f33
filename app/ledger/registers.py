"""All ledgers, in the order in which they post; the wiring hands them to the store."""

from __future__ import annotations

from app.ledger import demands, notices, prereviews, queue, receipts, search, till, worklist

POSTERS = (worklist, queue, prereviews, till, receipts, notices, demands, search)
