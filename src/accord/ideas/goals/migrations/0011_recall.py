import uuid

import django.db.models.deletion
import uuid6
from django.db import migrations, models

import accord.base.clock
from accord.base import scope


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0010_effort'),
        ('people', '0002_put_off'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecallCheck',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('question', models.CharField(max_length=300)),
                ('opened_at', models.DateTimeField(default=accord.base.clock.now)),
                ('closes_on', models.DateField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
            ],
            options={
                'ordering': ['-opened_at'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='RecallAsked',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('side', models.CharField(choices=[('business', 'Business'), ('it', 'IT')], max_length=10)),
                ('asked_at', models.DateTimeField(default=accord.base.clock.now)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='goals.recallcheck')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='RecallAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sheet', models.UUIDField()),
                ('place', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('business', 'Business'), ('it', 'IT')], max_length=10)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='goals.recallcheck')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='RecallMatch',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=accord.base.clock.now)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='goals.recallanswer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.goal')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.AddConstraint(
            model_name='recallcheck',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_recallcheck_of_client'),
        ),
        migrations.AddConstraint(
            model_name='recallcheck',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('client',), name='recall_open_once'),
        ),
        migrations.AddConstraint(
            model_name='recallasked',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_recallasked_of_client'),
        ),
        migrations.AddConstraint(
            model_name='recallasked',
            constraint=models.UniqueConstraint(fields=('client', 'recall', 'person'), name='recall_asked_once'),
        ),
        migrations.AddConstraint(
            model_name='recallanswer',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_recallanswer_of_client'),
        ),
        migrations.AddConstraint(
            model_name='recallanswer',
            constraint=models.UniqueConstraint(fields=('client', 'sheet', 'place'), name='recall_place_once'),
        ),
        migrations.AddConstraint(
            model_name='recallanswer',
            constraint=models.CheckConstraint(condition=models.Q(('place__gte', 1), ('place__lte', 3)), name='recall_three_at_most'),
        ),
        migrations.AddConstraint(
            model_name='recallmatch',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_recallmatch_of_client'),
        ),
        scope.walls("goals.RecallCheck", "goals.RecallAsked", "goals.RecallAnswer", "goals.RecallMatch"),
        scope.append_only("goals.RecallAnswer", "goals.RecallMatch"),
    ]
