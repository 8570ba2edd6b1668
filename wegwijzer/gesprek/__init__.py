"""One turn of the conversation: what was understood and known goes in, replies and what is now known come out."""
