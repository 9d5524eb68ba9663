from django.apps import AppConfig


class ScopeConfig(AppConfig):
    name = "accord.base.scope"
    label = "scope"
