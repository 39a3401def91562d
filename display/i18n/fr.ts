<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BoardNotice</name>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message numerus="yes">
        <source>%n still waiting, please stay.</source>
        <translation>
            <numerusform>%n personne attend encore, merci de rester.</numerusform>
            <numerusform>%n personnes attendent encore, merci de rester.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new numbers for now.</source>
        <translation>Pas de nouveau numéro pour l’instant.</translation>
    </message>
    <message>
        <source>No new numbers today.</source>
        <translation>Plus de nouveau numéro aujourd’hui.</translation>
    </message>
    <message>
        <source>Everyone with a number is seen.</source>
        <translation>Toute personne ayant un numéro sera reçue.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Last called</source>
        <translation>Derniers appels</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>Les appels précédents s’affichent ici.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Please listen for staff. Your number keeps its place.</source>
        <translation>Écoutez le personnel. Votre numéro garde sa place.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff, or use your phone.</source>
        <translation>Numéro manqué&#x202f;? Dites-le au personnel, ou sur votre téléphone.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff.</source>
        <translation>Numéro manqué&#x202f;? Dites-le au personnel.</translation>
    </message>
    <message>
        <source>Time not checked</source>
        <translation>Heure non vérifiée</translation>
    </message>
    <message>
        <source>Too small: digits of %1 mm</source>
        <translation>Trop petit&#x202f;: chiffres de %1 mm</translation>
    </message>
    <message>
        <source>Too small for %1 m</source>
        <translation>Trop petit pour %1 m</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Ouvert jusqu’à %1</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, room %2</source>
        <translation>%1, salle %2</translation>
    </message>
    <message>
        <source>%1, window %2</source>
        <translation>%1, fenêtre %2</translation>
    </message>
    <message>
        <source>%1, counter %2</source>
        <translation>%1, comptoir %2</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1, guichet %2</translation>
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
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>Personnel&#x202f;: veuillez l’associer à nouveau. Le serveur n’accepte pas son jeton.</translation>
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
        <translation>Une courte pause</translation>
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
        <source>If you take a number now:</source>
        <translation>Si vous prenez un numéro maintenant&#x202f;:</translation>
    </message>
    <message>
        <source>How many are waiting</source>
        <translation>Combien de personnes attendent</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>Nous reprenons à %1. Votre numéro garde sa place.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>Veuillez patienter. Votre numéro garde sa place.</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>Veuillez patienter. Votre numéro s’affichera ici quand ce sera votre tour.</translation>
    </message>
</context>
<context>
    <name>OpenDesks</name>
    <message>
        <source>Open rooms</source>
        <translation>Salles ouvertes</translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation>Fenêtres ouvertes</translation>
    </message>
    <message>
        <source>Open counters</source>
        <translation>Comptoirs ouverts</translation>
    </message>
    <message>
        <source>Open desks</source>
        <translation>Guichets ouverts</translation>
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
    <name>TopBar</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Reconnexion…</translation>
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
    <name>WaitWords</name>
    <message>
        <source>Closed</source>
        <translation>Fermée</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>tout de suite</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>Tout de suite</translation>
    </message>
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
        <translation>Fermée</translation>
    </message>
</context>
<context>
    <name>WaitsTable</name>
    <message>
        <source>nobody waiting</source>
        <translation>personne n’attend</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
</TS>
