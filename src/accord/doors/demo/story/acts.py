"""The acts, in the order a reader would take them."""

from . import goals, letters, locked_out, newest, tablets

OPENED = 400  # days before the end at which both clients are opened
ALL = [goals.alder, locked_out.act, tablets.act, letters.act, newest.scanner, newest.invoices, goals.brightwell]
