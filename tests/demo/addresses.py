"""The addresses of an installation in demo mode."""

from django.urls import include, path

from accord.site import urls

urlpatterns = [path("", include("accord.doors.demo.urls")), *urls.urlpatterns]
