<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BoardScreen</name>
    <message>
        <source>Missed your number? Please ask at any desk.</source>
        <translation>Nummer verpasst? Bitte fragen Sie an einem Schalter.</translation>
    </message>
    <message>
        <source>Too small for a waiting room: digits of %1 mm, where 51 mm are needed.</source>
        <translation>Zu klein für einen Warteraum: Ziffern von %1 mm, nötig sind 51 mm.</translation>
    </message>
    <message>
        <source>Too small for %1 m: can be read from up to %2 m.</source>
        <translation>Zu klein für %1 m: lesbar bis %2 m.</translation>
    </message>
</context>
<context>
    <name>CallCell</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, Schalter %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schalter</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, Schalter %2</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Frühere Aufrufe erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, Schalter %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation>Noch niemand aufgerufen</translation>
    </message>
    <message>
        <source>Nobody is being called</source>
        <translation>Gerade wird niemand aufgerufen</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Kurze Pause</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>Bitte warten Sie. Ihre Nummer erscheint hier, sobald Sie an der Reihe sind.</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>Um %1 geht es weiter. Ihre Nummer behält ihren Platz.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>Bitte warten Sie. Ihre Nummer behält ihren Platz.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>We are closed</source>
        <translation>Wir haben geschlossen</translation>
    </message>
    <message>
        <source>This display is not registered</source>
        <translation>Diese Anzeige ist nicht angemeldet</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not know its token.</source>
        <translation>Personal: bitte neu koppeln. Der Server kennt ihr Token nicht.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>Bitte achten Sie auf die Ansagen des Personals. Die Tafel erscheint von selbst.</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Nobody called yet</source>
        <translation>Noch niemand aufgerufen</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>etwa %1–%2 min</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time not checked</source>
        <translation>Zeit ungeprüft</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>Verbindung unterbrochen · Stand %1</translation>
    </message>
    <message>
        <source>Please listen for staff · last update %1</source>
        <translation>Bitte auf Ansagen achten · Stand %1</translation>
    </message>
</context>
<context>
    <name>WaitingCount</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
</context>
</TS>
