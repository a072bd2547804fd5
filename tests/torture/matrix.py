"""Every fault × every operation, counted in a table; the command behind `make torture`.

``python tests/torture/matrix.py`` prints the table of docs/reference/durability.md, with
``--sample`` a small part of it. The exit code is 1 if any trial lost or damaged anything.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import cases
import faults
from operations import OPERATIONS, TEXTS, Operation, full_case, opened

from detente.errors import DetenteError, StoreError
from detente.record import database as databases
from detente.record.doctoring import repair
from detente.record.folders import is_case
from detente.record.verifying import verify

# A second writer that never lets go is told of sooner in a test.
IMPATIENT = 1


class Broken(Exception):
    """A trial that lost or damaged something, or said nothing useful."""


@dataclass
class Plan:
    """How many trials each cell of the table gets."""

    kills: int
    each: int
    flips: int
    tears: int


FULL = Plan(kills=75, each=30, flips=1_040, tears=60)
SAMPLE = Plan(kills=3, each=1, flips=16, tears=2)


@dataclass
class Table:
    """Trials that went well, by fault and operation, and what went wrong in the others."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def note(self, fault: str, column: str, trial: Callable[[], None], name: str) -> None:
        try:
            trial()
        except Exception as error:  # noqa: BLE001 - any failure is one of the program under test
            trace = "" if isinstance(error, Broken) else traceback.format_exc()
            self.broken.append(f"{fault} × {column}, {name}: {error}\n{trace}")
        else:
            self.counts[fault, column] += 1

    def lines(self, columns: list[str]) -> Iterator[str]:
        yield "| fault | " + " | ".join(columns) + " |"
        yield "|---|" + "---|" * len(columns)
        for fault in dict.fromkeys(fault for fault, _ in self.counts):
            cells = [str(self.counts[fault, column] or "–") for column in columns]
            yield f"| {fault} | " + " | ".join(cells) + " |"


# --- A process that a fault befalls ---------------------------------------------------------


@dataclass
class End:
    """How a child ended: killed, well, or with an error; and what it was told is done."""

    killed: bool
    done: list[str]
    error: str | None
    steps: tuple[int, int, int]


def run_with(fault: faults.Fault, operation: Operation, folder: Path, url: str | None) -> End:
    """Do an operation in a process of its own that a fault befalls."""
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _be_the_child(fault, operation, folder, url, tells)
    os.close(tells)
    with os.fdopen(told, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    end = End(os.WIFSIGNALED(status), [], None, (0, 0, 0))
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "done":
            end.done.append(rest)
        elif word == "error":
            end.error = rest
        elif word == "steps":
            first, second, third = map(int, rest.split())
            end.steps = first, second, third
    if end.killed and os.WTERMSIG(status) != signal.SIGKILL:
        raise Broken(f"the process died of signal {os.WTERMSIG(status)}")
    if not end.killed and not any(line.startswith("steps ") for line in lines):
        raise Broken(f"the process ended without a word: {lines}")
    return end


def _be_the_child(
    fault: faults.Fault, operation: Operation, folder: Path, url: str | None, tells: int
) -> None:
    def tell(line: str) -> None:
        os.write(tells, f"{line}\n".encode())

    code = 0
    try:
        faults.install(fault)
        if url:
            faults.install_in_server(fault)
        operation.run(folder, lambda step: tell(f"done {step}"))
    except DetenteError as error:
        tell(f"error {type(error).__name__}: {' '.join(str(error).split())}")
    except BaseException as error:  # noqa: BLE001 - told of, and judged by the parent
        tell(f"error FAULT OF THE PROGRAM {type(error).__name__}: {error}")
        code = 70
    tell(f"steps {fault.steps} {fault.writes} {fault.syncs}")
    os._exit(code)


# --- One trial ------------------------------------------------------------------------------


class Trials:
    """Trials of one operation, each on a copy of a prepared case."""

    def __init__(self, operation: Operation, work: Path, url: str | None) -> None:
        self.operation = operation
        self.work = work
        self.url = url
        self.prepared = work / f"prepared-{operation.name}"
        self.expected, self.steps = self._undisturbed()

    @contextmanager
    def fresh(self) -> Iterator[tuple[Path, str | None]]:
        """A folder in which the case stands as it was prepared."""
        folder = Path(tempfile.mkdtemp(dir=self.work)) / "case"
        with cases.postgres_database() if self.url else nullcontext() as url:
            if url:
                (folder.parent / "url.txt").write_text(url)
                self.operation.prepare(folder, url)
            else:
                if not self.prepared.exists():
                    self.prepared.mkdir()
                    self.operation.prepare(self.prepared / "case", None)
                shutil.copytree(self.prepared, folder.parent, dirs_exist_ok=True)
            yield folder, url
        shutil.rmtree(folder.parent)

    def _undisturbed(self) -> tuple[str, tuple[int, int, int]]:
        with self.fresh() as (folder, url):
            end = run_with(faults.Fault(), self.operation, folder, url)
            if end.error or end.killed:
                raise Broken(f"{self.operation.name} fails undisturbed: {end.error}")
            return digest(folder), end.steps

    def trial(self, kind: faults.Kind, at: int) -> None:
        """Let a fault befall the operation, look at what is left, and do it again."""
        with self.fresh() as (folder, url):
            end = run_with(faults.Fault(kind, at), self.operation, folder, url)
            if end.error is not None:
                expect_sentence(end.error, folder, url)
            if is_case(folder):
                self._look(folder, end)
            elif end.done:
                raise Broken("the case is gone, and was told of as made")
            again = run_with(faults.Fault(), self.operation, folder, url)
            if again.error is not None:
                raise Broken(f"made again, it fails: {again.error}")
            if digest(folder) != self.expected:
                raise Broken("made again, it gives another digest than undisturbed")
            expect_sound(folder)

    def _look(self, folder: Path, end: End) -> None:
        if lost := set(end.done) - self.operation.there(folder):
            raise Broken(f"told of as done, and gone: {lost}")
        expect_sound(folder)


def digest(folder: Path) -> str:
    store = opened(folder)
    try:
        return store.digest()
    finally:
        store.close()


def expect_sound(folder: Path) -> None:
    store = opened(folder)
    try:
        report = verify(store)
    finally:
        store.close()
    if not report.sound:
        raise Broken(f"damaged: {[finding.what for finding in report.findings]}")


def expect_sentence(error: str, folder: Path, url: str | None) -> None:
    """An error is one of ours, names a file or the server, and says what to do."""
    places = [str(folder.parent), *(["postgresql://"] if url else [])]
    named = any(place in error for place in places)
    if not error.startswith("StoreError: ") or " try: " not in error or not named:
        raise Broken(f"no sentence that helps: {error}")


# --- The faults -----------------------------------------------------------------------------


def spread(rng: random.Random, most: int, wanted: int) -> list[int]:
    """Counts at which a fault falls: the first ones, and others anywhere in the work."""
    first = range(1, min(most, wanted // 2) + 1)
    return [*first, *(rng.randint(1, max(most, 1)) for _ in range(wanted - len(first)))]


def befall(table: Table, trials: Trials, plan: Plan, rng: random.Random, where: str) -> None:
    """Kills and failing calls."""
    steps, writes, syncs = trials.steps
    kinds: list[tuple[str, faults.Kind, int, int]] = [("kill -9", "kill", steps, plan.kills)]
    if trials.url is None:
        kinds += [
            ("kill -9 in the middle of a write", "torn", writes, plan.each),
            ("the n-th write fails", "write", writes, plan.each),
            ("the n-th fsync fails", "fsync", syncs, plan.each),
            ("disk full from the n-th write on", "full", writes, plan.each),
        ]
    else:
        kinds += [("the connection breaks", "write", writes, plan.each)]
    for name, kind, most, wanted in kinds:
        for at in spread(rng, most, wanted):
            table.note(
                f"{name}{where}",
                trials.operation.name,
                lambda kind=kind, at=at: trials.trial(kind, at),
                f"at {at} of {most}",
            )


def second_writer(table: Table, trials: Trials, where: str) -> None:
    """Another process holds the write lock: for a while, and for good."""
    name = trials.operation.name
    if name == "init":
        return  # there is nothing yet that another one could be writing

    def waits() -> None:
        with trials.fresh() as (folder, url):
            with holding(folder, url, seconds=0.3):
                end = run_with(faults.Fault(), trials.operation, folder, url)
            if end.error is not None:
                raise Broken(f"it does not wait: {end.error}")
            if digest(folder) != trials.expected:
                raise Broken("another digest than undisturbed")
            expect_sound(folder)

    def gives_up() -> None:
        with trials.fresh() as (folder, url):
            before = digest(folder) if name != "migrate" else None
            with holding(folder, url, seconds=None):
                end = run_with(faults.Fault(), impatient(trials.operation), folder, url)
            if end.error is None and name != "backup":  # a backup only reads
                raise Broken("it wrote although another one was writing")
            if end.error is not None:
                expect_sentence(end.error, folder, url)
                if "another process" not in end.error:
                    raise Broken(f"it does not say that another one is writing: {end.error}")
                if before is not None and digest(folder) != before:
                    raise Broken("it gave up and still changed something")
            expect_sound(folder)

    table.note(f"a second writer, for a while{where}", name, waits, "")
    table.note(f"a second writer that never ends{where}", name, gives_up, "")


def impatient(operation: Operation) -> Operation:
    def run(folder: Path, done: Callable[[str], None]) -> None:
        databases.PATIENCE = IMPATIENT
        operation.run(folder, done)

    return Operation(operation.name, operation.prepare, run, operation.there)


@contextmanager
def holding(folder: Path, url: str | None, seconds: float | None) -> Iterator[None]:
    """A process that holds the write lock, and is there before the block begins."""
    ready, says = os.pipe()
    child = os.fork()
    if child == 0:
        database = databases.database_of(folder, url)
        with databases.writing(database) as connection:
            if url:  # those who make tables wait for this one
                connection.exec_driver_sql(
                    "SELECT pg_advisory_xact_lock(hashtext('detente ' || current_schema()))"
                )
            os.write(says, b"x")
            time.sleep(60 if seconds is None else seconds)
        os._exit(0)
    os.read(ready, 1)
    os.close(ready)
    os.close(says)
    try:
        yield
    finally:
        if seconds is None:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def read_only(table: Table, trials: Trials) -> None:
    """The case lies where nothing can be written."""
    if trials.operation.name == "init":
        return

    def trial() -> None:
        with trials.fresh() as (folder, url):
            before = content(folder) if trials.operation.name != "migrate" else None
            with unwritable(folder):
                end = run_with(faults.Fault(), trials.operation, folder, url)
                if end.error is None and trials.operation.name != "backup":
                    raise Broken("it wrote where nothing can be written")
                if end.error is not None:
                    expect_sentence(end.error, folder, url)
                if before is not None and digest(folder) != before[0]:
                    raise Broken("a read-only case cannot be read")
            if before is not None and content(folder) != before:
                raise Broken("something was changed")

    table.note("read-only folder", trials.operation.name, trial, "")


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """A mount on which even root cannot write; without root, permissions do."""
    if os.geteuid() != 0:
        paths = [folder, *folder.rglob("*")]
        modes = {path: path.stat().st_mode for path in paths}
        for path in paths:
            path.chmod(modes[path] & 0o555)
        try:
            yield
        finally:
            for path in paths:
                path.chmod(modes[path])
        return
    target = str(folder)
    if os.system(f"mount --bind '{target}' '{target}' 2>/dev/null") != 0:
        raise Broken("this machine lets root mount nothing; run it as another user")
    os.system(f"mount -o remount,bind,ro '{target}'")
    try:
        yield
    finally:
        os.system(f"umount '{target}'")


# --- Damage ---------------------------------------------------------------------------------


def content(folder: Path) -> tuple[object, ...]:
    """Everything that a case tells anybody."""
    store = opened(folder)
    try:
        return (
            store.digest(),
            store.readings(),
            store.judgements(),
            store.history(),
            store.claims(),
            store.counts(),
        )
    finally:
        store.close()


def flip(table: Table, work: Path, plan: Plan, rng: random.Random) -> None:
    """Turn a bit in a file of a case: it is found, or does no harm."""
    good = work / "flip-good"
    full_case(good, None)
    before = content(good)
    log_of = work / "flip-log"
    _with_open_log(log_of)
    before_log = content_of_copy(log_of, work)
    for number in range(plan.flips):
        where = ("database", "blobs", "texts and log", "write-ahead log")[number % 4]
        source, expected = (log_of, before_log) if number % 4 == 3 else (good, before)
        table.note(
            "a bit turned in",
            where,
            lambda s=source, e=expected, w=where: _flip_one(s, e, w, work, rng),
            f"trial {number}",
        )


def _with_open_log(folder: Path) -> None:
    """A case of which much is only in the write-ahead log, as after a crash."""
    child = os.fork()
    if child == 0:
        full_case(folder, None)
        store = opened(folder)
        store.undo("ada")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (folder / "record.db-wal").stat().st_size > 0


def content_of_copy(source: Path, work: Path) -> tuple[object, ...]:
    copy = work / "content-copy"
    shutil.copytree(source, copy)
    try:
        return content(copy)
    finally:
        shutil.rmtree(copy)


def _flip_one(
    source: Path, expected: tuple[object, ...], where: str, work: Path, rng: random.Random
) -> None:
    copy = work / "flipped"
    shutil.copytree(source, copy)
    try:
        path, offset = _place(copy, where, rng)
        data = bytearray(path.read_bytes())
        data[offset] ^= 1 << rng.randrange(8)
        path.write_bytes(data)
        found = detected(copy)
        if not found and content(copy) != expected:
            raise Broken(f"{path.name} at {offset}: not found, and the content differs")
        if not found and where in ("blobs", "texts and log"):
            raise Broken(f"{path.name} at {offset}: not found")
    finally:
        shutil.rmtree(copy)


def _place(folder: Path, where: str, rng: random.Random) -> tuple[Path, int]:
    """A file and a byte in it."""
    if where == "blobs":
        path = rng.choice(sorted(p for p in (folder / "blobs").rglob("*") if p.is_file()))
    elif where == "write-ahead log":
        path = folder / "record.db-wal"
    else:
        path = folder / "record.db"
    if where != "texts and log":
        return path, rng.randrange(path.stat().st_size)
    data = path.read_bytes()
    words = rng.choice(
        [t.document.text.encode()[5:50] for t in TEXTS] + [b'"decision":"unsure"', b'"note":"at']
    )
    # The words stand in the text, in rows made from it, and perhaps in pages no longer used.
    with closing(sqlite3.connect(path)) as connection:
        used = _used(connection, data, words)
    return path, rng.choice(used) + rng.randrange(len(words))


def _used(connection: sqlite3.Connection, data: bytes, words: bytes) -> list[int]:
    """Where words stand in pages that hold texts or the log."""
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    names = "('documents', 'event_log')"
    pages = f"SELECT pageno FROM dbstat WHERE name IN {names}"
    try:
        kept = {number for (number,) in connection.execute(pages)}
    except sqlite3.OperationalError:  # an SQLite without that table: search everywhere
        kept = set(range(1, len(data) // size + 1))
    found, at = [], data.find(words)
    while at >= 0:
        if at // size + 1 in kept:
            found.append(at)
        at = data.find(words, at + 1)
    return found


def detected(folder: Path) -> bool:
    """Whether opening or verifying a case says that it is damaged."""
    try:
        store = opened(folder)
    except StoreError as error:
        if not error.fix or str(folder) not in error.what:
            raise Broken(f"no sentence that helps: {error}") from error
        return True
    try:
        return not verify(store).sound
    finally:
        store.close()


def torn_copies(table: Table, work: Path, plan: Plan, rng: random.Random) -> None:
    """Copy a case as some tool would, while it is at work: the files are of different moments."""
    source = work / "torn-source"
    _with_open_log(source)
    expected = content_of_copy(source, work)
    for number in range(plan.tears):
        for column, tear in (
            ("without the log", _without_log),
            ("log cut short", _cut_log),
            ("database cut short", _cut_database),
            ("database of another moment", _mixed),
        ):
            table.note(
                "a torn copy",
                column,
                lambda t=tear: _torn(source, expected, t, work, rng),
                f"trial {number}",
            )


def _torn(source: Path, expected: tuple[object, ...], tear, work: Path, rng) -> None:
    copy = work / "torn"
    shutil.copytree(source, copy)
    try:
        after = tear(copy, rng)
        if not detected(copy) and content(copy) not in (expected, after):
            raise Broken("not found, and the content differs")
    finally:
        shutil.rmtree(copy)


def _without_log(copy: Path, rng: random.Random) -> None:
    (copy / "record.db-wal").unlink()
    if rng.random() < 0.5:
        (copy / "record.db-shm").unlink(missing_ok=True)


def _cut_log(copy: Path, rng: random.Random) -> None:
    path = copy / "record.db-wal"
    os.truncate(path, rng.randrange(path.stat().st_size))
    (copy / "record.db-shm").unlink(missing_ok=True)


def _cut_database(copy: Path, rng: random.Random) -> None:
    path = copy / "record.db"
    os.truncate(path, rng.randrange(path.stat().st_size))


def _mixed(copy: Path, rng: random.Random) -> tuple[object, ...]:
    """Pages of an older moment among those of today; perhaps all of them are of today."""
    path = copy / "record.db"
    old = path.read_bytes()
    store = opened(copy)
    store.remove(TEXTS[0].document.id, by="ada")
    repair(store, lambda _: None)
    store.close()
    after = content(copy)
    new = path.read_bytes()
    cut = rng.randrange(1, min(len(old), len(new)) // 4096) * 4096
    path.write_bytes(old[:cut] + new[cut:])
    return after


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


# --- Everything -----------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", action="store_true", help="a few trials of each kind")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--operation", action="append", help="only this one; may be repeated")
    parser.add_argument("--only", choices=["sqlite", "postgres"], help="on one database only")
    options = parser.parse_args()
    plan = SAMPLE if options.sample else FULL
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    say(f"seed {seed}")
    rng = random.Random(seed)
    began = time.monotonic()
    by_operation, by_place = Table(), Table()
    server = None if options.only == "sqlite" else cases.postgres_server()
    # In memory where that is possible: what is asked is not how fast a disk is.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="detente-torture-", dir=memory) as name:
        work = Path(name)
        chosen = [o for o in OPERATIONS if not options.operation or o.name in options.operation]
        for operation in chosen if options.only != "postgres" else ():
            trials = Trials(operation, work, None)
            befall(by_operation, trials, plan, rng, "")
            second_writer(by_operation, trials, "")
            read_only(by_operation, trials)
            say(f"{operation.name}: {time.monotonic() - began:.0f} s")
        if server is not None:
            small = Plan(
                kills=max(1, plan.each // 4), each=max(1, plan.each // 4), flips=0, tears=0
            )
            for operation in chosen:
                trials = Trials(operation, work, server)
                befall(by_operation, trials, small, rng, ", PostgreSQL")
                second_writer(by_operation, trials, ", PostgreSQL")
                say(f"{operation.name}, PostgreSQL: {time.monotonic() - began:.0f} s")
        if not options.operation and options.only != "postgres":
            flip(by_place, work, plan, rng)
            torn_copies(by_place, work, plan, rng)
    for line in by_operation.lines([operation.name for operation in chosen]):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write("\n")
    places = dict.fromkeys(column for _, column in by_place.counts)
    for line in by_place.lines(list(places)):
        sys.stdout.write(f"{line}\n")
    broken = [*by_operation.broken, *by_place.broken]
    trials_made = sum((by_operation.counts + by_place.counts).values()) + len(broken)
    kills = sum(n for (fault, _), n in by_operation.counts.items() if fault.startswith("kill"))
    flips = sum(n for (fault, _), n in by_place.counts.items() if fault.startswith("a bit"))
    sys.stdout.write(
        f"\n{trials_made} trials, {kills} of them kills and {flips} turned bits:"
        f" {len(broken)} lost or damaged something.\n"
    )
    say(f"{time.monotonic() - began:.0f} s, seed {seed}")
    for problem in broken[:20]:
        say(problem)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
