"""A page's form as a browser has it when the page is open: what it would send if nobody typed anything."""

from html.parser import HTMLParser


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, list[str]]] = {}
        self._fields: dict[str, list[str]] | None = None
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name = has.get("name") or ""
        if tag == "form":
            self._fields = self.forms.setdefault(has.get("action") or "", {})
        elif tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area = name
        elif tag == "option" and "selected" in has:
            self._put(self._select, has.get("value"))
        elif tag == "input" and name and _is_sent(has):
            self._put(name, has.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._fields = None
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self._put(self._area, data)

    def _put(self, name: str, value: str | None) -> None:
        if self._fields is not None:
            self._fields.setdefault(name, []).append(value or "")


def _is_sent(has: dict[str, str | None]) -> bool:
    kind = has.get("type")
    return kind != "file" and (kind not in ("checkbox", "radio") or "checked" in has)


def form_in(page: str, action: str) -> dict[str, list[str]]:
    """Return the fields, with their values, of the page's form that is sent to this address."""
    forms = _Forms()
    forms.feed(page)
    return forms.forms[action]
