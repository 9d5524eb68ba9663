from django.urls import path

from . import views

app_name = "risks"
urlpatterns = [
    path("<slug:client>/warnings/", views.register, name="register"),
    path("<slug:client>/warnings/new/", views.raise_warning, name="raise"),
    path("<slug:client>/warnings/handling/", views.handling, name="handling"),
    path("<slug:client>/warnings/<uuid:risk_id>/", views.risk, name="risk"),
    path("<slug:client>/warnings/<uuid:risk_id>/answer/", views.answer, name="answer"),
    path("<slug:client>/warnings/<uuid:risk_id>/read/", views.read, name="read"),
    path("<slug:client>/warnings/<uuid:risk_id>/see-too/", views.see_too, name="see_too"),
    path("<slug:client>/warnings/<uuid:risk_id>/more/", views.say_more, name="say_more"),
    path("<slug:client>/warnings/<uuid:risk_id>/louder/", views.louder, name="louder"),
    path("<slug:client>/warnings/<uuid:risk_id>/estimate/", views.estimate, name="estimate"),
    path("<slug:client>/warnings/<uuid:risk_id>/look/", views.look, name="look"),
    path("<slug:client>/warnings/<uuid:risk_id>/reopen/", views.reopen, name="reopen"),
    path("<slug:client>/warnings/<uuid:risk_id>/note/", views.note, name="note"),
]
