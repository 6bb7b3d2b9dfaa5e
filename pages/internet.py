"""Internet access."""

from indicators.ui import recount, topic

topic.draw("internet", recount.told)
