from django.urls import path

from . import views

app_name = "demo"
urlpatterns = [
    path("demo/", views.enter, name="enter"),
    path("demo/as/", views.see_as, name="see_as"),
    path("demo/mail/", views.mail, name="mail"),
    path("demo/mail/<str:name>/", views.letter, name="letter"),
    path("demo/speak/", views.speak, name="speak"),
    path("demo/phone/", views.phone, name="phone"),
]
