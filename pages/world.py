"""China among other countries."""

from indicators.ui import world

world.draw()
