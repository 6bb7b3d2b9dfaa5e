"""A closed network for processes under test."""
