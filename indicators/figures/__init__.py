"""Charts: the official series as lines, what texts quote as hollow markers, breaks and gaps shown."""
