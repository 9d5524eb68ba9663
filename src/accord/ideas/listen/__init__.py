"""Nobody starts from a solution: ask why, say back what was heard, be corrected.

The article: be an active listener. A *request* holds what somebody said is wrong, in their own words. *Questions* go to people by link,
about eight *aspects*; each *answer* is kept word for word. A *playback* says back what we heard, sentence by sentence, and the person who
said it confirms or corrects each one. A corrected sentence is a success: it is the moment we learned something.

Promises the database keeps: an initiative has one request; an answer, a sentence, what somebody said to a sentence and a refusal are never
changed and never deleted; a further word is a further row.
"""
