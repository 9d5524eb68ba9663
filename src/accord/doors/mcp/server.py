"""The server an assistant talks to: one person's desk over standard input and output."""

from typing import Any

import anyio
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.types import CallToolRequestParams, CallToolResult, ListToolsResult

from accord.base.people.rules import Actor

from .tools import Desk

INSTRUCTIONS = "Accord: what this organisation asked for, heard, and found worth doing."


def server(desk: Desk) -> Server[Any]:
    """Database work happens in a worker thread, one call after the other."""
    one_at_a_time = anyio.CapacityLimiter(1)

    async def list_tools(context: Any, params: Any) -> ListToolsResult:
        return ListToolsResult(tools=desk.tools())

    async def call_tool(context: Any, params: CallToolRequestParams) -> CallToolResult:
        return await anyio.to_thread.run_sync(desk.in_thread, params.name, params.arguments or {}, limiter=one_at_a_time)

    return Server("accord", version="1", instructions=INSTRUCTIONS, on_list_tools=list_tools, on_call_tool=call_tool)


def run(by: Actor, may_write: bool) -> None:
    """Serve until standard input ends."""

    async def serve() -> None:
        made = server(Desk(by, may_write))
        async with stdio_server() as (reading, writing):
            await made.run(reading, writing, made.create_initialization_options())

    anyio.run(serve)
