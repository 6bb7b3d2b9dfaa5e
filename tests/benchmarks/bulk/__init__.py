"""Measures the check of a corpus: speed, memory and accuracy on passages of known truth."""
