"""Wegwijzer: van het verhaal van een ouder naar de juiste deur."""
