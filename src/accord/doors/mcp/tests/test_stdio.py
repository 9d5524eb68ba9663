"""A real client talks to `accord mcp` over its standard input and output."""

import json
import sys

import anyio
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from tests.installation import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]


def test_an_assistant_lists_tools_reads_and_is_not_let_write(installation) -> None:
    process = StdioServerParameters(
        command=sys.executable, args=["-m", "accord", "mcp", "--as", "fiona@fernhill.example"], env=installation.environment, cwd=ROOT
    )

    async def talk():
        async with Client(stdio_client(process)) as client:
            tools = (await client.list_tools()).tools
            read = await client.call_tool("goals_list_goals", {})
            written = await client.call_tool("goals_set_goal", {"title": "Mine", "why": "Mine"})
            return tools, read, written

    tools, read, written = anyio.run(talk)
    assert "goals_list_goals" in {tool.name for tool in tools}
    assert [goal["title"] for goal in json.loads(read.content[0].text)["result"]] == ["Decide in three days"]
    assert written.is_error
    assert written.content[0].text == "There is no tool of that name here."


def test_nobody_of_that_name_is_told_in_a_sentence(installation) -> None:
    done = installation.accord("mcp", "--as", "nobody@alder.example")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Nobody signs in as nobody@alder.example there.\n")
