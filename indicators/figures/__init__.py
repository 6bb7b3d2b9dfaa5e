"""Charts: official series as lines, quotes as hollow markers, breaks and gaps shown."""
