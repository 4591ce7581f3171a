"""What may stand in the one-line texts of the desk."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# The two overrides of Unicode's bidirectional algorithm (UAX 9, 2.2): they show letters in another
# order than they are stored in, so that a title can feign another. Marks and isolates only place
# what they stand around, and Arabic needs them.
_OVERRIDE = re.compile("[\u202d\u202e]")


def in_its_own_order(text: str) -> None:
    """Raises ValidationError for a text that is shown in another order than it is stored in."""
    if _OVERRIDE.search(text):
        raise ValidationError(
            _("This holds invisible signs that turn letters around: write it without them.")
        )
