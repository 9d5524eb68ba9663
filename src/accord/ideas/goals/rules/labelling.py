"""Label sets: what goals are called in a way of working a client knows already, and hints for writing one. Each is a data file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .cells import plain

KEYS = ("okr", "cobit", "servicenow")
HINTED = ("title", "why", "measure", "unit")
LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class LabelSet:
    """key: of KEYS. labels: code to its words. hints: field of a goal to a hint for writing it."""

    key: str
    name: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]

    def shown(self, code: str) -> str:
        """As a page prints it: the words, with the code where the code is what people say."""
        words = self.labels[code]
        return f"{code} · {words}" if code.isupper() else words

    def code_of(self, told: str) -> str | None:
        """The label somebody wrote: its code, its words in any language, or both; None where it is none of this set."""
        for code in self.labels:
            said = {code, self.shown(code), *(of(self.key, language).labels[code] for language in LANGUAGES)}
            if plain(told) in {plain(one) for one in said}:
                return code
        return None


@cache
def of(key: str, language: str = "en") -> LabelSet:
    """KeyError for a set that is not there. A language that is not there is English."""
    if key not in KEYS:
        raise KeyError(key)
    data = tomllib.loads(resources.files(__package__).joinpath("labels", f"{key}.toml").read_text("utf-8"))
    words = data.get(language.partition("-")[0], data["en"])
    return LabelSet(key, words["name"], {code: words[name] for code, name in data["labels"].items()}, {name: words[name] for name in HINTED})
