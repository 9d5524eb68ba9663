from django.db import migrations, models

from accord.base import scope


class Migration(migrations.Migration):
    dependencies = [("goals", "0002_rounds")]

    operations = [
        migrations.AddField("goalversion", "material", models.BooleanField(default=True)),
        migrations.AddField("goalversion", "suggested", models.BooleanField(default=True)),
        scope.walls("goals.GoalVersion"),
        scope.append_only("goals.GoalVersion"),
    ]
