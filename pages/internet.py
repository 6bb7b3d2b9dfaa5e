"""Internet access."""

from indicators.ui import topic

topic.draw("internet")
