"""A few lines over urllib, in the manner of requests: forms with files, JSON, statuses without exceptions."""

import json
import os
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Answer:
    def __init__(self, status, headers, body):
        self.status_code = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)


class Session:
    def __init__(self, base, key=None):
        self.base = base.rstrip("/")
        self.key = key or None

    def get(self, path, params=None):
        if params:
            path += "?" + urllib.parse.urlencode(params)
        return self._send("GET", path, None, {})

    def post(self, path, data=None, files=None, json_body=None, params=None):
        """files: list of (field, (file name, bytes))"""
        if params:
            path += "?" + urllib.parse.urlencode(params)
        if json_body is not None:
            return self._send(
                "POST", path, json.dumps(json_body).encode(), {"Content-Type": "application/json"})
        if files:
            boundary = uuid.uuid4().hex
            body = b""
            for name, value in (data or {}).items():
                body += (
                    f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                ).encode()
            for field, (name, content) in files:
                body += (
                    f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
                    "Content-Type: application/octet-stream\r\n\r\n"
                ).encode() + content + b"\r\n"
            body += f"--{boundary}--\r\n".encode()
            return self._send(
                "POST", path, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        body = urllib.parse.urlencode(data or {}).encode()
        return self._send(
            "POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def _send(self, method, path, body, headers):
        if self.key:
            headers["Authorization"] = "Bearer " + self.key
        request = urllib.request.Request(self.base + path, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=300) as response:
                return Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())


def read_cvs(folder, limit=None):
    """The CVs of a folder: list of (file name, bytes)."""
    names = sorted(os.listdir(folder))
    if limit:
        names = names[:limit]
    cvs = []
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            cvs.append((name, file.read()))
    return cvs


def check(condition, what):
    if not condition:
        raise SystemExit("FAILED: " + str(what))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)
