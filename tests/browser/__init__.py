"""The tests that a visitor's browser runs: a real Chromium against a real server."""
