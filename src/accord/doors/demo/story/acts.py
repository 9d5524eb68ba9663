"""The acts, in the order a reader would take them."""

from . import (
)

OPENED = 400  # days before the end at which both clients are opened
ALL = [
    goals.alder,
    crowd.act,
    agreeing.act,
    locked_out.act,
    tablets.act,
    letters.act,
    newest.scanner,
    newest.invoices,
    decision_rules.act,
    portal.speed,
    portal.colours,
    hall.centre,
    hall.intranet,
    audit.controls,
    audit.access,
    storm_line.act,
    over.fax,
    over.chat,
    over.badges,
    effort.act,
    rounds.act,
    budget.act,
    check_ins.act,
    heard.act,
    goals.brightwell,
    clinics.phones,
    clinics.empty,
    clinics.labels,
    two_minutes.act,
]
