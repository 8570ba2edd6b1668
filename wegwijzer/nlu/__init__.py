"""Rasa's side of the language: graph components, the importer that feeds it knowledge, the texts, the gate."""
