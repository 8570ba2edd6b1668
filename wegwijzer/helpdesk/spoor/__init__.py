"""Why a turn went as it did: what was heard, what it changed, what answered, and what took how long."""
