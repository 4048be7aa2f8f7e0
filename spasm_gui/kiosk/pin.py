"""The PIN that ends a kiosk: only a slow hash of it is ever kept."""

import base64
import binascii
import hashlib
import hmac
import os
import re

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
