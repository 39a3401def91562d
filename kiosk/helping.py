"""Telling the desks that somebody at the kiosk needs help; nobody says so before they were told."""

from PySide6.QtCore import QObject

from kiosk import state as folds
from kiosk.presenter import Presenter
from kiosk.state import KioskState
from kiosk.viewmodels.views import Views
from kiosk.visit import AskedForHelp
from shared.qt.client import Answered, Client, Definite, Post
from shared.wire import routes
from shared.wire.messages import HelpCall
from shared.wire.requests import AskForHelp


class Helping(QObject):
    """Calls for help while the customer waits for it, and takes the call back when nobody wants it any more."""

    def __init__(self, views: Views, presenter: Presenter, client: Client) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._client = client
        self._post: Post | None = None
        self._back: Post | None = None
        views.home.helpTapped.connect(self.ask)
        views.message.helpDeclined.connect(self.decline)
        presenter.became.connect(self._heed)

    def ask(self) -> None:
        """A customer does not know which queue is theirs: tell the desks until they have heard it."""
        state = self._presenter.state
        if state.visit is not None or not state.may_tap:
            return
        self._presenter.change(folds.asked_for_help)
        # It would take back the call of whoever asks now.
        if self._back is not None:
            back, self._back = self._back, None
            back.cancel()
        self._post = self._client.post(
            routes.HELP,
            AskForHelp(language=state.language),
            HelpCall,
            self._told,
            missed=lambda away: self._presenter.learn(folds.missed_help),
        )

    def decline(self) -> None:
        """The customer needs no help any more."""
        if isinstance(self._presenter.state.visit, AskedForHelp):
            self._hang_up()
            self._take_back()
            self._presenter.leave()

    def _told(self, answer: Definite[HelpCall]) -> None:
        self._post = None
        match answer:
            case Answered(message=HelpCall() as call):
                self._presenter.learn(lambda state: folds.told_of_help(state, call))
            case _:
                self._presenter.learn(folds.missed_help)

    def _heed(self, state: KioskState) -> None:
        """Whoever left before the desks were told is not to be looked for later."""
        if self._post is not None and not isinstance(state.visit, AskedForHelp):
            self._hang_up()
            self._take_back()

    def _take_back(self) -> None:
        self._back = self._client.post(
            routes.HELP, AskForHelp(wanted=False), HelpCall, self._taken_back
        )

    def _taken_back(self, answer: Definite[HelpCall]) -> None:
        self._back = None

    def _hang_up(self) -> None:
        if self._post is not None:
            post, self._post = self._post, None
            post.cancel()
