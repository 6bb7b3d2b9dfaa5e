"""Online government services."""

from indicators.ui import topic

topic.draw("services")
