"""The page of commands: every command with its options, as Markdown, from the parser.

python -m flows.commands_page > docs/commands.md
"""

from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator

from flows.cli import EPILOG, build_parser
from warehouse.dictionary import cell

INTRODUCTION = """# Commands

What `crossfoot --help` says, on one page; made by `python -m flows.commands_page > docs/commands.md`.
Exit codes and settings are explained in [operations.md](operations.md); an option comes before a setting.
"""


def commands_page() -> str:
    """Return the page."""
    return "\n".join([INTRODUCTION, *_lines(build_parser())])


def commands_of(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    """Return the parsers of the commands by name."""
    (commands,) = (one for one in parser._actions if isinstance(one, _SubParsersAction))
    return dict(commands.choices)


def _lines(parser: ArgumentParser) -> Iterator[str]:
    yield f"```text\n{EPILOG}```\n"
    yield "## For every command\n\nBefore the command's name.\n"
    yield from _options(parser)
    for name, command in commands_of(parser).items():
        yield f"## crossfoot {name}\n\n{command.description}\n"
        yield f"`{_usage(name, command)}`\n"
        yield from _options(command)
        if command.epilog:
            yield f"```text\n{command.epilog}```\n"


def _options(parser: ArgumentParser) -> Iterator[str]:
    shown = [one for one in parser._actions if one.help not in (None, SUPPRESS) and one.dest != "help"]
    shown = [one for one in shown if not isinstance(one, _SubParsersAction)]
    if shown:
        yield "| argument | meaning |\n|---|---|"
        yield from (f"| {_named(one)} | {cell(str(one.help))} |" for one in shown)
        yield ""


def _named(action: Action) -> str:
    if not action.option_strings:
        return f"`{action.metavar or action.dest}`"
    value = ""
    if action.choices:
        value = f" {{{','.join(map(str, action.choices))}}}"
    elif action.nargs != 0:
        value = f" {action.metavar or action.dest.upper()}"
    return f"`{cell(action.option_strings[-1] + value)}`" + (" (required)" if action.required else "")


def _usage(name: str, command: ArgumentParser) -> str:
    """Return a line of usage. argparse's own breaks by the terminal's width, and otherwise in each Python."""
    required = [one for one in command._actions if one.option_strings and one.required]
    words = [f"{one.option_strings[-1]} {one.metavar}" for one in required]
    for one in command._actions:
        if not one.option_strings:
            words.append(f"{one.metavar}{' ...' if one.nargs == '+' else ''}")
    optional = len([one for one in command._actions if one.option_strings and one.dest != "help"]) > len(
        required
    )
    return " ".join(["crossfoot", name, *(["[options]"] if optional else []), *words])


if __name__ == "__main__":
    print(commands_page(), end="")
