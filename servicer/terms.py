"""The words that the console's parts share with one another and with QML, where no two may be spelt alike."""

from enum import Enum


class Shown(Enum):
    """Which screen is shown."""

    Connecting = 0
    Unpaired = 1
    Welcome = 2
    Desk = 3


class Phase(Enum):
    """How the desk stands with its customer."""

    Free = 0
    Called = 1
    Serving = 2
    Paused = 3


class Spot(Enum):
    """What the branch calls the places where it serves."""

    Desks = 0
    Rooms = 1
    Windows = 2
    Counters = 3


class Stands(Enum):
    """How a ticket stands that somebody looked up."""

    Waiting = 0
    Called = 1
    Served = 2
    Aside = 3
    Done = 4
    Missed = 5
    Left = 6
    Ended = 7


class Intake(Enum):
    """Whether a queue gives numbers now."""

    Giving = 0
    Full = 1
    Closed = 2


class Deed(Enum):
    """What a servicer may ask of the server; how each is done says `deeds.py`. The numbers outlive a crash."""

    Nothing = 0
    SignIn = 1
    CallNext = 2
    Recall = 3
    Start = 4
    Finish = 5
    FinishAndCall = 6
    NoShow = 7
    SignOut = 8
    Hold = 9
    Resume = 10
    Transfer = 11
    Cancel = 12
    Note = 13
    CallTicket = 14
    WalkIn = 15
    StoreNext = 16
    Pause = 17
    Open = 18
    Help = 19
    Undo = 20
    GiveNumber = 21
    GivePriority = 22
    Rejoin = 23
    HelpComing = 24
    HelpDone = 25
    SayToAll = 26
    Send = 27
    DeskHelpComing = 28
    DeskHelpDone = 29
    StaffCallDone = 30
    ServeToo = 31
    ServeNoMore = 32


class Asks(Enum):
    """What a deed asks first, once it is pressed."""

    Nothing = 0
    Confirmation = 1
    Reason = 2
    Remark = 3
    Ticket = 4
    Newcomer = 5
    Place = 6
    Minutes = 7
    Words = 8
    Search = 9
    Class = 10
    Rest = 11


class Advised(Enum):
    """What a desk is advised: to serve one more queue, that it is enough, or that its own customers want it back."""

    OneMore = 0
    Enough = 1
    Back = 2


class Said(Enum):
    """What the servicer is told in a sentence."""

    Nothing = 0
    CustomerLeft = 1
    DayClosed = 2
    NotHere = 3
    NobodyWaits = 4
    TooSoon = 5
    FinishFirst = 6
    StorageFull = 7
    Refused = 8
    SignedOut = 9
    WrongPin = 10
    Locked = 11
    DeskTaken = 12
    ServicerElsewhere = 13
    ConsoleElsewhere = 14
    NoAnswer = 15
    Overtaken = 16
    NumberGiven = 17
    ToldAll = 18
    NotNoted = 19
