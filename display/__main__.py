"""Start the display: `python -m display`, or `takeanumber display`."""

from shared.qt.guardian import guarded


def run() -> None:
    """Run the program itself."""
    # Its guardian needs none of it.
    from display.command import main

    main(prog_name="takeanumber display")


if __name__ == "__main__":
    guarded("display", run)
