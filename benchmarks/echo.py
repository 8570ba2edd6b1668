"""The baseline of `benchmarks.belasting` and `benchmarks.snelheid`: a bare Sanic server that gives back what it gets.

python -m benchmarks.echo PORT
"""

from __future__ import annotations

import sys

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

app = Sanic("echo", configure_logging=False)


@app.post("/session")
async def session(request: Request) -> HTTPResponse:
    """A token, as the channel gives one."""
    return json({"token": "x" * 43}, status=201)


@app.post("/message")
async def message(request: Request) -> HTTPResponse:
    """The message itself as the only answer."""
    inhoud = request.json
    return json({"messages": [{"id": 1, "from": "assistant", "text": inhoud["text"]}], "last": 1, "busy": False})


@app.post("/webhooks/rest/webhook")
async def webhook(request: Request) -> HTTPResponse:
    """As Rasa's REST channel answers."""
    return json([{"recipient_id": request.json["sender"], "text": request.json["message"]}])


@app.get("/health")
async def health(request: Request) -> HTTPResponse:
    """Always well."""
    return json({"status": "ok"})


if __name__ == "__main__":
    app.config.MOTD = False
    app.run("127.0.0.1", int(sys.argv[1]), access_log=False)
