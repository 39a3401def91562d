<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BoardScreen</name>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n still waiting, please stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No new numbers for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new numbers today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone with a number is seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Les appels précédents s’affichent ici.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Please listen for staff. Your number keeps its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff, or use your phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small: digits of %1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small for %1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed for new numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, room %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, window %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, counter %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, guichet %2</translation>
    </message>
</context>
<context>
    <name>IdleBoard</name>
    <message>
        <source>If you take a number now, you wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished">Fermé</translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open desks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last called</source>
        <translation type="unfinished"></translation>
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
    <name>NobodyWords</name>
    <message>
        <source>A short break</source>
        <translation type="unfinished">Une courte pause</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation type="unfinished">Personne n’a encore été appelé</translation>
    </message>
    <message>
        <source>Nobody is being called</source>
        <translation type="unfinished">Personne n’est appelé pour l’instant</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation type="unfinished">Nous reprenons à %1. Votre numéro garde sa place.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation type="unfinished">Veuillez patienter. Votre numéro garde sa place.</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation type="unfinished">Veuillez patienter. Votre numéro s’affichera ici quand ce sera votre tour.</translation>
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
    <message>
        <source>next at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time not checked</source>
        <translation>Heure non vérifiée</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>Reconnexion · mis à jour à %1</translation>
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
