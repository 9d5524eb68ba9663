"""What PostgreSQL itself writes down beside the rows: no transaction that a report shares with anything else, and no order."""

from __future__ import annotations

import psycopg
import pytest
from django.apps import apps
from django.db import connection

from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Board, Report, ReportPost, Spool

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps none of this"),
]
MANY = 200


def told(house, words: int = MANY) -> None:
    with house.inside():
        board = Board.objects.get()
    for n in range(words):
        risks.drop(board=board, kind="first", digest=f"{n:064d}", words={"sees": str(n)}, crowd=9)


def rank(values: list[float]) -> list[int]:
    order = sorted(range(len(values)), key=values.__getitem__)
    return [order.index(at) for at in range(len(values))]


def test_no_transaction_is_shared_with_another_table(house, administrator) -> None:
    told(house, 5)
    risks.mix(client_id=house.alder.id)
    tables = [model._meta.db_table for model in apps.get_models() if model not in (Report, ReportPost, Spool) and model._meta.managed]
    with psycopg.connect(administrator) as around:
        shared = {name: around.execute(f'SELECT count(*) FROM risks_report r JOIN "{name}" t ON r.xmin::text = t.xmin::text').fetchone()[0] for name in tables}
        assert around.execute("SHOW track_commit_timestamp").fetchone()[0] == "off"
        assert around.execute("SELECT count(DISTINCT xmin::text) FROM risks_report").fetchone()[0] == 1
    assert {name: count for name, count in shared.items() if count} == {}


def test_rows_do_not_lie_in_the_order_in_which_they_were_said(house, administrator) -> None:
    told(house)
    risks.mix(client_id=house.alder.id)
    with psycopg.connect(administrator) as around:
        rows = around.execute("SELECT digest FROM risks_report ORDER BY ctid").fetchall()
    said = rank([float(digest) for (digest,) in rows])
    n = len(said)
    rho = 1 - 6 * sum((at - one) ** 2 for at, one in enumerate(said)) / (n * (n * n - 1))
    assert n == MANY and abs(rho) < 0.2


def test_the_role_may_add_to_the_pile_and_read_three_tables(house, administrator) -> None:
    with psycopg.connect(administrator) as around:
        may = around.execute(
            """SELECT table_name, string_agg(privilege_type, ' ' ORDER BY privilege_type) FROM information_schema.role_table_grants
               WHERE grantee = 'accord_speak' GROUP BY table_name"""
        ).fetchall()
        row = around.execute("SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'accord_speak'").fetchone()
    assert dict(may) == {"risks_spool": "INSERT", "risks_board": "SELECT", "risks_report": "SELECT", "risks_reportpost": "SELECT"}
    assert row == (False,)


def test_the_scope_holds_for_it_too(house, administrator) -> None:
    told(house, 3)
    risks.mix(client_id=house.alder.id)
    with psycopg.connect(administrator.replace("postgres@", "accord_speak@")) as speak:
        assert speak.execute("SELECT count(*) FROM risks_report").fetchone()[0] == 0
        speak.execute("SELECT set_config('accord.clients', %s, true)", [str(house.brightwell.id)])
        assert speak.execute("SELECT count(*) FROM risks_report").fetchone()[0] == 0
        speak.execute("SELECT set_config('accord.clients', %s, true)", [str(house.alder.id)])
        assert speak.execute("SELECT count(*) FROM risks_report").fetchone()[0] == 3


