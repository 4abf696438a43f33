"""From the journal's values to the papers' values: receipt, one-time notice and arrival slip, said in words."""

from ui.paperwork.notices import notice
from ui.paperwork.paper import Paper, pdf
from ui.paperwork.receipts import receipt, receipt_preview
from ui.paperwork.slips import slip

__all__ = ["Paper", "notice", "pdf", "receipt", "receipt_preview", "slip"]
