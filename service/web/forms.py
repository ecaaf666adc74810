"""What a page's form sends, as the forms of the API: one place says what may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from service.api.models.fields import Form
from service.api.problems import Unprocessable, faults

_Form = TypeVar("_Form", bound=Form)


def checked(form: type[_Form], values: Mapping[str, Any]) -> _Form:
    """Return a form of the API with these values.

    Raises:
        Unprocessable: A value is not what it must be.
    """
    try:
        return form.model_validate(values)
    except ValidationError as error:
        errors = faults(error.errors())
        raise Unprocessable("Something in the form is not right.", errors=errors) from None
