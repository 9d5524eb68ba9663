"""People as marks: the initials of what they do, in the shape of their side."""

_SMALL = {"a", "an", "and", "at", "der", "die", "für", "for", "in", "of", "on", "the", "to", "und", "von"}


def initials(words: str) -> str:
    """Head of Claims gives HC, Service delivery lead gives SD, Facilitator gives FA; nothing gives nothing."""
    parts = [part for part in words.replace("-", " ").split() if part[0].isalnum()]
    telling = [part for part in parts if part.lower() not in _SMALL] or parts
    if not telling:
        return ""
    return (telling[0][0] + telling[1][0] if len(telling) > 1 else telling[0][:2]).upper()


def look(side: str, known: bool) -> str:
    """The class of the mark. Somebody whose side is not known has neither side's shape."""
    if not known:
        return "anon"
    return {"business": "biz", "it": "it"}.get(side, "")
