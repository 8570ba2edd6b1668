"""Rasa actions: slots in, the core called, answer out. `rasa run actions` serves this package."""
