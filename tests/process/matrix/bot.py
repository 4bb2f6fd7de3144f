"""The bot on Matrix, as a process, behind a line that writes down what passes."""

from dataclasses import dataclass, field

from tests.process.books import Books
from tests.process.matrix.line import Log
from tests.process.matrix.people import Member
from tests.process.running import LONG, Running
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.synapse import Account

SECRET = "a secret for the store"


@dataclass
class MatrixBot(Running):
    """`people` are those who talk to it."""

    matrix: Matrix = field(kw_only=True)
    account: Account = field(kw_only=True)
    line: Log = field(kw_only=True)
    people: list[Member] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.secrets |= {self.account.password, SECRET}

    def platform(self) -> str:
        return f"""
            [matrix]
            homeserver = "{self.line.proxy.url}"
            user = "{self.account.user}"
            password = "{self.account.password}"
            store_secret = "{SECRET}"
        """

    def unheard(self, books: Books) -> int:
        kept = {row["key"] for row in books.rows("SELECT key FROM inbox")}
        told = {a.key for one in self.people for a in one.acts if a.key not in one.undone}
        return len(told - kept)

    def canaries(self) -> set[str]:
        typed = {act.text for one in self.people for act in one.acts}
        shown = {line for one in self.people for text in one.screen() for line in text.splitlines()}
        return {text for text in typed | shown if len(text) >= LONG}
