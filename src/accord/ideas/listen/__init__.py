"""Nobody starts from a solution: ask why, say back what was heard, be corrected.

The article: be an active listener. A *request* holds what somebody said is wrong, in their own words; one that names a fix is asked kindly what
it is for, and filed all the same. *Questions* go to people by link, about eight *aspects*; each *answer* is kept word for word. A *playback*
says back what we heard, sentence by sentence, and the person who said it confirms or corrects each one. A corrected sentence is a success: it is
the moment we learned something. What nobody knows yet takes a person and a date; the *why-ladder* leads from what was asked for up to a goal.

Promises the database keeps: an initiative has one request; a question, an answer, a sentence, what somebody said to a sentence and a refusal are
never changed and never deleted; a further word is a further row.

Where to read: `rules` (what a hint is, what counts as heard), `models`, `actions`, `queries` (`hearing` is the one picture the chapter, the value
case and the brief are made from; `waiting` says whose turn it is), `pages` and `views`. `guests` are those who answer, at their link or signed in.
`owed`, `onwards`, `happened` and `panels` are what Today and the page of an initiative show of it.
"""
