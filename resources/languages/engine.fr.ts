<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>engine</name>
    <message>
        <source>judge boards</source>
        <translation>juger des cartes</translation>
    </message>
    <message>
        <source>correct the judgments of others</source>
        <translation>corriger les jugements d’autres personnes</translation>
    </message>
    <message>
        <source>export records</source>
        <translation>exporter les données</translation>
    </message>
    <message>
        <source>see figures of single operators</source>
        <translation>voir les chiffres de chaque opérateur</translation>
    </message>
    <message>
        <source>register people</source>
        <translation>inscrire des personnes</translation>
    </message>
    <message>
        <source>set the threshold</source>
        <translation>fixer le seuil</translation>
    </message>
    <message>
        <source>set the rules of the review</source>
        <translation>fixer les règles du contrôle</translation>
    </message>
    <message>
        <source>This is a fault of the program: report it with the log (menu, Help, Show log folder).</source>
        <translation>C’est un défaut du programme : signalez-le avec le journal (menu, Aide, Montrer le dossier des journaux).</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>plus de place sur le disque</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>disque en lecture seule</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erreur d’entrée-sortie</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>le dossier n’est pas vide</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>quota de disque dépassé</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>opération non autorisée</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>périphérique ou ressource occupé</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>mémoire insuffisante</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>délai de connexion dépassé</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>l’ordinateur distant est arrêté</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>lien avec le lecteur réseau perdu</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>trop de liens symboliques</translation>
    </message>
    <message>
        <source>the pattern {pattern} cannot be used: {word_what}</source>
        <translation>le modèle de nom {pattern} ne peut pas servir : {word_what}</translation>
    </message>
    <message>
        <source>there is something here already</source>
        <translation>il y a déjà quelque chose ici</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Choisissez un dossier vide ou nouveau.</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <translation>Choisissez un nouveau dossier.</translation>
    </message>
    <message>
        <source>the bundle has format {version}, this version reads up to {most}</source>
        <translation>le modèle a le format {version}, cette version lit jusqu’à {most}</translation>
    </message>
    <message>
        <source>Update the application.</source>
        <translation>Mettez l’application à jour.</translation>
    </message>
    <message>
        <source>the manifest names files outside the bundle</source>
        <translation>le manifeste nomme des fichiers hors du modèle</translation>
    </message>
    <message>
        <source>Copy the bundle again from where it was made, or train it anew.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message>
        <source>the bundle has no {word_role}</source>
        <translation>le modèle n’a pas ceci : {word_role}</translation>
    </message>
    <message>
        <source>Run `vqganodip fit` on labelled images first.</source>
        <translation>Lancez d’abord `vqganodip fit` sur des images étiquetées.</translation>
    </message>
    <message>
        <source>Train it with `vqganodip train`.</source>
        <translation>Entraînez-le avec `vqganodip train`.</translation>
    </message>
    <message>
        <source>this file of the bundle was altered after it was written</source>
        <translation>ce fichier du modèle a été modifié après son écriture</translation>
    </message>
    <message>
        <source>{role} is not a JSON object</source>
        <translation>{role} n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>this file of the bundle cannot be unpacked ({word_error})</source>
        <translation>ce fichier du modèle ne peut pas être décompressé ({word_error})</translation>
    </message>
    <message>
        <source>there is no model bundle here</source>
        <translation>il n’y a pas de modèle ici</translation>
    </message>
    <message>
        <source>the manifest cannot be read ({word_error})</source>
        <translation>le manifeste ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Vérifiez le chemin et ses droits d’accès.</translation>
    </message>
    <message>
        <source>the manifest is not that of a model bundle</source>
        <translation>le manifeste n’est pas celui d’un modèle</translation>
    </message>
    <message>
        <source>the bundle cannot be written ({word_error})</source>
        <translation>le modèle ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>Check space and permissions.</source>
        <translation>Vérifiez la place et les droits d’accès.</translation>
    </message>
    <message>
        <source>not a file of plain arrays</source>
        <translation>ce n’est pas un fichier de simples tableaux</translation>
    </message>
    <message>
        <source>a file of the bundle cannot be read ({word_error})</source>
        <translation>un fichier du modèle ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>the bundle was never fitted, so there is no threshold to look at</source>
        <translation>le modèle n’a jamais été ajusté : il n’y a pas de seuil à voir</translation>
    </message>
    <message>
        <source>Run vqganodip fit with labelled boards.</source>
        <translation>Lancez vqganodip fit avec des cartes étiquetées.</translation>
    </message>
    <message>
        <source>the scores cannot be read ({word_error})</source>
        <translation>les scores ne peuvent pas être lus ({word_error})</translation>
    </message>
    <message>
        <source>Run vqganodip fit again.</source>
        <translation>Lancez de nouveau vqganodip fit.</translation>
    </message>
    <message>
        <source>there are no labelled normal images</source>
        <translation>il n’y a pas d’images normales étiquetées</translation>
    </message>
    <message>
        <source>Put some into test/good.</source>
        <translation>Mettez-en dans test/good.</translation>
    </message>
    <message>
        <source>there are no labelled images</source>
        <translation>il n’y a pas d’images étiquetées</translation>
    </message>
    <message>
        <source>no image could be used</source>
        <translation>aucune image n’a pu servir</translation>
    </message>
    <message>
        <source>See the errors above.</source>
        <translation>Voyez les erreurs ci-dessus.</translation>
    </message>
    <message>
        <source>the file cannot be read ({word_error})</source>
        <translation>le fichier ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>Check its rights.</source>
        <translation>Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>this image of the calibration is not there any more</source>
        <translation>cette image de l’étalonnage n’est plus là</translation>
    </message>
    <message>
        <source>Say in which folder the labelled boards lie now.</source>
        <translation>Dites dans quel dossier se trouvent maintenant les cartes étiquetées.</translation>
    </message>
    <message>
        <source>this image was changed after the calibration</source>
        <translation>cette image a été modifiée après l’étalonnage</translation>
    </message>
    <message>
        <source>Say in which folder the labelled boards lie as they were.</source>
        <translation>Dites dans quel dossier se trouvent les cartes étiquetées telles qu’elles étaient.</translation>
    </message>
    <message>
        <source>the image cannot be read ({word_error})</source>
        <translation>l’image ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>this bundle has no foreign network that could learn on</source>
        <translation>ce modèle n’a pas de réseau des corps étrangers qui puisse apprendre encore</translation>
    </message>
    <message>
        <source>Only products in fixed position with the preset robust have one; train anew without --start-from.</source>
        <translation>Seuls les produits en position fixe, avec le préréglage robust, en ont un ; réentraînez sans --start-from.</translation>
    </message>
    <message>
        <source>only {count} normal images align with the reference board of the bundle</source>
        <translation>seules {count} images normales se recalent sur la carte de référence du modèle</translation>
    </message>
    <message>
        <source>Give boards of the product that the bundle was trained on, or train anew.</source>
        <translation>Donnez des cartes du produit sur lequel le modèle a été entraîné, ou réentraînez.</translation>
    </message>
    <message>
        <source>the table lacks the column {columns}</source>
        <translation>il manque au tableau la colonne {columns}</translation>
    </message>
    <message>
        <source>Name the columns in the first line.</source>
        <translation>Nommez les colonnes dans la première ligne.</translation>
    </message>
    <message>
        <source>the table is not UTF-8</source>
        <translation>le tableau n’est pas en UTF-8</translation>
    </message>
    <message>
        <source>Save it as CSV UTF-8.</source>
        <translation>Enregistrez-le en CSV UTF-8.</translation>
    </message>
    <message>
        <source>line {number}: {word_what}</source>
        <translation>ligne {number} : {word_what}</translation>
    </message>
    <message>
        <source>Save the table again.</source>
        <translation>Enregistrez de nouveau le tableau.</translation>
    </message>
    <message>
        <source>the folder says of no image whether it is good</source>
        <translation>le dossier ne dit d’aucune image si elle est bonne</translation>
    </message>
    <message>
        <source>Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label.</source>
        <translation>Utilisez train/good avec test/good et test/DEFECT, ou des dossiers good et bad, ou un manifest.csv avec path et label.</translation>
    </message>
    <message>
        <source>unknown label {label}</source>
        <translation>étiquette inconnue {label}</translation>
    </message>
    <message>
        <source>Write normal or defective.</source>
        <translation>Écrivez normal ou defective.</translation>
    </message>
    <message>
        <source>the data set has no images</source>
        <translation>le jeu de données n’a pas d’images</translation>
    </message>
    <message>
        <source>Put pictures into its folders.</source>
        <translation>Mettez des images dans ses dossiers.</translation>
    </message>
    <message>
        <source>the manifest lists no images</source>
        <translation>le manifeste ne liste aucune image</translation>
    </message>
    <message>
        <source>Write one line per image.</source>
        <translation>Écrivez une ligne par image.</translation>
    </message>
    <message>
        <source>unknown split {split}</source>
        <translation>partie inconnue {split}</translation>
    </message>
    <message>
        <source>Write train, mask or test.</source>
        <translation>Écrivez train, mask ou test.</translation>
    </message>
    <message>
        <source>{word_found} defective images, at least {needed} needed</source>
        <translation>{word_found} images défectueuses, il en faut au moins {needed}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>no defective images</source>
        <translation>aucune image défectueuse</translation>
    </message>
    <message>
        <source>Put them into test/DEFECT, or a folder bad, named by the defect.</source>
        <translation>Mettez-les dans test/DEFECT, ou dans un dossier bad, nommés d’après le défaut.</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>dossier introuvable</translation>
    </message>
    <message>
        <source>Check the name and the drive.</source>
        <translation>Vérifiez le nom et le lecteur.</translation>
    </message>
    <message>
        <source>the data set has no normal images to train on</source>
        <translation>le jeu de données n’a pas d’images normales pour l’entraînement</translation>
    </message>
    <message>
        <source>Put them into train/good, or good.</source>
        <translation>Mettez-les dans train/good, ou good.</translation>
    </message>
    <message>
        <source>the folder cannot be read ({word_error})</source>
        <translation>le dossier ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>Check the rights to read it.</source>
        <translation>Vérifiez le droit de le lire.</translation>
    </message>
    <message>
        <source>{path} is labelled both normal and defective</source>
        <translation>{path} est étiquetée à la fois normal et defective</translation>
    </message>
    <message>
        <source>Keep one of the lines.</source>
        <translation>Gardez une seule des lignes.</translation>
    </message>
    <message>
        <source>there is no file {name}</source>
        <translation>il n’y a pas de fichier {name}</translation>
    </message>
    <message>
        <source>Correct the line.</source>
        <translation>Corrigez la ligne.</translation>
    </message>
    <message>
        <source>the table cannot be read ({word_error})</source>
        <translation>le tableau ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Vérifiez le nom.</translation>
    </message>
    <message>
        <source>line {number} names {name}, which is not in the data set</source>
        <translation>la ligne {number} nomme {name}, qui n’est pas dans le jeu de données</translation>
    </message>
    <message>
        <source>Correct the path.</source>
        <translation>Corrigez le chemin.</translation>
    </message>
    <message>
        <source>there is no such demo line: {what}</source>
        <translation>cette ligne de démonstration n’existe pas : {what}</translation>
    </message>
    <message>
        <source>Name one of {products}, a size of {sizes} and at least one board.</source>
        <translation>Nommez un produit parmi {products}, une taille parmi {sizes} et au moins une carte.</translation>
    </message>
    <message>
        <source>this file says that the workspace is a demo line, but not which one</source>
        <translation>ce fichier dit que l’espace de travail est une ligne de démonstration, mais pas laquelle</translation>
    </message>
    <message>
        <source>Choose another workspace, or delete this folder if only the demo line was in it.</source>
        <translation>Choisissez un autre espace de travail, ou supprimez ce dossier s’il ne contenait que la ligne de démonstration.</translation>
    </message>
    <message>
        <source>the demo line cannot be written here ({word_error})</source>
        <translation>la ligne de démonstration ne peut pas être écrite ici ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder and its space, or choose another workspace.</source>
        <translation>Vérifiez le dossier et sa place libre, ou choisissez un autre espace de travail.</translation>
    </message>
    <message>
        <source>the boards cannot be written ({word_error})</source>
        <translation>les cartes ne peuvent pas être écrites ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder and its space.</source>
        <translation>Vérifiez le dossier et sa place libre.</translation>
    </message>
    <message>
        <source>{what} is {w}×{h} pixels where {ew}×{eh} are expected</source>
        <translation>{what} fait {w}×{h} pixels au lieu de {ew}×{eh}</translation>
    </message>
    <message>
        <source>Register the image to the working grid of the model first.</source>
        <translation>Recalez d’abord l’image sur la grille de travail du modèle.</translation>
    </message>
    <message>
        <source>the ignore regions cover the whole board</source>
        <translation>les zones ignorées couvrent toute la carte</translation>
    </message>
    <message>
        <source>Leave some of the board.</source>
        <translation>Laissez une partie de la carte.</translation>
    </message>
    <message>
        <source>no serial number was given</source>
        <translation>aucun numéro de série n’a été donné</translation>
    </message>
    <message>
        <source>Enter the one on the board.</source>
        <translation>Entrez celui qui est sur la carte.</translation>
    </message>
    <message>
        <source>no board with the serial number {serial} is in this workspace</source>
        <translation>aucune carte portant le numéro de série {serial} dans cet espace de travail</translation>
    </message>
    <message>
        <source>Check the number, or open the workspace of that line.</source>
        <translation>Vérifiez le numéro, ou ouvrez l’espace de travail de cette ligne.</translation>
    </message>
    <message>
        <source>a judgment needs a name</source>
        <translation>un jugement a besoin d’un nom</translation>
    </message>
    <message>
        <source>Enter who reports the escape.</source>
        <translation>Entrez qui signale ce défaut passé.</translation>
    </message>
    <message>
        <source>the escape of {serial} is on record already (record {number})</source>
        <translation>le défaut passé de {serial} est déjà enregistré (enregistrement {number})</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>the ending names no format</source>
        <translation>la terminaison ne désigne aucun format</translation>
    </message>
    <message>
        <source>Give a name that ends in one of {endings}.</source>
        <translation>Donnez un nom qui se termine par l’une de {endings}.</translation>
    </message>
    <message>
        <source>the file cannot be written ({word_error})</source>
        <translation>le fichier ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder and its space, or close the program that has the file open.</source>
        <translation>Vérifiez le dossier et sa place libre, ou fermez le programme qui a ouvert le fichier.</translation>
    </message>
    <message>
        <source>{count} normal images are too few for the golden board</source>
        <translation>{count} images normales ne suffisent pas pour la carte moyenne</translation>
    </message>
    <message>
        <source>Give two registered normal images.</source>
        <translation>Donnez deux images normales recalées.</translation>
    </message>
    <message>
        <source>the golden board holds impossible values</source>
        <translation>la carte moyenne contient des valeurs impossibles</translation>
    </message>
    <message>
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message>
        <source>normal image {number} is {shape}, the ones before it are {others}</source>
        <translation>l’image normale {number} fait {shape}, les précédentes {others}</translation>
    </message>
    <message>
        <source>Register all normal images to one grid first.</source>
        <translation>Recalez d’abord toutes les images normales sur une même grille.</translation>
    </message>
    <message>
        <source>the golden board cannot be read ({word_error})</source>
        <translation>la carte moyenne ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>the ignore regions cannot be read</source>
        <translation>les zones ignorées ne peuvent pas être lues</translation>
    </message>
    <message>
        <source>Set them again.</source>
        <translation>Définissez-les de nouveau.</translation>
    </message>
    <message>
        <source>this product is in free position: a region would mean another place on every image</source>
        <translation>ce produit est en position libre : une zone désignerait un autre endroit sur chaque image</translation>
    </message>
    <message>
        <source>Ignore regions need a bundle of registered boards.</source>
        <translation>Les zones ignorées demandent un modèle de cartes recalées.</translation>
    </message>
    <message>
        <source>the region {x0},{y0},{x1},{y1} is not inside the board of {w}×{h} px</source>
        <translation>la zone {x0},{y0},{x1},{y1} n’est pas dans la carte de {w}×{h} px</translation>
    </message>
    <message>
        <source>Give left, top, right and bottom in pixels of the reference board.</source>
        <translation>Donnez gauche, haut, droite et bas en pixels de la carte de référence.</translation>
    </message>
    <message>
        <source>cannot be read ({word_error})</source>
        <translation>l’image ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>Check the drive or network.</source>
        <translation>Vérifiez le lecteur ou le réseau.</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>l’image n’existe pas</translation>
    </message>
    <message>
        <source>Check the name, and whether the drive is connected.</source>
        <translation>Vérifiez le nom, et si le lecteur est connecté.</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>la lecture de l’image n’est pas permise</translation>
    </message>
    <message>
        <source>Give your user the right to read it.</source>
        <translation>Donnez à votre utilisateur le droit de la lire.</translation>
    </message>
    <message>
        <source>is a link that points to itself</source>
        <translation>c’est un lien qui pointe vers lui-même</translation>
    </message>
    <message>
        <source>Remove the link.</source>
        <translation>Supprimez le lien.</translation>
    </message>
    <message>
        <source>is a folder, not an image</source>
        <translation>c’est un dossier, pas une image</translation>
    </message>
    <message>
        <source>Choose the images inside it.</source>
        <translation>Choisissez les images qu’il contient.</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>Choose an image file.</source>
        <translation>Choisissez un fichier image.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message>
        <source>Take or export the picture again.</source>
        <translation>Reprenez la photo ou exportez-la de nouveau.</translation>
    </message>
    <message>
        <source>is {w}×{h}, {mega} megapixels; the most is {most}</source>
        <translation>l’image fait {w}×{h}, {mega} mégapixels ; le maximum est {most}</translation>
    </message>
    <message>
        <source>Cut or scale it down.</source>
        <translation>Recadrez-la ou réduisez-la.</translation>
    </message>
    <message>
        <source>is {w}×{h}; the smallest side allowed is {least} pixels</source>
        <translation>l’image fait {w}×{h} ; le plus petit côté permis est de {least} pixels</translation>
    </message>
    <message>
        <source>Use a picture of the whole board.</source>
        <translation>Utilisez une image de la carte entière.</translation>
    </message>
    <message>
        <source>holds 32-bit values</source>
        <translation>l’image contient des valeurs de 32 bits</translation>
    </message>
    <message>
        <source>Export it with 8 or 16 bits.</source>
        <translation>Exportez-la en 8 ou 16 bits.</translation>
    </message>
    <message>
        <source>holds values that are no numbers (NaN or infinite)</source>
        <translation>l’image contient des valeurs qui ne sont pas des nombres (NaN ou infini)</translation>
    </message>
    <message>
        <source>holds values from {low} to {high}; float images must be in 0 to 1</source>
        <translation>l’image contient des valeurs de {low} à {high} ; en virgule flottante elles doivent être entre 0 et 1</translation>
    </message>
    <message>
        <source>is 16-bit colour of an unusual kind</source>
        <translation>l’image est en couleur 16 bits d’un genre inhabituel</translation>
    </message>
    <message>
        <source>Export it with 8 bits.</source>
        <translation>Exportez-la en 8 bits.</translation>
    </message>
    <message>
        <source>the folder holds no images</source>
        <translation>le dossier ne contient pas d’images</translation>
    </message>
    <message>
        <source>Choose a folder with {kinds} files.</source>
        <translation>Choisissez un dossier avec des fichiers {kinds}.</translation>
    </message>
    <message>
        <source>holds {frames} pages or frames</source>
        <translation>le fichier contient {frames} pages ou images</translation>
    </message>
    <message>
        <source>Save each board as an image file of its own.</source>
        <translation>Enregistrez chaque carte dans un fichier image à part.</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>l’image ne tient pas en mémoire</translation>
    </message>
    <message>
        <source>Use a smaller picture.</source>
        <translation>Utilisez une image plus petite.</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>is not a PNG, JPEG, BMP, TIFF or WebP image</source>
        <translation>ce n’est pas une image PNG, JPEG, BMP, TIFF ou WebP</translation>
    </message>
    <message>
        <source>Remove the file, or export it in one of these formats.</source>
        <translation>Enlevez le fichier, ou exportez l’image dans l’un de ces formats.</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller picture.</source>
        <translation>Fermez d’autres programmes ou utilisez une image plus petite.</translation>
    </message>
    <message>
        <source>is truncated</source>
        <translation>l’image est tronquée</translation>
    </message>
    <message>
        <source>is damaged ({word_error})</source>
        <translation>l’image est endommagée ({word_error})</translation>
    </message>
    <message>
        <source>the image is {w}×{h} px</source>
        <translation>l’image fait {w}×{h} px</translation>
    </message>
    <message>
        <source>Give images of 32 px and more.</source>
        <translation>Donnez des images de 32 px et plus.</translation>
    </message>
    <message>
        <source>the image is {w}×{h} px, the bundle was trained on {ew}×{eh} px</source>
        <translation>l’image fait {w}×{h} px, le modèle a été entraîné sur {ew}×{eh} px</translation>
    </message>
    <message>
        <source>Give images from the same camera set-up, or train a bundle for this one.</source>
        <translation>Donnez des images prises avec le même montage de caméra, ou entraînez un modèle pour celui-ci.</translation>
    </message>
    <message>
        <source>the settings do not fit this version ({word_error})</source>
        <translation>les réglages ne conviennent pas à cette version ({word_error})</translation>
    </message>
    <message>
        <source>latents of shape {shape} where {others} are expected</source>
        <translation>latents de forme {shape} au lieu de {others}</translation>
    </message>
    <message>
        <source>Register the image to the working grid of the bundle first.</source>
        <translation>Recalez d’abord l’image sur la grille de travail du modèle.</translation>
    </message>
    <message>
        <source>{count} normal images are too few for the latent board</source>
        <translation>{count} images normales ne suffisent pas pour la carte des latents</translation>
    </message>
    <message>
        <source>the latent board holds impossible values</source>
        <translation>la carte des latents contient des valeurs impossibles</translation>
    </message>
    <message>
        <source>normal boards differ in size</source>
        <translation>les cartes normales n’ont pas la même taille</translation>
    </message>
    <message>
        <source>Register all of them to one grid first.</source>
        <translation>Recalez-les d’abord toutes sur une même grille.</translation>
    </message>
    <message>
        <source>the latent board cannot be read ({word_error})</source>
        <translation>la carte des latents ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>the network measured {value}</source>
        <translation>le réseau a mesuré {value}</translation>
    </message>
    <message>
        <source>The network weights are damaged or the training diverged; train the bundle again.</source>
        <translation>Les poids du réseau sont endommagés ou l’entraînement a divergé ; réentraînez le modèle.</translation>
    </message>
    <message>
        <source>two parts stand side by side</source>
        <translation>deux parties se suivent sans séparation</translation>
    </message>
    <message>
        <source>Put between them what parts them, such as _ or -.</source>
        <translation>Mettez entre elles ce qui les sépare, par exemple _ ou -.</translation>
    </message>
    <message>
        <source>{name} is not known</source>
        <translation>{name} est inconnu</translation>
    </message>
    <message>
        <source>Use {fields} or *.</source>
        <translation>Utilisez {fields} ou *.</translation>
    </message>
    <message>
        <source>{name} stands twice</source>
        <translation>{name} figure deux fois</translation>
    </message>
    <message>
        <source>Leave one of them out, or put * in its place.</source>
        <translation>Enlevez-en un, ou mettez * à sa place.</translation>
    </message>
    <message>
        <source>the serial number is missing</source>
        <translation>le numéro de série manque</translation>
    </message>
    <message>
        <source>Put {serial} where it stands in the name.</source>
        <translation>Mettez {serial} là où il figure dans le nom.</translation>
    </message>
    <message>
        <source>a brace is open</source>
        <translation>une accolade est ouverte</translation>
    </message>
    <message>
        <source>Close it, as in {serial}.</source>
        <translation>Fermez-la, comme dans {serial}.</translation>
    </message>
    <message>
        <source>the process that draws the boards has ended</source>
        <translation>le processus qui dessine les cartes s’est arrêté</translation>
    </message>
    <message>
        <source>there are no images to train on</source>
        <translation>il n’y a pas d’images pour l’entraînement</translation>
    </message>
    <message>
        <source>Give at least two normal images.</source>
        <translation>Donnez au moins deux images normales.</translation>
    </message>
    <message>
        <source>crops of {crop} px are not a multiple of {factor}</source>
        <translation>des extraits de {crop} px ne sont pas un multiple de {factor}</translation>
    </message>
    <message>
        <source>Use a multiple of {factor}.</source>
        <translation>Utilisez un multiple de {factor}.</translation>
    </message>
    <message>
        <source>the images differ in size, so they cannot be trained whole or by position</source>
        <translation>les images n’ont pas la même taille : impossible de les entraîner entières ou par position</translation>
    </message>
    <message>
        <source>Register them to one reference board, or train on crops (preset robust does).</source>
        <translation>Recalez-les sur une carte de référence, ou entraînez sur des extraits (comme le préréglage robust).</translation>
    </message>
    <message>
        <source>the checkpoint is of another version</source>
        <translation>le point de reprise est d’une autre version</translation>
    </message>
    <message>
        <source>Train anew with --restart, or use that version.</source>
        <translation>Réentraînez avec --restart, ou utilisez cette version-là.</translation>
    </message>
    <message>
        <source>the checkpoint cannot be read ({word_error})</source>
        <translation>le point de reprise ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>Check the drive.</source>
        <translation>Vérifiez le lecteur.</translation>
    </message>
    <message>
        <source>the checkpoint is damaged</source>
        <translation>le point de reprise est endommagé</translation>
    </message>
    <message>
        <source>Train anew with --restart.</source>
        <translation>Réentraînez avec --restart.</translation>
    </message>
    <message>
        <source>{asked} devices are asked for, this machine has {most} {of}</source>
        <translation>{asked} appareils sont demandés, cette machine en a {most} ({of})</translation>
    </message>
    <message>
        <source>Use --devices 1.</source>
        <translation>Utilisez --devices 1.</translation>
    </message>
    <message>
        <source>the process of {name} ended before the training did (exit code {code})</source>
        <translation>le processus de {name} s’est arrêté avant l’entraînement (code {code})</translation>
    </message>
    <message>
        <source>Its own message stands above; use --resume to go on from the last checkpoint.</source>
        <translation>Son propre message figure plus haut ; --resume continue depuis le dernier point de reprise.</translation>
    </message>
    <message>
        <source>there are no boards of 32 px and more to train on</source>
        <translation>il n’y a pas de cartes de 32 px et plus pour l’entraînement</translation>
    </message>
    <message>
        <source>Give normal boards.</source>
        <translation>Donnez des cartes normales.</translation>
    </message>
    <message>
        <source>the loss of the foreign network is not finite at step {step}</source>
        <translation>la perte du réseau des corps étrangers n’est plus finie au pas {step}</translation>
    </message>
    <message>
        <source>Train again.</source>
        <translation>Relancez l’entraînement.</translation>
    </message>
    <message>
        <source>the foreign network to begin with is not one of boards of this size</source>
        <translation>le réseau des corps étrangers de départ n’est pas prévu pour des cartes de cette taille</translation>
    </message>
    <message>
        <source>Train from the start.</source>
        <translation>Entraînez depuis le début.</translation>
    </message>
    <message>
        <source>this is not the published file of {name} (its hash differs)</source>
        <translation>ce n’est pas le fichier publié de {name} (son empreinte diffère)</translation>
    </message>
    <message>
        <source>Download {file} again from {url}.</source>
        <translation>Téléchargez de nouveau {file} depuis {url}.</translation>
    </message>
    <message>
        <source>the weights cannot be read ({word_error})</source>
        <translation>les poids ne peuvent pas être lus ({word_error})</translation>
    </message>
    <message>
        <source>Put {file} there, or use {other}.</source>
        <translation>Mettez-y {file}, ou utilisez {other}.</translation>
    </message>
    <message>
        <source>the ImageNet weights of {name} cannot be downloaded ({word_error})</source>
        <translation>les poids ImageNet de {name} ne peuvent pas être téléchargés ({word_error})</translation>
    </message>
    <message>
        <source>Download them elsewhere and give the folder with --imagenet-weights, or use {other}.</source>
        <translation>Téléchargez-les ailleurs et donnez le dossier avec --imagenet-weights, ou utilisez {other}.</translation>
    </message>
    <message>
        <source>the loss is not finite at step {step}</source>
        <translation>la perte n’est plus finie au pas {step}</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>Baissez le pas d’apprentissage.</translation>
    </message>
    <message>
        <source>the training here is finished, there is nothing to go on with</source>
        <translation>l’entraînement est terminé ici, il n’y a rien à poursuivre</translation>
    </message>
    <message>
        <source>Train anew without --resume.</source>
        <translation>Réentraînez sans --resume.</translation>
    </message>
    <message>
        <source>the training here cannot be resumed, it was another one ({said})</source>
        <translation>l’entraînement ne peut pas être repris ici, c’en était un autre ({said})</translation>
    </message>
    <message>
        <source>Use the same images and settings, or train anew with --restart.</source>
        <translation>Utilisez les mêmes images et réglages, ou réentraînez avec --restart.</translation>
    </message>
    <message>
        <source>another training is writing here</source>
        <translation>un autre entraînement écrit ici</translation>
    </message>
    <message>
        <source>Wait for it, or give another --bundle.</source>
        <translation>Attendez-le, ou donnez un autre --bundle.</translation>
    </message>
    <message>
        <source>the run folder cannot be written ({word_error})</source>
        <translation>le dossier d’entraînement ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>an unfinished training is here ({stage} at step {step})</source>
        <translation>un entraînement inachevé se trouve ici ({stage} au pas {step})</translation>
    </message>
    <message>
        <source>Go on with --resume, or throw it away with --restart.</source>
        <translation>Continuez avec --resume, ou jetez-le avec --restart.</translation>
    </message>
    <message>
        <source>the state of the training here cannot be read</source>
        <translation>l’état de l’entraînement ne peut pas être lu ici</translation>
    </message>
    <message>
        <source>the weights of {name} cannot be read</source>
        <translation>les poids de {name} ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>the weights of {name} do not fit its network ({error})</source>
        <translation>les poids de {name} ne conviennent pas à son réseau ({error})</translation>
    </message>
    <message>
        <source>Train the bundle again with this version.</source>
        <translation>Réentraînez le modèle avec cette version.</translation>
    </message>
    <message>
        <source>the weights of foreign_net do not fit its network ({error})</source>
        <translation>les poids de foreign_net ne conviennent pas à son réseau ({error})</translation>
    </message>
    <message>
        <source>the position map is missing</source>
        <translation>la carte des positions manque</translation>
    </message>
    <message>
        <source>there are no held-out images to be patient with</source>
        <translation>il n’y a pas d’images mises de côté pour juger quand s’arrêter</translation>
    </message>
    <message>
        <source>Use patience 0, or more images.</source>
        <translation>Utilisez patience 0, ou plus d’images.</translation>
    </message>
    <message>
        <source>a budget is either seconds or steps</source>
        <translation>un budget est en secondes ou en pas</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Donnez l’un des deux.</translation>
    </message>
    <message>
        <source>the training budget is zero</source>
        <translation>le budget d’entraînement est nul</translation>
    </message>
    <message>
        <source>Give a positive number of minutes or steps.</source>
        <translation>Donnez un nombre positif de minutes ou de pas.</translation>
    </message>
    <message>
        <source>there is no abnormal image</source>
        <translation>il n’y a pas d’image anormale</translation>
    </message>
    <message>
        <source>Add images of defective boards.</source>
        <translation>Ajoutez des images de cartes défectueuses.</translation>
    </message>
    <message>
        <source>there is no normal image</source>
        <translation>il n’y a pas d’image normale</translation>
    </message>
    <message>
        <source>Add images of normal boards.</source>
        <translation>Ajoutez des images de cartes normales.</translation>
    </message>
    <message>
        <source>a curve needs normal and abnormal images</source>
        <translation>une courbe demande des images normales et anormales</translation>
    </message>
    <message>
        <source>Add the other ones.</source>
        <translation>Ajoutez les autres.</translation>
    </message>
    <message>
        <source>a {word_rate} of {value}</source>
        <translation>{word_rate} : {value}</translation>
    </message>
    <message>
        <source>miss rate</source>
        <translation>taux de manqués</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confiance</translation>
    </message>
    <message>
        <source>Give one between 0 and 1.</source>
        <translation>Donnez-en un entre 0 et 1.</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilité</translation>
    </message>
    <message>
        <source>false-positive rate</source>
        <translation>taux de faux positifs</translation>
    </message>
    <message>
        <source>there is no role {role}</source>
        <translation>il n’y a pas de rôle {role}</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Identifiez-vous de nouveau.</translation>
    </message>
    <message>
        <source>the role {word_role} may not {word_right}</source>
        <translation>le rôle {word_role} n’a pas le droit de : {word_right}</translation>
    </message>
    <message>
        <source>Ask somebody with the role {word_role}.</source>
        <translation>Demandez à quelqu’un qui a le rôle {word_role}.</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>opérateur</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>ingénieur</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>qualité</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>name and PIN do not belong together</source>
        <translation>le nom et le PIN ne vont pas ensemble</translation>
    </message>
    <message>
        <source>Try again, or ask an admin for a new PIN.</source>
        <translation>Réessayez, ou demandez un nouveau PIN à un administrateur.</translation>
    </message>
    <message>
        <source>a person needs a name</source>
        <translation>une personne a besoin d’un nom</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>Entrez le nom.</translation>
    </message>
    <message>
        <source>the PIN must be 4 to 12 digits</source>
        <translation>le PIN doit avoir de 4 à 12 chiffres</translation>
    </message>
    <message>
        <source>Choose another PIN.</source>
        <translation>Choisissez un autre PIN.</translation>
    </message>
    <message>
        <source>people are registered by an admin</source>
        <translation>les personnes sont inscrites par un administrateur</translation>
    </message>
    <message>
        <source>Let an admin log in.</source>
        <translation>Un administrateur doit s’identifier.</translation>
    </message>
    <message>
        <source>the first person must be an admin</source>
        <translation>la première personne doit être administrateur</translation>
    </message>
    <message>
        <source>Register an admin first.</source>
        <translation>Inscrivez d’abord un administrateur.</translation>
    </message>
    <message>
        <source>no confirmed board is there to enter</source>
        <translation>il n’y a aucune carte confirmée à ajouter</translation>
    </message>
    <message>
        <source>Let a second person judge boards.</source>
        <translation>Faites juger des cartes par une seconde personne.</translation>
    </message>
    <message>
        <source>the new bundle cannot be written ({word_error})</source>
        <translation>le nouveau modèle ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>no images to choose a reference board from</source>
        <translation>pas d’images pour choisir une carte de référence</translation>
    </message>
    <message>
        <source>Give normal images.</source>
        <translation>Donnez des images normales.</translation>
    </message>
    <message>
        <source>no images to build the reference board from</source>
        <translation>pas d’images pour construire la carte de référence</translation>
    </message>
    <message>
        <source>the reference board has no valid shape</source>
        <translation>la carte de référence n’a pas de forme valable</translation>
    </message>
    <message>
        <source>Build the bundle again.</source>
        <translation>Recréez le modèle.</translation>
    </message>
    <message>
        <source>the reference board is incomplete</source>
        <translation>la carte de référence est incomplète</translation>
    </message>
    <message>
        <source>the reference board has too little structure</source>
        <translation>la carte de référence a trop peu de structure</translation>
    </message>
    <message>
        <source>Use the mode free.</source>
        <translation>Utilisez le mode free.</translation>
    </message>
    <message>
        <source>no board was inspected yet</source>
        <translation>aucune carte n’a encore été inspectée</translation>
    </message>
    <message>
        <source>Inspect boards, then make the report.</source>
        <translation>Inspectez des cartes, puis créez le rapport.</translation>
    </message>
    <message>
        <source>no board of the workspace was inspected by this bundle</source>
        <translation>aucune carte de l’espace de travail n’a été inspectée par ce modèle</translation>
    </message>
    <message>
        <source>Inspect the boards with it first, or report without naming a bundle.</source>
        <translation>Inspectez d’abord les cartes avec lui, ou faites le rapport sans nommer de modèle.</translation>
    </message>
    <message>
        <source>a person cannot judge a board {kind}</source>
        <translation>une personne ne peut pas juger une carte « {kind} »</translation>
    </message>
    <message>
        <source>Use undo.</source>
        <translation>Utilisez Annuler.</translation>
    </message>
    <message>
        <source>a defect code ({code}) needs the judgment NG</source>
        <translation>un code de défaut ({code}) demande le jugement NG</translation>
    </message>
    <message>
        <source>Judge NG, or leave it out.</source>
        <translation>Jugez NG, ou enlevez-le.</translation>
    </message>
    <message>
        <source>a review time of {seconds} s is impossible</source>
        <translation>une durée de contrôle de {seconds} s est impossible</translation>
    </message>
    <message>
        <source>Give seconds from 0 up.</source>
        <translation>Donnez des secondes à partir de 0.</translation>
    </message>
    <message>
        <source>a good board has no NG region</source>
        <translation>une bonne carte n’a pas de zone NG</translation>
    </message>
    <message>
        <source>Judge the board NG.</source>
        <translation>Jugez la carte NG.</translation>
    </message>
    <message>
        <source>nobody is named as operator</source>
        <translation>aucun opérateur n’est nommé</translation>
    </message>
    <message>
        <source>Enter the operator's name, then judge.</source>
        <translation>Entrez le nom de l’opérateur, puis jugez.</translation>
    </message>
    <message>
        <source>what the machine saw is not shown before the verdict</source>
        <translation>ce que la machine a vu n’est pas montré avant le verdict</translation>
    </message>
    <message>
        <source>Judge OK, then look.</source>
        <translation>Jugez OK, puis regardez.</translation>
    </message>
    <message>
        <source>board {board} has been judged by somebody else since</source>
        <translation>la carte {board} a été jugée entre-temps par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Open the board and judge it again.</source>
        <translation>Ouvrez la carte et jugez-la de nouveau.</translation>
    </message>
    <message>
        <source>the board has not been judged yet</source>
        <translation>la carte n’a pas encore été jugée</translation>
    </message>
    <message>
        <source>Judge it first.</source>
        <translation>Jugez-la d’abord.</translation>
    </message>
    <message>
        <source>a second opinion needs a second person</source>
        <translation>un second avis demande une seconde personne</translation>
    </message>
    <message>
        <source>Let somebody else judge it.</source>
        <translation>Faites-la juger par quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>a board that was not flagged cannot be a false call</source>
        <translation>une carte qui n’a pas été signalée ne peut pas être un faux défaut</translation>
    </message>
    <message>
        <source>Judge it OK.</source>
        <translation>Jugez-la OK.</translation>
    </message>
    <message>
        <source>a region cannot be withdrawn</source>
        <translation>une zone ne peut pas être retirée</translation>
    </message>
    <message>
        <source>Leave the region out.</source>
        <translation>Laissez cette zone de côté.</translation>
    </message>
    <message>
        <source>the defect code {code} of a region needs NG</source>
        <translation>le code de défaut {code} d’une zone demande NG</translation>
    </message>
    <message>
        <source>Judge the region NG.</source>
        <translation>Jugez la zone NG.</translation>
    </message>
    <message>
        <source>the region {box} lies outside the board</source>
        <translation>la zone {box} est en dehors de la carte</translation>
    </message>
    <message>
        <source>Draw it on the board.</source>
        <translation>Dessinez-la sur la carte.</translation>
    </message>
    <message>
        <source>the rules of the review need a name</source>
        <translation>les règles du contrôle demandent un nom</translation>
    </message>
    <message>
        <source>Enter who sets them.</source>
        <translation>Entrez qui les fixe.</translation>
    </message>
    <message>
        <source>Give a number from 0 to {most}.</source>
        <translation>Donnez un nombre de 0 à {most}.</translation>
    </message>
    <message>
        <source>unknown classifier {name}</source>
        <translation>classifieur inconnu {name}</translation>
    </message>
    <message>
        <source>classifiers must be named once, one at least</source>
        <translation>chaque classifieur doit être nommé une fois, au moins un</translation>
    </message>
    <message>
        <source>Choose from {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>a probability is not a number</source>
        <translation>une probabilité n’est pas un nombre</translation>
    </message>
    <message>
        <source>Leave this classifier out.</source>
        <translation>Laissez ce classifieur de côté.</translation>
    </message>
    <message>
        <source>{name} cannot be fitted ({error})</source>
        <translation>{name} ne peut pas être ajusté ({error})</translation>
    </message>
    <message>
        <source>values of shape {shape} for {images} images and {metrics} metrics</source>
        <translation>valeurs de forme {shape} pour {images} images et {metrics} mesures</translation>
    </message>
    <message>
        <source>Collect the metrics again.</source>
        <translation>Recalculez les mesures.</translation>
    </message>
    <message>
        <source>a metric occurs twice</source>
        <translation>une mesure figure deux fois</translation>
    </message>
    <message>
        <source>the metric {name} is not a number</source>
        <translation>la mesure {name} n’est pas un nombre</translation>
    </message>
    <message>
        <source>Inspect the image again or leave it out ({count} images are concerned).</source>
        <translation>Inspectez de nouveau l’image ou laissez-la de côté ({count} images sont concernées).</translation>
    </message>
    <message>
        <source>one group holds a whole class of the training part</source>
        <translation>un groupe contient toute une classe de la partie d’entraînement</translation>
    </message>
    <message>
        <source>Add more groups.</source>
        <translation>Ajoutez des groupes.</translation>
    </message>
    <message>
        <source>a group holds nearly all images of a class</source>
        <translation>un groupe contient presque toutes les images d’une classe</translation>
    </message>
    <message>
        <source>Use smaller groups.</source>
        <translation>Utilisez des groupes plus petits.</translation>
    </message>
    <message>
        <source>{images} {word_kind} images in {groups} groups are too few to fit and judge a score</source>
        <translation>{images} images ({word_kind}) en {groups} groupes ne suffisent pas pour ajuster et juger un score</translation>
    </message>
    <message>
        <source>Add {word_kind} images until there are at least {least} that do not belong together.</source>
        <translation>Ajoutez des images ({word_kind}) jusqu’à en avoir au moins {least} indépendantes.</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normales</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>défectueuses</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>anormales</translation>
    </message>
    <message>
        <source>every metric is constant over the images</source>
        <translation>toutes les mesures sont constantes sur les images</translation>
    </message>
    <message>
        <source>Check that the images differ.</source>
        <translation>Vérifiez que les images diffèrent.</translation>
    </message>
    <message>
        <source>{name} needs metrics that these images do not have</source>
        <translation>{name} demande des mesures que ces images n’ont pas</translation>
    </message>
    <message>
        <source>Choose another classifier, or fit a bundle of a registered product.</source>
        <translation>Choisissez un autre classifieur, ou ajustez un modèle d’un produit recalé.</translation>
    </message>
    <message>
        <source>no classifier can be fitted</source>
        <translation>aucun classifieur ne peut être ajusté</translation>
    </message>
    <message>
        <source>there is no search {name}</source>
        <translation>il n’y a pas de recherche {name}</translation>
    </message>
    <message>
        <source>Use {names}.</source>
        <translation>Utilisez {names}.</translation>
    </message>
    <message>
        <source>no classifier can be fitted with images left out</source>
        <translation>aucun classifieur ne peut être ajusté avec des images laissées de côté</translation>
    </message>
    <message>
        <source>there is no protocol {name}</source>
        <translation>il n’y a pas de protocole {name}</translation>
    </message>
    <message>
        <source>{values} values for {images} images</source>
        <translation>{values} valeurs pour {images} images</translation>
    </message>
    <message>
        <source>Give one per image.</source>
        <translation>Donnez-en une par image.</translation>
    </message>
    <message>
        <source>the report does not fit this version ({word_error})</source>
        <translation>le rapport ne convient pas à cette version ({word_error})</translation>
    </message>
    <message>
        <source>{scores} scores and {labels} labels for {images} images</source>
        <translation>{scores} scores et {labels} étiquettes pour {images} images</translation>
    </message>
    <message>
        <source>Give one of each.</source>
        <translation>Donnez-en un de chaque.</translation>
    </message>
    <message>
        <source>the scorer's file names an untrusted type ({name})</source>
        <translation>le fichier du classifieur nomme un type non admis ({name})</translation>
    </message>
    <message>
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message>
        <source>Use the bundle's settings.</source>
        <translation>Utilisez les réglages du modèle.</translation>
    </message>
    <message>
        <source>values of shape {shape} for {metrics} metrics</source>
        <translation>valeurs de forme {shape} pour {metrics} mesures</translation>
    </message>
    <message>
        <source>Check them.</source>
        <translation>Vérifiez-les.</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} n’est pas un nombre</translation>
    </message>
    <message>
        <source>Inspect the image again.</source>
        <translation>Inspectez de nouveau l’image.</translation>
    </message>
    <message>
        <source>the scorer gives other scores than when it was saved</source>
        <translation>le classifieur donne d’autres scores que lors de son enregistrement</translation>
    </message>
    <message>
        <source>the scorer's file is too large</source>
        <translation>le fichier du classifieur est trop grand</translation>
    </message>
    <message>
        <source>the scorer cannot be read ({word_error})</source>
        <translation>le classifieur ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>the scorer's file is damaged ({word_error})</source>
        <translation>le fichier du classifieur est endommagé ({word_error})</translation>
    </message>
    <message>
        <source>the scorer's file unpacks to too much</source>
        <translation>le fichier du classifieur devient trop grand une fois décompressé</translation>
    </message>
    <message>
        <source>the scorer's file is damaged</source>
        <translation>le fichier du classifieur est endommagé</translation>
    </message>
    <message>
        <source>{name} cannot be fitted on these images</source>
        <translation>{name} ne peut pas être ajusté sur ces images</translation>
    </message>
    <message>
        <source>{draws} draws on {folds} folds</source>
        <translation>{draws} tirages sur {folds} plis</translation>
    </message>
    <message>
        <source>Use 1 draw and 2 folds or more.</source>
        <translation>Utilisez au moins 1 tirage et 2 plis.</translation>
    </message>
    <message>
        <source>the bundle was trained on every one of these boards</source>
        <translation>le modèle a été entraîné sur toutes ces cartes</translation>
    </message>
    <message>
        <source>Give boards it never saw.</source>
        <translation>Donnez des cartes qu’il n’a jamais vues.</translation>
    </message>
    <message>
        <source>{count} boards for practice</source>
        <translation>{count} cartes d’entraînement</translation>
    </message>
    <message>
        <source>Use 0 to {most}.</source>
        <translation>Utilisez 0 à {most}.</translation>
    </message>
    <message>
        <source>{count} boards that the bundle never saw, for {trials} trials</source>
        <translation>{count} cartes que le modèle n’a jamais vues, pour {trials} essais</translation>
    </message>
    <message>
        <source>Give {count} boards, or plan fewer trials.</source>
        <translation>Donnez {count} cartes, ou prévoyez moins d’essais.</translation>
    </message>
    <message>
        <source>a review time of {seconds} s cannot be kept</source>
        <translation>une durée de contrôle de {seconds} s ne peut pas être conservée</translation>
    </message>
    <message>
        <source>a board has no side {side}</source>
        <translation>une carte n’a pas de face {side}</translation>
    </message>
    <message>
        <source>Give T, B, or nothing.</source>
        <translation>Donnez T, B, ou rien.</translation>
    </message>
    <message>
        <source>Judge the board again without that region.</source>
        <translation>Jugez de nouveau la carte sans cette zone.</translation>
    </message>
    <message>
        <source>the database refused ({word_error})</source>
        <translation>la base de données a refusé ({word_error})</translation>
    </message>
    <message>
        <source>See the log, then try again.</source>
        <translation>Voyez le journal, puis réessayez.</translation>
    </message>
    <message>
        <source>{name} has no time zone</source>
        <translation>{name} n’a pas de fuseau horaire</translation>
    </message>
    <message>
        <source>Use datetime.now(UTC).</source>
        <translation>Utilisez datetime.now(UTC).</translation>
    </message>
    <message>
        <source>a value cannot be kept ({word_error})</source>
        <translation>une valeur ne peut pas être conservée ({word_error})</translation>
    </message>
    <message>
        <source>Inspect the board again.</source>
        <translation>Inspectez de nouveau la carte.</translation>
    </message>
    <message>
        <source>a stored inspection cannot be read ({word_error})</source>
        <translation>une inspection enregistrée ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>Restore the workspace from a backup.</source>
        <translation>Restaurez l’espace de travail depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>stored judgments of regions cannot be read ({word_error})</source>
        <translation>des jugements de zones enregistrés ne peuvent pas être lus ({word_error})</translation>
    </message>
    <message>
        <source>the workspace was written by a newer version (its schema is {schema}, this version knows {known})</source>
        <translation>l’espace de travail a été écrit par une version plus récente (son schéma est {schema}, cette version connaît {known})</translation>
    </message>
    <message>
        <source>Open it with the newer version, or choose another workspace.</source>
        <translation>Ouvrez-le avec la version plus récente, ou choisissez un autre espace de travail.</translation>
    </message>
    <message>
        <source>the database belongs to another program</source>
        <translation>la base de données appartient à un autre programme</translation>
    </message>
    <message>
        <source>Choose another workspace.</source>
        <translation>Choisissez un autre espace de travail.</translation>
    </message>
    <message>
        <source>that is not a panel key</source>
        <translation>ce n’est pas une clé de vue</translation>
    </message>
    <message>
        <source>Use panel_key(inspection).</source>
        <translation>Utilisez panel_key(inspection).</translation>
    </message>
    <message>
        <source>a panel is not a 16-bit difference map</source>
        <translation>une vue n’est pas une carte de différence en 16 bits</translation>
    </message>
    <message>
        <source>a panel is not an 8-bit colour picture</source>
        <translation>une vue n’est pas une image couleur en 8 bits</translation>
    </message>
    <message>
        <source>the panels cannot be written ({word_error})</source>
        <translation>les vues ne peuvent pas être écrites ({word_error})</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Vérifiez la place libre et les droits d’accès de l’espace de travail.</translation>
    </message>
    <message>
        <source>the picture of a very large board cannot be divided ({word_error})</source>
        <translation>l’image d’une très grande carte ne peut pas être divisée ({word_error})</translation>
    </message>
    <message>
        <source>the {name} is not a uint8 H×W×3 picture</source>
        <translation>la vue {name} n’est pas une image uint8 H×W×3</translation>
    </message>
    <message>
        <source>the {name} difference map is not finite H×W</source>
        <translation>la carte de différence {name} n’est pas finie, de forme H×W</translation>
    </message>
    <message>
        <source>a panel cannot be read ({word_error})</source>
        <translation>une vue ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message>
        <source>a panel cannot be encoded as PNG</source>
        <translation>une vue ne peut pas être codée en PNG</translation>
    </message>
    <message>
        <source>a panel is damaged</source>
        <translation>une vue est endommagée</translation>
    </message>
    <message>
        <source>there is no board number {number}</source>
        <translation>il n’y a pas de carte numéro {number}</translation>
    </message>
    <message>
        <source>Load the queue again.</source>
        <translation>Rechargez la file.</translation>
    </message>
    <message>
        <source>board {board} has been judged meanwhile (its newest record is {newest}, not {other})</source>
        <translation>la carte {board} a été jugée entre-temps (son dernier enregistrement est {newest}, pas {other})</translation>
    </message>
    <message>
        <source>Look at the board again, then judge it.</source>
        <translation>Regardez de nouveau la carte, puis jugez-la.</translation>
    </message>
    <message>
        <source>there is no workspace here</source>
        <translation>il n’y a pas d’espace de travail ici</translation>
    </message>
    <message>
        <source>Give the folder of an existing workspace.</source>
        <translation>Donnez le dossier d’un espace de travail existant.</translation>
    </message>
    <message>
        <source>the workspace folder cannot be written ({word_error})</source>
        <translation>le dossier de l’espace de travail ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>the threshold is {value}</source>
        <translation>le seuil est {value}</translation>
    </message>
    <message>
        <source>Set a threshold first.</source>
        <translation>Fixez d’abord un seuil.</translation>
    </message>
    <message>
        <source>one value has no spread</source>
        <translation>une seule valeur n’a pas de dispersion</translation>
    </message>
    <message>
        <source>Give two values or more.</source>
        <translation>Donnez deux valeurs ou plus.</translation>
    </message>
    <message>
        <source>scores of shape {shape} and labels of shape {labels}</source>
        <translation>scores de forme {shape} et étiquettes de forme {labels}</translation>
    </message>
    <message>
        <source>Give one label per score.</source>
        <translation>Donnez une étiquette par score.</translation>
    </message>
    <message>
        <source>the score of image {image} is not a number</source>
        <translation>le score de l’image {image} n’est pas un nombre</translation>
    </message>
    <message>
        <source>Score it again.</source>
        <translation>Notez-la de nouveau.</translation>
    </message>
    <message>
        <source>a label is neither 0 nor 1</source>
        <translation>une étiquette n’est ni 0 ni 1</translation>
    </message>
    <message>
        <source>Use 1 for defective and 0 for normal.</source>
        <translation>Utilisez 1 pour défectueux et 0 pour normal.</translation>
    </message>
    <message>
        <source>a threshold needs a name</source>
        <translation>un seuil demande un nom</translation>
    </message>
    <message>
        <source>Enter who changes it.</source>
        <translation>Entrez qui le change.</translation>
    </message>
    <message>
        <source>a threshold of {value}</source>
        <translation>un seuil de {value}</translation>
    </message>
    <message>
        <source>Give a score from 0 to 1.</source>
        <translation>Donnez un score de 0 à 1.</translation>
    </message>
    <message>
        <source>a doubtful band up to {value}</source>
        <translation>une zone de doute jusqu’à {value}</translation>
    </message>
    <message>
        <source>End it above the threshold, at 1 at most.</source>
        <translation>Terminez-la au-dessus du seuil, à 1 au plus.</translation>
    </message>
    <message>
        <source>{missed} known defects would be missed and no reason is given</source>
        <translation>{missed} défauts connus seraient manqués et aucune raison n’est donnée</translation>
    </message>
    <message>
        <source>Write down why, or lower it.</source>
        <translation>Écrivez pourquoi, ou baissez-le.</translation>
    </message>
    <message>
        <source>the reason is too long</source>
        <translation>la raison est trop longue</translation>
    </message>
    <message>
        <source>Use at most {most} characters.</source>
        <translation>Utilisez {most} caractères au plus.</translation>
    </message>
    <message>
        <source>this threshold is in force already</source>
        <translation>ce seuil est déjà en vigueur</translation>
    </message>
    <message>
        <source>Move the line, or leave it.</source>
        <translation>Déplacez la ligne, ou laissez-la.</translation>
    </message>
    <message>
        <source>there is no threshold change number {number}</source>
        <translation>il n’y a pas de changement de seuil numéro {number}</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>threshold change {number} was made for another bundle ({bundle})</source>
        <translation>le changement de seuil {number} a été fait pour un autre modèle ({bundle})</translation>
    </message>
    <message>
        <source>Scores of two bundles do not compare: set the threshold anew.</source>
        <translation>Les scores de deux modèles ne se comparent pas : fixez le seuil de nouveau.</translation>
    </message>
    <message>
        <source>going back needs a reason</source>
        <translation>revenir en arrière demande une raison</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>Écrivez pourquoi.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{count} usable normal images are too few to train on</source>
        <translation>{count} images normales utilisables ne suffisent pas pour l’entraînement</translation>
    </message>
    <message>
        <source>Give at least {least}, better 30 and more.</source>
        <translation>Donnez-en au moins {least}, mieux 30 et plus.</translation>
    </message>
    <message>
        <source>only {count} normal images align with each other</source>
        <translation>seules {count} images normales se recalent entre elles</translation>
    </message>
    <message>
        <source>Check that they show one product.</source>
        <translation>Vérifiez qu’elles montrent un seul produit.</translation>
    </message>
    <message>
        <source>no image set aside for the mask aligns</source>
        <translation>aucune image mise de côté pour le masque ne se recale</translation>
    </message>
    <message>
        <source>Set aside boards of the same product.</source>
        <translation>Mettez de côté des cartes du même produit.</translation>
    </message>
    <message>
        <source>no normal image is left for the normal-variation mask</source>
        <translation>il ne reste aucune image normale pour le masque de variation normale</translation>
    </message>
    <message>
        <source>Add normal images of this product.</source>
        <translation>Ajoutez des images normales de ce produit.</translation>
    </message>
    <message>
        <source>the normal-variation mask holds impossible values</source>
        <translation>le masque de variation normale contient des valeurs impossibles</translation>
    </message>
    <message>
        <source>{count} normal images are too few for their spread</source>
        <translation>{count} images normales ne suffisent pas pour leur dispersion</translation>
    </message>
    <message>
        <source>Give two of them.</source>
        <translation>Donnez-en deux.</translation>
    </message>
    <message>
        <source>the normal spread holds impossible values</source>
        <translation>la dispersion normale contient des valeurs impossibles</translation>
    </message>
    <message>
        <source>difference map {number} is {shape}, the ones before it are {others}</source>
        <translation>la carte de différence {number} fait {shape}, les précédentes {others}</translation>
    </message>
    <message>
        <source>the normal-variation mask cannot be read ({word_error})</source>
        <translation>le masque de variation normale ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>the normal spread cannot be read ({word_error})</source>
        <translation>la dispersion normale ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>the image could not be encoded as PNG</source>
        <translation>l’image n’a pas pu être codée en PNG</translation>
    </message>
    <message>
        <source>Check the free memory.</source>
        <translation>Vérifiez la mémoire libre.</translation>
    </message>
    <message>
        <source>Check the free space and the rights.</source>
        <translation>Vérifiez la place libre et les droits.</translation>
    </message>
    <message>
        <source>there is no such product</source>
        <translation>ce produit n’existe pas</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>the {word_name} is not a number (NaN)</source>
        <translation>ceci n’est pas un nombre (NaN) : {word_name}</translation>
    </message>
    <message>
        <source>Inspect the board again, or fit the bundle anew.</source>
        <translation>Inspectez de nouveau la carte, ou réajustez le modèle.</translation>
    </message>
    <message>
        <source>share of second opinions</source>
        <translation>part des seconds avis</translation>
    </message>
    <message>
        <source>rate of hidden probes</source>
        <translation>part de cartes témoins cachées</translation>
    </message>
    <message>
        <source>limit of false calls</source>
        <translation>limite de faux défauts</translation>
    </message>
    <message>
        <source>limit of defects</source>
        <translation>limite de défauts</translation>
    </message>
    <message>
        <source>{word_first}, {word_rest}</source>
        <translation>{word_first}, {word_rest}</translation>
    </message>
    <message>
        <source>this is no judgments file of this version</source>
        <translation>ce n’est pas un fichier de jugements de cette version</translation>
    </message>
    <message>
        <source>Give an exported CSV file.</source>
        <translation>Donnez un fichier CSV exporté.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>record {number} was expected here: a record was removed, inserted or moved</source>
        <translation>l’enregistrement {number} était attendu ici : un enregistrement a été supprimé, inséré ou déplacé</translation>
    </message>
    <message>
        <source>its fields do not give its hash: it was changed</source>
        <translation>ses champs ne donnent pas son empreinte : il a été modifié</translation>
    </message>
    <message>
        <source>it does not follow from the record before it</source>
        <translation>il ne découle pas de l’enregistrement précédent</translation>
    </message>
    <message>
        <source>the file ends before it: lines were cut off</source>
        <translation>le fichier s’arrête avant : des lignes ont été coupées</translation>
    </message>
    <message>
        <source>The board does not align with its reference board (correlation {value}): the score means little. Check product, side and position.</source>
        <translation>La carte ne se recale pas sur sa carte de référence (corrélation {value}) : le score ne veut pas dire grand-chose. Vérifiez produit, face et position.</translation>
    </message>
    <message>
        <source>the pictures of this board are not in the workspace</source>
        <translation>les images de cette carte ne sont pas dans l’espace de travail</translation>
    </message>
    <message>
        <source>Inspect the folder of this board again.</source>
        <translation>Inspectez de nouveau le dossier de cette carte.</translation>
    </message>
    <message>
        <source>there is another workspace where the demo line would begin</source>
        <translation>un autre espace de travail occupe la place de la ligne de démonstration</translation>
    </message>
    <message>
        <source>Move that folder to another place, then open the demo line again.</source>
        <translation>Déplacez ce dossier, puis ouvrez de nouveau la ligne de démonstration.</translation>
    </message>
    <message>
        <source>a drawing cannot be written as {word_kind}</source>
        <translation>un graphique ne peut pas être écrit en {word_kind}</translation>
    </message>
    <message>
        <source>a file without an ending</source>
        <translation>fichier sans terminaison</translation>
    </message>
    <message>
        <source>Give a name that ends in .png, .svg or .csv.</source>
        <translation>Donnez un nom qui se termine par .png, .svg ou .csv.</translation>
    </message>
    <message>
        <source>the check {name} did not pass</source>
        <translation>le contrôle {name} n’a pas réussi</translation>
    </message>
    <message>
        <source>Repair it, or give a reason.</source>
        <translation>Corrigez, ou donnez une raison.</translation>
    </message>
    <message>
        <source>the journal did not reach the disk ({word_error})</source>
        <translation>le journal n’est pas arrivé sur le disque ({word_error})</translation>
    </message>
    <message>
        <source>Free space or connect the drive, then continue; what was written is intact.</source>
        <translation>Libérez de la place ou connectez le lecteur, puis continuez ; ce qui est écrit est intact.</translation>
    </message>
    <message>
        <source>an image cannot be shown ({word_error})</source>
        <translation>une image ne peut pas être montrée ({word_error})</translation>
    </message>
    <message>
        <source>Check the study.</source>
        <translation>Vérifiez l’étude.</translation>
    </message>
    <message>
        <source>The image ({w} x {h} px) is larger than the screen ({sw} x {sh} px): prepare the study at a smaller size.</source>
        <translation>L’image ({w} x {h} px) est plus grande que l’écran ({sw} x {sh} px) : préparez l’étude dans une taille plus petite.</translation>
    </message>
    <message>
        <source>Fleiss' κ needs the same number of answers to each image</source>
        <translation>le κ de Fleiss demande autant de réponses pour chaque image</translation>
    </message>
    <message>
        <source>Use Krippendorff's α.</source>
        <translation>Utilisez l’α de Krippendorff.</translation>
    </message>
    <message>
        <source>no image has two answers</source>
        <translation>aucune image n’a deux réponses</translation>
    </message>
    <message>
        <source>Leave agreement out of the report.</source>
        <translation>Omettez l’accord dans le rapport.</translation>
    </message>
    <message>
        <source>{word_feature}: {word_note}</source>
        <translation>{word_feature} : {word_note}</translation>
    </message>
    <message>
        <source>Prepare the study again.</source>
        <translation>Préparez l’étude de nouveau.</translation>
    </message>
    <message>
        <source>reals and fakes differ in {word_features}</source>
        <translation>originaux et reconstructions diffèrent par : {word_features}</translation>
    </message>
    <message>
        <source>Bring both through the same steps, or justify in writing why observers cannot use it.</source>
        <translation>Faites-les passer par les mêmes étapes, ou justifiez par écrit pourquoi les observateurs ne peuvent pas s’en servir.</translation>
    </message>
    <message>
        <source>the leak audit is damaged</source>
        <translation>le contrôle des fuites est endommagé</translation>
    </message>
    <message>
        <source>Delete the file and audit again.</source>
        <translation>Supprimez le fichier et refaites le contrôle.</translation>
    </message>
    <message>
        <source>the stimulus cannot be read ({word_error})</source>
        <translation>l’image de l’étude ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>Copy the study again.</source>
        <translation>Recopiez l’étude.</translation>
    </message>
    <message>
        <source>the same in all files</source>
        <translation>identique dans tous les fichiers</translation>
    </message>
    <message>
        <source>{count} different values; must be one</source>
        <translation>{count} valeurs différentes ; il n’en faut qu’une</translation>
    </message>
    <message>
        <source>what the model does to a board; not to be altered</source>
        <translation>ce que le modèle fait d’une carte ; à ne pas modifier</translation>
    </message>
    <message>
        <source>tells fakes from reals; red outside {low} to {high}</source>
        <translation>distingue reconstructions et originaux ; rouge hors de {low} à {high}</translation>
    </message>
    <message>
        <source>tells little; red outside {low} to {high}</source>
        <translation>dit peu ; rouge hors de {low} à {high}</translation>
    </message>
    <message>
        <source>file size</source>
        <translation>taille du fichier</translation>
    </message>
    <message>
        <source>header</source>
        <translation>en-tête</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>métadonnées</translation>
    </message>
    <message>
        <source>time of change</source>
        <translation>heure de modification</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>droits</translation>
    </message>
    <message>
        <source>order of names</source>
        <translation>ordre des noms</translation>
    </message>
    <message>
        <source>8×8 blockiness</source>
        <translation>blocs 8×8</translation>
    </message>
    <message>
        <source>8×8 DCT zeros</source>
        <translation>zéros DCT 8×8</translation>
    </message>
    <message>
        <source>spectrum slope</source>
        <translation>pente du spectre</translation>
    </message>
    <message>
        <source>border</source>
        <translation>bord</translation>
    </message>
    <message>
        <source>clipped share</source>
        <translation>part saturée</translation>
    </message>
    <message>
        <source>distinct levels</source>
        <translation>niveaux distincts</translation>
    </message>
    <message>
        <source>level range</source>
        <translation>étendue des niveaux</translation>
    </message>
    <message>
        <source>line {number} of the journal is damaged</source>
        <translation>la ligne {number} du journal est endommagée</translation>
    </message>
    <message>
        <source>Restore the file from a copy; do not edit it.</source>
        <translation>Restaurez le fichier depuis une copie ; ne le modifiez pas.</translation>
    </message>
    <message>
        <source>the journal cannot be written ({word_error})</source>
        <translation>le journal ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>the journal cannot be read ({word_error})</source>
        <translation>le journal ne peut pas être lu ({word_error})</translation>
    </message>
    <message>
        <source>the sealed key is not the one that was committed to</source>
        <translation>la clé scellée n’est pas celle qui a été engagée</translation>
    </message>
    <message>
        <source>Put back the original file; with another key the study proves nothing.</source>
        <translation>Remettez le fichier d’origine ; avec une autre clé l’étude ne prouve rien.</translation>
    </message>
    <message>
        <source>the sealed key cannot be read ({word_error})</source>
        <translation>la clé scellée ne peut pas être lue ({word_error})</translation>
    </message>
    <message>
        <source>Put back the folder 'sealed' of this study.</source>
        <translation>Remettez le dossier « sealed » de cette étude.</translation>
    </message>
    <message>
        <source>{name} is missing or damaged</source>
        <translation>{name} manque ou est endommagé</translation>
    </message>
    <message>
        <source>Unblind again: it is written from the journal.</source>
        <translation>Révélez de nouveau : il est écrit à partir du journal.</translation>
    </message>
    <message>
        <source>the study is blinded</source>
        <translation>l’étude est encore en aveugle</translation>
    </message>
    <message>
        <source>Unblind it when all have sat.</source>
        <translation>Révélez-la quand tous ont passé leur séance.</translation>
    </message>
    <message>
        <source>no session was finished</source>
        <translation>aucune séance n’a été terminée</translation>
    </message>
    <message>
        <source>Run a session to its end.</source>
        <translation>Menez une séance jusqu’à la fin.</translation>
    </message>
    <message>
        <source>the study cannot be copied ({word_error})</source>
        <translation>l’étude ne peut pas être copiée ({word_error})</translation>
    </message>
    <message>
        <source>Check rights and space.</source>
        <translation>Vérifiez les droits et la place.</translation>
    </message>
    <message>
        <source>no order without more than {most} of a class in a row was found</source>
        <translation>aucun ordre sans plus de {most} d’une même classe à la suite n’a été trouvé</translation>
    </message>
    <message>
        <source>Allow longer ones.</source>
        <translation>Autorisez-en de plus longues.</translation>
    </message>
    <message>
        <source>{count} boards cannot be halved</source>
        <translation>{count} cartes ne se divisent pas en deux moitiés</translation>
    </message>
    <message>
        <source>Choose an even number of boards.</source>
        <translation>Choisissez un nombre pair de cartes.</translation>
    </message>
    <message>
        <source>{reals} reals and {fakes} fakes cannot be halved evenly</source>
        <translation>{reals} originaux et {fakes} reconstructions ne se divisent pas en moitiés égales</translation>
    </message>
    <message>
        <source>Use as many reals as fakes, an even number of each.</source>
        <translation>Utilisez autant d’originaux que de reconstructions, en nombre pair.</translation>
    </message>
    <message>
        <source>a rate is not in [0, 1]</source>
        <translation>un taux n’est pas dans [0, 1]</translation>
    </message>
    <message>
        <source>Give the rates of the observers.</source>
        <translation>Donnez les taux des observateurs.</translation>
    </message>
    <message>
        <source>a margin of {margin}</source>
        <translation>une marge de {margin}</translation>
    </message>
    <message>
        <source>Register one between 0 and 0.5, such as 0.1.</source>
        <translation>Enregistrez-en une entre 0 et 0.5, par exemple 0.1.</translation>
    </message>
    <message>
        <source>a level of {alpha}</source>
        <translation>un niveau de {alpha}</translation>
    </message>
    <message>
        <source>Register one such as 0.05.</source>
        <translation>Enregistrez-en un comme 0.05.</translation>
    </message>
    <message>
        <source>an observer or an image has no answer</source>
        <translation>un observateur ou une image n’a pas de réponse</translation>
    </message>
    <message>
        <source>Leave it out, and say so.</source>
        <translation>Laissez-le de côté, et dites-le.</translation>
    </message>
    <message>
        <source>a panel of one has no interval</source>
        <translation>un panel d’une personne n’a pas d’intervalle</translation>
    </message>
    <message>
        <source>Plan two observers or more.</source>
        <translation>Prévoyez deux observateurs ou plus.</translation>
    </message>
    <message>
        <source>a margin of {margin} needs more than {most} trials</source>
        <translation>une marge de {margin} demande plus de {most} essais</translation>
    </message>
    <message>
        <source>Register a wider margin.</source>
        <translation>Enregistrez une marge plus large.</translation>
    </message>
    <message>
        <source>a duration is not positive</source>
        <translation>une durée n’est pas positive</translation>
    </message>
    <message>
        <source>Give seconds above 0.</source>
        <translation>Donnez des secondes supérieures à 0.</translation>
    </message>
    <message>
        <source>a break after {number} of {trials} trials</source>
        <translation>une pause après {number} essais sur {trials}</translation>
    </message>
    <message>
        <source>Break in the middle.</source>
        <translation>Faites la pause au milieu.</translation>
    </message>
    <message>
        <source>there is no trial {number}</source>
        <translation>il n’y a pas d’essai {number}</translation>
    </message>
    <message>
        <source>the protocol of the paper is locked</source>
        <translation>le protocole de l’article est verrouillé</translation>
    </message>
    <message>
        <source>Give the changed protocol another name.</source>
        <translation>Donnez un autre nom au protocole modifié.</translation>
    </message>
    <message>
        <source>{question} is not asked</source>
        <translation>{question} n’est pas demandé</translation>
    </message>
    <message>
        <source>Give no names: a participant is a number.</source>
        <translation>Ne donnez pas de nom : un participant est un numéro.</translation>
    </message>
    <message>
        <source>{answer} is no answer to {question}</source>
        <translation>{answer} n’est pas une réponse à {question}</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Choisissez-en une.</translation>
    </message>
    <message>
        <source>d′ needs answers to fakes and to reals</source>
        <translation>d′ demande des réponses aux reconstructions et aux originaux</translation>
    </message>
    <message>
        <source>Report the rate alone.</source>
        <translation>Indiquez seulement le taux.</translation>
    </message>
    <message>
        <source>{part} of {whole} is no rate</source>
        <translation>{part} sur {whole} n’est pas un taux</translation>
    </message>
    <message>
        <source>Count the answers again.</source>
        <translation>Recomptez les réponses.</translation>
    </message>
    <message>
        <source>a count is negative</source>
        <translation>un nombre est négatif</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>rien n’a reçu de réponse</translation>
    </message>
    <message>
        <source>Leave this session out, and say so.</source>
        <translation>Laissez cette séance de côté, et dites-le.</translation>
    </message>
    <message>
        <source>the plan of this session is damaged</source>
        <translation>le plan de cette séance est endommagé</translation>
    </message>
    <message>
        <source>Put back the file.</source>
        <translation>Remettez le fichier.</translation>
    </message>
    <message>
        <source>the plan of this session was changed after it was sealed</source>
        <translation>le plan de cette séance a été modifié après avoir été scellé</translation>
    </message>
    <message>
        <source>{count} trials for a protocol of {trials}</source>
        <translation>{count} essais pour un protocole de {trials}</translation>
    </message>
    <message>
        <source>Prepare the study for this protocol.</source>
        <translation>Préparez l’étude pour ce protocole.</translation>
    </message>
    <message>
        <source>consent is needed</source>
        <translation>le consentement est nécessaire</translation>
    </message>
    <message>
        <source>Tick both sentences, or end the session.</source>
        <translation>Cochez les deux phrases, ou mettez fin à la séance.</translation>
    </message>
    <message>
        <source>the session is in {state}, not in {other}</source>
        <translation>la séance est dans l’état {state}, pas {other}</translation>
    </message>
    <message>
        <source>the session has ended</source>
        <translation>la séance est terminée</translation>
    </message>
    <message>
        <source>Start one for another participant.</source>
        <translation>Commencez-en une pour un autre participant.</translation>
    </message>
    <message>
        <source>the session lay still for {minutes} minutes, {most} are allowed</source>
        <translation>la séance est restée {minutes} minutes à l’arrêt, {most} sont permises</translation>
    </message>
    <message>
        <source>Keep it as it is, and go on with another participant.</source>
        <translation>Laissez-la telle quelle, et continuez avec un autre participant.</translation>
    </message>
    <message>
        <source>the study is unblinded</source>
        <translation>l’étude est révélée</translation>
    </message>
    <message>
        <source>Prepare another study.</source>
        <translation>Préparez une autre étude.</translation>
    </message>
    <message>
        <source>{participant} withdrew</source>
        <translation>{participant} s’est retiré</translation>
    </message>
    <message>
        <source>Give another number.</source>
        <translation>Donnez un autre numéro.</translation>
    </message>
    <message>
        <source>{participant} has sat already</source>
        <translation>{participant} a déjà passé une séance</translation>
    </message>
    <message>
        <source>there is a session {session} of {participant}</source>
        <translation>il y a une séance {session} de {participant}</translation>
    </message>
    <message>
        <source>Give a new session id.</source>
        <translation>Donnez un nouveau numéro de séance.</translation>
    </message>
    <message>
        <source>{participant} has finished a session</source>
        <translation>{participant} a terminé une séance</translation>
    </message>
    <message>
        <source>an image is {kind} {shape}</source>
        <translation>une image est de type {kind} {shape}</translation>
    </message>
    <message>
        <source>Give 8-bit colour images.</source>
        <translation>Donnez des images couleur en 8 bits.</translation>
    </message>
    <message>
        <source>the file is not a stimulus</source>
        <translation>le fichier n’est pas une image d’étude</translation>
    </message>
    <message>
        <source>Copy the study again from where it was prepared, or prepare it anew.</source>
        <translation>Recopiez l’étude depuis l’endroit où elle a été préparée, ou préparez-la de nouveau.</translation>
    </message>
    <message>
        <source>the stimulus has bytes missing or left over</source>
        <translation>il manque des octets à l’image de l’étude, ou il y en a de trop</translation>
    </message>
    <message>
        <source>the stimulus was changed after the study was prepared</source>
        <translation>l’image a été modifiée après la préparation de l’étude</translation>
    </message>
    <message>
        <source>study.json was changed after {participant} sat</source>
        <translation>study.json a été modifié après la séance de {participant}</translation>
    </message>
    <message>
        <source>Put back the original file; margin and protocol are registered before the first session.</source>
        <translation>Remettez le fichier d’origine ; marge et protocole sont enregistrés avant la première séance.</translation>
    </message>
    <message>
        <source>the study id {name} is none</source>
        <translation>{name} n’est pas un nom d’étude</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _, 60 at most.</source>
        <translation>Utilisez lettres, chiffres, - et _, 60 au plus.</translation>
    </message>
    <message>
        <source>{trials} trials with a break after {number} cannot be halved evenly</source>
        <translation>{trials} essais avec une pause après {number} ne se divisent pas en moitiés égales</translation>
    </message>
    <message>
        <source>Use a multiple of four trials and the break in the middle.</source>
        <translation>Utilisez un multiple de quatre essais et la pause au milieu.</translation>
    </message>
    <message>
        <source>no participant is planned</source>
        <translation>aucun participant n’est prévu</translation>
    </message>
    <message>
        <source>Plan one or more.</source>
        <translation>Prévoyez-en un ou plus.</translation>
    </message>
    <message>
        <source>Choose a new folder for the study.</source>
        <translation>Choisissez un nouveau dossier pour l’étude.</translation>
    </message>
    <message>
        <source>the stimuli need {needed} MB, {free} MB are free</source>
        <translation>les images demandent {needed} Mo, {free} Mo sont libres</translation>
    </message>
    <message>
        <source>Free space, or choose another drive.</source>
        <translation>Libérez de la place, ou choisissez un autre lecteur.</translation>
    </message>
    <message>
        <source>no board was given</source>
        <translation>aucune carte n’a été donnée</translation>
    </message>
    <message>
        <source>Give normal boards that the model never saw.</source>
        <translation>Donnez des cartes normales que le modèle n’a jamais vues.</translation>
    </message>
    <message>
        <source>{boards} boards for {trials} trials</source>
        <translation>{boards} cartes pour {trials} essais</translation>
    </message>
    <message>
        <source>Give {boards} boards, and 6 to {most} more for practice.</source>
        <translation>Donnez {boards} cartes, et 6 à {most} de plus pour l’entraînement.</translation>
    </message>
    <message>
        <source>there is no stimulus {name}</source>
        <translation>il n’y a pas d’image {name}</translation>
    </message>
    <message>
        <source>Open the study it is of.</source>
        <translation>Ouvrez l’étude dont elle fait partie.</translation>
    </message>
    <message>
        <source>the study cannot be written ({word_error})</source>
        <translation>l’étude ne peut pas être écrite ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder, its rights and its space.</source>
        <translation>Vérifiez le dossier, ses droits et sa place libre.</translation>
    </message>
    <message>
        <source>there is no study here ({word_error})</source>
        <translation>il n’y a pas d’étude ici ({word_error})</translation>
    </message>
    <message>
        <source>Choose the folder of a prepared study.</source>
        <translation>Choisissez le dossier d’une étude préparée.</translation>
    </message>
    <message>
        <source>the study was made by a newer version</source>
        <translation>l’étude a été faite par une version plus récente</translation>
    </message>
    <message>
        <source>study.json is damaged</source>
        <translation>study.json est endommagé</translation>
    </message>
    <message>
        <source>Put back the original file.</source>
        <translation>Remettez le fichier d’origine.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>the board occurs twice</source>
        <translation>la carte figure deux fois</translation>
    </message>
    <message>
        <source>Give each board once.</source>
        <translation>Donnez chaque carte une fois.</translation>
    </message>
    <message>
        <source>the secret of the study cannot be read</source>
        <translation>le secret de l’étude ne peut pas être lu</translation>
    </message>
    <message>
        <source>an image is {w}×{h} px, the others are {ow}×{oh} px</source>
        <translation>une image fait {w}×{h} px, les autres {ow}×{oh} px</translation>
    </message>
    <message>
        <source>Give images of one size.</source>
        <translation>Donnez des images d’une même taille.</translation>
    </message>
    <message>
        <source>two stimuli are the same picture</source>
        <translation>deux images de l’étude sont identiques</translation>
    </message>
    <message>
        <source>the participant's id is not of the form P001</source>
        <translation>le numéro du participant n’a pas la forme P001</translation>
    </message>
    <message>
        <source>Use P and three digits, no name.</source>
        <translation>Utilisez P et trois chiffres, pas de nom.</translation>
    </message>
    <message>
        <source>the session id {name} is none</source>
        <translation>{name} n’est pas un numéro de séance</translation>
    </message>
    <message>
        <source>Use letters and digits, such as 01.</source>
        <translation>Utilisez lettres et chiffres, comme 01.</translation>
    </message>
    <message>
        <source>Free space or connect the drive, then try again.</source>
        <translation>Libérez de la place ou connectez le lecteur, puis réessayez.</translation>
    </message>
    <message>
        <source>nobody of the id {participant} has sat</source>
        <translation>personne du numéro {participant} n’a passé de séance</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Vérifiez le numéro.</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>personne n’est nommé</translation>
    </message>
    <message>
        <source>Say who opens the truth.</source>
        <translation>Dites qui révèle la vérité.</translation>
    </message>
    <message>
        <source>no session has ended</source>
        <translation>aucune séance n’est terminée</translation>
    </message>
    <message>
        <source>Run the planned sessions first.</source>
        <translation>Menez d’abord les séances prévues.</translation>
    </message>
    <message>
        <source>{done} of {planned} planned sessions are done</source>
        <translation>{done} séances faites sur {planned} prévues</translation>
    </message>
    <message>
        <source>Run the others first, or give the reason why the study stops here; it will stand in the report.</source>
        <translation>Menez d’abord les autres, ou donnez la raison d’arrêter l’étude ici ; elle figurera dans le rapport.</translation>
    </message>
    <message>
        <source>a file of {participant} cannot be deleted ({word_error})</source>
        <translation>un fichier de {participant} ne peut pas être supprimé ({word_error})</translation>
    </message>
    <message>
        <source>Close programs that use it and withdraw again.</source>
        <translation>Fermez les programmes qui l’utilisent et recommencez le retrait.</translation>
    </message>
    <message>
        <source>different: the observers tell the images apart better or worse than by guessing.</source>
        <translation>différent : les observateurs distinguent les images mieux ou moins bien que le hasard.</translation>
    </message>
    <message>
        <source>equivalent to guessing within the registered margin: the observers cannot tell the images apart by more than the margin.</source>
        <translation>équivalent au hasard dans la marge enregistrée : les observateurs ne distinguent pas les images au-delà de la marge.</translation>
    </message>
    <message>
        <source>different and equivalent: there is a difference from guessing, and it is smaller than the registered margin.</source>
        <translation>différent et équivalent : il y a un écart au hasard, et il est plus petit que la marge enregistrée.</translation>
    </message>
    <message>
        <source>inconclusive: the data neither show a difference from guessing nor exclude one as large as the registered margin. This is no evidence that the images cannot be told apart.</source>
        <translation>non concluant : les données ne montrent pas d’écart au hasard et n’en excluent pas un aussi grand que la marge enregistrée. Cela ne prouve pas que les images sont indiscernables.</translation>
    </message>
    <message>
        <source>The verdict is inconclusive: one observer has no interval over observers, and stands for nobody else.</source>
        <translation>Le verdict est non concluant : un seul observateur ne donne pas d’intervalle et ne représente personne d’autre.</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, lies inside {word_margin}.</source>
        <translation>Le verdict est : {word_conclusion} L’intervalle à {wide} de la moyenne est {word_a} ; l’intervalle à {narrow}, {word_b}, est à l’intérieur de {word_margin}.</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, does not lie inside {word_margin}.</source>
        <translation>Le verdict est : {word_conclusion} L’intervalle à {wide} de la moyenne est {word_a} ; l’intervalle à {narrow}, {word_b}, n’est pas à l’intérieur de {word_margin}.</translation>
    </message>
    <message>
        <source>{word_verdict} A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>{word_verdict} Un taux sous 50 % distingue aussi les images : les étiquettes sont inversées.</translation>
    </message>
    <message>
        <source>{low} to {high} %</source>
        <translation>{low} à {high} %</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>–</translation>
    </message>
    <message>
        <source>One observer gives no spread between observers, so the size of a panel cannot be planned from it.</source>
        <translation>Un seul observateur ne donne pas de dispersion : la taille d’un panel ne peut pas en être prévue.</translation>
    </message>
    <message>
        <source>{observers} observers with a spread of {sd} points (ddof 1) prove equivalence within ±{margin} points in {power} of studies if all of them only guess.</source>
        <translation>{observers} observateurs avec une dispersion de {sd} points (ddof 1) prouvent l’équivalence à ±{margin} points dans {power} des études si tous répondent au hasard.</translation>
    </message>
    <message>
        <source>{word_power} {needed} observers are needed for 80 %.</source>
        <translation>{word_power} Il en faut {needed} pour 80 %.</translation>
    </message>
    <message>
        <source>{word_power} More than 100 observers are needed for 80 %.</source>
        <translation>{word_power} Il en faut plus de 100 pour 80 %.</translation>
    </message>
    <message>
        <source>more than 5 % of the answers are missing</source>
        <translation>plus de 5 % des réponses manquent</translation>
    </message>
    <message>
        <source>sat a second time</source>
        <translation>deuxième séance</translation>
    </message>
    <message>
        <source>resumed {times} times</source>
        <translation>reprise {times} fois</translation>
    </message>
    <message>
        <source>built the model</source>
        <translation>a construit le modèle</translation>
    </message>
    <message>
        <source>saw its outputs before</source>
        <translation>a déjà vu ses reconstructions</translation>
    </message>
    <message>
        <source>This bundle does not record what it was trained on, so it cannot be checked that it never saw these boards. Make sure of it, or train the bundle anew.</source>
        <translation>Ce modèle n’indique pas sur quoi il a été entraîné : impossible de vérifier qu’il n’a jamais vu ces cartes. Assurez-vous-en, ou réentraînez-le.</translation>
    </message>
    <message>
        <source>{count} images were left out: the bundle was trained on them.</source>
        <translation>{count} images ont été écartées : le modèle a été entraîné dessus.</translation>
    </message>
    <message>
        <source>{count} files are copies of others and were left out.</source>
        <translation>{count} fichiers sont des copies d’autres et ont été écartés.</translation>
    </message>
    <message>
        <source>Only {count} boards are left for practice.</source>
        <translation>Il ne reste que {count} cartes pour l’entraînement.</translation>
    </message>
    <message>
        <source>Left out: {name} does not align with the reference board.</source>
        <translation>Écartée : {name} ne se recale pas sur la carte de référence.</translation>
    </message>
    <message>
        <source>Left out: {name} is the same picture as another file.</source>
        <translation>Écartée : {name} est la même image qu’un autre fichier.</translation>
    </message>
    <message>
        <source>Of the data set, only its {count} normal test images are used.</source>
        <translation>Du jeu de données, seules les {count} images de test normales servent.</translation>
    </message>
    <message>
        <source>{name}: search</source>
        <translation>{name} : recherche</translation>
    </message>
    <message>
        <source>{name}: known</source>
        <translation>{name} : déjà connu</translation>
    </message>
    <message>
        <source>Final model</source>
        <translation>Modèle final</translation>
    </message>
    <message>
        <source>classifiers</source>
        <translation>classifieurs</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>contrôle préalable</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, lies inside {word_margin}. A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>Le verdict est : {word_conclusion} L’intervalle à {wide} de la moyenne est {word_a} ; l’intervalle à {narrow}, {word_b}, est à l’intérieur de {word_margin}. Un taux sous 50 % distingue aussi les images : les étiquettes sont inversées.</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, does not lie inside {word_margin}. A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>Le verdict est : {word_conclusion} L’intervalle à {wide} de la moyenne est {word_a} ; l’intervalle à {narrow}, {word_b}, n’est pas à l’intérieur de {word_margin}. Un taux sous 50 % distingue aussi les images : les étiquettes sont inversées.</translation>
    </message>
    <message>
        <source>another program is writing to the workspace</source>
        <translation>un autre programme écrit dans l’espace de travail</translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation>Fermez l’autre programme, puis réessayez.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>Free some space, then try again; nothing that was confirmed is lost.</source>
        <translation>Libérez de la place, puis réessayez ; rien de ce qui a été confirmé n’est perdu.</translation>
    </message>
    <message>
        <source>the workspace cannot be written</source>
        <translation>l’espace de travail ne peut pas être écrit</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and the disk.</source>
        <translation>Vérifiez les droits d’accès du dossier et du disque.</translation>
    </message>
    <message>
        <source>the file is not a workspace database</source>
        <translation>le fichier n’est pas la base d’un espace de travail</translation>
    </message>
    <message>
        <source>Restore it from a backup, or choose another folder.</source>
        <translation>Restaurez-le depuis une sauvegarde, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>the workspace database is damaged</source>
        <translation>la base de l’espace de travail est endommagée</translation>
    </message>
    <message>
        <source>the workspace database cannot be opened</source>
        <translation>la base de l’espace de travail ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written.</source>
        <translation>Vérifiez que le dossier existe et qu’on peut y écrire.</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>le disque signale une erreur</translation>
    </message>
    <message>
        <source>Check the disk and its connection, then try again.</source>
        <translation>Vérifiez le disque et sa connexion, puis réessayez.</translation>
    </message>
    <message>
        <source>a board to compare is not a uint8 H×W×3 picture</source>
        <translation>une carte à comparer n’est pas une image uint8 H×W×3</translation>
    </message>
    <message>
        <source>a look of {shape} cannot be compared with looks of {others}</source>
        <translation>une empreinte de {shape} ne se compare pas à celles de {others}</translation>
    </message>
    <message>
        <source>Compare boards of one working grid, one at least.</source>
        <translation>Comparez des cartes d’une même grille de travail, au moins une.</translation>
    </message>
    <message>
        <source>the raw difference map is missing</source>
        <translation>la carte de différence brute manque</translation>
    </message>
    <message>
        <source>{count} metrics are missing, the first is {name}</source>
        <translation>{count} mesures manquent, la première est {name}</translation>
    </message>
    <message>
        <source>{count} metrics are unknown to the scorer, the first is {name}</source>
        <translation>le classifieur ne connaît pas {count} mesures, la première est {name}</translation>
    </message>
    <message>
        <source>the metrics come in another order than the scorer expects</source>
        <translation>les mesures viennent dans un autre ordre que celui attendu</translation>
    </message>
    <message>
        <source>the training could not be started ({word_error})</source>
        <translation>l’entraînement n’a pas pu démarrer ({word_error})</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>the folder of the training cannot be written ({word_error})</source>
        <translation>le dossier de l’entraînement ne peut pas être écrit ({word_error})</translation>
    </message>
    <message>
        <source>Choose another workspace, or make room.</source>
        <translation>Choisissez un autre espace de travail, ou libérez de la place.</translation>
    </message>
    <message>
        <source>the training cannot be asked to end ({word_error})</source>
        <translation>l’arrêt de l’entraînement ne peut pas être demandé ({word_error})</translation>
    </message>
    <message>
        <source>Make room on the drive, or check its rights.</source>
        <translation>Libérez de la place sur le lecteur, ou vérifiez ses droits.</translation>
    </message>
    <message>
        <source>train models and choose the one in use</source>
        <translation>entraîner des modèles et choisir celui en service</translation>
    </message>
</context>
</TS>
