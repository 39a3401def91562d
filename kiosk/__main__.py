"""Start the kiosk: `python -m kiosk`, or `takeanumber kiosk`."""

from shared.qt.guardian import guarded


def run() -> None:
    """Run the program itself."""
    # Its guardian needs none of it.
    from kiosk.command import main

    main(prog_name="takeanumber kiosk")


if __name__ == "__main__":
    guarded("kiosk", run)
