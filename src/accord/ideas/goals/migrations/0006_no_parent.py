from django.db import migrations

from accord.base import scope


class Migration(migrations.Migration):
    dependencies = [("goals", "0005_parents_are_served")]

    operations = [
        migrations.RemoveField("goal", "parent"),
        migrations.RemoveField("goal", "let_go_at"),
        scope.walls("goals.Goal"),
    ]
