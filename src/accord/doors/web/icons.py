"""Our icons: a 20-unit grid, one line 1.6 thick. Always beside a word, never instead of one."""

SHAPES = {
    "check": '<path d="M4 10.5 8.2 15 16 5.5"/>',
    "edit": '<path d="M4 16l.8-3.4L13.2 4.2l2.6 2.6-8.4 8.4zM11.5 6l2.6 2.6"/>',
    "cut": '<path d="M8.5 6.5 10 5a3.5 3.5 0 0 1 5 5l-1.5 1.5M11.5 13.5 10 15a3.5 3.5 0 0 1-5-5l1.5-1.5M6 4l.8 1.8M4 6l1.8.8M14 16l-.8-1.8M16 14l-1.8-.8"/>',
    "flag": '<path d="M5 17.5V3.5M5 4.2c3-1.7 6 1.5 10-.2v7.5c-4 1.7-7-1.5-10 .2"/>',
    "lock": '<rect x="4.5" y="9" width="11" height="7.5" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>',
    "clock": '<circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l2.7 1.7"/>',
    "arrow": '<path d="M4 10h12M11 5l5 5-5 5"/>',
    "menu": '<path d="M3 6h14M3 10h14M3 14h14"/>',
    "theme": '<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>',
    "quiet": '<path d="M3 10s2.5-4.5 7-4.5S17 10 17 10s-2.5 4.5-7 4.5S3 10 3 10zM4 16 16 4"/>',
    "thanks": '<path d="M10 16.2 4.3 10.6a3.6 3.6 0 0 1 5.1-5.1l.6.6.6-.6a3.6 3.6 0 0 1 5.1 5.1z"/>',
    "ask": '<path d="M4 4.5h12v8.5H9.5L6 16v-3H4zM8 7.6c.3-1 1-1.4 2-1.4 1.1 0 1.9.6 1.9 1.5 0 1.3-1.9 1.3-1.9 2.4"/>',
}


def sprite() -> str:
    """All icons once, hidden, for `<use>` to point at."""
    symbols = "".join(f'<symbol id="i-{name}" viewBox="0 0 20 20">{shape}</symbol>' for name, shape in SHAPES.items())
    return f'<svg hidden width="0" height="0" aria-hidden="true"><defs>{symbols}</defs></svg>'


def use(name: str) -> str:
    """One icon. Raises KeyError for a name that is not drawn, so a typo cannot pass a test."""
    if name not in SHAPES:
        raise KeyError(f"There is no icon called {name!r}. There are: {', '.join(SHAPES)}.")
    return f'<svg class="icon" aria-hidden="true"><use href="#i-{name}"/></svg>'
