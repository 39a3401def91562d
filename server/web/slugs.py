"""Queues are found as phones type them: with a capital letter, a blank or a slash at the end."""

from werkzeug.routing import Map, UnicodeConverter


class SlugConverter(UnicodeConverter):
    """A slug in a path, whatever a phone made of it."""

    def __init__(self, map: Map) -> None:
        super().__init__(map)

    def to_python(self, value: str) -> str:
        """Return the slug that was meant."""
        return value.strip().lower()
