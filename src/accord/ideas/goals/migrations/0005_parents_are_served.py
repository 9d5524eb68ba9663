"""The one goal above a goal becomes a link like any other; what was let go is retired; the last version that asked something is kept."""

from django.db import migrations

from accord.base import scope


def carry_over(apps, schema_editor):
    clients, goals = apps.get_model("people", "Client"), apps.get_model("goals", "Goal")
    with scope.outside("carrying goals over"):
        ids = list(clients.objects.values_list("id", flat=True))
    for client_id in ids:
        with scope.within(client_id):
            for goal in goals.objects.filter(client_id=client_id):
                _carry_over(apps, goal)


def _carry_over(apps, goal):
    versions, serves = apps.get_model("goals", "GoalVersion"), apps.get_model("goals", "Serves")
    rows = list(versions.objects.filter(client_id=goal.client_id, goal_id=goal.id).order_by("number"))
    if rows:
        asked = [row for row in rows if row.material][-1]
        goal.newest, goal.confirmed_at = rows[-1].number, rows[-1].at
        goal.asks, goal.asks_since = asked.number, asked.at
    goal.state = "retired" if goal.let_go_at else "live"
    goal.save()
    if goal.parent_id:
        speaker = rows[-1].owner_id if rows else None
        serves.objects.create(client_id=goal.client_id, below_id=goal.id, goal_id=goal.parent_id, speaker_id=speaker, since=goal.made_at)


class Migration(migrations.Migration):
    dependencies = [("goals", "0004_contributors")]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
