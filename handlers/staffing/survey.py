"""What a survey found: who could come to what, and which slots can be filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.engine import Ctx
from bot.engine.labels import members
from handlers.staffing.pictures.gridfacts import Mark
from storage import callouts, seats
from storage.callouts import Asked, Plan, Post, Shift
from storage.people import Member
from storage.seats import State

FREE = (State.FREE, State.COMING, State.OFFERED, State.WAITING)


@dataclass(frozen=True)
class Survey:
    """What is known of one survey: who was asked, and what each said for each shift."""

    plan: Plan
    people: Sequence[Member]
    asked: Mapping[int, Asked]
    said: Mapping[tuple[int, int], State]

    def mark(self, member: Member, shift: Shift) -> Mark:
        posts = self.plan.of(shift.id)
        if not any(suits(post, member.profession) for post in posts):
            return Mark.ELSEWHERE
        state = self.said.get((member.id, shift.id))
        if state in FREE:
            return Mark.FREE
        if state is State.MAYBE:
            return Mark.MAYBE
        row = self.asked.get(member.id)
        refused = state is State.OUT or (row is not None and row.refused)
        return Mark.NO if refused else Mark.SILENT

    def marked(self, shift: Shift, mark: Mark) -> list[Member]:
        return [m for m in self.people if self.mark(m, shift) is mark]

    def free(self, shift: Shift) -> list[str]:
        """The professions of those who are free, one for each person."""
        return [m.profession for m in self.marked(shift, Mark.FREE)]

    def share(self, shift: Shift) -> float:
        """Which share of the seats those who are free can fill."""
        posts = self.plan.of(shift.id)
        need = sum(p.need for p in posts)
        return covered(posts, self.free(shift)) / need if need else 0.0

    @property
    def answered(self) -> int:
        return sum(1 for row in self.asked.values() if row.answered_at or row.refused)


async def read_survey(ctx: Ctx, plan: Plan) -> Survey:
    asked = {row.member_id: row for row in await callouts.asked(ctx.tx, plan.callout.id)}
    answers = await seats.in_call(ctx.tx, plan.callout.id)
    said = {(seat.member_id, seat.shift_id): seat.state for seat in answers}
    found = await members(ctx.tx, [*asked, *(seat.member_id for seat in answers)])
    people = sorted(found.values(), key=lambda m: (_silent(m, asked, said), m.folded, m.id))
    return Survey(plan, people, asked, said)


def _silent(
    member: Member, asked: Mapping[int, Asked], said: Mapping[tuple[int, int], State]
) -> bool:
    """Those who answered come first."""
    row = asked.get(member.id)
    return not (row and row.refused) and not any(one == member.id for one, _ in said)


def suits(post: Post, profession_key: str) -> bool:
    return not post.codes or profession_key in post.codes


def covered(posts: Sequence[Post], professions: Sequence[str]) -> int:
    """How many seats of these posts people of these professions can fill, each once; the
    narrowest posts choose first."""
    left, filled = list(professions), 0
    for post in sorted(posts, key=lambda p: (not p.codes, len(p.codes), p.number)):
        for one in [p for p in left if suits(post, p)][: post.need]:
            left.remove(one)
            filled += 1
    return filled


def best(survey: Survey) -> list[Shift]:
    """The slots that can be filled wholly, else the three that come nearest."""
    shares = [(survey.share(shift), shift) for shift in survey.plan.shifts]
    whole = [shift for share, shift in shares if share >= 1]
    nearest = sorted((one for one in shares if one[0]), key=lambda one: (-one[0], one[1].number))
    return whole or [shift for _, shift in nearest[:3]]
