"""Small numbers as words, as they are said in a sentence."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def in_words(n: int) -> str:
    """one to twelve as words, more as a figure; 0 is "no"."""
    small = (
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"),
        _("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )
    return small[n] if 0 <= n < len(small) else number_format(n, use_l10n=True, force_grouping=True)
