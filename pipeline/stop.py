"""An error that ends a run: one line that says what, and the exit code of the public contract."""


class Stop(Exception):
    """Ends the run with `code` (see exits) and a message that needs no traceback."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code
