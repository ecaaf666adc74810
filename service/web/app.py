"""The pages' routes, put into the application that serves the API."""

from __future__ import annotations

from fastapi import FastAPI

from service.web.pages import STATIC, Files
from service.web.routes import home, people, persons, roles, samples, shortlists

# One line a noun. None of them stands in the description of the API.
ROUTERS = (
    home.router,
    roles.router,
    people.router,
    shortlists.router,
    persons.router,
    samples.router,
)


def install(app: FastAPI) -> None:
    """Have the application serve the pages."""
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.mount("/static", Files(directory=STATIC), name="static")
