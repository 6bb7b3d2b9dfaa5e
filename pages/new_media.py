"""Government new media."""

from indicators.ui import topic

topic.draw("new_media")
