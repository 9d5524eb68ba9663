"""An early warning: what somebody sees coming, how likely and how dear it would be, and who must answer by when."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope
from accord.base.people.models import SIDES

OPEN, PROXY, UNNAMED = "open", "proxy", "unnamed"
HOWS = [(OPEN, _("With a name")), (PROXY, _("Passed on for somebody")), (UNNAMED, _("Without a name"))]
WAITS, ACTING, ACCEPTED, DECLINED, ENDED = "waits", "acting", "accepted", "declined", "ended"
STATES = [
    (WAITS, _("No answer yet")),
    (ACTING, _("Something is done about it")),
    (ACCEPTED, _("Accepted for a time")),
    (DECLINED, _("Declined, with a reason")),
    (ENDED, _("Over")),
]
CONCERN, UNCOMFORTABLE, STOP = "concern", "uncomfortable", "safety_stop"
VOICES = [(CONCERN, _("A concern")), (UNCOMFORTABLE, _("Uncomfortable with it")), (STOP, _("We must stop"))]
INHERENT, CURRENT, RESIDUAL = "inherent", "current", "residual"
LEVELS = [(INHERENT, _("If nothing had been done")), (CURRENT, _("As it is now")), (RESIDUAL, _("Once what is planned is done"))]


class Risk(scope.ClientModel):
    """What was said, in five slots: the goal it threatens, what is seen, what it may cost, what is asked, by when. These words never change.

    `raised_by`: who said it, or who passed it on; nobody where it was said without a name, and then `week` (its Monday), `crowd` (how many
    could have written it) and perhaps `band` (what they do, as they chose to say) are all there is. `warned_on`: the day that counts as the
    day of the warning. `state`, `answerer` and `answer_by` are as the newest turn says."""

    goal = models.ForeignKey("goals.GoalVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="risks")
    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, null=True, blank=True, related_name="risks")
    sees = models.TextField(max_length=1000)
    costs = models.CharField(max_length=300, blank=True)
    asks = models.CharField(max_length=600, blank=True)
    act_by = models.DateField(null=True, blank=True)  # the last day on which acting still helps
    bites_on = models.DateField(null=True, blank=True)
    needs_low = models.PositiveSmallIntegerField(null=True, blank=True)  # days it takes to act
    needs_high = models.PositiveSmallIntegerField(null=True, blank=True)
    how = models.CharField(max_length=8, choices=HOWS, default=OPEN)
    raised_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES, blank=True)
    band = models.CharField(max_length=80, blank=True)
    crowd = models.PositiveIntegerField(null=True, blank=True)
    week = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20, default="web")  # the door it came by
    reference = models.CharField(max_length=200, blank=True)  # what it is called where it was taken in from
    warned_on = models.DateField()
    at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=10, choices=STATES, default=WAITS)
    voice = models.CharField(max_length=16, choices=VOICES, default=CONCERN)
    answerer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField()
    read_on = models.DateField(null=True, blank=True)  # when whoever answers first said that they read it
    answered_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)  # when it is looked at again; of an acceptance, the day it ends

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = [F("bites_on").asc(nulls_last=True), "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(how=UNNAMED, raised_by=None, week__isnull=False) | (~Q(how=UNNAMED) & Q(raised_by__isnull=False)), name="risk_has_name_or_week"
            ),
            models.CheckConstraint(condition=~Q(state=ACCEPTED) | Q(review_on__isnull=False), name="acceptance_ends"),
            models.CheckConstraint(condition=Q(needs_low=None, needs_high=None) | Q(needs_low__lte=F("needs_high")), name="risk_needs_in_order"),
            models.UniqueConstraint(fields=["client", "source", "reference"], condition=~Q(reference=""), name="risk_reference_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client", "state", "bites_on"], name="risks_by_day"),
            models.Index(fields=["client", "state", "answer_by"], name="risks_to_answer"),
            models.Index(fields=["client", "initiative"], name="risks_of_initiative"),
            models.Index(fields=["client", "goal", "state"], name="risks_of_goal"),
        ]

    @property
    def is_open(self) -> bool:
        return self.state != ENDED


class Estimate(scope.ClientModel):
    """How likely, from 0 to 1, and how dear, in the client's currency, each from and to nine times in ten; what was not said is empty.

    level: with nothing done about it, as it is, or once what is planned is done; the newest of a level counts."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="estimates")
    level = models.CharField(max_length=10, choices=LEVELS, default=CURRENT)
    chance_low = models.FloatField(null=True, blank=True)
    chance_high = models.FloatField(null=True, blank=True)
    loss_low = models.FloatField(null=True, blank=True)
    loss_high = models.FloatField(null=True, blank=True)
    basis = models.CharField(max_length=500, blank=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # nobody: it was said without a name
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(chance_low=None, chance_high=None) | Q(chance_low__gte=0, chance_low__lte=F("chance_high"), chance_high__lte=1),
                name="chance_in_order",
            ),
            models.CheckConstraint(condition=Q(loss_low=None, loss_high=None) | Q(loss_low__gt=0, loss_low__lte=F("loss_high")), name="loss_in_order"),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "risk", "level", "at"], name="estimates_of_risk")]


class Seen(scope.ClientModel):
    """Somebody sees this too, and says what of it they see if they like. Without a name it has a week instead of a person."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="seen")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=600, blank=True)
    on = models.DateField()  # without a name, the Monday of its week

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["on", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "risk", "person"], name="seen_once"),
        ]
