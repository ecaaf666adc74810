"""What a page's route may ask for besides what the API's routes may."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from service.work.shortlist import Shortlists


def _shortlists(request: Request) -> Shortlists:
    kept: Shortlists = request.app.state.shortlists
    return kept


ShortlistsDep = Annotated[Shortlists, Depends(_shortlists)]
