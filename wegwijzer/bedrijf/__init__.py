"""What the operator needs: the off switch, measurements, readiness, back-ups, the pages for when the chat is away."""
