"""How the verbs of goals are spoken: one description for each argument, at every door."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

Title = Annotated[str, Field(description="What it is called, in plain words.", min_length=1, max_length=200)]
Why = Annotated[str, Field(description="Why it matters, to whom.", max_length=2000)]
Number = Annotated[Decimal | None, Field(description="A number in the measure's unit; leave it out when nobody knows.")]
InitiativeId = Annotated[UUID, Field(description="The initiative.")]
GoalId = Annotated[UUID, Field(description="The goal.")]
LinkId = Annotated[UUID, Field(description="What serves the goal: the id of the link.")]
How = Annotated[str, Field(description="Why we think it helps, in one line.", max_length=500)]
Speaker = Annotated[UUID | None, Field(description="The person who says what a change of the goal means for it.")]
