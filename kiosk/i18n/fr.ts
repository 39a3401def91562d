<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CalibrateScreen</name>
    <message>
        <source>Hold a bank card against the screen</source>
        <translation>Tenez une carte bancaire contre l’écran</translation>
    </message>
    <message>
        <source>Make the frame exactly as large as the card.</source>
        <translation>Donnez au cadre exactement la taille de la carte.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>It matches</source>
        <translation>C’est bon</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>All numbers for today are given.</source>
        <translation>Tous les numéros du jour sont distribués.</translation>
    </message>
    <message>
        <source>No more numbers today</source>
        <translation>Plus de numéros aujourd’hui</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>Nous sommes fermés</translation>
    </message>
    <message>
        <source>Not every queue is open at all of these times.</source>
        <translation>Toutes les files ne sont pas ouvertes à toutes ces heures.</translation>
    </message>
    <message>
        <source>Closed from %1 to %2</source>
        <translation>Fermé du %1 au %2</translation>
    </message>
    <message>
        <source>From %1 to %2 open %3</source>
        <translation>Du %1 au %2, ouvert %3</translation>
    </message>
    <message>
        <source>Closed from %1 to %2 %3</source>
        <translation>Fermé du %1 au %2 %3</translation>
    </message>
    <message>
        <source>From %1 to %2 %3 open %4</source>
        <translation>Du %1 au %2 %3, ouvert %4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>Fermé le %1</translation>
    </message>
    <message>
        <source>On %1 open %2</source>
        <translation>Le %1, ouvert %2</translation>
    </message>
</context>
<context>
    <name>CustomerBar</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>Autres langues</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>Move the controls lower</source>
        <translation>Placer les commandes plus bas</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Please stay here.</source>
        <translation>Restez ici, s’il vous plaît.</translation>
    </message>
    <message>
        <source>The server does not answer, so nobody could be told. Please ask the staff.</source>
        <translation>Le serveur ne répond pas&#x202f;: personne n’a pu être prévenu. Adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un instant, s’il vous plaît.</translation>
    </message>
    <message>
        <source>We told our staff</source>
        <translation>Nous avons prévenu le personnel</translation>
    </message>
    <message>
        <source>Nobody is told yet</source>
        <translation>Personne n’est prévenu</translation>
    </message>
    <message>
        <source>Their screens say that somebody at “%1” needs help. Please stay here.</source>
        <translation>Leurs écrans indiquent que quelqu’un a besoin d’aide à «&#x202f;%1&#x202f;». Restez ici, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Somebody is coming from room %1.</source>
        <translation>Quelqu’un arrive de la salle %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from window %1.</source>
        <translation>Quelqu’un arrive de la fenêtre %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from counter %1.</source>
        <translation>Quelqu’un arrive du comptoir %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from desk %1.</source>
        <translation>Quelqu’un arrive du guichet %1.</translation>
    </message>
    <message>
        <source>Their screens say that somebody needs help here. Please stay here.</source>
        <translation>Leurs écrans indiquent que quelqu’un a besoin d’aide ici. Restez ici, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Telling the staff …</source>
        <translation>Nous prévenons le personnel…</translation>
    </message>
    <message>
        <source>A manager is coming.</source>
        <translation>Un responsable arrive.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>Personne ne reçoit pour le moment.</translation>
    </message>
    <message>
        <source>Serving now: %1</source>
        <translation>Ouverts maintenant&#x202f;: %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Retour au début</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>Je n’ai plus besoin d’aide</translation>
    </message>
</context>
<context>
    <name>HomeNotices</name>
    <message>
        <source>Nobody is serving just now. You can take a number already.</source>
        <translation>Personne ne reçoit pour le moment. Vous pouvez déjà prendre un numéro.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>Personne ne reçoit pour le moment.</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Which queue instead?</source>
        <translation>Quelle file à la place&#x202f;?</translation>
    </message>
    <message>
        <source>Welcome. What do you need today?</source>
        <translation>Bienvenue. De quoi avez-vous besoin&#x202f;?</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>De quoi avez-vous besoin&#x202f;?</translation>
    </message>
    <message>
        <source>You keep %1 until you tap another.</source>
        <translation>Vous gardez %1 tant que vous n’en touchez pas une autre.</translation>
    </message>
    <message>
        <source>Tap where yours is.</source>
        <translation>Touchez le groupe qui vous concerne.</translation>
    </message>
    <message>
        <source>Tap to get your number.</source>
        <translation>Touchez pour obtenir votre numéro.</translation>
    </message>
    <message>
        <source>Tap one to get your number.</source>
        <translation>Touchez un choix pour obtenir votre numéro.</translation>
    </message>
</context>
<context>
    <name>IssuedScreen</name>
    <message>
        <source>Your number is %1</source>
        <translation>Votre numéro est le %1</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Vous êtes le prochain</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead of you</source>
        <translation>
            <numerusform>%n avant vous</numerusform>
            <numerusform>%n avant vous</numerusform>
        </translation>
    </message>
    <message>
        <source>You are first in line</source>
        <translation>Vous êtes en tête de file</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>environ %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>environ %1–%2 min</translation>
    </message>
    <message>
        <source>Nobody is serving yet. Please wait until you are called.</source>
        <translation>Personne ne reçoit encore. Attendez d’être appelé.</translation>
    </message>
    <message>
        <source>Another queue may be called before you.</source>
        <translation>Une autre file peut être appelée avant vous.</translation>
    </message>
    <message>
        <source>%1 was given back.</source>
        <translation>%1 a été rendu.</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>Suivez sur votre téléphone</translation>
    </message>
    <message>
        <source>Scan to see your place. It rings at your turn.</source>
        <translation>Scannez pour voir votre rang. Ça sonne à votre tour.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Wrong queue? Change</source>
        <translation>Mauvaise file&#x202f;? Changer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>JoinCode</name>
    <message>
        <source>Or scan this and take your number on your phone.</source>
        <translation>Ou scannez ceci et prenez votre numéro sur votre téléphone.</translation>
    </message>
    <message>
        <source>Or scan: number on your phone</source>
        <translation>Ou scannez&#x202f;: numéro sur le téléphone</translation>
    </message>
</context>
<context>
    <name>KioskClosedWords</name>
    <message>
        <source>This kiosk is closed</source>
        <translation>Cette borne est fermée</translation>
    </message>
    <message>
        <source>Please take your number at another kiosk, or ask the staff.</source>
        <translation>Prenez votre numéro à une autre borne ou adressez-vous au personnel.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>One moment, please</source>
        <translation>Un instant, s’il vous plaît</translation>
    </message>
    <message>
        <source>No numbers here just now</source>
        <translation>Pas de numéros ici pour l’instant</translation>
    </message>
    <message>
        <source>This kiosk is not registered</source>
        <translation>Cette borne n’est pas enregistrée</translation>
    </message>
    <message>
        <source>%1: full for now</source>
        <translation>%1&#x202f;: complet pour l’instant</translation>
    </message>
    <message>
        <source>As many people wait as can be served. Please try again later, or ask the staff.</source>
        <translation>Autant de personnes attendent qu’il est possible d’en recevoir. Réessayez plus tard ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>Please choose another one, or ask the staff.</source>
        <translation>Choisissez-en une autre ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>Please ask the staff. The kiosk comes back by itself.</source>
        <translation>Adressez-vous au personnel. La borne revient d’elle-même.</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>Personnel&#x202f;: associez-la à nouveau. Le serveur n’accepte pas son jeton.</translation>
    </message>
    <message>
        <source>%1: full for today</source>
        <translation>%1&#x202f;: complet pour aujourd’hui</translation>
    </message>
    <message>
        <source>%1: closed now</source>
        <translation>%1&#x202f;: fermée en ce moment</translation>
    </message>
    <message>
        <source>No number this time</source>
        <translation>Pas de numéro cette fois</translation>
    </message>
    <message>
        <source>All numbers for today are given.</source>
        <translation>Tous les numéros du jour sont distribués.</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <translation>La borne démarre.</translation>
    </message>
    <message>
        <source>Last connected %1</source>
        <translation>Dernière connexion %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Retour au début</translation>
    </message>
</context>
<context>
    <name>NoNumberScreen</name>
    <message>
        <source>The connection is interrupted. You have no number, and none will be called for you. Try again, or ask the staff.</source>
        <translation>La connexion est interrompue. Vous n’avez pas de numéro et aucun ne sera appelé pour vous. Réessayez ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>The connection is interrupted. You keep %1. Try again, or ask the staff.</source>
        <translation>La connexion est interrompue. Vous gardez %1. Réessayez ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Pas encore de numéro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Garder %1</translation>
    </message>
    <message>
        <source>Goes back to the start in %1 s</source>
        <translation>Retour au début dans %1 s</translation>
    </message>
</context>
<context>
    <name>PaperNotice</name>
    <message>
        <source>Your ticket is being printed …</source>
        <translation>Votre ticket s’imprime…</translation>
    </message>
    <message>
        <source>Take your ticket below</source>
        <translation>Prenez votre ticket en bas</translation>
    </message>
    <message>
        <source>Ticket below. If not, scan this</source>
        <translation>Ticket en bas. Sinon, scannez ceci</translation>
    </message>
    <message>
        <source>No paper. Scan this or remember %1</source>
        <translation>Plus de papier. Scannez ou retenez %1</translation>
    </message>
    <message>
        <source>The printer does not work. Scan this or remember %1</source>
        <translation>L’imprimante est en panne. Scannez ou retenez %1</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Scan to follow on your phone</source>
        <translation>Scannez pour suivre sur votre téléphone</translation>
    </message>
    <message>
        <source>Please keep this until you are called.</source>
        <translation>À garder jusqu’à votre appel.</translation>
    </message>
    <message>
        <source>Test print. This is not a ticket.</source>
        <translation>Impression d’essai. Ceci n’est pas un ticket.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Votre numéro</translation>
    </message>
</context>
<context>
    <name>PriorityScreen</name>
    <message>
        <source>Which applies to you?</source>
        <translation>Qu’est-ce qui vous concerne&#x202f;?</translation>
    </message>
    <message>
        <source>Staff see the reason. The board does not show it.</source>
        <translation>Le personnel voit le motif. L’écran ne l’affiche pas.</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>Retour, sans priorité</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Closed now</source>
        <translation>Fermée en ce moment</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dès %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Ouvre à %1</translation>
    </message>
    <message>
        <source>Nobody waiting</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>Full for today</source>
        <translation>Complet pour aujourd’hui</translation>
    </message>
    <message>
        <source>Full just now</source>
        <translation>Complet pour l’instant</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>Tout de suite</translation>
    </message>
    <message>
        <source>Nobody serves it yet</source>
        <translation>Pas encore servie</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>environ %1 min</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>environ %1–%2 min</translation>
    </message>
    <message>
        <source>nobody serves it yet</source>
        <translation>pas encore servie</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n en file</numerusform>
            <numerusform>%n en file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n attend</numerusform>
            <numerusform>%n attendent</numerusform>
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
        <translation>Je ne sais pas, aidez-moi</translation>
    </message>
    <message>
        <source>Back to all queues</source>
        <translation>Retour à toutes les files</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Garder %1</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>Retour, sans priorité</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>I need priority</source>
        <translation>J’ai besoin d’une priorité</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>The first ones</source>
        <translation>Les premiers</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffDoorScreen</name>
    <message>
        <source>Staff: your PIN</source>
        <translation>Personnel&#x202f;: votre code</translation>
    </message>
    <message>
        <source>Too many tries. Please wait half a minute.</source>
        <translation>Trop d’essais. Attendez une demi-minute.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ce n’est pas le code.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Retour au début</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>For staff</source>
        <translation>Pour le personnel</translation>
    </message>
    <message>
        <source>Printing a test …</source>
        <translation>Impression d’essai…</translation>
    </message>
    <message>
        <source>Printed. Please look whether it is all there, and cut.</source>
        <translation>Imprimé. Vérifiez que tout y est, et que c’est coupé.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>L’imprimante n’a plus de papier.</translation>
    </message>
    <message>
        <source>The printer cannot be reached, is open, or stopped.</source>
        <translation>L’imprimante est injoignable, ouverte ou arrêtée.</translation>
    </message>
    <message>
        <source>Sent. This printer never says whether it printed: please look.</source>
        <translation>Envoyé. Cette imprimante ne dit jamais si elle a imprimé&#x202f;: veuillez vérifier.</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>Imprimer un essai</translation>
    </message>
    <message>
        <source>Set the screen’s true size</source>
        <translation>Régler la taille réelle</translation>
    </message>
    <message>
        <source>End the kiosk</source>
        <translation>Arrêter la borne</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Retour aux clients</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#x202f;?</translation>
    </message>
    <message>
        <source>Touch the screen to go on. Otherwise it starts over.</source>
        <translation>Touchez l’écran pour continuer. Sinon, retour au début.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Oui, continuer</translation>
    </message>
</context>
<context>
    <name>TakingScreen</name>
    <message>
        <source>Getting your number…</source>
        <translation>Votre numéro arrive…</translation>
    </message>
    <message>
        <source>The connection is interrupted. We keep trying: please wait here a moment, or ask the staff.</source>
        <translation>La connexion est interrompue. Nous réessayons&#x202f;: patientez un instant ou adressez-vous au personnel.</translation>
    </message>
</context>
</TS>
