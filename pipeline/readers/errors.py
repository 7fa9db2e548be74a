"""What a reader raises when a file gives no document."""

from schemas.records import REASONS, STAGES


class Refused(Exception):
    """A file that cannot become a document; becomes a row of `quarantine`.

    `stage` and `reason` are words of the closed lists in `schemas.records`; `detail` says more.
    Raises ValueError for a word that is not on them.
    """

    def __init__(self, stage: str, reason: str, detail: str | None = None) -> None:
        if stage not in STAGES or reason not in REASONS:
            raise ValueError(f"no such stage or reason: {stage}, {reason}")
        super().__init__(stage, reason, detail)
        self.stage = stage
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.stage}: {self.reason}" + (f" ({self.detail})" if self.detail else "")
