"""How the Synapse of the tests is set up: alone on this machine, and as fast as it can be."""

import base64
import json
import secrets
from pathlib import Path
from typing import Any

FREE = {"per_second": 1_000_000, "burst_count": 1_000_000}
NO_LIMITS: dict[str, Any] = {
    **dict.fromkeys(
        (
            "rc_message", "rc_registration", "rc_registration_token_validity", "rc_joins_per_room",
            "rc_admin_redaction", "rc_3pid_validation", "rc_third_party_invite", "rc_media_create",
            "rc_key_requests", "rc_delayed_event_mgmt", "rc_room_creation", "rc_reports",
            "rc_user_directory", "rc_profile",
        ),
        FREE,
    ),
    "rc_login": {"address": FREE, "account": FREE, "failed_attempts": FREE},
    "rc_joins": {"local": FREE, "remote": FREE},
    "rc_invites": {"per_room": FREE, "per_user": FREE, "per_issuer": FREE},
    "rc_presence": {"per_user": FREE},
}  # fmt: skip


def write(home: Path, *, name: str, port: int, secret: str, limits: bool) -> Path:
    """The configuration in `home`; YAML reads JSON. `limits`: those of Synapse as it comes."""
    file = home / "homeserver.yaml"
    home.mkdir(parents=True, exist_ok=True)
    key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    (home / "signing.key").write_text(f"ed25519 a_test {key}\n")
    (home / "log.yaml").write_text(json.dumps(_logging(home)))
    settings = _settings(home, name, port, secret) | ({} if limits else NO_LIMITS)
    file.write_text(json.dumps(settings, indent=1))
    return file


def _settings(home: Path, name: str, port: int, secret: str) -> dict[str, Any]:
    return {
        "server_name": name,
        "pid_file": str(home / "pid"),
        "signing_key_path": str(home / "signing.key"),
        "log_config": str(home / "log.yaml"),
        "media_store_path": str(home / "media"),
        "database": {"name": "sqlite3", "args": {"database": str(home / "homeserver.db")}},
        "listeners": [_listener(port)],
        "registration_shared_secret": secret,
        "bcrypt_rounds": 4,
        "presence": {"enabled": False},
        **_no_way_out(),
    }


def _listener(port: int) -> dict[str, Any]:
    resources = [{"names": ["client"]}]
    return {"port": port, "type": "http", "bind_addresses": ["127.0.0.1"], "resources": resources}


def _no_way_out() -> dict[str, Any]:
    return {
        "federation_domain_whitelist": [],
        "trusted_key_servers": [],
        "suppress_key_server_warning": True,
        "report_stats": False,
        "url_preview_enabled": False,
    }


def _logging(home: Path) -> dict[str, Any]:
    file = {"class": "logging.FileHandler", "filename": str(home / "synapse.log"), "formatter": "f"}
    line = "%(asctime)s %(levelname)s %(name)s %(message)s"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"f": {"format": line}},
        "handlers": {"file": file},
        "root": {"level": "WARNING", "handlers": ["file"]},
    }
