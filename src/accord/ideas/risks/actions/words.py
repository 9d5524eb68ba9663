"""How the verbs of warnings are spoken: one description for each argument, at every door."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry

BOTH = {registry.API, registry.CLI, registry.MCP}
RiskId = Annotated[UUID, Field(description="The warning.")]
PersonId = Annotated[UUID, Field(description="A person, by their id.")]
Words = Annotated[str, Field(description="In a sentence or two; whoever raised it reads it.", max_length=2000)]
Chance = Annotated[float | None, Field(description="In 100, how likely it is that it comes true; nine times in ten between the two.", ge=0, le=100)]
Amount = Annotated[float | None, Field(description="In the client's currency; nine times in ten between the two.", gt=0)]
Basis = Annotated[str, Field(description="How we know, in a line.", max_length=500)]
Day = Annotated[date | None, Field(description="A day; left out, nobody said.")]
