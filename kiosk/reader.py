"""Reading the screen out: only what is shown, and never what was shown before."""

from PySide6.QtCore import QObject

from kiosk.presenter import Presenter
from kiosk.state import KioskState
from kiosk.viewmodels.views import Views
from shared.qt.speech import Part, Speech, Words


class Reader(QObject):
    """Says each screen as it comes, while its customer wants to hear."""

    def __init__(
        self,
        views: Views,
        presenter: Presenter,
        speech: Speech,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._speech = speech
        self._latest = 0
        views.kiosk.toldAloud.connect(self.read)
        presenter.became.connect(self._hush)

    def read(self, text: str) -> None:
        """Say it, unless another screen has come by then."""
        self._latest += 1
        mine = self._latest
        # Engines read a soft hyphen out, or pause at it.
        spoken = text.replace("\u00ad", "")
        words = Words(spoken, self._presenter.state.language)

        def wanted() -> bool:
            return self._presenter.state.speaking and mine == self._latest

        self._speech.say([Part(words, wanted)])

    def _hush(self, state: KioskState) -> None:
        if not state.speaking:
            self._latest += 1
