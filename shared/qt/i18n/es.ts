<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AddressPage</name>
    <message>
        <source>Type the server&apos;s address</source>
        <translation>Escriba la dirección del servidor</translation>
    </message>
    <message>
        <source>No server found yet</source>
        <translation>Aún no se encontró ningún servidor</translation>
    </message>
    <message>
        <source>It is the address at which the manager&apos;s pages are opened.</source>
        <translation>Es la dirección con la que se abren las páginas del responsable.</translation>
    </message>
    <message>
        <source>It is still looked for. You may also type its address: the one at which the manager&apos;s pages are opened.</source>
        <translation>Se sigue buscando. También puede escribir su dirección: aquella con la que se abren las páginas del responsable.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Look for it again</source>
        <translation>Buscarlo de nuevo</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Which server is yours?</source>
        <translation>¿Cuál es su servidor?</translation>
    </message>
    <message>
        <source>These were found in this network.</source>
        <translation>Se encontraron estos en esta red.</translation>
    </message>
    <message>
        <source>Another one: type its address</source>
        <translation>Otro: escribir su dirección</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>%1, found in this network</source>
        <translation>%1, encontrado en esta red</translation>
    </message>
    <message>
        <source>Its own certificate: %1</source>
        <translation>Certificado propio: %1</translation>
    </message>
    <message>
        <source>New code in %1</source>
        <translation>Nuevo código en %1</translation>
    </message>
    <message>
        <source>This console is no longer paired</source>
        <translation>Esta consola ya no está vinculada</translation>
    </message>
    <message>
        <source>This screen is no longer paired</source>
        <translation>Esta pantalla ya no está vinculada</translation>
    </message>
    <message>
        <source>Pair this console</source>
        <translation>Vincular esta consola</translation>
    </message>
    <message>
        <source>Pair this screen</source>
        <translation>Vincular esta pantalla</translation>
    </message>
    <message>
        <source>A manager took it off the list, or the server was set up anew.</source>
        <translation>Un responsable la quitó de la lista, o el servidor se configuró de nuevo.</translation>
    </message>
    <message>
        <source>Staff: open the address below, or scan. Approve it when both screens show the same eight characters.</source>
        <translation>Personal: abra la dirección o escanee. Apruebe si ambas pantallas muestran los mismos ocho caracteres.</translation>
    </message>
    <message>
        <source>A manager opens the address, or scans the code, and approves when both screens show the same eight characters.</source>
        <translation>Un responsable abre la dirección o escanea el código y aprueba cuando ambas pantallas muestran los mismos ocho caracteres.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>Another server, or type its address</source>
        <translation>Otro servidor o escribir su dirección</translation>
    </message>
</context>
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
    <name>PairingWindow</name>
    <message>
        <source>The server is not heard. The code stays.</source>
        <translation>No se oye al servidor. El código sigue igual.</translation>
    </message>
    <message>
        <source>A mouse or a keyboard is needed for this.</source>
        <translation>Para esto hace falta un ratón o un teclado.</translation>
    </message>
    <message>
        <source>No remote control needed: the board starts by itself.</source>
        <translation>No hace falta mando: la pantalla empieza sola.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
</context>
<context>
    <name>PairingWords</name>
    <message>
        <source>Kiosk</source>
        <translation>Quiosco</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>That is no address. One looks like 192.168.1.10:8000.</source>
        <translation>Eso no es una dirección. Una se parece a 192.168.1.10:8000.</translation>
    </message>
    <message>
        <source>No server answers there. Is it switched on, and is the address right?</source>
        <translation>Allí no responde ningún servidor. ¿Está encendido y es correcta la dirección?</translation>
    </message>
    <message>
        <source>Something else answers there. Please check the address.</source>
        <translation>Allí responde otra cosa. Compruebe la dirección.</translation>
    </message>
    <message>
        <source>The server there cannot prove that it is the right one.</source>
        <translation>El servidor de allí no puede demostrar que es el correcto.</translation>
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
    <name>ServerList</name>
    <message>
        <source>The server on this machine</source>
        <translation>El servidor de este equipo</translation>
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
<context>
    <name>WordsPage</name>
    <message>
        <source>Looking for the server&#xa0;…</source>
        <translation>Buscando el servidor&#xa0;…</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>Asking the server&#xa0;…</source>
        <translation>Preguntando al servidor&#xa0;…</translation>
    </message>
    <message>
        <source>A manager did not approve this screen</source>
        <translation>Un responsable no aprobó esta pantalla</translation>
    </message>
    <message>
        <source>Many screens ask just now</source>
        <translation>Ahora preguntan muchas pantallas</translation>
    </message>
    <message>
        <source>The server does not pair this screen</source>
        <translation>El servidor no vincula esta pantalla</translation>
    </message>
    <message>
        <source>Is this still our server?</source>
        <translation>¿Sigue siendo nuestro servidor?</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>Vinculada</translation>
    </message>
    <message>
        <source>It has to be switched on, and in the same network.</source>
        <translation>Tiene que estar encendido y en la misma red.</translation>
    </message>
    <message>
        <source>It is asked again by itself. Is it switched on, and in this network?</source>
        <translation>Se le vuelve a preguntar automáticamente. ¿Está encendido y en esta red?</translation>
    </message>
    <message>
        <source>If that was by mistake, ask anew. It asks by itself in some minutes.</source>
        <translation>Si fue un error, pregunte de nuevo. En unos minutos pregunta sola.</translation>
    </message>
    <message>
        <source>This one asks again by itself in %1.</source>
        <translation>Esta vuelve a preguntar sola en %1.</translation>
    </message>
    <message>
        <source>It shows another certificate than the one that this screen was paired with. Staff: if the server was set up anew, pair the screen anew. If nobody knows of that, ask who looks after the network. It goes on by itself as soon as the known one is back.</source>
        <translation>Muestra un certificado distinto de aquel con el que se vinculó esta pantalla. Personal: si el servidor se configuró de nuevo, vincule la pantalla otra vez. Si nadie sabe de eso, pregunte a quien cuida la red. Sigue sola en cuanto vuelva el conocido.</translation>
    </message>
    <message>
        <source>It goes on by itself.</source>
        <translation>Sigue sola.</translation>
    </message>
    <message>
        <source>This is “%1”. It goes on by itself.</source>
        <translation>Esta es «%1». Sigue sola.</translation>
    </message>
    <message>
        <source>Pair it anew</source>
        <translation>Vincularla de nuevo</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Type its address</source>
        <translation>Escribir su dirección</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
</context>
</TS>
