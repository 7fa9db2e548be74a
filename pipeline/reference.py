"""The CLI reference, made from the commands' own help."""

import click

from pipeline.cli import main


def markdown() -> str:
    """Return docs/cli.md: the help of every command."""
    parts = ["# Command line", "", "Made by `make docs`; do not edit by hand.", ""]
    parts += _section(main, "minutebook")
    for name, command in sorted(main.commands.items()):
        parts += _section(command, f"minutebook {name}")
    return "\n".join(parts).rstrip("\n")


def _section(command: click.Command, name: str) -> list[str]:
    context = click.Context(
        command, info_name=name, max_content_width=90, terminal_width=90,
        help_option_names=main.context_settings["help_option_names"],
    )  # fmt: skip
    return [f"## {name}", "", "```text", command.get_help(context), "```", ""]


if __name__ == "__main__":
    click.echo(markdown())
