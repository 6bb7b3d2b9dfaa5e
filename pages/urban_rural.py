"""The urban-rural gap."""

from indicators.ui import topic

topic.draw("urban_rural")
