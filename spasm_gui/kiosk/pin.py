"""The PIN that ends a kiosk: only a slow hash of it is ever kept."""

import base64
import binascii
import hashlib
import hmac
import os
import re
from collections.abc import Callable

_COST, _BLOCK, _LANES = 2**14, 8, 1
_MAX_MEMORY = 64 * 1024 * 1024
_SALT_BYTES, _HASH_BYTES = 16, 32


def is_pin(text: str) -> bool:
    """True for 4 to 12 digits."""
    return re.fullmatch(r"[0-9]{4,12}", text) is not None


def hash_pin(pin: str) -> str:
    """Return the line for `kiosk.toml`. Twice the same PIN gives two different lines."""
    if not is_pin(pin):
        raise ValueError("a PIN has 4 to 12 digits")
    salt = os.urandom(_SALT_BYTES)
    return f"scrypt${_encoded(salt)}${_encoded(_slow_hash(pin, salt))}"


def is_pin_hash(value: object) -> bool:
    """True for something that `hash_pin` could have made."""
    return isinstance(value, str) and _parts(value) is not None


def is_right_pin(pin: str, pin_hash: str) -> bool:
    """True if the PIN belongs to the hash. Takes a noticeable moment on purpose."""
    parts = _parts(pin_hash)
    if parts is None or not is_pin(pin):
        return False
    salt, expected = parts
    return hmac.compare_digest(_slow_hash(pin, salt), expected)


def _slow_hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode("ascii"), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MAX_MEMORY, dklen=_HASH_BYTES
    )


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii")


def _parts(text: str) -> tuple[bytes, bytes] | None:
    name, _, rest = text.partition("$")
    salt_text, _, hash_text = rest.partition("$")
    try:
        salt, expected = (base64.b64decode(one, altchars=b"-_", validate=True) for one in (salt_text, hash_text))
    except (binascii.Error, ValueError):
        return None
    if name != "scrypt" or len(salt) != _SALT_BYTES or len(expected) != _HASH_BYTES:
        return None
    return salt, expected


class PinGate:
    """Lets the right PIN through, and nobody guess: after three wrong ones it stays shut for a while, then longer."""

    TRIES = 3
    SHUT_MS = 60_000

    def __init__(self, pin_hash: str, clock_ms: Callable[[], int]) -> None:
        self._pin_hash, self._clock_ms = pin_hash, clock_ms
        self._wrong = 0
        self._shut_until_ms = 0

    @property
    def is_open_for_tries(self) -> bool:
        """True if there is a PIN and it may be tried now."""
        return bool(self._pin_hash) and self._clock_ms() >= self._shut_until_ms

    def lets_through(self, pin: str) -> bool:
        """True for the right PIN, while tries are allowed."""
        if not self.is_open_for_tries:
            return False
        if is_right_pin(pin, self._pin_hash):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong % self.TRIES == 0:
            doublings = min(self._wrong // self.TRIES - 1, 6)
            self._shut_until_ms = self._clock_ms() + self.SHUT_MS * 2**doublings
        return False
