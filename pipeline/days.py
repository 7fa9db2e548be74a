"""Days as people type them: written in full, or refused in words."""

from datetime import date


def is_day(said: str) -> bool:
    """Tell whether words are a day as the database writes it.

    >>> is_day("2024-04-01"), is_day("20240401"), is_day("2024-04"), is_day("2024-02-30")
    (True, False, False, False)
    """
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def wrong_day(said: str) -> str:
    """Return what to say of words that are no day."""
    return f"{said} is not a day such as 2024-04-01"
