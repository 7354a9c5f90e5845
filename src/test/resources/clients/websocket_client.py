"""As much of RFC 6455 as a client needs that sends short texts and listens."""

import base64
import os
import socket
import struct
import urllib.parse


class WebSocket:
    def __init__(self, address, key=None, timeout=120):
        url = urllib.parse.urlparse(address)
        self.socket = socket.create_connection((url.hostname, url.port or 80), timeout)
        nonce = base64.b64encode(os.urandom(16)).decode()
        path = url.path + ("?" + url.query if url.query else "")
        request = (
            f"GET {path} HTTP/1.1\r\nHost: {url.netloc}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {nonce}\r\nSec-WebSocket-Version: 13\r\n")
        if key:
            request += f"Authorization: Bearer {key}\r\n"
        self.socket.sendall((request + "\r\n").encode())
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            more = self.socket.recv(4096)
            if not more:
                raise ConnectionError("the server closed the connection")
            self.buffer += more
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        status = int(head.split(b" ", 2)[1])
        if status != 101:
            raise ConnectionError(f"the server answered {status}")

    def send(self, text):
        self._frame(1, text.encode())

    def receive(self):
        """The next text; None when the server closed."""
        text = b""
        while True:
            first, second = self._exactly(2)
            length = second & 127
            if length == 126:
                length = struct.unpack(">H", self._exactly(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self._exactly(8))[0]
            payload = self._exactly(length)
            kind = first & 15
            if kind == 8:
                return None
            if kind == 9:
                self._frame(10, payload)
            elif kind in (0, 1):
                text += payload
                if first & 128:
                    return text.decode()

    def close(self):
        self._frame(8, b"")
        self.socket.close()

    def _frame(self, kind, payload):
        mask = os.urandom(4)
        head = bytes([128 | kind])
        if len(payload) < 126:
            head += bytes([128 | len(payload)])
        else:
            head += bytes([128 | 126]) + struct.pack(">H", len(payload))
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self.socket.sendall(head + mask + masked)

    def _exactly(self, count):
        while len(self.buffer) < count:
            more = self.socket.recv(65536)
            if not more:
                raise ConnectionError("the server closed the connection")
            self.buffer += more
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken
