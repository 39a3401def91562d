"""JSON in and out of the messages, the same on both ends of the wire."""

from typing import TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.json.Encoder()
_decoders: dict[object, msgspec.json.Decoder[object]] = {}

BadMessage = msgspec.ValidationError
"""Well-formed JSON that is not the message it should be; its text names the field."""

BadJson = msgspec.DecodeError
"""Bytes that are not JSON at all; the parent of `BadMessage`."""


def encode(message: object) -> bytes:
    """Return the message as UTF-8 JSON; instants become RFC 3339 in UTC."""
    return _encoder.encode(message)


def decode(body: bytes, kind: type[T]) -> T:
    """Return the message of this kind that the JSON holds; raise `BadMessage` or `BadJson`."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    try:
        return decoder.decode(body)  # type: ignore[return-value]  # the cache is keyed by the type
    except (UnicodeDecodeError, RecursionError) as error:
        raise BadJson(str(error)) from error
