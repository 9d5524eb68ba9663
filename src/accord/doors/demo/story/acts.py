"""The acts, in the order a reader would take them."""

from . import goals

OPENED = 400  # days before the end at which both clients are opened
ALL = [goals.alder, goals.brightwell]
