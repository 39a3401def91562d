<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BoardNotice</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message numerus="yes">
        <source>%n still waiting, please stay.</source>
        <translation>
            <numerusform>%n wartet noch, bitte bleiben Sie.</numerusform>
            <numerusform>%n warten noch, bitte bleiben Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new numbers for now.</source>
        <translation>Zurzeit keine neuen Nummern.</translation>
    </message>
    <message>
        <source>No new numbers today.</source>
        <translation>Heute keine neuen Nummern mehr.</translation>
    </message>
    <message>
        <source>Everyone with a number is seen.</source>
        <translation>Wer eine Nummer hat, kommt noch an die Reihe.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Last called</source>
        <translation>Zuletzt aufgerufen</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Frühere Aufrufe erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Please listen for staff. Your number keeps its place.</source>
        <translation>Bitte auf Ansagen achten. Ihre Nummer behält ihren Platz.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff, or use your phone.</source>
        <translation>Nummer verpasst? Sagen Sie es dem Personal, oder auf Ihrem Handy.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff.</source>
        <translation>Nummer verpasst? Sagen Sie es dem Personal.</translation>
    </message>
    <message>
        <source>Time not checked</source>
        <translation>Zeit ungeprüft</translation>
    </message>
    <message>
        <source>Too small: digits of %1 mm</source>
        <translation>Zu klein: Ziffern von %1 mm</translation>
    </message>
    <message>
        <source>Too small for %1 m</source>
        <translation>Zu klein für %1 m</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Geöffnet bis %1</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, room %2</source>
        <translation>%1, Raum %2</translation>
    </message>
    <message>
        <source>%1, window %2</source>
        <translation>%1, Fenster %2</translation>
    </message>
    <message>
        <source>%1, counter %2</source>
        <translation>%1, Theke %2</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, Schalter %2</translation>
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
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>Personal: bitte neu koppeln. Der Server nimmt ihr Token nicht an.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>Bitte achten Sie auf die Ansagen des Personals. Die Tafel erscheint von selbst.</translation>
    </message>
</context>
<context>
    <name>NobodyWords</name>
    <message>
        <source>A short break</source>
        <translation>Kurze Pause</translation>
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
        <source>If you take a number now:</source>
        <translation>Wenn Sie jetzt eine Nummer ziehen:</translation>
    </message>
    <message>
        <source>How many are waiting</source>
        <translation>So viele warten</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>Um %1 geht es weiter. Ihre Nummer behält ihren Platz.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>Bitte warten Sie. Ihre Nummer behält ihren Platz.</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>Bitte warten Sie. Ihre Nummer erscheint hier, sobald Sie an der Reihe sind.</translation>
    </message>
</context>
<context>
    <name>OpenDesks</name>
    <message>
        <source>Open rooms</source>
        <translation>Offene Räume</translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation>Offene Fenster</translation>
    </message>
    <message>
        <source>Open counters</source>
        <translation>Offene Theken</translation>
    </message>
    <message>
        <source>Open desks</source>
        <translation>Offene Schalter</translation>
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
    <name>TopBar</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Verbindung unterbrochen …</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>Verbindung unterbrochen · Stand %1</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>Sofort an der Reihe</translation>
    </message>
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
<context>
    <name>WaitsTable</name>
    <message>
        <source>nobody waiting</source>
        <translation>niemand wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
</TS>
