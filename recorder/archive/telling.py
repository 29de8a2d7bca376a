"""Damage that shows when a page is read is told as such, by whatever method met it."""

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

from recorder.storage import engine
from recorder.storage.faults import translated

AnyClass = TypeVar("AnyClass", bound=type[Any])


def tells_damage(cls: AnyClass) -> AnyClass:
    """Let the public methods and properties of a class raise our errors for the engine's.

    The class holds a `_writer`, which knows the file: ArchiveDamagedError names it.
    """
    for name, member in list(vars(cls).items()):
        if name.startswith("_"):
            continue
        if isinstance(member, FunctionType):
            setattr(cls, name, _telling(member))
        elif isinstance(member, property) and member.fget:
            writes = _telling(member.fset) if member.fset else None
            setattr(cls, name, property(_telling(member.fget), writes, doc=member.__doc__))
    return cls


def _telling(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def told(self: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - any method
        try:
            return method(self, *arguments, **named)
        except engine.Error as error:
            raise translated(error, self._writer.path) from error

    return told
