"""The road: where this parent stands, which step comes next and why, and which door that is."""
