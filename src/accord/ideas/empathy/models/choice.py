"""What was chosen together out of a round, and why. None is ever changed: a later one stands beside the first, and counts."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from .round import Round

EQUAL, RANKING, PER_COST, BY_HAND = "equal", "ranking", "per_cost", "by_hand"
TAKEN = [(EQUAL, _("The fair selection")), (RANKING, _("The plain ranking")), (PER_COST, _("Most points for the money")), (BY_HAND, _("Another selection"))]
MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2}


class Choice(scope.ClientModel):
    """One decision over the items of a round.

    costs: of each item by its id, as they stood: {"low", "typical", "high"}, in `currency`; an item without a cost was not chosen among.
    items: ids of what is taken. found: the three selections as they were, by their names, each a list of ids; "filled_up": what the fair one
    took only because money was left."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="choices")
    budget = models.DecimalField(**MONEY)
    currency = models.CharField(max_length=3)
    costs = models.JSONField()
    taken = models.CharField(max_length=10, choices=TAKEN)
    items = models.JSONField()
    found = models.JSONField()
    why = models.CharField(max_length=600)
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=models.Q(budget__gt=0), name="choice_has_budget"),
            models.CheckConstraint(condition=~models.Q(why=""), name="choice_says_why"),
        ]
