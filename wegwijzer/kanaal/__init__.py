"""The ways in: the website channel and its pages, and REST for this machine."""
