"""The urban-rural gap."""

from indicators.ui import pairs, story, topic

topic.draw("urban_rural", pairs.told, drawn=story.draw)
