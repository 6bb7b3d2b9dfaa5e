"""The hosted app measured beside a bare Streamlit app in the same run: speed, memory, load.

Run: python -m tests.benchmarks.app [--load] [--replicas] [--soak MINUTES]
"""
