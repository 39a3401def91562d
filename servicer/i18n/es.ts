<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AdviceCard</name>
    <message>
        <source>%1 then takes longer: %2</source>
        <translation>%1 tarda entonces más: %2</translation>
    </message>
    <message>
        <source>%1 waits too long</source>
        <translation>%1: se espera demasiado</translation>
    </message>
    <message>
        <source>%1 is quiet again</source>
        <translation>%1: vuelve a haber calma</translation>
    </message>
    <message>
        <source>for a newcomer</source>
        <translation>para quien llega ahora</translation>
    </message>
    <message>
        <source>Serve %1 too</source>
        <translation>Atender también %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>AwayBar</name>
    <message>
        <source>This console is no longer paired. Pair it anew.</source>
        <translation>Esta consola ya no está vinculada. Vincúlela de nuevo.</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>Vincule de nuevo esta consola</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>Sin servidor</translation>
    </message>
    <message>
        <source>Server away · %1</source>
        <translation>Sin servidor · %1</translation>
    </message>
    <message>
        <source>The server is away.</source>
        <translation>No hay conexión con el servidor.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>No hay conexión con el servidor. Lo que ve es de las %1.</translation>
    </message>
</context>
<context>
    <name>BreakForm</name>
    <message>
        <source>Reason, for colleagues</source>
        <translation>Motivo, para los colegas</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>De vuelta en</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>Hasta que vuelva</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>CompactServing</name>
    <message>
        <source>Sent to you %1</source>
        <translation>Transferido a usted %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Llamado</translation>
    </message>
    <message numerus="yes">
        <source>Called · %n times</source>
        <translation>
            <numerusform>Llamado %n vez</numerusform>
            <numerusform>Llamado %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Atendiendo</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En descanso</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>Su descanso ha terminado</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 listo</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>Quien llegue ahora viene a usted</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>Ahora no puede venir nadie</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>persona espera por usted</numerusform>
            <numerusform>personas esperan por usted</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>Ahora espera alguien</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>No espera nadie</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>Piden ayuda: %1</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>Ahora no hay números</translation>
    </message>
    <message>
        <source>Sent when the server is back</source>
        <translation>Se envía cuando vuelva el servidor</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Calling needs the server</source>
        <translation>Sin servidor no se llama</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>“Done” is kept here and sent when the server is back. Calling needs the server.</source>
        <translation>«Listo» se guarda aquí y se envía cuando vuelva el servidor. Sin servidor no se llama.</translation>
    </message>
</context>
<context>
    <name>FindForm</name>
    <message>
        <source>Number, such as A001</source>
        <translation>Número, por ejemplo A001</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Nobody was given %1 today.</source>
        <translation>Hoy no se ha dado el %1.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Help wanted at %1 · %2</source>
        <translation>Piden ayuda: %1 · %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 is going</source>
        <translation>Va %1</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>Piden ayuda: %1</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Habla %1</translation>
    </message>
    <message>
        <source>You are going</source>
        <translation>Va usted</translation>
    </message>
    <message>
        <source>Somebody from %1 is going</source>
        <translation>Va alguien: %1</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Priority for %1</source>
        <translation>Prioridad para %1</translation>
    </message>
</context>
<context>
    <name>LinkMark</name>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>Connecting to the server …</source>
        <translation>Conectando con el servidor …</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>Vincule de nuevo esta consola</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>El servidor no conoce su token. «takeanumber device add console» crea uno nuevo.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>Tarda un momento cuando el servidor arranca.</translation>
    </message>
    <message>
        <source>Its token is that of another kind of device. “takeanumber device add console” makes one for a console.</source>
        <translation>Su token es de otro tipo de dispositivo. «takeanumber device add console» crea uno para una consola.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back. If that has another address now, find it again.</source>
        <translation>Continúa por sí solo en cuanto el servidor vuelva. Si ahora tiene otra dirección, búsquelo de nuevo.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back.</source>
        <translation>Continúa por sí solo en cuanto el servidor vuelva.</translation>
    </message>
    <message>
        <source>Find the server again</source>
        <translation>Buscar el servidor de nuevo</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <translation>
            <numerusform>%1: %n espera</numerusform>
            <numerusform>%1: %n esperan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankForm</name>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
</context>
<context>
    <name>RestForm</name>
    <message>
        <source>%1 · On hold</source>
        <translation>%1 · Más tarde</translation>
    </message>
    <message>
        <source>%1 · Missed %2</source>
        <translation>%1 · ausente %2</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Buscar un número</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Ya no hace falta ayuda</translation>
    </message>
    <message>
        <source>Sound at every arrival</source>
        <translation>Sonido con cada número</translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Ventana grande</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>Now serving</source>
        <translation>Atendiendo ahora</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>Llamado: %1</translation>
    </message>
    <message numerus="yes">
        <source>Called to %1 · %n times</source>
        <translation>
            <numerusform>Llamado: %1 · %n vez</numerusform>
            <numerusform>Llamado: %1 · %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>desde la llamada</translation>
    </message>
    <message>
        <source>with you</source>
        <translation>con usted</translation>
    </message>
    <message>
        <source>They said on the phone that they are on their way</source>
        <translation>Ha avisado por el móvil que viene</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Esperó</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En descanso</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>Su descanso ha terminado</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 listo</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>Ahora no puede venir nadie</translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>Ahora espera alguien</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>No espera nadie</translation>
    </message>
    <message>
        <source>Noted here. It is sent as soon as the server is back.</source>
        <translation>Anotado aquí. Se envía en cuanto vuelva el servidor.</translation>
    </message>
    <message>
        <source>Your queues give no numbers now. Once they do, the next arrival comes to you.</source>
        <translation>Sus colas no dan números ahora. En cuanto los den, quien llegue viene a usted.</translation>
    </message>
    <message>
        <source>They are called as soon as they have a number.</source>
        <translation>Se le llama en cuanto tenga número.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>The longest has waited %1</source>
        <translation>Quien más espera lleva %1</translation>
    </message>
    <message>
        <source>Your queues give no numbers now.</source>
        <translation>Sus colas no dan números ahora.</translation>
    </message>
    <message>
        <source>You hear two notes when somebody comes, also when this window is hidden.</source>
        <translation>Oirá dos notas cuando alguien tome un número, también con esta ventana oculta.</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>El próximo que llegue va a usted</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>persona espera por usted</numerusform>
            <numerusform>personas esperan por usted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Find a number</source>
        <translation>Buscar un número</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Your queues</source>
        <translation>Sus colas</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n persona le espera</numerusform>
            <numerusform>%n personas le esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waited at %1</source>
        <translation>
            <numerusform>%n esperaba a las %1</numerusform>
            <numerusform>%n esperaban a las %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to you</source>
        <translation>Transferido a usted</translation>
    </message>
    <message numerus="yes">
        <source>Other queues: %n waiting</source>
        <translation>
            <numerusform>Otras colas: %n espera</numerusform>
            <numerusform>Otras colas: %n esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Other queues</source>
        <translation>Otras colas</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Nobody serves their queue</source>
        <translation>Nadie atiende su cola</translation>
    </message>
    <message>
        <source>No paper: %1</source>
        <translation>Sin papel: %1</translation>
    </message>
    <message>
        <source>Reprint at the kiosk.</source>
        <translation>Reimprima en el quiosco.</translation>
    </message>
    <message>
        <source>Everybody is told</source>
        <translation>Se avisa a todos</translation>
    </message>
    <message>
        <source>Everybody is told until %1</source>
        <translation>Se avisa a todos hasta las %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Sound at every arrival, and not only when nobody waited</source>
        <translation>Sonido con cada número nuevo, no solo cuando no esperaba nadie</translation>
    </message>
    <message>
        <source>Always ring</source>
        <translation>Avisar siempre</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Ya no hace falta ayuda</translation>
    </message>
</context>
<context>
    <name>SideRow</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>%1: back in line</source>
        <translation>%1: de nuevo a la cola</translation>
    </message>
</context>
<context>
    <name>SignInHead</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n espera</numerusform>
            <numerusform>%n esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Ventana grande</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Buenos días</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Buenas tardes</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Buenas noches</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is %1, %2.</source>
        <translation>Es %1, %2.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>No espera nadie.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are waiting.</source>
        <translation>
            <numerusform>Espera una persona.</numerusform>
            <numerusform>Esperan %n personas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Su PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>I am not %1</source>
        <translation>No soy %1</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>It is shown on the board, at the kiosk and on phones. One language is enough.</source>
        <translation>Aparece en la pantalla, en el quiosco y en los móviles. Basta un idioma.</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Durante cuánto tiempo</translation>
    </message>
    <message>
        <source>Until taken back</source>
        <translation>Hasta retirarlo</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help wanted: %1</source>
        <translation>Piden ayuda: %1</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Buscar un número</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeña</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n espera</numerusform>
            <numerusform>%n esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Ventana grande</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>Anotado. Se envía en cuanto vuelva el servidor.</translation>
    </message>
    <message>
        <source>The server does not answer yet …</source>
        <translation>El servidor aún no responde …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>WalkInForm</name>
    <message>
        <source>For what?</source>
        <translation>¿Para qué?</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>The board does not show it.</source>
        <translation>La pantalla no lo muestra.</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Start serving now</source>
        <translation>Atender ahora</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>Llamar · %n espera</numerusform>
            <numerusform>Llamar · %n esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Ha llegado</translation>
    </message>
    <message>
        <source>Done and call next</source>
        <translation>Listo y llamar al siguiente</translation>
    </message>
    <message numerus="yes">
        <source>Done and call next · %n waiting</source>
        <translation>
            <numerusform>Listo y llamar · %n espera</numerusform>
            <numerusform>Listo y llamar · %n esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>A la cola</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transferir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Pick one</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Sin número</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>Dar un número</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Next to me</source>
        <translation>El próximo a mí</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Volver al trabajo</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>Voy yo</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Tell everybody</source>
        <translation>Avisar a todos</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Llamar al siguiente</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 is called</source>
        <translation>%1 llamado</translation>
    </message>
    <message>
        <source>%1 is called again</source>
        <translation>%1 llamado otra vez</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>%1 ha llegado</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 listo</translation>
    </message>
    <message>
        <source>Done, %1 is called</source>
        <translation>Listo, %1 llamado</translation>
    </message>
    <message>
        <source>%1 is missed</source>
        <translation>%1 ausente</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 queda para más tarde</translation>
    </message>
    <message>
        <source>%1 is back in line</source>
        <translation>%1 de nuevo en la cola</translation>
    </message>
    <message>
        <source>%1 is transferred</source>
        <translation>%1 transferido</translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation>Prioridad de %1</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 anulado</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Nota sobre %1</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>Un descanso</translation>
    </message>
    <message>
        <source>Which priority has %1?</source>
        <translation>¿Qué prioridad tiene %1?</translation>
    </message>
    <message>
        <source>Waits since %1</source>
        <translation>Espera desde las %1</translation>
    </message>
    <message>
        <source>Done at %1</source>
        <translation>Listo a las %1</translation>
    </message>
    <message>
        <source>Missed at %1</source>
        <translation>Ausente a las %1</translation>
    </message>
    <message>
        <source>Left the queue at %1</source>
        <translation>Dejó la cola a las %1</translation>
    </message>
    <message>
        <source>The day ended before their turn</source>
        <translation>El día terminó antes de su turno</translation>
    </message>
    <message>
        <source>%1 is no longer here.</source>
        <translation>%1 ya no está aquí.</translation>
    </message>
    <message>
        <source>%1 is with somebody else now.</source>
        <translation>%1 está ahora con otra persona.</translation>
    </message>
    <message>
        <source>%1 was signed out of %2.</source>
        <translation>Se cerró la sesión de %1: %2.</translation>
    </message>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>Ese PIN no es correcto. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 sits at %2.</source>
        <translation>Allí está %1: %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at %2 already.</source>
        <translation>%1 ya ha entrado: %2.</translation>
    </message>
    <message>
        <source>This console is signed in somewhere else.</source>
        <translation>Esta consola ya ha entrado en otro sitio.</translation>
    </message>
    <message>
        <source>%1 is their number.</source>
        <translation>Su número es %1.</translation>
    </message>
    <message>
        <source>Everybody who waits is told.</source>
        <translation>Se avisa a todos los que esperan.</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>¿Por qué %1 queda para más tarde?</translation>
    </message>
    <message>
        <source>Enough have come</source>
        <translation>Ya hay suficientes</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Where shall %1 go?</source>
        <translation>¿Adónde va %1?</translation>
    </message>
    <message>
        <source>A note on %1, for colleagues</source>
        <translation>Nota sobre %1, para colegas</translation>
    </message>
    <message>
        <source>Cancel %1? The number is gone then.</source>
        <translation>¿Anular %1? El número se pierde.</translation>
    </message>
    <message>
        <source>Whom do you call?</source>
        <translation>¿A quién llama?</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>¿Descanso hasta cuándo?</translation>
    </message>
    <message>
        <source>Tell everybody who waits</source>
        <translation>Avisar a todos los que esperan</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>back at %1</source>
        <translation>de vuelta a las %1</translation>
    </message>
    <message>
        <source>It was to end at %1</source>
        <translation>Debía terminar a las %1</translation>
    </message>
    <message>
        <source>Lent to you until the day ends</source>
        <translation>Para usted hasta que termine el día</translation>
    </message>
    <message>
        <source>Stop serving %1</source>
        <translation>Dejar de atender %1</translation>
    </message>
    <message>
        <source>One more room on %1</source>
        <translation>Una sala más para %1</translation>
    </message>
    <message>
        <source>One more window on %1</source>
        <translation>Una ventana más para %1</translation>
    </message>
    <message>
        <source>One more counter on %1</source>
        <translation>Un mostrador más para %1</translation>
    </message>
    <message>
        <source>One more desk on %1</source>
        <translation>Una ventanilla más para %1</translation>
    </message>
    <message>
        <source>newcomers wait %1</source>
        <translation>quien llega ahora espera %1</translation>
    </message>
    <message>
        <source>newcomers wait %1 in place of %2</source>
        <translation>quien llega ahora espera %1 en lugar de %2</translation>
    </message>
    <message>
        <source>usually %1 min</source>
        <translation>normalmente %1 min</translation>
    </message>
    <message>
        <source>usually %1 to %2 min</source>
        <translation>normalmente de %1 a %2 min</translation>
    </message>
    <message>
        <source>%1 calls everybody to help</source>
        <translation>%1 pide ayuda a todos</translation>
    </message>
    <message>
        <source>%1 is coming</source>
        <translation>Viene %1</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Sala %1</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Ventana %1</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Mostrador %1</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Ventanilla %1</translation>
    </message>
    <message>
        <source>Which room?</source>
        <translation>¿Qué sala?</translation>
    </message>
    <message>
        <source>Which window?</source>
        <translation>¿Qué ventana?</translation>
    </message>
    <message>
        <source>Which counter?</source>
        <translation>¿Qué mostrador?</translation>
    </message>
    <message>
        <source>Which desk?</source>
        <translation>¿Qué ventanilla?</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>menos de 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>newcomers: at once</source>
        <translation>quien llega ahora: enseguida</translation>
    </message>
    <message>
        <source>newcomers: %1–%2 min</source>
        <translation>quien llega ahora: %1–%2 min</translation>
    </message>
    <message>
        <source>newcomers: %1 min</source>
        <translation>quien llega ahora: %1 min</translation>
    </message>
    <message>
        <source>No more numbers</source>
        <translation>No hay más números</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Cerrada ahora</translation>
    </message>
    <message>
        <source>Called at %1</source>
        <translation>Llamado a las %1</translation>
    </message>
    <message>
        <source>Is served since %1</source>
        <translation>Se atiende desde las %1</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>%1 has left the queue.</source>
        <translation>%1 ha dejado la cola.</translation>
    </message>
    <message>
        <source>The day has ended, and %1 with it.</source>
        <translation>El día ha terminado, y %1 también.</translation>
    </message>
    <message>
        <source>Nobody is waiting any more.</source>
        <translation>Ya no espera nadie.</translation>
    </message>
    <message>
        <source>%1 was called a moment ago. Please give them %2 seconds.</source>
        <translation>Se acaba de llamar a %1. Espere %2 segundos.</translation>
    </message>
    <message>
        <source>Finish %1 first.</source>
        <translation>Termine primero con %1.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Nothing was changed.</source>
        <translation>El disco del servidor está lleno. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Demasiados PIN erróneos. Vuelva a probar en %1.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>El servidor no respondió. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The server is away. Nothing was noted.</source>
        <translation>Sin servidor. No se ha anotado nada.</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>Motivo (puede quedar vacío)</translation>
    </message>
</context>
</TS>
