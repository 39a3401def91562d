<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Verbindung unterbrochen · Stand %1</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Please come back another time.</source>
        <translation>Bitte kommen Sie ein andermal wieder.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>Öffnet heute um %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>Öffnet morgen um %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>Öffnet am %1 um %2</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Theke</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schalter</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>%1 · today</source>
        <translation>%1 · heute</translation>
    </message>
    <message>
        <source>%1 · tomorrow</source>
        <translation>%1 · morgen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
</TS>
