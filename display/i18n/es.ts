<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BoardScreen</name>
    <message>
        <source>Missed your number? Please ask at any desk.</source>
        <translation>¿Se ha pasado su número? Pregunte en cualquier ventanilla.</translation>
    </message>
    <message>
        <source>Too small for a waiting room: digits of %1 mm, where 51 mm are needed.</source>
        <translation>Demasiado pequeño para una sala de espera: cifras de %1 mm; hacen falta 51 mm.</translation>
    </message>
    <message>
        <source>Too small for %1 m: can be read from up to %2 m.</source>
        <translation>Demasiado pequeña para %1 m: se lee hasta %2 m.</translation>
    </message>
</context>
<context>
    <name>CallCell</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, ventanilla %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Ventanilla</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Ventanilla</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, ventanilla %2</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Aquí aparecen las llamadas anteriores.</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, ventanilla %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Ventanilla</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation>Aún no se ha llamado a nadie</translation>
    </message>
    <message>
        <source>Nobody is being called</source>
        <translation>Ahora no se llama a nadie</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Una breve pausa</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>Espere, por favor. Su número aparecerá aquí cuando sea su turno.</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>Seguimos a las %1. Su número conserva su puesto.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>Espere, por favor. Su número conserva su puesto.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>We are closed</source>
        <translation>Está cerrado</translation>
    </message>
    <message>
        <source>This display is not registered</source>
        <translation>Esta pantalla no está registrada</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not know its token.</source>
        <translation>Personal: vuelva a vincularla. El servidor no reconoce su token.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>Esté atento al personal. El tablero aparecerá por sí solo.</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Nobody called yet</source>
        <translation>Aún no se ha llamado a nadie</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>about %1 min</source>
        <translation>unos %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>unos %1–%2 min</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time not checked</source>
        <translation>Hora sin verificar</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>Reconectando · actualizado %1</translation>
    </message>
    <message>
        <source>Please listen for staff · last update %1</source>
        <translation>Atención al personal · actualizado %1</translation>
    </message>
</context>
<context>
    <name>WaitingCount</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
</context>
</TS>
