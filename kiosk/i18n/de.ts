<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CalibrateScreen</name>
    <message>
        <source>Hold a bank card against the screen</source>
        <translation>Halten Sie eine Bankkarte an den Bildschirm</translation>
    </message>
    <message>
        <source>Make the frame exactly as large as the card.</source>
        <translation>Machen Sie den Rahmen genau so groß wie die Karte.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>It matches</source>
        <translation>Es passt</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>All numbers for today are given.</source>
        <translation>Alle Nummern für heute sind vergeben.</translation>
    </message>
    <message>
        <source>No more numbers today</source>
        <translation>Heute keine Nummern mehr</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>Wir haben jetzt geschlossen</translation>
    </message>
    <message>
        <source>Not every queue is open at all of these times.</source>
        <translation>Nicht jede Warteschlange ist zu all diesen Zeiten geöffnet.</translation>
    </message>
    <message>
        <source>Closed from %1 to %2</source>
        <translation>Vom %1 bis zum %2 geschlossen</translation>
    </message>
    <message>
        <source>From %1 to %2 open %3</source>
        <translation>Vom %1 bis zum %2 geöffnet %3</translation>
    </message>
    <message>
        <source>Closed from %1 to %2 %3</source>
        <translation>Vom %1. bis %2. %3 geschlossen</translation>
    </message>
    <message>
        <source>From %1 to %2 %3 open %4</source>
        <translation>Vom %1. bis %2. %3 geöffnet %4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>Am %1 geschlossen</translation>
    </message>
    <message>
        <source>On %1 open %2</source>
        <translation>Am %1 geöffnet %2</translation>
    </message>
</context>
<context>
    <name>CustomerBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>Weitere Sprachen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Tiefer</translation>
    </message>
    <message>
        <source>Move the controls lower</source>
        <translation>Bedienung weiter nach unten</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Please stay here.</source>
        <translation>Bitte bleiben Sie hier.</translation>
    </message>
    <message>
        <source>The server does not answer, so nobody could be told. Please ask the staff.</source>
        <translation>Der Server antwortet nicht, deshalb weiß noch niemand davon. Bitte fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Einen Moment, bitte.</translation>
    </message>
    <message>
        <source>We told our staff</source>
        <translation>Wir haben Bescheid gesagt</translation>
    </message>
    <message>
        <source>Nobody is told yet</source>
        <translation>Noch weiß niemand davon</translation>
    </message>
    <message>
        <source>Their screens say that somebody at “%1” needs help. Please stay here.</source>
        <translation>Auf den Bildschirmen des Personals steht, dass jemand an „%1“ Hilfe braucht. Bitte bleiben Sie hier.</translation>
    </message>
    <message>
        <source>Somebody is coming from room %1.</source>
        <translation>Es kommt jemand aus Raum %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from window %1.</source>
        <translation>Es kommt jemand von Fenster %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from counter %1.</source>
        <translation>Es kommt jemand von Theke %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from desk %1.</source>
        <translation>Es kommt jemand von Schalter %1.</translation>
    </message>
    <message>
        <source>Their screens say that somebody needs help here. Please stay here.</source>
        <translation>Auf den Bildschirmen des Personals steht, dass hier jemand Hilfe braucht. Bitte bleiben Sie hier.</translation>
    </message>
    <message>
        <source>Telling the staff …</source>
        <translation>Wir sagen Bescheid …</translation>
    </message>
    <message>
        <source>A manager is coming.</source>
        <translation>Jemand von der Leitung kommt.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>Gerade ist niemand im Dienst.</translation>
    </message>
    <message>
        <source>Serving now: %1</source>
        <translation>Jetzt besetzt: %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>Ich brauche keine Hilfe mehr</translation>
    </message>
</context>
<context>
    <name>HomeNotices</name>
    <message>
        <source>Nobody is serving just now. You can take a number already.</source>
        <translation>Gerade ist niemand im Dienst. Sie können schon eine Nummer ziehen.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>Gerade ist niemand im Dienst.</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Which queue instead?</source>
        <translation>Welche Warteschlange stattdessen?</translation>
    </message>
    <message>
        <source>Welcome. What do you need today?</source>
        <translation>Willkommen. Was brauchen Sie heute?</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>Was brauchen Sie heute?</translation>
    </message>
    <message>
        <source>You keep %1 until you tap another.</source>
        <translation>%1 gilt, bis Sie etwas anderes antippen.</translation>
    </message>
    <message>
        <source>Tap where yours is.</source>
        <translation>Tippen Sie an, wo Ihres dabei ist.</translation>
    </message>
    <message>
        <source>Tap to get your number.</source>
        <translation>Antippen und Nummer erhalten.</translation>
    </message>
    <message>
        <source>Tap one to get your number.</source>
        <translation>Eines antippen und Nummer erhalten.</translation>
    </message>
</context>
<context>
    <name>IssuedScreen</name>
    <message>
        <source>Your number is %1</source>
        <translation>Ihre Nummer ist %1</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Sie sind als Nächstes dran</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead of you</source>
        <translation>
            <numerusform>%n vor Ihnen</numerusform>
            <numerusform>%n vor Ihnen</numerusform>
        </translation>
    </message>
    <message>
        <source>You are first in line</source>
        <translation>Sie sind ganz vorne</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>etwa %1–%2 min</translation>
    </message>
    <message>
        <source>Nobody is serving yet. Please wait until you are called.</source>
        <translation>Noch ist niemand im Dienst. Bitte warten Sie, bis Sie aufgerufen werden.</translation>
    </message>
    <message>
        <source>Another queue may be called before you.</source>
        <translation>Vielleicht wird vorher eine andere Warteschlange aufgerufen.</translation>
    </message>
    <message>
        <source>%1 was given back.</source>
        <translation>%1 wurde zurückgegeben.</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>Auf dem Handy verfolgen</translation>
    </message>
    <message>
        <source>Scan to see your place. It rings at your turn.</source>
        <translation>Scannen, um Ihren Platz zu sehen. Es klingelt, wenn Sie dran sind.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Nochmals drucken</translation>
    </message>
    <message>
        <source>Wrong queue? Change</source>
        <translation>Falsche Warteschlange? Wechseln</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>JoinCode</name>
    <message>
        <source>Or scan this and take your number on your phone.</source>
        <translation>Oder scannen Sie dies und ziehen Sie Ihre Nummer auf dem Handy.</translation>
    </message>
    <message>
        <source>Or scan: number on your phone</source>
        <translation>Oder scannen: Nummer auf dem Handy</translation>
    </message>
</context>
<context>
    <name>KioskClosedWords</name>
    <message>
        <source>This kiosk is closed</source>
        <translation>Dieses Gerät ist geschlossen</translation>
    </message>
    <message>
        <source>Please take your number at another kiosk, or ask the staff.</source>
        <translation>Bitte ziehen Sie Ihre Nummer an einem anderen Gerät oder fragen Sie das Personal.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>One moment, please</source>
        <translation>Einen Moment, bitte</translation>
    </message>
    <message>
        <source>No numbers here just now</source>
        <translation>Hier gibt es gerade keine Nummern</translation>
    </message>
    <message>
        <source>This kiosk is not registered</source>
        <translation>Dieses Gerät ist nicht angemeldet</translation>
    </message>
    <message>
        <source>%1: full for now</source>
        <translation>%1: zurzeit voll</translation>
    </message>
    <message>
        <source>As many people wait as can be served. Please try again later, or ask the staff.</source>
        <translation>Es warten so viele, wie bedient werden können. Bitte versuchen Sie es später noch einmal oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>Please choose another one, or ask the staff.</source>
        <translation>Bitte wählen Sie eine andere oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>Please ask the staff. The kiosk comes back by itself.</source>
        <translation>Bitte fragen Sie das Personal. Das Gerät kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>Personal: bitte neu koppeln. Der Server nimmt das Token nicht an.</translation>
    </message>
    <message>
        <source>%1: full for today</source>
        <translation>%1: für heute voll</translation>
    </message>
    <message>
        <source>%1: closed now</source>
        <translation>%1: jetzt geschlossen</translation>
    </message>
    <message>
        <source>No number this time</source>
        <translation>Diesmal keine Nummer</translation>
    </message>
    <message>
        <source>All numbers for today are given.</source>
        <translation>Alle Nummern für heute sind vergeben.</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <translation>Das Gerät startet.</translation>
    </message>
    <message>
        <source>Last connected %1</source>
        <translation>Zuletzt verbunden %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
</context>
<context>
    <name>NoNumberScreen</name>
    <message>
        <source>The connection is interrupted. You have no number, and none will be called for you. Try again, or ask the staff.</source>
        <translation>Die Verbindung ist unterbrochen. Sie haben keine Nummer, und es wird keine für Sie aufgerufen. Versuchen Sie es noch einmal oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>The connection is interrupted. You keep %1. Try again, or ask the staff.</source>
        <translation>Die Verbindung ist unterbrochen. Sie behalten %1. Versuchen Sie es noch einmal oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Noch keine Nummer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Goes back to the start in %1 s</source>
        <translation>Zurück zum Anfang in %1 s</translation>
    </message>
</context>
<context>
    <name>PaperNotice</name>
    <message>
        <source>Your ticket is being printed …</source>
        <translation>Ihr Zettel wird gedruckt …</translation>
    </message>
    <message>
        <source>Take your ticket below</source>
        <translation>Nehmen Sie unten Ihren Zettel</translation>
    </message>
    <message>
        <source>Ticket below. If not, scan this</source>
        <translation>Zettel unten. Sonst hier scannen</translation>
    </message>
    <message>
        <source>No paper. Scan this or remember %1</source>
        <translation>Kein Papier. Scannen oder %1 merken</translation>
    </message>
    <message>
        <source>The printer does not work. Scan this or remember %1</source>
        <translation>Drucker gestört. Scannen oder %1 merken</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Scan to follow on your phone</source>
        <translation>Scannen und auf dem Handy verfolgen</translation>
    </message>
    <message>
        <source>Please keep this until you are called.</source>
        <translation>Bitte bis zum Aufruf aufbewahren.</translation>
    </message>
    <message>
        <source>Test print. This is not a ticket.</source>
        <translation>Probedruck. Kein gültiger Zettel.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ihre Nummer</translation>
    </message>
</context>
<context>
    <name>PriorityScreen</name>
    <message>
        <source>Which applies to you?</source>
        <translation>Was trifft auf Sie zu?</translation>
    </message>
    <message>
        <source>Staff see the reason. The board does not show it.</source>
        <translation>Das Personal sieht den Grund. Die Anzeige zeigt ihn nicht.</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>Zurück, ohne Vorrang</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Closed now</source>
        <translation>Jetzt geschlossen</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Öffnet um %1</translation>
    </message>
    <message>
        <source>Nobody waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Full for today</source>
        <translation>Für heute voll</translation>
    </message>
    <message>
        <source>Full just now</source>
        <translation>Gerade voll</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>Sofort dran</translation>
    </message>
    <message>
        <source>Nobody serves it yet</source>
        <translation>Noch ist hier niemand im Dienst</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>etwa %1–%2 min</translation>
    </message>
    <message>
        <source>nobody serves it yet</source>
        <translation>noch niemand im Dienst</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
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
        <translation>Ich weiß nicht, bitte helfen</translation>
    </message>
    <message>
        <source>Back to all queues</source>
        <translation>Zurück zu allen</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>Zurück, ohne Vorrang</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>I need priority</source>
        <translation>Ich brauche Vorrang</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>The first ones</source>
        <translation>Die ersten</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffDoorScreen</name>
    <message>
        <source>Staff: your PIN</source>
        <translation>Personal: Ihre PIN</translation>
    </message>
    <message>
        <source>Too many tries. Please wait half a minute.</source>
        <translation>Zu viele Versuche. Bitte eine halbe Minute warten.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>For staff</source>
        <translation>Für das Personal</translation>
    </message>
    <message>
        <source>Printing a test …</source>
        <translation>Probedruck läuft …</translation>
    </message>
    <message>
        <source>Printed. Please look whether it is all there, and cut.</source>
        <translation>Gedruckt. Bitte prüfen, ob alles da und abgeschnitten ist.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>Der Drucker hat kein Papier.</translation>
    </message>
    <message>
        <source>The printer cannot be reached, is open, or stopped.</source>
        <translation>Der Drucker ist nicht erreichbar, offen oder angehalten.</translation>
    </message>
    <message>
        <source>Sent. This printer never says whether it printed: please look.</source>
        <translation>Gesendet. Dieser Drucker meldet nie, ob er gedruckt hat: bitte nachsehen.</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>Probedruck</translation>
    </message>
    <message>
        <source>Set the screen’s true size</source>
        <translation>Wahre Bildschirmgröße einstellen</translation>
    </message>
    <message>
        <source>End the kiosk</source>
        <translation>Automaten beenden</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Zurück zu den Kunden</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Touch the screen to go on. Otherwise it starts over.</source>
        <translation>Zum Fortfahren berühren. Sonst beginnt es von vorn.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Ja, weiter</translation>
    </message>
</context>
<context>
    <name>TakingScreen</name>
    <message>
        <source>Getting your number…</source>
        <translation>Ihre Nummer kommt…</translation>
    </message>
    <message>
        <source>The connection is interrupted. We keep trying: please wait here a moment, or ask the staff.</source>
        <translation>Die Verbindung ist unterbrochen. Wir versuchen es weiter: Bitte warten Sie hier einen Moment oder fragen Sie das Personal.</translation>
    </message>
</context>
</TS>
