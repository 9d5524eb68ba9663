from django.db import migrations


class Migration(migrations.Migration):
    """What worries somebody is an early warning from here on (`ideas/risks`). No release ever had these two tables."""

    dependencies = [
        ('empathy', '0004_agenda'),
    ]

    operations = [
        migrations.DeleteModel(name='WorryAnswer'),
        migrations.DeleteModel(name='Worry'),
    ]
