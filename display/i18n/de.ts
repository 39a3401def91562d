<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BoardScreen</name>
    <message>
        <source>Missed your number? Please ask at any desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, desk %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is being called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>Please come back another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This display is not registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not know its token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>Closed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please listen for staff · last update %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
