"""``python -m indicators``: the command line."""

from __future__ import annotations

import sys

from indicators.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
