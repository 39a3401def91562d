"""What every request to the server has in common, and whom a program believes to be its server."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkReply,
    QNetworkRequest,
    QSslCertificate,
    QSslConfiguration,
    QSslError,
)

from shared.pairing.trust import PUBLIC, Trust
from shared.wire import codec
from shared.wire.messages import Problem


class Target:
    """A server, this device's token for it, and whom it is believed from; without a token requests are anybody's."""

    def __init__(self, server: str, token: str, trust: Trust = PUBLIC) -> None:
        self.server = server
        self._token = token
        self._ssl = configuration(trust) if server.startswith("https:") else None

    def request(self, path: str) -> QNetworkRequest:
        """Return a request for a path of the server, authorised; a redirect is not followed with the token."""
        request = QNetworkRequest(QUrl(self.server + path))
        if self._ssl is not None:
            request.setSslConfiguration(self._ssl)
        if self._token:
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


def configuration(trust: Trust) -> QSslConfiguration:
    """Return how TLS is spoken with a server that is trusted so: its own authority replaces all others."""
    ssl = QSslConfiguration.defaultConfiguration()
    if trust.pem:
        ssl.setCaCertificates(certificates_of(trust.pem))
    return ssl


def open_network(trust: Trust, parent: QObject | None = None) -> QNetworkAccessManager:
    """Return a network manager for a server that is trusted so.

    Where one certificate is pinned, that one is enough, whatever else is said of it: its key has proved itself in the handshake.
    """
    network = QNetworkAccessManager(parent)
    if not trust.exact:
        return network
    pinned = certificates_of(trust.pem)

    def judge(reply: QNetworkReply, _errors: list[QSslError]) -> None:
        if reply.sslConfiguration().peerCertificate() in pinned:
            reply.ignoreSslErrors()

    network.sslErrors.connect(judge)
    return network


def believe_everywhere(trust: Trust) -> None:
    """Let also what QML loads by itself, such as a logo, come only from a server that is trusted so."""
    if trust.pem:
        QSslConfiguration.setDefaultConfiguration(configuration(trust))


def certificates_of(pem: str) -> list[QSslCertificate]:
    """Return the certificates in a text; none where it holds none."""
    return [
        each for each in QSslCertificate.fromData(pem.encode()) if not each.isNull()
    ]


def distrusted(reply: QNetworkReply) -> bool:
    """Return whether somebody answered who could not prove to be the server."""
    return reply.error() is QNetworkReply.NetworkError.SslHandshakeFailedError


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
