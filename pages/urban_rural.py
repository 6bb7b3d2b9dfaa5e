"""The urban-rural gap."""

from indicators.ui import story, topic

topic.draw("urban_rural", story.draw)
