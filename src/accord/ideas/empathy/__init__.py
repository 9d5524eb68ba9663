"""Where each side stands, and what each believes of the other.

The article: low priority for one may be the most critical thing for another. In a *round* each side marks how much each *item* matters to it,
and *guesses* the marks of the other; nobody sees anything before the round is closed. The *picture* says for each item whether both know that
they agree or differ, or whether they only think so. Who marked an item *critical* says why, and is heard. A *fair selection* spends a budget
so that every group gets its share, not only the largest.

Promises the database keeps: a person answers an item of a round once; nothing is changed after the round is closed; a critical mark has its
reason. No figure is of a person, and none of a group of fewer than five (`base/people/gate`).
"""
