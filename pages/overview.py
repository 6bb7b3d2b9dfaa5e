"""The overview."""

from indicators.ui import overview

overview.draw()
