"""Hostile inputs and faults, generated, tried and counted: see README.md here."""
