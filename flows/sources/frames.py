"""Frames between this process and the child that parses: a length, then JSON or bytes."""

import json
import struct
from typing import Any

HEAD = struct.Struct(">I")
# What a child may send at once; an article is far shorter.
LARGEST = 1 << 28


def frame(content: bytes) -> bytes:
    """Return `content` with its length before it."""
    return HEAD.pack(len(content)) + content


def json_frame(message: object) -> bytes:
    """Return a frame of JSON; halves of surrogate pairs pass as escapes."""
    return frame(json.dumps(message).encode())


def read_json(content: bytes) -> Any:
    """Return what `json_frame` was given."""
    return json.loads(content)
