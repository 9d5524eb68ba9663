from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "accord.doors.api"
    label = "api"
