"""What is logged of an error: its kind and where it happened, not its words, which may repeat what somebody sent."""

import logging
import traceback


def unsaid(error: BaseException) -> dict[str, str]:
    """Return the kind of the error and the lines of code that led to it."""
    return {
        "kind": type(error).__name__,
        "where": "".join(traceback.format_tb(error.__traceback__)),
    }


class Unsaid(logging.Filter):
    """Takes the words out of the errors that another library logs; tokens and PINs may be among them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, its error without words."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            told = unsaid(error)
            record.exc_info, record.exc_text = None, f"{told['where']}{told['kind']}"
        return True
