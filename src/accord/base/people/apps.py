from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "accord.base.people"
    label = "people"
