"""Dates, times, financial years and reporting periods as councils print them."""
