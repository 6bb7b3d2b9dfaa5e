"""The search over all sentences."""

from indicators.ui import search

search.draw()
