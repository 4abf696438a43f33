"""Why a command was refused, as a code with its details; the sentences for people are in `app.refusals`."""

from __future__ import annotations


class Refusal(Exception):
    """A rule says no: `code` names the rule, `details` fill the sentence. Nothing was written."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
