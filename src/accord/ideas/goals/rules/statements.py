"""A text about goals as statements: what it says, apart from how it is set.

Headings, list items and sentences become one statement each. Emphasis, links, numbering, line breaks, case and punctuation are how it is set;
ticks and strokes are how far it has come; pictures, comments and "updated on" lines say nothing about a goal.
"""

import re
from dataclasses import dataclass

DONE, AT_WORK, OPEN = "done", "at_work", ""
SHORT = 4  # words

_COMMENT = re.compile(r"<!--.*?-->|<[^>\n]{1,300}>|!\[[^\]\n]*\]\([^)\n]*\)", re.S)
_LINK = re.compile(r"\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
_LEAD = re.compile(r"^\s*(?:>\s*)*(?:(#{1,6})\s+(?:\d{1,3}[.)]\s+)?|(\d{1,3})[.)]\s+|([-*+•])\s+)?")
_DONE = re.compile(r"✅|✔️?|☑️?|\[x\]|~~[^~]+~~", re.I)
_AT_WORK = re.compile(r"🔄|⏳|🚧|🏗️?|\[wip\]|\bin progress\b", re.I)
_MARKS = re.compile(r"[✅✔☑🔄⏳🚧🏗️]|\[(?:x| |wip|todo)\]", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"(])")
_LABEL = re.compile(r"^\W*((?:[^\W\d_]+[ -]?){1,3}):\s+(?=\S)")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)?|[%€$£]")
_NOISE = re.compile(r"^\W*(?:(?:last )?updated\b.{0,24}|.{0,24}\bas of\b.{0,16}|todo|tbd|n/?a)\W*$", re.I)
_POINTER = re.compile(
    r"\b(?:see|tracked|documented|maintain(?:s|ed)?|refer|dashboard|read more|this page|table of contents|click|details|found (?:in|at|on))\b", re.I
)


@dataclass(frozen=True)
class Statement:
    """text: as it was written, without marks of setting. words: in lower case, in order, without a label such as “Outcome:”. heading: it is one.
    under: the words of the heading it stands under. numbered: an item of a numbered list, where order says something. progress: done, at_work or
    nothing. points: it sends the reader elsewhere more than it says something."""

    text: str
    words: tuple[str, ...]
    heading: bool = False
    under: tuple[str, ...] = ()
    numbered: bool = False
    progress: str = OPEN
    points: bool = False

    @property
    def key(self) -> str:
        return " ".join(self.words)


def statements(text: str) -> list[Statement]:
    """All statements of a text (plain or Markdown) in reading order; none for lines that say nothing about a goal."""
    found: list[Statement] = []
    under: tuple[str, ...] = ()
    for line in _COMMENT.sub(" ", text).splitlines():
        told = _of_line(line, under)
        if told and told[0].heading:
            under = tuple(word for one in told for word in one.words)
        found += told
    return found


def words(text: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))


def _of_line(line: str, under: tuple[str, ...]) -> list[Statement]:
    lead = _LEAD.match(line)
    heading, numbered = bool(lead and lead[1]), bool(lead and lead[2])
    body = line[lead.end() :] if lead else line
    if not body.strip() or _NOISE.match(_plain(body)):
        return []
    progress = DONE if _DONE.search(body) else AT_WORK if _AT_WORK.search(body) else OPEN
    found = []
    for sentence in _sentences(body):
        said = _plain(sentence)
        if told := words(_LABEL.sub("", said)):
            linked = bool(_LINK.search(sentence) or _ADDRESS.search(sentence))
            found.append(Statement(said, told, heading, under, numbered, progress, linked and bool(_POINTER.search(said))))
    return found


def _sentences(text: str) -> list[str]:
    """What follows a full stop with fewer than four words still belongs to the sentence before: “... for everybody. ETA March 2021”."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        if found and len(words(piece)) < SHORT:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _plain(text: str) -> str:
    """Without links, addresses, emphasis and marks."""
    bare = _ADDRESS.sub(" ", _LINK.sub(r"\1", text))
    return re.sub(r"\s+", " ", re.sub(r"[*_`~|]+", " ", _MARKS.sub(" ", bare))).strip()
