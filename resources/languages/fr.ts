<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <source>Confirmed defects missed</source>
        <translation>Défauts confirmés manqués</translation>
    </message>
    <message>
        <source>The model {name} is in use. Next, choose the boards.</source>
        <translation>Le modèle {name} est utilisé. Choisissez maintenant les cartes.</translation>
    </message>
    <message>
        <source>from the first defects on</source>
        <translation>dès les premiers défauts</translation>
    </message>
    <message>
        <source>1 board</source>
        <translation>1 carte</translation>
    </message>
    <message>
        <source>1 board to judge matches: {name}.</source>
        <translation>1 carte à juger correspond : {name}.</translation>
    </message>
    <message>
        <source>1 judged board matches: {name}, {word}.</source>
        <translation>1 carte jugée correspond : {name}, {word}.</translation>
    </message>
    <message>
        <source>1 region</source>
        <translation>1 zone</translation>
    </message>
    <message>
        <source>95 % of the normal boards of the calibration have no region above the limit; regions at or below it are left out. Score and verdict do not depend on it.</source>
        <translation>95 % des cartes normales du calibrage n’ont aucune zone au-dessus de la limite ; les zones qui ne la dépassent pas sont omises. Le score et le verdict n’en dépendent pas.</translation>
    </message>
    <message>
        <source>A fit needs {least:,} of each; still missing: {list}.</source>
        <translation>Un ajustement en demande {least:,} de chaque ; il manque encore : {list}.</translation>
    </message>
    <message>
        <source>{count:defective board|defective boards}</source>
        <translation>{count:carte défectueuse|cartes défectueuses}</translation>
    </message>
    <message>
        <source>{count:good board|good boards}</source>
        <translation>{count:bonne carte|bonnes cartes}</translation>
    </message>
    <message>
        <source>A locked person cannot log in. What the person signed stays as it is.</source>
        <translation>Une personne verrouillée ne peut pas se connecter. Ce qu’elle a signé reste tel quel.</translation>
    </message>
    <message>
        <source>A model holds what the machine has learnt from photographs of good boards, once per product.</source>
        <translation>Un modèle contient ce que la machine a appris de photos de bonnes cartes, une fois par produit.</translation>
    </message>
    <message>
        <source>A model of this depth needs {least:good board|good boards}; the folder has {count:,}.</source>
        <translation>Un modèle de cette profondeur demande {least:bonne carte|bonnes cartes} ; le dossier en a {count:,}.</translation>
    </message>
    <message>
        <source>A threshold that misses none of {defects:defect|defects} promises a true miss rate below {bound} % (95 % confidence).</source>
        <translation>Un seuil qui ne manque rien sur {defects:défaut|défauts} promet un vrai taux de défauts manqués sous {bound} % (confiance 95 %).</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>About two minutes, from {least:good board|good boards} on. No training and no reconstruction: boards are compared with the reference board. Without labelled defects nothing is promised about missed ones.</source>
        <translation>Environ deux minutes, à partir de {least:bonne carte|bonnes cartes}. Ni apprentissage ni reconstruction : on compare à la carte de référence. Sans défauts étiquetés, rien n’est promis sur ceux qui sont manqués.</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>Pixels réels</translation>
    </message>
    <message>
        <source>All boards</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All boards in this folder are good</source>
        <translation>Toutes les cartes de ce dossier sont bonnes</translation>
    </message>
    <message>
        <source>All boards judged</source>
        <translation>Toutes les cartes sont jugées</translation>
    </message>
    <message>
        <source>All checks passed.</source>
        <translation>Toutes les vérifications sont réussies.</translation>
    </message>
    <message>
        <source>All flagged boards judged</source>
        <translation>Toutes les cartes signalées sont jugées</translation>
    </message>
    <message>
        <source>All flagged boards so far are judged</source>
        <translation>Toutes les cartes signalées jusqu’ici sont jugées</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Tout verdict</translation>
    </message>
    <message>
        <source>Boards are compared with the reference board, the mean of {boards:normal board|normal boards}: there is no reconstruction and no mask.</source>
        <translation>Les cartes sont comparées à la carte de référence, la moyenne de {boards:carte normale|cartes normales} : il n’y a ni reconstruction ni masque.</translation>
    </message>
    <message>
        <source>Build the model</source>
        <translation>Créer le modèle</translation>
    </message>
    <message>
        <source>CSV, one row per board</source>
        <translation>CSV, une ligne par carte</translation>
    </message>
    <message>
        <source>CSV, one row per judgment and region</source>
        <translation>CSV, une ligne par jugement et par zone</translation>
    </message>
    <message>
        <source>A folder with photographs of 15 good boards or more is enough for a model that judges at once. With labelled boards too (train/good, test/good and test/DEFECT as in MVTec AD, folders good and bad, or a manifest.csv) the threshold rests on known defects, and from 30 good boards on networks can be trained. You can also drop the folder here.</source>
        <translation>Un dossier avec les photos d’au moins 15 bonnes cartes suffit pour un modèle qui juge immédiatement. Avec des cartes étiquetées en plus (train/good, test/good et test/DÉFAUT comme dans MVTec AD, des dossiers good et bad, ou un manifest.csv), le seuil repose sur des défauts connus, et à partir de 30 bonnes cartes on peut entraîner des réseaux. Vous pouvez aussi déposer le dossier ici.</translation>
    </message>
    <message>
        <source>Confirmed in this workspace: {defects:defective board|defective boards} and {good:good board|good boards}.</source>
        <translation>Confirmées dans cet espace de travail : {defects:carte défectueuse|cartes défectueuses} et {good:bonne carte|bonnes cartes}.</translation>
    </message>
    <message>
        <source>Defects missed</source>
        <translation>Défauts manqués</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Fit with confirmed boards…</source>
        <translation>Ajuster avec les cartes confirmées…</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Signalées</translation>
    </message>
    <message>
        <source>From the first defects on</source>
        <translation>Dès les premiers défauts</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>En doute</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Jugé par</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miennes</translation>
    </message>
    <message>
        <source>Minutes to hours, 30 good boards and more: reconstruction with the VQGAN and all its metrics. The threshold needs labelled defects.</source>
        <translation>De quelques minutes à des heures, dès 30 bonnes cartes : reconstruction par le VQGAN et toutes ses métriques. Le seuil demande des défauts étiquetés.</translation>
    </message>
    <message>
        <source>NG boards, place not said</source>
        <translation>cartes NG, endroit non indiqué</translation>
    </message>
    <message>
        <source>NG boards, place not said: {n}</source>
        <translation>cartes NG, endroit non indiqué : {n}</translation>
    </message>
    <message>
        <source>NG marks region {n}</source>
        <translation>NG marque la zone {n}</translation>
    </message>
    <message>
        <source>NG marks regions {list}</source>
        <translation>NG marque les zones {list}</translation>
    </message>
    <message>
        <source>NG marks the selected region (N, P or a click), or the only one. Alt+2 marks several. Statistics by place count marked regions alone.</source>
        <translation>NG marque la zone choisie (N, P ou clic), ou la seule. Alt+2 en marque plusieurs. Les statistiques par endroit ne comptent que les zones marquées.</translation>
    </message>
    <message>
        <source>NG: place not said</source>
        <translation>NG : endroit non indiqué</translation>
    </message>
    <message>
        <source>All regions, or those that stand out</source>
        <translation>Toutes les zones, ou celles qui ressortent</translation>
    </message>
    <message>
        <source>Applied to {count:unjudged board|unjudged boards}: {flagged:,} flagged, {passed:,} passed</source>
        <translation>Appliqué à {count:carte non jugée|cartes non jugées} : {flagged:,} signalées, {passed:,} acceptées</translation>
    </message>
    <message>
        <source>Applied to {count:unjudged board|unjudged boards}: {passed:,} no longer flagged, {flagged:,} flagged now. It is in the list of changes.</source>
        <translation>Appliqué à {count:carte non jugée|cartes non jugées} : {passed:,} ne sont plus signalées, {flagged:,} le sont maintenant. C’est dans la liste des changements.</translation>
    </message>
    <message>
        <source>Apply to {count:unjudged board|unjudged boards}</source>
        <translation>Appliquer à {count:carte non jugée|cartes non jugées}</translation>
    </message>
    <message>
        <source>Back from {old} to {new}, the model’s own threshold.</source>
        <translation>Retour de {old} à {new}, le seuil propre au modèle.</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Créer l’espace de travail</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>From a folder of photographs of good boards, on the page Model.</source>
        <translation>À partir d’un dossier de photos de bonnes cartes, sur la page Modèle.</translation>
    </message>
    <message>
        <source>Gives them this threshold and the verdict that follows, as a record with your name. Scores stay.</source>
        <translation>Leur donne ce seuil et le verdict qui en découle, avec une entrée à votre nom. Les scores restent.</translation>
    </message>
    <message>
        <source>No defect is confirmed yet. Once two people or quality have confirmed {least:defective board|defective boards} and as many good ones, a score and a threshold can be fitted that miss none of them.</source>
        <translation>Aucun défaut n’est encore confirmé. Dès que deux personnes ou la qualité auront confirmé {least:carte défectueuse|cartes défectueuses} et autant de bonnes, on pourra ajuster un score et un seuil qui n’en manquent aucune.</translation>
    </message>
    <message>
        <source>No defect was known so far: score and threshold are fitted on these boards alone.</source>
        <translation>Aucun défaut n’était connu : score et seuil sont ajustés sur ces cartes seules.</translation>
    </message>
    <message>
        <source>Normal boards flagged</source>
        <translation>Cartes normales signalées</translation>
    </message>
    <message>
        <source>Nothing is promised about missed defects.</source>
        <translation>Rien n’est promis sur les défauts manqués.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Inspection stopped: {count:board|boards} left</source>
        <translation>Inspection arrêtée : {count:carte restante|cartes restantes}</translation>
    </message>
    <message>
        <source>It applies to the next boards; those in the queue keep theirs.</source>
        <translation>Il vaut pour les cartes suivantes ; celles de la file gardent le leur.</translation>
    </message>
    <message>
        <source>Judgments and pictures are stored in this folder. It is created if it does not exist.</source>
        <translation>Les jugements et les images sont enregistrés dans ce dossier. Il est créé s’il n’existe pas.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Nouvel espace de travail</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Encore le PIN</translation>
    </message>
    <message>
        <source>Progress of the inspection</source>
        <translation>Avancement de l’inspection</translation>
    </message>
    <message>
        <source>Regions that do not stand out from normal boards are left out at first.</source>
        <translation>Les zones qui ne ressortent pas des cartes normales sont d’abord omises.</translation>
    </message>
    <message>
        <source>Judged good</source>
        <translation>Jugée bonne</translation>
    </message>
    <message>
        <source>Outside the filter: {n:board|boards}, {name} first.</source>
        <translation>Hors du filtre : {n:carte|cartes}, d’abord {name}.</translation>
    </message>
    <message>
        <source>Outside the filter: {n:board|boards}.</source>
        <translation>Hors du filtre : {n:carte|cartes}.</translation>
    </message>
    <message>
        <source>Reset filter</source>
        <translation>Sans filtre</translation>
    </message>
    <message>
        <source>Restore default keys</source>
        <translation>Touches par défaut</translation>
    </message>
    <message>
        <source>Always 1</source>
        <translation>Toujours 1</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Aire</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Telles quelles</translation>
    </message>
    <message>
        <source>Back to the boards to judge</source>
        <translation>Retour aux cartes à juger</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Plus clair</translation>
    </message>
    <message>
        <source>Brightest colour</source>
        <translation>Couleur la plus claire</translation>
    </message>
    <message>
        <source>Key bindings</source>
        <translation>Configurer les raccourcis</translation>
    </message>
    <message>
        <source>Key bindings…</source>
        <translation>Configurer les raccourcis…</translation>
    </message>
    <message>
        <source>Change operator</source>
        <translation>Changer d’opérateur</translation>
    </message>
    <message>
        <source>Change operator…</source>
        <translation>Changer d’opérateur…</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Click a field, then press the new key. Backspace removes a key.</source>
        <translation>Cliquez sur un champ, puis appuyez sur la nouvelle touche. Retour arrière enlève une touche.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Code for NG (C)</source>
        <translation>Code si NG (C)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Comment (K)</source>
        <translation>Commentaire (K)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Dark or light theme</source>
        <translation>Thème sombre ou clair</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Plus sombre</translation>
    </message>
    <message>
        <source>Deeper shadows</source>
        <translation>Ombres plus profondes</translation>
    </message>
    <message>
        <source>Defect code</source>
        <translation>Code de défaut</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Difference map</source>
        <translation>Carte de différence</translation>
    </message>
    <message>
        <source>Difference overlay</source>
        <translation>Différence sur l’original</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>Recherche : {text}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show all boards to judge again (Ctrl+Shift+F)</source>
        <translation>Afficher de nouveau toutes les cartes à juger (Ctrl+Maj+F)</translation>
    </message>
    <message>
        <source>Shows all boards to judge in the queue again.</source>
        <translation>Affiche de nouveau toutes les cartes à juger.</translation>
    </message>
    <message>
        <source>Show all (Shift+N)</source>
        <translation>Tout afficher (Maj+N)</translation>
    </message>
    <message>
        <source>Still needed: {list}.</source>
        <translation>Encore nécessaires : {list}.</translation>
    </message>
    <message>
        <source>Stronger difference overlay</source>
        <translation>Différence sur l’original : plus forte</translation>
    </message>
    <message>
        <source>The demo line always uses its own model. To use the one that you build, open a workspace of your own first.</source>
        <translation>La ligne de démonstration utilise toujours son propre modèle. Pour utiliser celui que vous créez, ouvrez d’abord un espace de travail à vous.</translation>
    </message>
    <message>
        <source>The folder does not state which boards are good. If all of them are, a model that judges at once can be built; it promises nothing about missed defects.</source>
        <translation>Le dossier n’indique pas quelles cartes sont bonnes. Si toutes le sont, on peut créer un modèle qui juge immédiatement ; il ne promet rien sur les défauts manqués.</translation>
    </message>
    <message>
        <source>The folder does not state which boards are good: confirm that all of them are.</source>
        <translation>Le dossier n’indique pas quelles cartes sont bonnes : confirmez qu’elles le sont toutes.</translation>
    </message>
    <message>
        <source>The score is the evidence of the general network; a fit on labelled defects uses the metrics.</source>
        <translation>Le score est l’évidence du réseau général ; un ajustement sur des défauts étiquetés utilise les métriques.</translation>
    </message>
    <message>
        <source>The time below and two minutes, from {least:good board|good boards} on. A third of the boards, at least ten, only set the threshold. No reconstruction. Without labelled defects nothing is promised about missed ones.</source>
        <translation>La durée ci-dessous et deux minutes, à partir de {least:bonne carte|bonnes cartes}. Un tiers des cartes, au moins dix, ne fixe que le seuil. Pas de reconstruction. Sans défauts étiquetés, rien n’est promis sur ceux qui sont manqués.</translation>
    </message>
    <message>
        <source>Then the digit of the code, or the first letters of its words.</source>
        <translation>Puis le chiffre du code, ou les premières lettres de ses mots.</translation>
    </message>
    <message>
        <source>There is no model before the segmentation network is trained; the training can be resumed from here.</source>
        <translation>Il n’y a pas de modèle avant l’entraînement du réseau de segmentation ; l’entraînement pourra être repris d’ici.</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Taper pour chercher</translation>
    </message>
    <message>
        <source>Verdict of the machine</source>
        <translation>Verdict de la machine</translation>
    </message>
    <message>
        <source>Teach a new product…</source>
        <translation>Apprendre un nouveau produit…</translation>
    </message>
    <message>
        <source>The highest scores come first: judge from the top.</source>
        <translation>Les scores les plus élevés viennent en premier : jugez de haut en bas.</translation>
    </message>
    <message>
        <source>The model’s own threshold</source>
        <translation>Seuil propre au modèle</translation>
    </message>
    <message>
        <source>The two PINs differ: type the same PIN twice.</source>
        <translation>Les deux PIN diffèrent : saisissez deux fois le même.</translation>
    </message>
    <message>
        <source>This threshold flags most boards: {flagged:,} of {total:,}.</source>
        <translation>Ce seuil signale la plupart des cartes : {flagged:,} sur {total:,}.</translation>
    </message>
    <message>
        <source>This threshold flags most good boards: {flagged:,} of {good:,} known ones.</source>
        <translation>Ce seuil signale la plupart des bonnes cartes : {flagged:,} sur {good:,} connues.</translation>
    </message>
    <message>
        <source>This threshold misses no known defect, and so it flags most good boards too: {flagged:,} of {good:,} known ones.</source>
        <translation>Ce seuil ne manque aucun défaut connu et signale donc aussi la plupart des bonnes cartes : {flagged:,} sur {good:,} connues.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Weaker difference overlay</source>
        <translation>Différence sur l’original : plus faible</translation>
    </message>
    <message>
        <source>Difference: next colours</source>
        <translation>Différence : autres couleurs</translation>
    </message>
    <message>
        <source>Difference: next weighting</source>
        <translation>Différence : pondération suivante</translation>
    </message>
    <message>
        <source>Difference: board or fixed scale</source>
        <translation>Différence : échelle de la carte, ou fixe</translation>
    </message>
    <message>
        <source>Dist.</source>
        <translation>Dist.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Douteux</translation>
    </message>
    <message>
        <source>Doubtful band on or off</source>
        <translation>Zone de doute : oui ou non</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter comment</source>
        <translation>Écrire un commentaire</translation>
    </message>
    <message>
        <source>Enter defect code</source>
        <translation>Saisir le code de défaut</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Exporter CSV</translation>
    </message>
    <message>
        <source>Export judgments as CSV…</source>
        <translation>Exporter les jugements en CSV…</translation>
    </message>
    <message>
        <source>False call</source>
        <translation>Faux défaut</translation>
    </message>
    <message>
        <source>Display only.</source>
        <translation>Affichage seulement.</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Fréchet distance between a region and its reconstruction or the reference board. First comes the region that the segmentation map marks most, where the model has one.</source>
        <translation>Distance de Fréchet entre une zone et sa reconstruction ou la carte de référence. En premier vient la zone que la carte de segmentation marque le plus, si le modèle en a une.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Gamma; display only.</source>
        <translation>Gamma ; affichage seulement.</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Inspect these boards</source>
        <translation>Inspecter ces cartes</translation>
    </message>
    <message>
        <source>Inspecting board {n} of {all}</source>
        <translation>Inspection de la carte {n} sur {all}</translation>
    </message>
    <message>
        <source>Redo judgment</source>
        <translation>Rétablir le jugement</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Jugées</translation>
    </message>
    <message>
        <source>Judgment of {who}: {word}.</source>
        <translation>Jugement de {who} : {word}.</translation>
    </message>
    <message>
        <source>Judgment of {who}: {word}. Judge again to correct it.</source>
        <translation>Jugement de {who} : {word}. Jugez de nouveau pour corriger.</translation>
    </message>
    <message>
        <source>Stored with NG.</source>
        <translation>Gardé avec NG.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Larger images are shrunk, originals and reconstructions by the same filter; the study records it</source>
        <translation>Les images plus grandes sont réduites, originaux et reconstructions par le même filtre ; l’étude le note</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>Moins de contraste</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Lighter shadows</source>
        <translation>Ombres plus claires</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Look at the passed boards too ({n})</source>
        <translation>Voir aussi les cartes acceptées ({n})</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Plus de contraste</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Souris</translation>
    </message>
    <message>
        <source>Move the board</source>
        <translation>Déplacer la carte</translation>
    </message>
    <message>
        <source>Move the end of the doubtful band</source>
        <translation>Déplacer la fin de la zone de doute</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>Déplacer la ligne</translation>
    </message>
    <message>
        <source>Move the line of the swipe</source>
        <translation>Déplacer la ligne du volet</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message>
        <source>Name of this place at the line, written into every judgment.</source>
        <translation>Nom de ce poste, inscrit dans chaque jugement.</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Nouvel espace de travail…</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>Carte suivante</translation>
    </message>
    <message>
        <source>Next unjudged board</source>
        <translation>Carte suivante à juger</translation>
    </message>
    <message>
        <source>Next panel in the same place</source>
        <translation>Vue suivante au même endroit</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>No board is flagged</source>
        <translation>Aucune carte n’est signalée</translation>
    </message>
    <message>
        <source>No board is in this part.</source>
        <translation>Aucune carte dans cette partie.</translation>
    </message>
    <message>
        <source>No boards here</source>
        <translation>Aucune carte ici</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Pas de modèle</translation>
    </message>
    <message>
        <source>No session without it</source>
        <translation>Pas de séance sans cela</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Not as it was written: {what}. Keep the workspace and call quality.</source>
        <translation>Différent de ce qui a été écrit : {what}. Conservez l’espace de travail et appelez la qualité.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Non jugé</translation>
    </message>
    <message>
        <source>Nothing inspected yet</source>
        <translation>Rien n’est encore inspecté</translation>
    </message>
    <message>
        <source>Next, choose the boards</source>
        <translation>Et maintenant, les cartes</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>Agrandir la vue</translation>
    </message>
    <message>
        <source>Maximise or restore panel</source>
        <translation>Agrandir ou rétablir la vue</translation>
    </message>
    <message>
        <source>One row per judgment and region, in a file that other programs read.</source>
        <translation>Une ligne par jugement et par zone, dans un fichier que d’autres programmes lisent.</translation>
    </message>
    <message>
        <source>Open boards</source>
        <translation>Ouvrir des cartes</translation>
    </message>
    <message>
        <source>Open demo line</source>
        <translation>Ouvrir la ligne de démonstration</translation>
    </message>
    <message>
        <source>Open folder of boards…</source>
        <translation>Ouvrir un dossier de cartes…</translation>
    </message>
    <message>
        <source>Open model bundle…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>Open the workspace again</source>
        <translation>Rouvrir l’espace de travail</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Ouvrir un espace de travail…</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>Ouverture de l’espace de travail…</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Originals and reconstructions differ in more than the picture: {count:feature is|features are} outside the limits.</source>
        <translation>Originaux et reconstructions diffèrent par autre chose que l’image : {count:caractéristique est|caractéristiques sont} hors des limites.</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Part of the queue</source>
        <translation>Partie de la file</translation>
    </message>
    <message>
        <source>Passed by the machine: {n}.</source>
        <translation>Acceptées par la machine : {n}.</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Previous board</source>
        <translation>Carte précédente</translation>
    </message>
    <message>
        <source>Previous panel in the same place</source>
        <translation>Vue précédente au même endroit</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Brute</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Reconstruction</translation>
    </message>
    <message>
        <source>Reconstruction instead of original</source>
        <translation>Reconstruction à la place de l’original</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Reconstructed regions in the original</source>
        <translation>Zones reconstruites dans l’original</translation>
    </message>
    <message>
        <source>Rendered boards for trying out the program.</source>
        <translation>Des cartes de synthèse pour tout essayer.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Details pane</source>
        <translation>Volet des détails</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Numéro de série</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Maj + molette</translation>
    </message>
    <message>
        <source>Shift and the mouse wheel move the line.</source>
        <translation>Maj et la molette déplacent la ligne.</translation>
    </message>
    <message>
        <source>Show log folder</source>
        <translation>Montrer le dossier des journaux</translation>
    </message>
    <message>
        <source>Another person must look at this board.</source>
        <translation>Quelqu’un d’autre doit voir cette carte.</translation>
    </message>
    <message>
        <source>Standardised</source>
        <translation>Normalisée</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Stop inspecting</source>
        <translation>Arrêter l’inspection</translation>
    </message>
    <message>
        <source>Stop the clock after this many seconds without a key or the mouse</source>
        <translation>Secondes sans touche ni souris avant l’arrêt du chronomètre</translation>
    </message>
    <message>
        <source>Swipe: original left, reconstruction right</source>
        <translation>Volet : original à gauche, reconstruction à droite</translation>
    </message>
    <message>
        <source>Undo judgment</source>
        <translation>Annuler le jugement</translation>
    </message>
    <message>
        <source>The board has a defect.</source>
        <translation>La carte a un défaut.</translation>
    </message>
    <message>
        <source>The board is good, even if the machine saw something.</source>
        <translation>La carte est bonne, même si la machine a vu quelque chose.</translation>
    </message>
    <message>
        <source>The board is good: what the machine saw is not there.</source>
        <translation>La carte est bonne : ce que la machine a vu n’existe pas.</translation>
    </message>
    <message>
        <source>The board's own maximum</source>
        <translation>Maximum de la carte</translation>
    </message>
    <message>
        <source>The demo line is starting…</source>
        <translation>La ligne de démonstration démarre…</translation>
    </message>
    <message>
        <source>The inspection is still running: the next flagged board appears here automatically.</source>
        <translation>L’inspection continue : la prochaine carte signalée apparaîtra ici d’elle-même.</translation>
    </message>
    <message>
        <source>The model {name} is chosen. Open the folder that the camera writes into; every image in it is inspected, and the flagged ones come first.</source>
        <translation>Le modèle {name} est choisi. Ouvrez le dossier où la caméra écrit ; chaque image est inspectée, les signalées viennent d’abord.</translation>
    </message>
    <message>
        <source>The next board opens</source>
        <translation>La carte suivante s’ouvre</translation>
    </message>
    <message>
        <source>The panel under the mouse; a double click does the same.</source>
        <translation>La vue sous la souris ; un double clic fait de même.</translation>
    </message>
    <message>
        <source>The pictures of this board are being read.</source>
        <translation>Les images de cette carte sont en cours de lecture.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>This workspace is open elsewhere ({user} on {host}). Here you can look at it, as it was a moment ago; nothing is written.</source>
        <translation>Cet espace de travail est ouvert ailleurs ({user} sur {host}). Ici, vous pouvez le consulter tel qu’il était il y a un instant ; rien n’est écrit.</translation>
    </message>
    <message>
        <source>This workspace is open in another window, which is in front now.</source>
        <translation>Cet espace de travail est ouvert dans une autre fenêtre, maintenant au premier plan.</translation>
    </message>
    <message>
        <source>To judge</source>
        <translation>À juger</translation>
    </message>
    <message>
        <source>Reset tones</source>
        <translation>Réinitialiser les tons</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Deux par deux</translation>
    </message>
    <message>
        <source>Panels two by two or in one row</source>
        <translation>Vues deux par deux ou en ligne</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Pondérée</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>While held.</source>
        <translation>Tant que la touche est tenue.</translation>
    </message>
    <message>
        <source>Who judges?</source>
        <translation>Qui juge ?</translation>
    </message>
    <message>
        <source>Whole board</source>
        <translation>Carte entière</translation>
    </message>
    <message>
        <source>Writes a new record; the old one stays.</source>
        <translation>Écrit un nouvel enregistrement ; l’ancien reste.</translation>
    </message>
    <message>
        <source>Written into every judgment, for example your initials.</source>
        <translation>Inscrit dans chaque jugement, par exemple vos initiales.</translation>
    </message>
    <message>
        <source>Zoom at the mouse</source>
        <translation>Zoom sous la souris</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Zoom to region</source>
        <translation>Zoom sur la zone</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>above every normal board</source>
        <translation>au-dessus de toute carte normale</translation>
    </message>
    <message>
        <source>adapted: the general network learns this product</source>
        <translation>adapté : le réseau général apprend ce produit</translation>
    </message>
    <message>
        <source>at once: reference board and general network</source>
        <translation>immédiat : carte de référence et réseau général</translation>
    </message>
    <message>
        <source>board {n} of {all}</source>
        <translation>carte {n} sur {all}</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>signalée</translation>
    </message>
    <message>
        <source>flagged from {text}</source>
        <translation>signalée dès {text}</translation>
    </message>
    <message>
        <source>flags every board</source>
        <translation>signale toute carte</translation>
    </message>
    <message>
        <source>flags no board</source>
        <translation>ne signale rien</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>pour information</translation>
    </message>
    <message>
        <source>inspecting {n} of {all}</source>
        <translation>inspection {n} sur {all}</translation>
    </message>
    <message>
        <source>judged before</source>
        <translation>déjà jugée</translation>
    </message>
    <message>
        <source>k nearest neighbours</source>
        <translation>k plus proches voisins</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>normal boards only</source>
        <translation>cartes normales seulement</translation>
    </message>
    <message>
        <source>not inspected</source>
        <translation>non inspectée</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>brute</translation>
    </message>
    <message>
        <source>reference board of {count:board|boards}</source>
        <translation>référence de {count:carte|cartes}</translation>
    </message>
    <message>
        <source>region {n}</source>
        <translation>zone {n}</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>zones</translation>
    </message>
    <message>
        <source>rendering {n} of {all} …</source>
        <translation>synthèse {n} sur {all} …</translation>
    </message>
    <message>
        <source>show {what}</source>
        <translation>voir {what}</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>normalisée</translation>
    </message>
    <message>
        <source>tones changed</source>
        <translation>tons modifiés</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>pondérée</translation>
    </message>
    <message>
        <source>whole: the networks learn this product</source>
        <translation>complet : les réseaux apprennent ce produit</translation>
    </message>
    <message>
        <source>zoom {factor}</source>
        <translation>zoom {factor}</translation>
    </message>
    <message>
        <source>{bundle}: rule “normal boards only”. {count:normal board|normal boards}, each scored by a reference board made without it; no known defect took part.</source>
        <translation>{bundle} : règle « cartes normales seulement ». {count:carte normale|cartes normales}, chacune notée par une référence faite sans elle ; aucun défaut connu n’y a pris part.</translation>
    </message>
    <message>
        <source>{count:board|boards}</source>
        <translation>{count:carte|cartes}</translation>
    </message>
    <message>
        <source>{count:board|boards} written to {path}</source>
        <translation>{count:carte écrite|cartes écrites} dans {path}</translation>
    </message>
    <message>
        <source>{count:finding|findings}</source>
        <translation>{count:point relevé|points relevés}</translation>
    </message>
    <message>
        <source>{count:judgment|judgments} written to {path}</source>
        <translation>{count:jugement écrit|jugements écrits} dans {path}</translation>
    </message>
    <message>
        <source>{count:further place does|further places do} not stand out from normal boards: not shown.</source>
        <translation>{count:autre endroit ne ressort|autres endroits ne ressortent} pas des cartes normales : non affichés.</translation>
    </message>
    <message>
        <source>{count:|Its known defect is|Its known defects are} outlined in the original.</source>
        <translation>{count:|Le défaut connu est entouré|Les défauts connus sont entourés} dans l’original.</translation>
    </message>
    <message>
        <source>{folder} cannot be created ({error}). Choose another folder.</source>
        <translation>{folder} ne peut pas être créé ({error}). Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{more:more defect|more defects} for {rate} %</source>
        <translation>{more:défaut de plus|défauts de plus} pour {rate} %</translation>
    </message>
    <message>
        <source>{name}. The first flagged board appears here automatically.</source>
        <translation>{name}. La première carte signalée apparaîtra ici d’elle-même.</translation>
    </message>
    <message>
        <source>{n} boards</source>
        <translation>{n} cartes</translation>
    </message>
    <message>
        <source>{n:,} flagged</source>
        <translation>{n:signalée|signalées}</translation>
    </message>
    <message>
        <source>{n} not inspected</source>
        <translation>{n} non inspectées</translation>
    </message>
    <message>
        <source>{n} of {all} judged</source>
        <translation>{n} sur {all} jugées</translation>
    </message>
    <message>
        <source>{n} regions</source>
        <translation>{n} zones</translation>
    </message>
    <message>
        <source>{n} to judge</source>
        <translation>{n} à juger</translation>
    </message>
    <message>
        <source>{s} a board</source>
        <translation>{s} par carte</translation>
    </message>
    <message>
        <source>NG with a defect code…</source>
        <translation>NG avec un code de défaut…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Check the records</source>
        <translation>Vérifier les données</translation>
    </message>
    <message>
        <source>Follows the hash chain and names the first record that was altered</source>
        <translation>Suit la chaîne de hachage et nomme le premier enregistrement modifié</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>{count:record|records} written to {path}</source>
        <translation>{count:enregistrement écrit|enregistrements écrits} dans {path}</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Exporter les données</translation>
    </message>
    <message>
        <source>All {count:,} records are as they were written. Last hash: {hash}</source>
        <translation>Les {count:,} enregistrements sont tels qu’ils ont été écrits. Dernier hachage : {hash}</translation>
    </message>
    <message>
        <source>The one record is as it was written. Last hash: {hash}</source>
        <translation>L’unique enregistrement est tel qu’il a été écrit. Dernier hachage : {hash}</translation>
    </message>
    <message>
        <source>{count:record|records}</source>
        <translation>{count:enregistrement|enregistrements}</translation>
    </message>
    <message>
        <source>{shown:,} newest of {total:record|records}</source>
        <translation>{shown:|Le|Les} {shown:,} plus {shown:|récent|récents} sur {total:enregistrement|enregistrements}</translation>
    </message>
    <message>
        <source>No records yet in this selection: judge a board, or choose another period.</source>
        <translation>Aucun enregistrement dans cette sélection : jugez une carte ou choisissez une autre période.</translation>
    </message>
    <message>
        <source>Boards judged</source>
        <translation>Cartes jugées</translation>
    </message>
    <message>
        <source>False calls</source>
        <translation>Faux défauts</translation>
    </message>
    <message>
        <source>Confirmed defects</source>
        <translation>Défauts confirmés</translation>
    </message>
    <message>
        <source>Person and machine</source>
        <translation>Personne et machine</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Deux personnes</translation>
    </message>
    <message>
        <source>(all boards: {time})</source>
        <translation>(toutes les cartes : {time})</translation>
    </message>
    <message>
        <source>(another bundle)</source>
        <translation>(autre modèle)</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>Reset to the threshold in force</source>
        <translation>Rétablir le seuil en vigueur</translation>
    </message>
    <message>
        <source>A model can be trained, and its score and threshold can be fitted on {count:labelled board|labelled boards}.</source>
        <translation>Un modèle peut être entraîné, et son score et son seuil ajustés sur {count:carte étiquetée|cartes étiquetées}.</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change {number} of the threshold was altered after it was written. Ask quality before you continue.</source>
        <translation>Le changement {number} du seuil a été altéré après son écriture. Demandez à la qualité avant de continuer.</translation>
    </message>
    <message>
        <source>False-negative rate</source>
        <translation>Taux de faux négatifs</translation>
    </message>
    <message>
        <source>False-positive rate</source>
        <translation>Taux de faux positifs</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Caractéristique</translation>
    </message>
    <message>
        <source>Fewer good boards to review</source>
        <translation>Bonnes cartes à regarder</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>A model can be trained, but score and threshold need labelled good and defective boards: put some into test/good and test/DEFECT.</source>
        <translation>Un modèle peut être entraîné, mais le score et le seuil exigent des cartes étiquetées, bonnes et défectueuses : placez-en dans test/good et test/DÉFAUT.</translation>
    </message>
    <message>
        <source>Go back to an earlier threshold</source>
        <translation>Revenir à un seuil antérieur</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Rétablir…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Good boards flagged</source>
        <translation>Bonnes cartes signalées</translation>
    </message>
    <message>
        <source>A model is written with the training so far, and the training can be resumed later.</source>
        <translation>Un modèle est enregistré avec l’entraînement effectué jusqu’ici, qui pourra être repris plus tard.</translation>
    </message>
    <message>
        <source>A training is running: stop it or wait until it ends.</source>
        <translation>Un entraînement est en cours : arrêtez-le ou attendez qu’il se termine.</translation>
    </message>
    <message>
        <source>Known defects missed</source>
        <translation>Défauts connus manqués</translation>
    </message>
    <message>
        <source>Known defects that would pass unseen: {count:,}</source>
        <translation>Défauts connus qui passeraient inaperçus : {count:,}</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmique</translation>
    </message>
    <message>
        <source>Open a workspace and choose a model bundle to see its threshold.</source>
        <translation>Ouvrez un espace de travail et choisissez un modèle pour voir son seuil.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Activate a threshold</source>
        <translation>Mettre un seuil en vigueur</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Activate…</source>
        <translation>Activer…</translation>
    </message>
    <message>
        <source>Move the line to the lowest score of a known defect (Z)</source>
        <translation>Place la ligne au plus bas score d’un défaut connu (touche Z)</translation>
    </message>
    <message>
        <source>Move the line back to the threshold in force (Escape)</source>
        <translation>Remet la ligne au seuil en vigueur (touche Échap)</translation>
    </message>
    <message>
        <source>Move the line in large steps</source>
        <translation>Déplacer la ligne à grands pas</translation>
    </message>
    <message>
        <source>Scores of normal and defective boards</source>
        <translation>Scores des cartes normales et défectueuses</translation>
    </message>
    <message>
        <source>The hardest known defects (lowest scores first)</source>
        <translation>Les défauts connus les plus difficiles (scores les plus bas d’abord)</translation>
    </message>
    <message>
        <source>The threshold with no defect missed depends on one board, {name}: without it, it would be {value} instead of {now}.</source>
        <translation>Le seuil sans défaut manqué repose sur une seule carte, {name} : sans elle, il serait de {value} et non de {now}.</translation>
    </message>
    <message>
        <source>The threshold with no defect missed depends on the only known defect, {name}.</source>
        <translation>La ligne sans défaut manqué repose sur le seul défaut connu, {name}.</translation>
    </message>
    <message>
        <source>The threshold with no defect missed stays the same whichever single defect is left out.</source>
        <translation>La ligne sans défaut manqué ne bouge pas, quel que soit le défaut retiré.</translation>
    </message>
    <message>
        <source>These known defects would pass unseen:</source>
        <translation>Ces défauts connus passeraient inaperçus :</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>The threshold {value} is in force.</source>
        <translation>Le seuil {value} est en vigueur.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>When paging without a judgment (A and D). After a judgment the next board never opens at the old place.</source>
        <translation>En feuilletant sans jugement (A et D). Après un jugement, la carte suivante ne s’ouvre jamais à l’ancien endroit.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Why? (may stay empty)</source>
        <translation>Pourquoi ? (peut rester vide)</translation>
    </message>
    <message>
        <source>Why? This is kept for years.</source>
        <translation>Pourquoi ? Cela est gardé des années.</translation>
    </message>
    <message>
        <source>boards</source>
        <translation>cartes</translation>
    </message>
    <message>
        <source>hatched, dashed: {count:defective board|defective boards}</source>
        <translation>hachuré, tirets : {count:carte défectueuse|cartes défectueuses}</translation>
    </message>
    <message>
        <source>no known defect missed</source>
        <translation>aucun défaut connu manqué</translation>
    </message>
    <message>
        <source>plain, solid: {count:good board|good boards}</source>
        <translation>plein, continu : {count:bonne carte|bonnes cartes}</translation>
    </message>
    <message>
        <source>quadratic discriminant analysis</source>
        <translation>analyse discriminante quadratique</translation>
    </message>
    <message>
        <source>score: higher is more defective</source>
        <translation>score : plus haut, plus défectueux</translation>
    </message>
    <message>
        <source>{bundle}: {good:good board|good boards} and {bad:defective board|defective boards}, each scored while it was left out (protocol {name}).</source>
        <translation>{bundle} : {good:bonne carte|bonnes cartes} et {bad:carte défectueuse|cartes défectueuses}, chacune notée pendant qu’elle était écartée (protocole {name}).</translation>
    </message>
    <message>
        <source>{count:board|boards} with a score from {low:.3f} to {high:.3f}</source>
        <translation>{count:carte|cartes} avec un score de {low:.3f} à {high:.3f}</translation>
    </message>
    <message>
        <source>{missed:,} missed of {defects:known defect|known defects}: with 95 % confidence the true miss rate is below {bound} %.</source>
        <translation>{missed:,} {missed:|manqué|manqués} sur {defects:défaut connu|défauts connus} : avec 95 % de confiance, le vrai taux de manqués est sous {bound} %.</translation>
    </message>
    <message>
        <source>{more:more defect|more defects} without a miss would prove 1 %.</source>
        <translation>{more:défaut de plus|défauts de plus} sans manqué {more:|prouverait|prouveraient} 1 %.</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} sur {whole}</translation>
    </message>
    <message>
        <source>Accuracy, none missed</source>
        <translation>Exactitude, aucun manqué</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>Classifieurs</translation>
    </message>
    <message>
        <source>Export page</source>
        <translation>Exporter la page</translation>
    </message>
    <message>
        <source>Export page…</source>
        <translation>Exporter la page…</translation>
    </message>
    <message>
        <source>FPR, none missed</source>
        <translation>Faux positifs, aucun manqué</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>All progress of this training will be lost. Discard it?</source>
        <translation>Tout l’acquis de cet entraînement sera perdu. L’abandonner ?</translation>
    </message>
    <message>
        <source>Page written to {path}</source>
        <translation>Page écrite dans {path}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>{name} (chosen)</source>
        <translation>{name} (choisi)</translation>
    </message>
    <message>
        <source>False calls per 1 000 good boards</source>
        <translation>Faux défauts pour 1 000 bonnes</translation>
    </message>
    <message>
        <source>No defect missed</source>
        <translation>Aucun manqué</translation>
    </message>
    <message>
        <source>At a threshold of {value}, no known defect of {defects:,} is missed, and {flagged:,} of {good:good board is|good boards are} flagged for review.</source>
        <translation>Au seuil de {value}, aucun défaut connu sur {defects:,} n’est manqué, et {flagged:,} sur {good:bonne carte|bonnes cartes} {flagged:|est signalée|sont signalées} pour contrôle.</translation>
    </message>
    <message>
        <source>At its first region</source>
        <translation>Sur sa première zone</translation>
    </message>
    <message>
        <source>Review per good board</source>
        <translation>Contrôle par bonne carte</translation>
    </message>
    <message>
        <source>A board failed later</source>
        <translation>Une carte a échoué plus tard</translation>
    </message>
    <message>
        <source>A board failed later…</source>
        <translation>Une carte a échoué plus tard…</translation>
    </message>
    <message>
        <source>A threshold of {score} would have caught it; in force is {value}.</source>
        <translation>Un seuil de {score} l’aurait signalée ; en vigueur : {value}.</translation>
    </message>
    <message>
        <source>Enter the serial number of a board that failed after it was shipped.</source>
        <translation>Entrez le numéro de série d’une carte qui a échoué après son départ.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Finds its record, and the threshold that would have caught it</source>
        <translation>Trouve son enregistrement et le seuil qui l’aurait signalée</translation>
    </message>
    <message>
        <source>Recorded. Its score comes from another bundle and does not apply here.</source>
        <translation>Enregistré. Son score vient d’un autre modèle et ne dit rien ici.</translation>
    </message>
    <message>
        <source>Recorded. The threshold is drawn at {value}, where it would have caught the board.</source>
        <translation>Enregistré. Le seuil est tracé à {value}, où il aurait signalé la carte.</translation>
    </message>
    <message>
        <source>Record the defect</source>
        <translation>Enregistrer le défaut</translation>
    </message>
    <message>
        <source>The threshold in force ({value}) would have caught it.</source>
        <translation>Le seuil en vigueur ({value}) l’aurait signalée.</translation>
    </message>
    <message>
        <source>What failed, and where?</source>
        <translation>Qu’est-ce qui a échoué, et où ?</translation>
    </message>
    <message>
        <source>flagged by the machine</source>
        <translation>signalée par la machine</translation>
    </message>
    <message>
        <source>{who} judged it {kind}</source>
        <translation>jugement de {who} : {kind}</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>non jugée</translation>
    </message>
    <message>
        <source>passed by the machine</source>
        <translation>acceptée par la machine</translation>
    </message>
    <message>
        <source>{serial}: score {score}, {then} at a threshold of {value}; {person}.</source>
        <translation>{serial} : score {score}, {then} au seuil {value} ; {person}.</translation>
    </message>
    <message>
        <source>A name that is registered already gets the new role and PIN.</source>
        <translation>Un nom déjà inscrit reçoit le nouveau rôle et PIN.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Ingénieur</translation>
    </message>
    <message>
        <source>After that, everyone must log in.</source>
        <translation>Dès lors chacun s’identifie.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>S’identifier</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>Identifiez-vous d’abord.</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Permissions: {rights}</source>
        <translation>Droits : {rights}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No one is registered yet: anyone may judge under any name. The first person becomes the administrator.</source>
        <translation>Personne n’est inscrit : chacun peut juger sous un nom. La première personne est administrateur.</translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation>PIN, 4 à 12 chiffres</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personnes et rôles</translation>
    </message>
    <message>
        <source>People and roles…</source>
        <translation>Personnes et rôles…</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Inscrire</translation>
    </message>
    <message>
        <source>Who is registered, and what a role may do.</source>
        <translation>Qui est inscrit, et ce qu’un rôle permet.</translation>
    </message>
    <message>
        <source>Your name and PIN. The name is written into every judgment.</source>
        <translation>Votre nom et PIN. Le nom est écrit dans chaque jugement.</translation>
    </message>
    <message>
        <source>A miss rate of at most {rate:.0f} % cannot be promised with 95 % confidence: that takes {needed:defect|defects}.</source>
        <translation>Un taux de manqués d’au plus {rate:.0f} % ne peut être promis avec 95 % de confiance : il y faut {needed:défaut|défauts}.</translation>
    </message>
    <message>
        <source>A miss rate of at most {rate:.0f} % holds with 95 % confidence up to a threshold of {value}.</source>
        <translation>Un taux de manqués d’au plus {rate:.0f} % tient avec 95 % de confiance jusqu’à un seuil de {value}.</translation>
    </message>
    <message>
        <source>share of defects flagged</source>
        <translation>part des défauts signalés</translation>
    </message>
    <message>
        <source>share of good boards flagged</source>
        <translation>part des bonnes cartes signalées</translation>
    </message>
    <message>
        <source>{value} (doubtful up to {high})</source>
        <translation>{value} (douteux jusqu’à {high})</translation>
    </message>
    <message>
        <source>From {old} to {new}, from the next board on. Boards in the queue keep their verdict.</source>
        <translation>De {old} à {new}, à partir de la prochaine carte. Les cartes de la file gardent leur verdict.</translation>
    </message>
    <message>
        <source>Back from {old} to {new}, as of change {number}.</source>
        <translation>Retour de {old} à {new}, comme au changement {number}.</translation>
    </message>
    <message>
        <source>In force: {value}, as the bundle came</source>
        <translation>En vigueur : {value}, tel que livré avec le modèle</translation>
    </message>
    <message>
        <source>In force: {value}, set on {when} by {who}</source>
        <translation>En vigueur : {value}, fixé le {when} par {who}</translation>
    </message>
    <message>
        <source>Doubt to</source>
        <translation>Doute à</translation>
    </message>
    <message>
        <source>Doubtful up to</source>
        <translation>Douteux jusqu’à</translation>
    </message>
    <message>
        <source>Between the two lines the machine decides nothing: a person does (key B; end: Ctrl and arrows)</source>
        <translation>Entre les deux lignes, la machine ne tranche pas : une personne décide (touche B ; Ctrl et flèches déplacent la fin)</translation>
    </message>
    <message>
        <source>End of the doubtful band</source>
        <translation>Fin de la zone de doute</translation>
    </message>
    <message>
        <source>In the doubtful band</source>
        <translation>Dans la zone de doute</translation>
    </message>
    <message>
        <source>Called defective above it</source>
        <translation>Déclarées défectueuses au-dessus</translation>
    </message>
    <message>
        <source>Renamed by {who} on {when}; called {before} until then.</source>
        <translation>Renommé par {who} le {when} ; s’appelait {before} jusque-là.</translation>
    </message>
    <message>
        <source>{good} good, {bad} defective</source>
        <translation>{good} bonnes, {bad} défectueuses</translation>
    </message>
    <message>
        <source>A person decides, not the machine</source>
        <translation>Une personne décide ; la machine ne tranche pas</translation>
    </message>
    <message>
        <source>Flagged as well, with the machine's word that there is a defect</source>
        <translation>Signalées aussi : la machine affirme un défaut</translation>
    </message>
    <message>
        <source>Review per shift of {count:board|boards}</source>
        <translation>Contrôle par équipe ({count:carte|cartes})</translation>
    </message>
    <message>
        <source>Boards per shift: menu, Settings</source>
        <translation>Cartes par équipe : menu, Réglages</translation>
    </message>
    <message>
        <source>Misjudgment factor: 1 / false-positive rate</source>
        <translation>Facteur d’erreurs de jugement : 1 / taux de faux positifs</translation>
    </message>
    <message>
        <source>(per review: {time}, measured)</source>
        <translation>(par contrôle : {time}, mesuré)</translation>
    </message>
    <message>
        <source>At least {value}.</source>
        <translation>Au moins {value}.</translation>
    </message>
    <message>
        <source>At most {value}.</source>
        <translation>Au plus {value}.</translation>
    </message>
    <message>
        <source>“{text}” was not taken. {reason}</source>
        <translation>« {text} » n’a pas été pris en compte. {reason}</translation>
    </message>
    <message>
        <source>“{sign}” is not part of a number.</source>
        <translation>« {sign} » ne fait pas partie d’un nombre.</translation>
    </message>
    <message>
        <source>Only whole numbers, without a point or comma.</source>
        <translation>Nombres entiers seulement, sans point ni virgule.</translation>
    </message>
    <message>
        <source>A number has one decimal sign, a point or a comma, and no sign of thousands.</source>
        <translation>Un nombre a un seul signe décimal, point ou virgule, et aucun séparateur de milliers.</translation>
    </message>
    <message>
        <source>A number has no spaces: type 12000 for twelve thousand.</source>
        <translation>Un nombre n’a pas d’espaces : tapez 12000 pour douze mille.</translation>
    </message>
    <message>
        <source>At most {n:decimal|decimals}.</source>
        <translation>Au plus {n:décimale|décimales}.</translation>
    </message>
    <message>
        <source>Good boards that a shift makes</source>
        <translation>Bonnes cartes produites par équipe</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>en doute</translation>
    </message>
    <message>
        <source>Score {score} lies in the doubtful band from {low} to {high}: the machine leaves it to you.</source>
        <translation>Le score {score} est dans la zone de doute de {low} à {high} : la machine ne tranche pas, vous décidez.</translation>
    </message>
    <message>
        <source>outline: {count:board|boards} of this workspace, not to scale</source>
        <translation>contour : {count:carte|cartes} de cet espace, sans échelle</translation>
    </message>
    <message>
        <source>outside the limits</source>
        <translation>hors des limites</translation>
    </message>
    <message>
        <source>passes unseen</source>
        <translation>passe sans être vue</translation>
    </message>
    <message>
        <source>a person looks</source>
        <translation>une personne regarde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>A short practice comes first. To stop or to call the operator, hold Esc for three seconds.</source>
        <translation>Un court entraînement vient d’abord. Pour arrêter ou appeler l’opérateur, maintenez Échap pendant trois secondes.</translation>
    </message>
    <message>
        <source>Almost done: four questions</source>
        <translation>Presque fini : quatre questions</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue without the rest of the break (is recorded)</source>
        <translation>Continuer sans le reste de la pause (consigné)</translation>
    </message>
    <message>
        <source>Decide for each whether it is a photograph of a real board or was made by a computer:</source>
        <translation>Décidez pour chacune si c’est la photographie d’une vraie carte ou si elle a été produite par un ordinateur :</translation>
    </message>
    <message>
        <source>Did you notice anything in the images that gave them away?</source>
        <translation>Avez-vous remarqué dans les images quelque chose qui les trahissait ?</translation>
    </message>
    <message>
        <source>Each image stays for {seen}, then the screen is empty for {blank}. You may answer in both, with {first} or {second}; your last answer counts.</source>
        <translation>Chaque image reste {seen}, puis l’écran est vide pendant {blank}. Vous pouvez répondre pendant les deux, avec {first} ou {second} ; votre dernière réponse compte.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Mettre fin à la séance</translation>
    </message>
    <message>
        <source>First part.</source>
        <translation>Première partie.</translation>
    </message>
    <message>
        <source>How did you decide? What did you look at?</source>
        <translation>Comment avez-vous décidé ? Qu’avez-vous regardé ?</translation>
    </message>
    <message>
        <source>How many of 100 images do you believe were made by a computer?</source>
        <translation>Sur 100 images, combien ont selon vous été produites par un ordinateur ?</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>J’accepte</translation>
    </message>
    <message>
        <source>I have read this and take part of my own free will.</source>
        <translation>J’ai lu ce texte et je participe de mon plein gré.</translation>
    </message>
    <message>
        <source>I will not talk about the images with other participants until the study is over.</source>
        <translation>Je ne parlerai pas des images avec d’autres participants avant la fin de l’étude.</translation>
    </message>
    <message>
        <source>Operator: PIN of this session</source>
        <translation>Opérateur : code de cette séance</translation>
    </message>
    <message>
        <source>Please call the operator.</source>
        <translation>Veuillez appeler l’opérateur.</translation>
    </message>
    <message>
        <source>Please call the operator. Your answers are safe.</source>
        <translation>Veuillez appeler l’opérateur. Vos réponses sont conservées.</translation>
    </message>
    <message>
        <source>Practice: nothing counts yet.</source>
        <translation>Entraînement : rien ne compte encore.</translation>
    </message>
    <message>
        <source>Press the space bar to begin the practice.</source>
        <translation>Appuyez sur la barre d’espace pour commencer l’entraînement.</translation>
    </message>
    <message>
        <source>Press the space bar when you are ready.</source>
        <translation>Appuyez sur la barre d’espace quand vous êtes prêt.</translation>
    </message>
    <message>
        <source>Second and last part.</source>
        <translation>Deuxième et dernière partie.</translation>
    </message>
    <message>
        <source>Send and finish</source>
        <translation>Envoyer et terminer</translation>
    </message>
    <message>
        <source>Tab moves to the next field; the space bar ticks it.</source>
        <translation>Tab passe au champ suivant ; la barre d’espace le coche.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>That was all. Your answers are kept.</source>
        <translation>C’est terminé. Vos réponses sont conservées.</translation>
    </message>
    <message>
        <source>The session is not complete; it can be resumed within half an hour.</source>
        <translation>La séance n’est pas terminée ; elle peut être reprise dans la demi-heure.</translation>
    </message>
    <message>
        <source>The screen stays empty for a few seconds, then the first image appears.</source>
        <translation>L’écran reste vide quelques secondes, puis la première image apparaît.</translation>
    </message>
    <message>
        <source>The session cannot work like this: fix what is marked, then check again.</source>
        <translation>La séance ne peut pas fonctionner ainsi : corrigez ce qui est marqué, puis vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>The session has been ended</source>
        <translation>La séance a été arrêtée</translation>
    </message>
    <message>
        <source>The session is paused</source>
        <translation>La séance est suspendue</translation>
    </message>
    <message>
        <source>This could not be kept: {error} Please call the operator.</source>
        <translation>Ceci n’a pas pu être enregistré : {error} Veuillez appeler l’opérateur.</translation>
    </message>
    <message>
        <source>This is not the PIN of this session.</source>
        <translation>Ce n’est pas le code de cette séance.</translation>
    </message>
    <message>
        <source>This study asks how well experts can tell photographs of circuit boards from images that a computer made. It takes about {minutes} minutes, with a break of {rest} in the middle.</source>
        <translation>Cette étude cherche à savoir si des experts distinguent des photographies de cartes électroniques d’images produites par un ordinateur. Elle dure environ {minutes} minutes, avec une pause de {rest} au milieu.</translation>
    </message>
    <message>
        <source>Were there technical problems (flicker, delays, reflections, noise)?</source>
        <translation>Y a-t-il eu des problèmes techniques (scintillement, retards, reflets, bruit) ?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Ce qu’il faut faire</translation>
    </message>
    <message>
        <source>Why does the session end? (only for ending it)</source>
        <translation>Pourquoi la séance se termine-t-elle ? (seulement pour l’arrêter)</translation>
    </message>
    <message>
        <source>You are going to see images of circuit boards, one after the other.</source>
        <translation>Vous allez voir des images de cartes électroniques, l’une après l’autre.</translation>
    </message>
    <message>
        <source>Tick what you have verified, then run the checks. The screen turns grey for a moment.</source>
        <translation>Cochez ce que vous avez vérifié, puis lancez les contrôles. L’écran devient gris un instant.</translation>
    </message>
    <message>
        <source>You take part of your own free will. You may stop at any time without giving a reason: hold the Esc key for three seconds, or call the operator. You may have everything under your number deleted later.</source>
        <translation>Vous participez de votre plein gré. Vous pouvez arrêter à tout moment sans donner de raison : maintenez la touche Échap pendant trois secondes ou appelez l’opérateur. Vous pouvez faire effacer plus tard tout ce qui porte votre numéro.</translation>
    </message>
    <message>
        <source>Your answers, their times and the questionnaire at the end are kept under the number {participant}. Your name is not kept. Please do not write names into the questionnaire.</source>
        <translation>Vos réponses, leurs temps et le questionnaire final sont conservés sous le numéro {participant}. Votre nom n’est pas conservé. N’écrivez pas de nom dans le questionnaire.</translation>
    </message>
    <message>
        <source>Your judgment is kept: it is written as soon as you have given your name.</source>
        <translation>Votre jugement est gardé : il est enregistré dès que vous avez donné votre nom.</translation>
    </message>
    <message>
        <source>made by a computer</source>
        <translation>produite par un ordinateur</translation>
    </message>
    <message>
        <source>no idea</source>
        <translation>aucune idée</translation>
    </message>
    <message>
        <source>photograph of a real board</source>
        <translation>photographie d’une vraie carte</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} secondes</translation>
    </message>
    <message>
        <source>All {count} images read and as they were prepared ({seconds} s)</source>
        <translation>Les {count} images ont été lues, telles que préparées ({seconds} s)</translation>
    </message>
    <message>
        <source>Brightness is as in the other sessions</source>
        <translation>La luminosité est celle des autres séances</translation>
    </message>
    <message>
        <source>Images of {angle}° at {distance} cm</source>
        <translation>Images de {angle}° à {distance} cm</translation>
    </message>
    <message>
        <source>Images of {w}×{h} px at {x}, {y}, one image pixel on one screen pixel (scaling {ratio} %)</source>
        <translation>Images de {w}×{h} px en {x}, {y}, un pixel d’image sur un pixel d’écran (échelle {ratio} %)</translation>
    </message>
    <message>
        <source>Night light, True Tone and dynamic contrast are off</source>
        <translation>L’éclairage nocturne, True Tone et le contraste dynamique sont désactivés</translation>
    </message>
    <message>
        <source>No OpenGL here: moments are those of painting, and are marked so</source>
        <translation>Pas d’OpenGL ici : les instants sont ceux du dessin, et marqués ainsi</translation>
    </message>
    <message>
        <source>Not ticked: {names}</source>
        <translation>Non coché : {names}</translation>
    </message>
    <message>
        <source>Notifications are off</source>
        <translation>Les notifications sont désactivées</translation>
    </message>
    <message>
        <source>OpenGL surface ({renderer})</source>
        <translation>Surface OpenGL ({renderer})</translation>
    </message>
    <message>
        <source>Screen saver and sleep are off</source>
        <translation>L’économiseur d’écran et la veille sont désactivés</translation>
    </message>
    <message>
        <source>The folder cannot be written: {error}</source>
        <translation>Impossible d’écrire dans le dossier : {error}</translation>
    </message>
    <message>
        <source>The images are too large for the memory of a session: prepare the study at a smaller size</source>
        <translation>Les images sont trop grandes pour la mémoire d’une séance : préparez l’étude dans une taille plus petite</translation>
    </message>
    <message>
        <source>The viewing distance is missing</source>
        <translation>La distance d’observation manque</translation>
    </message>
    <message>
        <source>vsync NOT verified: {frames} frames, {median} ms each, on a {hz} Hz screen</source>
        <translation>vsync NON vérifiée : {frames} images, {median} ms chacune, sur un écran {hz} Hz</translation>
    </message>
    <message>
        <source>vsync verified: {frames} frames, {median} ms each ({hz} Hz screen)</source>
        <translation>vsync vérifiée : {frames} images, {median} ms chacune (écran {hz} Hz)</translation>
    </message>
    <message>
        <source>{free} MB free; on the disk within {slowest} ms</source>
        <translation>{free} Mo libres ; sur le disque en {slowest} ms</translation>
    </message>
    <message>
        <source>Review rules…</source>
        <translation>Règles du contrôle…</translation>
    </message>
    <message>
        <source>Second opinions, hidden probes, and whether the verdict comes first.</source>
        <translation>Seconds avis, cartes témoins cachées, et si le verdict vient d’abord.</translation>
    </message>
    <message>
        <source>to judge</source>
        <translation>à juger</translation>
    </message>
    <message>
        <source>{word} is stored. Now the machine's findings are shown: the same key continues, another changes it.</source>
        <translation>{word} est enregistré. Voici ce que la machine a trouvé : la même touche continue, une autre le change.</translation>
    </message>
    <message>
        <source>Judge first: score and regions are shown afterwards</source>
        <translation>Jugez d’abord : le score et les zones s’affichent ensuite</translation>
    </message>
    <message>
        <source>Review rules</source>
        <translation>Règles du contrôle</translation>
    </message>
    <message>
        <source>These rules apply to everyone in this workspace, from the next board on.</source>
        <translation>Ces règles valent pour tous dans cet espace de travail, dès la prochaine carte.</translation>
    </message>
    <message>
        <source>Verdict first: score, regions and difference appear after the judgment</source>
        <translation>Verdict d’abord : score, zones et différence n’apparaissent qu’après le jugement</translation>
    </message>
    <message>
        <source>Boards that a second person judges</source>
        <translation>Cartes jugées par une seconde personne</translation>
    </message>
    <message>
        <source>Drawn by a hash of the board. The second person does not see the first judgment.</source>
        <translation>Tirées au sort par l’empreinte de la carte. La seconde personne ne voit pas le premier jugement.</translation>
    </message>
    <message>
        <source>Hidden probes</source>
        <translation>Cartes témoins cachées</translation>
    </message>
    <message>
        <source>Boards confirmed by two people or by quality return in the queue without a sign. The answers are records of their own and never change a board.</source>
        <translation>Des cartes confirmées par deux personnes ou par la qualité reviennent dans la file sans aucun signe. Les réponses sont des enregistrements à part et ne changent jamais une carte.</translation>
    </message>
    <message>
        <source>Set by {who}, {when}.</source>
        <translation>Fixées par {who}, {when}.</translation>
    </message>
    <message>
        <source>Region {n}, earlier judgments here: false calls {calls}, defects {defects}, other {others}</source>
        <translation>Zone {n}, jugements précédents ici : faux défauts {calls}, défauts {defects}, autres {others}</translation>
    </message>
    <message>
        <source>Region {n}: nothing judged here before</source>
        <translation>Zone {n} : rien n’a encore été jugé ici</translation>
    </message>
    <message>
        <source>The disk is slow: the judgment is still being written.</source>
        <translation>Le disque est lent : le jugement est encore en cours d’écriture.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Indiquer…</translation>
    </message>
    <message>
        <source>{name}: being inspected …</source>
        <translation>{name} : le moteur l’examine …</translation>
    </message>
    <message>
        <source>{name}: scored {score} while it was left out. Click to enlarge.</source>
        <translation>{name} : score {score} lorsqu’elle était laissée de côté. Un clic l’agrandit.</translation>
    </message>
    <message>
        <source>Folder of the labelled boards</source>
        <translation>Dossier des cartes étiquetées</translation>
    </message>
    <message>
        <source>Back to the scores (Esc)</source>
        <translation>Retour aux scores (Échap)</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Emplacements</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>Écrit dans {path}</translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>Enregistrer les graphiques</translation>
    </message>
    <message>
        <source>Save figures…</source>
        <translation>Enregistrer les graphiques…</translation>
    </message>
    <message>
        <source>Confirmed defects by code</source>
        <translation>Défauts confirmés par code</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>sans code</translation>
    </message>
    <message>
        <source>defects</source>
        <translation>défauts</translation>
    </message>
    <message>
        <source>false calls</source>
        <translation>faux défauts</translation>
    </message>
    <message>
        <source>other</source>
        <translation>autres</translation>
    </message>
    <message>
        <source>boards (of {n} NG)</source>
        <translation>cartes (sur {n} NG)</translation>
    </message>
    <message>
        <source>By place on the board</source>
        <translation>Par endroit de la carte</translation>
    </message>
    <message>
        <source>boards; columns A–L from the left, rows from the top</source>
        <translation>cartes ; colonnes A–L depuis la gauche, lignes depuis le haut</translation>
    </message>
    <message>
        <source>Boards judged by the hour</source>
        <translation>Cartes jugées par heure</translation>
    </message>
    <message>
        <source>hour (local time)</source>
        <translation>heure (locale)</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien pour l’instant</translation>
    </message>
    <message>
        <source>Time a board</source>
        <translation>Temps par carte</translation>
    </message>
    <message>
        <source>Second opinions that agree</source>
        <translation>Seconds avis concordants</translation>
    </message>
    <message>
        <source>Defective probes missed</source>
        <translation>Témoins défectueux manqués</translation>
    </message>
    <message>
        <source>Good probes called NG</source>
        <translation>Bons témoins jugés NG</translation>
    </message>
    <message>
        <source>Minds changed after the reveal</source>
        <translation>Avis changés après affichage</translation>
    </message>
    <message>
        <source>Probes are boards that two people or quality have confirmed. In brackets the exact 95 % interval.</source>
        <translation>Les témoins sont des cartes confirmées par deux personnes ou par la qualité. Entre parenthèses, l’intervalle exact à 95 %.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>{count:,} of {of:,} ({low:.1f}–{high:.1f} %)</source>
        <translation>{count:,} sur {of:,} ({low:.1f}–{high:.1f} %)</translation>
    </message>
    <message>
        <source>False calls by place</source>
        <translation>Faux défauts par endroit</translation>
    </message>
    <message>
        <source>{n:board|boards} with a false call here</source>
        <translation>{n:carte|cartes} avec un faux défaut ici</translation>
    </message>
    <message>
        <source>boards with a false call</source>
        <translation>cartes avec un faux défaut</translation>
    </message>
    <message>
        <source>No false calls to show: judge boards that lie registered on their reference board.</source>
        <translation>Aucun faux défaut à montrer : jugez des cartes recalées sur leur carte de référence.</translation>
    </message>
    <message>
        <source>Newest 20 000 records, over {serial}; all boards lie on the reference board</source>
        <translation>20 000 derniers enregistrements, sur {serial} ; toutes les cartes sont recalées sur la référence</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissée de côté</translation>
    </message>
    <message>
        <source>Score of the board</source>
        <translation>Son score</translation>
    </message>
    <message>
        <source>Threshold without it</source>
        <translation>Seuil sans elle</translation>
    </message>
    <message>
        <source>Moves by</source>
        <translation>Se déplace de</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilité</translation>
    </message>
    <message>
        <source>Standard deviation of the observers’ true rates, without chance; 14.7 points for the paper’s five</source>
        <translation>Écart type des vrais taux des observateurs, sans le hasard ; 14,7 points pour les cinq de l’article</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>pas du tout</translation>
    </message>
    <message>
        <source>The threshold with no defect missed is the lowest score of a known defect, so a single board can determine it.</source>
        <translation>La ligne sans manqué est le score le plus bas de tous les défauts connus : une seule carte peut donc la fixer.</translation>
    </message>
    <message>
        <source>Here two boards share that score: leaving out one of them moves nothing.</source>
        <translation>Ici deux cartes ont ce même score : en écarter une ne change rien.</translation>
    </message>
    <message>
        <source>Here only one defect is known: without it there is no threshold.</source>
        <translation>Ici un seul défaut est connu : sans lui, pas de ligne.</translation>
    </message>
    <message>
        <source>Here it is {name}. Without it, the threshold would be {by:.4f} higher, {fewer:good board|good boards} fewer would be flagged, and a defect like it would pass unseen. Leaving out any other single defect changes nothing.</source>
        <translation>Ici c’est {name}. Sans elle, le seuil serait plus haut de {by:.4f}, {fewer:bonne carte|bonnes cartes} de moins {fewer:|serait signalée|seraient signalées}, et un défaut semblable passerait sans être vu. Écarter tout autre défaut seul ne change rien.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Classifieur</translation>
    </message>
    <message>
        <source>You only look at {name}: the bundle scores with {own}. To change that, run vqganodip fit DATASET --bundle {place} --classifiers {name}; it sets a threshold of its own.</source>
        <translation>Vous ne faites que regarder {name} : le modèle note avec {own}. Pour le changer, lancez vqganodip fit DATASET --bundle {place} --classifiers {name} ; cela fixe un seuil propre.</translation>
    </message>
    <message>
        <source>This bundle kept the scores of its own classifier alone; fit it again to compare.</source>
        <translation>Ce modèle n’a gardé que les scores de son propre classifieur ; ajustez-le à nouveau pour comparer.</translation>
    </message>
    <message>
        <source>Whose scores are shown</source>
        <translation>Classifieur dont les scores sont affichés</translation>
    </message>
    <message>
        <source>Open {count:,} of this workspace in the review</source>
        <translation>Ouvrir {count:,} de cet espace dans le contrôle</translation>
    </message>
    <message>
        <source>A barcode scanner types at this station</source>
        <translation>Un lecteur de codes-barres est utilisé à ce poste</translation>
    </message>
    <message>
        <source>Keys are held back for 35 ms, so that a scan never judges a board: it opens the board of its serial number.</source>
        <translation>Les touches sont retenues 35 ms, afin qu’un code lu ne juge jamais une carte : il ouvre la carte de ce numéro de série.</translation>
    </message>
    <message>
        <source>Lot, work order, side…</source>
        <translation>Lot, ordre de fabrication, face…</translation>
    </message>
    <message>
        <source>Also how image file names are read.</source>
        <translation>Et la lecture des noms de fichiers image.</translation>
    </message>
    <message>
        <source>No board with the serial number {serial} is in this workspace.</source>
        <translation>Aucune carte portant le numéro de série {serial} dans cet espace de travail.</translation>
    </message>
    <message>
        <source>{n} boards bear the serial number {serial}; this is the first that waits, or the first.</source>
        <translation>{n} cartes portent le numéro de série {serial} ; voici la première en attente, ou la première.</translation>
    </message>
    <message>
        <source>That was typed as fast as a barcode scanner types ({text}). Switch on in the settings that a scanner types at this station.</source>
        <translation>Cette saisie est aussi rapide que celle d’un lecteur de codes-barres ({text}). Activez dans les réglages qu’un lecteur est utilisé à ce poste.</translation>
    </message>
    <message>
        <source>Lot, work order, side</source>
        <translation>Lot, ordre de fabrication, face</translation>
    </message>
    <message>
        <source>The whole name is the serial number</source>
        <translation>Le nom entier est le numéro de série</translation>
    </message>
    <message>
        <source>Written into every judgment from now on. If the image file name contains other values, those are used.</source>
        <translation>Inscrit dès maintenant dans chaque jugement. Si le nom du fichier image contient d’autres valeurs, ce sont elles qui comptent.</translation>
    </message>
    <message>
        <source>{serial}, {lot}, {work_order} and {side} are placeholders; * matches anything.</source>
        <translation>{serial}, {lot}, {work_order} et {side} sont des variables ; * remplace n’importe quoi.</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Ordre de fabrication</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>Taille des images</translation>
    </message>
    <message>
        <source>Names of image files</source>
        <translation>Noms des fichiers image</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>Non indiquée</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Dessus</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Dessous</translation>
    </message>
    <message>
        <source>{name} does not match: its whole name is the serial number.</source>
        <translation>{name} ne le suit pas : son nom entier est le numéro de série.</translation>
    </message>
    <message>
        <source>A board with an incomplete or blurred picture is flagged with any score. The limits are measured by a calibration; models calibrated by an earlier version have fixed ones, which miss slight blur.</source>
        <translation>Une carte dont l’image est incomplète ou floue est signalée quel que soit le score. Un étalonnage mesure les limites ; les modèles étalonnés par une version antérieure en ont de fixes, auxquelles un flou léger échappe.</translation>
    </message>
    <message>
        <source>Written into the judgment: from the name of the file, or as entered with Ctrl+J</source>
        <translation>Inscrit dans le jugement : d’après le nom du fichier, ou saisi avec Ctrl+J</translation>
    </message>
    <message>
        <source> points around 50 %</source>
        <translation> points autour de 50 %</translation>
    </message>
    <message>
        <source>4 characters or more; kept nowhere</source>
        <translation>4 caractères ou plus ; conservé nulle part</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>A study shows original and reconstructed boards one at a time, as the paper did: 16 seconds each, 50 and 50, with a break. It needs a model bundle and about a hundred normal boards that it never saw.</source>
        <translation>Une étude montre des cartes originales et reconstruites une par une, comme dans l’article : 16 secondes chacune, 50 et 50, avec une pause. Il faut un modèle et une centaine de cartes normales qu’il n’a jamais vues.</translation>
    </message>
    <message>
        <source>BIDS…</source>
        <translation>BIDS…</translation>
    </message>
    <message>
        <source>Before the session of {participant}</source>
        <translation>Avant la séance de {participant}</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>Commencer la séance</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Built or trained the model</source>
        <translation>A construit ou entraîné le modèle</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Can experts tell real boards from reconstructed ones?</source>
        <translation>Les experts distinguent-ils les vraies cartes des cartes reconstruites ?</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier encore</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Choose the folder of a study</source>
        <translation>Choisir le dossier d’une étude</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Classification rates: {rates}</source>
        <translation>Taux de classement : {rates}</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Arrêtée avant la fin</translation>
    </message>
    <message>
        <source>Every file of this participant is deleted for good; the number is never given again.</source>
        <translation>Tous les fichiers de ce participant sont supprimés définitivement ; le numéro n’est plus jamais attribué.</translation>
    </message>
    <message>
        <source>Expected spread</source>
        <translation>Dispersion attendue</translation>
    </message>
    <message>
        <source>Eyesight</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Files differ: {rows}. Prepare the study again.</source>
        <translation>Les fichiers diffèrent : {rows}. Préparez l’étude à nouveau.</translation>
    </message>
    <message>
        <source>First part</source>
        <translation>Première partie</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>Images d’écran perdues</translation>
    </message>
    <message>
        <source>Resume the unfinished session…</source>
        <translation>Reprendre la séance inachevée…</translation>
    </message>
    <message>
        <source>Fix the checks that did not pass, or give a reason, which is recorded.</source>
        <translation>Corrigez les contrôles non réussis ou donnez une raison, qui sera consignée.</translation>
    </message>
    <message>
        <source>Images by realism</source>
        <translation>Images par réalisme</translation>
    </message>
    <message>
        <source>Images shown</source>
        <translation>Images montrées</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Interrompre</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Interruptions</translation>
    </message>
    <message>
        <source>Keep with this reason</source>
        <translation>Conserver avec cette raison</translation>
    </message>
    <message>
        <source>Keep zoom and position when paging</source>
        <translation>Garder le zoom et la position en feuilletant</translation>
    </message>
    <message>
        <source>Leak audit</source>
        <translation>Contrôle des fuites d’information</translation>
    </message>
    <message>
        <source>Leak audit kept with the study</source>
        <translation>Contrôle des fuites d’information conservé avec l’étude</translation>
    </message>
    <message>
        <source>Leak audit: every feature within its limits</source>
        <translation>Contrôle des fuites d’information : tout est dans les limites</translation>
    </message>
    <message>
        <source>Leak audit: image {done} of {total}</source>
        <translation>Contrôle des fuites d’information : image {done} sur {total}</translation>
    </message>
    <message>
        <source>Leak audit: {count:feature|features} outside the limits, kept with a reason</source>
        <translation>Contrôle des fuites d’information : {count:caractéristique|caractéristiques} hors des limites, conservé avec une raison</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Margin that still counts as guessing</source>
        <translation>Marge encore considérée comme du hasard</translation>
    </message>
    <message>
        <source>Margin ±{margin} points, registered. {missing} of {trials} answers missing.</source>
        <translation>Marge ±{margin} points, enregistrée. {missing} réponses manquantes sur {trials}.</translation>
    </message>
    <message>
        <source>Margin, protocol and number of participants are registered now and cannot be changed afterwards.</source>
        <translation>La marge, le protocole et le nombre de participants sont enregistrés maintenant et ne peuvent plus être modifiés.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquantes</translation>
    </message>
    <message>
        <source>Model bundle</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Moments measured by</source>
        <translation>Instants mesurés par</translation>
    </message>
    <message>
        <source>Normal boards that the bundle never saw</source>
        <translation>Cartes normales que le modèle n’a jamais vues</translation>
    </message>
    <message>
        <source>Observers</source>
        <translation>Observateurs</translation>
    </message>
    <message>
        <source>One participant gives no interval: a panel needs two or more.</source>
        <translation>Un seul participant ne donne pas d’intervalle : il en faut deux ou plus.</translation>
    </message>
    <message>
        <source>Open a study…</source>
        <translation>Ouvrir une étude…</translation>
    </message>
    <message>
        <source>Unblind</source>
        <translation>Lever l’aveugle</translation>
    </message>
    <message>
        <source>Unblind…</source>
        <translation>Lever l’aveugle…</translation>
    </message>
    <message>
        <source>Operator’s PIN for this session</source>
        <translation>Code de l’opérateur pour cette séance</translation>
    </message>
    <message>
        <source>Other than 100 it is no longer the protocol of the paper, and gets another name</source>
        <translation>Autre que 100, ce n’est plus le protocole de l’article ; il reçoit un autre nom</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Prepare a study</source>
        <translation>Préparer une étude</translation>
    </message>
    <message>
        <source>Prepare a study…</source>
        <translation>Préparer une étude…</translation>
    </message>
    <message>
        <source>Preparing the study</source>
        <translation>Préparation de l’étude</translation>
    </message>
    <message>
        <source>Preparing the study: board {done} of {total}</source>
        <translation>Préparation de l’étude : carte {done} sur {total}</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Reading image {done} of {total}</source>
        <translation>Lecture de l’image {done} sur {total}</translation>
    </message>
    <message>
        <source>Reads what to do</source>
        <translation>Lit les consignes</translation>
    </message>
    <message>
        <source>Reason to continue</source>
        <translation>Raison de continuer</translation>
    </message>
    <message>
        <source>Reason to continue: {reason}</source>
        <translation>Raison de continuer : {reason}</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename the product</source>
        <translation>Renommer le produit</translation>
    </message>
    <message>
        <source>Rename the product…</source>
        <translation>Renommer le produit…</translation>
    </message>
    <message>
        <source>Renamed by</source>
        <translation>Renommé par</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reprises</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Justes</translation>
    </message>
    <message>
        <source>Run a session…</source>
        <translation>Lancer une séance…</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULÉE</translation>
    </message>
    <message>
        <source>SIMULATED: no person took part in this study.</source>
        <translation>SIMULÉE : personne n’a participé à cette étude.</translation>
    </message>
    <message>
        <source>Saw its reconstructions before</source>
        <translation>A déjà vu ses reconstructions</translation>
    </message>
    <message>
        <source>Screen of the participant</source>
        <translation>Écran du participant</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Scellée</translation>
    </message>
    <message>
        <source>Second part</source>
        <translation>Deuxième partie</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Séance</translation>
    </message>
    <message>
        <source>Session of {participant}</source>
        <translation>Séance de {participant}</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Séances</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Montrées</translation>
    </message>
    <message>
        <source>Slowest change of the screen</source>
        <translation>Changement d’écran le plus lent</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Études</translation>
    </message>
    <message>
        <source>The boards are reconstructed one by one; about a second each.</source>
        <translation>Les cartes sont reconstruites une par une ; environ une seconde chacune.</translation>
    </message>
    <message>
        <source>The inspection is paused</source>
        <translation>L’inspection est à l’arrêt</translation>
    </message>
    <message>
        <source>The inspection is finishing a board</source>
        <translation>L’inspection traite encore une carte</translation>
    </message>
    <message>
        <source>The leak audit has not been made</source>
        <translation>Le contrôle des fuites d’information n’a pas été fait</translation>
    </message>
    <message>
        <source>The leak audit is kept.</source>
        <translation>Le contrôle des fuites d’information est enregistré.</translation>
    </message>
    <message>
        <source>The session is written.</source>
        <translation>La séance est enregistrée.</translation>
    </message>
    <message>
        <source>The study is prepared. Next: the leak audit.</source>
        <translation>L’étude est prête. Ensuite : le contrôle des fuites d’information.</translation>
    </message>
    <message>
        <source>The study is unblinded.</source>
        <translation>L’aveugle est levé.</translation>
    </message>
    <message>
        <source>The study is unblinded; no further session can be run</source>
        <translation>L’aveugle est levé ; aucune autre séance n’est possible</translation>
    </message>
    <message>
        <source>Unblinding cannot be undone and is recorded with your name. No further session can be run.</source>
        <translation>La vérité est révélée définitivement et consignée avec votre nom. Aucune autre séance ne sera possible.</translation>
    </message>
    <message>
        <source>The break is over.

Press the space bar to continue.</source>
        <translation>La pause est terminée.

Appuyez sur la barre d’espace pour continuer.</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Board only</source>
        <translation>Carte seule</translation>
    </message>
    <message>
        <source>Using the mouse or keyboard here takes the keyboard from the participant and interrupts the session.</source>
        <translation>Utiliser ici la souris ou le clavier retire le clavier au participant et interrompt la séance.</translation>
    </message>
    <message>
        <source>Value (95 % interval) and limits</source>
        <translation>Valeur (intervalle à 95 %) et limites</translation>
    </message>
    <message>
        <source>Viewing distance</source>
        <translation>Distance d’observation</translation>
    </message>
    <message>
        <source>You will not learn whether an answer was correct or how many images are of each kind. There is a break of {rest} in the middle, which cannot be shortened.</source>
        <translation>Vous ne saurez pas si une réponse était juste, ni combien il y a d’images de chaque sorte. Une pause de {rest} est prévue au milieu ; elle ne peut pas être abrégée.</translation>
    </message>
    <message>
        <source>Whiskers: exact 95 % intervals; the mean with its t interval. Dashed: 50 %. Band: registered margin.</source>
        <translation>Barres d’erreur : intervalles exacts à 95 % ; moyenne avec son intervalle t. Tirets : 50 %. Bande : marge enregistrée.</translation>
    </message>
    <message>
        <source>Withdraw a participant</source>
        <translation>Retirer un participant</translation>
    </message>
    <message>
        <source>Withdraw a participant…</source>
        <translation>Retirer un participant…</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Métier</translation>
    </message>
    <message>
        <source>Years of inspecting</source>
        <translation>Années d’inspection</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>ordinateur</translation>
    </message>
    <message>
        <source>corrected (glasses, lenses)</source>
        <translation>corrigée (lunettes, lentilles)</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>ended at the operator’s screen</source>
        <translation>arrêtée à l’écran de l’opérateur</translation>
    </message>
    <message>
        <source>ended before the first image</source>
        <translation>arrêtée avant la première image</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>arrêtée avant la fin</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>ingénieur</translation>
    </message>
    <message>
        <source>impaired, not corrected</source>
        <translation>altérée, non corrigée</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>contrôleur</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normale</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>inachevée</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>non réussi</translation>
    </message>
    <message>
        <source>photograph</source>
        <translation>photographie</translation>
    </message>
    <message>
        <source>researcher</source>
        <translation>chercheur</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{count:file|files} deleted.</source>
        <translation>{count:fichier supprimé|fichiers supprimés}.</translation>
    </message>
    <message>
        <source>{count} withdrew</source>
        <translation>{count} se sont retirés</translation>
    </message>
    <message>
        <source>{done} of {planned:planned session is|planned sessions are} done: say why the study stops here.</source>
        <translation>{done} sur {planned:séance prévue est faite|séances prévues sont faites} : dites pourquoi l’étude s’arrête ici.</translation>
    </message>
    <message>
        <source>{done} of {planned:session|sessions} done</source>
        <translation>{done} sur {planned:séance faite|séances faites}</translation>
    </message>
    <message>
        <source>{kind}: taken for real by {real} of {all}</source>
        <translation>{kind} : prise pour vraie par {real} sur {all}</translation>
    </message>
    <message>
        <source>{observers} observers, mean {mean}, SD {sample} points (ddof 1), {population} (ddof 0)</source>
        <translation>{observers} observateurs, moyenne {mean}, écart type {sample} points (ddof 1), {population} (ddof 0)</translation>
    </message>
    <message>
        <source>{part}: waits for the participant</source>
        <translation>{part} : attend le participant</translation>
    </message>
    <message>
        <source> points between observers</source>
        <translation> points entre observateurs</translation>
    </message>
    <message>
        <source>Confirmed boards…</source>
        <translation>Cartes confirmées…</translation>
    </message>
    <message>
        <source>Calibrates with boards that two people or quality have confirmed, on purpose</source>
        <translation>Étalonne avec des cartes confirmées par deux personnes ou par la qualité, de façon délibérée</translation>
    </message>
    <message>
        <source>Calibrate with confirmed boards</source>
        <translation>Étalonner avec des cartes confirmées</translation>
    </message>
    <message>
        <source>The judgments are read …</source>
        <translation>Lecture des jugements …</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Confirmée par</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>Étalonner à nouveau</translation>
    </message>
    <message>
        <source>Put the new bundle into use</source>
        <translation>Mettre le nouveau modèle en service</translation>
    </message>
    <message>
        <source>{good:good board|good boards} and {bad:defective board|defective boards} would enter: confirmed by two people or by quality. Not offered: {known:,} known already, {gone:,} without their image, {waiting:,} that one person judged or that people see differently, {doubtful:,} doubtful.</source>
        <translation>{good:bonne carte|bonnes cartes} et {bad:carte défectueuse|cartes défectueuses} entreraient : confirmées par deux personnes ou par la qualité. Non proposées : {known:,} déjà {known:|connue|connues}, {gone:,} sans leur image, {waiting:,} jugées par une seule personne ou vues différemment, {doubtful:,} {doubtful:|douteuse|douteuses}.</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>qualité</translation>
    </message>
    <message>
        <source>random forest</source>
        <translation>forêt aléatoire</translation>
    </message>
    <message>
        <source>The folder of the labelled boards of this bundle is unknown; it is needed as well.</source>
        <translation>Le dossier des cartes étiquetées de ce modèle est inconnu ; il est également nécessaire.</translation>
    </message>
    <message>
        <source>In addition to the labelled boards in {folder}</source>
        <translation>En plus des cartes étiquetées dans {folder}</translation>
    </message>
    <message>
        <source>The demo line keeps the bundle that ships with it: open a workspace of your own to use a new one.</source>
        <translation>La ligne de démonstration garde le modèle livré : ouvrez votre propre espace pour en utiliser un nouveau.</translation>
    </message>
    <message>
        <source>Boards in the queue keep their verdict; the next ones are scored by the new bundle.</source>
        <translation>Les cartes de la file gardent leur verdict ; les suivantes seront notées par le nouveau modèle.</translation>
    </message>
    <message>
        <source>Good boards</source>
        <translation>Bonnes cartes</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Défauts connus</translation>
    </message>
    <message>
        <source>Threshold with no defect missed</source>
        <translation>Seuil sans défaut manqué</translation>
    </message>
    <message>
        <source>True miss rate below (95 %)</source>
        <translation>Vrai taux de manqués sous (95 %)</translation>
    </message>
    <message>
        <source>The bundle {name} is in use, with a threshold of its own.</source>
        <translation>Le modèle {name} est en service, avec son propre seuil.</translation>
    </message>
    <message>
        <source>How far the pixels of the reconstruction are from those of the board, on average.</source>
        <translation>Écart moyen entre les pixels de la reconstruction et ceux de la carte.</translation>
    </message>
    <message>
        <source>How different board and reconstruction look to a network that knows textures and shapes.</source>
        <translation>Différence entre la carte et sa reconstruction, vue par un réseau qui connaît textures et formes.</translation>
    </message>
    <message>
        <source>How badly the board fits the patterns that the network learned from good boards.</source>
        <translation>À quel point la carte s’écarte des motifs appris sur de bonnes cartes.</translation>
    </message>
    <message>
        <source>How unusual the board itself looks to the network's own critic.</source>
        <translation>À quel point la carte elle-même paraît inhabituelle au critique du réseau.</translation>
    </message>
    <message>
        <source>How unusual the reconstruction looks to the network's own critic.</source>
        <translation>À quel point la reconstruction paraît inhabituelle au critique du réseau.</translation>
    </message>
    <message>
        <source>How well this alone tells reconstructions from originals: 0.5 not at all, 0 or 1 perfectly</source>
        <translation>À quel point ceci seul distingue les reconstructions des originaux : 0.5 pas du tout, 0 ou 1 parfaitement</translation>
    </message>
    <message>
        <source>How many corners and marks of the board are missing in its reconstruction.</source>
        <translation>Part des coins et repères de la carte absents de sa reconstruction.</translation>
    </message>
    <message>
        <source>The difference between board and reconstruction, over all pixels.</source>
        <translation>Différence entre la carte et sa reconstruction, sur tous les pixels.</translation>
    </message>
    <message>
        <source>The pixels that differ most.</source>
        <translation>Les pixels qui diffèrent le plus.</translation>
    </message>
    <message>
        <source>The ten pixels that differ most; catches very small defects.</source>
        <translation>Les dix pixels qui diffèrent le plus ; repère les très petits défauts.</translation>
    </message>
    <message>
        <source>The places that differ most after a blur, so that single pixels do not count.</source>
        <translation>Les endroits qui diffèrent le plus après un flou, pour que des pixels isolés ne comptent pas.</translation>
    </message>
    <message>
        <source>The ten places that differ most after a blur.</source>
        <translation>Les dix endroits qui diffèrent le plus après un flou.</translation>
    </message>
    <message>
        <source>How far the network's inner picture of the board is from that of good boards.</source>
        <translation>Écart entre l’image interne que le réseau se fait de la carte et celle des bonnes cartes.</translation>
    </message>
    <message>
        <source>How sure the segmentation network is that there is an anomaly.</source>
        <translation>À quel point le réseau de segmentation est sûr d’une anomalie.</translation>
    </message>
    <message>
        <source>How different the suspicious patches look to a network, compared with their reconstruction.</source>
        <translation>Différence, vue par un réseau, entre les zones suspectes et leur reconstruction.</translation>
    </message>
    <message>
        <source>The same, where normal variation inside the patch counts less.</source>
        <translation>De même, la variation normale dans la zone comptant moins.</translation>
    </message>
    <message>
        <source>How far the outline of brightness in a patch is from that of its reconstruction.</source>
        <translation>Écart entre le profil de luminosité d’une zone et celui de sa reconstruction.</translation>
    </message>
    <message>
        <source>How alike the suspicious patches and their reconstruction are in structure; low is suspicious.</source>
        <translation>Ressemblance de structure entre les zones suspectes et leur reconstruction ; faible est suspect.</translation>
    </message>
    <message>
        <source>How far the pixels of the suspicious patches are from their reconstruction, on average.</source>
        <translation>Écart moyen entre les pixels des zones suspectes et ceux de leur reconstruction.</translation>
    </message>
    <message>
        <source>How much light differs in the suspicious patches, as a share of all light there.</source>
        <translation>Part de la lumière qui diffère dans les zones suspectes.</translation>
    </message>
    <message>
        <source>How much each pixel differs in the suspicious patches, as a share of its own light.</source>
        <translation>Différence de chaque pixel des zones suspectes, rapportée à sa propre lumière.</translation>
    </message>
    <message>
        <source>The largest difference of any pixel in the suspicious patches.</source>
        <translation>La plus grande différence d’un pixel dans les zones suspectes.</translation>
    </message>
    <message>
        <source>All differences in the suspicious patches added up.</source>
        <translation>Toutes les différences des zones suspectes additionnées.</translation>
    </message>
    <message>
        <source>How little the pattern of a suspicious patch follows that of its reconstruction.</source>
        <translation>À quel point le motif d’une zone suspecte s’écarte de celui de sa reconstruction.</translation>
    </message>
    <message>
        <source>How much the colours of a suspicious patch point another way than its reconstruction.</source>
        <translation>À quel point les couleurs d’une zone suspecte diffèrent de sa reconstruction en proportion.</translation>
    </message>
    <message>
        <source>The differences in the suspicious patches; large ones count more.</source>
        <translation>Les différences dans les zones suspectes ; les grandes comptent plus.</translation>
    </message>
    <message>
        <source>How many pixels of the suspicious patches differ at all.</source>
        <translation>Part des pixels des zones suspectes qui diffèrent.</translation>
    </message>
    <message>
        <source>How differently light is spread over a suspicious patch and its reconstruction.</source>
        <translation>Différence de répartition de la lumière entre une zone suspecte et sa reconstruction.</translation>
    </message>
    <message>
        <source>The differences in the suspicious patches; the largest count most.</source>
        <translation>Les différences dans les zones suspectes ; les plus grandes comptent le plus.</translation>
    </message>
    <message>
        <source>How much light would have to be moved to make a patch like its reconstruction.</source>
        <translation>Lumière à déplacer pour rendre une zone semblable à sa reconstruction.</translation>
    </message>
    <message>
        <source>On the plain difference.</source>
        <translation>Sur la différence brute.</translation>
    </message>
    <message>
        <source>On the difference where the board does not vary by nature.</source>
        <translation>Sur la différence là où la carte ne varie pas par nature.</translation>
    </message>
    <message>
        <source>In units of the normal variation of the place.</source>
        <translation>En unités de la variation normale de l’endroit.</translation>
    </message>
    <message>
        <source>Above what good boards usually show there.</source>
        <translation>Au-delà de ce que les bonnes cartes y montrent d’habitude.</translation>
    </message>
    <message>
        <source>Compared with the surroundings.</source>
        <translation>Comparé aux alentours.</translation>
    </message>
    <message>
        <source>Compared with the average of good boards.</source>
        <translation>Comparé à la moyenne des bonnes cartes.</translation>
    </message>
    <message>
        <source>Compared with the features of good boards.</source>
        <translation>Par comparaison avec les caractéristiques des bonnes cartes.</translation>
    </message>
    <message>
        <source>How unlike all good boards small parts of the board are at their own place.</source>
        <translation>À quel point de petites parties de la carte diffèrent, à leur place, de toutes les bonnes cartes.</translation>
    </message>
    <message>
        <source>How unlike all good boards larger parts of the board are at their own place.</source>
        <translation>À quel point des parties plus grandes de la carte diffèrent, à leur place, de toutes les bonnes cartes.</translation>
    </message>
    <message>
        <source>How unlike anything on good boards small parts of the board are.</source>
        <translation>À quel point de petites parties de la carte diffèrent de tout ce que montrent les bonnes cartes.</translation>
    </message>
    <message>
        <source>How unlike anything on good boards larger parts of the board are.</source>
        <translation>À quel point des parties plus grandes de la carte diffèrent de tout ce que montrent les bonnes cartes.</translation>
    </message>
    <message>
        <source>Inside the network.</source>
        <translation>À l’intérieur du réseau.</translation>
    </message>
    <message>
        <source>By the segmentation network.</source>
        <translation>Par le réseau de segmentation.</translation>
    </message>
    <message>
        <source>All of them together.</source>
        <translation>Toutes ensemble.</translation>
    </message>
    <message>
        <source>The highest value alone.</source>
        <translation>La valeur la plus haute seule.</translation>
    </message>
    <message>
        <source>The lowest value alone.</source>
        <translation>La valeur la plus basse seule.</translation>
    </message>
    <message>
        <source>On average.</source>
        <translation>En moyenne.</translation>
    </message>
    <message>
        <source>The value that a quarter stays below.</source>
        <translation>La valeur sous laquelle reste un quart.</translation>
    </message>
    <message>
        <source>The middle value.</source>
        <translation>La valeur du milieu.</translation>
    </message>
    <message>
        <source>The value that a quarter goes beyond.</source>
        <translation>La valeur que dépasse un quart.</translation>
    </message>
    <message>
        <source>The five highest places.</source>
        <translation>Les cinq endroits les plus hauts.</translation>
    </message>
    <message>
        <source>The twenty highest places.</source>
        <translation>Les vingt endroits les plus hauts.</translation>
    </message>
    <message>
        <source>The highest place, with its neighbours.</source>
        <translation>L’endroit le plus haut, avec ses voisins.</translation>
    </message>
    <message>
        <source>The five highest places, with their neighbours.</source>
        <translation>Les cinq endroits les plus hauts, avec leurs voisins.</translation>
    </message>
    <message>
        <source>The hundred highest places.</source>
        <translation>Les cent endroits les plus hauts.</translation>
    </message>
    <message>
        <source>How many such places there are.</source>
        <translation>Combien d’endroits de ce genre il y a.</translation>
    </message>
    <message>
        <source>The metrics that {name} rests on most: by how much its error grows when a metric is shuffled among boards that it has not seen (protocol {protocol}).</source>
        <translation>Les mesures sur lesquelles {name} s’appuie le plus : de combien son erreur augmente quand une mesure est mélangée entre des cartes qu’il n’a pas vues (protocole {protocol}).</translation>
    </message>
    <message>
        <source>Select a region first: press N or P, or click the list.</source>
        <translation>Choisissez d’abord une zone : N, P, ou un clic dans la liste.</translation>
    </message>
    <message>
        <source>Alt and a judgment key judge this region alone</source>
        <translation>Alt et une touche de jugement jugent cette zone seule</translation>
    </message>
    <message>
        <source>Region: OK</source>
        <translation>Zone : OK</translation>
    </message>
    <message>
        <source>Region: NG</source>
        <translation>Zone : NG</translation>
    </message>
    <message>
        <source>Region: NG with a defect code…</source>
        <translation>Zone : NG avec un code défaut…</translation>
    </message>
    <message>
        <source>Region: doubtful</source>
        <translation>Zone : douteuse</translation>
    </message>
    <message>
        <source>Region: false call</source>
        <translation>Zone : faux défaut</translation>
    </message>
    <message>
        <source>Region: clear judgment</source>
        <translation>Zone : effacer le jugement</translation>
    </message>
    <message>
        <source>Stored with the judgment of the board.</source>
        <translation>Conservé avec le jugement de la carte.</translation>
    </message>
    <message>
        <source>Alarm from this share of false calls</source>
        <translation>Alarme dès cette part de faux défauts</translation>
    </message>
    <message>
        <source>Alarm from this share of defects</source>
        <translation>Alarme dès cette part de défauts</translation>
    </message>
    <message>
        <source>Over the last {n} boards; 0 turns the alarm off.</source>
        <translation>Sur les {n} dernières cartes ; 0 pour aucune alarme.</translation>
    </message>
    <message>
        <source>{n} false calls in the last {boards} boards (limit {limit:.0f} %): inform the engineer.</source>
        <translation>{n} faux défauts sur les {boards} dernières cartes (limite {limit:.0f} %) : prévenez l’ingénieur.</translation>
    </message>
    <message>
        <source>{n} defects in the last {boards} boards (limit {limit:.0f} %): inform the production line.</source>
        <translation>{n} défauts sur les {boards} dernières cartes (limite {limit:.0f} %) : prévenez la ligne.</translation>
    </message>
    <message>
        <source>Recent workspaces…</source>
        <translation>Espaces de travail récents…</translation>
    </message>
    <message>
        <source>{n}  {folder} (open)</source>
        <translation>{n}  {folder} (ouvert)</translation>
    </message>
    <message>
        <source>{n}  {folder} (not there)</source>
        <translation>{n}  {folder} (introuvable)</translation>
    </message>
    <message>
        <source>No workspace was open before</source>
        <translation>Aucun espace de travail n’a encore été ouvert</translation>
    </message>
    <message>
        <source>One HTML or PDF file with figures, tables and curves for the quality file</source>
        <translation>Un fichier HTML ou PDF avec chiffres, tableaux et courbes pour le dossier qualité</translation>
    </message>
    <message>
        <source>{rate:.2f} a board; {ppm:,.0f} ppm of {boards:board|boards} judged</source>
        <translation>{rate:.2f} par carte ; {ppm:,.0f} ppm sur {boards:carte jugée|cartes jugées}</translation>
    </message>
    <message>
        <source>{pace} a board; {flagged:,} flagged</source>
        <translation>{pace} par carte ; {flagged:,} {flagged:|signalée|signalées}</translation>
    </message>
    <message>
        <source>{codes}; {escapes:,} of them passed by the machine</source>
        <translation>{codes} ; dont {escapes:,} {escapes:|laissée|laissées} passer par la machine</translation>
    </message>
    <message>
        <source>kappa over {boards:board|boards}</source>
        <translation>kappa sur {boards:carte|cartes}</translation>
    </message>
    <message>
        <source>kappa over {boards:second opinion|second opinions}</source>
        <translation>kappa sur {boards:second avis|seconds avis}</translation>
    </message>
    <message>
        <source>No. {n}</source>
        <translation>N° {n}</translation>
    </message>
    <message>
        <source>No one is logged in.</source>
        <translation>Personne n’est identifié.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Judgment</source>
        <translation>Jugement</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Remplace</translation>
    </message>
    <message>
        <source>Next, choose the model bundle that inspects these boards.</source>
        <translation>Choisissez maintenant le modèle qui inspecte ces cartes.</translation>
    </message>
    <message>
        <source>Open model bundle</source>
        <translation>Ouvrir un modèle</translation>
    </message>
    <message>
        <source>{folder} is not empty. A new workspace begins in an empty folder.</source>
        <translation>{folder} n’est pas vide. Un nouvel espace de travail commence dans un dossier vide.</translation>
    </message>
    <message>
        <source>This installation has no demo line: its bundle was left out. Install VQGanoDIP again.</source>
        <translation>Cette installation n’a pas de ligne de démonstration : son modèle a été omis. Réinstallez VQGanoDIP.</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Ouvrir un espace de travail</translation>
    </message>
    <message>
        <source>Inspection stops after this board.</source>
        <translation>L’inspection s’arrête après cette carte.</translation>
    </message>
    <message>
        <source>No inspection is running.</source>
        <translation>Aucune inspection n’est en cours.</translation>
    </message>
    <message>
        <source>Export judgments</source>
        <translation>Exporter les jugements</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Montrer le dossier</translation>
    </message>
    <message>
        <source>Not exported: {error}</source>
        <translation>Pas exporté : {error}</translation>
    </message>
    <message>
        <source>Logs are in {folder}</source>
        <translation>Les journaux sont dans {folder}</translation>
    </message>
    <message>
        <source>The demo line shows rendered boards only. Your own boards go into a workspace of their own.</source>
        <translation>La ligne de démonstration ne montre que des cartes de synthèse. Vos propres cartes vont dans un espace de travail à part.</translation>
    </message>
    <message>
        <source>{serial}: now {word}, as a new record.</source>
        <translation>{serial} : maintenant {word}, comme nouvel enregistrement.</translation>
    </message>
    <message>
        <source>Not written: {error}</source>
        <translation>Pas enregistré : {error}</translation>
    </message>
    <message>
        <source>There is no judgment to undo.</source>
        <translation>Il n’y a aucun jugement à annuler.</translation>
    </message>
    <message>
        <source>There is no judgment to redo.</source>
        <translation>Il n’y a aucun jugement à rétablir.</translation>
    </message>
    <message>
        <source>The judgment of {serial} was undone; the old record stays.</source>
        <translation>Le jugement de {serial} est annulé ; l’ancien enregistrement reste.</translation>
    </message>
    <message>
        <source>{serial}: {word} again.</source>
        <translation>{serial} : de nouveau {word}.</translation>
    </message>
    <message>
        <source>Demo line of the product {name}, with the bundle that ships with it</source>
        <translation>Ligne de démonstration du produit {name}, avec le modèle livré</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>démo</translation>
    </message>
    <message>
        <source>Choose a model bundle</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>The demo line cannot continue</source>
        <translation>La ligne de démonstration ne peut pas continuer</translation>
    </message>
    <message>
        <source>This installation lacks the bundle of the demo line. Install VQGanoDIP again, or begin with your own boards.</source>
        <translation>Cette installation n’a pas le modèle de la ligne de démonstration. Réinstallez VQGanoDIP, ou commencez avec vos propres cartes.</translation>
    </message>
    <message>
        <source>File, Open demo line, shows everything on rendered boards.</source>
        <translation>Fichier, Ouvrir la ligne de démonstration : tout s’y montre sur des cartes de synthèse.</translation>
    </message>
    <message>
        <source>This installation has no demo line.</source>
        <translation>Cette installation n’a pas de ligne de démonstration.</translation>
    </message>
    <message>
        <source>First, choose a model of your product</source>
        <translation>D’abord, un modèle de votre produit</translation>
    </message>
    <message>
        <source>Model {name}, boards in {folder}.</source>
        <translation>Modèle {name}, cartes dans {folder}.</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modèle : {name}</translation>
    </message>
    <message>
        <source>No image could be inspected</source>
        <translation>Aucune image n’a pu être inspectée</translation>
    </message>
    <message>
        <source>No image was shown: {participant} can begin again.</source>
        <translation>Aucune image n’a été montrée : {participant} peut recommencer.</translation>
    </message>
    <message>
        <source>{name} could not be inspected</source>
        <translation>{name} n’a pas pu être inspectée</translation>
    </message>
    <message>
        <source>Inspect the folder again</source>
        <translation>Inspecter de nouveau le dossier</translation>
    </message>
    <message>
        <source>The boards could not be inspected</source>
        <translation>Les cartes n’ont pas pu être inspectées</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Choisir un autre modèle…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>L’espace de travail n’a pas pu être ouvert</translation>
    </message>
    <message>
        <source>{serial} cannot be shown</source>
        <translation>{serial} ne peut pas être montrée</translation>
    </message>
    <message>
        <source>Not judged: every judgment needs a name. Enter yours first.</source>
        <translation>Pas jugé : chaque jugement porte un nom. Entrez d’abord le vôtre.</translation>
    </message>
    <message>
        <source>Score {score} is below the threshold {bound}: the machine passed this board.</source>
        <translation>Le score {score} est sous le seuil {bound} : la machine a accepté cette carte.</translation>
    </message>
    <message>
        <source>Score {score} is at or above the threshold {bound}: a person has to look.</source>
        <translation>Le score {score} atteint ou dépasse le seuil {bound} : une personne doit regarder.</translation>
    </message>
    <message>
        <source>About VQGanoDIP</source>
        <translation>À propos de VQGanoDIP</translation>
    </message>
    <message>
        <source>Review of inspected circuit boards: the original next to its normal appearance, the difference, and one key per judgment.</source>
        <translation>Contrôle de cartes inspectées : l’original à côté de ce que serait une carte normale, la différence, et une touche par jugement.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Une erreur s’est produite</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
    <message>
        <source>The log is in</source>
        <translation>Le journal est dans</translation>
    </message>
    <message>
        <source>No log could be written.</source>
        <translation>Aucun journal n’a pu être écrit.</translation>
    </message>
    <message>
        <source>All judgments so far are saved. You can continue; if it happens again, restart the program and report the log.</source>
        <translation>Tous les jugements donnés jusqu’ici sont sur le disque. Vous pouvez continuer ; si cela se reproduit, redémarrez le programme et signalez-le avec le journal.</translation>
    </message>
    <message>
        <source>All models of {product} get the new name, in the window, in reports and in exports, also for boards inspected before. Scores, thresholds and judgments stay. The renaming is recorded.</source>
        <translation>Tous les modèles de {product} reçoivent le nouveau nom, dans la fenêtre, les rapports et les exports, aussi pour les cartes contrôlées auparavant. Scores, seuils et jugements restent. Le changement de nom est enregistré.</translation>
    </message>
    <message>
        <source>Your name or initials. They are written into every judgment.</source>
        <translation>Votre nom ou vos initiales, inscrits dans chaque jugement.</translation>
    </message>
    <message>
        <source>{key} is not a key</source>
        <translation>{key} n’est pas une touche</translation>
    </message>
    <message>
        <source>{key} is already used for: {what}</source>
        <translation>{key} sert déjà à : {what}</translation>
    </message>
    <message>
        <source>This workspace is a demo line: --boards and --bundle are not used in it.</source>
        <translation>Cet espace de travail est une ligne de démonstration : --boards et --bundle n’y servent pas.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Switch how the difference is weighted (W)</source>
        <translation>Changer la pondération de la différence (W)</translation>
    </message>
    <message>
        <source>Black is no difference; the brightest colour is this difference or more</source>
        <translation>Noir : aucune différence ; la couleur la plus claire : cette différence ou plus</translation>
    </message>
    <message>
        <source>Patches merged: {n}</source>
        <translation>Zones réunies : {n}</translation>
    </message>
    <message>
        <source>Demo line</source>
        <translation>Ligne de démonstration</translation>
    </message>
    <message>
        <source>Rendered boards, scored by the bundle that ships with the program. No real board is shown.</source>
        <translation>Cartes de synthèse, notées par le modèle livré avec le programme. Aucune carte réelle n’est montrée.</translation>
    </message>
    <message>
        <source>{word}, key {key}</source>
        <translation>{word}, touche {key}</translation>
    </message>
    <message>
        <source>{count} images of this folder could not be inspected; the list at the left says why for each of them.</source>
        <translation>{count} images de ce dossier n’ont pas pu être inspectées ; la liste à gauche donne la raison de chacune.</translation>
    </message>
    <message>
        <source>The image of this folder could not be inspected; the list at the left says why.</source>
        <translation>L’image de ce dossier n’a pas pu être inspectée ; la liste à gauche dit pourquoi.</translation>
    </message>
    <message>
        <source>The images ({w}×{h} px) are larger than this screen ({screen_w}×{screen_h} px). Use a larger screen, or prepare a study whose images fit this one.</source>
        <translation>Les images ({w}×{h} px) sont plus grandes que cet écran ({screen_w}×{screen_h} px). Utilisez un écran plus grand, ou préparez une étude dont les images tiennent sur celui-ci.</translation>
    </message>
    <message>
        <source>Drawn here and not in force: {lines}</source>
        <translation>Tracé ici et non en vigueur : {lines}</translation>
    </message>
    <message>
        <source>Page {n} of {total}</source>
        <translation>Page {n} sur {total}</translation>
    </message>
    <message>
        <source>Next comparison board</source>
        <translation>Carte de comparaison suivante</translation>
    </message>
    <message>
        <source>None, the reference board, or the nearest board that was judged good.</source>
        <translation>Aucune, la carte de référence, ou la plus ressemblante des cartes jugées bonnes.</translation>
    </message>
    <message>
        <source>Fifth panel</source>
        <translation>Cinquième vue</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Reference board</source>
        <translation>Carte de référence</translation>
    </message>
    <message>
        <source>Nearest good board</source>
        <translation>Bonne carte la plus proche</translation>
    </message>
    <message>
        <source>Good board</source>
        <translation>Bonne carte</translation>
    </message>
    <message>
        <source>Comparison board next to the pictures: the average of the training boards, or the board judged good that looks most like the one on the screen.</source>
        <translation>Une bonne carte à côté des vues : la moyenne des cartes sur lesquelles le modèle a été entraîné, ou la carte jugée bonne qui ressemble le plus à celle de l’écran.</translation>
    </message>
    <message>
        <source>Show the nearest good board</source>
        <translation>Montrer la bonne carte la plus proche</translation>
    </message>
    <message>
        <source>average of {n:normal board|normal boards}</source>
        <translation>moyenne de {n:carte normale|cartes normales}</translation>
    </message>
    <message>
        <source>The boards of this product lie in free position: there is no board that is the average of them.</source>
        <translation>Les cartes de ce produit sont en position libre : elles n’ont pas de carte moyenne.</translation>
    </message>
    <message>
        <source>No model is chosen, so there is no reference board.</source>
        <translation>Aucun modèle n’est choisi : il n’y a pas de carte de référence.</translation>
    </message>
    <message>
        <source>Another model than the one chosen now inspected this board: its reference board is not here.</source>
        <translation>Cette carte a été inspectée par un autre modèle que celui choisi maintenant : sa carte de référence n’est pas là.</translation>
    </message>
    <message>
        <source>You have judged no other board good yet. The first one that you judge OK or false call appears here.</source>
        <translation>Vous n’avez encore jugé bonne aucune autre carte. La première que vous jugerez OK ou faux défaut apparaîtra ici.</translation>
    </message>
    <message>
        <source>No other board has been judged good yet. The first one that is judged OK or false call appears here.</source>
        <translation>Aucune autre carte n’a encore été jugée bonne. La première jugée OK ou faux défaut apparaîtra ici.</translation>
    </message>
    <message>
        <source>of the last {n} that you judged good</source>
        <translation>des {n} dernières que vous avez jugées bonnes</translation>
    </message>
    <message>
        <source>of the last {n} judged good</source>
        <translation>des {n} dernières jugées bonnes</translation>
    </message>
    <message>
        <source>of {n} that you judged good</source>
        <translation>de {n} que vous avez jugées bonnes</translation>
    </message>
    <message>
        <source>of {n} judged good</source>
        <translation>de {n} jugées bonnes</translation>
    </message>
    <message>
        <source>15 minutes give a first model; a night gives a better one.</source>
        <translation>15 minutes donnent un premier modèle ; une nuit en donne un meilleur.</translation>
    </message>
    <message>
        <source>Bright areas differ between {boards:held-out normal board|held-out normal boards} and the reconstructions; differences there count less. Reconstruction quality: {psnr:.1f} dB PSNR.</source>
        <translation>Zones claires : différences entre {boards:carte normale réservée|cartes normales réservées} et les reconstructions ; une différence y compte moins. Qualité de reconstruction : PSNR de {psnr:.1f} dB.</translation>
    </message>
    <message>
        <source>Cancelling the training …</source>
        <translation>Annulation de l’entraînement …</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Un modèle est en cours d’entraînement.</translation>
    </message>
    <message>
        <source>Accuracy with no defect missed</source>
        <translation>Exactitude, aucun défaut manqué</translation>
    </message>
    <message>
        <source>Aligning the boards</source>
        <translation>Alignement des cartes</translation>
    </message>
    <message>
        <source>Another data set…</source>
        <translation>Autre jeu de données…</translation>
    </message>
    <message>
        <source>Classifiers are trained on the metrics to distinguish defective boards from good ones.</source>
        <translation>Les classifieurs sont entraînés sur les mesures pour distinguer les cartes défectueuses des bonnes.</translation>
    </message>
    <message>
        <source>Cross-validation used to score the labelled boards.</source>
        <translation>Validation croisée utilisée pour noter les cartes étiquetées.</translation>
    </message>
    <message>
        <source>Fit score and threshold</source>
        <translation>Ajuster score et seuil</translation>
    </message>
    <message>
        <source>Fit to {w}×{h}</source>
        <translation>Adapter à {w}×{h}</translation>
    </message>
    <message>
        <source>Fit to {w}×{h} (this screen)</source>
        <translation>Adapter à {w}×{h} (cet écran)</translation>
    </message>
    <message>
        <source>Folder: {place}</source>
        <translation>Dossier : {place}</translation>
    </message>
    <message>
        <source>Held-out boards are shown once the reconstruction network is being trained.</source>
        <translation>Les cartes réservées s’affichent dès que l’entraînement du réseau de reconstruction commence.</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Choose a data set…</source>
        <translation>Choisir un jeu de données…</translation>
    </message>
    <message>
        <source>Interrupted at step {step} after {time}. There is no model yet; the training so far is kept.</source>
        <translation>Interrompu au pas {step} après {time}. Il n’y a pas encore de modèle ; l’entraînement effectué est conservé.</translation>
    </message>
    <message>
        <source>Interrupted before the first checkpoint.</source>
        <translation>Interrompu avant le premier point de reprise.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Data check</source>
        <translation>Contrôle des données</translation>
    </message>
    <message>
        <source>Measurements are kept; the fit can be resumed later.</source>
        <translation>Les mesures sont conservées ; l’ajustement pourra être repris plus tard.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Measuring the normal variation …</source>
        <translation>Mesure de la variation normale …</translation>
    </message>
    <message>
        <source>Fixed position?</source>
        <translation>Position fixe ?</translation>
    </message>
    <message>
        <source>Features of normal images</source>
        <translation>Caractéristiques des images normales</translation>
    </message>
    <message>
        <source>Features of the boards</source>
        <translation>Caractéristiques des cartes</translation>
    </message>
    <message>
        <source>Segmentation network</source>
        <translation>Réseau de segmentation</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Continue in the background</source>
        <translation>Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>Name of the product; models of the same name are its versions.</source>
        <translation>Nom du produit ; les modèles du même nom en sont les versions.</translation>
    </message>
    <message>
        <source>Good boards flagged with no defect missed</source>
        <translation>Bonnes cartes signalées, aucun défaut manqué</translation>
    </message>
    <message>
        <source>Held-out boards at step {step}: original, reconstruction, difference</source>
        <translation>Cartes réservées au pas {step} : original, reconstruction, différence</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>Nouvelle version…</translation>
    </message>
    <message>
        <source>Held-out boards: original, reconstruction, difference</source>
        <translation>Cartes réservées : original, reconstruction, différence</translation>
    </message>
    <message>
        <source>Normal, reserved for the normal variation</source>
        <translation>Normales, réservées à la variation normale</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Images of the data set</source>
        <translation>Images du jeu de données</translation>
    </message>
    <message>
        <source>Only versions that were fitted on the same boards can be compared.</source>
        <translation>Seules les versions ajustées sur les mêmes cartes sont comparables.</translation>
    </message>
    <message>
        <source>Open a workspace first; models are stored in it.</source>
        <translation>Ouvrez d’abord un espace de travail ; les modèles y sont enregistrés.</translation>
    </message>
    <message>
        <source>Reading the data set …</source>
        <translation>Lecture du jeu de données …</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Labelled boards are being measured.</source>
        <translation>Les cartes étiquetées sont en cours de mesure.</translation>
    </message>
    <message>
        <source>Labelled: good</source>
        <translation>Étiquetées : bonnes</translation>
    </message>
    <message>
        <source>Labelled: {defect}</source>
        <translation>Étiquetées : {defect}</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Reprendre l’entraînement</translation>
    </message>
    <message>
        <source>Same seed, boards and number of steps: same model.</source>
        <translation>Mêmes graine, cartes et nombre de pas : même modèle.</translation>
    </message>
    <message>
        <source>Millimetres per pixel</source>
        <translation>Millimètres par pixel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>Normal variation</source>
        <translation>Variation normale</translation>
    </message>
    <message>
        <source>Normal, for training</source>
        <translation>Normales, pour l’entraînement</translation>
    </message>
    <message>
        <source>Scale of the images; if it is given, areas are shown in mm².</source>
        <translation>Échelle des images ; si elle est indiquée, les surfaces s’affichent en mm².</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Selected image</source>
        <translation>Image sélectionnée</translation>
    </message>
    <message>
        <source>Several hundred metrics compare each labelled board with its reconstruction.</source>
        <translation>Plusieurs centaines de mesures comparent chaque carte étiquetée à sa reconstruction.</translation>
    </message>
    <message>
        <source>Show stages</source>
        <translation>Afficher les étapes</translation>
    </message>
    <message>
        <source>Over the board</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Patch feature network</source>
        <translation>Réseau de caractéristiques de zones</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Lecture des images</translation>
    </message>
    <message>
        <source>Reconstruction network</source>
        <translation>Réseau de reconstruction</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Lancer l’entraînement</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Starting the fit …</source>
        <translation>Démarrage de l’ajustement …</translation>
    </message>
    <message>
        <source>Step of the picture</source>
        <translation>Pas de l’image</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Starting the training …</source>
        <translation>Démarrage de l’entraînement …</translation>
    </message>
    <message>
        <source>Train again on the same boards, under the same name; this version is kept</source>
        <translation>Réentraîner avec les mêmes cartes, sous le même nom ; cette version est conservée</translation>
    </message>
    <message>
        <source>Stopped early. The model is usable; score and threshold are fitted next.</source>
        <translation>Arrêté avant la fin. Le modèle est utilisable ; étape suivante : ajuster le score et le seuil.</translation>
    </message>
    <message>
        <source>Stopping the fit and keeping the measurements …</source>
        <translation>Arrêt de l’ajustement, les mesures sont conservées …</translation>
    </message>
    <message>
        <source>Training the classifiers: about {time} left</source>
        <translation>Entraînement des classifieurs : encore {time} environ</translation>
    </message>
    <message>
        <source>Stopping the training and keeping its results …</source>
        <translation>Arrêt de l’entraînement, ses résultats sont conservés …</translation>
    </message>
    <message>
        <source>The demo line always uses its own bundle. Open a workspace of your own to use another one.</source>
        <translation>La ligne de démonstration utilise toujours son propre modèle. Ouvrez votre propre espace de travail pour en utiliser un autre.</translation>
    </message>
    <message>
        <source>The job can continue after the window is closed. The page shows its progress at the next start.</source>
        <translation>Le travail peut continuer après la fermeture de la fenêtre. La page affiche son avancement au prochain démarrage.</translation>
    </message>
    <message>
        <source>Measuring the labelled boards: about {time} left</source>
        <translation>Mesure des cartes étiquetées : encore {time} environ</translation>
    </message>
    <message>
        <source>The model is complete.</source>
        <translation>Le modèle est complet.</translation>
    </message>
    <message>
        <source>The job ended without a message; the process may have been killed. Log: {place}</source>
        <translation>Le travail s’est terminé sans message ; le processus a peut-être été tué. Journal : {place}</translation>
    </message>
    <message>
        <source>The model needs a name and a version.</source>
        <translation>Le modèle doit avoir un nom et une version.</translation>
    </message>
    <message>
        <source>The normal variation is measured when the training is complete.</source>
        <translation>La variation normale est mesurée à la fin de l’entraînement.</translation>
    </message>
    <message>
        <source>The product is in free position: boards are compared with their own reconstruction, without a mask.</source>
        <translation>Le produit est en position libre : les cartes sont comparées à leur propre reconstruction, sans masque.</translation>
    </message>
    <message>
        <source>The preset paper needs the published weights of VGG-16 and Inception-v3.</source>
        <translation>Le préréglage paper a besoin des poids publiés de VGG-16 et Inception-v3.</translation>
    </message>
    <message>
        <source>The model is built in a separate process with low priority. You can continue to review boards or close the window.</source>
        <translation>Le modèle est créé dans un processus à part, à faible priorité. Vous pouvez continuer à contrôler des cartes ou fermer la fenêtre.</translation>
    </message>
    <message>
        <source>Then fit score and threshold on the labelled boards</source>
        <translation>Ajuster ensuite score et seuil sur les cartes étiquetées</translation>
    </message>
    <message>
        <source>There is no model before the reconstruction network is trained; the training can be resumed from here.</source>
        <translation>Il n’y a pas de modèle avant l’entraînement du réseau de reconstruction ; l’entraînement pourra être repris d’ici.</translation>
    </message>
    <message>
        <source>Trained. Score and threshold are fitted next.</source>
        <translation>Entraîné. Étape suivante : ajuster le score et le seuil.</translation>
    </message>
    <message>
        <source>Variation only</source>
        <translation>Variation seule</translation>
    </message>
    <message>
        <source>Version {version} of {name} already exists: choose another version.</source>
        <translation>La version {version} de {name} existe déjà : choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This station uses this model.</source>
        <translation>Ce poste utilise ce modèle.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>When the labelled boards have been measured, the threshold is set so that no defect is missed.</source>
        <translation>Une fois les cartes étiquetées mesurées, le seuil est fixé de sorte qu’aucun défaut ne soit manqué.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Use this model for this station</source>
        <translation>Utiliser ce modèle sur ce poste</translation>
    </message>
    <message>
        <source>With 95 % confidence, this proves a true miss rate below {bound} %.</source>
        <translation>Avec 95 % de confiance, cela prouve un taux réel de défauts manqués inférieur à {bound} %.</translation>
    </message>
    <message>
        <source>brightest value: mean difference of {value:.3f} (scale 0 to 1)</source>
        <translation>valeur la plus claire : différence moyenne de {value:.3f} (échelle de 0 à 1)</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>boards: {count}</source>
        <translation>cartes : {count}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>interrupted at step {step}</source>
        <translation>interrompu au pas {step}</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>dictionnaire de codes</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>défectueuses</translation>
    </message>
    <message>
        <source>free position: no mask</source>
        <translation>position libre : pas de masque</translation>
    </message>
    <message>
        <source>gradient boosting</source>
        <translation>amplification de gradient</translation>
    </message>
    <message>
        <source>held-out boards</source>
        <translation>cartes réservées</translation>
    </message>
    <message>
        <source>hold {key}</source>
        <translation>maintenir {key}</translation>
    </message>
    <message>
        <source>nested: one search per board, slower</source>
        <translation>nested : une recherche par carte, plus lent</translation>
    </message>
    <message>
        <source>paper (as published)</source>
        <translation>paper (tel que publié)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perte</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesurées</translation>
    </message>
    <message>
        <source>measuring the labelled boards</source>
        <translation>mesure des cartes étiquetées</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>none missed, {share} of good boards flagged</source>
        <translation>aucun manqué, {share} des bonnes cartes signalées</translation>
    </message>
    <message>
        <source>stopped early; the model is usable</source>
        <translation>arrêté avant la fin ; le modèle est utilisable</translation>
    </message>
    <message>
        <source>paper: one search on all boards</source>
        <translation>paper : une recherche sur toutes les cartes</translation>
    </message>
    <message>
        <source>perceptual</source>
        <translation>perceptuelle</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>pixels</translation>
    </message>
    <message>
        <source>robust (recommended)</source>
        <translation>robust (recommandé)</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>step</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>{good:good board|good boards} and {bad:defective board|defective boards}, each scored by a classifier fitted without it (protocol {name}). Selected: {chosen}, with the highest accuracy when no defect is missed.</source>
        <translation>{good:bonne carte|bonnes cartes} et {bad:carte défectueuse|cartes défectueuses}, chacune notée par un classifieur ajusté sans elle (protocole {name}). Retenu : {chosen}, avec la meilleure exactitude sans défaut manqué.</translation>
    </message>
    <message>
        <source>training boards</source>
        <translation>cartes d’entraînement</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>{count:metric|metrics}</source>
        <translation>{count:mesure|mesures}</translation>
    </message>
    <message>
        <source>{count:more note|more notes}: see the tooltip.</source>
        <translation>{count:autre remarque|autres remarques} : voir l’infobulle.</translation>
    </message>
    <message>
        <source>{more:more defect|more defects} without a miss would prove a miss rate below 1 %.</source>
        <translation>{more:défaut de plus|défauts de plus} sans manqué {more:|prouverait|prouveraient} un taux inférieur à 1 %.</translation>
    </message>
    <message>
        <source>{name} (baseline)</source>
        <translation>{name} (référence)</translation>
    </message>
    <message>
        <source>{path} cannot be displayed.</source>
        <translation>{path} ne peut pas être affiché.</translation>
    </message>
    <message>
        <source>{stage}. About {time} left of {whole:g} min</source>
        <translation>{stage}. Encore {time} environ sur {whole:g} min</translation>
    </message>
    <message>
        <source>{stage}: about {time} left</source>
        <translation>{stage} : encore {time} environ</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>{train} for training; labelled: {good} good, {bad} defective</source>
        <translation>{train} pour l’entraînement ; étiquetées : {good} bonnes, {bad} défectueuses</translation>
    </message>
    <message>
        <source>{trials} images of {seen} s, {blank} s blank, protocol {protocol}. Registered: margin ±{margin} points, α {alpha}, {people} participants.</source>
        <translation>{trials} images de {seen} s, {blank} s de vide, protocole {protocol}. Enregistré : marge ±{margin} points, α {alpha}, {people} participants.</translation>
    </message>
    <message>
        <source>The language changes as soon as this is over: {what}.</source>
        <translation>La langue change dès que ceci est terminé : {what}.</translation>
    </message>
    <message>
        <source>the session of the Turing test</source>
        <translation>la séance du test de Turing</translation>
    </message>
    <message>
        <source>what you started last</source>
        <translation>ce que vous avez lancé en dernier</translation>
    </message>
    <message>
        <source>within the limits</source>
        <translation>dans les limites</translation>
    </message>
    <message>
        <source>the dialog that is open</source>
        <translation>la boîte de dialogue ouverte</translation>
    </message>
    <message>
        <source>{value:.0%} distinguished</source>
        <translation>{value:.0%} distingués</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>PSNR, held out</source>
        <translation>PSNR, cartes réservées</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>without a threshold</source>
        <translation>sans seuil</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>arrêté avant la fin</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>{count:image|images}</source>
        <translation>{count:image|images}</translation>
    </message>
    <message>
        <source>{count:board|boards} aligned</source>
        <translation>{count:carte alignée|cartes alignées}</translation>
    </message>
    <message>
        <source>correlation after alignment {value:.2f}</source>
        <translation>corrélation après alignement {value:.2f}</translation>
    </message>
    <message>
        <source>step {count:,}</source>
        <translation>pas {count:,}</translation>
    </message>
    <message>
        <source>loss {value:.4f}</source>
        <translation>perte {value:.4f}</translation>
    </message>
    <message>
        <source>held out {value:.1f} dB</source>
        <translation>réservées {value:.1f} dB</translation>
    </message>
    <message>
        <source>{count:code|codes} used</source>
        <translation>{count:code utilisé|codes utilisés}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>{where}: {what}</source>
        <translation>{where} : {what}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Open menu</source>
        <translation>Ouvrir le menu</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>segmentation</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Caractéristiques</translation>
    </message>
    <message>
        <source>features</source>
        <translation>caractéristiques</translation>
    </message>
    <message>
        <source>missing component</source>
        <translation>composant manquant</translation>
    </message>
    <message>
        <source>shifted component</source>
        <translation>composant décalé</translation>
    </message>
    <message>
        <source>rotated component</source>
        <translation>composant pivoté</translation>
    </message>
    <message>
        <source>tombstone</source>
        <translation>composant dressé</translation>
    </message>
    <message>
        <source>wrong polarity</source>
        <translation>polarité inversée</translation>
    </message>
    <message>
        <source>solder bridge</source>
        <translation>pont de soudure</translation>
    </message>
    <message>
        <source>insufficient solder</source>
        <translation>manque de soudure</translation>
    </message>
    <message>
        <source>excess solder</source>
        <translation>excès de soudure</translation>
    </message>
    <message>
        <source>extremely randomised trees</source>
        <translation>arbres extrêmement aléatoires</translation>
    </message>
    <message>
        <source>solder ball</source>
        <translation>bille de soudure</translation>
    </message>
    <message>
        <source>tilted component</source>
        <translation>composant incliné</translation>
    </message>
    <message>
        <source>damaged component</source>
        <translation>composant abîmé</translation>
    </message>
    <message>
        <source>decision tree</source>
        <translation>arbre de décision</translation>
    </message>
    <message>
        <source>upside-down component</source>
        <translation>composant retourné</translation>
    </message>
    <message>
        <source>wrong component</source>
        <translation>mauvais composant</translation>
    </message>
    <message>
        <source>wrong component height</source>
        <translation>mauvaise hauteur du composant</translation>
    </message>
    <message>
        <source>lifted lead</source>
        <translation>broche soulevée</translation>
    </message>
    <message>
        <source>linear discriminant analysis</source>
        <translation>analyse discriminante linéaire</translation>
    </message>
    <message>
        <source>logistic regression</source>
        <translation>régression logistique</translation>
    </message>
    <message>
        <source>missing pin</source>
        <translation>broche manquante</translation>
    </message>
    <message>
        <source>monotone logistic regression</source>
        <translation>régression logistique monotone</translation>
    </message>
    <message>
        <source>monotone logistic regression on deviations from good boards</source>
        <translation>régression logistique monotone sur les écarts aux bonnes cartes</translation>
    </message>
    <message>
        <source>monotone logistic regression on distances to the features of good boards</source>
        <translation>régression logistique monotone sur les distances aux caractéristiques des bonnes cartes</translation>
    </message>
    <message>
        <source>best single metric</source>
        <translation>meilleure métrique seule</translation>
    </message>
    <message>
        <source>naive Bayes</source>
        <translation>classifieur bayésien naïf</translation>
    </message>
    <message>
        <source>shifted pin</source>
        <translation>broche décalée</translation>
    </message>
    <message>
        <source>wrong pin height</source>
        <translation>mauvaise hauteur de broche</translation>
    </message>
    <message>
        <source>solder defect</source>
        <translation>défaut de soudure</translation>
    </message>
    <message>
        <source>solder paste defect</source>
        <translation>défaut de pâte à braser</translation>
    </message>
    <message>
        <source>paste bridge</source>
        <translation>pont de pâte</translation>
    </message>
    <message>
        <source>shifted paste</source>
        <translation>pâte décalée</translation>
    </message>
    <message>
        <source>wrong paste area</source>
        <translation>mauvaise surface de pâte</translation>
    </message>
    <message>
        <source>wrong paste height</source>
        <translation>mauvaise hauteur de pâte</translation>
    </message>
    <message>
        <source>wrong paste volume</source>
        <translation>mauvais volume de pâte</translation>
    </message>
    <message>
        <source>contamination</source>
        <translation>salissure</translation>
    </message>
    <message>
        <source>coating defect</source>
        <translation>défaut de vernis</translation>
    </message>
    <message>
        <source>clearance surface defect</source>
        <translation>défaut de la surface de dégagement</translation>
    </message>
    <message>
        <source>reference plane defect</source>
        <translation>défaut du plan de référence</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>mauvais code</translation>
    </message>
    <message>
        <source>other defect</source>
        <translation>autre défaut</translation>
    </message>
    <message>
        <source>Turing test</source>
        <translation>Test de Turing</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>A data set, or a folder of images</source>
        <translation>Un jeu de données ou un dossier d’images</translation>
    </message>
    <message>
        <source>mean brightness</source>
        <translation>luminosité moyenne</translation>
    </message>
    <message>
        <source>distance from the reference board</source>
        <translation>écart à la carte de référence</translation>
    </message>
    <message>
        <source>Rule: normal boards only</source>
        <translation>Règle : cartes normales seulement</translation>
    </message>
    <message>
        <source>Rule: known defects</source>
        <translation>Règle : défauts connus</translation>
    </message>
    <message>
        <source>Add good boards to the reference</source>
        <translation>Ajouter de bonnes cartes à la référence</translation>
    </message>
    <message>
        <source>Add good boards to the reference…</source>
        <translation>Ajouter de bonnes cartes…</translation>
    </message>
    <message>
        <source>Builds a new version whose reference has the good boards that review has confirmed</source>
        <translation>Construit une nouvelle version dont la référence contient les bonnes cartes confirmées par la revue</translation>
    </message>
    <message>
        <source>Build the new version</source>
        <translation>Construire la nouvelle version</translation>
    </message>
    <message>
        <source>Put the new version into use</source>
        <translation>Mettre la nouvelle version en service</translation>
    </message>
    <message>
        <source>The reference is made of {boards:board|boards}. {good:good board|good boards} of the queue would enter: confirmed by two people or by quality.</source>
        <translation>La référence est faite de {boards:carte|cartes}. {good:bonne carte|bonnes cartes} de la file {good:|entrerait|entreraient}, {good:|confirmée|confirmées} par deux personnes ou par la qualité.</translation>
    </message>
    <message>
        <source>Not offered: {known:,} known already, {gone:,} without their image, {waiting:,} that one person judged or that people see differently, {doubtful:,} doubtful.</source>
        <translation>Non proposées : {known:,} déjà connues, {gone:,} sans leur image, {waiting:,} jugées par une seule personne ou différemment, {doubtful:,} douteuses.</translation>
    </message>
    <message>
        <source>{defects:confirmed defective board takes|confirmed defective boards take} no part: both versions are compared on {defects:|it|them}.</source>
        <translation>{defects:carte défectueuse confirmée reste|cartes défectueuses confirmées restent} en dehors : les deux versions y sont comparées.</translation>
    </message>
    <message>
        <source>The folder of the boards that this model was built from is unknown; it is needed as well.</source>
        <translation>Le dossier des cartes dont ce modèle est construit est inconnu ; il est aussi nécessaire.</translation>
    </message>
    <message>
        <source>In addition to the boards in {folder}</source>
        <translation>En plus des cartes de {folder}</translation>
    </message>
    <message>
        <source>Boards of the reference</source>
        <translation>Cartes de la référence</translation>
    </message>
    <message>
        <source>Normal boards flagged, at most (95 %)</source>
        <translation>Cartes normales signalées, au plus (95 %)</translation>
    </message>
    <message>
        <source>Of the boards that enter, flagged</source>
        <translation>Signalées parmi celles qui entrent</translation>
    </message>
    <message>
        <source>Confirmed defects flagged</source>
        <translation>Défauts confirmés signalés</translation>
    </message>
    <message>
        <source>No defect is confirmed: nothing says that the new version is the better one.</source>
        <translation>Aucun défaut n’est confirmé : rien ne dit que la nouvelle version est la meilleure.</translation>
    </message>
    <message>
        <source>Folder of the boards</source>
        <translation>Dossier des cartes</translation>
    </message>
    <message>
        <source>Normal boards in the doubtful band: {band:,}; above it: {above:,}. No known defect took part, so where the band ends is a decision and not a measurement.</source>
        <translation>Cartes normales dans la zone de doute : {band:,} ; au-dessus : {above:,}. Aucun défaut connu n’y a pris part : la fin de la zone est une décision, non une mesure.</translation>
    </message>
    <message>
        <source>By its rule, a version flags none of the boards in its reference.</source>
        <translation>Par sa règle, une version ne signale aucune carte de sa référence.</translation>
    </message>
    <message>
        <source>{n} boards are being rendered and inspected one after the other; none of them is real. The first flagged board appears here by itself: in a few seconds, on a busy machine in minutes.</source>
        <translation>{n} cartes sont calculées et inspectées l’une après l’autre ; aucune n’est réelle. La première carte signalée apparaîtra ici d’elle-même : en quelques secondes, en quelques minutes sur une machine chargée.</translation>
    </message>
    <message>
        <source>{name}. This takes a few seconds, on a busy machine minutes, and only once.</source>
        <translation>{name}. Cela prend quelques secondes, ou des minutes sur une machine chargée, et une seule fois.</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Ajouter un modèle…</translation>
    </message>
    <message>
        <source>Copies a model from its folder, such as models/PRODUCT/VERSION of another workspace, to this one</source>
        <translation>Copie un modèle de son dossier, par exemple models/PRODUIT/VERSION d’un autre espace de travail, dans celui-ci</translation>
    </message>
    <message>
        <source>Images in px</source>
        <translation>Images en px</translation>
    </message>
    <message>
        <source>This workspace has no model yet. Those of other workspaces are not listed: add one from its folder.</source>
        <translation>Cet espace de travail n’a pas encore de modèle. Ceux des autres espaces n’y figurent pas : ajoutez-en un depuis son dossier.</translation>
    </message>
    <message>
        <source>The model {name} was added.</source>
        <translation>Le modèle {name} a été ajouté.</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Dossier du modèle</translation>
    </message>
    <message>
        <source>Defective with masks, for training</source>
        <translation>Défectueuses avec masque, pour l’entraînement</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucune)</translation>
    </message>
    <message>
        <source>A double click on a name, package or part number changes it. Ctrl selects several parts.</source>
        <translation>Un double clic sur un repère, un boîtier ou une référence les modifie. Ctrl en sélectionne plusieurs.</translation>
    </message>
    <message>
        <source>A third and a fourth part, far from the others, check the position. Next: {name}.</source>
        <translation>Un troisième et un quatrième composant, loin des autres, vérifient la position. Suivant : {name}.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>All parts on this side</source>
        <translation>Tous les composants de cette face</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Changes against the placement before</source>
        <translation>Modifications par rapport à avant</translation>
    </message>
    <message>
        <source>Choose the placement file of the board, such as of KiCad, Altium Designer, EasyEDA or Eagle. Regions then carry the names of parts. No score changes.</source>
        <translation>Choisissez le fichier de placement de la carte, par exemple de KiCad, Altium Designer, EasyEDA ou Eagle. Les zones porteront alors le repère des composants. Aucun score ne change.</translation>
    </message>
    <message>
        <source>Click the middle of {name} in the picture, or choose another part. Two are needed.</source>
        <translation>Cliquez au milieu de {name} sur l’image, ou choisissez un autre composant. Il en faut deux.</translation>
    </message>
    <message>
        <source>Clicked parts</source>
        <translation>Composants cliqués</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns in bold were changed by hand.</source>
        <translation>En gras : modifié à la main.</translation>
    </message>
    <message>
        <source>Fiducials of the file, found on the picture</source>
        <translation>Mires du fichier, retrouvées sur l’image</translation>
    </message>
    <message>
        <source>First parts</source>
        <translation>Premiers composants</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Monté</translation>
    </message>
    <message>
        <source>Four parts are clicked. Undo a click to choose another one.</source>
        <translation>Quatre composants sont cliqués. Annulez un clic pour en choisir un autre.</translation>
    </message>
    <message>
        <source>In force: {file}, {count:part|parts}</source>
        <translation>En vigueur : {file}, {count:composant|composants}</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connu</translation>
    </message>
    <message>
        <source>Laid on by {points:point|points}: {kind}, residual {residual:.2f} mm, {scale:.4f} mm per pixel</source>
        <translation>Posé par {points:point|points} : {kind}, résidu {residual:.2f} mm, {scale:.4f} mm par pixel</translation>
    </message>
    <message>
        <source>Lays a placement file on the reference board, so that regions carry the names of parts</source>
        <translation>Pose un fichier de placement sur la carte de référence, pour que les zones portent le repère des composants</translation>
    </message>
    <message>
        <source>Merge the selected parts</source>
        <translation>Réunir la sélection</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>En miroir</translation>
    </message>
    <message>
        <source>Next part to click</source>
        <translation>Prochain composant</translation>
    </message>
    <message>
        <source>Normal boards vary here like at parts, but the file lists none: labels, prints, tinned pads.</source>
        <translation>Les cartes normales varient ici comme aux composants, mais le fichier n’en cite pas : étiquettes, impressions, plages étamées.</translation>
    </message>
    <message>
        <source>Normal boards vary here no more than the bare board: check whether these parts are fitted.</source>
        <translation>Les cartes normales ne varient pas plus ici que sur la carte nue : vérifiez si ces composants sont montés.</translation>
    </message>
    <message>
        <source>Not fitted</source>
        <translation>Non montés</translation>
    </message>
    <message>
        <source>Numbers the parts that are found where normal boards vary; they are named by hand</source>
        <translation>Numérote les composants trouvés là où les cartes normales varient ; les repères se donnent à la main</translation>
    </message>
    <message>
        <source>Outlines by package</source>
        <translation>Contours par boîtier</translation>
    </message>
    <message>
        <source>Outside the picture</source>
        <translation>Hors de l’image</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Boîtier</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Part name</source>
        <translation>Repère</translation>
    </message>
    <message>
        <source>Part names of {name}</source>
        <translation>Repères des composants de {name}</translation>
    </message>
    <message>
        <source>Part names…</source>
        <translation>Repères…</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Parts without picture</source>
        <translation>Composants sans image</translation>
    </message>
    <message>
        <source>Pictures without part</source>
        <translation>Images sans composant</translation>
    </message>
    <message>
        <source>Place in px</source>
        <translation>Place en px</translation>
    </message>
    <message>
        <source>Placement file</source>
        <translation>Fichier de placement</translation>
    </message>
    <message>
        <source>Placement files</source>
        <translation>Fichiers de placement</translation>
    </message>
    <message>
        <source>Placement file…</source>
        <translation>Fichier de placement…</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Regions are no longer named; the records of the workspace say who removed the names</source>
        <translation>Les zones ne portent plus de repère ; les enregistrements de l’espace de travail disent qui les a retirés</translation>
    </message>
    <message>
        <source>Regions now carry the names of {n:part|parts}.</source>
        <translation>Les zones portent maintenant les repères de {n:composant|composants}.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Tout retirer</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Résidu</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>Side if not stated</source>
        <translation>Face si non indiquée</translation>
    </message>
    <message>
        <source>Size in mm</source>
        <translation>Taille en mm</translation>
    </message>
    <message>
        <source>The part names were removed.</source>
        <translation>Les repères ont été retirés.</translation>
    </message>
    <message>
        <source>The reference board is read …</source>
        <translation>Lecture de la carte de référence …</translation>
    </message>
    <message>
        <source>Two to four parts, clicked in the picture</source>
        <translation>Deux à quatre composants, cliqués sur l’image</translation>
    </message>
    <message>
        <source>Undo click</source>
        <translation>Annuler le clic</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Wheel or + and −: zoom. Drag: move. Arrow keys and Enter: click without a mouse. Home: whole board.</source>
        <translation>Molette ou + et − : zoom. Glisser : déplacer. Flèches et Entrée : cliquer sans souris. Origine : carte entière.</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>Sans fichier</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>En cours …</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>affine transform</source>
        <translation>transformation affine</translation>
    </message>
    <message>
        <source>as the file states, or recognised</source>
        <translation>selon le fichier, ou reconnue</translation>
    </message>
    <message>
        <source>as the file states, otherwise top</source>
        <translation>selon le fichier, sinon supérieure</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>inférieure</translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation>colonne {n}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>indiquée</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>pouce</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacé</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>reconnu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>similitude</translation>
    </message>
    <message>
        <source>top</source>
        <translation>supérieure</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>tourné</translation>
    </message>
    <message>
        <source>{count:part|parts} found on the picture</source>
        <translation>{count:composant trouvé|composants trouvés} sur l’image</translation>
    </message>
    <message>
        <source>{file} ({form}{unit}): {count:part|parts}</source>
        <translation>{file} ({form}{unit}) : {count:composant|composants}</translation>
    </message>
    <message>
        <source>Find serial number or part…</source>
        <translation>N° de série ou composant…</translation>
    </message>
    <message>
        <source>The name of a part, such as U7, finds the boards with a region on it.</source>
        <translation>Le repère d’un composant, tel que U7, trouve les cartes qui ont une zone dessus.</translation>
    </message>
    <message>
        <source>Outlines and names of parts</source>
        <translation>Contours des composants</translation>
    </message>
    <message>
        <source>For products whose part names are laid on, on the page Model.</source>
        <translation>Pour les produits dont les repères sont posés, à la page Modèle.</translation>
    </message>
    <message>
        <source>This model has no part names. An engineer lays them on in the list of models, on the page Model.</source>
        <translation>Ce modèle n’a pas de repères. Un ingénieur les pose dans la liste des modèles, à la page Modèle.</translation>
    </message>
    <message>
        <source>On {part} as a whole: false calls {calls}, defects {defects}, other {others}</source>
        <translation>Sur {part} en entier : faux défauts {calls}, défauts {defects}, autres {others}</translation>
    </message>
    <message>
        <source>No serial number with “{search}” and no region on a part of that name in this part of the queue.</source>
        <translation>Aucun numéro de série avec « {search} » et aucune zone sur un composant de ce nom dans cette partie de la file.</translation>
    </message>
    <message>
        <source>not fitted</source>
        <translation>non monté</translation>
    </message>
    <message>
        <source>Part of a serial number, or the name of a part such as U7</source>
        <translation>Partie d’un numéro de série, ou repère d’un composant tel que U7</translation>
    </message>
    <message>
        <source>False calls by part</source>
        <translation>Faux défauts par composant</translation>
    </message>
    <message>
        <source>No part names to show: an engineer lays them on in the list of models, on the page Model.</source>
        <translation>Aucun repère à montrer : un ingénieur les pose dans la liste des modèles, à la page Modèle.</translation>
    </message>
    <message>
        <source>False calls of this selection by part, over {serial}</source>
        <translation>Faux défauts de cette sélection par composant, sur {serial}</translation>
    </message>
    <message>
        <source>On no part: {defects:board|boards} with a defect, {calls:board|boards} with a false call.</source>
        <translation>Sur aucun composant : {defects:carte|cartes} avec défaut, {calls:carte|cartes} avec faux défaut.</translation>
    </message>
    <message>
        <source>By part</source>
        <translation>Par composant</translation>
    </message>
    <message>
        <source>By package</source>
        <translation>Par boîtier</translation>
    </message>
    <message>
        <source>Compared with the same part on good boards.</source>
        <translation>Par rapport au même composant sur de bonnes cartes.</translation>
    </message>
    <message>
        <source>How far any look of the parts is from that of good boards.</source>
        <translation>À quel point l’aspect des composants s’écarte de celui de bonnes cartes.</translation>
    </message>
    <message>
        <source>How much fine detail the parts have lost.</source>
        <translation>Combien de détails fins les composants ont perdus.</translation>
    </message>
    <message>
        <source>How many more bright reflections the parts have.</source>
        <translation>Combien de reflets les composants ont en plus.</translation>
    </message>
    <message>
        <source>How far brightness and colour of the parts are off.</source>
        <translation>À quel point la luminosité et la couleur des composants s’écartent.</translation>
    </message>
    <message>
        <source>Parts of the boards</source>
        <translation>Composants des cartes</translation>
    </message>
    <message>
        <source>Region {n}:</source>
        <translation>Zone {n} :</translation>
    </message>
    <message>
        <source>Deviation from normal boards, in units of their spread σ at this place. Nothing below {least} σ is stated. What has a question mark is a guess.</source>
        <translation>Écart par rapport aux cartes normales, en unités de leur dispersion σ à cet endroit. Rien n’est indiqué au-dessous de {least} σ. Ce qui porte un point d’interrogation est une supposition.</translation>
    </message>
    <message>
        <source>Laid on by two points, which always fit; a third one checks them. {scale:.4f} mm per pixel</source>
        <translation>Posé par deux points, qui conviennent toujours ; un troisième les vérifie. {scale:.4f} mm par pixel</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>A double click on width or height, in millimetres, changes the outline of a package.</source>
        <translation>Un double clic sur la largeur ou la hauteur, en millimètres, modifie le contour d’un boîtier.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Strict counts what is found on a part 1.5-fold, loose by half; ignored parts are not inspected. The model then judges again only after a new fit.</source>
        <translation>« Strict » compte 1,5 fois ce qui est trouvé sur un composant, « tolérant » la moitié ; les composants ignorés ne sont pas inspectés. Le modèle ne juge ensuite qu’après un nouvel ajustement.</translation>
    </message>
    <message>
        <source>Part or package</source>
        <translation>Composant ou boîtier</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>Remove level</source>
        <translation>Supprimer le niveau</translation>
    </message>
    <message>
        <source>Check known defects</source>
        <translation>Vérifier les défauts connus</translation>
    </message>
    <message>
        <source>Inspects the boards of the fit with known defects on these parts, at the present threshold</source>
        <translation>Inspecte les cartes de l’ajustement qui ont des défauts connus sur ces composants, au seuil actuel</translation>
    </message>
    <message>
        <source>Known defects that would be missed</source>
        <translation>Défauts connus qui seraient manqués</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>There is no such part or package: {name}</source>
        <translation>Il n’y a ni composant ni boîtier de ce nom : {name}</translation>
    </message>
    <message>
        <source>{package} (all)</source>
        <translation>{package} (tous)</translation>
    </message>
    <message>
        <source>Accept names of parts first.</source>
        <translation>Acceptez d’abord des noms de composants.</translation>
    </message>
    <message>
        <source>The model that ships with the program stays as it is.</source>
        <translation>Le modèle livré avec le programme reste tel quel.</translation>
    </message>
    <message>
        <source>No part counts less than usual: no known defect can be missed by it.</source>
        <translation>Aucun composant ne compte moins que d’habitude : aucun défaut connu ne peut être manqué pour cela.</translation>
    </message>
    <message>
        <source>This model was fitted without defects, so none can be checked.</source>
        <translation>Ce modèle a été ajusté sans défauts : il n’y en a pas à vérifier.</translation>
    </message>
    <message>
        <source>Check first which known defects would be missed.</source>
        <translation>Vérifiez d’abord quels défauts connus seraient manqués.</translation>
    </message>
    <message>
        <source>Known defects on these parts: {boards:board|boards}; would be missed: {missed}</source>
        <translation>Défauts connus sur ces composants : {boards:carte|cartes} ; seraient manqués : {missed}</translation>
    </message>
    <message>
        <source>{count:image|images} of the fit missing or changed: not checked</source>
        <translation>{count:image de l’ajustement absente ou modifiée|images de l’ajustement absentes ou modifiées} : sans vérification</translation>
    </message>
    <message>
        <source>Signed by {name}</source>
        <translation>Signé par {name}</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strict</translation>
    </message>
    <message>
        <source>loose</source>
        <translation>tolérant</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>A gate belongs to a model: choose the model bundle that inspects here.</source>
        <translation>Une barrière appartient à un modèle : choisissez le modèle qui inspecte ici.</translation>
    </message>
    <message>
        <source>Advice: regions that it clears come last and are grey. Every flagged board is judged.</source>
        <translation>Conseil : les zones qu’elle libère viennent en dernier et sont grises. Chaque carte signalée est jugée.</translation>
    </message>
    <message>
        <source>At least one board an hour. One NG among them puts the gate back to shadow at once.</source>
        <translation>Au moins une carte par heure. Un seul NG parmi elles remet aussitôt la barrière en ombre.</translation>
    </message>
    <message>
        <source>At most (95 %)</source>
        <translation>Au plus (95 %)</translation>
    </message>
    <message>
        <source>At most, with 95 % confidence</source>
        <translation>Au plus, à 95 % de confiance</translation>
    </message>
    <message>
        <source>At once, and with your name: from the next board on, no gate passes or greys anything.</source>
        <translation>Immédiatement, et à votre nom : dès la carte suivante, aucune barrière ne libère ni ne grise rien.</translation>
    </message>
    <message>
        <source>Back to shadow</source>
        <translation>Retour en ombre</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Board {n} of {all}</source>
        <translation>Carte {n} sur {all}</translation>
    </message>
    <message>
        <source>Boards passed by the gate</source>
        <translation>Cartes libérées par la barrière</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Confirmed by two people or by quality: {defects:board|boards} with defects, {good:,} good.</source>
        <translation>Confirmées par deux personnes ou par la qualité : {defects:carte|cartes} avec défauts, {good:,} bonnes.</translation>
    </message>
    <message>
        <source>Defects cleared</source>
        <translation>Défauts libérés</translation>
    </message>
    <message>
        <source>Every board is judged by the trees that have not learned from it.</source>
        <translation>Chaque carte est jugée par les arbres qui n’ont rien appris d’elle.</translation>
    </message>
    <message>
        <source>Filter: a flagged board whose every region it clears passes, with its score unchanged.</source>
        <translation>Filtre : une carte signalée dont elle libère toutes les zones passe, son score inchangé.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Barrière</translation>
    </message>
    <message>
        <source>Gate back to shadow</source>
        <translation>Barrière : retour en ombre</translation>
    </message>
    <message>
        <source>Gate {gate} is in {level} from the next board on: entry {n} of the audit trail.</source>
        <translation>La barrière {gate} est au niveau {level} dès la carte suivante : entrée {n} du journal des changements.</translation>
    </message>
    <message>
        <source>Gate {gate} is in {level}, since {when}, by {who}: {report}.</source>
        <translation>La barrière {gate} est au niveau {level} depuis le {when}, par {who} : {report}.</translation>
    </message>
    <message>
        <source>The table compares both gates, each under its own limit; the report sets the limit again without each board.</source>
        <translation>Le tableau compare les deux barrières, chacune avec sa propre limite ; le rapport fixe la limite à nouveau sans chacune des cartes.</translation>
    </message>
    <message>
        <source>Gate {gate} is stored, and in no level yet: {report}. It {filter}.</source>
        <translation>La barrière {gate} est enregistrée, sans niveau pour l’instant : {report}. Elle {filter}.</translation>
    </message>
    <message>
        <source>Gate {gate}, on boards that it had not learned from: {report}.</source>
        <translation>Barrière {gate}, sur des cartes dont elle n’avait pas appris : {report}.</translation>
    </message>
    <message>
        <source>Gate: probably a false call, {reason}</source>
        <translation>Barrière : probablement un faux défaut, {reason}</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Barrières</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>Inspectée</translation>
    </message>
    <message>
        <source>It may not filter: {why}.</source>
        <translation>Elle ne peut pas filtrer : {why}.</translation>
    </message>
    <message>
        <source>Known defects cleared</source>
        <translation>Défauts connus libérés</translation>
    </message>
    <message>
        <source>Known defects cleared without the guard</source>
        <translation>Défauts connus libérés sans la garde</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>Learn a gate</source>
        <translation>Apprendre une barrière</translation>
    </message>
    <message>
        <source>Learn a gate…</source>
        <translation>Apprendre une barrière…</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Apprise</translation>
    </message>
    <message>
        <source>Level of the gate that learns from judgments: page Records, tab Gate</source>
        <translation>Niveau de la barrière qui apprend des jugements : page Données, onglet Barrière</translation>
    </message>
    <message>
        <source>Looks at good boards spared</source>
        <translation>Vérifications de bonnes cartes épargnées</translation>
    </message>
    <message>
        <source>Looks spared</source>
        <translation>Vérifications épargnées</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>No gate is in force. A gate learns from confirmed judgments which flagged boards are false calls; learn one, watch it in shadow, and let it pass boards once it has cleared no known defect.</source>
        <translation>Aucune barrière n’est en vigueur. Une barrière apprend des jugements confirmés quelles cartes signalées sont de faux défauts ; apprenez-en une, observez-la en ombre, et laissez-la libérer des cartes une fois qu’elle n’a libéré aucun défaut connu.</translation>
    </message>
    <message>
        <source>No region stands out from normal boards.</source>
        <translation>Aucune zone ne ressort des cartes normales.</translation>
    </message>
    <message>
        <source>Normal boards of a data set can be learned as well; none is chosen.</source>
        <translation>Des cartes normales d’un jeu de données peuvent aussi être apprises ; aucun n’est choisi.</translation>
    </message>
    <message>
        <source>Not entering: {reasons}.</source>
        <translation>N’entrent pas : {reasons}.</translation>
    </message>
    <message>
        <source>Of the boards that it clears, judged by a person all the same, unmarked:</source>
        <translation>Parmi les cartes qu’elle libère, jugées malgré tout par une personne, sans marque :</translation>
    </message>
    <message>
        <source>Passed although flagged: {count:board|boards}.</source>
        <translation>Libérées bien que signalées : {count:carte|cartes}.</translation>
    </message>
    <message>
        <source>Passed although flagged: {count:board|boards}; the newest are listed.</source>
        <translation>Libérées bien que signalées : {count:carte|cartes} ; les plus récentes sont listées.</translation>
    </message>
    <message>
        <source>Passed boards</source>
        <translation>Cartes libérées</translation>
    </message>
    <message>
        <source>Passed by the gate</source>
        <translation>Libérée par la barrière</translation>
    </message>
    <message>
        <source>Print to PDF…</source>
        <translation>Imprimer en PDF…</translation>
    </message>
    <message>
        <source>Region {n}: {reason}</source>
        <translation>Zone {n} : {reason}</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message>
        <source>Score {score} is at or above the threshold {bound}, and the gate {gate} passed this board.</source>
        <translation>Le score {score} atteint le seuil {bound}, et la barrière {gate} a libéré cette carte.</translation>
    </message>
    <message>
        <source>Set its level…</source>
        <translation>Fixer son niveau…</translation>
    </message>
    <message>
        <source>Set the level of a gate</source>
        <translation>Fixer le niveau d’une barrière</translation>
    </message>
    <message>
        <source>Set the level…</source>
        <translation>Fixer le niveau…</translation>
    </message>
    <message>
        <source>Shadow: its opinion is recorded, and no one sees it.</source>
        <translation>Ombre : son avis est enregistré, et personne ne le voit.</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>Montrer dans Contrôle</translation>
    </message>
    <message>
        <source>The list with pictures and reasons, on the page Records.</source>
        <translation>La liste avec images et raisons, sur la page Données.</translation>
    </message>
    <message>
        <source>The normal test boards in {folder} are learned as well.</source>
        <translation>Les cartes normales de test dans {folder} sont aussi apprises.</translation>
    </message>
    <message>
        <source>The pictures of this board are not in the workspace.</source>
        <translation>Les images de cette carte ne sont pas dans l’espace de travail.</translation>
    </message>
    <message>
        <source>This product lies in free position: places of its boards do not compare, so there is no gate.</source>
        <translation>Ce produit est en position libre : les endroits de ses cartes ne se comparent pas, il n’y a donc pas de barrière.</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>Arbres</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>conseil</translation>
    </message>
    <message>
        <source>by gate</source>
        <translation>par barrière</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtre</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>elle-même</translation>
    </message>
    <message>
        <source>may filter</source>
        <translation>peut filtrer</translation>
    </message>
    <message>
        <source>may not filter: {why}</source>
        <translation>ne peut pas filtrer : {why}</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>ombre</translation>
    </message>
    <message>
        <source>{share} % of what it clears is judged by a person, unmarked.</source>
        <translation>{share} % de ce qu’elle libère est jugé par une personne, sans marque.</translation>
    </message>
    <message>
        <source>{shown:,} newest of {total:board|boards}</source>
        <translation>{shown:,} plus récentes sur {total:carte|cartes}</translation>
    </message>
    <message>
        <source>A second person confirms a board by a second opinion, whose share the review rules set, or, where the role allows it, by judging the board again. Quality confirms alone. A defect counts where everyone who confirms it marks its region as NG.</source>
        <translation>Une deuxième personne confirme une carte par un second avis, dont les règles du contrôle fixent la part, ou, si son rôle le permet, en jugeant la carte à nouveau. La qualité confirme seule. Un défaut compte là où tous ceux qui le confirment marquent sa zone NG.</translation>
    </message>
    <message>
        <source>The server’s disk is full. Judgments are kept on this computer: {n}.</source>
        <translation>Le disque du serveur est plein. Jugements conservés sur cet ordinateur : {n}.</translation>
    </message>
    <message>
        <source>No connection to the server. Judgments are kept on this computer: {n}.</source>
        <translation>Pas de connexion au serveur. Jugements conservés sur cet ordinateur : {n}.</translation>
    </message>
    <message>
        <source>Judgments that were kept on this computer are being delivered: {n}.</source>
        <translation>Les jugements conservés sur cet ordinateur sont en cours de transmission : {n}.</translation>
    </message>
    <message>
        <source>Judgments that were kept on this computer are with the server now: {n}.</source>
        <translation>Les jugements conservés sur cet ordinateur sont maintenant sur le serveur : {n}.</translation>
    </message>
    <message>
        <source>This board can be judged here now.</source>
        <translation>Cette carte peut maintenant être jugée ici.</translation>
    </message>
    <message>
        <source>{name} is judging this board. Here it can only be viewed.</source>
        <translation>{name} juge cette carte. Ici, vous pouvez la regarder.</translation>
    </message>
    <message>
        <source>being judged by {name}</source>
        <translation>jugement en cours : {name}</translation>
    </message>
    <message>
        <source>{serial}: while there was no connection, {name} judged it {word}, and {other} {other_word}. Both are kept; {other_word} is in effect. Look at it together.</source>
        <translation>{serial} : pendant la coupure, {name} l’a jugée {word}, et {other} {other_word}. Les deux sont conservés ; {other_word} fait foi. Regardez-la ensemble.</translation>
    </message>
    <message>
        <source>Image file not found: {name}</source>
        <translation>Fichier image introuvable : {name}</translation>
    </message>
    <message>
        <source>The stored pictures are shown.</source>
        <translation>Les images enregistrées sont affichées.</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>chez {name}</translation>
    </message>
    <message>
        <source>{serial}: while there was no connection, {name} and {other} both judged it {word}. Both are kept.</source>
        <translation>{serial} : pendant la coupure, {name} et {other} l’ont tous deux jugée {word}. Les deux jugements sont conservés.</translation>
    </message>
</context>
</TS>
