"""Whether a server of ours is at an address, and by what it can be recognised from then on."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCryptographicHash, QObject
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkReply,
    QNetworkRequest,
    QSsl,
    QSslCertificate,
    QSslError,
)

from shared.pairing.terms import Wrong
from shared.pairing.trust import PUBLIC, Trust, shown_fingerprint
from shared.qt.network import Target, certificates_of, distrusted, open_network
from shared.wire import codec, routes
from shared.wire.messages import Problem

log = logging.getLogger(__name__)

TIMEOUT_MS = 6_000
OK = 200


@dataclass(frozen=True, slots=True)
class Reached:
    """A server of ours at this address, and whom it is to be believed from; a fingerprint where a certificate was pinned."""

    url: str
    trust: Trust
    fingerprint: str = ""


Then = Callable[[Reached | Wrong], None]


class Reach(QObject):
    """Tries addresses in their order, and tells once: what was reached, or why nothing was.

    `trust` is whom the server is believed from where that is known before. Nothing secret is sent: whoever answers has proved nothing yet.
    """

    def __init__(
        self,
        urls: Sequence[str],
        trust: Trust,
        then: Then,
        parent: QObject,
        *,
        timeout_ms: int = TIMEOUT_MS,
    ) -> None:
        super().__init__(parent)
        self._urls = list(urls)
        self._trust = trust
        self._then = then
        self._timeout_ms = timeout_ms
        self._wrong = Wrong.NobodyThere
        self._network: QNetworkAccessManager | None = None
        self._chain: list[QSslCertificate] = []
        self._next_url()

    def _next_url(self) -> None:
        if not self._urls:
            self._then(self._wrong)
            self.deleteLater()
            return
        self._chain = []
        self._url = self._urls.pop(0)
        self._ask(self._trust, routes.OWN_DEVICE, self._answered)

    def _ask(
        self,
        trust: Trust,
        path: str,
        then: Callable[[Trust, QNetworkReply], None],
    ) -> None:
        if self._network is not None:
            self._network.deleteLater()
        self._network = open_network(trust, self)
        self._network.sslErrors.connect(self._see)
        request = Target(self._url, "", trust).request(path)
        request.setTransferTimeout(self._timeout_ms)
        reply = self._network.get(request)
        reply.finished.connect(lambda: then(trust, reply))

    def _see(self, reply: QNetworkReply, _errors: list[QSslError]) -> None:
        self._chain = reply.sslConfiguration().peerCertificateChain()

    def _answered(self, trust: Trust, reply: QNetworkReply) -> None:
        """It was asked as its trust wants it: it is ours, another service, nobody, or somebody whom nobody vouches for."""
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status is not None:
            if is_ours(bytes(reply.readAll().data())):
                self._reached(trust)
                return
            self._wrong = Wrong.AnotherService
        elif self._chain and distrusted(reply):
            if self._trust == PUBLIC:
                self._pin(self._chain)
                return
            self._wrong = Wrong.NotTrusted
        self._next_url()

    def _pin(self, chain: list[QSslCertificate]) -> None:
        """Take the authority that the server shows, or tells; else its own certificate and no other."""
        if len(chain) > 1 and chain[-1].isSelfSigned():
            self._try_authorities(iter([Trust(pem_of(chain[-1]))]))
            return
        if chain[0].isSelfSigned():
            self._ask(self._exactly(), routes.OWN_DEVICE, self._answered_exactly)
            return
        self._ask(self._exactly(), routes.AUTHORITY, self._told)

    def _told(self, _trust: Trust, reply: QNetworkReply) -> None:
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        told = bytes(reply.readAll().data()) if status == OK else b""
        found = certificates_of(told.decode("latin-1"))
        self._try_authorities(iter([Trust(pem_of(each)) for each in found]))

    def _try_authorities(self, left: Iterator[Trust]) -> None:
        trust = next(left, None)
        if trust is None:
            self._ask(self._exactly(), routes.OWN_DEVICE, self._answered_exactly)
            return

        def tried(trust: Trust, reply: QNetworkReply) -> None:
            status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
            if status is not None and is_ours(bytes(reply.readAll().data())):
                self._reached(trust)
            else:
                self._try_authorities(left)

        self._ask(trust, routes.OWN_DEVICE, tried)

    def _exactly(self) -> Trust:
        return Trust(pem_of(self._chain[0]), exact=True)

    def _answered_exactly(self, trust: Trust, reply: QNetworkReply) -> None:
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status is not None and is_ours(bytes(reply.readAll().data())):
            self._reached(trust)
            return
        self._wrong = Wrong.NobodyThere if status is None else Wrong.AnotherService
        self._next_url()

    def _reached(self, trust: Trust) -> None:
        log.info("server reached url=%s pinned=%s", self._url, trust != PUBLIC)
        fingerprint = fingerprint_of(trust) if trust != PUBLIC else ""
        self._then(Reached(self._url, trust, fingerprint))
        self.deleteLater()


def is_ours(body: bytes) -> bool:
    """Return whether a server of ours answers so to who has no token."""
    try:
        codec.decode(body, Problem)
    except codec.BadJson:
        return False
    return True


def pem_of(certificate: QSslCertificate) -> str:
    """Return it as a text to keep."""
    return bytes(certificate.toPem().data()).decode("ascii")


def fingerprint_of(trust: Trust) -> str:
    """Return by what people compare the pinned certificate."""
    certificate = QSslCertificate(trust.pem.encode(), QSsl.EncodingFormat.Pem)
    digest = certificate.digest(QCryptographicHash.Algorithm.Sha256)
    return shown_fingerprint(bytes(digest.data()))
