import django.db.models.deletion
import uuid6
from django.db import migrations, models

from accord.base import scope


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0011_recall'),
        ('people', '0002_put_off'),
        ('risks', '0003_by_goal'),
    ]

    operations = [
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.UUIDField(default=uuid6.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=200)),
                ('kind', models.CharField(max_length=60)),
                ('facts', models.JSONField(default=dict)),
                ('since', models.DateField()),
                ('bites_on', models.DateField(blank=True, null=True)),
                ('chance_low', models.FloatField(blank=True, null=True)),
                ('chance_high', models.FloatField(blank=True, null=True)),
                ('first_seen', models.DateField()),
                ('last_seen', models.DateField()),
                ('due_on', models.DateField()),
                ('gone_on', models.DateField(blank=True, null=True)),
                ('set_aside_why', models.CharField(blank=True, max_length=300)),
                ('set_aside_on', models.DateField(blank=True, null=True)),
                ('client', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.client')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.goal')),
                ('initiative', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.initiative')),
                ('risk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signs', to='risks.risk')),
                ('set_aside_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['-since', 'id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['client', 'kind', 'due_on'], name='suggestions_due')],
                'constraints': [models.UniqueConstraint(fields=('client', 'id'), name='risks_suggestion_of_client'), models.UniqueConstraint(fields=('client', 'key'), name='suggestion_once'), models.CheckConstraint(condition=models.Q(models.Q(('set_aside_on', None), ('set_aside_why', '')), models.Q(('risk', None), models.Q(('set_aside_why', ''), _negated=True)), _connector='OR'), name='set_aside_with_a_word'), models.CheckConstraint(condition=models.Q(models.Q(('chance_high', None), ('chance_low', None)), models.Q(('chance_high__lte', 1), ('chance_low__gte', 0), ('chance_low__lte', models.F('chance_high'))), _connector='OR'), name='suggested_chance_in_order')],
            },
        ),
        scope.walls("risks.Suggestion"),
    ]
