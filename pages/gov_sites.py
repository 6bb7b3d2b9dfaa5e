"""Government domains and websites."""

from indicators.ui import topic

topic.draw("gov_sites")
