"""What is a fact? Shapes only: frozen dataclasses whose field metadata describes every column."""
