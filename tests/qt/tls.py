"""Servers that speak HTTPS on loopback, with certificates that nobody in the world vouches for."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from tests.qt.fake_server import FakeServer

BEGAN = datetime(2020, 1, 1, tzinfo=UTC)


class Signer:
    """An authority of its own, or who signs only for themselves."""

    def __init__(self, name: str, *, for_itself: bool = False) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = self._sign(self.name, self.key, authority=not for_itself)

    @property
    def pem(self) -> str:
        """Its certificate."""
        return self.certificate.public_bytes(Encoding.PEM).decode()

    def for_loopback(self) -> tuple[str, ec.EllipticCurvePrivateKey]:
        """Return a certificate for a server on loopback, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server")])
        signed = self._sign(name, key, authority=False)
        return signed.public_bytes(Encoding.PEM).decode(), key

    def _sign(
        self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, authority: bool
    ) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(BEGAN)
            .not_valid_after(BEGAN + timedelta(days=36_500))
            .add_extension(x509.BasicConstraints(authority, None), critical=True)
        )
        if name != self.name:
            there = x509.IPAddress(ip_address("127.0.0.1"))
            builder = builder.add_extension(
                x509.SubjectAlternativeName([there]), critical=False
            )
        return builder.sign(self.key, hashes.SHA256())


class TlsServer(FakeServer):
    """A server that shows these certificates, its own first, and can be given others."""

    def show(
        self, directory: Path, chain: str, key: ec.EllipticCurvePrivateKey
    ) -> None:
        """Show them from now on."""
        certificates, private = directory / "chain.pem", directory / "key.pem"
        certificates.write_text(chain)
        private.write_bytes(
            key.private_bytes(
                Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()
            )
        )
        if not hasattr(self, "_tls"):
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._http.socket = self._tls.wrap_socket(
                self._http.socket, server_side=True
            )
        self._tls.load_cert_chain(certificates, private)

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://127.0.0.1:{self.port}"
