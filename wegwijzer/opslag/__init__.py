"""What is kept, and for how long: conversations, sessions of the website, remarks."""
