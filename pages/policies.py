"""The policy documents over time, and where the texts name them."""

from indicators.ui import policies

policies.draw()
