from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "accord.doors.demo"
    label = "demo"
