<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddressPage</name>
    <message>
        <source>Type the server&apos;s address</source>
        <translation>Adresse des Servers eingeben</translation>
    </message>
    <message>
        <source>No server found yet</source>
        <translation>Noch kein Server gefunden</translation>
    </message>
    <message>
        <source>It is the address at which the manager&apos;s pages are opened.</source>
        <translation>Es ist die Adresse, unter der die Seiten der Leitung geöffnet werden.</translation>
    </message>
    <message>
        <source>It is still looked for. You may also type its address: the one at which the manager&apos;s pages are opened.</source>
        <translation>Er wird weiter gesucht. Sie können auch seine Adresse eingeben: die, unter der die Seiten der Leitung geöffnet werden.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Look for it again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Which server is yours?</source>
        <translation>Welcher Server ist Ihrer?</translation>
    </message>
    <message>
        <source>These were found in this network.</source>
        <translation>Diese wurden in diesem Netz gefunden.</translation>
    </message>
    <message>
        <source>Another one: type its address</source>
        <translation>Ein anderer: Adresse eingeben</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>%1, found in this network</source>
        <translation>%1, in diesem Netz gefunden</translation>
    </message>
    <message>
        <source>Its own certificate: %1</source>
        <translation>Eigenes Zertifikat: %1</translation>
    </message>
    <message>
        <source>New code in %1</source>
        <translation>Neuer Code in %1</translation>
    </message>
    <message>
        <source>This console is no longer paired</source>
        <translation>Diese Konsole ist nicht mehr gekoppelt</translation>
    </message>
    <message>
        <source>This screen is no longer paired</source>
        <translation>Dieser Bildschirm ist nicht mehr gekoppelt</translation>
    </message>
    <message>
        <source>Pair this console</source>
        <translation>Konsole koppeln</translation>
    </message>
    <message>
        <source>Pair this screen</source>
        <translation>Bildschirm koppeln</translation>
    </message>
    <message>
        <source>A manager took it off the list, or the server was set up anew.</source>
        <translation>Von der Leitung aus der Liste genommen, oder der Server wurde neu eingerichtet.</translation>
    </message>
    <message>
        <source>Staff: open the address below, or scan. Approve it when both screens show the same eight characters.</source>
        <translation>Personal: Adresse öffnen oder scannen. Freigeben, wenn beide dieselben acht Zeichen zeigen.</translation>
    </message>
    <message>
        <source>A manager opens the address, or scans the code, and approves when both screens show the same eight characters.</source>
        <translation>Die Leitung öffnet die Adresse oder scannt den Code und gibt frei, wenn beide Bildschirme dieselben acht Zeichen zeigen.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Another server, or type its address</source>
        <translation>Anderer Server oder Adresse eingeben</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Verbindung unterbrochen · Stand %1</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Please come back another time.</source>
        <translation>Bitte kommen Sie ein andermal wieder.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>Öffnet heute um %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>Öffnet morgen um %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>Öffnet am %1 um %2</translation>
    </message>
</context>
<context>
    <name>PairingWindow</name>
    <message>
        <source>The server is not heard. The code stays.</source>
        <translation>Server nicht zu hören. Der Code bleibt.</translation>
    </message>
    <message>
        <source>A mouse or a keyboard is needed for this.</source>
        <translation>Dafür braucht es eine Maus oder eine Tastatur.</translation>
    </message>
    <message>
        <source>No remote control needed: the board starts by itself.</source>
        <translation>Keine Fernbedienung nötig: Die Anzeige startet von selbst.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
</context>
<context>
    <name>PairingWords</name>
    <message>
        <source>Kiosk</source>
        <translation>Automat</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>That is no address. One looks like 192.168.1.10:8000.</source>
        <translation>Das ist keine Adresse. Eine sieht so aus: 192.168.1.10:8000.</translation>
    </message>
    <message>
        <source>No server answers there. Is it switched on, and is the address right?</source>
        <translation>Dort antwortet kein Server. Ist er eingeschaltet, und stimmt die Adresse?</translation>
    </message>
    <message>
        <source>Something else answers there. Please check the address.</source>
        <translation>Dort antwortet etwas anderes. Bitte prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The server there cannot prove that it is the right one.</source>
        <translation>Der Server dort kann nicht beweisen, dass er der richtige ist.</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Theke</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schalter</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>The server on this machine</source>
        <translation>Der Server auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>%1 · today</source>
        <translation>%1 · heute</translation>
    </message>
    <message>
        <source>%1 · tomorrow</source>
        <translation>%1 · morgen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Looking for the server&#xa0;…</source>
        <translation>Der Server wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>Asking the server&#xa0;…</source>
        <translation>Der Server wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>A manager did not approve this screen</source>
        <translation>Die Leitung hat diesen Bildschirm nicht freigegeben</translation>
    </message>
    <message>
        <source>Many screens ask just now</source>
        <translation>Gerade fragen viele Bildschirme</translation>
    </message>
    <message>
        <source>The server does not pair this screen</source>
        <translation>Der Server koppelt diesen Bildschirm nicht</translation>
    </message>
    <message>
        <source>Is this still our server?</source>
        <translation>Ist das noch unser Server?</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>It has to be switched on, and in the same network.</source>
        <translation>Er muss eingeschaltet und im selben Netz sein.</translation>
    </message>
    <message>
        <source>It is asked again by itself. Is it switched on, and in this network?</source>
        <translation>Er wird von selbst wieder gefragt. Ist er eingeschaltet und in diesem Netz?</translation>
    </message>
    <message>
        <source>If that was by mistake, ask anew. It asks by itself in some minutes.</source>
        <translation>War das ein Versehen, fragen Sie neu an. Nach einigen Minuten geschieht es von selbst.</translation>
    </message>
    <message>
        <source>This one asks again by itself in %1.</source>
        <translation>Neue Anfrage von selbst in %1.</translation>
    </message>
    <message>
        <source>It shows another certificate than the one that this screen was paired with. Staff: if the server was set up anew, pair the screen anew. If nobody knows of that, ask who looks after the network. It goes on by itself as soon as the known one is back.</source>
        <translation>Er zeigt ein anderes Zertifikat als das, mit dem dieser Bildschirm gekoppelt wurde. Personal: Wurde der Server neu eingerichtet, koppeln Sie den Bildschirm neu. Weiß niemand davon, fragen Sie, wer das Netz betreut. Sobald das bekannte zurück ist, geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>It goes on by itself.</source>
        <translation>Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>This is “%1”. It goes on by itself.</source>
        <translation>Das ist „%1“. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Pair it anew</source>
        <translation>Neu koppeln</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Neu anfragen</translation>
    </message>
    <message>
        <source>Type its address</source>
        <translation>Adresse eingeben</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
</context>
</TS>
