"""Data and method."""

from indicators.ui import data

data.draw()
