"""The tests of 指标有据."""
