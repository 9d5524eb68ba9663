from django.db import migrations, models

from accord.base import scope


class Migration(migrations.Migration):
    dependencies = [("goals", "0001_initial")]

    operations = [
        migrations.AddField("stagereached", "round", models.PositiveSmallIntegerField(default=0)),
        migrations.RemoveConstraint("stagereached", "stage_reached_once"),
        migrations.AddConstraint("stagereached", models.UniqueConstraint(fields=("client", "initiative", "round", "stage"), name="stage_reached_once")),
        scope.walls("goals.StageReached"),
        scope.append_only("goals.StageReached"),
    ]
