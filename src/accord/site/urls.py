"""Every address. What belongs to a client begins with the client's short name."""

from django.conf import settings
from django.urls import include, path

from accord.base.people import views as people

urlpatterns = [
    path("start/", people.begin, name="begin"),
    path("l/<str:text>/", people.open_link, name="link"),
    path("l/<str:text>/<path:step>/", people.open_link, name="link_step"),
    path("accounts/", include("allauth.urls")),
    path("", include("accord.doors.api.urls")),
    path("", include("accord.doors.web.urls")),
    path("", include("accord.base.people.urls")),
    path("", include("accord.ideas.goals.urls")),
    path("", include("accord.ideas.listen.urls")),
    path("", include("accord.ideas.worth.urls")),
    path("", include("accord.ideas.empathy.urls")),
    path("", include("accord.ideas.risks.urls")),
]
if settings.MODE == "demo":
    urlpatterns.insert(0, path("", include("accord.doors.demo.urls")))

handler400 = "accord.doors.web.errors.bad_request"
handler403 = "accord.doors.web.errors.forbidden"
handler404 = "accord.doors.web.errors.not_found"
handler500 = "accord.doors.web.errors.broken"
