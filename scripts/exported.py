"""A timeline as a file, as its page gives it: `python -m scripts.exported SLUG FILE PATH`.

A program of its own, so that its memory can be measured.
"""

import os
from pathlib import Path

from scripts.console import given, run_main


def main() -> int:
    slug, file, path = given(__doc__, "slug", "file", "path")
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
    django.setup()
    from timeline.models import Timeline
    from timeline.selectors import memberships, transfer
    from timeline.web.downloads import FORMATS

    timeline = Timeline.objects.get(slug=slug)
    events = transfer.records(timeline, memberships.visible(timeline), str)
    with Path(path).open("wb") as target:
        for piece in FORMATS[file].write(transfer.described(timeline, str), events):
            target.write(piece)
    return 0


if __name__ == "__main__":
    run_main(main)
