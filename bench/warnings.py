"""How well what is known early tells what goes wrong later, on real projects: see foreseen.py, where it is.

    .venv/bin/python bench/warnings.py                 everything; also --only, --carry, --data, --draws

Python has a module of this name, and looks beside the program that was started first. So whoever asks for that one here gets that one.
"""

import os
import sys

beside = os.path.dirname(os.path.abspath(__file__))
elsewhere = [place for place in sys.path if os.path.abspath(place or ".") != beside]

if __name__ == "warnings":
    every, sys.path = sys.path, elsewhere
    del sys.modules["warnings"]
    import warnings  # Python's own, which is now what others get too

    sys.path = every
elif __name__ == "__main__":
    sys.path = elsewhere
    import warnings  # noqa: F401  Python's own, before this folder is looked at

    sys.path = [beside, *elsewhere]
    import foreseen

    foreseen.main()
