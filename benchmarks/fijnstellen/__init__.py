"""Tunes the biases and layer norms of the sentence encoder to parents' questions (makes wegwijzer/taal/e5_nl.npz)."""
