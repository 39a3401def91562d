<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BoardNotice</name>
    <message>
        <source>since %1</source>
        <translation>desde las %1</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message numerus="yes">
        <source>%n still waiting, please stay.</source>
        <translation>
            <numerusform>Aún espera %n persona, quédese por favor.</numerusform>
            <numerusform>Aún esperan %n personas, quédense por favor.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new numbers for now.</source>
        <translation>Por ahora no hay más números.</translation>
    </message>
    <message>
        <source>No new numbers today.</source>
        <translation>Hoy no hay más números.</translation>
    </message>
    <message>
        <source>Everyone with a number is seen.</source>
        <translation>Se atenderá a quienes tengan número.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Last called</source>
        <translation>Últimas llamadas</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Aquí aparecen las llamadas anteriores.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Please listen for staff. Your number keeps its place.</source>
        <translation>Esté atento al personal. Su número conserva su lugar.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff, or use your phone.</source>
        <translation>¿Perdió su número? Avise al personal o use su móvil.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff.</source>
        <translation>¿Perdió su número? Avise al personal.</translation>
    </message>
    <message>
        <source>Time not checked</source>
        <translation>Hora sin verificar</translation>
    </message>
    <message>
        <source>Too small: digits of %1 mm</source>
        <translation>Demasiado pequeño: cifras de %1 mm</translation>
    </message>
    <message>
        <source>Too small for %1 m</source>
        <translation>Demasiado pequeño para %1 m</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Abierto hasta las %1</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, room %2</source>
        <translation>%1, sala %2</translation>
    </message>
    <message>
        <source>%1, window %2</source>
        <translation>%1, ventana %2</translation>
    </message>
    <message>
        <source>%1, counter %2</source>
        <translation>%1, mostrador %2</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, ventanilla %2</translation>
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
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>Personal: vuelva a vincularla. El servidor no acepta su token.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>Esté atento al personal. El tablero aparecerá por sí solo.</translation>
    </message>
</context>
<context>
    <name>NobodyWords</name>
    <message>
        <source>A short break</source>
        <translation>Una breve pausa</translation>
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
        <source>If you take a number now:</source>
        <translation>Si toma un número ahora:</translation>
    </message>
    <message>
        <source>How many are waiting</source>
        <translation>Cuántas personas esperan</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>Seguimos a las %1. Su número conserva su puesto.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>Espere, por favor. Su número conserva su puesto.</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>Espere, por favor. Su número aparecerá aquí cuando sea su turno.</translation>
    </message>
</context>
<context>
    <name>OpenDesks</name>
    <message>
        <source>Open rooms</source>
        <translation>Salas abiertas</translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation>Ventanas abiertas</translation>
    </message>
    <message>
        <source>Open counters</source>
        <translation>Mostradores abiertos</translation>
    </message>
    <message>
        <source>Open desks</source>
        <translation>Ventanillas abiertas</translation>
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
    <name>TopBar</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Reconectando…</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>Reconectando · actualizado %1</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>enseguida</translation>
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
        <translation>Turno inmediato</translation>
    </message>
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
        <translation>Cerrada</translation>
    </message>
</context>
<context>
    <name>WaitsTable</name>
    <message>
        <source>nobody waiting</source>
        <translation>nadie espera</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
</context>
</TS>
