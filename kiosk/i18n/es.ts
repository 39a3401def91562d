<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CalibrateScreen</name>
    <message>
        <source>Hold a bank card against the screen</source>
        <translation>Apoye una tarjeta bancaria en la pantalla</translation>
    </message>
    <message>
        <source>Make the frame exactly as large as the card.</source>
        <translation>Haga el marco exactamente del tamaño de la tarjeta.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>It matches</source>
        <translation>Coincide</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>All numbers for today are given.</source>
        <translation>Ya se han dado todos los números de hoy.</translation>
    </message>
    <message>
        <source>No more numbers today</source>
        <translation>Hoy ya no hay más números</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>Ahora está cerrado</translation>
    </message>
    <message>
        <source>Not every queue is open at all of these times.</source>
        <translation>No todas las colas abren en todos estos horarios.</translation>
    </message>
    <message>
        <source>Closed from %1 to %2</source>
        <translation>Cerrado del %1 al %2</translation>
    </message>
    <message>
        <source>From %1 to %2 open %3</source>
        <translation>Del %1 al %2 abierto %3</translation>
    </message>
    <message>
        <source>Closed from %1 to %2 %3</source>
        <translation>Cerrado del %1 al %2 de %3</translation>
    </message>
    <message>
        <source>From %1 to %2 %3 open %4</source>
        <translation>Del %1 al %2 de %3 abierto %4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>Cerrado el %1</translation>
    </message>
    <message>
        <source>On %1 open %2</source>
        <translation>El %1 abierto %2</translation>
    </message>
</context>
<context>
    <name>CustomerBar</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>Más idiomas</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move the controls lower</source>
        <translation>Bajar los controles</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Please stay here.</source>
        <translation>Quédese aquí, por favor.</translation>
    </message>
    <message>
        <source>The server does not answer, so nobody could be told. Please ask the staff.</source>
        <translation>El servidor no responde y no se ha podido avisar a nadie. Pregunte al personal.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>We told our staff</source>
        <translation>Hemos avisado al personal</translation>
    </message>
    <message>
        <source>Nobody is told yet</source>
        <translation>Aún no hemos avisado</translation>
    </message>
    <message>
        <source>Their screens say that somebody at “%1” needs help. Please stay here.</source>
        <translation>Sus pantallas indican que alguien necesita ayuda en «%1». Quédese aquí, por favor.</translation>
    </message>
    <message>
        <source>Somebody is coming from room %1.</source>
        <translation>Alguien viene de la sala %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from window %1.</source>
        <translation>Alguien viene de la ventana %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from counter %1.</source>
        <translation>Alguien viene del mostrador %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from desk %1.</source>
        <translation>Alguien viene de la ventanilla %1.</translation>
    </message>
    <message>
        <source>Their screens say that somebody needs help here. Please stay here.</source>
        <translation>Sus pantallas indican que aquí alguien necesita ayuda. Quédese aquí, por favor.</translation>
    </message>
    <message>
        <source>Telling the staff …</source>
        <translation>Avisamos al personal …</translation>
    </message>
    <message>
        <source>A manager is coming.</source>
        <translation>Viene un responsable.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>Ahora no atiende nadie.</translation>
    </message>
    <message>
        <source>Serving now: %1</source>
        <translation>Atienden ahora: %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Volver al inicio</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>Ya no necesito ayuda</translation>
    </message>
</context>
<context>
    <name>HomeNotices</name>
    <message>
        <source>Nobody is serving just now. You can take a number already.</source>
        <translation>Ahora no atiende nadie. Ya puede tomar un número.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>Ahora no atiende nadie.</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Which queue instead?</source>
        <translation>¿Qué cola prefiere?</translation>
    </message>
    <message>
        <source>Welcome. What do you need today?</source>
        <translation>Bienvenido. ¿Qué necesita hoy?</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>¿Qué necesita hoy?</translation>
    </message>
    <message>
        <source>You keep %1 until you tap another.</source>
        <translation>Conserva %1 hasta que toque otra.</translation>
    </message>
    <message>
        <source>Tap where yours is.</source>
        <translation>Toque donde esté lo suyo.</translation>
    </message>
    <message>
        <source>Tap to get your number.</source>
        <translation>Toque para obtener su número.</translation>
    </message>
    <message>
        <source>Tap one to get your number.</source>
        <translation>Toque una opción para obtener su número.</translation>
    </message>
</context>
<context>
    <name>IssuedScreen</name>
    <message>
        <source>Your number is %1</source>
        <translation>Su número es %1</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Usted es el siguiente</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead of you</source>
        <translation>
            <numerusform>%n delante de usted</numerusform>
            <numerusform>%n delante de usted</numerusform>
        </translation>
    </message>
    <message>
        <source>You are first in line</source>
        <translation>Es el primero de la cola</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>unos %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>unos %1–%2 min</translation>
    </message>
    <message>
        <source>Nobody is serving yet. Please wait until you are called.</source>
        <translation>Aún no atiende nadie. Espere a que le llamen.</translation>
    </message>
    <message>
        <source>Another queue may be called before you.</source>
        <translation>Puede que llamen antes a otra cola.</translation>
    </message>
    <message>
        <source>%1 was given back.</source>
        <translation>%1 se ha devuelto.</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>Siga en su móvil</translation>
    </message>
    <message>
        <source>Scan to see your place. It rings at your turn.</source>
        <translation>Escanee para ver su puesto. Suena cuando sea su turno.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Imprimir otra vez</translation>
    </message>
    <message>
        <source>Wrong queue? Change</source>
        <translation>¿Cola equivocada? Cambiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>JoinCode</name>
    <message>
        <source>Or scan this and take your number on your phone.</source>
        <translation>O escanee esto y saque su número en el móvil.</translation>
    </message>
    <message>
        <source>Or scan: number on your phone</source>
        <translation>O escanee: número en el móvil</translation>
    </message>
</context>
<context>
    <name>KioskClosedWords</name>
    <message>
        <source>This kiosk is closed</source>
        <translation>Este quiosco está cerrado</translation>
    </message>
    <message>
        <source>Please take your number at another kiosk, or ask the staff.</source>
        <translation>Tome su número en otro quiosco o pregunte al personal.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>No numbers here just now</source>
        <translation>Ahora no hay números aquí</translation>
    </message>
    <message>
        <source>This kiosk is not registered</source>
        <translation>Este quiosco no está registrado</translation>
    </message>
    <message>
        <source>%1: full for now</source>
        <translation>%1: completo por ahora</translation>
    </message>
    <message>
        <source>As many people wait as can be served. Please try again later, or ask the staff.</source>
        <translation>Esperan tantas personas como se puede atender. Inténtelo más tarde o pregunte al personal.</translation>
    </message>
    <message>
        <source>Please choose another one, or ask the staff.</source>
        <translation>Elija otra o pregunte al personal.</translation>
    </message>
    <message>
        <source>Please ask the staff. The kiosk comes back by itself.</source>
        <translation>Pregunte al personal. El quiosco vuelve por sí solo.</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>Personal: vuelva a vincularlo. El servidor no acepta su clave.</translation>
    </message>
    <message>
        <source>%1: full for today</source>
        <translation>%1: completo por hoy</translation>
    </message>
    <message>
        <source>%1: closed now</source>
        <translation>%1: cerrada ahora</translation>
    </message>
    <message>
        <source>No number this time</source>
        <translation>Esta vez no hay número</translation>
    </message>
    <message>
        <source>All numbers for today are given.</source>
        <translation>Ya se han dado todos los números de hoy.</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <translation>El quiosco se está iniciando.</translation>
    </message>
    <message>
        <source>Last connected %1</source>
        <translation>Última conexión %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Volver al inicio</translation>
    </message>
</context>
<context>
    <name>NoNumberScreen</name>
    <message>
        <source>The connection is interrupted. You have no number, and none will be called for you. Try again, or ask the staff.</source>
        <translation>La conexión está interrumpida. No tiene número y no se llamará ninguno por usted. Inténtelo de nuevo o pregunte al personal.</translation>
    </message>
    <message>
        <source>The connection is interrupted. You keep %1. Try again, or ask the staff.</source>
        <translation>La conexión está interrumpida. Conserva %1. Inténtelo de nuevo o pregunte al personal.</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Aún sin número</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Conservar %1</translation>
    </message>
    <message>
        <source>Goes back to the start in %1 s</source>
        <translation>Vuelve al inicio en %1 s</translation>
    </message>
</context>
<context>
    <name>PaperNotice</name>
    <message>
        <source>Your ticket is being printed …</source>
        <translation>Se está imprimiendo su tique…</translation>
    </message>
    <message>
        <source>Take your ticket below</source>
        <translation>Recoja su tique abajo</translation>
    </message>
    <message>
        <source>Ticket below. If not, scan this</source>
        <translation>Tique abajo. Si no, escanee esto</translation>
    </message>
    <message>
        <source>No paper. Scan this or remember %1</source>
        <translation>Sin papel. Escanee esto o recuerde %1</translation>
    </message>
    <message>
        <source>The printer does not work. Scan this or remember %1</source>
        <translation>La impresora no funciona. Escanee esto o recuerde %1</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Scan to follow on your phone</source>
        <translation>Escanee para seguir en su móvil</translation>
    </message>
    <message>
        <source>Please keep this until you are called.</source>
        <translation>Guárdelo hasta que le llamen.</translation>
    </message>
    <message>
        <source>Test print. This is not a ticket.</source>
        <translation>Impresión de prueba. No es un tique.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
</context>
<context>
    <name>PriorityScreen</name>
    <message>
        <source>Which applies to you?</source>
        <translation>¿Cuál es su caso?</translation>
    </message>
    <message>
        <source>Staff see the reason. The board does not show it.</source>
        <translation>El personal ve el motivo. La pantalla no lo muestra.</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>Volver, sin prioridad</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Closed now</source>
        <translation>Cerrada ahora</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>a las %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Abre a las %1</translation>
    </message>
    <message>
        <source>Nobody waiting</source>
        <translation>Nadie espera</translation>
    </message>
    <message>
        <source>Full for today</source>
        <translation>Completo por hoy</translation>
    </message>
    <message>
        <source>Full just now</source>
        <translation>Completo ahora mismo</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>Turno inmediato</translation>
    </message>
    <message>
        <source>Nobody serves it yet</source>
        <translation>Aún no atiende nadie</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>unos %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>unos %1–%2 min</translation>
    </message>
    <message>
        <source>nobody serves it yet</source>
        <translation>aún no atiende nadie</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n en cola</numerusform>
            <numerusform>%n en cola</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n espera</numerusform>
            <numerusform>%n esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
</context>
<context>
    <name>QueueGrid</name>
    <message>
        <source>I don’t know, please help</source>
        <translation>No lo sé, ayúdeme</translation>
    </message>
    <message>
        <source>Back to all queues</source>
        <translation>Volver a todas</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Conservar %1</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>Volver, sin prioridad</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>I need priority</source>
        <translation>Necesito prioridad</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>The first ones</source>
        <translation>Los primeros</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffDoorScreen</name>
    <message>
        <source>Staff: your PIN</source>
        <translation>Personal: su PIN</translation>
    </message>
    <message>
        <source>Too many tries. Please wait half a minute.</source>
        <translation>Demasiados intentos. Espere medio minuto.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Volver al inicio</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>For staff</source>
        <translation>Para el personal</translation>
    </message>
    <message>
        <source>Printing a test …</source>
        <translation>Imprimiendo una prueba…</translation>
    </message>
    <message>
        <source>Printed. Please look whether it is all there, and cut.</source>
        <translation>Impreso. Compruebe que esté completo y cortado.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>La impresora no tiene papel.</translation>
    </message>
    <message>
        <source>The printer cannot be reached, is open, or stopped.</source>
        <translation>La impresora no responde, está abierta o parada.</translation>
    </message>
    <message>
        <source>Sent. This printer never says whether it printed: please look.</source>
        <translation>Enviado. Esta impresora nunca indica si ha impreso: compruébelo, por favor.</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>Imprimir una prueba</translation>
    </message>
    <message>
        <source>Set the screen’s true size</source>
        <translation>Ajustar el tamaño real</translation>
    </message>
    <message>
        <source>End the kiosk</source>
        <translation>Cerrar el quiosco</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Volver a los clientes</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Touch the screen to go on. Otherwise it starts over.</source>
        <translation>Toque la pantalla para seguir. Si no, vuelve al inicio.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Sí, seguir</translation>
    </message>
</context>
<context>
    <name>TakingScreen</name>
    <message>
        <source>Getting your number…</source>
        <translation>Obteniendo su número…</translation>
    </message>
    <message>
        <source>The connection is interrupted. We keep trying: please wait here a moment, or ask the staff.</source>
        <translation>La conexión está interrumpida. Seguimos intentándolo: espere aquí un momento o pregunte al personal.</translation>
    </message>
</context>
</TS>
