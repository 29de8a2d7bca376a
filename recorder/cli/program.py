"""The program around the commands: its language, its help, its exit codes. No traceback leaves."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from recorder.cli.words import _, language_for, sentence_for, use_language
from recorder.errors import ArchiveDamagedError, RecorderError
from recorder.language.catalogue import N_

FAULT, USAGE = 1, 2


class Misuse(click.UsageError):
    """A command line that does not fit, in a sentence of ours for whoever wrote it."""


# Headings that Click writes itself; marked here to be translated.
_HEADINGS = (N_("Usage: "), N_("Options"), N_("Commands"))


class _Formatter(click.HelpFormatter):
    """Help pages with headings in the language in use."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _("Usage: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_(heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    """An option whose help is a message of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its names and its help, translated."""
        record = super().get_help_record(ctx)
        return (record[0], _said(self.help)) if record else None


class Command(click.Command):
    """A command whose help is a message of the catalogue."""

    context_class = _Context

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the command does, translated."""
        _write_help_text(self, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - Click's signature
        """Its line in the list of commands."""
        return _said(self.help)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, with its own help translated."""
        return _translated(super().get_help_option(ctx))


class Program(click.Group):
    """The group of commands. Ends with 0, 1 (the world or the data) or 2 (usage)."""

    context_class = _Context
    command_class = Command

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> NoReturn:  # noqa: ANN401
        """Runs the arguments and leaves the process with the exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        use_language(language_for(arguments, os.environ))
        extra["standalone_mode"] = False
        try:
            outcome = super().main(arguments, *more, **extra)
        except Exception as error:  # noqa: BLE001 - whatever it is, the user meets a sentence
            if "--debug" in arguments:
                traceback.print_exc()
            sentence, outcome = _sentence_and_code(error)
            click.echo(sentence, err=True)
        sys.exit(outcome if isinstance(outcome, int) else 0)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the command does, translated."""
        _write_help_text(self, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - Click's signature
        """Its line in the list of commands."""
        return _said(self.help)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, with its own help translated."""
        return _translated(super().get_help_option(ctx))


def _write_help_text(command: click.Command, formatter: click.HelpFormatter) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_said(command.help))


def _said(message: str | None) -> str:
    """The message translated; an empty one would be looked up as the catalogue's header."""
    return _(message) if message else ""


def _translated(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = _("Show this page.")
    return option


def _sentence_and_code(error: Exception) -> tuple[str, int]:
    if isinstance(error, ArchiveDamagedError):
        ways = _("`backups` lists the copies, `restore` puts one back, `salvage` rescues the rest.")
        return f"{sentence_for(error)}\n{ways}", FAULT
    if isinstance(error, RecorderError):
        return sentence_for(error), FAULT
    if isinstance(error, click.Abort):
        return _("Stopped. What was saved before is whole."), FAULT
    if isinstance(error, click.exceptions.NoArgsIsHelpError | Misuse):
        return error.message, USAGE
    if isinstance(error, click.ClickException):
        hint = _("--help shows what there is.")
        return f"{_usage_sentence(error)}\n{hint}", error.exit_code
    said = _("Something unexpected went wrong; what was saved before is whole. Details: --debug")
    return said, FAULT


def _usage_sentence(error: click.ClickException) -> str:
    """What is wrong with the command line; Click itself says it in English only."""
    match error:
        case click.NoSuchOption():
            return _("There is no such option: {name}").format(name=error.option_name)
        case click.exceptions.NoSuchCommand():
            return _("There is no such command: {name}").format(name=error.command_name)
        case click.BadOptionUsage():
            return _("This option is not complete: {name}").format(name=error.option_name)
        case click.MissingParameter():
            return _("Something is missing: {name}").format(name=_name_of(error))
        case click.BadParameter():
            return _("This value cannot be used: {name}").format(name=_name_of(error))
    return _("A command is missing, or its arguments do not fit it.")


def _name_of(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return (error.param.name if error.param else "") or ""
