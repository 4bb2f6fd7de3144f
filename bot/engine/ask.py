"""A dialog is a function that is run again from its first line at every answer.

`ask` returns at once for a question already answered (the answers are a database row) and
stops the run at the first that is not. So a dialog reads top to bottom, survives a restart,
and takes a new question in its middle between two deployments. What a stopped run did is
undone: only the run that reaches the end has effects.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from bot.core import Attachment, Message, Text
from bot.core.events import FileRef
from bot.core.messages import Arg
from bot.core.plain import NO, YES, clean_lines
from bot.engine.options import Option, Question
from bot.engine.unclear import Unclear, within

T = TypeVar("T")


class Waiting(BaseException):
    """The run is over until the person answers. Not an Exception: no handler may swallow it."""


@dataclass
class Ask:
    """`answers` is a list of [path, value]; `typed` is what was said in answer to `asking`.

    `numbered` is the option that a typed number stands for. The question reads it first: where
    any number can be the answer, «2» is two and not the second button. `sent` is a file.
    """

    answers: list[list[Any]]
    asking: str = ""
    typed: str | None = None
    numbered: str | None = None
    sent: FileRef | None = None
    problem: Text | None = None
    question: Question | None = None
    asides: list[Message] = field(default_factory=list)
    _next: int = 0
    _kept: set[str] = field(default_factory=set)
    _steps: tuple[str, ...] = ()
    _above: tuple[Text, ...] = ()

    def above(self, *lines: Text) -> None:
        """These stand above every question from here on: that it is an exercise."""
        self._above = lines

    def steps(self, *keys: str) -> None:
        """These questions are numbered when they come: «Étape 2 sur 5 · …»."""
        self._steps = keys if len(keys) > 1 else ()

    async def text(
        self, key: str, *, at: object = "", max: int = 200, skip: Text | None = None, **args: Arg
    ) -> str:
        """Words. With `skip` the question can be passed over, and "" comes back."""

        def read(said: str) -> str:
            words = clean_lines(said)
            if skip and words.isdecimal() and len(words) == 1:
                raise Unclear("unclear-empty")
            return within(words, max)

        options = (Option("", skip, ("passer", "skip", "-", "non", "no")),) if skip else ()
        return str(await self._ask(key, at, args, read, options))

    async def read(
        self,
        key: str,
        reader: Callable[[str], Any],
        *,
        at: object = "",
        options: Sequence[Option] = (),
        extra: Sequence[Text] = (),
        why: Text | None = None,
        **args: Arg,
    ) -> Any:
        """Words understood by `reader`: a JSON value, or it raises Unclear. `why` it is asked is
        said until an answer was not understood."""
        return await self._ask(key, at, args, reader, options, extra=extra, why=why)

    async def choice(
        self,
        key: str,
        options: Sequence[Option],
        *,
        at: object = "",
        extra: Sequence[Text] = (),
        attachment: Attachment | None = None,
        **args: Arg,
    ) -> str:
        """One of the options; `extra` lines stand above the question."""

        def read(said: str) -> str:
            raise Unclear("unclear-choice")

        found = await self._ask(key, at, args, read, options, extra=extra, attachment=attachment)
        return str(found)

    async def several(
        self,
        key: str,
        options: Sequence[Option],
        *,
        at: object = "",
        ticked: Sequence[str] = (),
        **args: Arg,
    ) -> tuple[str, ...]:
        """Any number of the options, ticked one by one, then «that is all». `ticked` are those
        that stand ticked at first."""
        mark = f"~{key}@{at}" if at != "" else f"~{key}"
        if ticked and all(path not in (mark, mark[1:]) for path, _ in self.answers):
            self.answers.append([mark, ",".join(ticked)])
        found = await self._ask(key, at, args, _never, options, several=True)
        return tuple(v for v in str(found).split(",") if v)

    async def file(
        self,
        key: str,
        takes: Callable[[FileRef], None],
        *,
        at: object = "",
        options: Sequence[Option] = (),
        extra: Sequence[Text] = (),
        why: Text | None = None,
        **args: Arg,
    ) -> dict[str, Any] | str:
        """A file that the person sends (id, name, mime, size), or one of the options. `takes`
        raises Unclear for one that is not wanted."""
        found = await self._ask(key, at, args, _never, options, extra=extra, takes=takes, why=why)
        return found  # type: ignore[no-any-return]

    async def yes(self, key: str, *, at: object = "", **args: Arg) -> bool:
        options = (Option("yes", Text("yes"), YES), Option("no", Text("no"), NO))
        return str(await self._ask(key, at, args, _never, options)) == "yes"

    async def keep(self, key: str, fact: Callable[[], Awaitable[T]]) -> T:
        """A fact read between questions, kept as it was: JSON values only."""
        path = f"keep:{key}"
        position = self._find(path)
        if position is None:
            self.answers.insert(self._next, [path, await fact()])
            position = self._next
        self._next = position + 1
        return self.answers[position][1]  # type: ignore[no-any-return]

    def aside(self, message: Message) -> None:
        """Something to be seen now, before the next question: «try it on me». It is shown once,
        when the answer before it was the one just given."""
        if not self.answers[self._next :]:
            self.asides.append(message)

    def back(self) -> None:
        """Drop the last answer and what came after it."""
        for position in range(self._position(self.asking) - 1, -1, -1):
            if not self.answers[position][0].startswith(("keep:", "~")):
                del self.answers[position:]
                return

    def _position(self, path: str) -> int:
        for position, (taken, _) in enumerate(self.answers):
            if taken == f"~{path}":
                return position
        return len(self.answers)

    def _find(self, path: str) -> int | None:
        for position in range(self._next, len(self.answers)):
            if self.answers[position][0] == path:
                return position
        return None

    async def _ask(
        self,
        key: str,
        at: object,
        args: Mapping[str, Arg],
        read: Callable[[str], Any],
        options: Sequence[Option] = (),
        *,
        extra: Sequence[Text] = (),
        several: bool = False,
        attachment: Attachment | None = None,
        takes: Callable[[FileRef], None] | None = None,
        why: Text | None = None,
    ) -> Any:
        """The answer as it was understood when it was given: it is never judged twice."""
        path = f"{key}@{at}" if at != "" else key
        assert path not in self._kept, f"{path} is asked twice: name the rounds of a loop with at="
        self._kept.add(path)
        position = self._find(path)
        if position is not None:
            self._next = position + 1
            return self.answers[position][1]
        if self.typed is not None and self.asking == path:
            said, self.typed = self.typed, None
            try:
                value = self._taken(takes) if self.sent and (takes or not said) else read(said)
            except Unclear as unclear:
                value = self.numbered
                self.problem = unclear.text if value is None else None
            if self.problem is None:
                self.answers.insert(self._next, [path, value])
                self._next += 1
                return value
        chosen = self._ticked(path)
        first = (why,) if why is not None and self.problem is None else ()
        lines = (*first, *self._above, *extra, self._numbered(Text(key, args)))
        self.question = Question(path, lines, tuple(options), chosen, several, attachment)
        raise Waiting

    def _taken(self, takes: Callable[[FileRef], None] | None) -> dict[str, Any]:
        """The file that was sent, where the question wants one."""
        assert self.sent is not None
        if takes is None:
            raise Unclear("text-wanted")
        takes(self.sent)
        return asdict(self.sent)

    def _numbered(self, question: Text) -> Text:
        if question.key not in self._steps:
            return question
        n, of = self._steps.index(question.key) + 1, len(self._steps)
        return Text("dialog-step", {"n": n, "of": of, "question": question})

    def _ticked(self, path: str) -> frozenset[str]:
        for taken, value in self.answers:
            if taken == f"~{path}":
                return frozenset(v for v in value.split(",") if v)
        return frozenset()


def _never(said: str) -> str:
    raise Unclear("unclear-choice")
