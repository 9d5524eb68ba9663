"""A mail as it came in: who it says it is from, and the words somebody typed, without what they quoted and how they sign.

Nothing here trusts a mail: its sender can be anybody, its parts can lie, and whatever cannot be read is no mail at all.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses
from html.parser import HTMLParser

MOST_BYTES = 1_000_000
MOST_WORDS = 1000  # as many as a warning takes
_QUOTE = re.compile(
    r"^(>|-{2,} ?(original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht)|_{10,}\s*$|(from|von): .+@)"
    r"|^(on|am) .{6,200}(wrote|schrieb.{0,80}):\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$|^(sent|gesendet|von meinem .+ gesendet) ?(from my|von meinem)?\b.{0,60}$", re.IGNORECASE)
_SKIPPED, _BREAKS = {"script", "style", "head", "title", "template"}, {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote"}
_MACHINES = {"bulk", "junk", "list", "auto_reply"}


@dataclass(frozen=True)
class Mail:
    """sender: an address, in small letters."""

    sender: str
    words: str


def read(raw: bytes) -> Mail | None:
    """None for what is no mail of a person: too large, unreadable, from a machine, from nobody, or without a word."""
    if len(raw) > MOST_BYTES:
        return None
    try:
        message = message_from_bytes(raw, policy=policy.default)
        if not isinstance(message, EmailMessage) or _from_a_machine(message):
            return None
        senders = [address for _name, address in getaddresses([str(one) for one in message.get_all("From", [])]) if "@" in address]
        words = own_words(_text(message))
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError):
        return None  # the standard library stumbles over some broken headers in one of these ways
    if len(senders) != 1 or len(senders[0]) > 254 or not words:
        return None
    return Mail(senders[0].lower(), words)


def _from_a_machine(message: Message) -> bool:
    """An automatic reply, a list or a returned mail: answering those makes mail go round."""
    auto = str(message.get("Auto-Submitted", "no")).strip().lower()
    if auto not in ("", "no") or str(message.get("Precedence", "")).strip().lower() in _MACHINES:
        return True
    if message.get("X-Autoreply") or message.get("X-Autorespond") or message.get("List-Id") or str(message.get("Return-Path", "?")).strip() == "<>":
        return True
    return message.get_content_type() in ("multipart/report", "message/delivery-status")


def _text(message: EmailMessage) -> str:
    """The plain part, else the words of the HTML part; what is attached is never looked at."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        text = raw.decode(charset, "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    return _Words.of(text) if part.get_content_type() == "text/html" else text


def own_words(text: str) -> str:
    """What somebody typed above what they quote and below nothing; at most as much as a warning takes, cut behind a word."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        plain = "".join(char for char in line if char.isprintable() or char == "\t").strip()
        if _QUOTE.search(plain) or _SIGNATURE.search(plain):
            break
        lines.append(" ".join(plain.split()))
    said = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return said if len(said) <= MOST_WORDS else f"{said[: MOST_WORDS - 1].rsplit(None, 1)[0]}…"


class _Words(HTMLParser):
    """The words of a page, nothing of its markup: no address is followed, no style or script kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.skipped: list[str] = []

    @classmethod
    def of(cls, html: str) -> str:
        made = cls()
        made.feed(html)
        made.close()
        return "".join(made.found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped.append(tag)
        elif tag == "blockquote":
            self.found.append("\n> ")  # what was quoted, as plain mails mark it
        elif tag in _BREAKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipped:
            self.skipped = self.skipped[: self.skipped.index(tag)]
        elif tag in _BREAKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.found.append(re.sub(r"\s+", " ", data))
