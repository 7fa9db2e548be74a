"""Short forms that a page defines."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.definitions import definitions, long_forms


@pytest.mark.parametrize(
    "text, forms",
    [
        ("Tamar Waste Services Ltd (TWS) attended", {"TWS": "Tamar Waste Services Ltd"}),
        ('Tamar Waste Ltd ("the Contractor") may', {"Contractor": "Tamar Waste Ltd"}),
        ("the Overview and Scrutiny Board (the Board)", {"Board": "Overview and Scrutiny Board"}),
        (
            "Minimum Service Level (hereafter referred to as MSL)",
            {"MSL": "Minimum Service Level"},
        ),
        ("Key Performance Indicators (KPIs) were met", {"KPIs": "Key Performance Indicators"}),
        ("the Leisure Trust (all wards) (see Appendix A) (2019)", {}),
        ("a loss of heat (TWS)", {}),
        ("(TWS)", {}),
    ],
)
def test_definitions(text, forms):
    assert long_forms(text) == forms


@given(st.text(alphabet="AB ab(),\"'.\nthe", max_size=80))
def test_spans_are_true(text):
    for d in definitions(text):
        assert text[d.start] == "("
        assert d.long_start < d.long_stop <= d.start


@pytest.mark.parametrize("piece", ["(", "A (AB) ", "(the A) ", 'A B C ("the D") ', "A" * 50 + " "])
def test_time_grows_with_the_text(piece):
    def seconds(times: int) -> float:
        text = piece * times
        began = time.process_time()
        definitions(text)
        return time.process_time() - began

    small = max(min(seconds(1000), seconds(999), seconds(1001)), 0.004)
    assert min(seconds(8000), seconds(8001)) < 24 * small
