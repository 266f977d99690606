"""Sentence alignment, names and quality of translated articles."""

__version__ = "0.1.0"
