"""Every address of the speak application."""

from django.urls import include, path

urlpatterns = [path("", include("accord.doors.speak.urls"))]

handler400 = "accord.doors.speak.views.bad_request"
handler404 = "accord.doors.speak.views.not_found"
handler500 = "accord.doors.speak.views.broken"
