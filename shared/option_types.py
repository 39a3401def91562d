"""Options that are numbers, refused in words that whoever types knows."""

import click


class WholeNumber(click.IntRange):
    """A whole number, from one to another."""

    name = "whole number"


class Number(click.FloatRange):
    """A number, from one to another."""

    name = "number"
