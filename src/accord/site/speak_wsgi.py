"""The entry of the speak application."""

import os

from django.core.wsgi import get_wsgi_application

from accord.doors.speak.forgetting import Forgetting

os.environ["DJANGO_SETTINGS_MODULE"] = "accord.site.speak_settings"
application = Forgetting(get_wsgi_application())
