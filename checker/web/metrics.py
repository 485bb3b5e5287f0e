"""What Prometheus asks for at ``/metrics``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from checker.web.cache import Answers
from checker.web.pool import Pool

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counters of one server, in a registry of its own."""

    def __init__(self, pool: Pool, answers: Answers) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._registry.register(_State(pool, answers))
        self._requests = Counter(
            "checker_http_requests_total",
            "Requests answered, by method, route and status.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._latency = Histogram(
            "checker_http_request_seconds",
            "Seconds from the head of a request to the end of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._work = Histogram(
            "checker_work_seconds",
            "Seconds that a worker spent on a draft.",
            ("kind",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._claims = Counter("checker_claims_total", "Figures found in drafts.", registry=self._registry)
        self._findings = Counter(
            "checker_findings_total", "Findings, by severity.", ("severity",), registry=self._registry
        )
        self._cached = Counter(
            "checker_answers_from_cache_total", "Answers that were still there.", registry=self._registry
        )

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that has been answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._latency.labels(route).observe(seconds)

    def work(self, kind: str, head: Mapping[str, Any]) -> None:
        """Count what a worker did."""
        self._work.labels(kind).observe(head["seconds"])
        self._claims.inc(head.get("claims", 0))
        for severity, count in head.get("findings", {}).items():
            self._findings.labels(severity).inc(count)

    def cached(self) -> None:
        """Count an answer that no worker was asked for."""
        self._cached.inc()

    def text(self) -> bytes:
        """All of it in the text format."""
        return generate_latest(self._registry)


class _State:
    """What is true at the moment of asking."""

    def __init__(self, pool: Pool, answers: Answers) -> None:
        self._pool = pool
        self._answers = answers

    def collect(self) -> Iterator[Metric]:
        pool = self._pool
        yield GaugeMetricFamily("checker_workers", "Worker processes.", pool.alive)
        yield GaugeMetricFamily("checker_workers_idle", "Worker processes without work.", pool.idle)
        yield GaugeMetricFamily("checker_workers_memory_bytes", "Memory that the workers hold.", pool.memory)
        yield GaugeMetricFamily("checker_requests_waiting", "Requests that wait for a worker.", pool.waiting)
        yield GaugeMetricFamily("checker_cache_bytes", "Answers that are kept.", self._answers.size)
        replaced = CounterMetricFamily("checker_workers_replaced", "Workers replaced, by reason.", labels=["why"])
        for why, count in pool.replaced.items():
            replaced.add_metric([why], count)
        yield replaced
