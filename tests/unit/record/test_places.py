"""Is a case kept off file systems that would damage it, and only off those?"""

from pathlib import Path

import pytest

from detente.errors import StoreError
from detente.record import places

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/people /people/ada nfs4 rw 0 0
//box/share /mnt/my\040share cifs rw 0 0
//box/more /mnt/ağ\040sürücüsü cifs rw 0 0
user@host: /people/ada/local/far fuse.sshfs rw 0 0
/dev/sdb1 /people/ada/local ext4 rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
server:/x /mnt/over nfs rw 0 0
"""


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    path = tmp_path / "mounts"
    path.write_text(MOUNTS.lstrip(), encoding="utf-8")
    monkeypatch.setattr(places, "MOUNTS", path)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/case", "ext4"),
        ("/people/ada/case", "nfs4"),
        ("/people/adamant/case", "ext4"),
        ("/people/ada/local/case", "ext4"),
        ("/people/ada/local/far/case", "fuse.sshfs"),
        ("/mnt/my share/case", "cifs"),
        ("/mnt/ağ sürücüsü/case", "cifs"),
        ("/mnt/over/case", "nfs"),
    ],
)
def test_the_nearest_mount_decides(mounts, folder, kind):
    assert places.file_system(Path(folder)) == kind
    if kind == "ext4":
        places.refuse_network(Path(folder))
    else:
        with pytest.raises(StoreError, match=kind) as error:
            places.refuse_network(Path(folder))
        assert "postgresql" in error.value.fix


def test_where_nothing_tells_the_file_system_nothing_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "MOUNTS", tmp_path / "none")
    places.refuse_network(tmp_path)


@pytest.mark.parametrize(
    ("parts", "program"),
    [
        ("Dropbox/case", "Dropbox"),
        ("Dropbox (Personal)/a/case", "Dropbox"),
        ("OneDrive - Institute/case", "OneDrive"),
        ("Library/Mobile Documents/case", "iCloud"),
        ("Google Drive/case", "Google Drive"),
        ("my-onedrive-notes/case", None),
        ("plain/case", None),
    ],
)
def test_folders_that_others_copy_are_told_of(tmp_path, parts, program):
    folder = tmp_path / parts
    folder.mkdir(parents=True)
    found = places.synced(folder)
    assert (found and found.code) == ("synced-folder" if program else None)
    assert program is None or program in found.what


def test_a_marker_further_up_tells_too(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    folder = tmp_path / "a" / "case"
    folder.mkdir(parents=True)
    assert "Syncthing" in places.synced(folder).what
