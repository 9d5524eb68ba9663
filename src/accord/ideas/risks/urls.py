from django.urls import path

from . import views

app_name = "risks"
urlpatterns = [
    path("<slug:client>/warnings/", views.register, name="register"),
    path("<slug:client>/warnings/new/", views.raise_warning, name="raise"),
    path("<slug:client>/warnings/ask/", views.ask, name="ask"),
    path("<slug:client>/warnings/handling/", views.handling, name="handling"),
    path("<slug:client>/warnings/tolerance/", views.tolerance, name="tolerance"),
    path("<slug:client>/warnings/heard/", views.heard, name="heard"),
    path("<slug:client>/warnings/heard/<uuid:report_id>/", views.report, name="report"),
    path("<slug:client>/warnings/heard/<uuid:report_id>/words/", views.word, name="word_report"),
    path("<slug:client>/warnings/heard/<uuid:report_id>/join/", views.join, name="join_report"),
    path("<slug:client>/warnings/heard/<uuid:report_id>/credit/", views.credit, name="give_credit"),
    path("<slug:client>/warnings/speaking/", views.speaking, name="speaking"),
    path("<slug:client>/warnings/<uuid:risk_id>/", views.risk, name="risk"),
    path("<slug:client>/warnings/<uuid:risk_id>/answer/", views.answer, name="answer"),
    path("<slug:client>/warnings/<uuid:risk_id>/read/", views.read, name="read"),
    path("<slug:client>/warnings/<uuid:risk_id>/see-too/", views.see_too, name="see_too"),
    path("<slug:client>/warnings/<uuid:risk_id>/more/", views.say_more, name="say_more"),
    path("<slug:client>/warnings/<uuid:risk_id>/louder/", views.louder, name="louder"),
    path("<slug:client>/warnings/<uuid:risk_id>/estimate/", views.estimate, name="estimate"),
    path("<slug:client>/warnings/<uuid:risk_id>/ask/", views.ask_too, name="ask_too"),
    path("<slug:client>/warnings/<uuid:risk_id>/look/", views.look, name="look"),
    path("<slug:client>/warnings/<uuid:risk_id>/reopen/", views.reopen, name="reopen"),
    path("<slug:client>/warnings/<uuid:risk_id>/note/", views.note, name="note"),
    path("<slug:client>/warnings/came-true/", views.came_true, name="came_true"),
    path("<slug:client>/warnings/came-true/new/", views.came_true_new, name="came_true_new"),
    path("<slug:client>/warnings/signs/", views.signs, name="signs"),
    path("<slug:client>/warnings/signs/<uuid:sign_id>/", views.set_sign_aside, name="set_sign_aside"),
    path("<slug:client>/warnings/import/", views.import_risks, name="import_risks"),
    path("<slug:client>/warnings/export/<slug:layout>.<slug:kind>", views.export_risks, name="export"),
    path("<slug:client>/warnings/<uuid:risk_id>/end/", views.end, name="end"),
    path("<slug:client>/warnings/<uuid:risk_id>/treatments/", views.add_treatment, name="add_treatment"),
    path("<slug:client>/warnings/treatments/<uuid:treatment_id>/take/", views.take_treatment, name="take_treatment"),
    path("<slug:client>/warnings/treatments/<uuid:treatment_id>/end/", views.end_treatment, name="end_treatment"),
]
