"""The routes under ``/api``, and what tells of the server's health."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from checker.consistency import load_rules
from checker.consistency.bounds import default_thresholds
from checker.reading.formats import FORMATS
from checker.web.cache import Answers
from checker.web.contract import METRICS_EXAMPLE, answers, article_body, refusals
from checker.web.downloads import downloads
from checker.web.frames import Frame
from checker.web.intake import Draft, Rules, names, take_draft
from checker.web.jobs import Job
from checker.web.logs import log
from checker.web.metrics import Metrics
from checker.web.pool import Busy, Died, Overdue, Pool
from checker.web.refusals import Refusal, busy, departed, internal, overdue
from checker.web.settings import Limits

router = APIRouter()
Taken = Annotated[Draft, Depends(take_draft)]


class Engine:
    """The pool, the answers it gave, and the counters: what the routes share."""

    def __init__(self, limits: Limits, pool: Pool, kept: Answers, metrics: Metrics) -> None:
        self._limits = limits
        self.pool = pool
        self._kept = kept
        self.metrics = metrics

    async def answer(self, request: Request, job: Job, draft: bytes) -> Frame:
        """The answer to a job; the work ends when the client leaves.

        Raises:
            Refusal: 413, 422, 500 or 503.
            asyncio.CancelledError: the client has left.
        """
        key = self._kept.key(job, draft)
        answer = self._kept.get(key)
        if answer is not None:
            self.metrics.cached()
        else:
            answer = await self._work(request, job, draft)
            if answer.head["status"] == 200:
                self._kept.keep(key, answer)
        head = answer.head
        request.state.facts.update({key: head[key] for key in ("claims", "findings") if key in head})
        if (error := head.get("error")) is not None:
            if trace := head.get("trace"):
                log("error", "job failed", do=job.do, trace=trace)
            raise Refusal(head["status"], error["code"], **error["message"])
        return answer

    async def _work(self, request: Request, job: Job, draft: bytes) -> Frame:
        work = asyncio.ensure_future(self.pool.run(job, draft))
        left = asyncio.ensure_future(_departure(request))
        try:
            await asyncio.wait({work, left}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise departed()
            answer = work.result()
        except Busy as error:
            raise busy() from error
        except Overdue as error:
            raise overdue(self._limits.seconds) from error
        except Died as error:
            raise internal() from error
        finally:
            work.cancel()
            left.cancel()
        self.metrics.work(job.do, answer.head)
        request.state.facts["work_ms"] = round(answer.head["seconds"] * 1000, 2)
        return answer


async def _departure(request: Request) -> None:
    """Return when the client has left; the body must have been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _engine(request: Request) -> Engine:  # not a plain function, which would cost a thread a request
    return cast(Engine, request.app.state.engine)


Run = Annotated[Engine, Depends(_engine)]


def _job(do: str, draft: Draft, select: str, ignore: str, **more: str) -> Job:
    return Job(do, draft.name, draft.file, draft.title, names(select), names(ignore), **more)


async def _respond(request: Request, run: Engine, job: Job, draft: Draft) -> Response:
    answer = await run.answer(request, job, draft.data)
    return Response(answer.body, media_type=answer.head["media_type"])


@router.post(
    "/api/check",
    openapi_extra=article_body(),
    responses=answers("Report", "The report: the JSON of checker check --format json."),
)
async def check(request: Request, run: Run, draft: Taken, select: Rules = "", ignore: Rules = "") -> Response:
    """Check one draft."""
    return await _respond(request, run, _job("check", draft, select, ignore), draft)


@router.post(
    "/api/extract",
    openapi_extra=article_body(),
    responses=answers("Claims", "The figures of the draft, in text order."),
)
async def extract(request: Request, run: Run, draft: Taken) -> Response:
    """Read the figures of one draft without judging them."""
    return await _respond(request, run, _job("extract", draft, "", ""), draft)


@router.post(
    "/api/open",
    openapi_extra=article_body(),
    responses=answers("Opened", "The report, and for each document the text that its offsets count in."),
)
async def open_file(request: Request, run: Run, draft: Taken, select: Rules = "", ignore: Rules = "") -> Response:
    """Check a file and give its text too, as the page shows it."""
    return await _respond(request, run, _job("open", draft, select, ignore), draft)


@router.post(
    "/api/report/{format}",
    openapi_extra=article_body(),
    responses={
        200: {"description": "The report as a file.", "content": {d.media_type: {} for d in downloads().values()}},
        **refusals(408, 413, 415, 422, 429, 500, 503),
    },
    response_class=Response,
)
async def report(
    request: Request,
    run: Run,
    draft: Taken,
    format: Annotated[
        str, Path(description="One of those that /api/formats lists.", json_schema_extra={"enum": list(downloads())})
    ],
    lang: Annotated[Literal["ar", "en"], Query(description="The language of the report.")] = "ar",
    select: Rules = "",
    ignore: Rules = "",
) -> Response:
    """Check one draft and give the report as a file to keep."""
    download = downloads().get(format)
    if download is None:
        known = ", ".join(downloads())
        raise Refusal(
            422, "unknown-format", ar=f"صيغة غير معروفة؛ المعروف: {known}", en=f"unknown format; known: {known}"
        )
    if download.sources and not (draft.file and draft.name.lower().endswith(download.sources)):
        wanted = ", ".join(download.sources)
        raise Refusal(
            422,
            "needs-file",
            ar=f"هذه الصيغة تحتاج إلى الملف الأصلي ({wanted})",
            en=f"this format needs the file itself ({wanted})",
        )
    answer = await run.answer(request, _job("report", draft, select, ignore, format=format, lang=lang), draft.data)
    return Response(
        answer.body,
        media_type=download.media_type,
        headers={"content-disposition": f'attachment; filename="report{download.suffix}"'},
    )


def _named(schema: str, description: str) -> dict[int | str, dict[str, Any]]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {200: {"description": description, "content": content}}


@router.get("/api/rules", responses={**_named("Rules", "Every rule, in order."), **refusals(429)})
async def rules() -> dict[str, Any]:
    """List the rules: why each matters, what it says, where to look."""
    known = load_rules().rules.values()
    return {
        "rules": [
            {
                "id": rule.id,
                "name": rule.name,
                "severity": rule.severity.value,
                "rationale": {lang: " ".join(words.split()) for lang, words in rule.rationale.items()},
                "message": dict(rule.message),
                "look": dict(rule.look),
            }
            for rule in known
        ],
        "sure_from": default_thresholds().error_from,
    }


@router.get("/api/formats", responses={**_named("Formats", "What can be opened and taken away."), **refusals(429)})
async def formats(request: Request) -> dict[str, Any]:
    """List the files that can be opened here, and the forms of the report."""
    return {
        "reads": list(FORMATS),
        "limit": request.app.state.limits.body,
        "writes": [
            {
                "id": name,
                "suffix": form.suffix,
                "media_type": form.media_type,
                "label": dict(form.label),
                "sources": list(form.sources),
            }
            for name, form in downloads().items()
        ],
    }


@router.get(
    "/healthz",
    responses={
        200: {"description": "Ready.", "content": {"application/json": {"example": {"status": "ok"}}}},
        503: {"description": "No worker is alive."},
    },
)
async def healthz(run: Run) -> Response:
    """Say whether drafts can be checked."""
    if run.pool.alive:
        return Response(b'{"status":"ok"}', media_type="application/json")
    return Response(b'{"status":"no workers"}', 503, media_type="application/json")


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"description": "Prometheus' text format.", "content": {"text/plain": {"example": METRICS_EXAMPLE}}}
    },
)
async def metrics(run: Run) -> Response:
    """Counters for Prometheus; none holds a word of a draft."""
    return Response(run.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
