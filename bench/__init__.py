"""Measurements of speed and accuracy; none of it is installed with transtrack."""
