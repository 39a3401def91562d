<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AdviceCard</name>
    <message>
        <source>%1 then takes longer: %2</source>
        <translation>%1 dauert dann länger: %2</translation>
    </message>
    <message>
        <source>%1 waits too long</source>
        <translation>%1: zu lange Wartezeit</translation>
    </message>
    <message>
        <source>%1 is quiet again</source>
        <translation>%1: wieder ruhig</translation>
    </message>
    <message>
        <source>for a newcomer</source>
        <translation>für alle, die jetzt kommen</translation>
    </message>
    <message>
        <source>Serve %1 too</source>
        <translation>Auch %1 bedienen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>AwayBar</name>
    <message>
        <source>This console is no longer paired. Pair it anew.</source>
        <translation>Diese Konsole ist nicht mehr gekoppelt. Bitte neu koppeln.</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>Diese Konsole bitte neu koppeln</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>Server nicht da</translation>
    </message>
    <message>
        <source>Server away · %1</source>
        <translation>Server nicht da · %1</translation>
    </message>
    <message>
        <source>The server is away.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>Der Server ist nicht erreichbar. Stand: %1.</translation>
    </message>
</context>
<context>
    <name>BreakForm</name>
    <message>
        <source>Reason, for colleagues</source>
        <translation>Grund, für Kolleginnen und Kollegen</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>Zurück in</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>Bis ich zurück bin</translation>
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
        <translation>An Sie weitergegeben %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Aufgerufen</translation>
    </message>
    <message numerus="yes">
        <source>Called · %n times</source>
        <translation>
            <numerusform>%n-mal aufgerufen</numerusform>
            <numerusform>%n-mal aufgerufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Wird bedient</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>In der Pause</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>Ihre Pause ist vorbei</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>Wer als Nächstes kommt, kommt zu Ihnen</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>Gerade kann niemand kommen</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>wartet auf Sie</numerusform>
            <numerusform>warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>Jetzt wartet jemand</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>Hilfe gesucht: %1</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>Ist unterwegs</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>Gerade keine Nummern</translation>
    </message>
    <message>
        <source>Sent when the server is back</source>
        <translation>Wird gesendet, wenn der Server da ist</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Calling needs the server</source>
        <translation>Aufrufen geht nur mit Server</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>“Done” is kept here and sent when the server is back. Calling needs the server.</source>
        <translation>„Fertig“ wird hier behalten und gesendet, sobald der Server wieder da ist. Aufrufen geht nur mit Server.</translation>
    </message>
</context>
<context>
    <name>FindForm</name>
    <message>
        <source>Number, such as A001</source>
        <translation>Nummer, etwa A001</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Nobody was given %1 today.</source>
        <translation>%1 wurde heute nicht vergeben.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Help wanted at %1 · %2</source>
        <translation>Hilfe gesucht: %1 · %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 is going</source>
        <translation>%1 geht hin</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>Hilfe gesucht: %1</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Spricht %1</translation>
    </message>
    <message>
        <source>You are going</source>
        <translation>Sie gehen hin</translation>
    </message>
    <message>
        <source>Somebody from %1 is going</source>
        <translation>Jemand geht hin: %1</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Priority for %1</source>
        <translation>Vorrang für %1</translation>
    </message>
</context>
<context>
    <name>LinkMark</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindung wird gesucht</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>Connecting to the server …</source>
        <translation>Verbindung zum Server …</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>Diese Konsole bitte neu koppeln</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>Der Server kennt ihr Token nicht. „takeanumber device add console“ erzeugt ein neues.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>Das dauert einen Moment, wenn der Server startet.</translation>
    </message>
    <message>
        <source>Its token is that of another kind of device. “takeanumber device add console” makes one for a console.</source>
        <translation>Ihr Token gehört einer anderen Art von Gerät. „takeanumber device add console“ erzeugt eines für eine Konsole.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back. If that has another address now, find it again.</source>
        <translation>Es geht von selbst weiter, sobald der Server wieder da ist. Hat er jetzt eine andere Adresse, lassen Sie ihn neu suchen.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back.</source>
        <translation>Es geht von selbst weiter, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>Find the server again</source>
        <translation>Server neu suchen</translation>
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
</context>
<context>
    <name>RankForm</name>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>RestForm</name>
    <message>
        <source>%1 · On hold</source>
        <translation>%1 · Später</translation>
    </message>
    <message>
        <source>%1 · Missed %2</source>
        <translation>%1 · fehlte %2</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Nummer suchen</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Keine Hilfe mehr nötig</translation>
    </message>
    <message>
        <source>Sound at every arrival</source>
        <translation>Ton bei jeder Nummer</translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Großes Fenster</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>Now serving</source>
        <translation>Wird bedient</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>Aufgerufen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Called to %1 · %n times</source>
        <translation>
            <numerusform>Aufgerufen: %1 · %n-mal</numerusform>
            <numerusform>Aufgerufen: %1 · %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>seit dem Aufruf</translation>
    </message>
    <message>
        <source>with you</source>
        <translation>bei Ihnen</translation>
    </message>
    <message>
        <source>They said on the phone that they are on their way</source>
        <translation>Hat am Handy gesagt: bin unterwegs</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>In der Pause</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>Ihre Pause ist vorbei</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>Gerade kann niemand kommen</translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>Jetzt wartet jemand</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Noted here. It is sent as soon as the server is back.</source>
        <translation>Hier notiert. Es wird gesendet, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>Your queues give no numbers now. Once they do, the next arrival comes to you.</source>
        <translation>Ihre Warteschlangen geben gerade keine Nummern aus. Danach kommt zu Ihnen, wer als Nächstes kommt.</translation>
    </message>
    <message>
        <source>They are called as soon as they have a number.</source>
        <translation>Wird aufgerufen, sobald eine Nummer gezogen ist.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>The longest has waited %1</source>
        <translation>Am längsten wartet jemand seit %1</translation>
    </message>
    <message>
        <source>Your queues give no numbers now.</source>
        <translation>Ihre Warteschlangen geben gerade keine Nummern aus.</translation>
    </message>
    <message>
        <source>You hear two notes when somebody comes, also when this window is hidden.</source>
        <translation>Sie hören zwei Töne, wenn jemand eine Nummer zieht, auch wenn dieses Fenster verdeckt ist.</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>Wer als Nächstes kommt, kommt zu Ihnen</translation>
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
        <source>Find a number</source>
        <translation>Nummer suchen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Your queues</source>
        <translation>Ihre Warteschlangen</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waited at %1</source>
        <translation>
            <numerusform>%n wartete um %1</numerusform>
            <numerusform>%n warteten um %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to you</source>
        <translation>An Sie weitergegeben</translation>
    </message>
    <message numerus="yes">
        <source>Other queues: %n waiting</source>
        <translation>
            <numerusform>Andere Warteschlangen: %n wartet</numerusform>
            <numerusform>Andere Warteschlangen: %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Other queues</source>
        <translation>Andere Warteschlangen</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Später dran</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Nobody serves their queue</source>
        <translation>Ihre Warteschlange bedient niemand</translation>
    </message>
    <message>
        <source>No paper: %1</source>
        <translation>Ohne Papier: %1</translation>
    </message>
    <message>
        <source>Reprint at the kiosk.</source>
        <translation>Bitte am Automaten neu drucken.</translation>
    </message>
    <message>
        <source>Everybody is told</source>
        <translation>Alle erfahren</translation>
    </message>
    <message>
        <source>Everybody is told until %1</source>
        <translation>Alle erfahren bis %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Sound at every arrival, and not only when nobody waited</source>
        <translation>Ton bei jeder neuen Nummer, nicht nur wenn vorher niemand wartete</translation>
    </message>
    <message>
        <source>Always ring</source>
        <translation>Immer klingeln</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Keine Hilfe mehr nötig</translation>
    </message>
</context>
<context>
    <name>SideRow</name>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 aufrufen</translation>
    </message>
    <message>
        <source>%1: back in line</source>
        <translation>%1: zurück in die Reihe</translation>
    </message>
</context>
<context>
    <name>SignInHead</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Großes Fenster</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is %1, %2.</source>
        <translation>Es ist %1, %2 Uhr.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are waiting.</source>
        <translation>
            <numerusform>Eine Person wartet.</numerusform>
            <numerusform>%n Personen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Ihre PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>I am not %1</source>
        <translation>Nicht %1?</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>It is shown on the board, at the kiosk and on phones. One language is enough.</source>
        <translation>Es steht auf der Anzeige, am Automaten und auf Handys. Eine Sprache genügt.</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Until taken back</source>
        <translation>Bis zum Zurücknehmen</translation>
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
        <translation>Hilfe gesucht: %1</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Nummer suchen</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Großes Fenster</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>Notiert. Es wird gesendet, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>The server does not answer yet …</source>
        <translation>Der Server antwortet noch nicht …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>WalkInForm</name>
    <message>
        <source>For what?</source>
        <translation>Wofür?</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>The board does not show it.</source>
        <translation>Die Anzeige zeigt es nicht.</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Start serving now</source>
        <translation>Jetzt bedienen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>Nächste aufrufen · %n wartet</numerusform>
            <numerusform>Nächste aufrufen · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Ist da</translation>
    </message>
    <message>
        <source>Done and call next</source>
        <translation>Fertig, nächste aufrufen</translation>
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
        <translation>Erneut aufrufen</translation>
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
        <translation>Später</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>Einreihen</translation>
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
        <source>Give a number</source>
        <translation>Nummer geben</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
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
        <source>I am coming</source>
        <translation>Ich komme</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Tell everybody</source>
        <translation>Allen mitteilen</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Nächste aufrufen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 is called</source>
        <translation>%1 ist aufgerufen</translation>
    </message>
    <message>
        <source>%1 is called again</source>
        <translation>%1 ist erneut aufgerufen</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>Done, %1 is called</source>
        <translation>Fertig, %1 ist aufgerufen</translation>
    </message>
    <message>
        <source>%1 is missed</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 ist später dran</translation>
    </message>
    <message>
        <source>%1 is back in line</source>
        <translation>%1 ist wieder in der Reihe</translation>
    </message>
    <message>
        <source>%1 is transferred</source>
        <translation>%1 ist weitergegeben</translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation>Vorrang von %1</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 ist gestrichen</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>Eine Pause</translation>
    </message>
    <message>
        <source>Which priority has %1?</source>
        <translation>Welchen Vorrang hat %1?</translation>
    </message>
    <message>
        <source>Waits since %1</source>
        <translation>Wartet seit %1</translation>
    </message>
    <message>
        <source>Done at %1</source>
        <translation>Fertig um %1</translation>
    </message>
    <message>
        <source>Missed at %1</source>
        <translation>Fehlte um %1</translation>
    </message>
    <message>
        <source>Left the queue at %1</source>
        <translation>Hat die Warteschlange um %1 verlassen</translation>
    </message>
    <message>
        <source>The day ended before their turn</source>
        <translation>Der Tag endete vorher</translation>
    </message>
    <message>
        <source>%1 is no longer here.</source>
        <translation>%1 ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>%1 is with somebody else now.</source>
        <translation>%1 ist jetzt bei jemand anderem.</translation>
    </message>
    <message>
        <source>%1 was signed out of %2.</source>
        <translation>%1 wurde abgemeldet: %2.</translation>
    </message>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>Diese PIN stimmt nicht. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>%1 sits at %2.</source>
        <translation>Dort sitzt %1: %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at %2 already.</source>
        <translation>%1 ist schon angemeldet: %2.</translation>
    </message>
    <message>
        <source>This console is signed in somewhere else.</source>
        <translation>Diese Konsole ist anderswo angemeldet.</translation>
    </message>
    <message>
        <source>%1 is their number.</source>
        <translation>Die Nummer ist %1.</translation>
    </message>
    <message>
        <source>Everybody who waits is told.</source>
        <translation>Alle, die warten, erfahren es.</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>Warum kommt %1 später dran?</translation>
    </message>
    <message>
        <source>Enough have come</source>
        <translation>Es sind genug da</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Zurückgeben</translation>
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
        <source>A break until when?</source>
        <translation>Pause bis wann?</translation>
    </message>
    <message>
        <source>Tell everybody who waits</source>
        <translation>Allen mitteilen, die warten</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>back at %1</source>
        <translation>zurück um %1</translation>
    </message>
    <message>
        <source>It was to end at %1</source>
        <translation>Sie sollte um %1 enden</translation>
    </message>
    <message>
        <source>Lent to you until the day ends</source>
        <translation>Für Sie, bis der Tag endet</translation>
    </message>
    <message>
        <source>Stop serving %1</source>
        <translation>%1 nicht mehr bedienen</translation>
    </message>
    <message>
        <source>One more room on %1</source>
        <translation>Ein Raum mehr für %1</translation>
    </message>
    <message>
        <source>One more window on %1</source>
        <translation>Ein Fenster mehr für %1</translation>
    </message>
    <message>
        <source>One more counter on %1</source>
        <translation>Eine Theke mehr für %1</translation>
    </message>
    <message>
        <source>One more desk on %1</source>
        <translation>Ein Schalter mehr für %1</translation>
    </message>
    <message>
        <source>newcomers wait %1</source>
        <translation>wer jetzt kommt, wartet %1</translation>
    </message>
    <message>
        <source>newcomers wait %1 in place of %2</source>
        <translation>wer jetzt kommt, wartet %1 statt %2</translation>
    </message>
    <message>
        <source>usually %1 min</source>
        <translation>meist %1 min</translation>
    </message>
    <message>
        <source>usually %1 to %2 min</source>
        <translation>meist %1 bis %2 min</translation>
    </message>
    <message>
        <source>%1 calls everybody to help</source>
        <translation>%1 ruft alle zu Hilfe</translation>
    </message>
    <message>
        <source>%1 is coming</source>
        <translation>%1 kommt</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Raum %1</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Theke %1</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Schalter %1</translation>
    </message>
    <message>
        <source>Which room?</source>
        <translation>Welcher Raum?</translation>
    </message>
    <message>
        <source>Which window?</source>
        <translation>Welches Fenster?</translation>
    </message>
    <message>
        <source>Which counter?</source>
        <translation>Welche Theke?</translation>
    </message>
    <message>
        <source>Which desk?</source>
        <translation>Welcher Schalter?</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
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
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>newcomers: at once</source>
        <translation>wer jetzt kommt: sofort</translation>
    </message>
    <message>
        <source>newcomers: %1–%2 min</source>
        <translation>wer jetzt kommt: %1–%2 min</translation>
    </message>
    <message>
        <source>newcomers: %1 min</source>
        <translation>wer jetzt kommt: %1 min</translation>
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
        <source>Called at %1</source>
        <translation>Aufgerufen um %1</translation>
    </message>
    <message>
        <source>Is served since %1</source>
        <translation>Wird bedient seit %1</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Später dran</translation>
    </message>
    <message>
        <source>%1 has left the queue.</source>
        <translation>%1 hat die Warteschlange verlassen.</translation>
    </message>
    <message>
        <source>The day has ended, and %1 with it.</source>
        <translation>Der Tag ist zu Ende und damit auch %1.</translation>
    </message>
    <message>
        <source>Nobody is waiting any more.</source>
        <translation>Es wartet niemand mehr.</translation>
    </message>
    <message>
        <source>%1 was called a moment ago. Please give them %2 seconds.</source>
        <translation>%1 wurde gerade aufgerufen. Bitte %2 Sekunden warten.</translation>
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
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Zu viele falsche PINs. Wieder möglich in %1.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>Der Server hat nicht geantwortet. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>The server is away. Nothing was noted.</source>
        <translation>Der Server ist nicht da. Nichts ist notiert.</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>Grund (kann leer bleiben)</translation>
    </message>
</context>
</TS>
