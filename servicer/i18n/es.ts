<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CompactServing</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Somebody has arrived</source>
        <translation>Ha llegado alguien</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>espera por usted</numerusform>
            <numerusform>esperan por usted</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Espera más larga: %1</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>Viene de camino</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>Anotado. Se enviará en cuanto vuelva el servidor.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>El servidor no responde. Lo que ve es de las %1.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>Quién espera</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>No desk serves them (%1)</source>
        <translation>Ningún puesto los atiende (%1)</translation>
    </message>
    <message>
        <source>No paper: %1. Reprint at the kiosk.</source>
        <translation>Sin papel: %1. Reimprima en el quiosco.</translation>
    </message>
    <message>
        <source>Desk %1 calls for help</source>
        <translation>El puesto %1 pide ayuda</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Ya no hace falta ayuda</translation>
    </message>
</context>
<context>
    <name>HeldRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Ctrl J</source>
        <translation>Ctrl J</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Puesto %1 · %2</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>This console is not paired</source>
        <translation>Esta consola no está vinculada</translation>
    </message>
    <message>
        <source>Connecting to the server …</source>
        <translation>Conectando con el servidor …</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>El servidor no conoce su token. «takeanumber device add console» crea uno nuevo.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>Tarda un momento cuando el servidor arranca.</translation>
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
    <message>
        <source>Yours</source>
        <translation>Suya</translation>
    </message>
    <message>
        <source>Yours · longest wait %1</source>
        <translation>Suya · espera máx. %1</translation>
    </message>
    <message>
        <source>Longest wait %1</source>
        <translation>Espera máx. %1</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>back at %1</source>
        <translation>vuelve a las %1</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>El próximo que llegue va a usted</translation>
    </message>
    <message>
        <source>Somebody has arrived · %1</source>
        <translation>Ha llegado alguien · %1</translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Espera más larga: %1</translation>
    </message>
    <message>
        <source>The waiting room is empty</source>
        <translation>La sala de espera está vacía</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>Viene de camino</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>espera por usted</numerusform>
            <numerusform>esperan por usted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Back · Esc</source>
        <translation>Volver · Esc</translation>
    </message>
</context>
<context>
    <name>SheetRow</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>Hasta que vuelva</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Puesto %1 · %2</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Good to see you. Where do you sit today?</source>
        <translation>Nos alegra verle. ¿Dónde se sienta hoy?</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Puesto %1</translation>
    </message>
    <message>
        <source>Desk %1, %2 sits there</source>
        <translation>Puesto %1, allí está %2</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>%1 · at desk %2</source>
        <translation>%1 · en el puesto %2</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
</context>
<context>
    <name>StrandedRow</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Puesto %1 · %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation>Reconectando …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Reconectando · a las %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Pequeña</translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation>Ctrl O</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Nobody waiting</source>
        <translation>Nadie espera</translation>
    </message>
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
        <translation>Pausa</translation>
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
        <source>Ctrl ⏎ or Space</source>
        <translation>Ctrl ⏎ o espacio</translation>
    </message>
    <message>
        <source>Ctrl </source>
        <translation>Ctrl </translation>
    </message>
    <message>
        <source>Undo: %1 called</source>
        <translation>Deshacer: %1 llamado</translation>
    </message>
    <message>
        <source>Undo: %1 called again</source>
        <translation>Deshacer: %1 llamado otra vez</translation>
    </message>
    <message>
        <source>Undo: %1 arrived</source>
        <translation>Deshacer: %1 ha llegado</translation>
    </message>
    <message>
        <source>Undo: %1 done</source>
        <translation>Deshacer: %1 listo</translation>
    </message>
    <message>
        <source>Undo: done, %1 called</source>
        <translation>Deshacer: listo, %1 llamado</translation>
    </message>
    <message>
        <source>Undo: %1 missed</source>
        <translation>Deshacer: %1 ausente</translation>
    </message>
    <message>
        <source>Undo: %1 on hold</source>
        <translation>Deshacer: %1 en pausa</translation>
    </message>
    <message>
        <source>Undo: %1 back in line</source>
        <translation>Deshacer: %1 a la cola</translation>
    </message>
    <message>
        <source>Undo: %1 transferred</source>
        <translation>Deshacer: %1 transferido</translation>
    </message>
    <message>
        <source>Undo: %1 cancelled</source>
        <translation>Deshacer: %1 anulado</translation>
    </message>
    <message>
        <source>Undo: note on %1</source>
        <translation>Deshacer: nota de %1</translation>
    </message>
    <message>
        <source>Undo: break</source>
        <translation>Deshacer: descanso</translation>
    </message>
    <message>
        <source>Undo: back to work</source>
        <translation>Deshacer: vuelta al trabajo</translation>
    </message>
    <message>
        <source>Undo: call for help</source>
        <translation>Deshacer: pedir ayuda</translation>
    </message>
    <message>
        <source>Undo: next arrival</source>
        <translation>Deshacer: el próximo a mí</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>¿Por qué espera %1 aparte?</translation>
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
        <source>Somebody without a number. For which queue?</source>
        <translation>Alguien sin número. ¿Para qué cola?</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>¿Descanso hasta cuándo?</translation>
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
        <source>No more numbers</source>
        <translation>No hay más números</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Cerrado ahora</translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation>Atendiendo</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En descanso</translation>
    </message>
    <message>
        <source>Called %1 times</source>
        <translation>Llamado %1 veces</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Llamado</translation>
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
        <source>%1 is no longer at this desk.</source>
        <translation>%1 ya no está en este puesto.</translation>
    </message>
    <message>
        <source>%1 is at another desk now.</source>
        <translation>%1 está ahora en otro puesto.</translation>
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
        <source>%1 was signed out of desk %2.</source>
        <translation>Se ha cerrado la sesión de %1 en el puesto %2.</translation>
    </message>
    <message>
        <source>That PIN is not right.</source>
        <translation>Ese PIN no es correcto.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Demasiados PIN erróneos. Vuelva a probar en %1.</translation>
    </message>
    <message>
        <source>%1 sits at desk %2.</source>
        <translation>%1 está en el puesto %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at desk %2 already.</source>
        <translation>%1 ya ha entrado en el puesto %2.</translation>
    </message>
    <message>
        <source>This console is signed in at another desk.</source>
        <translation>Esta consola está en otro puesto.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>El servidor no respondió. Inténtelo otra vez.</translation>
    </message>
</context>
</TS>
