"""Participant pages are light: the first visit costs under 60 KB beside the fonts, on a phone with a bad line."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from .conftest import World

pytestmark = pytest.mark.one_database

MOST = 60 * 1024
LOADED = re.compile(r"""(?:src|href)=["']?/static/([^"'?> ]+)""")
FONTS = (".woff2", ".ttf")


def weight(page: str) -> dict[str, int]:
    """Bytes by name, as they are sent: files packed once when they were gathered, the page as it is."""
    found = {"the page": len(page.encode())}
    for name in dict.fromkeys(LOADED.findall(page)):
        if not name.endswith(FONTS):
            found[name] = len(gzip.compress(Path(str(finders.find(name))).read_bytes()))
    return found


@pytest.mark.parametrize("purpose", ["listen.request", "listen.question", "listen.playback", "worth.range", "worth.brief", "worth.hand_over"])
def test_a_visit_by_link_is_light(world: World, purpose: str) -> None:
    for text in world.alder.links[purpose]:
        browser = world.signed_in()
        browser.cookies["accord-device"] = world.alder.device  # Nora's own, so that she is shown the page and not asked for a code
        answer = browser.get(f"/l/{text}/")
        found = weight(answer.content.decode())
        assert answer.status_code == 200
        assert len(found) > 5
        assert sum(found.values()) < MOST, found
