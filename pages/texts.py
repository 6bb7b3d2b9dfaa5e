"""The library of texts and their reader."""

from indicators.ui import texts

texts.draw()
