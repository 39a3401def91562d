<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Reconnexion · état à %1</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Please come back another time.</source>
        <translation>Merci de revenir à un autre moment.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>Ouvre aujourd’hui à %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>Ouvre demain à %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>Ouvre %1 à %2</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Comptoir</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Guichet</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>%1 · today</source>
        <translation>%1 · aujourd’hui</translation>
    </message>
    <message>
        <source>%1 · tomorrow</source>
        <translation>%1 · demain</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
</context>
</TS>
