<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Reconectando · datos de las %1</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Please come back another time.</source>
        <translation>Vuelva en otro momento, por favor.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>Abre hoy a las %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>Abre mañana a las %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>Abre el %1 a las %2</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Mostrador</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Ventanilla</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>%1 · today</source>
        <translation>%1 · hoy</translation>
    </message>
    <message>
        <source>%1 · tomorrow</source>
        <translation>%1 · mañana</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
</TS>
