"""The check of a visitor's own text."""

from indicators.ui import check

check.draw()
