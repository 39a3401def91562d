"""`takeanumber display --check`: whether the board can be read from the last chair."""

from dataclasses import replace

import click

from display.options import Options
from display.plan import Plan, plan
from display.wall import CAP_MM_PER_METRE, LEAST_CAP_MM, MOST_COLUMNS, Wall

SHAPES = {"landscape": (1920, 1080), "portrait": (1080, 1920)}


def size_check(options: Options) -> int:
    """Print what the board would pick each way round; return 1 when neither can be read, or nothing is known of the screen."""
    if not options.diagonal_in:
        click.echo("Say how large the screen is: --diagonal INCHES.", err=True)
        return 1
    plans = {name: planned(wall_of(options, *size)) for name, size in SHAPES.items()}
    needed = wall_of(options, *SHAPES["landscape"]).needed_cap_mm
    click.echo(f"Needed: digits of {needed:.0f} mm, {reason(options)}.")
    for name, (found, fuller) in plans.items():
        told = f"With a message, or at closing time: {described(fuller)}."
        click.echo(f"{name.capitalize()}: {described(found)}. {told}")
    each = [found.legible and fuller.legible for found, fuller in plans.values()]
    return 0 if any(each) else 1


def wall_of(options: Options, width: int, height: int) -> Wall:
    """Return a wall of the options' size, with as many queues as have room."""
    return Wall(
        width,
        height,
        options.diagonal_in,
        options.distance_m,
        queues=MOST_COLUMNS,
        columns=options.columns,
        media=options.media is not None,
    )


def planned(wall: Wall) -> tuple[Plan, Plan]:
    """Return the usual board, and the smaller of those with a message and with the notice at closing time."""
    fuller = (plan(replace(wall, message=True)), plan(replace(wall, closing=True)))
    return plan(wall), min(fuller, key=lambda found: found.reach_m)


def reason(options: Options) -> str:
    """Return why digits have to be that high."""
    if options.distance_m * CAP_MM_PER_METRE <= LEAST_CAP_MM:
        return "the least that is called legible"
    return f"for {options.distance_m:g} m"


def described(found: Plan) -> str:
    """Return a plan's sizes, and whether they can be read."""
    kind = f"{found.columns} columns" if found.columns else earlier(found.rows)
    judged = "can be read" if found.legible else "too small"
    return f"{kind}, digits of {found.cap_mm:.0f} mm, {judged}; they reach {found.reach_m:.1f} m"


def earlier(rows: int) -> str:
    """Return how many calls there are beside the newest one."""
    return "1 earlier call" if rows == 1 else f"{rows} earlier calls"
