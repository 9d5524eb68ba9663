"""Goals both sides share, and the initiatives that serve them.

The article: strive towards mutual goals. A *goal* says why it matters, who owns it and how we would see it: a *measure* from a baseline to a
target by a date. It is versioned; no version is ever changed. What *serves* a goal (work, a goal below, a team, a role) has a speaker, who
says in own words what a version means; an owner confirms, and that is an *agreement* to that version. A change that matters makes it
*suspect*; what nobody was told of is *silent*; when goals and work come apart, a *reset* brings both sides together.
A *recall check* asks what matters most, to see whether people would name a goal of ours; nobody reads an answer before it is closed.
An *initiative* is a piece of work that serves goals; its *stage* is a fact, the furthest thing that happened to it, and is written down when
it happens, never dragged.

Promises the database keeps: a goal has one version of each number; an initiative reaches each stage once; what serves a goal is one thing,
and serves it once; what was said, told and confirmed is never changed.
"""
