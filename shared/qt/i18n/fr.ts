<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddressPage</name>
    <message>
        <source>Type the server&apos;s address</source>
        <translation>Saisissez l’adresse du serveur</translation>
    </message>
    <message>
        <source>No server found yet</source>
        <translation>Aucun serveur trouvé pour l’instant</translation>
    </message>
    <message>
        <source>It is the address at which the manager&apos;s pages are opened.</source>
        <translation>C’est l’adresse à laquelle s’ouvrent les pages du responsable.</translation>
    </message>
    <message>
        <source>It is still looked for. You may also type its address: the one at which the manager&apos;s pages are opened.</source>
        <translation>La recherche continue. Vous pouvez aussi saisir son adresse&#x202f;: celle à laquelle s’ouvrent les pages du responsable.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Look for it again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Which server is yours?</source>
        <translation>Quel est votre serveur&#x202f;?</translation>
    </message>
    <message>
        <source>These were found in this network.</source>
        <translation>Voici ceux de ce réseau.</translation>
    </message>
    <message>
        <source>Another one: type its address</source>
        <translation>Un autre&#x202f;: saisir son adresse</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>%1, found in this network</source>
        <translation>%1, trouvé sur ce réseau</translation>
    </message>
    <message>
        <source>Its own certificate: %1</source>
        <translation>Son propre certificat&#x202f;: %1</translation>
    </message>
    <message>
        <source>New code in %1</source>
        <translation>Nouveau code&#x202f;: %1</translation>
    </message>
    <message>
        <source>This console is no longer paired</source>
        <translation>Cette console n’est plus associée</translation>
    </message>
    <message>
        <source>This screen is no longer paired</source>
        <translation>Cet écran n’est plus associé</translation>
    </message>
    <message>
        <source>Pair this console</source>
        <translation>Associer cette console</translation>
    </message>
    <message>
        <source>Pair this screen</source>
        <translation>Associer cet écran</translation>
    </message>
    <message>
        <source>A manager took it off the list, or the server was set up anew.</source>
        <translation>Retrait de la liste par un responsable, ou serveur réinstallé.</translation>
    </message>
    <message>
        <source>Staff: open the address below, or scan. Approve it when both screens show the same eight characters.</source>
        <translation>Personnel&#x202f;: ouvrez l’adresse ou scannez. Approuvez si les deux écrans montrent les mêmes huit caractères.</translation>
    </message>
    <message>
        <source>A manager opens the address, or scans the code, and approves when both screens show the same eight characters.</source>
        <translation>Un responsable ouvre l’adresse ou scanne le code, et approuve quand les deux écrans montrent les mêmes huit caractères.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>Another server, or type its address</source>
        <translation>Autre serveur, ou saisir l’adresse</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Reconnexion · état à %1</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Please come back another time.</source>
        <translation>Merci de revenir à un autre moment.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>Ouvre aujourd’hui à %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>Ouvre demain à %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>Ouvre %1 à %2</translation>
    </message>
</context>
<context>
    <name>PairingWindow</name>
    <message>
        <source>The server is not heard. The code stays.</source>
        <translation>Le serveur ne répond pas. Le code reste.</translation>
    </message>
    <message>
        <source>A mouse or a keyboard is needed for this.</source>
        <translation>Il faut pour cela une souris ou un clavier.</translation>
    </message>
    <message>
        <source>No remote control needed: the board starts by itself.</source>
        <translation>Pas besoin de télécommande&#x202f;: l’affichage démarre tout seul.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
</context>
<context>
    <name>PairingWords</name>
    <message>
        <source>Kiosk</source>
        <translation>Borne</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>That is no address. One looks like 192.168.1.10:8000.</source>
        <translation>Ce n’est pas une adresse. En voici une&#x202f;: 192.168.1.10:8000.</translation>
    </message>
    <message>
        <source>No server answers there. Is it switched on, and is the address right?</source>
        <translation>Aucun serveur ne répond là. Est-il allumé, et l’adresse est-elle juste&#x202f;?</translation>
    </message>
    <message>
        <source>Something else answers there. Please check the address.</source>
        <translation>Autre chose répond là. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>The server there cannot prove that it is the right one.</source>
        <translation>Le serveur qui s’y trouve ne peut pas prouver qu’il est le bon.</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Comptoir</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Guichet</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>The server on this machine</source>
        <translation>Le serveur de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>%1 · today</source>
        <translation>%1 · aujourd’hui</translation>
    </message>
    <message>
        <source>%1 · tomorrow</source>
        <translation>%1 · demain</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Looking for the server&#xa0;…</source>
        <translation>Recherche du serveur&#xa0;…</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>Asking the server&#xa0;…</source>
        <translation>Demande au serveur&#xa0;…</translation>
    </message>
    <message>
        <source>A manager did not approve this screen</source>
        <translation>Un responsable n’a pas approuvé cet écran</translation>
    </message>
    <message>
        <source>Many screens ask just now</source>
        <translation>Beaucoup d’écrans demandent en ce moment</translation>
    </message>
    <message>
        <source>The server does not pair this screen</source>
        <translation>Le serveur n’associe pas cet écran</translation>
    </message>
    <message>
        <source>Is this still our server?</source>
        <translation>Est-ce encore notre serveur&#x202f;?</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>C’est associé</translation>
    </message>
    <message>
        <source>It has to be switched on, and in the same network.</source>
        <translation>Il doit être allumé et sur le même réseau.</translation>
    </message>
    <message>
        <source>It is asked again by itself. Is it switched on, and in this network?</source>
        <translation>La demande est renouvelée toute seule. Est-il allumé, et sur ce réseau&#x202f;?</translation>
    </message>
    <message>
        <source>If that was by mistake, ask anew. It asks by itself in some minutes.</source>
        <translation>Si c’était une erreur, redemandez. Sinon, nouvelle demande automatique dans quelques minutes.</translation>
    </message>
    <message>
        <source>This one asks again by itself in %1.</source>
        <translation>Nouvelle demande automatique dans %1.</translation>
    </message>
    <message>
        <source>It shows another certificate than the one that this screen was paired with. Staff: if the server was set up anew, pair the screen anew. If nobody knows of that, ask who looks after the network. It goes on by itself as soon as the known one is back.</source>
        <translation>Il montre un autre certificat que celui avec lequel cet écran a été associé. Personnel&#x202f;: si le serveur a été réinstallé, associez l’écran à nouveau. Si personne n’en sait rien, demandez à qui s’occupe du réseau. Tout reprend dès que l’ancien est de retour.</translation>
    </message>
    <message>
        <source>It goes on by itself.</source>
        <translation>La suite vient toute seule.</translation>
    </message>
    <message>
        <source>This is “%1”. It goes on by itself.</source>
        <translation>Voici «&#x202f;%1&#x202f;». La suite vient toute seule.</translation>
    </message>
    <message>
        <source>Pair it anew</source>
        <translation>Associer à nouveau</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Type its address</source>
        <translation>Saisir son adresse</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
</context>
</TS>
