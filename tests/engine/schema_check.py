"""A JSON schema check for what the project's own schemas use: the tests need no package for it."""

from __future__ import annotations

import re
from typing import Any

_KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties",
    "items", "minItems", "enum", "const", "pattern", "minimum", "maximum", "anyOf",
}  # fmt: skip
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
    "boolean": (bool,),
}


def violations(value: Any, schema: dict[str, Any], root: dict[str, Any] | None = None, at: str = "$") -> list[str]:
    """Return the violations of the schema by a value; an unsupported keyword raises KeyError instead of passing."""
    root = root or schema
    unknown = set(schema) - _KNOWN
    if unknown:
        raise KeyError(f"{at}: {unknown}")
    if "$ref" in schema:
        return violations(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "anyOf" in schema:
        tried = [violations(value, option, root, at) for option in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    found = []
    if "type" in schema:
        names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        fits = any(isinstance(value, _TYPES[n]) and (not isinstance(value, bool) or n == "boolean") for n in names)
        if not fits:
            return [f"{at}: {value!r} is not {names}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is not one of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: {value!r} is not {schema['const']!r}")
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} does not fit {schema['pattern']}")
    lowest, highest = schema.get("minimum", float("-inf")), schema.get("maximum", float("inf"))
    if isinstance(value, int | float) and not lowest <= value <= highest:
        found.append(f"{at}: {value} is out of range")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value]
        for name, part in value.items():
            if name in known:
                found += violations(part, known[name], root, f"{at}.{name}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{at}: {name} does not belong here")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            found.append(f"{at}: too short")
        for index, part in enumerate(value):
            found += violations(part, schema.get("items", {}), root, f"{at}[{index}]")
    return found
