"""What every request to the server has in common."""

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkRequest

from shared.wire import codec
from shared.wire.messages import Problem


class Target:
    """A server and this device's token for it."""

    def __init__(self, server: str, token: str) -> None:
        self.server = server
        self._token = token

    def request(self, path: str) -> QNetworkRequest:
        """Return a request for a path of the server, authorised; a redirect is not followed with the token."""
        request = QNetworkRequest(QUrl(self.server + path))
        request.setRawHeader(b"Authorization", b"Bearer " + self._token.encode())
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.ManualRedirectPolicy,
        )
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.AlwaysNetwork,
        )
        return request

    def absolute(self, url: str) -> str:
        """Return an address from the server's answer as one that a phone can open."""
        return QUrl(self.server + "/").resolved(QUrl(url)).toString()


def problem_of(status: int, body: bytes) -> Problem:
    """Return the problem in an answer's body, or one made of its bare status."""
    try:
        return codec.decode(body, Problem)
    except codec.BadJson:
        return Problem(
            type=f"http-{status}",
            title="Refused",
            status=status,
            detail=f"The server refused this ({status}).",
        )
