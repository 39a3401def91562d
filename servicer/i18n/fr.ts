<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CompactServing</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Somebody has arrived</source>
        <translation>Quelqu’un est arrivé</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>vous attend</numerusform>
            <numerusform>vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Attente la plus longue : %1</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>En route vers vous</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>C’est noté. Ce sera envoyé dès le retour du serveur.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>Le serveur ne répond pas. Affichage de %1.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>Qui attend</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Mis de côté</translation>
    </message>
    <message>
        <source>No desk serves them (%1)</source>
        <translation>Aucun guichet ne les sert (%1)</translation>
    </message>
    <message>
        <source>No paper: %1. Reprint at the kiosk.</source>
        <translation>Sans papier : %1. Réimprimez à la borne.</translation>
    </message>
    <message>
        <source>Desk %1 calls for help</source>
        <translation>Le guichet %1 demande de l’aide</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>Plus besoin d’aide</translation>
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
        <translation>Appeler</translation>
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
        <translation>Guichet %1 · %2</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>This console is not paired</source>
        <translation>Cette console n’est pas associée</translation>
    </message>
    <message>
        <source>Connecting to the server …</source>
        <translation>Connexion au serveur …</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>Le serveur ne connaît pas son jeton. « takeanumber device add console » en crée un nouveau.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>Cela prend un instant au démarrage du serveur.</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <translation>
            <numerusform>%1 : %n attend</numerusform>
            <numerusform>%1 : %n attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La vôtre</translation>
    </message>
    <message>
        <source>Yours · longest wait %1</source>
        <translation>La vôtre · attente max. %1</translation>
    </message>
    <message>
        <source>Longest wait %1</source>
        <translation>Attente max. %1</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>back at %1</source>
        <translation>retour à %1</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>La prochaine personne vient à vous</translation>
    </message>
    <message>
        <source>Somebody has arrived · %1</source>
        <translation>Quelqu’un est arrivé · %1</translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>Attente la plus longue : %1</translation>
    </message>
    <message>
        <source>The waiting room is empty</source>
        <translation>La salle d’attente est vide</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>En route vers vous</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note : %1</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>vous attend</numerusform>
            <numerusform>vous attendent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Back · Esc</source>
        <translation>Retour · Échap</translation>
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
        <translation>Jusqu’à mon retour</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Guichet %1 · %2</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Good to see you. Where do you sit today?</source>
        <translation>Bienvenue. Où êtes-vous aujourd’hui ?</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Guichet %1</translation>
    </message>
    <message>
        <source>Desk %1, %2 sits there</source>
        <translation>Guichet %1, %2 y est</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <source>%1 · at desk %2</source>
        <translation>%1 · au guichet %2</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Code PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>StrandedRow</name>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>Guichet %1 · %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation>Reconnexion …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Reconnexion · état de %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Petite</translation>
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
        <translation>Personne n’attend</translation>
    </message>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>Suivant · %n attend</numerusform>
            <numerusform>Suivant · %n attendent</numerusform>
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
        <translation>De côté</translation>
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
        <translation>Annuler</translation>
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
        <source>Ctrl ⏎ or Space</source>
        <translation>Ctrl ⏎ ou espace</translation>
    </message>
    <message>
        <source>Ctrl </source>
        <translation>Ctrl </translation>
    </message>
    <message>
        <source>Undo: %1 called</source>
        <translation>Annuler : %1 appelé</translation>
    </message>
    <message>
        <source>Undo: %1 called again</source>
        <translation>Annuler : %1 rappelé</translation>
    </message>
    <message>
        <source>Undo: %1 arrived</source>
        <translation>Annuler : %1 arrivé</translation>
    </message>
    <message>
        <source>Undo: %1 done</source>
        <translation>Annuler : %1 terminé</translation>
    </message>
    <message>
        <source>Undo: done, %1 called</source>
        <translation>Annuler : terminé, %1 appelé</translation>
    </message>
    <message>
        <source>Undo: %1 missed</source>
        <translation>Annuler : %1 absent</translation>
    </message>
    <message>
        <source>Undo: %1 on hold</source>
        <translation>Annuler : %1 mis de côté</translation>
    </message>
    <message>
        <source>Undo: %1 back in line</source>
        <translation>Annuler : %1 dans la file</translation>
    </message>
    <message>
        <source>Undo: %1 transferred</source>
        <translation>Annuler : %1 transféré</translation>
    </message>
    <message>
        <source>Undo: %1 cancelled</source>
        <translation>Annuler : %1 annulé</translation>
    </message>
    <message>
        <source>Undo: note on %1</source>
        <translation>Annuler : note sur %1</translation>
    </message>
    <message>
        <source>Undo: break</source>
        <translation>Annuler : pause</translation>
    </message>
    <message>
        <source>Undo: back to work</source>
        <translation>Annuler : reprise</translation>
    </message>
    <message>
        <source>Undo: call for help</source>
        <translation>Annuler : demande d’aide</translation>
    </message>
    <message>
        <source>Undo: next arrival</source>
        <translation>Annuler : le prochain</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>Pourquoi mettre %1 de côté ?</translation>
    </message>
    <message>
        <source>Where shall %1 go?</source>
        <translation>Où envoyer %1 ?</translation>
    </message>
    <message>
        <source>A note on %1, for colleagues</source>
        <translation>Note sur %1, pour les collègues</translation>
    </message>
    <message>
        <source>Cancel %1? The number is gone then.</source>
        <translation>Annuler %1 ? Le numéro sera perdu.</translation>
    </message>
    <message>
        <source>Whom do you call?</source>
        <translation>Qui appelez-vous ?</translation>
    </message>
    <message>
        <source>Somebody without a number. For which queue?</source>
        <translation>Quelqu’un sans numéro. Pour quelle file ?</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>Pause jusqu’à quand ?</translation>
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
        <source>No more numbers</source>
        <translation>Plus de numéros</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Fermé maintenant</translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Called %1 times</source>
        <translation>Appelé %1 fois</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
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
        <source>%1 is no longer at this desk.</source>
        <translation>%1 n’est plus à ce guichet.</translation>
    </message>
    <message>
        <source>%1 is at another desk now.</source>
        <translation>%1 est maintenant à un autre guichet.</translation>
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
        <source>%1 was signed out of desk %2.</source>
        <translation>%1 a été déconnecté du guichet %2.</translation>
    </message>
    <message>
        <source>That PIN is not right.</source>
        <translation>Ce code PIN est incorrect.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Trop de codes erronés. Réessayez dans %1.</translation>
    </message>
    <message>
        <source>%1 sits at desk %2.</source>
        <translation>%1 est au guichet %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at desk %2 already.</source>
        <translation>%1 est déjà au guichet %2.</translation>
    </message>
    <message>
        <source>This console is signed in at another desk.</source>
        <translation>Cette console est à un autre guichet.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>Le serveur n’a pas répondu. Réessayez.</translation>
    </message>
</context>
</TS>
