"""Lists of questions: read from a file, answered in the background, filtered, compared and written to a file."""
