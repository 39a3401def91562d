"""What the command line may do beside the running server: set the branch up, and what managers do during the day."""

from server.usecases.setup import COMMANDS, SetUp
from server.usecases.switch_kiosk import CloseKiosk, OpenKiosk, close_kiosk, open_kiosk
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    OpenQueue,
    close_queue,
    let_hours_say,
    open_queue,
)

Act = CloseQueue | OpenQueue | LetHoursSay | CloseKiosk | OpenKiosk

ACTS = {
    **COMMANDS,
    **{
        takes.__name__: SetUp(takes, run)
        for takes, run in (
            (CloseQueue, close_queue),
            (OpenQueue, open_queue),
            (LetHoursSay, let_hours_say),
            (CloseKiosk, close_kiosk),
            (OpenKiosk, open_kiosk),
        )
    },
}
