"""What is done to a value case, to its questions and to the notes about politics."""
