"""What a parent's words mean: cleaned text, features, topics. Knows no Rasa."""
