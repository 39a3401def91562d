<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CompactServing</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Somebody has arrived</source>
        <translation>Jemand ist gekommen</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>wartet auf Sie</numerusform>
            <numerusform>warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Längste Wartezeit: %1</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>Ist unterwegs zu Ihnen</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>Notiert. Es wird gesendet, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>Der Server ist nicht erreichbar. Stand: %1.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>Wer wartet</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>No desk serves them (%1)</source>
        <translation>Kein Schalter bedient sie (%1)</translation>
    </message>
    <message>
        <source>No paper: %1. Reprint at the kiosk.</source>
        <translation>Ohne Papier: %1. Bitte am Automaten neu drucken.</translation>
    </message>
    <message>
        <source>Desk %1 calls for help</source>
        <translation>Schalter %1 bittet um Hilfe</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Keine Hilfe mehr nötig</translation>
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
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Ctrl J</source>
        <translation>Strg J</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Schalter %1 · %2</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>This console is not paired</source>
        <translation>Diese Konsole ist nicht gekoppelt</translation>
    </message>
    <message>
        <source>Connecting to the server …</source>
        <translation>Verbindung zum Server …</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>Der Server kennt ihr Token nicht. „takeanumber device add console“ erzeugt ein neues.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>Das dauert einen Moment, wenn der Server startet.</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <translation>
            <numerusform>%1: %n wartet</numerusform>
            <numerusform>%1: %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Yours · longest wait %1</source>
        <translation>Ihre · längste Wartezeit %1</translation>
    </message>
    <message>
        <source>Longest wait %1</source>
        <translation>Längste Wartezeit %1</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>back at %1</source>
        <translation>zurück um %1</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>Wer als Nächstes kommt, kommt zu Ihnen</translation>
    </message>
    <message>
        <source>Somebody has arrived · %1</source>
        <translation>Jemand ist gekommen · %1</translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Längste Wartezeit: %1</translation>
    </message>
    <message>
        <source>The waiting room is empty</source>
        <translation>Das Wartezimmer ist leer</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>Ist unterwegs zu Ihnen</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>wartet auf Sie</numerusform>
            <numerusform>warten auf Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Back · Esc</source>
        <translation>Zurück · Esc</translation>
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
        <translation>Bis ich zurück bin</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Schalter %1 · %2</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Good to see you. Where do you sit today?</source>
        <translation>Schön, dass Sie da sind. Wo sitzen Sie heute?</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Schalter %1</translation>
    </message>
    <message>
        <source>Desk %1, %2 sits there</source>
        <translation>Schalter %1, dort sitzt %2</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>%1 · at desk %2</source>
        <translation>%1 · an Schalter %2</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>StrandedRow</name>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Schalter %1 · %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation>Verbinde neu …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Verbinde neu · Stand %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation>Strg O</translation>
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
        <translation>Niemand wartet</translation>
    </message>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>Nächste Nummer · %n wartet</numerusform>
            <numerusform>Nächste Nummer · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Ist da</translation>
    </message>
    <message>
        <source>Done and call next</source>
        <translation>Fertig, nächste Nummer</translation>
    </message>
    <message numerus="yes">
        <source>Done and call next · %n waiting</source>
        <translation>
            <numerusform>Fertig, nächste · %n wartet</numerusform>
            <numerusform>Fertig, nächste · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Erneut rufen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>Zurück in die Reihe</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Streichen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Pick one</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Ohne Nummer</translation>
    </message>
    <message>
        <source>Next to me</source>
        <translation>Nächster zu mir</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Hilfe rufen</translation>
    </message>
    <message>
        <source>Ctrl ⏎ or Space</source>
        <translation>Strg ⏎ oder Leertaste</translation>
    </message>
    <message>
        <source>Ctrl </source>
        <translation>Strg </translation>
    </message>
    <message>
        <source>Undo: %1 called</source>
        <translation>Rückgängig: %1 gerufen</translation>
    </message>
    <message>
        <source>Undo: %1 called again</source>
        <translation>Rückgängig: %1 erneut gerufen</translation>
    </message>
    <message>
        <source>Undo: %1 arrived</source>
        <translation>Rückgängig: %1 ist da</translation>
    </message>
    <message>
        <source>Undo: %1 done</source>
        <translation>Rückgängig: %1 fertig</translation>
    </message>
    <message>
        <source>Undo: done, %1 called</source>
        <translation>Rückgängig: fertig, %1 gerufen</translation>
    </message>
    <message>
        <source>Undo: %1 missed</source>
        <translation>Rückgängig: %1 fehlt</translation>
    </message>
    <message>
        <source>Undo: %1 on hold</source>
        <translation>Rückgängig: %1 geparkt</translation>
    </message>
    <message>
        <source>Undo: %1 back in line</source>
        <translation>Rückgängig: %1 wieder in der Reihe</translation>
    </message>
    <message>
        <source>Undo: %1 transferred</source>
        <translation>Rückgängig: %1 weitergegeben</translation>
    </message>
    <message>
        <source>Undo: %1 cancelled</source>
        <translation>Rückgängig: %1 gestrichen</translation>
    </message>
    <message>
        <source>Undo: note on %1</source>
        <translation>Rückgängig: Notiz zu %1</translation>
    </message>
    <message>
        <source>Undo: break</source>
        <translation>Rückgängig: Pause</translation>
    </message>
    <message>
        <source>Undo: back to work</source>
        <translation>Rückgängig: Weiterarbeiten</translation>
    </message>
    <message>
        <source>Undo: call for help</source>
        <translation>Rückgängig: Hilfe rufen</translation>
    </message>
    <message>
        <source>Undo: next arrival</source>
        <translation>Rückgängig: nächster zu mir</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>Warum tritt %1 zur Seite?</translation>
    </message>
    <message>
        <source>Where shall %1 go?</source>
        <translation>Wohin soll %1?</translation>
    </message>
    <message>
        <source>A note on %1, for colleagues</source>
        <translation>Notiz zu %1, für Kolleginnen und Kollegen</translation>
    </message>
    <message>
        <source>Cancel %1? The number is gone then.</source>
        <translation>%1 streichen? Die Nummer verfällt dann.</translation>
    </message>
    <message>
        <source>Whom do you call?</source>
        <translation>Wen rufen Sie auf?</translation>
    </message>
    <message>
        <source>Somebody without a number. For which queue?</source>
        <translation>Jemand ohne Nummer. Für welche Reihe?</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>Pause bis wann?</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>No more numbers</source>
        <translation>Keine Nummern mehr</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Jetzt geschlossen</translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation>Wird bedient</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>In der Pause</translation>
    </message>
    <message>
        <source>Called %1 times</source>
        <translation>%1-mal gerufen</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gerufen</translation>
    </message>
    <message>
        <source>%1 has left the queue.</source>
        <translation>%1 hat die Reihe verlassen.</translation>
    </message>
    <message>
        <source>The day has ended, and %1 with it.</source>
        <translation>Der Tag ist zu Ende und damit auch %1.</translation>
    </message>
    <message>
        <source>%1 is no longer at this desk.</source>
        <translation>%1 ist nicht mehr an diesem Schalter.</translation>
    </message>
    <message>
        <source>%1 is at another desk now.</source>
        <translation>%1 ist jetzt an einem anderen Schalter.</translation>
    </message>
    <message>
        <source>Nobody is waiting any more.</source>
        <translation>Es wartet niemand mehr.</translation>
    </message>
    <message>
        <source>%1 was called a moment ago. Please give them %2 seconds.</source>
        <translation>%1 wurde gerade gerufen. Bitte %2 Sekunden warten.</translation>
    </message>
    <message>
        <source>Finish %1 first.</source>
        <translation>Bitte zuerst %1 abschließen.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Nothing was changed.</source>
        <translation>Der Speicher des Servers ist voll. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 was signed out of desk %2.</source>
        <translation>%1 wurde von Schalter %2 abgemeldet.</translation>
    </message>
    <message>
        <source>That PIN is not right.</source>
        <translation>Diese PIN stimmt nicht.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Zu viele falsche PINs. Wieder möglich in %1.</translation>
    </message>
    <message>
        <source>%1 sits at desk %2.</source>
        <translation>%1 sitzt an Schalter %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at desk %2 already.</source>
        <translation>%1 ist schon an Schalter %2 angemeldet.</translation>
    </message>
    <message>
        <source>This console is signed in at another desk.</source>
        <translation>Diese Konsole ist an einem anderen Schalter angemeldet.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>Der Server hat nicht geantwortet. Bitte noch einmal.</translation>
    </message>
</context>
</TS>
