"""The ways in: REST for this machine, and the web pages."""
