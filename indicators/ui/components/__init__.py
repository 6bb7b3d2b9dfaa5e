"""Small components in the browser: HTML built with textContent only, clicks told to Python."""
