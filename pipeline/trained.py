"""Trained models: they speak unless MINUTEBOOK_MODELS=off is set."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

SETTING = "MINUTEBOOK_MODELS"
F = TypeVar("F", bound=Callable[..., Any])


def are_on() -> bool:
    """Tell whether trained models speak. Raises ValueError where the setting is neither."""
    said = os.environ.get(SETTING, "on").strip().lower()
    if said not in ("on", "off"):
        raise ValueError(f"{SETTING}: {said!r} is neither on nor off")
    return said == "on"


@contextmanager
def silenced() -> Iterator[None]:
    """Read by rules alone for a while, in workers that start meanwhile too."""
    before = os.environ.get(SETTING)
    os.environ[SETTING] = "off"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SETTING]
        else:
            os.environ[SETTING] = before


def chosen(finders: tuple[F, ...]) -> tuple[F, ...]:
    """Return the finders, those with a model in place of those without where models are on."""
    if not are_on():
        return finders
    # Here, as whoever only asks for the setting must not load spaCy.
    from extractors.kpi import kpis
    from extractors.kpi import model as kpi_model
    from extractors.money import model as money_model
    from extractors.money import money
    from extractors.organisations import model as supplier_model
    from extractors.organisations import organisations
    from extractors.percentages import model as percent_model
    from extractors.percentages import percentages
    from extractors.savings import model as saving_model
    from extractors.savings import savings

    with_model: dict[Any, Any] = {
        kpis.find: kpi_model.find,
        organisations.find: supplier_model.find,
        money.find: money_model.find,
        savings.find: saving_model.find,
        percentages.find: percent_model.find,
    }
    return tuple(with_model.get(find, find) for find in finders)
