"""A corpus checked in bulk."""

from indicators.ui import corpus

corpus.draw()
