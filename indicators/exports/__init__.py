"""The data for machines: figures with their provenance as CSV and JSON, described and in one zip.

``tree.files`` lays all of it out as files by their path; the server and the zip give out the same.
"""
