"""What a program is told when it starts, or is not told and finds out by itself."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from display.command import main as display
from kiosk.command import main as kiosk
from servicer.command import main as servicer
from shared.qt.pairing.kept import Paired, paired_file
from shared.qt.settings import Settings, with_settings, with_state_dir

CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"


def started(*arguments: str) -> Settings:
    """Start a program that only takes its settings, and return them."""
    told: list[Settings] = []

    @click.command()
    @with_state_dir
    @with_settings
    def program(settings: Settings) -> None:
        told.append(settings)

    result = CliRunner().invoke(program, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return told[0]


def said(*arguments: str) -> str:
    """Return what is said to who starts the kiosk so, which ends at once."""
    result = CliRunner().invoke(kiosk, arguments)
    assert result.exit_code == 2
    return result.output


def test_with_no_options_it_knows_no_server_and_no_token(tmp_path: Path) -> None:
    settings = started("--state-dir", str(tmp_path))
    assert (settings.server, settings.token, settings.authority) == ("", "", "")


def test_an_authority_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "root.crt"
    file.write_text(CERTIFICATE)
    settings = started("--state-dir", str(tmp_path / "state"), "--ca", str(file))
    assert settings.authority == CERTIFICATE


def test_a_file_that_holds_no_certificate_is_said_to_hold_none(tmp_path: Path) -> None:
    file = tmp_path / "root.crt"
    file.write_bytes(b"\x30\x82\xff")
    told = said("--state-dir", str(tmp_path / "state"), "--ca", str(file))
    assert "holds no certificate" in told


def test_an_empty_token_file_is_no_token_and_no_wish_to_be_paired(
    tmp_path: Path,
) -> None:
    file = tmp_path / "token"
    file.write_text("\n")
    told = said("--state-dir", str(tmp_path / "state"), "--token-file", str(file))
    assert "is empty" in told


@pytest.mark.parametrize(
    ("program", "name"),
    [(kiosk, "kiosk"), (display, "display"), (servicer, "servicer")],
)
def test_a_program_forgets_its_server_when_it_is_asked_to_and_ends(
    program: click.Command, name: str, tmp_path: Path
) -> None:
    kept = paired_file(tmp_path, name)
    assert kept.write(Paired("http://10.0.4.2:8000", "the token", "Main hall"))
    result = CliRunner().invoke(program, ["--state-dir", str(tmp_path), "--forget"])
    assert result.exit_code == 0, result.output
    assert "Forgotten" in result.output
    assert "takeanumber device remove 'Main hall'" in result.output
    assert kept.read() is None


@pytest.mark.parametrize("server", ["", "ftp://10.0.4.2", "10.0.4.2", "http://a b"])
def test_what_leads_to_no_server_is_not_kept_for_one(
    tmp_path: Path, server: str
) -> None:
    kept = paired_file(tmp_path, "kiosk")
    kept.write(Paired(server, "the token"))
    assert kept.read() is None


def test_what_is_kept_is_for_its_owner_only(tmp_path: Path) -> None:
    paired_file(tmp_path, "kiosk").write(Paired("http://10.0.4.2:8000", "the token"))
    assert (tmp_path / "kiosk-server.json").stat().st_mode & 0o777 == 0o600
