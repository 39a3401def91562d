"""The rules by which addresses are met, made quickly: there are hundreds, and how one is built is asked of few."""

from collections.abc import Callable

from werkzeug.routing import Rule

_Builder = Callable[..., tuple[str, str]]


class LateRule(Rule):
    """A rule that works out how its addresses are built when the first of them is asked for, and not while the server starts."""

    def _compile_builder(self, append_unknown: bool = True) -> _Builder:
        known: list[_Builder] = []

        def build(rule: "LateRule", **values: object) -> tuple[str, str]:
            if not known:
                known.append(super()._compile_builder(append_unknown))
            return known[0](rule, **values)

        return build
