"""Follow goods from customs records to the sanctioned end users they reach, with bounds, rows and checked claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enduse import version

if TYPE_CHECKING:
    from enduse.workspace import Workspace

__version__ = version.VERSION
__all__ = ["Workspace", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the workspace when it is first asked for, so that `import enduse` stays light."""
    if name == "Workspace":
        from enduse.workspace import Workspace

        return Workspace
    raise AttributeError(f"module 'enduse' has no attribute {name!r}")
