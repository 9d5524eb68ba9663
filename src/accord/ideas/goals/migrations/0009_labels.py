import django.db.models.deletion
import uuid6
from django.db import migrations, models

import accord.base.clock
from accord.base import scope


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0008_delivery'),
        ('people', '0002_put_off'),
    ]

    operations = [
        migrations.AddField(
            model_name='goalversion',
            name='begins',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='Labelled',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=20)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('at', models.DateTimeField(default=accord.base.clock.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='labels', to='goals.goal')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('client', 'id'), name='goals_labelled_of_client')],
            },
        ),
        migrations.CreateModel(
            name='LabelSetChosen',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(blank=True, max_length=20)),
                ('at', models.DateTimeField(default=accord.base.clock.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('client', 'id'), name='goals_labelsetchosen_of_client')],
            },
        ),
        scope.walls("goals.GoalVersion", "goals.LabelSetChosen", "goals.Labelled"),
        scope.append_only("goals.GoalVersion", "goals.LabelSetChosen", "goals.Labelled"),
    ]
