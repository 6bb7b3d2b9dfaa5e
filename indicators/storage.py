"""Where a corpus lies and its results go: files by path or address, whole or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from indicators.errors import InputError

MANIFEST = "manifest.json"  # what the results in a folder were made from
UNFINISHED = ".tmp"
# What Spark and Dask put beside the Parquet files they write.
_NOTES = {"_SUCCESS", "_metadata", "_common_metadata"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a corpus: its address, its name below the corpus and its length in bytes."""

    address: str
    name: str
    size: int


def located(address: str) -> tuple[Any, str]:
    """The file system of an address and the path there; a plain path is of this machine.

    fsspec would see a chain of addresses in a path with ``::``, which titles of pages may hold.
    """
    if "://" not in address:
        return fsspec.filesystem("file"), os.path.abspath(address)
    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise InputError("bulk_storage", address=address, why=_why(error)) from None
    return system, path


def absolute(address: str) -> str:
    """The same place, also for a process that was started in another folder."""
    return _address(*located(address))


def files(address: str) -> Iterator[File]:
    """The file itself, or the files below a folder by name, without hidden ones and _NOTES."""
    system, path = located(address)
    with told(address):
        alone = system.isfile(path)
        found = {path: system.info(path)} if alone else system.find(path, detail=True)
        if not found and not system.exists(path):
            raise InputError("missing")
        for one, about in sorted(found.items()):
            name = PurePosixPath(one).name if alone else one[len(path) :].lstrip("/")
            if alone or not _passed_over(PurePosixPath(name)):
                yield File(_address(system, one), name, int(about["size"] or 0))


def _passed_over(name: PurePosixPath) -> bool:
    return name.name in _NOTES or any(part.startswith(".") for part in name.parts)


@contextmanager
def reading(address: str) -> Iterator[Any]:
    """The bytes of a file as a stream that can seek."""
    system, path = located(address)
    with told(address), system.open(path, "rb") as stream:
        yield stream


@contextmanager
def told(address: str) -> Iterator[None]:
    """What goes wrong with a storage, as InputError."""
    try:
        yield
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError("bulk_gone", address=address) from None
    except Exception as error:
        if not _is_storage(error, address):
            raise
        raise InputError("bulk_unreadable", address=address, why=_why(error)) from None


def _is_storage(error: Exception, address: str) -> bool:
    """Whether an error is one of a disk or, at an address, of a driver that has its own kinds."""
    return isinstance(error, OSError) or "://" in address


def _why(error: Exception) -> str:
    """One line of what the system or the driver says."""
    said = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return " ".join(said.split())[:200].rstrip(". ")


def put(system: Any, path: str, content: bytes) -> None:
    """Write a file so that whoever looks sees all of it or nothing.

    On a disk under another name first, which then takes the place; an object store shows a file
    only when all of it has arrived. Raises InputError where there is no room or no permission.
    """
    local = _is_local(system)
    begun = f"{path}.{uuid.uuid4().hex[:8]}{UNFINISHED}" if local else path
    try:
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        system.pipe_file(begun, content)
        if local:
            os.replace(begun, path)
    except Exception as error:
        if local and not isinstance(error, OSError):
            raise
        if local and os.path.exists(begun):
            os.remove(begun)
        raise InputError("bulk_unwritten", path=path, why=_why(error)) from None


def _address(system: Any, path: str) -> str:
    return path if _is_local(system) else str(system.unstrip_protocol(path))


def _is_local(system: Any) -> bool:
    return isinstance(system, LocalFileSystem)


def is_within(address: str, folder: str) -> bool:
    """Whether an address is a folder's own or lies in it."""
    (system, path), (other, root) = located(address), located(folder)
    return bool(type(system) is type(other) and f"{path}/".startswith(f"{root.rstrip('/')}/"))
