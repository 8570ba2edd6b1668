"""Changing knowledge by form: read a piece, write only what changed, check it whole, keep it in git."""
