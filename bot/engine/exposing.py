"""What `/metrics` shows: what was counted, and what waits now. No chat, no person, no text."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import accumulate

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from bot.core import Lane
from bot.engine.measures import WAITS, Measures, Spread
from bot.engine.registry import Parts
from storage import figures
from storage.db import Database
from storage.figures import Figures, Waiting


async def exposition(db: Database, parts: Parts, silence: Mapping[str, float]) -> bytes:
    """`silence`: seconds since each platform last answered anything."""
    now = parts.clock()
    async with db.reading() as tx:
        found = await figures.gather(tx, now)
    shown = CollectorRegistry()
    ProcessCollector(registry=shown)
    _queues(shown, found, now)
    _state(shown, found, now)
    _loops(shown, parts, silence)
    shown.register(_Counted(parts.measures))
    return generate_latest(shown)


class _Counted(Collector):
    """What was counted since the start."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures

    def collect(self) -> Iterator[Metric]:
        heard = HistogramMetricFamily(
            "tocsin_inbox_seconds", "From what somebody did to its effect on disk.",
            labels=["platform"],
        )  # fmt: skip
        for platform, spread in self._measures.heard.items():
            heard.add_metric([platform], *_buckets(spread))
        yield heard
        sent = HistogramMetricFamily(
            "tocsin_outbox_seconds", "From when a message was due to when the platform had it.",
            labels=["platform", "lane"],
        )  # fmt: skip
        for labels, spread in self._measures.sent.items():
            sent.add_metric(labels, *_buckets(spread))
        yield sent
        ended = CounterMetricFamily(
            "tocsin_sends", "How calls to a platform ended.", labels=["platform", "outcome"]
        )
        for outcome, count in self._measures.ended.items():
            ended.add_metric(outcome, count)
        yield ended


def _buckets(spread: Spread) -> tuple[list[tuple[str, float]], float]:
    """Each holds those before it."""
    ends = [*map(str, WAITS), "+Inf"]
    return list(zip(ends, map(float, accumulate(spread.counts)), strict=True)), spread.total


def _queues(shown: CollectorRegistry, found: Figures, now: datetime) -> None:
    depth = _gauge(shown, "inbox_waiting", "Events that nobody has handled yet.", "platform")
    age = _gauge(shown, "inbox_oldest_seconds", "Age of the oldest of them.", "platform")
    for platform, events in found.events.items():
        depth.labels(platform).set(events.count)
        age.labels(platform).set(_age(events, now))
    depth = _gauge(shown, "outbox_waiting", "Messages that are due now.", "platform", "lane")
    age = _gauge(shown, "outbox_oldest_seconds", "Age of the oldest of them.", "platform", "lane")
    for (platform, number), sends in found.sends.items():
        lane = Lane(number).name.lower()
        depth.labels(platform, lane).set(sends.count)
        age.labels(platform, lane).set(_age(sends, now))
    edits = _gauge(shown, "edits_waiting", "Live messages that do not show the truth.", "platform")
    for platform, count in found.edits.items():
        edits.labels(platform).set(count)


def _state(shown: CollectorRegistry, found: Figures, now: datetime) -> None:
    lag = _gauge(shown, "timer_lag_seconds", "How late the oldest planned thing is.")
    lag.set(_age(found.timers, now))
    aside = _gauge(shown, "set_aside", "What waits for an administrator.", "what")
    for what, count in found.aside.items():
        aside.labels(what).set(count)
    lost = _gauge(shown, "unreachable", "Accounts that cannot be written to.", "platform")
    for platform, count in found.unreachable.items():
        lost.labels(platform).set(count)
    unsealed = _gauge(shown, "audit_unsealed", "Audit rows that are not sealed yet.")
    unsealed.set(found.unsealed)


def _loops(shown: CollectorRegistry, parts: Parts, silence: Mapping[str, float]) -> None:
    beats = _gauge(shown, "loop_seconds", "Since a loop last moved.", "loop")
    for loop, seconds in parts.pulse.ages().items():
        beats.labels(loop).set(seconds)
    quiet = _gauge(shown, "platform_silence_seconds", "Since it last answered.", "platform")
    down = _gauge(shown, "platform_down", "It takes nothing from us.", "platform")
    for platform, seconds in silence.items():
        quiet.labels(platform).set(seconds)
        down.labels(platform).set(platform in parts.down)


def _gauge(shown: CollectorRegistry, name: str, help: str, *labels: str) -> Gauge:
    return Gauge(f"tocsin_{name}", help, labels, registry=shown)


def _age(waiting: Waiting, now: datetime) -> float:
    return max(0.0, (now - waiting.since).total_seconds()) if waiting.since else 0.0
