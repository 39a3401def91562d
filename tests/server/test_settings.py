"""What an installer sets: from four places, each checked, and each mistake named."""

from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from server.cli import main
from server.domain.branch import BranchSettings, QueueSettings
from server.settings import BadSetting, Settings, load


def test_the_command_line_goes_before_variables_before_the_file_before_defaults(
    tmp_path: Path,
) -> None:
    file = tmp_path / "takeanumber.toml"
    file.write_text('port = 1001\nhost = "0.0.0.0"\nlog_level = "debug"\n')
    variables = {"TAKEANUMBER_PORT": "1002", "TAKEANUMBER_HOST": "::1", "HOME": "x"}
    settings, sources = load({"config": str(file), "port": 1003}, variables)
    assert (settings.port, settings.host, settings.log_level) == (1003, "::1", "debug")
    assert {name: source.origin for name, source in sources.items()} == {
        "data_dir": "default",
        "host": "TAKEANUMBER_HOST",
        "port": "command line",
        "public_url": "default",
        "log_level": str(file),
    } | {
        each.name: "default"
        for each in fields(Settings)
        if each.name not in {"host", "port", "log_level"}
    }


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"TAKEANUMBER_PROT": "1"}, "Did you mean “port”?"),
        ({"TAKEANUMBER_PORT": "many"}, "TAKEANUMBER_PORT: “many” is no port."),
        ({"TAKEANUMBER_PORT": "65536"}, "is no port."),
        ({"TAKEANUMBER_PROXIES": "-1"}, "is no proxies."),
        ({"TAKEANUMBER_LOG_LEVEL": "loud"}, "is no log_level."),
        ({"TAKEANUMBER_LOG_LEVEL": "loud"}, "one of debug, info, warning, error"),
        ({"TAKEANUMBER_HOST": ""}, "is no host."),
        ({"TAKEANUMBER_PUBLIC_URL": "queue.example.org"}, "http://192.168.1.10:8000"),
        ({"TAKEANUMBER_PUSH_CONTACT": "me"}, "mailto:"),
        ({"TAKEANUMBER_CONFIG": "/nowhere/at.toml"}, "There is no file"),
    ],
)
def test_a_wrong_setting_is_named(variables: dict[str, str], said: str) -> None:
    with pytest.raises(BadSetting) as refused:
        load({}, variables)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("port = ", "takeanumber.toml is no TOML"),
        ("port = true", "is no port. It is from 0 to 65535"),
        ("proxies = true", "is no proxies."),
        (None, "takeanumber.toml cannot be read: Is a directory."),
    ],
)
def test_a_wrong_file_is_named_and_what_it_should_say(
    tmp_path: Path, text: str | None, said: str
) -> None:
    file = tmp_path / "takeanumber.toml"
    if text is None:
        file.mkdir()
    else:
        file.write_text(text)
    told = CliRunner().invoke(main, ["--config", str(file), "config", "show"])
    assert told.exit_code == 2
    assert said in told.output


def test_a_config_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(BadSetting, match="There is no file"):
        load({"config": "/nowhere/at.toml"}, {})


def test_config_show_says_where_each_value_comes_from(tmp_path: Path) -> None:
    told = CliRunner(env={"TAKEANUMBER_PORT": "8123"}).invoke(
        main, ["--data-dir", str(tmp_path), "config", "show"]
    )
    lines = told.output.splitlines()
    assert "port = 8123\t(TAKEANUMBER_PORT)" in lines
    assert f"data_dir = {tmp_path}\t(command line)" in lines


def documented() -> str:
    return (Path(__file__).parents[2] / "docs" / "configure.md").read_text()


def test_every_setting_of_the_server_is_documented() -> None:
    missing = [f.name for f in fields(Settings) if f"`{f.name}`" not in documented()]
    assert missing == []


@pytest.mark.parametrize("group", ["branch", "queue", "desk"])
def test_every_option_of_setting_up_is_documented(group: str) -> None:
    family = main.get_command(click.Context(main), group)
    assert isinstance(family, click.Group)
    options = [
        option.opts[0]
        for option in family.commands["set"].params
        if isinstance(option, click.Option)
    ]
    assert options
    assert [each for each in options if each not in documented()] == []


@pytest.mark.parametrize("kind", [BranchSettings, QueueSettings])
def test_every_setting_can_be_set_by_a_command(kind: type) -> None:
    family = main.get_command(
        click.Context(main), "branch" if kind is BranchSettings else "queue"
    )
    assert isinstance(family, click.Group)
    names = {option.name for option in family.commands["set"].params}
    # A name in another language is written as the name is.
    names |= {"names"}
    assert {each.name for each in fields(kind)} <= names


@pytest.mark.parametrize(
    ("said", "meant"), [("true", True), ("0", False), ("NO", False), ("yes", True)]
)
def test_whether_or_not_is_written_in_words(said: str, meant: bool) -> None:
    settings, _ = load({}, {"TAKEANUMBER_MANAGERS_OVER_HTTP": said})
    assert settings.managers_over_http is meant
    with pytest.raises(BadSetting, match="managers_over_http"):
        load({}, {"TAKEANUMBER_MANAGERS_OVER_HTTP": f"{said}!"})
