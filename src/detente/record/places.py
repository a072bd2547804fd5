"""Where a case must not lie, and where it had better not."""

import os
import re
from pathlib import Path

from detente.domain.findings import Finding, Place
from detente.errors import StoreError

# Kinds of file systems on which several machines may write, where SQLite's log is not safe:
# it shares memory between its processes, which must be on one machine.
_NETWORK = frozenset(
    (
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "fuse.ceph",
        "fuse.cephfs",
        "fuse.curlftpfs",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.glusterfs",
        "fuse.mfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "pvfs2",
        "smb3",
        "smbfs",
        "vboxsf",
    )
)
# Names of folders, and of things in folders, by which programs that synchronise are known.
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud drive": "iCloud",
    "icloud~": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
}
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".stversions": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
}
MOUNTS = Path("/proc/mounts")
# How blanks and the like are written there.
_OCTAL = re.compile(r"\\([0-7]{3})")


def refuse_network(folder: Path) -> None:
    """Refuse a folder on a network file system.

    Raises
    ------
    StoreError
        If it is known to lie on one. Linux says so of every folder, Windows of addresses that
        begin with two backslashes; elsewhere it is not known.
    """
    kind = file_system(folder)
    if kind in _NETWORK or str(folder.absolute()).startswith("\\\\"):
        raise StoreError(
            f"{folder} lies on a network file system ({kind or 'a share'}), where a case can be"
            " damaged when two machines write",
            fix="keep the case on a local disk, or share it with"
            " `detente init CASE --store postgresql://…`",
        )


def file_system(folder: Path) -> str | None:
    """Kind of the file system that a folder lies on; None where nothing says so."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    place = os.path.realpath(folder)
    best, kind = "", None
    for line in mounts.splitlines():
        _, where, of_kind, *_ = [*line.split(" "), "", "", ""]
        where = _OCTAL.sub(lambda number: chr(int(number[1], 8)), where)
        inside = place == where or place.startswith(where.rstrip("/") + "/")
        # Of two at one place the later one is on top.
        if inside and len(where) >= len(best):
            best, kind = where, of_kind
    return kind


def synced(folder: Path) -> Finding | None:
    """Warn of a folder that another program copies to other machines behind our back."""
    program = _syncs(folder)
    if program is None:
        return None
    return Finding(
        code="synced-folder",
        severity="warning",
        where=Place(path=str(folder)),
        what=f"{folder} seems to be synchronised by {program}, which may copy the database while"
        " it is being written, or replace it by an older one",
        fix="keep the case outside of it and put backups there: `detente backup FOLDER`",
    )


def _syncs(folder: Path) -> str | None:
    place = Path(os.path.realpath(folder))
    for part in place.parts:
        name = part.lower()
        for known, program in _SYNCED.items():
            if name == known or name.startswith((f"{known} ", f"{known}-", f"{known} (")):
                return program
    for above in (place, *place.parents):
        for marker, program in _MARKERS.items():
            if (above / marker).exists():
                return program
    return None
