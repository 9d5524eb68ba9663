import django.db.models.deletion
import uuid6
from django.db import migrations, models

import accord.base.clock
import accord.ideas.goals.models.effort
from accord.base import scope


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0009_labels'),
        ('people', '0002_put_off'),
    ]

    operations = [
        migrations.CreateModel(
            name='EffortSheet',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('rows', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=accord.base.clock.now)),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='WorkName',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('key', models.CharField(max_length=200)),
                ('aside', models.BooleanField(default=False)),
                ('first_at', models.DateTimeField(default=accord.base.clock.now)),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('initiative', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='names', to='goals.initiative')),
            ],
            options={
                'ordering': ['name'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Effort',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('kind', models.CharField(choices=[('counted', 'Counted'), ('estimate', 'Estimated')], max_length=8)),
                ('low', models.DecimalField(decimal_places=4, max_digits=12)),
                ('high', models.DecimalField(decimal_places=4, max_digits=12)),
                ('unit', models.CharField(choices=[('hours', 'Hours'), ('days', 'People-days'), ('shares', 'Shares of a whole, in per cent')], default='hours', max_length=8)),
                ('said_low', models.DecimalField(decimal_places=4, max_digits=12)),
                ('said_high', models.DecimalField(decimal_places=4, max_digits=12)),
                ('per_day', models.DecimalField(decimal_places=2, default=8, max_digits=4)),
                ('whole', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True)),
                ('source', models.CharField(blank=True, max_length=60)),
                ('reference', models.CharField(blank=True, max_length=200)),
                ('key', models.CharField(default=accord.ideas.goals.models.effort.alone, max_length=64)),
                ('part', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(default=accord.base.clock.now)),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('initiative', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='effort', to='goals.initiative')),
                ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='effort', to='goals.effortsheet')),
                ('work', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='effort', to='goals.workname')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Attention',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('share', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('at', models.DateTimeField(default=accord.base.clock.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attention', to='goals.goal')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('client', 'id'), name='goals_attention_of_client'), models.CheckConstraint(condition=models.Q(('share', None), ('share__lte', 100), _connector='OR'), name='attention_is_a_share')],
            },
        ),
        migrations.AddConstraint(
            model_name='effortsheet',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_effortsheet_of_client'),
        ),
        migrations.AddConstraint(
            model_name='workname',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_workname_of_client'),
        ),
        migrations.AddConstraint(
            model_name='workname',
            constraint=models.UniqueConstraint(fields=('client', 'key'), name='work_name_once'),
        ),
        migrations.AddConstraint(
            model_name='workname',
            constraint=models.CheckConstraint(condition=models.Q(('initiative', None), ('aside', False), _connector='OR'), name='work_name_one_way'),
        ),
        migrations.AddIndex(
            model_name='effort',
            index=models.Index(fields=['client', 'month', 'kind'], name='effort_of_month'),
        ),
        migrations.AddConstraint(
            model_name='effort',
            constraint=models.UniqueConstraint(fields=('client', 'id'), name='goals_effort_of_client'),
        ),
        migrations.AddConstraint(
            model_name='effort',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('initiative', None), ('work__isnull', False)), models.Q(('initiative__isnull', False), ('work', None)), _connector='OR'), name='effort_of_one_work'),
        ),
        migrations.AddConstraint(
            model_name='effort',
            constraint=models.CheckConstraint(condition=models.Q(('low__lte', models.F('high'))), name='effort_in_order'),
        ),
        migrations.AddConstraint(
            model_name='effort',
            constraint=models.UniqueConstraint(fields=('client', 'key', 'part'), name='effort_entry_once'),
        ),
        scope.walls("goals.EffortSheet", "goals.WorkName", "goals.Effort", "goals.Attention"),
        scope.append_only("goals.EffortSheet", "goals.Effort", "goals.Attention"),
    ]
