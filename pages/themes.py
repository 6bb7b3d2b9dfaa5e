"""What the texts argue: themes, structure and words."""

from indicators.ui import themes

themes.draw()
