"""Start a servicer's console: `python -m servicer`, or `takeanumber servicer`."""

from shared.qt.guardian import guarded


def run() -> None:
    """Run the program itself."""
    # Its guardian needs none of it.
    from servicer.command import main

    main(prog_name="takeanumber servicer")


if __name__ == "__main__":
    guarded("servicer", run)
