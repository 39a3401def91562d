<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AdviceCard</name>
    <message>
        <source>%1 then takes longer: %2</source>
        <translation>%1 prend alors plus de temps&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 waits too long</source>
        <translation>%1&#xa0;: on attend trop longtemps</translation>
    </message>
    <message>
        <source>%1 is quiet again</source>
        <translation>%1&#xa0;: c’est calme à nouveau</translation>
    </message>
    <message>
        <source>for a newcomer</source>
        <translation>pour qui arrive maintenant</translation>
    </message>
    <message>
        <source>Serve %1 too</source>
        <translation>Servir aussi %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>AwayBar</name>
    <message>
        <source>This console is no longer paired. Pair it anew.</source>
        <translation>Cette console n’est plus associée. Associez-la à nouveau.</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>Associez à nouveau cette console</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>Serveur absent</translation>
    </message>
    <message>
        <source>Server away · %1</source>
        <translation>Serveur absent · %1</translation>
    </message>
    <message>
        <source>The server is away.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>Le serveur est injoignable. Situation à %1.</translation>
    </message>
</context>
<context>
    <name>BreakForm</name>
    <message>
        <source>Reason, for colleagues</source>
        <translation>Motif, pour les collègues</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>De retour dans</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>Jusqu’à mon retour</translation>
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
        <translation>Transféré à vous %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message numerus="yes">
        <source>Called · %n times</source>
        <translation>
            <numerusform>Appelé %n fois</numerusform>
            <numerusform>Appelé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>Votre pause est finie</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 est terminé</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>La prochaine personne vient à vous</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>Personne ne peut venir maintenant</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>personne vous attend</numerusform>
            <numerusform>personnes vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>Quelqu’un vous attend</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>Aide demandée&#x202f;: %1</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En chemin</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>Pas de numéros maintenant</translation>
    </message>
    <message>
        <source>Sent when the server is back</source>
        <translation>Envoyé au retour du serveur</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Calling needs the server</source>
        <translation>Appel impossible sans serveur</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>“Done” is kept here and sent when the server is back. Calling needs the server.</source>
        <translation>«&#x202f;Terminé&#x202f;» est gardé ici et envoyé au retour du serveur. Sans serveur, pas d’appel.</translation>
    </message>
</context>
<context>
    <name>FindForm</name>
    <message>
        <source>Number, such as A001</source>
        <translation>Numéro, par exemple A001</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Nobody was given %1 today.</source>
        <translation>Le numéro %1 n’a pas été donné aujourd’hui.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Help wanted at %1 · %2</source>
        <translation>Aide demandée&#x202f;: %1 · %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 is going</source>
        <translation>%1 y va</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>Aide demandée&#x202f;: %1</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Parle %1</translation>
    </message>
    <message>
        <source>You are going</source>
        <translation>Vous y allez</translation>
    </message>
    <message>
        <source>Somebody from %1 is going</source>
        <translation>Quelqu’un y va&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Priority for %1</source>
        <translation>Priorité pour %1</translation>
    </message>
</context>
<context>
    <name>LinkMark</name>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconnexion</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>Connecting to the server …</source>
        <translation>Connexion au serveur …</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>Associez à nouveau cette console</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>Le serveur ne connaît pas son jeton. «&#x202f;takeanumber device add console&#x202f;» en crée un nouveau.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>Cela prend un instant au démarrage du serveur.</translation>
    </message>
    <message>
        <source>Its token is that of another kind of device. “takeanumber device add console” makes one for a console.</source>
        <translation>Son jeton est celui d’un autre type d’appareil. «&#x202f;takeanumber device add console&#x202f;» en crée un pour une console.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back. If that has another address now, find it again.</source>
        <translation>Tout reprend de soi-même dès que le serveur est de retour. S’il a maintenant une autre adresse, cherchez-le à nouveau.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back.</source>
        <translation>Tout reprend de soi-même dès que le serveur est de retour.</translation>
    </message>
    <message>
        <source>Find the server again</source>
        <translation>Chercher à nouveau le serveur</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <translation>
            <numerusform>%1&#x202f;: %n attend</numerusform>
            <numerusform>%1&#x202f;: %n attendent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankForm</name>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
</context>
<context>
    <name>RestForm</name>
    <message>
        <source>%1 · On hold</source>
        <translation>%1 · Plus tard</translation>
    </message>
    <message>
        <source>%1 · Missed %2</source>
        <translation>%1 · absent %2</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Chercher un numéro</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Plus besoin d’aide</translation>
    </message>
    <message>
        <source>Sound at every arrival</source>
        <translation>Son à chaque numéro</translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Grande fenêtre</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>Now serving</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>Appelé&#x202f;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Called to %1 · %n times</source>
        <translation>
            <numerusform>Appelé&#x202f;: %1 · %n fois</numerusform>
            <numerusform>Appelé&#x202f;: %1 · %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>depuis l’appel</translation>
    </message>
    <message>
        <source>with you</source>
        <translation>avec vous</translation>
    </message>
    <message>
        <source>They said on the phone that they are on their way</source>
        <translation>A dit sur son téléphone&#x202f;: j’arrive</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Parle</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>Votre pause est finie</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 est terminé</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>Personne ne peut venir maintenant</translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>Quelqu’un vous attend</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>Noted here. It is sent as soon as the server is back.</source>
        <translation>Noté ici. Envoyé dès que le serveur est de retour.</translation>
    </message>
    <message>
        <source>Your queues give no numbers now. Once they do, the next arrival comes to you.</source>
        <translation>Vos files ne donnent pas de numéros maintenant. Dès qu’elles en donnent, la prochaine personne vient à vous.</translation>
    </message>
    <message>
        <source>They are called as soon as they have a number.</source>
        <translation>Son numéro est appelé dès qu’il est pris.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>The longest has waited %1</source>
        <translation>L’attente la plus longue&#x202f;: %1</translation>
    </message>
    <message>
        <source>Your queues give no numbers now.</source>
        <translation>Vos files ne donnent pas de numéros maintenant.</translation>
    </message>
    <message>
        <source>You hear two notes when somebody comes, also when this window is hidden.</source>
        <translation>Vous entendez deux notes quand quelqu’un prend un numéro, même si cette fenêtre est cachée.</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>La prochaine personne vient à vous</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>personne vous attend</numerusform>
            <numerusform>personnes vous attendent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Find a number</source>
        <translation>Chercher un numéro</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Your queues</source>
        <translation>Vos files</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n personne vous attend</numerusform>
            <numerusform>%n personnes vous attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waited at %1</source>
        <translation>
            <numerusform>%n attendait à %1</numerusform>
            <numerusform>%n attendaient à %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to you</source>
        <translation>Transféré à vous</translation>
    </message>
    <message numerus="yes">
        <source>Other queues: %n waiting</source>
        <translation>
            <numerusform>Autres files&#x202f;: %n attend</numerusform>
            <numerusform>Autres files&#x202f;: %n attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Other queues</source>
        <translation>Autres files</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Nobody serves their queue</source>
        <translation>Personne ne sert leur file</translation>
    </message>
    <message>
        <source>No paper: %1</source>
        <translation>Sans papier&#x202f;: %1</translation>
    </message>
    <message>
        <source>Reprint at the kiosk.</source>
        <translation>Réimprimez à la borne.</translation>
    </message>
    <message>
        <source>Everybody is told</source>
        <translation>Tous sont informés</translation>
    </message>
    <message>
        <source>Everybody is told until %1</source>
        <translation>Tous sont informés jusqu’à %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Sound at every arrival, and not only when nobody waited</source>
        <translation>Son à chaque nouveau numéro, et pas seulement quand personne n’attendait</translation>
    </message>
    <message>
        <source>Always ring</source>
        <translation>Toujours sonner</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Plus besoin d’aide</translation>
    </message>
</context>
<context>
    <name>SideRow</name>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Appeler %1</translation>
    </message>
    <message>
        <source>%1: back in line</source>
        <translation>%1&#x202f;: retour dans la file</translation>
    </message>
</context>
<context>
    <name>SignInHead</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n attend</numerusform>
            <numerusform>%n attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Grande fenêtre</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Bonsoir</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is %1, %2.</source>
        <translation>Nous sommes %1, %2.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Personne n’attend.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are waiting.</source>
        <translation>
            <numerusform>Une personne attend.</numerusform>
            <numerusform>%n personnes attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Votre PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>I am not %1</source>
        <translation>Je ne suis pas %1</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>It is shown on the board, at the kiosk and on phones. One language is enough.</source>
        <translation>Affiché sur l’écran, à la borne et sur les téléphones. Une langue suffit.</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Pour combien de temps</translation>
    </message>
    <message>
        <source>Until taken back</source>
        <translation>Jusqu’au retrait</translation>
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
        <translation>Aide demandée&#x202f;: %1</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Chercher un numéro</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petite</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n attend</numerusform>
            <numerusform>%n attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>Grande fenêtre</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>Noté. Envoyé dès que le serveur est de retour.</translation>
    </message>
    <message>
        <source>The server does not answer yet …</source>
        <translation>Le serveur ne répond pas encore …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>WalkInForm</name>
    <message>
        <source>For what?</source>
        <translation>Pour quoi&#x202f;?</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>The board does not show it.</source>
        <translation>L’écran ne l’affiche pas.</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Parle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Start serving now</source>
        <translation>Servir maintenant</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>Appeler le suivant · %n attend</numerusform>
            <numerusform>Appeler le suivant · %n attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>Done and call next</source>
        <translation>Terminé, au suivant</translation>
    </message>
    <message numerus="yes">
        <source>Done and call next · %n waiting</source>
        <translation>
            <numerusform>Terminé, suivant · %n attend</numerusform>
            <numerusform>Terminé, suivant · %n attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>Dans la file</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Pick one</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Sans numéro</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>Donner un numéro</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Next to me</source>
        <translation>Le prochain</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Demander de l’aide</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>J’y vais</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <source>Tell everybody</source>
        <translation>Informer tous</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Appeler le suivant</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>%1 is called</source>
        <translation>%1 est appelé</translation>
    </message>
    <message>
        <source>%1 is called again</source>
        <translation>%1 est rappelé</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>%1 est là</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 est terminé</translation>
    </message>
    <message>
        <source>Done, %1 is called</source>
        <translation>Terminé, %1 est appelé</translation>
    </message>
    <message>
        <source>%1 is missed</source>
        <translation>%1 est absent</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 passe plus tard</translation>
    </message>
    <message>
        <source>%1 is back in line</source>
        <translation>%1 est de retour dans la file</translation>
    </message>
    <message>
        <source>%1 is transferred</source>
        <translation>%1 est transféré</translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation>Priorité de %1</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 est supprimé</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Note sur %1</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>Une pause</translation>
    </message>
    <message>
        <source>Which priority has %1?</source>
        <translation>Quelle priorité pour %1&#x202f;?</translation>
    </message>
    <message>
        <source>Waits since %1</source>
        <translation>Attend depuis %1</translation>
    </message>
    <message>
        <source>Done at %1</source>
        <translation>Terminé à %1</translation>
    </message>
    <message>
        <source>Missed at %1</source>
        <translation>Absent à %1</translation>
    </message>
    <message>
        <source>Left the queue at %1</source>
        <translation>A quitté la file à %1</translation>
    </message>
    <message>
        <source>The day ended before their turn</source>
        <translation>La journée a fini avant son tour</translation>
    </message>
    <message>
        <source>%1 is no longer here.</source>
        <translation>%1 n’est plus ici.</translation>
    </message>
    <message>
        <source>%1 is with somebody else now.</source>
        <translation>%1 est maintenant chez quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>%1 was signed out of %2.</source>
        <translation>%1 n’est plus connecté&#x202f;: %2.</translation>
    </message>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>Ce code PIN est incorrect. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>%1 sits at %2.</source>
        <translation>%1 y est déjà&#x202f;: %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at %2 already.</source>
        <translation>%1 est déjà connecté&#x202f;: %2.</translation>
    </message>
    <message>
        <source>This console is signed in somewhere else.</source>
        <translation>Cette console est connectée ailleurs.</translation>
    </message>
    <message>
        <source>%1 is their number.</source>
        <translation>Le numéro est %1.</translation>
    </message>
    <message>
        <source>Everybody who waits is told.</source>
        <translation>Tous ceux qui attendent sont informés.</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>Pourquoi %1 passe-t-il plus tard&#x202f;?</translation>
    </message>
    <message>
        <source>Enough have come</source>
        <translation>Il y a assez de monde</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Where shall %1 go?</source>
        <translation>Où envoyer %1&#x202f;?</translation>
    </message>
    <message>
        <source>A note on %1, for colleagues</source>
        <translation>Note sur %1, pour les collègues</translation>
    </message>
    <message>
        <source>Cancel %1? The number is gone then.</source>
        <translation>Supprimer %1&#x202f;? Le numéro sera perdu.</translation>
    </message>
    <message>
        <source>Whom do you call?</source>
        <translation>Qui appelez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>Pause jusqu’à quand&#x202f;?</translation>
    </message>
    <message>
        <source>Tell everybody who waits</source>
        <translation>Informer tous ceux qui attendent</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>back at %1</source>
        <translation>de retour à %1</translation>
    </message>
    <message>
        <source>It was to end at %1</source>
        <translation>Elle devait finir à %1</translation>
    </message>
    <message>
        <source>Lent to you until the day ends</source>
        <translation>Pour vous jusqu’à la fin de la journée</translation>
    </message>
    <message>
        <source>Stop serving %1</source>
        <translation>Ne plus servir %1</translation>
    </message>
    <message>
        <source>One more room on %1</source>
        <translation>Une salle de plus pour %1</translation>
    </message>
    <message>
        <source>One more window on %1</source>
        <translation>Une fenêtre de plus pour %1</translation>
    </message>
    <message>
        <source>One more counter on %1</source>
        <translation>Un comptoir de plus pour %1</translation>
    </message>
    <message>
        <source>One more desk on %1</source>
        <translation>Un guichet de plus pour %1</translation>
    </message>
    <message>
        <source>newcomers wait %1</source>
        <translation>qui arrive maintenant attend %1</translation>
    </message>
    <message>
        <source>newcomers wait %1 in place of %2</source>
        <translation>qui arrive maintenant attend %1 au lieu de %2</translation>
    </message>
    <message>
        <source>usually %1 min</source>
        <translation>d’habitude %1 min</translation>
    </message>
    <message>
        <source>usually %1 to %2 min</source>
        <translation>d’habitude %1 à %2 min</translation>
    </message>
    <message>
        <source>%1 calls everybody to help</source>
        <translation>%1 appelle tout le monde à l’aide</translation>
    </message>
    <message>
        <source>%1 is coming</source>
        <translation>%1 arrive</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Salle %1</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenêtre %1</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Comptoir %1</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Guichet %1</translation>
    </message>
    <message>
        <source>Which room?</source>
        <translation>Quelle salle&#x202f;?</translation>
    </message>
    <message>
        <source>Which window?</source>
        <translation>Quelle fenêtre&#x202f;?</translation>
    </message>
    <message>
        <source>Which counter?</source>
        <translation>Quel comptoir&#x202f;?</translation>
    </message>
    <message>
        <source>Which desk?</source>
        <translation>Quel guichet&#x202f;?</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>moins de 1 min</translation>
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
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>newcomers: at once</source>
        <translation>qui arrive&#x202f;: tout de suite</translation>
    </message>
    <message>
        <source>newcomers: %1–%2 min</source>
        <translation>qui arrive&#x202f;: %1–%2 min</translation>
    </message>
    <message>
        <source>newcomers: %1 min</source>
        <translation>qui arrive&#x202f;: %1 min</translation>
    </message>
    <message>
        <source>No more numbers</source>
        <translation>Plus de numéros</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Fermée en ce moment</translation>
    </message>
    <message>
        <source>Called at %1</source>
        <translation>Appelé à %1</translation>
    </message>
    <message>
        <source>Is served since %1</source>
        <translation>En cours depuis %1</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>%1 has left the queue.</source>
        <translation>%1 a quitté la file.</translation>
    </message>
    <message>
        <source>The day has ended, and %1 with it.</source>
        <translation>La journée est finie, et %1 aussi.</translation>
    </message>
    <message>
        <source>Nobody is waiting any more.</source>
        <translation>Plus personne n’attend.</translation>
    </message>
    <message>
        <source>%1 was called a moment ago. Please give them %2 seconds.</source>
        <translation>%1 vient d’être appelé. Attendez %2 secondes.</translation>
    </message>
    <message>
        <source>Finish %1 first.</source>
        <translation>Terminez d’abord %1.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Nothing was changed.</source>
        <translation>Le disque du serveur est plein. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Trop de codes erronés. Réessayez dans %1.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>Le serveur n’a pas répondu. Réessayez.</translation>
    </message>
    <message>
        <source>The server is away. Nothing was noted.</source>
        <translation>Serveur injoignable. Rien n’est noté.</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>Motif (peut rester vide)</translation>
    </message>
</context>
</TS>
