<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BoardScreen</name>
    <message>
        <source>Missed your number? Please ask at any desk.</source>
        <translation>Numéro manqué ? Adressez-vous à un guichet.</translation>
    </message>
    <message>
        <source>Too small for a waiting room: digits of %1 mm, where 51 mm are needed.</source>
        <translation>Trop petit pour une salle d’attente : chiffres de %1 mm, il en faut 51.</translation>
    </message>
    <message>
        <source>Too small for %1 m: can be read from up to %2 m.</source>
        <translation>Trop petit pour %1 m : lisible jusqu’à %2 m.</translation>
    </message>
</context>
<context>
    <name>CallCell</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, guichet %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Guichet</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, guichet %2</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Les appels précédents s’affichent ici.</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, guichet %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation>Personne n’a encore été appelé</translation>
    </message>
    <message>
        <source>Nobody is being called</source>
        <translation>Personne n’est appelé pour l’instant</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Une courte pause</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>Veuillez patienter. Votre numéro s’affichera ici quand ce sera votre tour.</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>Nous reprenons à %1. Votre numéro garde sa place.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>Veuillez patienter. Votre numéro garde sa place.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>We are closed</source>
        <translation>Nous sommes fermés</translation>
    </message>
    <message>
        <source>This display is not registered</source>
        <translation>Cet écran n’est pas enregistré</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not know its token.</source>
        <translation>Personnel : veuillez l’associer à nouveau. Le serveur ne reconnaît pas son jeton.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>Soyez attentif aux annonces du personnel. Le tableau s’affichera tout seul.</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Nobody called yet</source>
        <translation>Personne n’a encore été appelé</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>about %1 min</source>
        <translation>environ %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>environ %1–%2 min</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time not checked</source>
        <translation>Heure non vérifiée</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>Reconnexion · mis à jour à %1</translation>
    </message>
    <message>
        <source>Please listen for staff · last update %1</source>
        <translation>Écoutez le personnel · mis à jour à %1</translation>
    </message>
</context>
<context>
    <name>WaitingCount</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
</context>
</TS>
