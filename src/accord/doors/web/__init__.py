"""The web door: the shell every page stands in, its parts, its style, and the rules of the browser's sandbox."""
