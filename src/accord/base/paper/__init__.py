"""What leaves the house on paper or screen: charts, numbers in words, fonts and documents. No Django, no database.

Start with `voice.Voice` (words and numbers of one reader), then `charts` (each function returns a `figure.Figure`),
then `document.Document`, which `web`, `pdf`, `slides`, `markdown` and `sheet` render with the same figures.
"""
