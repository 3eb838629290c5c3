<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <source>Confirmed defects missed</source>
        <translation>Übersehene bestätigte Fehler</translation>
    </message>
    <message>
        <source>The model {name} is in use. Next, choose the boards.</source>
        <translation>Das Modell {name} ist in Gebrauch. Wählen Sie nun die Leiterplatten.</translation>
    </message>
    <message>
        <source>from the first defects on</source>
        <translation>sobald es Fehler gibt</translation>
    </message>
    <message>
        <source>1 board</source>
        <translation>1 Leiterplatte</translation>
    </message>
    <message>
        <source>1 board to judge matches: {name}.</source>
        <translation>Eine Leiterplatte, die zu beurteilen ist, passt: {name}.</translation>
    </message>
    <message>
        <source>1 judged board matches: {name}, {word}.</source>
        <translation>Eine beurteilte Leiterplatte passt: {name}, {word}.</translation>
    </message>
    <message>
        <source>1 region</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>95 % of the normal boards of the calibration have no region above the limit; regions at or below it are left out. Score and verdict do not depend on it.</source>
        <translation>95 % der guten Leiterplatten der Kalibrierung haben keine Stelle über der Grenze; Stellen bis zu ihr sind weggelassen. Score und Urteil hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>A fit needs {least:,} of each; still missing: {list}.</source>
        <translation>Eine Anpassung braucht je {least:,}; es fehlen noch: {list}.</translation>
    </message>
    <message>
        <source>{count:defective board|defective boards}</source>
        <translation>{count:fehlerhafte Leiterplatte|fehlerhafte Leiterplatten}</translation>
    </message>
    <message>
        <source>{count:good board|good boards}</source>
        <translation>{count:gute Leiterplatte|gute Leiterplatten}</translation>
    </message>
    <message>
        <source>A locked person cannot log in. What the person signed stays as it is.</source>
        <translation>Wer gesperrt ist, kann sich nicht anmelden. Was die Person unterschrieben hat, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>A model holds what the machine has learnt from photographs of good boards, once per product.</source>
        <translation>Ein Modell enthält, was die Maschine aus Fotos guter Leiterplatten gelernt hat, einmal je Produkt.</translation>
    </message>
    <message>
        <source>A model of this depth needs {least:good board|good boards}; the folder has {count:,}.</source>
        <translation>Ein Modell dieser Tiefe braucht {least:gute Leiterplatte|gute Leiterplatten}; der Ordner hat {count:,}.</translation>
    </message>
    <message>
        <source>A threshold that misses none of {defects:defect|defects} promises a true miss rate below {bound} % (95 % confidence).</source>
        <translation>Eine Schwelle, die von {defects:Fehler|Fehlern} keinen übersieht, verspricht eine wahre Schlupfrate unter {bound} % (95 % Konfidenz).</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>About two minutes, from {least:good board|good boards} on. No training and no reconstruction: boards are compared with the reference board. Without labelled defects nothing is promised about missed ones.</source>
        <translation>Etwa zwei Minuten, ab {least:guten Leiterplatte|guten Leiterplatten}. Kein Training und keine Rekonstruktion: Verglichen wird mit der Referenz-Leiterplatte. Ohne gelabelte Fehler ist über übersehene nichts zugesagt.</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>Echte Pixel</translation>
    </message>
    <message>
        <source>All boards</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All boards in this folder are good</source>
        <translation>Alle Leiterplatten in diesem Ordner sind gut</translation>
    </message>
    <message>
        <source>All boards judged</source>
        <translation>Alle Leiterplatten beurteilt</translation>
    </message>
    <message>
        <source>All checks passed.</source>
        <translation>Alle Prüfungen bestanden.</translation>
    </message>
    <message>
        <source>All flagged boards judged</source>
        <translation>Alle gemeldeten Leiterplatten beurteilt</translation>
    </message>
    <message>
        <source>All flagged boards so far are judged</source>
        <translation>Alle bisher gemeldeten Leiterplatten sind beurteilt</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Jeder Befund</translation>
    </message>
    <message>
        <source>Boards are compared with the reference board, the mean of {boards:normal board|normal boards}: there is no reconstruction and no mask.</source>
        <translation>Verglichen wird mit der Referenz-Leiterplatte, dem Mittel von {boards:normalen Leiterplatte|normalen Leiterplatten}: Es gibt keine Rekonstruktion und keine Maske.</translation>
    </message>
    <message>
        <source>Build the model</source>
        <translation>Modell erstellen</translation>
    </message>
    <message>
        <source>CSV, one row per board</source>
        <translation>CSV, eine Zeile je Leiterplatte</translation>
    </message>
    <message>
        <source>CSV, one row per judgment and region</source>
        <translation>CSV, eine Zeile je Urteil und Stelle</translation>
    </message>
    <message>
        <source>A folder with photographs of 15 good boards or more is enough for a model that judges at once. With labelled boards too (train/good, test/good and test/DEFECT as in MVTec AD, folders good and bad, or a manifest.csv) the threshold rests on known defects, and from 30 good boards on networks can be trained. You can also drop the folder here.</source>
        <translation>Ein Ordner mit Fotos von mindestens 15 guten Leiterplatten genügt für ein Modell, das sofort urteilt. Mit gelabelten Leiterplatten dazu (train/good, test/good und test/FEHLER wie in MVTec AD, Ordner good und bad oder eine manifest.csv) beruht die Schwelle auf bekannten Fehlern, und ab 30 guten Leiterplatten lassen sich Netze trainieren. Sie können den Ordner auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Confirmed in this workspace: {defects:defective board|defective boards} and {good:good board|good boards}.</source>
        <translation>Bestätigt in diesem Arbeitsbereich: {defects:fehlerhafte Leiterplatte|fehlerhafte Leiterplatten} und {good:gute Leiterplatte|gute Leiterplatten}.</translation>
    </message>
    <message>
        <source>Defects missed</source>
        <translation>Übersehene Fehler</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Fit with confirmed boards…</source>
        <translation>Mit bestätigten Leiterplatten anpassen…</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>From the first defects on</source>
        <translation>Sobald es Fehler gibt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt von</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Minutes to hours, 30 good boards and more: reconstruction with the VQGAN and all its metrics. The threshold needs labelled defects.</source>
        <translation>Minuten bis Stunden, ab 30 guten Leiterplatten: Rekonstruktion mit dem VQGAN und alle seine Metriken. Die Schwelle braucht gelabelte Fehler.</translation>
    </message>
    <message>
        <source>NG boards, place not said</source>
        <translation>NG-Leiterplatten, Ort nicht angegeben</translation>
    </message>
    <message>
        <source>NG boards, place not said: {n}</source>
        <translation>NG-Leiterplatten, Ort nicht angegeben: {n}</translation>
    </message>
    <message>
        <source>NG marks region {n}</source>
        <translation>NG markiert Stelle {n}</translation>
    </message>
    <message>
        <source>NG marks regions {list}</source>
        <translation>NG markiert Stellen {list}</translation>
    </message>
    <message>
        <source>NG marks the selected region (N, P or a click), or the only one. Alt+2 marks several. Statistics by place count marked regions alone.</source>
        <translation>NG markiert die gewählte Stelle (N, P oder Klick) oder die einzige. Alt+2 markiert mehrere. Auswertungen nach Ort zählen nur markierte Stellen.</translation>
    </message>
    <message>
        <source>NG: place not said</source>
        <translation>NG: Ort nicht angegeben</translation>
    </message>
    <message>
        <source>All regions, or those that stand out</source>
        <translation>Alle Stellen oder nur die auffälligen</translation>
    </message>
    <message>
        <source>Applied to {count:unjudged board|unjudged boards}: {flagged:,} flagged, {passed:,} passed</source>
        <translation>Auf {count:offene Leiterplatte|offene Leiterplatten} angewandt: {flagged:,} gemeldet, {passed:,} gut</translation>
    </message>
    <message>
        <source>Applied to {count:unjudged board|unjudged boards}: {passed:,} no longer flagged, {flagged:,} flagged now. It is in the list of changes.</source>
        <translation>Auf {count:offene Leiterplatte|offene Leiterplatten} angewandt: {passed:,} nicht mehr gemeldet, {flagged:,} jetzt gemeldet. Es steht in der Liste der Änderungen.</translation>
    </message>
    <message>
        <source>Apply to {count:unjudged board|unjudged boards}</source>
        <translation>Auf {count:offene Leiterplatte|offene Leiterplatten} anwenden</translation>
    </message>
    <message>
        <source>Back from {old} to {new}, the model’s own threshold.</source>
        <translation>Zurück von {old} auf {new}, die Schwelle des Modells selbst.</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>From a folder of photographs of good boards, on the page Model.</source>
        <translation>Aus einem Ordner mit Fotos guter Leiterplatten, auf der Seite Modell.</translation>
    </message>
    <message>
        <source>Gives them this threshold and the verdict that follows, as a record with your name. Scores stay.</source>
        <translation>Gibt ihnen diese Schwelle und das Urteil, das daraus folgt, als Eintrag mit Ihrem Namen. Scores bleiben.</translation>
    </message>
    <message>
        <source>No defect is confirmed yet. Once two people or quality have confirmed {least:defective board|defective boards} and as many good ones, a score and a threshold can be fitted that miss none of them.</source>
        <translation>Noch ist kein Fehler bestätigt. Sobald zwei Personen oder die Qualität {least:fehlerhafte Leiterplatte|fehlerhafte Leiterplatten} und ebenso viele gute bestätigt haben, lassen sich Score und Schwelle so anpassen, dass keine davon übersehen wird.</translation>
    </message>
    <message>
        <source>No defect was known so far: score and threshold are fitted on these boards alone.</source>
        <translation>Bisher war kein Fehler bekannt: Score und Schwelle werden allein an diese Leiterplatten angepasst.</translation>
    </message>
    <message>
        <source>Normal boards flagged</source>
        <translation>Normale Leiterplatten gemeldet</translation>
    </message>
    <message>
        <source>Nothing is promised about missed defects.</source>
        <translation>Über übersehene Fehler ist nichts zugesagt.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Inspection stopped: {count:board|boards} left</source>
        <translation>Prüfung angehalten: noch {count:Leiterplatte|Leiterplatten}</translation>
    </message>
    <message>
        <source>It applies to the next boards; those in the queue keep theirs.</source>
        <translation>Sie gilt für die nächsten Leiterplatten; die in der Warteschlange behalten ihre.</translation>
    </message>
    <message>
        <source>Judgments and pictures are stored in this folder. It is created if it does not exist.</source>
        <translation>In diesem Ordner liegen Urteile und Bilder. Er wird angelegt, wenn es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>PIN noch einmal</translation>
    </message>
    <message>
        <source>Progress of the inspection</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Regions that do not stand out from normal boards are left out at first.</source>
        <translation>Stellen, die sich von guten Leiterplatten nicht abheben, sind zunächst weggelassen.</translation>
    </message>
    <message>
        <source>Judged good</source>
        <translation>Gut beurteilt</translation>
    </message>
    <message>
        <source>Outside the filter: {n:board|boards}, {name} first.</source>
        <translation>Außerhalb des Filters: {n:Leiterplatte|Leiterplatten}, zuerst {name}.</translation>
    </message>
    <message>
        <source>Outside the filter: {n:board|boards}.</source>
        <translation>Außerhalb des Filters: {n:Leiterplatte|Leiterplatten}.</translation>
    </message>
    <message>
        <source>Reset filter</source>
        <translation>Ohne Filter</translation>
    </message>
    <message>
        <source>Restore default keys</source>
        <translation>Standardtasten wiederherstellen</translation>
    </message>
    <message>
        <source>Always 1</source>
        <translation>Immer 1</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>Back to the boards to judge</source>
        <translation>Zurück zu den offenen Leiterplatten</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>Brightest colour</source>
        <translation>Hellste Farbe</translation>
    </message>
    <message>
        <source>Key bindings</source>
        <translation>Tastenkürzel ändern</translation>
    </message>
    <message>
        <source>Key bindings…</source>
        <translation>Tastenkürzel ändern…</translation>
    </message>
    <message>
        <source>Change operator</source>
        <translation>Prüfer wechseln</translation>
    </message>
    <message>
        <source>Change operator…</source>
        <translation>Prüfer wechseln…</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Click a field, then press the new key. Backspace removes a key.</source>
        <translation>Ein Feld anklicken, dann die neue Taste drücken. Die Rücktaste nimmt eine Taste weg.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code for NG (C)</source>
        <translation>Code bei NG (C)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Comment (K)</source>
        <translation>Bemerkung (K)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark or light theme</source>
        <translation>Dunkles oder helles Design</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>Deeper shadows</source>
        <translation>Tiefere Schatten</translation>
    </message>
    <message>
        <source>Defect code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Difference map</source>
        <translation>Differenzbild</translation>
    </message>
    <message>
        <source>Difference overlay</source>
        <translation>Differenz über dem Original</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>Suche: {text}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show all boards to judge again (Ctrl+Shift+F)</source>
        <translation>Wieder alle Leiterplatten zeigen, die zu beurteilen sind (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Shows all boards to judge in the queue again.</source>
        <translation>Zeigt wieder alle Leiterplatten, die zu beurteilen sind.</translation>
    </message>
    <message>
        <source>Show all (Shift+N)</source>
        <translation>Alle zeigen (Umschalt+N)</translation>
    </message>
    <message>
        <source>Still needed: {list}.</source>
        <translation>Noch nötig: {list}.</translation>
    </message>
    <message>
        <source>Stronger difference overlay</source>
        <translation>Differenz über dem Original: stärker</translation>
    </message>
    <message>
        <source>The demo line always uses its own model. To use the one that you build, open a workspace of your own first.</source>
        <translation>Die Vorführlinie verwendet immer ihr eigenes Modell. Um das zu verwenden, das Sie erstellen, öffnen Sie zuerst einen eigenen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The folder does not state which boards are good. If all of them are, a model that judges at once can be built; it promises nothing about missed defects.</source>
        <translation>Der Ordner sagt nicht, welche Leiterplatten gut sind. Sind es alle, lässt sich ein Modell erstellen, das sofort urteilt; über übersehene Fehler sagt es nichts zu.</translation>
    </message>
    <message>
        <source>The folder does not state which boards are good: confirm that all of them are.</source>
        <translation>Der Ordner sagt nicht, welche Leiterplatten gut sind: Bestätigen Sie, dass es alle sind.</translation>
    </message>
    <message>
        <source>The score is the evidence of the general network; a fit on labelled defects uses the metrics.</source>
        <translation>Der Score ist die Evidenz des allgemeinen Netzes; eine Anpassung an gelabelte Fehler nutzt die Metriken.</translation>
    </message>
    <message>
        <source>The time below and two minutes, from {least:good board|good boards} on. A third of the boards, at least ten, only set the threshold. No reconstruction. Without labelled defects nothing is promised about missed ones.</source>
        <translation>Die Dauer unten und zwei Minuten, ab {least:guten Leiterplatte|guten Leiterplatten}. Ein Drittel der Leiterplatten, mindestens zehn, setzt nur die Schwelle. Keine Rekonstruktion. Ohne gelabelte Fehler ist über übersehene nichts zugesagt.</translation>
    </message>
    <message>
        <source>Then the digit of the code, or the first letters of its words.</source>
        <translation>Dann die Ziffer des Codes oder die ersten Buchstaben seiner Wörter.</translation>
    </message>
    <message>
        <source>There is no model before the segmentation network is trained; the training can be resumed from here.</source>
        <translation>Vor dem Training des Segmentierungsnetzes gibt es kein Modell; das Training kann von hier aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Tippen, um zu suchen</translation>
    </message>
    <message>
        <source>Verdict of the machine</source>
        <translation>Befund der Maschine</translation>
    </message>
    <message>
        <source>Teach a new product…</source>
        <translation>Neues Produkt anlernen…</translation>
    </message>
    <message>
        <source>The highest scores come first: judge from the top.</source>
        <translation>Die höchsten Scores stehen oben: von oben nach unten prüfen.</translation>
    </message>
    <message>
        <source>The model’s own threshold</source>
        <translation>Schwelle des Modells selbst</translation>
    </message>
    <message>
        <source>The two PINs differ: type the same PIN twice.</source>
        <translation>Die beiden PINs sind verschieden: zweimal dieselbe eingeben.</translation>
    </message>
    <message>
        <source>This threshold flags most boards: {flagged:,} of {total:,}.</source>
        <translation>Diese Schwelle meldet die meisten Leiterplatten: {flagged:,} von {total:,}.</translation>
    </message>
    <message>
        <source>This threshold flags most good boards: {flagged:,} of {good:,} known ones.</source>
        <translation>Diese Schwelle meldet die meisten guten Leiterplatten: {flagged:,} von {good:,} bekannten.</translation>
    </message>
    <message>
        <source>This threshold misses no known defect, and so it flags most good boards too: {flagged:,} of {good:,} known ones.</source>
        <translation>Diese Schwelle übersieht keinen bekannten Fehler und meldet deshalb auch die meisten guten Leiterplatten: {flagged:,} von {good:,} bekannten.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Weaker difference overlay</source>
        <translation>Differenz über dem Original: schwächer</translation>
    </message>
    <message>
        <source>Difference: next colours</source>
        <translation>Differenz: andere Farben</translation>
    </message>
    <message>
        <source>Difference: next weighting</source>
        <translation>Differenz: nächste Gewichtung</translation>
    </message>
    <message>
        <source>Difference: board or fixed scale</source>
        <translation>Differenz: Skala der Leiterplatte oder fest</translation>
    </message>
    <message>
        <source>Dist.</source>
        <translation>Dist.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Doubtful band on or off</source>
        <translation>Zweifelsbereich an oder aus</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter comment</source>
        <translation>Bemerkung schreiben</translation>
    </message>
    <message>
        <source>Enter defect code</source>
        <translation>Fehlercode eingeben</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>Export judgments as CSV…</source>
        <translation>Urteile als CSV exportieren…</translation>
    </message>
    <message>
        <source>False call</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Display only.</source>
        <translation>Nur Anzeige.</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>Eine Reihe</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Fréchet distance between a region and its reconstruction or the reference board. First comes the region that the segmentation map marks most, where the model has one.</source>
        <translation>Fréchet-Abstand zwischen einer Stelle und ihrer Rekonstruktion oder der Referenz-Leiterplatte. Zuerst kommt die Stelle, die die Segmentierungskarte am stärksten markiert, falls das Modell eine hat.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Gamma; display only.</source>
        <translation>Gamma; nur Anzeige.</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Inspect these boards</source>
        <translation>Diese Leiterplatten prüfen</translation>
    </message>
    <message>
        <source>Inspecting board {n} of {all}</source>
        <translation>Leiterplatte {n} von {all} wird geprüft</translation>
    </message>
    <message>
        <source>Redo judgment</source>
        <translation>Urteil wiederherstellen</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Judgment of {who}: {word}.</source>
        <translation>Urteil von {who}: {word}.</translation>
    </message>
    <message>
        <source>Judgment of {who}: {word}. Judge again to correct it.</source>
        <translation>Urteil von {who}: {word}. Zum Korrigieren neu urteilen.</translation>
    </message>
    <message>
        <source>Stored with NG.</source>
        <translation>Wird bei NG behalten.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger images are shrunk, originals and reconstructions by the same filter; the study records it</source>
        <translation>Größere Bilder werden verkleinert, Originale und Rekonstruktionen durch denselben Filter; die Studie hält ihn fest</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>Weniger Kontrast</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Lighter shadows</source>
        <translation>Hellere Schatten</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
        <source>Look at the passed boards too ({n})</source>
        <translation>Auch die guten Leiterplatten ansehen ({n})</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Move the board</source>
        <translation>Leiterplatte verschieben</translation>
    </message>
    <message>
        <source>Move the end of the doubtful band</source>
        <translation>Ende des Zweifelsbereichs verschieben</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>Linie verschieben</translation>
    </message>
    <message>
        <source>Move the line of the swipe</source>
        <translation>Trennlinie verschieben</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message>
        <source>Name of this place at the line, written into every judgment.</source>
        <translation>Name dieses Platzes, steht in jedem Urteil.</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>Nächste Leiterplatte</translation>
    </message>
    <message>
        <source>Next unjudged board</source>
        <translation>Nächste offene Leiterplatte</translation>
    </message>
    <message>
        <source>Next panel in the same place</source>
        <translation>Nächstes Bild an derselben Stelle</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>No board is flagged</source>
        <translation>Keine Leiterplatte ist gemeldet</translation>
    </message>
    <message>
        <source>No board is in this part.</source>
        <translation>In diesem Teil ist keine Leiterplatte.</translation>
    </message>
    <message>
        <source>No boards here</source>
        <translation>Hier sind keine Leiterplatten</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No session without it</source>
        <translation>Ohne das keine Sitzung</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Not as it was written: {what}. Keep the workspace and call quality.</source>
        <translation>Nicht wie geschrieben: {what}. Bewahren Sie den Arbeitsbereich auf und rufen Sie die Qualität.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>Nothing inspected yet</source>
        <translation>Noch nichts geprüft</translation>
    </message>
    <message>
        <source>Next, choose the boards</source>
        <translation>Nun die Leiterplatten</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>Bild maximieren</translation>
    </message>
    <message>
        <source>Maximise or restore panel</source>
        <translation>Bild maximieren oder wiederherstellen</translation>
    </message>
    <message>
        <source>One row per judgment and region, in a file that other programs read.</source>
        <translation>Eine Zeile je Urteil und Stelle, in einer Datei für andere Programme.</translation>
    </message>
    <message>
        <source>Open boards</source>
        <translation>Leiterplatten öffnen</translation>
    </message>
    <message>
        <source>Open demo line</source>
        <translation>Vorführlinie öffnen</translation>
    </message>
    <message>
        <source>Open folder of boards…</source>
        <translation>Ordner mit Leiterplatten öffnen…</translation>
    </message>
    <message>
        <source>Open model bundle…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Open the workspace again</source>
        <translation>Arbeitsbereich erneut öffnen</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>Der Arbeitsbereich wird geöffnet…</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Originals and reconstructions differ in more than the picture: {count:feature is|features are} outside the limits.</source>
        <translation>Originale und Rekonstruktionen unterscheiden sich in mehr als dem Bild: {count:Merkmal liegt|Merkmale liegen} außerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Part of the queue</source>
        <translation>Teil der Warteschlange</translation>
    </message>
    <message>
        <source>Passed by the machine: {n}.</source>
        <translation>Von der Maschine für gut befunden: {n}.</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Previous board</source>
        <translation>Vorige Leiterplatte</translation>
    </message>
    <message>
        <source>Previous panel in the same place</source>
        <translation>Voriges Bild an derselben Stelle</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Reconstruction instead of original</source>
        <translation>Rekonstruktion statt Original</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Reconstructed regions in the original</source>
        <translation>Rekonstruierte Stellen im Original</translation>
    </message>
    <message>
        <source>Rendered boards for trying out the program.</source>
        <translation>Gerechnete Leiterplatten, um alles auszuprobieren.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Details pane</source>
        <translation>Detailbereich</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Umschalt + Rad</translation>
    </message>
    <message>
        <source>Shift and the mouse wheel move the line.</source>
        <translation>Umschalt und Mausrad verschieben die Linie.</translation>
    </message>
    <message>
        <source>Show log folder</source>
        <translation>Protokollordner zeigen</translation>
    </message>
    <message>
        <source>Another person must look at this board.</source>
        <translation>Jemand anders muss diese Leiterplatte ansehen.</translation>
    </message>
    <message>
        <source>Standardised</source>
        <translation>Standardisiert</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Stop inspecting</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Stop the clock after this many seconds without a key or the mouse</source>
        <translation>Sekunden ohne Taste und Maus, bis die Uhr anhält</translation>
    </message>
    <message>
        <source>Swipe: original left, reconstruction right</source>
        <translation>Trennlinie: links Original, rechts Rekonstruktion</translation>
    </message>
    <message>
        <source>Undo judgment</source>
        <translation>Urteil rückgängig machen</translation>
    </message>
    <message>
        <source>The board has a defect.</source>
        <translation>Die Leiterplatte hat einen Fehler.</translation>
    </message>
    <message>
        <source>The board is good, even if the machine saw something.</source>
        <translation>Die Leiterplatte ist gut, auch wenn die Maschine etwas sah.</translation>
    </message>
    <message>
        <source>The board is good: what the machine saw is not there.</source>
        <translation>Die Leiterplatte ist gut: was die Maschine sah, ist nicht da.</translation>
    </message>
    <message>
        <source>The board's own maximum</source>
        <translation>Höchstwert der Leiterplatte</translation>
    </message>
    <message>
        <source>The demo line is starting…</source>
        <translation>Die Vorführlinie läuft an…</translation>
    </message>
    <message>
        <source>The inspection is still running: the next flagged board appears here automatically.</source>
        <translation>Die Prüfung läuft noch: die nächste gemeldete Leiterplatte erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>The model {name} is chosen. Open the folder that the camera writes into; every image in it is inspected, and the flagged ones come first.</source>
        <translation>Das Modell {name} ist gewählt. Öffnen Sie den Ordner, in den die Kamera schreibt; jedes Bild wird geprüft, gemeldete kommen zuerst.</translation>
    </message>
    <message>
        <source>The next board opens</source>
        <translation>Die nächste Leiterplatte öffnet</translation>
    </message>
    <message>
        <source>The panel under the mouse; a double click does the same.</source>
        <translation>Das Bild unter der Maus; ein Doppelklick tut dasselbe.</translation>
    </message>
    <message>
        <source>The pictures of this board are being read.</source>
        <translation>Die Bilder dieser Leiterplatte werden gelesen.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>This workspace is open elsewhere ({user} on {host}). Here you can look at it, as it was a moment ago; nothing is written.</source>
        <translation>Dieser Arbeitsbereich ist anderswo geöffnet ({user} auf {host}). Hier können Sie ihn ansehen, wie er eben war; geschrieben wird nichts.</translation>
    </message>
    <message>
        <source>This workspace is open in another window, which is in front now.</source>
        <translation>Dieser Arbeitsbereich ist in einem anderen Fenster geöffnet, das jetzt vorn ist.</translation>
    </message>
    <message>
        <source>To judge</source>
        <translation>Zu beurteilen</translation>
    </message>
    <message>
        <source>Reset tones</source>
        <translation>Tonwerte zurücksetzen</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Zwei mal zwei</translation>
    </message>
    <message>
        <source>Panels two by two or in one row</source>
        <translation>Bilder zwei mal zwei oder in einer Reihe</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>While held.</source>
        <translation>Solange die Taste gehalten wird.</translation>
    </message>
    <message>
        <source>Who judges?</source>
        <translation>Wer urteilt?</translation>
    </message>
    <message>
        <source>Whole board</source>
        <translation>Ganze Leiterplatte</translation>
    </message>
    <message>
        <source>Writes a new record; the old one stays.</source>
        <translation>Schreibt einen neuen Eintrag; der alte bleibt.</translation>
    </message>
    <message>
        <source>Written into every judgment, for example your initials.</source>
        <translation>Steht in jedem Urteil, zum Beispiel Ihr Kürzel.</translation>
    </message>
    <message>
        <source>Zoom at the mouse</source>
        <translation>Zoom an der Maus</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to region</source>
        <translation>Zur Stelle zoomen</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>above every normal board</source>
        <translation>über jeder normalen Leiterplatte</translation>
    </message>
    <message>
        <source>adapted: the general network learns this product</source>
        <translation>angepasst: das allgemeine Netz lernt dieses Produkt</translation>
    </message>
    <message>
        <source>at once: reference board and general network</source>
        <translation>sofort: Referenz-Leiterplatte und allgemeines Netz</translation>
    </message>
    <message>
        <source>board {n} of {all}</source>
        <translation>Leiterplatte {n} von {all}</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>flagged from {text}</source>
        <translation>gemeldet ab {text}</translation>
    </message>
    <message>
        <source>flags every board</source>
        <translation>meldet jede Leiterplatte</translation>
    </message>
    <message>
        <source>flags no board</source>
        <translation>meldet keine Leiterplatte</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>zur Information</translation>
    </message>
    <message>
        <source>inspecting {n} of {all}</source>
        <translation>prüft {n} von {all}</translation>
    </message>
    <message>
        <source>judged before</source>
        <translation>schon beurteilt</translation>
    </message>
    <message>
        <source>k nearest neighbours</source>
        <translation>k nächste Nachbarn</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>normal boards only</source>
        <translation>nur normale Leiterplatten</translation>
    </message>
    <message>
        <source>not inspected</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>reference board of {count:board|boards}</source>
        <translation>Referenz aus {count:Leiterplatte|Leiterplatten}</translation>
    </message>
    <message>
        <source>region {n}</source>
        <translation>Stelle {n}</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>rendering {n} of {all} …</source>
        <translation>berechnet {n} von {all} …</translation>
    </message>
    <message>
        <source>show {what}</source>
        <translation>zeige {what}</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>standardisiert</translation>
    </message>
    <message>
        <source>tones changed</source>
        <translation>Töne verändert</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>gewichtet</translation>
    </message>
    <message>
        <source>whole: the networks learn this product</source>
        <translation>ganz: die Netze lernen dieses Produkt</translation>
    </message>
    <message>
        <source>zoom {factor}</source>
        <translation>Zoom {factor}</translation>
    </message>
    <message>
        <source>{bundle}: rule “normal boards only”. {count:normal board|normal boards}, each scored by a reference board made without it; no known defect took part.</source>
        <translation>{bundle}: Regel „nur normale Leiterplatten“. {count:normale Leiterplatte|normale Leiterplatten}, jede gegen eine Referenz ohne sie bewertet; kein bekannter Fehler war beteiligt.</translation>
    </message>
    <message>
        <source>{count:board|boards}</source>
        <translation>{count:Leiterplatte|Leiterplatten}</translation>
    </message>
    <message>
        <source>{count:board|boards} written to {path}</source>
        <translation>{count:Leiterplatte|Leiterplatten} geschrieben nach {path}</translation>
    </message>
    <message>
        <source>{count:finding|findings}</source>
        <translation>{count:Befund|Befunde}</translation>
    </message>
    <message>
        <source>{count:judgment|judgments} written to {path}</source>
        <translation>{count:Urteil|Urteile} geschrieben nach {path}</translation>
    </message>
    <message>
        <source>{count:further place does|further places do} not stand out from normal boards: not shown.</source>
        <translation>{count:weitere Stelle hebt|weitere Stellen heben} sich von guten Leiterplatten nicht ab: nicht gezeigt.</translation>
    </message>
    <message>
        <source>{count:|Its known defect is|Its known defects are} outlined in the original.</source>
        <translation>{count:|Der bekannte Fehler ist|Die bekannten Fehler sind} im Original umrandet.</translation>
    </message>
    <message>
        <source>{folder} cannot be created ({error}). Choose another folder.</source>
        <translation>{folder} kann nicht angelegt werden ({error}). Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{more:more defect|more defects} for {rate} %</source>
        <translation>{more:weiterer Fehler|weitere Fehler} für {rate} %</translation>
    </message>
    <message>
        <source>{name}. The first flagged board appears here automatically.</source>
        <translation>{name}. Die erste gemeldete Leiterplatte erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>{n} boards</source>
        <translation>{n} Leiterplatten</translation>
    </message>
    <message>
        <source>{n:,} flagged</source>
        <translation>{n:,} gemeldet</translation>
    </message>
    <message>
        <source>{n} not inspected</source>
        <translation>{n} nicht geprüft</translation>
    </message>
    <message>
        <source>{n} of {all} judged</source>
        <translation>{n} von {all} beurteilt</translation>
    </message>
    <message>
        <source>{n} regions</source>
        <translation>{n} Stellen</translation>
    </message>
    <message>
        <source>{n} to judge</source>
        <translation>{n} offen</translation>
    </message>
    <message>
        <source>{s} a board</source>
        <translation>{s} je Leiterplatte</translation>
    </message>
    <message>
        <source>NG with a defect code…</source>
        <translation>NG mit Fehlercode…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Check the records</source>
        <translation>Aufzeichnungen prüfen</translation>
    </message>
    <message>
        <source>Follows the hash chain and names the first record that was altered</source>
        <translation>Folgt der Hash-Kette und nennt den ersten geänderten Eintrag</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>{count:record|records} written to {path}</source>
        <translation>{count:Eintrag|Einträge} geschrieben nach {path}</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Aufzeichnungen exportieren</translation>
    </message>
    <message>
        <source>All {count:,} records are as they were written. Last hash: {hash}</source>
        <translation>Alle {count:,} Einträge sind so, wie sie geschrieben wurden. Letzter Hash: {hash}</translation>
    </message>
    <message>
        <source>The one record is as it was written. Last hash: {hash}</source>
        <translation>Der eine Eintrag ist so, wie er geschrieben wurde. Letzter Hash: {hash}</translation>
    </message>
    <message>
        <source>{count:record|records}</source>
        <translation>{count:Eintrag|Einträge}</translation>
    </message>
    <message>
        <source>{shown:,} newest of {total:record|records}</source>
        <translation>Die {shown:,} neuesten von {total:Eintrag|Einträgen}</translation>
    </message>
    <message>
        <source>No records yet in this selection: judge a board, or choose another period.</source>
        <translation>Keine Einträge in dieser Auswahl: eine Leiterplatte beurteilen oder einen anderen Zeitraum wählen.</translation>
    </message>
    <message>
        <source>Boards judged</source>
        <translation>Leiterplatten beurteilt</translation>
    </message>
    <message>
        <source>False calls</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Confirmed defects</source>
        <translation>Bestätigte Fehler</translation>
    </message>
    <message>
        <source>Person and machine</source>
        <translation>Mensch und Maschine</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Zwei Personen</translation>
    </message>
    <message>
        <source>(all boards: {time})</source>
        <translation>(alle Leiterplatten: {time})</translation>
    </message>
    <message>
        <source>(another bundle)</source>
        <translation>(anderes Modell)</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Reset to the threshold in force</source>
        <translation>Auf aktive zurücksetzen</translation>
    </message>
    <message>
        <source>A model can be trained, and its score and threshold can be fitted on {count:labelled board|labelled boards}.</source>
        <translation>Ein Modell lässt sich trainieren, und sein Score und seine Schwelle lassen sich an {count:gelabelter Leiterplatte|gelabelten Leiterplatten} anpassen.</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Leiterplatten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change {number} of the threshold was altered after it was written. Ask quality before you continue.</source>
        <translation>Änderung {number} der Schwelle wurde nach dem Schreiben verändert. Fragen Sie die Qualität, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>False-negative rate</source>
        <translation>Falsch-Negativ-Rate</translation>
    </message>
    <message>
        <source>False-positive rate</source>
        <translation>Falsch-Positiv-Rate</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Fewer good boards to review</source>
        <translation>Blicke auf gute Leiterplatten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>A model can be trained, but score and threshold need labelled good and defective boards: put some into test/good and test/DEFECT.</source>
        <translation>Ein Modell kann trainiert werden, aber für Score und Schwelle werden gelabelte gute und fehlerhafte Leiterplatten gebraucht: Legen Sie welche in test/good und test/FEHLER ab.</translation>
    </message>
    <message>
        <source>Go back to an earlier threshold</source>
        <translation>Zu einer früheren Schwelle zurückkehren</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Good boards flagged</source>
        <translation>Gute Leiterplatten gemeldet</translation>
    </message>
    <message>
        <source>A model is written with the training so far, and the training can be resumed later.</source>
        <translation>Ein Modell mit dem bisherigen Trainingsstand wird gespeichert; das Training kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>A training is running: stop it or wait until it ends.</source>
        <translation>Ein Training läuft: Halten Sie es an oder warten Sie, bis es beendet ist.</translation>
    </message>
    <message>
        <source>Known defects missed</source>
        <translation>Bekannte Fehler übersehen</translation>
    </message>
    <message>
        <source>Known defects that would pass unseen: {count:,}</source>
        <translation>Bekannte Fehler, die ungesehen durchgingen: {count:,}</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Open a workspace and choose a model bundle to see its threshold.</source>
        <translation>Öffnen Sie einen Arbeitsbereich und wählen Sie ein Modell, um seine Schwelle zu sehen.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Activate a threshold</source>
        <translation>Schwelle aktivieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Activate…</source>
        <translation>Aktivieren…</translation>
    </message>
    <message>
        <source>Move the line to the lowest score of a known defect (Z)</source>
        <translation>Setzt die Linie auf den niedrigsten Score eines bekannten Fehlers (Taste Z)</translation>
    </message>
    <message>
        <source>Move the line back to the threshold in force (Escape)</source>
        <translation>Setzt die Linie auf die aktive Schwelle zurück (Taste Esc)</translation>
    </message>
    <message>
        <source>Move the line in large steps</source>
        <translation>Linie in großen Schritten verschieben</translation>
    </message>
    <message>
        <source>Scores of normal and defective boards</source>
        <translation>Scores normaler und fehlerhafter Leiterplatten</translation>
    </message>
    <message>
        <source>The hardest known defects (lowest scores first)</source>
        <translation>Die schwersten bekannten Fehler (niedrigster Score zuerst)</translation>
    </message>
    <message>
        <source>The threshold with no defect missed depends on one board, {name}: without it, it would be {value} instead of {now}.</source>
        <translation>Die Schwelle ohne übersehenen Fehler beruht auf einer Leiterplatte, {name}: ohne sie läge sie bei {value} statt {now}.</translation>
    </message>
    <message>
        <source>The threshold with no defect missed depends on the only known defect, {name}.</source>
        <translation>Die Linie ohne übersehenen Fehler beruht auf dem einzigen bekannten Fehler, {name}.</translation>
    </message>
    <message>
        <source>The threshold with no defect missed stays the same whichever single defect is left out.</source>
        <translation>Die Linie ohne übersehenen Fehler bleibt, wo sie ist, welcher einzelne Fehler auch fehlt.</translation>
    </message>
    <message>
        <source>These known defects would pass unseen:</source>
        <translation>Diese bekannten Fehler gingen ungesehen durch:</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>The threshold {value} is in force.</source>
        <translation>Die Schwelle {value} ist aktiv.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When paging without a judgment (A and D). After a judgment the next board never opens at the old place.</source>
        <translation>Beim Blättern ohne Urteil (A und D). Nach einem Urteil öffnet die nächste Leiterplatte nie an der alten Stelle.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why? (may stay empty)</source>
        <translation>Warum? (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Why? This is kept for years.</source>
        <translation>Warum? Das wird jahrelang aufbewahrt.</translation>
    </message>
    <message>
        <source>boards</source>
        <translation>Leiterplatten</translation>
    </message>
    <message>
        <source>hatched, dashed: {count:defective board|defective boards}</source>
        <translation>schraffiert, gestrichelt: {count:fehlerhafte Leiterplatte|fehlerhafte Leiterplatten}</translation>
    </message>
    <message>
        <source>no known defect missed</source>
        <translation>kein bekannter Fehler übersehen</translation>
    </message>
    <message>
        <source>plain, solid: {count:good board|good boards}</source>
        <translation>voll, durchgezogen: {count:gute Leiterplatte|gute Leiterplatten}</translation>
    </message>
    <message>
        <source>quadratic discriminant analysis</source>
        <translation>quadratische Diskriminanzanalyse</translation>
    </message>
    <message>
        <source>score: higher is more defective</source>
        <translation>Score: höher heißt fehlerhafter</translation>
    </message>
    <message>
        <source>{bundle}: {good:good board|good boards} and {bad:defective board|defective boards}, each scored while it was left out (protocol {name}).</source>
        <translation>{bundle}: {good:gute|gute} und {bad:fehlerhafte Leiterplatte|fehlerhafte Leiterplatten}, jede bewertet, während sie ausgelassen war (Protokoll {name}).</translation>
    </message>
    <message>
        <source>{count:board|boards} with a score from {low:.3f} to {high:.3f}</source>
        <translation>{count:Leiterplatte|Leiterplatten} mit einem Score von {low:.3f} bis {high:.3f}</translation>
    </message>
    <message>
        <source>{missed:,} missed of {defects:known defect|known defects}: with 95 % confidence the true miss rate is below {bound} %.</source>
        <translation>{missed:,} von {defects:bekannten Fehler|bekannten Fehlern} übersehen: mit 95 % Sicherheit liegt die wahre Rate unter {bound} %.</translation>
    </message>
    <message>
        <source>{more:more defect|more defects} without a miss would prove 1 %.</source>
        <translation>{more:weiterer Fehler|weitere Fehler} ohne Übersehen {more:|würde|würden} 1 % beweisen.</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <source>Accuracy, none missed</source>
        <translation>Genauigkeit, keiner übersehen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>Klassifikatoren</translation>
    </message>
    <message>
        <source>Export page</source>
        <translation>Seite exportieren</translation>
    </message>
    <message>
        <source>Export page…</source>
        <translation>Seite exportieren…</translation>
    </message>
    <message>
        <source>FPR, none missed</source>
        <translation>Falsch positiv, keiner übersehen</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>All progress of this training will be lost. Discard it?</source>
        <translation>Der gesamte Fortschritt dieses Trainings geht verloren. Verwerfen?</translation>
    </message>
    <message>
        <source>Page written to {path}</source>
        <translation>Seite geschrieben nach {path}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>{name} (chosen)</source>
        <translation>{name} (gewählt)</translation>
    </message>
    <message>
        <source>False calls per 1 000 good boards</source>
        <translation>Fehlalarme je 1 000 gute</translation>
    </message>
    <message>
        <source>No defect missed</source>
        <translation>Keiner übersehen</translation>
    </message>
    <message>
        <source>At a threshold of {value}, no known defect of {defects:,} is missed, and {flagged:,} of {good:good board is|good boards are} flagged for review.</source>
        <translation>Bei einer Schwelle von {value} wird kein bekannter Fehler von {defects:,} übersehen, und {flagged:,} von {good:guten Leiterplatte|guten Leiterplatten} {flagged:|wird|werden} zur Prüfung gemeldet.</translation>
    </message>
    <message>
        <source>At its first region</source>
        <translation>An ihrer ersten Stelle</translation>
    </message>
    <message>
        <source>Review per good board</source>
        <translation>Prüfung je gute Leiterplatte</translation>
    </message>
    <message>
        <source>A board failed later</source>
        <translation>Eine Leiterplatte fiel später aus</translation>
    </message>
    <message>
        <source>A board failed later…</source>
        <translation>Leiterplatte fiel später aus…</translation>
    </message>
    <message>
        <source>A threshold of {score} would have caught it; in force is {value}.</source>
        <translation>Eine Schwelle von {score} hätte sie gemeldet; aktiv ist {value}.</translation>
    </message>
    <message>
        <source>Enter the serial number of a board that failed after it was shipped.</source>
        <translation>Geben Sie die Seriennummer einer Leiterplatte ein, die nach der Auslieferung ausfiel.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Finds its record, and the threshold that would have caught it</source>
        <translation>Findet ihre Aufzeichnung und die Schwelle, die sie gemeldet hätte</translation>
    </message>
    <message>
        <source>Recorded. Its score comes from another bundle and does not apply here.</source>
        <translation>Aufgezeichnet. Ihr Score stammt von einem anderen Modell und sagt hier nichts.</translation>
    </message>
    <message>
        <source>Recorded. The threshold is drawn at {value}, where it would have caught the board.</source>
        <translation>Aufgezeichnet. Die Schwelle ist bei {value} gezeichnet, wo sie die Leiterplatte gemeldet hätte.</translation>
    </message>
    <message>
        <source>Record the defect</source>
        <translation>Fehler aufzeichnen</translation>
    </message>
    <message>
        <source>The threshold in force ({value}) would have caught it.</source>
        <translation>Die aktive Schwelle ({value}) hätte sie gemeldet.</translation>
    </message>
    <message>
        <source>What failed, and where?</source>
        <translation>Was fiel aus, und wo?</translation>
    </message>
    <message>
        <source>flagged by the machine</source>
        <translation>von der Maschine gemeldet</translation>
    </message>
    <message>
        <source>{who} judged it {kind}</source>
        <translation>Urteil von {who}: {kind}</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>passed by the machine</source>
        <translation>von der Maschine durchgelassen</translation>
    </message>
    <message>
        <source>{serial}: score {score}, {then} at a threshold of {value}; {person}.</source>
        <translation>{serial}: Score {score}, {then} bei einer Schwelle von {value}; {person}.</translation>
    </message>
    <message>
        <source>A name that is registered already gets the new role and PIN.</source>
        <translation>Ein eingetragener Name bekommt die neue Rolle und PIN.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Ingenieur</translation>
    </message>
    <message>
        <source>After that, everyone must log in.</source>
        <translation>Von da an meldet sich jeder an.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Permissions: {rights}</source>
        <translation>Rechte: {rights}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No one is registered yet: anyone may judge under any name. The first person becomes the administrator.</source>
        <translation>Niemand ist eingetragen: jeder darf unter einem Namen urteilen. Die erste Person ist Administrator.</translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation>PIN, 4 bis 12 Ziffern</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personen und Rollen</translation>
    </message>
    <message>
        <source>People and roles…</source>
        <translation>Personen und Rollen…</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Who is registered, and what a role may do.</source>
        <translation>Wer eingetragen ist und was eine Rolle darf.</translation>
    </message>
    <message>
        <source>Your name and PIN. The name is written into every judgment.</source>
        <translation>Ihr Name und Ihre PIN. Der Name steht in jedem Urteil.</translation>
    </message>
    <message>
        <source>A miss rate of at most {rate:.0f} % cannot be promised with 95 % confidence: that takes {needed:defect|defects}.</source>
        <translation>Eine Fehlerquote von höchstens {rate:.0f} % lässt sich mit 95 % Sicherheit nicht versprechen: dazu braucht es {needed:Fehler|Fehler}.</translation>
    </message>
    <message>
        <source>A miss rate of at most {rate:.0f} % holds with 95 % confidence up to a threshold of {value}.</source>
        <translation>Eine Fehlerquote von höchstens {rate:.0f} % gilt mit 95 % Sicherheit bis zu einer Schwelle von {value}.</translation>
    </message>
    <message>
        <source>share of defects flagged</source>
        <translation>Anteil gemeldeter Fehler</translation>
    </message>
    <message>
        <source>share of good boards flagged</source>
        <translation>Anteil gemeldeter guter Leiterplatten</translation>
    </message>
    <message>
        <source>{value} (doubtful up to {high})</source>
        <translation>{value} (zweifelhaft bis {high})</translation>
    </message>
    <message>
        <source>From {old} to {new}, from the next board on. Boards in the queue keep their verdict.</source>
        <translation>Von {old} auf {new}, ab der nächsten Leiterplatte. Leiterplatten in der Liste behalten ihr Ergebnis.</translation>
    </message>
    <message>
        <source>Back from {old} to {new}, as of change {number}.</source>
        <translation>Zurück von {old} auf {new}, wie bei Änderung {number}.</translation>
    </message>
    <message>
        <source>In force: {value}, as the bundle came</source>
        <translation>Aktiv: {value}, wie mit dem Modell geliefert</translation>
    </message>
    <message>
        <source>In force: {value}, set on {when} by {who}</source>
        <translation>Aktiv: {value}, gesetzt am {when} von {who}</translation>
    </message>
    <message>
        <source>Doubt to</source>
        <translation>Zweifel bis</translation>
    </message>
    <message>
        <source>Doubtful up to</source>
        <translation>Zweifelhaft bis</translation>
    </message>
    <message>
        <source>Between the two lines the machine decides nothing: a person does (key B; end: Ctrl and arrows)</source>
        <translation>Zwischen den beiden Linien entscheidet nicht die Maschine, sondern ein Mensch (Taste B; Strg und Pfeile verschieben das Ende)</translation>
    </message>
    <message>
        <source>End of the doubtful band</source>
        <translation>Ende des Zweifelsbereichs</translation>
    </message>
    <message>
        <source>In the doubtful band</source>
        <translation>Im Zweifelsbereich</translation>
    </message>
    <message>
        <source>Called defective above it</source>
        <translation>Darüber als defekt gemeldet</translation>
    </message>
    <message>
        <source>Renamed by {who} on {when}; called {before} until then.</source>
        <translation>Umbenannt von {who} am {when}; hieß bis dahin {before}.</translation>
    </message>
    <message>
        <source>{good} good, {bad} defective</source>
        <translation>{good} gute, {bad} defekte</translation>
    </message>
    <message>
        <source>A person decides, not the machine</source>
        <translation>Ein Mensch entscheidet; die Maschine legt sich nicht fest</translation>
    </message>
    <message>
        <source>Flagged as well, with the machine's word that there is a defect</source>
        <translation>Ebenfalls markiert: die Maschine meldet einen Fehler</translation>
    </message>
    <message>
        <source>Review per shift of {count:board|boards}</source>
        <translation>Je Schicht ({count:Leiterplatte|Leiterplatten})</translation>
    </message>
    <message>
        <source>Boards per shift: menu, Settings</source>
        <translation>Leiterplatten je Schicht: Menü, Einstellungen</translation>
    </message>
    <message>
        <source>Misjudgment factor: 1 / false-positive rate</source>
        <translation>Fehlurteilsfaktor: 1 / Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>(per review: {time}, measured)</source>
        <translation>(je Prüfung: {time}, gemessen)</translation>
    </message>
    <message>
        <source>At least {value}.</source>
        <translation>Mindestens {value}.</translation>
    </message>
    <message>
        <source>At most {value}.</source>
        <translation>Höchstens {value}.</translation>
    </message>
    <message>
        <source>“{text}” was not taken. {reason}</source>
        <translation>„{text}“ wurde nicht übernommen. {reason}</translation>
    </message>
    <message>
        <source>“{sign}” is not part of a number.</source>
        <translation>„{sign}“ gehört nicht zu einer Zahl.</translation>
    </message>
    <message>
        <source>Only whole numbers, without a point or comma.</source>
        <translation>Nur ganze Zahlen, ohne Punkt oder Komma.</translation>
    </message>
    <message>
        <source>A number has one decimal sign, a point or a comma, and no sign of thousands.</source>
        <translation>Eine Zahl hat ein Dezimalzeichen, Punkt oder Komma, und kein Tausenderzeichen.</translation>
    </message>
    <message>
        <source>A number has no spaces: type 12000 for twelve thousand.</source>
        <translation>Eine Zahl hat keine Leerzeichen: 12000 für zwölftausend.</translation>
    </message>
    <message>
        <source>At most {n:decimal|decimals}.</source>
        <translation>Höchstens {n:Nachkommastelle|Nachkommastellen}.</translation>
    </message>
    <message>
        <source>Good boards that a shift makes</source>
        <translation>Gute Leiterplatten je Schicht</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>im Zweifel</translation>
    </message>
    <message>
        <source>Score {score} lies in the doubtful band from {low} to {high}: the machine leaves it to you.</source>
        <translation>Der Wert {score} liegt im Zweifelsbereich von {low} bis {high}: die Maschine legt sich nicht fest, Sie entscheiden.</translation>
    </message>
    <message>
        <source>outline: {count:board|boards} of this workspace, not to scale</source>
        <translation>Umriss: {count:Leiterplatte|Leiterplatten} dieses Arbeitsbereichs, nicht maßstäblich</translation>
    </message>
    <message>
        <source>outside the limits</source>
        <translation>außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>passes unseen</source>
        <translation>geht ungesehen weiter</translation>
    </message>
    <message>
        <source>a person looks</source>
        <translation>ein Mensch schaut hin</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>A short practice comes first. To stop or to call the operator, hold Esc for three seconds.</source>
        <translation>Zuerst kommt eine kurze Übung. Um aufzuhören oder die Versuchsleitung zu rufen, halten Sie Esc drei Sekunden lang gedrückt.</translation>
    </message>
    <message>
        <source>Almost done: four questions</source>
        <translation>Fast fertig: vier Fragen</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue without the rest of the break (is recorded)</source>
        <translation>Weiter ohne den Rest der Pause (wird vermerkt)</translation>
    </message>
    <message>
        <source>Decide for each whether it is a photograph of a real board or was made by a computer:</source>
        <translation>Entscheiden Sie bei jedem, ob es das Foto einer echten Leiterplatte ist oder vom Computer erzeugt wurde:</translation>
    </message>
    <message>
        <source>Did you notice anything in the images that gave them away?</source>
        <translation>Ist Ihnen in den Bildern etwas aufgefallen, das sie verraten hat?</translation>
    </message>
    <message>
        <source>Each image stays for {seen}, then the screen is empty for {blank}. You may answer in both, with {first} or {second}; your last answer counts.</source>
        <translation>Jedes Bild bleibt {seen} stehen, dann ist der Bildschirm {blank} leer. In beiden Zeiten können Sie mit {first} oder {second} antworten; die letzte Antwort zählt.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>First part.</source>
        <translation>Erster Teil.</translation>
    </message>
    <message>
        <source>How did you decide? What did you look at?</source>
        <translation>Wie haben Sie entschieden? Worauf haben Sie geachtet?</translation>
    </message>
    <message>
        <source>How many of 100 images do you believe were made by a computer?</source>
        <translation>Wie viele von 100 Bildern wurden Ihrer Meinung nach vom Computer erzeugt?</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Ich bin einverstanden</translation>
    </message>
    <message>
        <source>I have read this and take part of my own free will.</source>
        <translation>Ich habe dies gelesen und nehme freiwillig teil.</translation>
    </message>
    <message>
        <source>I will not talk about the images with other participants until the study is over.</source>
        <translation>Ich spreche mit anderen Teilnehmenden nicht über die Bilder, bis die Studie vorbei ist.</translation>
    </message>
    <message>
        <source>Operator: PIN of this session</source>
        <translation>Versuchsleitung: PIN dieser Sitzung</translation>
    </message>
    <message>
        <source>Please call the operator.</source>
        <translation>Bitte rufen Sie die Versuchsleitung.</translation>
    </message>
    <message>
        <source>Please call the operator. Your answers are safe.</source>
        <translation>Bitte rufen Sie die Versuchsleitung. Ihre Antworten sind sicher.</translation>
    </message>
    <message>
        <source>Practice: nothing counts yet.</source>
        <translation>Übung: Noch zählt nichts.</translation>
    </message>
    <message>
        <source>Press the space bar to begin the practice.</source>
        <translation>Drücken Sie die Leertaste, um mit der Übung zu beginnen.</translation>
    </message>
    <message>
        <source>Press the space bar when you are ready.</source>
        <translation>Drücken Sie die Leertaste, wenn Sie bereit sind.</translation>
    </message>
    <message>
        <source>Second and last part.</source>
        <translation>Zweiter und letzter Teil.</translation>
    </message>
    <message>
        <source>Send and finish</source>
        <translation>Absenden und beenden</translation>
    </message>
    <message>
        <source>Tab moves to the next field; the space bar ticks it.</source>
        <translation>Tab springt zum nächsten Feld; die Leertaste setzt das Häkchen.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Vielen Dank</translation>
    </message>
    <message>
        <source>That was all. Your answers are kept.</source>
        <translation>Das war alles. Ihre Antworten sind aufbewahrt.</translation>
    </message>
    <message>
        <source>The session is not complete; it can be resumed within half an hour.</source>
        <translation>Die Sitzung ist nicht abgeschlossen; sie kann innerhalb einer halben Stunde fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The screen stays empty for a few seconds, then the first image appears.</source>
        <translation>Der Bildschirm bleibt einige Sekunden leer, dann erscheint das erste Bild.</translation>
    </message>
    <message>
        <source>The session cannot work like this: fix what is marked, then check again.</source>
        <translation>So kann die Sitzung nicht laufen: Beheben Sie, was markiert ist, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>The session has been ended</source>
        <translation>Die Sitzung wurde beendet</translation>
    </message>
    <message>
        <source>The session is paused</source>
        <translation>Die Sitzung ist angehalten</translation>
    </message>
    <message>
        <source>This could not be kept: {error} Please call the operator.</source>
        <translation>Das konnte nicht aufbewahrt werden: {error} Bitte rufen Sie die Versuchsleitung.</translation>
    </message>
    <message>
        <source>This is not the PIN of this session.</source>
        <translation>Das ist nicht die PIN dieser Sitzung.</translation>
    </message>
    <message>
        <source>This study asks how well experts can tell photographs of circuit boards from images that a computer made. It takes about {minutes} minutes, with a break of {rest} in the middle.</source>
        <translation>Diese Studie fragt, wie gut Fachleute Fotos von Leiterplatten von Bildern unterscheiden, die ein Computer erzeugt hat. Sie dauert etwa {minutes} Minuten, mit einer Pause von {rest} in der Mitte.</translation>
    </message>
    <message>
        <source>Were there technical problems (flicker, delays, reflections, noise)?</source>
        <translation>Gab es technische Störungen (Flackern, Verzögerungen, Spiegelungen, Lärm)?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Why does the session end? (only for ending it)</source>
        <translation>Warum endet die Sitzung? (nur zum Beenden)</translation>
    </message>
    <message>
        <source>You are going to see images of circuit boards, one after the other.</source>
        <translation>Sie sehen gleich Bilder von Leiterplatten, eines nach dem anderen.</translation>
    </message>
    <message>
        <source>Tick what you have verified, then run the checks. The screen turns grey for a moment.</source>
        <translation>Haken Sie ab, was Sie geprüft haben, und starten Sie dann die Prüfung. Der Bildschirm wird kurz grau.</translation>
    </message>
    <message>
        <source>You take part of your own free will. You may stop at any time without giving a reason: hold the Esc key for three seconds, or call the operator. You may have everything under your number deleted later.</source>
        <translation>Sie nehmen freiwillig teil. Sie können jederzeit ohne Angabe von Gründen aufhören: Halten Sie die Taste Esc drei Sekunden lang gedrückt oder rufen Sie die Versuchsleitung. Sie können später alles unter Ihrer Nummer löschen lassen.</translation>
    </message>
    <message>
        <source>Your answers, their times and the questionnaire at the end are kept under the number {participant}. Your name is not kept. Please do not write names into the questionnaire.</source>
        <translation>Ihre Antworten, deren Zeiten und der Fragebogen am Ende werden unter der Nummer {participant} aufbewahrt. Ihr Name wird nicht aufbewahrt. Bitte schreiben Sie keine Namen in den Fragebogen.</translation>
    </message>
    <message>
        <source>Your judgment is kept: it is written as soon as you have given your name.</source>
        <translation>Ihr Urteil bleibt: Es wird geschrieben, sobald Sie Ihren Namen genannt haben.</translation>
    </message>
    <message>
        <source>made by a computer</source>
        <translation>vom Computer erzeugt</translation>
    </message>
    <message>
        <source>no idea</source>
        <translation>keine Ahnung</translation>
    </message>
    <message>
        <source>photograph of a real board</source>
        <translation>Foto einer echten Leiterplatte</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message>
        <source>All {count} images read and as they were prepared ({seconds} s)</source>
        <translation>Alle {count} Bilder gelesen, so wie sie vorbereitet wurden ({seconds} s)</translation>
    </message>
    <message>
        <source>Brightness is as in the other sessions</source>
        <translation>Die Helligkeit ist wie in den anderen Sitzungen</translation>
    </message>
    <message>
        <source>Images of {angle}° at {distance} cm</source>
        <translation>Bilder mit {angle}° bei {distance} cm</translation>
    </message>
    <message>
        <source>Images of {w}×{h} px at {x}, {y}, one image pixel on one screen pixel (scaling {ratio} %)</source>
        <translation>Bilder mit {w}×{h} px bei {x}, {y}, ein Bildpixel auf einem Bildschirmpixel (Skalierung {ratio} %)</translation>
    </message>
    <message>
        <source>Night light, True Tone and dynamic contrast are off</source>
        <translation>Nachtlicht, True Tone und dynamischer Kontrast sind aus</translation>
    </message>
    <message>
        <source>No OpenGL here: moments are those of painting, and are marked so</source>
        <translation>Kein OpenGL hier: Zeitpunkte sind die des Zeichnens und so vermerkt</translation>
    </message>
    <message>
        <source>Not ticked: {names}</source>
        <translation>Nicht abgehakt: {names}</translation>
    </message>
    <message>
        <source>Notifications are off</source>
        <translation>Benachrichtigungen sind aus</translation>
    </message>
    <message>
        <source>OpenGL surface ({renderer})</source>
        <translation>OpenGL-Fläche ({renderer})</translation>
    </message>
    <message>
        <source>Screen saver and sleep are off</source>
        <translation>Bildschirmschoner und Ruhezustand sind aus</translation>
    </message>
    <message>
        <source>The folder cannot be written: {error}</source>
        <translation>In den Ordner kann nicht geschrieben werden: {error}</translation>
    </message>
    <message>
        <source>The images are too large for the memory of a session: prepare the study at a smaller size</source>
        <translation>Die Bilder sind zu groß für den Speicher einer Sitzung: Bereiten Sie die Studie kleiner vor</translation>
    </message>
    <message>
        <source>The viewing distance is missing</source>
        <translation>Der Betrachtungsabstand fehlt</translation>
    </message>
    <message>
        <source>vsync NOT verified: {frames} frames, {median} ms each, on a {hz} Hz screen</source>
        <translation>vsync NICHT bestätigt: {frames} Bilder, je {median} ms, auf einem Bildschirm mit {hz} Hz</translation>
    </message>
    <message>
        <source>vsync verified: {frames} frames, {median} ms each ({hz} Hz screen)</source>
        <translation>vsync bestätigt: {frames} Bilder, je {median} ms (Bildschirm {hz} Hz)</translation>
    </message>
    <message>
        <source>{free} MB free; on the disk within {slowest} ms</source>
        <translation>{free} MB frei; Schreiben auf den Datenträger in höchstens {slowest} ms</translation>
    </message>
    <message>
        <source>Review rules…</source>
        <translation>Regeln der Prüfung…</translation>
    </message>
    <message>
        <source>Second opinions, hidden probes, and whether the verdict comes first.</source>
        <translation>Zweitmeinungen, verdeckte Proben, und ob das Urteil zuerst kommt.</translation>
    </message>
    <message>
        <source>to judge</source>
        <translation>zu beurteilen</translation>
    </message>
    <message>
        <source>{word} is stored. Now the machine's findings are shown: the same key continues, another changes it.</source>
        <translation>{word} ist festgehalten. Jetzt sehen Sie den Befund der Maschine: dieselbe Taste geht weiter, eine andere ändert das Urteil.</translation>
    </message>
    <message>
        <source>Judge first: score and regions are shown afterwards</source>
        <translation>Erst urteilen: Score und Stellen erscheinen danach</translation>
    </message>
    <message>
        <source>Review rules</source>
        <translation>Regeln der Prüfung</translation>
    </message>
    <message>
        <source>These rules apply to everyone in this workspace, from the next board on.</source>
        <translation>Diese Regeln gelten für alle in diesem Arbeitsbereich, ab der nächsten Leiterplatte.</translation>
    </message>
    <message>
        <source>Verdict first: score, regions and difference appear after the judgment</source>
        <translation>Urteil zuerst: Score, Stellen und Differenz erscheinen erst danach</translation>
    </message>
    <message>
        <source>Boards that a second person judges</source>
        <translation>Leiterplatten für eine zweite Person</translation>
    </message>
    <message>
        <source>Drawn by a hash of the board. The second person does not see the first judgment.</source>
        <translation>Ausgelost über den Hashwert der Leiterplatte. Die zweite Person sieht das erste Urteil nicht.</translation>
    </message>
    <message>
        <source>Hidden probes</source>
        <translation>Verdeckte Proben</translation>
    </message>
    <message>
        <source>Boards confirmed by two people or by quality return in the queue without a sign. The answers are records of their own and never change a board.</source>
        <translation>Leiterplatten, die zwei Personen oder die Qualität bestätigt haben, kehren ohne Zeichen in die Liste zurück. Die Antworten sind eigene Einträge und ändern nie eine Leiterplatte.</translation>
    </message>
    <message>
        <source>Set by {who}, {when}.</source>
        <translation>Gesetzt von {who}, {when}.</translation>
    </message>
    <message>
        <source>Region {n}, earlier judgments here: false calls {calls}, defects {defects}, other {others}</source>
        <translation>Stelle {n}, hier schon beurteilt: Fehlalarme {calls}, Fehler {defects}, andere {others}</translation>
    </message>
    <message>
        <source>Region {n}: nothing judged here before</source>
        <translation>Stelle {n}: hier wurde noch nichts beurteilt</translation>
    </message>
    <message>
        <source>The disk is slow: the judgment is still being written.</source>
        <translation>Der Datenträger ist langsam: Das Urteil wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Ordner angeben…</translation>
    </message>
    <message>
        <source>{name}: being inspected …</source>
        <translation>{name}: wird gerade untersucht …</translation>
    </message>
    <message>
        <source>{name}: scored {score} while it was left out. Click to enlarge.</source>
        <translation>{name}: Score {score}, während sie ausgelassen war. Ein Klick zeigt sie groß.</translation>
    </message>
    <message>
        <source>Folder of the labelled boards</source>
        <translation>Ordner der gelabelten Leiterplatten</translation>
    </message>
    <message>
        <source>Back to the scores (Esc)</source>
        <translation>Zurück zu den Scores (Esc)</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>Geschrieben nach {path}</translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>Grafik speichern</translation>
    </message>
    <message>
        <source>Save figures…</source>
        <translation>Grafik speichern…</translation>
    </message>
    <message>
        <source>Confirmed defects by code</source>
        <translation>Bestätigte Fehler nach Code</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>ohne Code</translation>
    </message>
    <message>
        <source>defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>false calls</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>boards (of {n} NG)</source>
        <translation>Leiterplatten (von {n} NG)</translation>
    </message>
    <message>
        <source>By place on the board</source>
        <translation>Nach Ort auf der Leiterplatte</translation>
    </message>
    <message>
        <source>boards; columns A–L from the left, rows from the top</source>
        <translation>Leiterplatten; Spalten A–L von links, Zeilen von oben</translation>
    </message>
    <message>
        <source>Boards judged by the hour</source>
        <translation>Beurteilte Leiterplatten je Stunde</translation>
    </message>
    <message>
        <source>hour (local time)</source>
        <translation>Stunde (Ortszeit)</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Time a board</source>
        <translation>Zeit je Leiterplatte</translation>
    </message>
    <message>
        <source>Second opinions that agree</source>
        <translation>Übereinstimmende Zweitmeinungen</translation>
    </message>
    <message>
        <source>Defective probes missed</source>
        <translation>Übersehene Fehlerproben</translation>
    </message>
    <message>
        <source>Good probes called NG</source>
        <translation>Gute Proben als NG</translation>
    </message>
    <message>
        <source>Minds changed after the reveal</source>
        <translation>Nach dem Befund geändert</translation>
    </message>
    <message>
        <source>Probes are boards that two people or quality have confirmed. In brackets the exact 95 % interval.</source>
        <translation>Proben sind Leiterplatten, die zwei Personen oder die Qualität bestätigt haben. In Klammern das exakte 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>{count:,} of {of:,} ({low:.1f}–{high:.1f} %)</source>
        <translation>{count:,} von {of:,} ({low:.1f}–{high:.1f} %)</translation>
    </message>
    <message>
        <source>False calls by place</source>
        <translation>Fehlalarme nach Ort</translation>
    </message>
    <message>
        <source>{n:board|boards} with a false call here</source>
        <translation>{n:Leiterplatte|Leiterplatten} mit einem Fehlalarm hier</translation>
    </message>
    <message>
        <source>boards with a false call</source>
        <translation>Leiterplatten mit Fehlalarm</translation>
    </message>
    <message>
        <source>No false calls to show: judge boards that lie registered on their reference board.</source>
        <translation>Keine Fehlalarme zu zeigen: beurteilen Sie Leiterplatten, die auf ihrer Referenz liegen.</translation>
    </message>
    <message>
        <source>Newest 20 000 records, over {serial}; all boards lie on the reference board</source>
        <translation>Neueste 20 000 Einträge, über {serial}; alle Leiterplatten liegen auf der Referenz</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Score of the board</source>
        <translation>Ihr Score</translation>
    </message>
    <message>
        <source>Threshold without it</source>
        <translation>Schwelle ohne sie</translation>
    </message>
    <message>
        <source>Moves by</source>
        <translation>Bewegt sich um</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Standard deviation of the observers’ true rates, without chance; 14.7 points for the paper’s five</source>
        <translation>Standardabweichung der wahren Quoten der Beobachter, ohne Zufall; 14,7 Punkte bei den fünf der Arbeit</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>The threshold with no defect missed is the lowest score of a known defect, so a single board can determine it.</source>
        <translation>Die Linie ohne übersehenen Fehler ist der niedrigste Score aller bekannten Fehler; eine einzige Leiterplatte kann sie also bestimmen.</translation>
    </message>
    <message>
        <source>Here two boards share that score: leaving out one of them moves nothing.</source>
        <translation>Hier haben zwei Leiterplatten diesen Score: eine von ihnen auszulassen ändert nichts.</translation>
    </message>
    <message>
        <source>Here only one defect is known: without it there is no threshold.</source>
        <translation>Hier ist nur ein Fehler bekannt: ohne ihn gibt es keine Linie.</translation>
    </message>
    <message>
        <source>Here it is {name}. Without it, the threshold would be {by:.4f} higher, {fewer:good board|good boards} fewer would be flagged, and a defect like it would pass unseen. Leaving out any other single defect changes nothing.</source>
        <translation>Hier ist es {name}. Ohne sie läge die Schwelle um {by:.4f} höher, {fewer:gute Leiterplatte|gute Leiterplatten} weniger {fewer:|würde|würden} gemeldet, und ein Fehler wie dieser ginge ungesehen durch. Jeden anderen einzelnen Fehler auszulassen ändert nichts.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>You only look at {name}: the bundle scores with {own}. To change that, run vqganodip fit DATASET --bundle {place} --classifiers {name}; it sets a threshold of its own.</source>
        <translation>Sie sehen {name} nur an: das Modell bewertet mit {own}. Um das zu ändern: vqganodip fit DATASET --bundle {place} --classifiers {name}; das setzt eine eigene Schwelle.</translation>
    </message>
    <message>
        <source>This bundle kept the scores of its own classifier alone; fit it again to compare.</source>
        <translation>Dieses Modell hat nur die Scores seines eigenen Klassifikators behalten; zum Vergleichen neu anpassen.</translation>
    </message>
    <message>
        <source>Whose scores are shown</source>
        <translation>Klassifikator, dessen Scores angezeigt werden</translation>
    </message>
    <message>
        <source>Open {count:,} of this workspace in the review</source>
        <translation>{count:,} dieses Arbeitsbereichs in der Prüfung öffnen</translation>
    </message>
    <message>
        <source>A barcode scanner types at this station</source>
        <translation>An diesem Platz tippt ein Barcode-Scanner</translation>
    </message>
    <message>
        <source>Keys are held back for 35 ms, so that a scan never judges a board: it opens the board of its serial number.</source>
        <translation>Tasten werden 35 ms zurückgehalten, damit ein Scan nie eine Leiterplatte beurteilt: Er öffnet die Leiterplatte mit dieser Seriennummer.</translation>
    </message>
    <message>
        <source>Lot, work order, side…</source>
        <translation>Los, Auftrag, Seite…</translation>
    </message>
    <message>
        <source>Also how image file names are read.</source>
        <translation>Auch, wie Bilddateinamen gelesen werden.</translation>
    </message>
    <message>
        <source>No board with the serial number {serial} is in this workspace.</source>
        <translation>Keine Leiterplatte mit der Seriennummer {serial} in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>{n} boards bear the serial number {serial}; this is the first that waits, or the first.</source>
        <translation>{n} Leiterplatten tragen die Seriennummer {serial}; dies ist die erste wartende, sonst die erste.</translation>
    </message>
    <message>
        <source>That was typed as fast as a barcode scanner types ({text}). Switch on in the settings that a scanner types at this station.</source>
        <translation>Das kam so schnell wie von einem Barcode-Scanner ({text}). Schalten Sie in den Einstellungen ein, dass an diesem Platz ein Scanner tippt.</translation>
    </message>
    <message>
        <source>Lot, work order, side</source>
        <translation>Los, Auftrag, Seite</translation>
    </message>
    <message>
        <source>The whole name is the serial number</source>
        <translation>Der ganze Name ist die Seriennummer</translation>
    </message>
    <message>
        <source>Written into every judgment from now on. If the image file name contains other values, those are used.</source>
        <translation>Steht ab jetzt in jedem Urteil. Enthält der Name der Bilddatei andere Werte, gelten diese.</translation>
    </message>
    <message>
        <source>{serial}, {lot}, {work_order} and {side} are placeholders; * matches anything.</source>
        <translation>{serial}, {lot}, {work_order} und {side} sind Platzhalter; * steht für Beliebiges.</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Names of image files</source>
        <translation>Namen der Bilddateien</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oberseite</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unterseite</translation>
    </message>
    <message>
        <source>{name} does not match: its whole name is the serial number.</source>
        <translation>{name} folgt dem nicht: Der ganze Name ist die Seriennummer.</translation>
    </message>
    <message>
        <source>A board with an incomplete or blurred picture is flagged with any score. The limits are measured by a calibration; models calibrated by an earlier version have fixed ones, which miss slight blur.</source>
        <translation>Eine Leiterplatte, deren Bild unvollständig oder unscharf ist, wird bei jedem Score gemeldet. Eine Kalibrierung misst die Grenzen; Modelle, die eine frühere Version kalibriert hat, haben feste, denen leichte Unschärfe entgeht.</translation>
    </message>
    <message>
        <source>Written into the judgment: from the name of the file, or as entered with Ctrl+J</source>
        <translation>Steht im Urteil: aus dem Dateinamen oder mit Strg+J eingegeben</translation>
    </message>
    <message>
        <source> points around 50 %</source>
        <translation> Punkte um 50 %</translation>
    </message>
    <message>
        <source>4 characters or more; kept nowhere</source>
        <translation>Mindestens 4 Zeichen; wird nirgends gespeichert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>A study shows original and reconstructed boards one at a time, as the paper did: 16 seconds each, 50 and 50, with a break. It needs a model bundle and about a hundred normal boards that it never saw.</source>
        <translation>Eine Studie zeigt originale und rekonstruierte Leiterplatten nacheinander, wie in der Arbeit: je 16 Sekunden, 50 und 50, mit einer Pause. Sie braucht ein Modell und etwa hundert normale Leiterplatten, die es nie gesehen hat.</translation>
    </message>
    <message>
        <source>BIDS…</source>
        <translation>BIDS…</translation>
    </message>
    <message>
        <source>Before the session of {participant}</source>
        <translation>Vor der Sitzung von {participant}</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>Sitzung beginnen</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Built or trained the model</source>
        <translation>Hat das Modell gebaut oder trainiert</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Can experts tell real boards from reconstructed ones?</source>
        <translation>Können Fachleute echte von rekonstruierten Leiterplatten unterscheiden?</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose the folder of a study</source>
        <translation>Ordner einer Studie wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Classification rates: {rates}</source>
        <translation>Trefferquoten: {rates}</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Vorzeitig beendet</translation>
    </message>
    <message>
        <source>Every file of this participant is deleted for good; the number is never given again.</source>
        <translation>Alle Dateien dieser Person werden endgültig gelöscht; die Nummer wird nie wieder vergeben.</translation>
    </message>
    <message>
        <source>Expected spread</source>
        <translation>Erwartete Streuung</translation>
    </message>
    <message>
        <source>Eyesight</source>
        <translation>Sehvermögen</translation>
    </message>
    <message>
        <source>Files differ: {rows}. Prepare the study again.</source>
        <translation>Die Dateien unterscheiden sich: {rows}. Bereiten Sie die Studie neu vor.</translation>
    </message>
    <message>
        <source>First part</source>
        <translation>Erster Teil</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>Ausgefallene Bildwechsel</translation>
    </message>
    <message>
        <source>Resume the unfinished session…</source>
        <translation>Unvollendete Sitzung fortsetzen…</translation>
    </message>
    <message>
        <source>Fix the checks that did not pass, or give a reason, which is recorded.</source>
        <translation>Beheben Sie nicht bestandene Prüfungen oder geben Sie eine Begründung an, die vermerkt wird.</translation>
    </message>
    <message>
        <source>Images by realism</source>
        <translation>Bilder nach Echtheit</translation>
    </message>
    <message>
        <source>Images shown</source>
        <translation>Gezeigte Bilder</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>Keep with this reason</source>
        <translation>Mit dieser Begründung aufbewahren</translation>
    </message>
    <message>
        <source>Keep zoom and position when paging</source>
        <translation>Ausschnitt beim Blättern behalten</translation>
    </message>
    <message>
        <source>Leak audit</source>
        <translation>Leakage-Prüfung</translation>
    </message>
    <message>
        <source>Leak audit kept with the study</source>
        <translation>Leakage-Prüfung ist bei der Studie gespeichert</translation>
    </message>
    <message>
        <source>Leak audit: every feature within its limits</source>
        <translation>Leakage-Prüfung: alles innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>Leak audit: image {done} of {total}</source>
        <translation>Leakage-Prüfung: Bild {done} von {total}</translation>
    </message>
    <message>
        <source>Leak audit: {count:feature|features} outside the limits, kept with a reason</source>
        <translation>Leakage-Prüfung: {count:Merkmal|Merkmale} außerhalb der Grenzen, mit Begründung gespeichert</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Margin that still counts as guessing</source>
        <translation>Spanne, die noch als Raten gilt</translation>
    </message>
    <message>
        <source>Margin ±{margin} points, registered. {missing} of {trials} answers missing.</source>
        <translation>Spanne ±{margin} Punkte, vorab festgelegt. {missing} von {trials} Antworten fehlen.</translation>
    </message>
    <message>
        <source>Margin, protocol and number of participants are registered now and cannot be changed afterwards.</source>
        <translation>Spanne, Protokoll und Zahl der Teilnehmenden werden jetzt festgelegt und lassen sich danach nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Model bundle</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Moments measured by</source>
        <translation>Zeitpunkte gemessen durch</translation>
    </message>
    <message>
        <source>Normal boards that the bundle never saw</source>
        <translation>Normale Leiterplatten, die das Modell nie gesehen hat</translation>
    </message>
    <message>
        <source>Observers</source>
        <translation>Beobachter</translation>
    </message>
    <message>
        <source>One participant gives no interval: a panel needs two or more.</source>
        <translation>Eine einzelne Person ergibt kein Intervall: Ein Panel braucht zwei oder mehr.</translation>
    </message>
    <message>
        <source>Open a study…</source>
        <translation>Studie öffnen…</translation>
    </message>
    <message>
        <source>Unblind</source>
        <translation>Entblinden</translation>
    </message>
    <message>
        <source>Unblind…</source>
        <translation>Entblinden…</translation>
    </message>
    <message>
        <source>Operator’s PIN for this session</source>
        <translation>PIN der Versuchsleitung für diese Sitzung</translation>
    </message>
    <message>
        <source>Other than 100 it is no longer the protocol of the paper, and gets another name</source>
        <translation>Anders als 100 ist es nicht mehr das Protokoll der Arbeit und bekommt einen anderen Namen</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Prepare a study</source>
        <translation>Studie vorbereiten</translation>
    </message>
    <message>
        <source>Prepare a study…</source>
        <translation>Studie vorbereiten…</translation>
    </message>
    <message>
        <source>Preparing the study</source>
        <translation>Studie wird vorbereitet</translation>
    </message>
    <message>
        <source>Preparing the study: board {done} of {total}</source>
        <translation>Studie wird vorbereitet: Leiterplatte {done} von {total}</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Fragebogen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Reading image {done} of {total}</source>
        <translation>Bild {done} von {total} wird gelesen</translation>
    </message>
    <message>
        <source>Reads what to do</source>
        <translation>Liest die Anleitung</translation>
    </message>
    <message>
        <source>Reason to continue</source>
        <translation>Grund für das Fortfahren</translation>
    </message>
    <message>
        <source>Reason to continue: {reason}</source>
        <translation>Begründung: {reason}</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the product</source>
        <translation>Produkt umbenennen</translation>
    </message>
    <message>
        <source>Rename the product…</source>
        <translation>Produkt umbenennen…</translation>
    </message>
    <message>
        <source>Renamed by</source>
        <translation>Umbenannt von</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Run a session…</source>
        <translation>Sitzung durchführen…</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>SIMULATED: no person took part in this study.</source>
        <translation>SIMULIERT: An dieser Studie nahm kein Mensch teil.</translation>
    </message>
    <message>
        <source>Saw its reconstructions before</source>
        <translation>Hat seine Rekonstruktionen schon gesehen</translation>
    </message>
    <message>
        <source>Screen of the participant</source>
        <translation>Bildschirm der Person</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Second part</source>
        <translation>Zweiter Teil</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Session of {participant}</source>
        <translation>Sitzung von {participant}</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Slowest change of the screen</source>
        <translation>Langsamster Bildwechsel</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>The boards are reconstructed one by one; about a second each.</source>
        <translation>Die Leiterplatten werden einzeln rekonstruiert; etwa eine Sekunde je Leiterplatte.</translation>
    </message>
    <message>
        <source>The inspection is paused</source>
        <translation>Die Inspektion steht still</translation>
    </message>
    <message>
        <source>The inspection is finishing a board</source>
        <translation>Die Inspektion arbeitet noch an einer Leiterplatte</translation>
    </message>
    <message>
        <source>The leak audit has not been made</source>
        <translation>Die Leakage-Prüfung fehlt noch</translation>
    </message>
    <message>
        <source>The leak audit is kept.</source>
        <translation>Die Leakage-Prüfung ist gespeichert.</translation>
    </message>
    <message>
        <source>The session is written.</source>
        <translation>Die Sitzung ist geschrieben.</translation>
    </message>
    <message>
        <source>The study is prepared. Next: the leak audit.</source>
        <translation>Die Studie ist vorbereitet. Als Nächstes: die Leakage-Prüfung.</translation>
    </message>
    <message>
        <source>The study is unblinded.</source>
        <translation>Die Studie ist entblindet.</translation>
    </message>
    <message>
        <source>The study is unblinded; no further session can be run</source>
        <translation>Die Studie ist entblindet; weitere Sitzungen sind nicht möglich</translation>
    </message>
    <message>
        <source>Unblinding cannot be undone and is recorded with your name. No further session can be run.</source>
        <translation>Die Wahrheit wird endgültig geöffnet und mit Ihrem Namen vermerkt. Weitere Sitzungen sind dann nicht möglich.</translation>
    </message>
    <message>
        <source>The break is over.

Press the space bar to continue.</source>
        <translation>Die Pause ist vorbei.

Drücken Sie zum Fortfahren die Leertaste.</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Board only</source>
        <translation>Nur die Leiterplatte</translation>
    </message>
    <message>
        <source>Using the mouse or keyboard here takes the keyboard from the participant and interrupts the session.</source>
        <translation>Wer hier Maus oder Tastatur benutzt, entzieht der Versuchsperson den Tastaturfokus und unterbricht die Sitzung.</translation>
    </message>
    <message>
        <source>Value (95 % interval) and limits</source>
        <translation>Wert (95-%-Intervall) und Grenzen</translation>
    </message>
    <message>
        <source>Viewing distance</source>
        <translation>Betrachtungsabstand</translation>
    </message>
    <message>
        <source>You will not learn whether an answer was correct or how many images are of each kind. There is a break of {rest} in the middle, which cannot be shortened.</source>
        <translation>Sie erfahren weder, ob eine Antwort richtig war, noch wie viele Bilder es von jeder Art gibt. In der Mitte ist eine Pause von {rest}, die sich nicht verkürzen lässt.</translation>
    </message>
    <message>
        <source>Whiskers: exact 95 % intervals; the mean with its t interval. Dashed: 50 %. Band: registered margin.</source>
        <translation>Striche: exakte 95-%-Intervalle; das Mittel mit t-Intervall. Gestrichelt: 50 %. Band: festgelegte Spanne.</translation>
    </message>
    <message>
        <source>Withdraw a participant</source>
        <translation>Rücktritt einer Person</translation>
    </message>
    <message>
        <source>Withdraw a participant…</source>
        <translation>Rücktritt einer Person…</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Years of inspecting</source>
        <translation>Jahre in der Inspektion</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>corrected (glasses, lenses)</source>
        <translation>korrigiert (Brille, Linsen)</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>ended at the operator’s screen</source>
        <translation>am Bildschirm der Versuchsleitung beendet</translation>
    </message>
    <message>
        <source>ended before the first image</source>
        <translation>vor dem ersten Bild beendet</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>Ingenieur/in</translation>
    </message>
    <message>
        <source>impaired, not corrected</source>
        <translation>eingeschränkt, nicht korrigiert</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>Prüfer/in</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht fertig</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>researcher</source>
        <translation>Forscher/in</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{count:file|files} deleted.</source>
        <translation>{count:Datei|Dateien} gelöscht.</translation>
    </message>
    <message>
        <source>{count} withdrew</source>
        <translation>{count} zurückgetreten</translation>
    </message>
    <message>
        <source>{done} of {planned:planned session is|planned sessions are} done: say why the study stops here.</source>
        <translation>{done} von {planned:geplanter Sitzung ist|geplanten Sitzungen sind} fertig: Sagen Sie, warum die Studie hier endet.</translation>
    </message>
    <message>
        <source>{done} of {planned:session|sessions} done</source>
        <translation>{done} von {planned:Sitzung|Sitzungen} abgeschlossen</translation>
    </message>
    <message>
        <source>{kind}: taken for real by {real} of {all}</source>
        <translation>{kind}: von {real} aus {all} für echt gehalten</translation>
    </message>
    <message>
        <source>{observers} observers, mean {mean}, SD {sample} points (ddof 1), {population} (ddof 0)</source>
        <translation>{observers} Beobachter, Mittel {mean}, SD {sample} Punkte (ddof 1), {population} (ddof 0)</translation>
    </message>
    <message>
        <source>{part}: waits for the participant</source>
        <translation>{part}: wartet auf die Person</translation>
    </message>
    <message>
        <source> points between observers</source>
        <translation> Punkte zwischen Beobachtern</translation>
    </message>
    <message>
        <source>Confirmed boards…</source>
        <translation>Bestätigte Leiterplatten…</translation>
    </message>
    <message>
        <source>Calibrates with boards that two people or quality have confirmed, on purpose</source>
        <translation>Kalibriert mit Leiterplatten, die zwei Personen oder die Qualität bestätigt haben, bewusst</translation>
    </message>
    <message>
        <source>Calibrate with confirmed boards</source>
        <translation>Mit bestätigten Leiterplatten kalibrieren</translation>
    </message>
    <message>
        <source>The judgments are read …</source>
        <translation>Die Urteile werden gelesen …</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>Neu kalibrieren</translation>
    </message>
    <message>
        <source>Put the new bundle into use</source>
        <translation>Neues Modell in Gebrauch nehmen</translation>
    </message>
    <message>
        <source>{good:good board|good boards} and {bad:defective board|defective boards} would enter: confirmed by two people or by quality. Not offered: {known:,} known already, {gone:,} without their image, {waiting:,} that one person judged or that people see differently, {doubtful:,} doubtful.</source>
        <translation>{good:gute|gute} und {bad:defekte Leiterplatte|defekte Leiterplatten} kämen hinzu: von zwei Personen oder von der Qualität bestätigt. Nicht angeboten: {known:,} schon bekannt, {gone:,} ohne ihr Bild, {waiting:,} nur einmal beurteilt oder verschieden gesehen, {doubtful:,} zweifelhaft.</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>random forest</source>
        <translation>Zufallswald</translation>
    </message>
    <message>
        <source>The folder of the labelled boards of this bundle is unknown; it is needed as well.</source>
        <translation>Der Ordner der gelabelten Leiterplatten dieses Modells ist unbekannt; er wird ebenfalls benötigt.</translation>
    </message>
    <message>
        <source>In addition to the labelled boards in {folder}</source>
        <translation>Zusätzlich zu den gelabelten Leiterplatten in {folder}</translation>
    </message>
    <message>
        <source>The demo line keeps the bundle that ships with it: open a workspace of your own to use a new one.</source>
        <translation>Die Vorführlinie behält das mitgelieferte Modell: öffnen Sie einen eigenen Arbeitsbereich, um ein neues zu benutzen.</translation>
    </message>
    <message>
        <source>Boards in the queue keep their verdict; the next ones are scored by the new bundle.</source>
        <translation>Leiterplatten in der Liste behalten ihr Ergebnis; die nächsten bewertet das neue Modell.</translation>
    </message>
    <message>
        <source>Good boards</source>
        <translation>Gute Leiterplatten</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Bekannte Fehler</translation>
    </message>
    <message>
        <source>Threshold with no defect missed</source>
        <translation>Schwelle ohne übersehenen Fehler</translation>
    </message>
    <message>
        <source>True miss rate below (95 %)</source>
        <translation>Wahre Schlupfrate unter (95 %)</translation>
    </message>
    <message>
        <source>The bundle {name} is in use, with a threshold of its own.</source>
        <translation>Das Modell {name} ist in Gebrauch, mit eigener Schwelle.</translation>
    </message>
    <message>
        <source>How far the pixels of the reconstruction are from those of the board, on average.</source>
        <translation>Wie weit die Pixel der Rekonstruktion im Mittel von denen der Leiterplatte entfernt sind.</translation>
    </message>
    <message>
        <source>How different board and reconstruction look to a network that knows textures and shapes.</source>
        <translation>Wie verschieden Leiterplatte und Rekonstruktion für ein Netz aussehen, das Texturen und Formen kennt.</translation>
    </message>
    <message>
        <source>How badly the board fits the patterns that the network learned from good boards.</source>
        <translation>Wie schlecht die Leiterplatte zu den Mustern passt, die das Netz an guten gelernt hat.</translation>
    </message>
    <message>
        <source>How unusual the board itself looks to the network's own critic.</source>
        <translation>Wie ungewöhnlich die Leiterplatte selbst für den Kritiker des Netzes aussieht.</translation>
    </message>
    <message>
        <source>How unusual the reconstruction looks to the network's own critic.</source>
        <translation>Wie ungewöhnlich die Rekonstruktion für den Kritiker des Netzes aussieht.</translation>
    </message>
    <message>
        <source>How well this alone tells reconstructions from originals: 0.5 not at all, 0 or 1 perfectly</source>
        <translation>Wie gut allein das Rekonstruktionen von Originalen unterscheidet: 0.5 gar nicht, 0 oder 1 vollkommen</translation>
    </message>
    <message>
        <source>How many corners and marks of the board are missing in its reconstruction.</source>
        <translation>Wie viele Ecken und Marken der Leiterplatte in der Rekonstruktion fehlen.</translation>
    </message>
    <message>
        <source>The difference between board and reconstruction, over all pixels.</source>
        <translation>Der Unterschied zwischen Leiterplatte und Rekonstruktion, über alle Pixel.</translation>
    </message>
    <message>
        <source>The pixels that differ most.</source>
        <translation>Die Pixel, die sich am meisten unterscheiden.</translation>
    </message>
    <message>
        <source>The ten pixels that differ most; catches very small defects.</source>
        <translation>Die zehn Pixel, die sich am meisten unterscheiden; erfasst sehr kleine Fehler.</translation>
    </message>
    <message>
        <source>The places that differ most after a blur, so that single pixels do not count.</source>
        <translation>Die Stellen, die sich nach einem Weichzeichnen am meisten unterscheiden, damit einzelne Pixel nicht zählen.</translation>
    </message>
    <message>
        <source>The ten places that differ most after a blur.</source>
        <translation>Die zehn Stellen, die sich nach einem Weichzeichnen am meisten unterscheiden.</translation>
    </message>
    <message>
        <source>How far the network's inner picture of the board is from that of good boards.</source>
        <translation>Wie weit das innere Bild des Netzes von der Leiterplatte von dem guter entfernt ist.</translation>
    </message>
    <message>
        <source>How sure the segmentation network is that there is an anomaly.</source>
        <translation>Wie sicher das Segmentierungsnetz eine Anomalie sieht.</translation>
    </message>
    <message>
        <source>How different the suspicious patches look to a network, compared with their reconstruction.</source>
        <translation>Wie verschieden die verdächtigen Ausschnitte und ihre Rekonstruktion für ein Netz aussehen.</translation>
    </message>
    <message>
        <source>The same, where normal variation inside the patch counts less.</source>
        <translation>Dasselbe, wobei normale Schwankung im Ausschnitt weniger zählt.</translation>
    </message>
    <message>
        <source>How far the outline of brightness in a patch is from that of its reconstruction.</source>
        <translation>Wie weit der Helligkeitsverlauf eines Ausschnitts von dem seiner Rekonstruktion entfernt ist.</translation>
    </message>
    <message>
        <source>How alike the suspicious patches and their reconstruction are in structure; low is suspicious.</source>
        <translation>Wie ähnlich sich verdächtige Ausschnitte und ihre Rekonstruktion im Aufbau sind; niedrig ist verdächtig.</translation>
    </message>
    <message>
        <source>How far the pixels of the suspicious patches are from their reconstruction, on average.</source>
        <translation>Wie weit die Pixel der verdächtigen Ausschnitte im Mittel von denen ihrer Rekonstruktion entfernt sind.</translation>
    </message>
    <message>
        <source>How much light differs in the suspicious patches, as a share of all light there.</source>
        <translation>Welcher Anteil des Lichts in den verdächtigen Ausschnitten sich unterscheidet.</translation>
    </message>
    <message>
        <source>How much each pixel differs in the suspicious patches, as a share of its own light.</source>
        <translation>Wie sehr sich jedes Pixel der verdächtigen Ausschnitte im Verhältnis zu seinem Licht unterscheidet.</translation>
    </message>
    <message>
        <source>The largest difference of any pixel in the suspicious patches.</source>
        <translation>Der größte Unterschied eines Pixels in den verdächtigen Ausschnitten.</translation>
    </message>
    <message>
        <source>All differences in the suspicious patches added up.</source>
        <translation>Alle Unterschiede in den verdächtigen Ausschnitten zusammengezählt.</translation>
    </message>
    <message>
        <source>How little the pattern of a suspicious patch follows that of its reconstruction.</source>
        <translation>Wie wenig das Muster eines verdächtigen Ausschnitts dem seiner Rekonstruktion folgt.</translation>
    </message>
    <message>
        <source>How much the colours of a suspicious patch point another way than its reconstruction.</source>
        <translation>Wie sehr die Farben eines verdächtigen Ausschnitts anders gemischt sind als in seiner Rekonstruktion.</translation>
    </message>
    <message>
        <source>The differences in the suspicious patches; large ones count more.</source>
        <translation>Die Unterschiede in den verdächtigen Ausschnitten; große zählen mehr.</translation>
    </message>
    <message>
        <source>How many pixels of the suspicious patches differ at all.</source>
        <translation>Wie viele Pixel der verdächtigen Ausschnitte sich überhaupt unterscheiden.</translation>
    </message>
    <message>
        <source>How differently light is spread over a suspicious patch and its reconstruction.</source>
        <translation>Wie verschieden das Licht über einen verdächtigen Ausschnitt und seine Rekonstruktion verteilt ist.</translation>
    </message>
    <message>
        <source>The differences in the suspicious patches; the largest count most.</source>
        <translation>Die Unterschiede in den verdächtigen Ausschnitten; die größten zählen am meisten.</translation>
    </message>
    <message>
        <source>How much light would have to be moved to make a patch like its reconstruction.</source>
        <translation>Wie viel Licht man verschieben müsste, um einen Ausschnitt seiner Rekonstruktion anzugleichen.</translation>
    </message>
    <message>
        <source>On the plain difference.</source>
        <translation>Auf dem bloßen Unterschied.</translation>
    </message>
    <message>
        <source>On the difference where the board does not vary by nature.</source>
        <translation>Auf dem Unterschied dort, wo die Leiterplatte nicht von Natur aus schwankt.</translation>
    </message>
    <message>
        <source>In units of the normal variation of the place.</source>
        <translation>In Einheiten der normalen Schwankung der Stelle.</translation>
    </message>
    <message>
        <source>Above what good boards usually show there.</source>
        <translation>Über das hinaus, was gute Leiterplatten dort gewöhnlich zeigen.</translation>
    </message>
    <message>
        <source>Compared with the surroundings.</source>
        <translation>Verglichen mit der Umgebung.</translation>
    </message>
    <message>
        <source>Compared with the average of good boards.</source>
        <translation>Verglichen mit dem Mittel guter Leiterplatten.</translation>
    </message>
    <message>
        <source>Compared with the features of good boards.</source>
        <translation>Verglichen mit den Merkmalen guter Leiterplatten.</translation>
    </message>
    <message>
        <source>How unlike all good boards small parts of the board are at their own place.</source>
        <translation>Wie wenig kleine Teile der Leiterplatte an ihrem eigenen Platz irgendeiner guten gleichen.</translation>
    </message>
    <message>
        <source>How unlike all good boards larger parts of the board are at their own place.</source>
        <translation>Wie wenig größere Teile der Leiterplatte an ihrem eigenen Platz irgendeiner guten gleichen.</translation>
    </message>
    <message>
        <source>How unlike anything on good boards small parts of the board are.</source>
        <translation>Wie wenig kleine Teile der Leiterplatte irgendeiner Stelle guter Leiterplatten gleichen.</translation>
    </message>
    <message>
        <source>How unlike anything on good boards larger parts of the board are.</source>
        <translation>Wie wenig größere Teile der Leiterplatte irgendeiner Stelle guter Leiterplatten gleichen.</translation>
    </message>
    <message>
        <source>Inside the network.</source>
        <translation>Im Inneren des Netzes.</translation>
    </message>
    <message>
        <source>By the segmentation network.</source>
        <translation>Vom Segmentierungsnetz.</translation>
    </message>
    <message>
        <source>All of them together.</source>
        <translation>Alle zusammen.</translation>
    </message>
    <message>
        <source>The highest value alone.</source>
        <translation>Nur der höchste Wert.</translation>
    </message>
    <message>
        <source>The lowest value alone.</source>
        <translation>Nur der niedrigste Wert.</translation>
    </message>
    <message>
        <source>On average.</source>
        <translation>Im Mittel.</translation>
    </message>
    <message>
        <source>The value that a quarter stays below.</source>
        <translation>Der Wert, unter dem ein Viertel bleibt.</translation>
    </message>
    <message>
        <source>The middle value.</source>
        <translation>Der mittlere Wert.</translation>
    </message>
    <message>
        <source>The value that a quarter goes beyond.</source>
        <translation>Der Wert, den ein Viertel übersteigt.</translation>
    </message>
    <message>
        <source>The five highest places.</source>
        <translation>Die fünf höchsten Stellen.</translation>
    </message>
    <message>
        <source>The twenty highest places.</source>
        <translation>Die zwanzig höchsten Stellen.</translation>
    </message>
    <message>
        <source>The highest place, with its neighbours.</source>
        <translation>Die höchste Stelle mit ihren Nachbarn.</translation>
    </message>
    <message>
        <source>The five highest places, with their neighbours.</source>
        <translation>Die fünf höchsten Stellen mit ihren Nachbarn.</translation>
    </message>
    <message>
        <source>The hundred highest places.</source>
        <translation>Die hundert höchsten Stellen.</translation>
    </message>
    <message>
        <source>How many such places there are.</source>
        <translation>Wie viele solche Stellen es gibt.</translation>
    </message>
    <message>
        <source>The metrics that {name} rests on most: by how much its error grows when a metric is shuffled among boards that it has not seen (protocol {protocol}).</source>
        <translation>Die wichtigsten Metriken für {name}: Zunahme des Fehlers, wenn die Werte einer Metrik unter ungesehenen Leiterplatten vertauscht werden (Protokoll {protocol}).</translation>
    </message>
    <message>
        <source>Select a region first: press N or P, or click the list.</source>
        <translation>Wählen Sie zuerst eine Stelle: N, P oder ein Klick in die Liste.</translation>
    </message>
    <message>
        <source>Alt and a judgment key judge this region alone</source>
        <translation>Alt und eine Urteilstaste beurteilen nur diese Stelle</translation>
    </message>
    <message>
        <source>Region: OK</source>
        <translation>Stelle: OK</translation>
    </message>
    <message>
        <source>Region: NG</source>
        <translation>Stelle: NG</translation>
    </message>
    <message>
        <source>Region: NG with a defect code…</source>
        <translation>Stelle: NG mit Fehlercode…</translation>
    </message>
    <message>
        <source>Region: doubtful</source>
        <translation>Stelle: unklar</translation>
    </message>
    <message>
        <source>Region: false call</source>
        <translation>Stelle: Fehlalarm</translation>
    </message>
    <message>
        <source>Region: clear judgment</source>
        <translation>Stelle: Urteil löschen</translation>
    </message>
    <message>
        <source>Stored with the judgment of the board.</source>
        <translation>Wird mit dem Urteil über die Leiterplatte gespeichert.</translation>
    </message>
    <message>
        <source>Alarm from this share of false calls</source>
        <translation>Alarm ab diesem Anteil Fehlalarme</translation>
    </message>
    <message>
        <source>Alarm from this share of defects</source>
        <translation>Alarm ab diesem Anteil Fehler</translation>
    </message>
    <message>
        <source>Over the last {n} boards; 0 turns the alarm off.</source>
        <translation>Über die letzten {n} Leiterplatten; 0 heißt kein Alarm.</translation>
    </message>
    <message>
        <source>{n} false calls in the last {boards} boards (limit {limit:.0f} %): inform the engineer.</source>
        <translation>{n} Fehlalarme auf den letzten {boards} Leiterplatten (Grenze {limit:.0f} %): bitte den Ingenieur rufen.</translation>
    </message>
    <message>
        <source>{n} defects in the last {boards} boards (limit {limit:.0f} %): inform the production line.</source>
        <translation>{n} Fehler auf den letzten {boards} Leiterplatten (Grenze {limit:.0f} %): bitte die Linie informieren.</translation>
    </message>
    <message>
        <source>Recent workspaces…</source>
        <translation>Zuletzt geöffnete Arbeitsbereiche…</translation>
    </message>
    <message>
        <source>{n}  {folder} (open)</source>
        <translation>{n}  {folder} (offen)</translation>
    </message>
    <message>
        <source>{n}  {folder} (not there)</source>
        <translation>{n}  {folder} (nicht vorhanden)</translation>
    </message>
    <message>
        <source>No workspace was open before</source>
        <translation>Noch kein Arbeitsbereich war offen</translation>
    </message>
    <message>
        <source>One HTML or PDF file with figures, tables and curves for the quality file</source>
        <translation>Eine HTML- oder PDF-Datei mit Zahlen, Tabellen und Kurven für die Qualitätsakte</translation>
    </message>
    <message>
        <source>{rate:.2f} a board; {ppm:,.0f} ppm of {boards:board|boards} judged</source>
        <translation>{rate:.2f} je Leiterplatte; {ppm:,.0f} ppm von {boards:beurteilter Leiterplatte|beurteilten Leiterplatten}</translation>
    </message>
    <message>
        <source>{pace} a board; {flagged:,} flagged</source>
        <translation>{pace} je Leiterplatte; {flagged:,} gemeldet</translation>
    </message>
    <message>
        <source>{codes}; {escapes:,} of them passed by the machine</source>
        <translation>{codes}; davon {escapes:,} von der Maschine durchgelassen</translation>
    </message>
    <message>
        <source>kappa over {boards:board|boards}</source>
        <translation>Kappa über {boards:Leiterplatte|Leiterplatten}</translation>
    </message>
    <message>
        <source>kappa over {boards:second opinion|second opinions}</source>
        <translation>Kappa über {boards:Zweitmeinung|Zweitmeinungen}</translation>
    </message>
    <message>
        <source>No. {n}</source>
        <translation>Nr. {n}</translation>
    </message>
    <message>
        <source>No one is logged in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennr.</translation>
    </message>
    <message>
        <source>Judgment</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Next, choose the model bundle that inspects these boards.</source>
        <translation>Als Nächstes das Modell wählen, das diese Leiterplatten prüft.</translation>
    </message>
    <message>
        <source>Open model bundle</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>{folder} is not empty. A new workspace begins in an empty folder.</source>
        <translation>{folder} ist nicht leer. Ein neuer Arbeitsbereich beginnt in einem leeren Ordner.</translation>
    </message>
    <message>
        <source>This installation has no demo line: its bundle was left out. Install VQGanoDIP again.</source>
        <translation>Diese Installation hat keine Vorführlinie: ihr Modell fehlt. Installieren Sie VQGanoDIP neu.</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Inspection stops after this board.</source>
        <translation>Die Prüfung hält nach dieser Leiterplatte an.</translation>
    </message>
    <message>
        <source>No inspection is running.</source>
        <translation>Es läuft keine Prüfung.</translation>
    </message>
    <message>
        <source>Export judgments</source>
        <translation>Urteile exportieren</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Not exported: {error}</source>
        <translation>Nicht ausgegeben: {error}</translation>
    </message>
    <message>
        <source>Logs are in {folder}</source>
        <translation>Die Protokolle liegen in {folder}</translation>
    </message>
    <message>
        <source>The demo line shows rendered boards only. Your own boards go into a workspace of their own.</source>
        <translation>Die Vorführlinie zeigt nur berechnete Leiterplatten. Ihre eigenen gehören in einen eigenen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>{serial}: now {word}, as a new record.</source>
        <translation>{serial}: jetzt {word}, als neuer Eintrag.</translation>
    </message>
    <message>
        <source>Not written: {error}</source>
        <translation>Nicht gespeichert: {error}</translation>
    </message>
    <message>
        <source>There is no judgment to undo.</source>
        <translation>Es gibt kein Urteil, das sich zurücknehmen lässt.</translation>
    </message>
    <message>
        <source>There is no judgment to redo.</source>
        <translation>Es gibt kein Urteil, das sich wiederherstellen lässt.</translation>
    </message>
    <message>
        <source>The judgment of {serial} was undone; the old record stays.</source>
        <translation>Das Urteil über {serial} ist zurückgenommen; der alte Eintrag bleibt.</translation>
    </message>
    <message>
        <source>{serial}: {word} again.</source>
        <translation>{serial}: wieder {word}.</translation>
    </message>
    <message>
        <source>Demo line of the product {name}, with the bundle that ships with it</source>
        <translation>Vorführlinie des Produkts {name}, mit dem mitgelieferten Modell</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Choose a model bundle</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>The demo line cannot continue</source>
        <translation>Die Vorführlinie kann nicht weiterlaufen</translation>
    </message>
    <message>
        <source>This installation lacks the bundle of the demo line. Install VQGanoDIP again, or begin with your own boards.</source>
        <translation>Dieser Installation fehlt das Modell der Vorführlinie. Installieren Sie VQGanoDIP neu oder beginnen Sie mit eigenen Leiterplatten.</translation>
    </message>
    <message>
        <source>File, Open demo line, shows everything on rendered boards.</source>
        <translation>Datei, Vorführlinie öffnen, zeigt alles an berechneten Leiterplatten.</translation>
    </message>
    <message>
        <source>This installation has no demo line.</source>
        <translation>Diese Installation hat keine Vorführlinie.</translation>
    </message>
    <message>
        <source>First, choose a model of your product</source>
        <translation>Zuerst ein Modell Ihres Produkts</translation>
    </message>
    <message>
        <source>Model {name}, boards in {folder}.</source>
        <translation>Modell {name}, Leiterplatten in {folder}.</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>No image could be inspected</source>
        <translation>Kein Bild ließ sich prüfen</translation>
    </message>
    <message>
        <source>No image was shown: {participant} can begin again.</source>
        <translation>Kein Bild wurde gezeigt: {participant} kann neu beginnen.</translation>
    </message>
    <message>
        <source>{name} could not be inspected</source>
        <translation>{name} ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>Inspect the folder again</source>
        <translation>Ordner noch einmal prüfen</translation>
    </message>
    <message>
        <source>The boards could not be inspected</source>
        <translation>Die Leiterplatten ließen sich nicht prüfen</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Anderes Modell wählen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>Der Arbeitsbereich ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>{serial} cannot be shown</source>
        <translation>{serial} lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Not judged: every judgment needs a name. Enter yours first.</source>
        <translation>Nicht beurteilt: jedes Urteil trägt einen Namen. Geben Sie zuerst Ihren ein.</translation>
    </message>
    <message>
        <source>Score {score} is below the threshold {bound}: the machine passed this board.</source>
        <translation>Der Score {score} liegt unter der Schwelle {bound}: die Maschine hat diese Leiterplatte für gut befunden.</translation>
    </message>
    <message>
        <source>Score {score} is at or above the threshold {bound}: a person has to look.</source>
        <translation>Der Score {score} erreicht oder übersteigt die Schwelle {bound}: ein Mensch muss hinsehen.</translation>
    </message>
    <message>
        <source>About VQGanoDIP</source>
        <translation>Über VQGanoDIP</translation>
    </message>
    <message>
        <source>Review of inspected circuit boards: the original next to its normal appearance, the difference, and one key per judgment.</source>
        <translation>Beurteilung geprüfter Leiterplatten: das Original neben dem, wie eine normale aussähe, die Differenz, und eine Taste je Urteil.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>The log is in</source>
        <translation>Das Protokoll liegt in</translation>
    </message>
    <message>
        <source>No log could be written.</source>
        <translation>Es konnte kein Protokoll geschrieben werden.</translation>
    </message>
    <message>
        <source>All judgments so far are saved. You can continue; if it happens again, restart the program and report the log.</source>
        <translation>Alle bisherigen Urteile sind gespeichert. Sie können weiterarbeiten; geschieht es wieder, starten Sie das Programm neu und melden Sie es mit dem Protokoll.</translation>
    </message>
    <message>
        <source>All models of {product} get the new name, in the window, in reports and in exports, also for boards inspected before. Scores, thresholds and judgments stay. The renaming is recorded.</source>
        <translation>Alle Modelle von {product} erhalten den neuen Namen, im Fenster, in Berichten und in Exporten, auch für früher geprüfte Leiterplatten. Scores, Schwellen und Urteile bleiben. Die Umbenennung wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Your name or initials. They are written into every judgment.</source>
        <translation>Ihr Name oder Kürzel. Steht in jedem Urteil.</translation>
    </message>
    <message>
        <source>{key} is not a key</source>
        <translation>{key} ist keine Taste</translation>
    </message>
    <message>
        <source>{key} is already used for: {what}</source>
        <translation>{key} ist schon vergeben: {what}</translation>
    </message>
    <message>
        <source>This workspace is a demo line: --boards and --bundle are not used in it.</source>
        <translation>Dieser Arbeitsbereich ist eine Vorführlinie: --boards und --bundle gelten hier nicht.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Switch how the difference is weighted (W)</source>
        <translation>Gewichtung der Differenz wechseln (W)</translation>
    </message>
    <message>
        <source>Black is no difference; the brightest colour is this difference or more</source>
        <translation>Schwarz ist keine Differenz; die hellste Farbe ist diese Differenz oder mehr</translation>
    </message>
    <message>
        <source>Patches merged: {n}</source>
        <translation>Zusammengefasste Stellen: {n}</translation>
    </message>
    <message>
        <source>Demo line</source>
        <translation>Vorführlinie</translation>
    </message>
    <message>
        <source>Rendered boards, scored by the bundle that ships with the program. No real board is shown.</source>
        <translation>Berechnete Leiterplatten, bewertet vom mitgelieferten Modell. Keine echte Leiterplatte ist dabei.</translation>
    </message>
    <message>
        <source>{word}, key {key}</source>
        <translation>{word}, Taste {key}</translation>
    </message>
    <message>
        <source>{count} images of this folder could not be inspected; the list at the left says why for each of them.</source>
        <translation>{count} Bilder dieses Ordners ließen sich nicht prüfen; die Liste links nennt für jedes den Grund.</translation>
    </message>
    <message>
        <source>The image of this folder could not be inspected; the list at the left says why.</source>
        <translation>Das Bild dieses Ordners ließ sich nicht prüfen; die Liste links sagt, warum.</translation>
    </message>
    <message>
        <source>The images ({w}×{h} px) are larger than this screen ({screen_w}×{screen_h} px). Use a larger screen, or prepare a study whose images fit this one.</source>
        <translation>Die Bilder ({w}×{h} px) sind größer als dieser Bildschirm ({screen_w}×{screen_h} px). Nehmen Sie einen größeren Bildschirm, oder bereiten Sie eine Studie vor, deren Bilder auf diesen passen.</translation>
    </message>
    <message>
        <source>Drawn here and not in force: {lines}</source>
        <translation>Hier eingestellt, aber nicht aktiv: {lines}</translation>
    </message>
    <message>
        <source>Page {n} of {total}</source>
        <translation>Seite {n} von {total}</translation>
    </message>
    <message>
        <source>Next comparison board</source>
        <translation>Nächste Vergleichsplatte</translation>
    </message>
    <message>
        <source>None, the reference board, or the nearest board that was judged good.</source>
        <translation>Keine, die Referenzplatte oder die ähnlichste Leiterplatte, die als gut beurteilt wurde.</translation>
    </message>
    <message>
        <source>Fifth panel</source>
        <translation>Fünftes Bild</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Reference board</source>
        <translation>Referenzplatte</translation>
    </message>
    <message>
        <source>Nearest good board</source>
        <translation>Ähnlichste gute Leiterplatte</translation>
    </message>
    <message>
        <source>Good board</source>
        <translation>Gute Leiterplatte</translation>
    </message>
    <message>
        <source>Comparison board next to the pictures: the average of the training boards, or the board judged good that looks most like the one on the screen.</source>
        <translation>Eine gute Leiterplatte neben den Bildern: der Durchschnitt der Leiterplatten, mit denen das Modell trainiert wurde, oder die als gut beurteilte Leiterplatte, die der auf dem Bildschirm am ähnlichsten ist.</translation>
    </message>
    <message>
        <source>Show the nearest good board</source>
        <translation>Ähnlichste gute Leiterplatte zeigen</translation>
    </message>
    <message>
        <source>average of {n:normal board|normal boards}</source>
        <translation>Durchschnitt von {n:normaler Leiterplatte|normalen Leiterplatten}</translation>
    </message>
    <message>
        <source>The boards of this product lie in free position: there is no board that is the average of them.</source>
        <translation>Die Leiterplatten dieses Produkts liegen frei: Sie haben keine Durchschnittsplatte.</translation>
    </message>
    <message>
        <source>No model is chosen, so there is no reference board.</source>
        <translation>Es ist kein Modell gewählt, deshalb gibt es keine Referenzplatte.</translation>
    </message>
    <message>
        <source>Another model than the one chosen now inspected this board: its reference board is not here.</source>
        <translation>Diese Leiterplatte wurde mit einem anderen Modell geprüft als dem jetzt gewählten: Ihre Referenzplatte ist nicht hier.</translation>
    </message>
    <message>
        <source>You have judged no other board good yet. The first one that you judge OK or false call appears here.</source>
        <translation>Sie haben noch keine andere Leiterplatte als gut beurteilt. Die erste, die Sie als OK oder Fehlalarm beurteilen, erscheint hier.</translation>
    </message>
    <message>
        <source>No other board has been judged good yet. The first one that is judged OK or false call appears here.</source>
        <translation>Noch keine andere Leiterplatte wurde als gut beurteilt. Die erste, die als OK oder Fehlalarm beurteilt wird, erscheint hier.</translation>
    </message>
    <message>
        <source>of the last {n} that you judged good</source>
        <translation>von den letzten {n}, die Sie als gut beurteilten</translation>
    </message>
    <message>
        <source>of the last {n} judged good</source>
        <translation>von den letzten {n} als gut beurteilten</translation>
    </message>
    <message>
        <source>of {n} that you judged good</source>
        <translation>von {n}, die Sie als gut beurteilten</translation>
    </message>
    <message>
        <source>of {n} judged good</source>
        <translation>von {n} als gut beurteilten</translation>
    </message>
    <message>
        <source>15 minutes give a first model; a night gives a better one.</source>
        <translation>15 Minuten ergeben ein erstes Modell, eine Nacht ein besseres.</translation>
    </message>
    <message>
        <source>Bright areas differ between {boards:held-out normal board|held-out normal boards} and the reconstructions; differences there count less. Reconstruction quality: {psnr:.1f} dB PSNR.</source>
        <translation>Helle Bereiche unterscheiden sich zwischen {boards:zurückgehaltener normaler Leiterplatte|zurückgehaltenen normalen Leiterplatten} und den Rekonstruktionen; Unterschiede zählen dort weniger. Rekonstruktionsgüte: PSNR {psnr:.1f} dB.</translation>
    </message>
    <message>
        <source>Cancelling the training …</source>
        <translation>Training wird abgebrochen …</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Ein Modell wird gerade trainiert.</translation>
    </message>
    <message>
        <source>Accuracy with no defect missed</source>
        <translation>Genauigkeit ohne übersehenen Fehler</translation>
    </message>
    <message>
        <source>Aligning the boards</source>
        <translation>Leiterplatten ausrichten</translation>
    </message>
    <message>
        <source>Another data set…</source>
        <translation>Anderer Datensatz…</translation>
    </message>
    <message>
        <source>Classifiers are trained on the metrics to distinguish defective boards from good ones.</source>
        <translation>Klassifikatoren werden anhand der Metriken trainiert, fehlerhafte von guten Leiterplatten zu unterscheiden.</translation>
    </message>
    <message>
        <source>Cross-validation used to score the labelled boards.</source>
        <translation>Kreuzvalidierung, mit der die gelabelten Leiterplatten bewertet werden.</translation>
    </message>
    <message>
        <source>Fit score and threshold</source>
        <translation>Score und Schwelle anpassen</translation>
    </message>
    <message>
        <source>Fit to {w}×{h}</source>
        <translation>Passend für {w}×{h}</translation>
    </message>
    <message>
        <source>Fit to {w}×{h} (this screen)</source>
        <translation>Passend für {w}×{h} (dieser Bildschirm)</translation>
    </message>
    <message>
        <source>Folder: {place}</source>
        <translation>Ordner: {place}</translation>
    </message>
    <message>
        <source>Held-out boards are shown once the reconstruction network is being trained.</source>
        <translation>Zurückgehaltene Leiterplatten erscheinen, sobald das Rekonstruktionsnetz trainiert wird.</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Abbrechen…</translation>
    </message>
    <message>
        <source>Choose a data set…</source>
        <translation>Datensatz wählen…</translation>
    </message>
    <message>
        <source>Interrupted at step {step} after {time}. There is no model yet; the training so far is kept.</source>
        <translation>Bei Schritt {step} nach {time} unterbrochen. Es gibt noch kein Modell; der Trainingsstand bleibt erhalten.</translation>
    </message>
    <message>
        <source>Interrupted before the first checkpoint.</source>
        <translation>Vor dem ersten Sicherungspunkt unterbrochen.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Data check</source>
        <translation>Datenprüfung</translation>
    </message>
    <message>
        <source>Measurements are kept; the fit can be resumed later.</source>
        <translation>Die Messungen bleiben erhalten; die Anpassung kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Measuring the normal variation …</source>
        <translation>Normale Streuung wird gemessen …</translation>
    </message>
    <message>
        <source>Fixed position?</source>
        <translation>Feste Lage?</translation>
    </message>
    <message>
        <source>Features of normal images</source>
        <translation>Merkmale normaler Bilder</translation>
    </message>
    <message>
        <source>Features of the boards</source>
        <translation>Merkmale der Leiterplatten</translation>
    </message>
    <message>
        <source>Segmentation network</source>
        <translation>Segmentierungsnetz</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Continue in the background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Name of the product; models of the same name are its versions.</source>
        <translation>Name des Produkts; Modelle mit demselben Namen sind seine Versionen.</translation>
    </message>
    <message>
        <source>Good boards flagged with no defect missed</source>
        <translation>Gute gemeldet, kein Fehler übersehen</translation>
    </message>
    <message>
        <source>Held-out boards at step {step}: original, reconstruction, difference</source>
        <translation>Zurückgehaltene Leiterplatten bei Schritt {step}: Original, Rekonstruktion, Differenz</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>Neue Version…</translation>
    </message>
    <message>
        <source>Held-out boards: original, reconstruction, difference</source>
        <translation>Zurückgehaltene Leiterplatten: Original, Rekonstruktion, Differenz</translation>
    </message>
    <message>
        <source>Normal, reserved for the normal variation</source>
        <translation>Normal, für die normale Streuung reserviert</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images of the data set</source>
        <translation>Bilder des Datensatzes</translation>
    </message>
    <message>
        <source>Only versions that were fitted on the same boards can be compared.</source>
        <translation>Nur Versionen, die an denselben Leiterplatten angepasst wurden, sind vergleichbar.</translation>
    </message>
    <message>
        <source>Open a workspace first; models are stored in it.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich; Modelle werden darin gespeichert.</translation>
    </message>
    <message>
        <source>Reading the data set …</source>
        <translation>Datensatz wird gelesen …</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Labelled boards are being measured.</source>
        <translation>Gelabelte Leiterplatten werden gerade gemessen.</translation>
    </message>
    <message>
        <source>Labelled: good</source>
        <translation>Gelabelt: gut</translation>
    </message>
    <message>
        <source>Labelled: {defect}</source>
        <translation>Gelabelt: {defect}</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Training fortsetzen</translation>
    </message>
    <message>
        <source>Same seed, boards and number of steps: same model.</source>
        <translation>Gleicher Startwert, gleiche Leiterplatten und Schrittzahl: gleiches Modell.</translation>
    </message>
    <message>
        <source>Millimetres per pixel</source>
        <translation>Millimeter pro Pixel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Normal variation</source>
        <translation>Normale Streuung</translation>
    </message>
    <message>
        <source>Normal, for training</source>
        <translation>Normal, zum Trainieren</translation>
    </message>
    <message>
        <source>Scale of the images; if it is given, areas are shown in mm².</source>
        <translation>Maßstab der Bilder; ist er angegeben, werden Flächen in mm² angezeigt.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Selected image</source>
        <translation>Ausgewähltes Bild</translation>
    </message>
    <message>
        <source>Several hundred metrics compare each labelled board with its reconstruction.</source>
        <translation>Mehrere hundert Metriken vergleichen jede gelabelte Leiterplatte mit ihrer Rekonstruktion.</translation>
    </message>
    <message>
        <source>Show stages</source>
        <translation>Stufen anzeigen</translation>
    </message>
    <message>
        <source>Over the board</source>
        <translation>Über der Leiterplatte</translation>
    </message>
    <message>
        <source>Patch feature network</source>
        <translation>Patch-Merkmalsnetz</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Bilder lesen</translation>
    </message>
    <message>
        <source>Reconstruction network</source>
        <translation>Rekonstruktionsnetz</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Starting the fit …</source>
        <translation>Anpassung wird gestartet …</translation>
    </message>
    <message>
        <source>Step of the picture</source>
        <translation>Schritt des Bildes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Starting the training …</source>
        <translation>Training wird gestartet …</translation>
    </message>
    <message>
        <source>Train again on the same boards, under the same name; this version is kept</source>
        <translation>Mit denselben Leiterplatten unter demselben Namen neu trainieren; diese Version bleibt erhalten</translation>
    </message>
    <message>
        <source>Stopped early. The model is usable; score and threshold are fitted next.</source>
        <translation>Vorzeitig angehalten. Das Modell ist verwendbar; als Nächstes werden Score und Schwelle angepasst.</translation>
    </message>
    <message>
        <source>Stopping the fit and keeping the measurements …</source>
        <translation>Anpassung wird angehalten, die Messungen bleiben erhalten …</translation>
    </message>
    <message>
        <source>Training the classifiers: about {time} left</source>
        <translation>Klassifikatoren werden trainiert: noch etwa {time}</translation>
    </message>
    <message>
        <source>Stopping the training and keeping its results …</source>
        <translation>Training wird angehalten, die Ergebnisse bleiben erhalten …</translation>
    </message>
    <message>
        <source>The demo line always uses its own bundle. Open a workspace of your own to use another one.</source>
        <translation>Die Vorführlinie verwendet immer ihr eigenes Modell. Öffnen Sie einen eigenen Arbeitsbereich, um ein anderes zu verwenden.</translation>
    </message>
    <message>
        <source>The job can continue after the window is closed. The page shows its progress at the next start.</source>
        <translation>Der Vorgang kann nach dem Schließen des Fensters weiterlaufen. Die Seite zeigt seinen Fortschritt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Measuring the labelled boards: about {time} left</source>
        <translation>Gelabelte Leiterplatten werden gemessen: noch etwa {time}</translation>
    </message>
    <message>
        <source>The model is complete.</source>
        <translation>Das Modell ist fertig.</translation>
    </message>
    <message>
        <source>The job ended without a message; the process may have been killed. Log: {place}</source>
        <translation>Der Vorgang endete ohne Meldung; vermutlich wurde der Prozess beendet. Protokoll: {place}</translation>
    </message>
    <message>
        <source>The model needs a name and a version.</source>
        <translation>Das Modell braucht einen Namen und eine Version.</translation>
    </message>
    <message>
        <source>The normal variation is measured when the training is complete.</source>
        <translation>Die normale Streuung wird nach Abschluss des Trainings gemessen.</translation>
    </message>
    <message>
        <source>The product is in free position: boards are compared with their own reconstruction, without a mask.</source>
        <translation>Das Produkt hat keine feste Lage: Leiterplatten werden ohne Maske mit ihrer eigenen Rekonstruktion verglichen.</translation>
    </message>
    <message>
        <source>The preset paper needs the published weights of VGG-16 and Inception-v3.</source>
        <translation>Die Voreinstellung paper braucht die veröffentlichten Gewichte von VGG-16 und Inception-v3.</translation>
    </message>
    <message>
        <source>The model is built in a separate process with low priority. You can continue to review boards or close the window.</source>
        <translation>Das Modell entsteht in einem eigenen Prozess mit niedriger Priorität. Sie können weiter Leiterplatten prüfen oder das Fenster schließen.</translation>
    </message>
    <message>
        <source>Then fit score and threshold on the labelled boards</source>
        <translation>Danach Score und Schwelle an den gelabelten Leiterplatten anpassen</translation>
    </message>
    <message>
        <source>There is no model before the reconstruction network is trained; the training can be resumed from here.</source>
        <translation>Vor dem Training des Rekonstruktionsnetzes gibt es kein Modell; das Training kann von hier aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Trained. Score and threshold are fitted next.</source>
        <translation>Trainiert. Als Nächstes werden Score und Schwelle angepasst.</translation>
    </message>
    <message>
        <source>Variation only</source>
        <translation>Nur die Streuung</translation>
    </message>
    <message>
        <source>Version {version} of {name} already exists: choose another version.</source>
        <translation>Version {version} von {name} existiert bereits: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This station uses this model.</source>
        <translation>Diese Station verwendet dieses Modell.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>When the labelled boards have been measured, the threshold is set so that no defect is missed.</source>
        <translation>Sind die gelabelten Leiterplatten gemessen, wird die Schwelle so gesetzt, dass kein Fehler übersehen wird.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Use this model for this station</source>
        <translation>Dieses Modell an dieser Station verwenden</translation>
    </message>
    <message>
        <source>With 95 % confidence, this proves a true miss rate below {bound} %.</source>
        <translation>Mit 95 % Konfidenz belegt das eine wahre Schlupfrate unter {bound} %.</translation>
    </message>
    <message>
        <source>brightest value: mean difference of {value:.3f} (scale 0 to 1)</source>
        <translation>hellster Wert: mittlere Differenz von {value:.3f} (Skala 0 bis 1)</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>boards: {count}</source>
        <translation>Leiterplatten: {count}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>interrupted at step {step}</source>
        <translation>unterbrochen bei Schritt {step}</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>free position: no mask</source>
        <translation>freie Lage: keine Maske</translation>
    </message>
    <message>
        <source>gradient boosting</source>
        <translation>Gradientenverstärkung</translation>
    </message>
    <message>
        <source>held-out boards</source>
        <translation>zurückgehaltene Leiterplatten</translation>
    </message>
    <message>
        <source>hold {key}</source>
        <translation>{key} halten</translation>
    </message>
    <message>
        <source>nested: one search per board, slower</source>
        <translation>nested: eine Suche je Leiterplatte, langsamer</translation>
    </message>
    <message>
        <source>paper (as published)</source>
        <translation>paper (wie veröffentlicht)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>measuring the labelled boards</source>
        <translation>misst gelabelte Leiterplatten</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>none missed, {share} of good boards flagged</source>
        <translation>keiner übersehen, {share} der guten gemeldet</translation>
    </message>
    <message>
        <source>stopped early; the model is usable</source>
        <translation>vorzeitig angehalten; Modell verwendbar</translation>
    </message>
    <message>
        <source>paper: one search on all boards</source>
        <translation>paper: eine Suche an allen Leiterplatten</translation>
    </message>
    <message>
        <source>perceptual</source>
        <translation>Wahrnehmung</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>robust (recommended)</source>
        <translation>robust (empfohlen)</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>{good:good board|good boards} and {bad:defective board|defective boards}, each scored by a classifier fitted without it (protocol {name}). Selected: {chosen}, with the highest accuracy when no defect is missed.</source>
        <translation>{good:gute|gute} und {bad:fehlerhafte Leiterplatte|fehlerhafte Leiterplatten}, jede bewertet von einem Klassifikator, der ohne sie angepasst wurde (Protokoll {name}). Gewählt: {chosen}, mit der höchsten Genauigkeit, wenn kein Fehler übersehen wird.</translation>
    </message>
    <message>
        <source>training boards</source>
        <translation>Trainingsleiterplatten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{count:metric|metrics}</source>
        <translation>{count:Metrik|Metriken}</translation>
    </message>
    <message>
        <source>{count:more note|more notes}: see the tooltip.</source>
        <translation>{count:weiterer Hinweis|weitere Hinweise}: siehe Kurzinfo.</translation>
    </message>
    <message>
        <source>{more:more defect|more defects} without a miss would prove a miss rate below 1 %.</source>
        <translation>{more:weiterer Fehler, der nicht übersehen wird, würde|weitere Fehler, von denen keiner übersehen wird, würden} eine Schlupfrate unter 1 % belegen.</translation>
    </message>
    <message>
        <source>{name} (baseline)</source>
        <translation>{name} (Vergleichswert)</translation>
    </message>
    <message>
        <source>{path} cannot be displayed.</source>
        <translation>{path} kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>{stage}. About {time} left of {whole:g} min</source>
        <translation>{stage}. Noch etwa {time} von {whole:g} min</translation>
    </message>
    <message>
        <source>{stage}: about {time} left</source>
        <translation>{stage}: noch etwa {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{train} for training; labelled: {good} good, {bad} defective</source>
        <translation>{train} zum Trainieren; gelabelt: {good} gut, {bad} fehlerhaft</translation>
    </message>
    <message>
        <source>{trials} images of {seen} s, {blank} s blank, protocol {protocol}. Registered: margin ±{margin} points, α {alpha}, {people} participants.</source>
        <translation>{trials} Bilder zu {seen} s, {blank} s leer, Protokoll {protocol}. Festgelegt: Spanne ±{margin} Punkte, α {alpha}, {people} Teilnehmende.</translation>
    </message>
    <message>
        <source>The language changes as soon as this is over: {what}.</source>
        <translation>Die Sprache wechselt, sobald dies zu Ende ist: {what}.</translation>
    </message>
    <message>
        <source>the session of the Turing test</source>
        <translation>die Sitzung des Turing-Tests</translation>
    </message>
    <message>
        <source>what you started last</source>
        <translation>was Sie zuletzt gestartet haben</translation>
    </message>
    <message>
        <source>within the limits</source>
        <translation>innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>the dialog that is open</source>
        <translation>der offene Dialog</translation>
    </message>
    <message>
        <source>{value:.0%} distinguished</source>
        <translation>{value:.0%} unterschieden</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>PSNR, held out</source>
        <translation>PSNR, zurückgehaltene</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>without a threshold</source>
        <translation>ohne Schwelle</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig angehalten</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>{count:image|images}</source>
        <translation>{count:Bild|Bilder}</translation>
    </message>
    <message>
        <source>{count:board|boards} aligned</source>
        <translation>{count:Leiterplatte|Leiterplatten} ausgerichtet</translation>
    </message>
    <message>
        <source>correlation after alignment {value:.2f}</source>
        <translation>Korrelation nach dem Ausrichten {value:.2f}</translation>
    </message>
    <message>
        <source>step {count:,}</source>
        <translation>Schritt {count:,}</translation>
    </message>
    <message>
        <source>loss {value:.4f}</source>
        <translation>Verlust {value:.4f}</translation>
    </message>
    <message>
        <source>held out {value:.1f} dB</source>
        <translation>zurückgehaltene {value:.1f} dB</translation>
    </message>
    <message>
        <source>{count:code|codes} used</source>
        <translation>{count:Code|Codes} benutzt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>{where}: {what}</source>
        <translation>{where}: {what}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Open menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>missing component</source>
        <translation>Bauteil fehlt</translation>
    </message>
    <message>
        <source>shifted component</source>
        <translation>Bauteil verschoben</translation>
    </message>
    <message>
        <source>rotated component</source>
        <translation>Bauteil verdreht</translation>
    </message>
    <message>
        <source>tombstone</source>
        <translation>Grabstein</translation>
    </message>
    <message>
        <source>wrong polarity</source>
        <translation>falsche Polung</translation>
    </message>
    <message>
        <source>solder bridge</source>
        <translation>Lötbrücke</translation>
    </message>
    <message>
        <source>insufficient solder</source>
        <translation>zu wenig Lot</translation>
    </message>
    <message>
        <source>excess solder</source>
        <translation>zu viel Lot</translation>
    </message>
    <message>
        <source>extremely randomised trees</source>
        <translation>extrem zufällige Bäume</translation>
    </message>
    <message>
        <source>solder ball</source>
        <translation>Lotkugel</translation>
    </message>
    <message>
        <source>tilted component</source>
        <translation>Bauteil gekippt</translation>
    </message>
    <message>
        <source>damaged component</source>
        <translation>Bauteil beschädigt</translation>
    </message>
    <message>
        <source>decision tree</source>
        <translation>Entscheidungsbaum</translation>
    </message>
    <message>
        <source>upside-down component</source>
        <translation>Bauteil auf dem Kopf</translation>
    </message>
    <message>
        <source>wrong component</source>
        <translation>falsches Bauteil</translation>
    </message>
    <message>
        <source>wrong component height</source>
        <translation>falsche Bauteilhöhe</translation>
    </message>
    <message>
        <source>lifted lead</source>
        <translation>Anschluss abgehoben</translation>
    </message>
    <message>
        <source>linear discriminant analysis</source>
        <translation>lineare Diskriminanzanalyse</translation>
    </message>
    <message>
        <source>logistic regression</source>
        <translation>logistische Regression</translation>
    </message>
    <message>
        <source>missing pin</source>
        <translation>Stift fehlt</translation>
    </message>
    <message>
        <source>monotone logistic regression</source>
        <translation>monotone logistische Regression</translation>
    </message>
    <message>
        <source>monotone logistic regression on deviations from good boards</source>
        <translation>monotone logistische Regression auf Abweichungen von guten Leiterplatten</translation>
    </message>
    <message>
        <source>monotone logistic regression on distances to the features of good boards</source>
        <translation>monotone logistische Regression auf Abständen zu den Merkmalen guter Leiterplatten</translation>
    </message>
    <message>
        <source>best single metric</source>
        <translation>beste einzelne Metrik</translation>
    </message>
    <message>
        <source>naive Bayes</source>
        <translation>naiver Bayes-Klassifikator</translation>
    </message>
    <message>
        <source>shifted pin</source>
        <translation>Stift verschoben</translation>
    </message>
    <message>
        <source>wrong pin height</source>
        <translation>falsche Stifthöhe</translation>
    </message>
    <message>
        <source>solder defect</source>
        <translation>Lötfehler</translation>
    </message>
    <message>
        <source>solder paste defect</source>
        <translation>Lotpastenfehler</translation>
    </message>
    <message>
        <source>paste bridge</source>
        <translation>Pastenbrücke</translation>
    </message>
    <message>
        <source>shifted paste</source>
        <translation>Paste verschoben</translation>
    </message>
    <message>
        <source>wrong paste area</source>
        <translation>falsche Pastenfläche</translation>
    </message>
    <message>
        <source>wrong paste height</source>
        <translation>falsche Pastenhöhe</translation>
    </message>
    <message>
        <source>wrong paste volume</source>
        <translation>falsches Pastenvolumen</translation>
    </message>
    <message>
        <source>contamination</source>
        <translation>Verschmutzung</translation>
    </message>
    <message>
        <source>coating defect</source>
        <translation>Lackfehler</translation>
    </message>
    <message>
        <source>clearance surface defect</source>
        <translation>Fehler der Freifläche</translation>
    </message>
    <message>
        <source>reference plane defect</source>
        <translation>Fehler der Bezugsebene</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>falscher Code</translation>
    </message>
    <message>
        <source>other defect</source>
        <translation>anderer Fehler</translation>
    </message>
    <message>
        <source>Turing test</source>
        <translation>Turing-Test</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>A data set, or a folder of images</source>
        <translation>Ein Datensatz oder ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>mean brightness</source>
        <translation>mittlere Helligkeit</translation>
    </message>
    <message>
        <source>distance from the reference board</source>
        <translation>Abstand von der Referenzplatte</translation>
    </message>
    <message>
        <source>Rule: normal boards only</source>
        <translation>Regel: nur normale Leiterplatten</translation>
    </message>
    <message>
        <source>Rule: known defects</source>
        <translation>Regel: bekannte Fehler</translation>
    </message>
    <message>
        <source>Add good boards to the reference</source>
        <translation>Gute Leiterplatten in die Referenz aufnehmen</translation>
    </message>
    <message>
        <source>Add good boards to the reference…</source>
        <translation>Gute Leiterplatten aufnehmen…</translation>
    </message>
    <message>
        <source>Builds a new version whose reference has the good boards that review has confirmed</source>
        <translation>Baut eine neue Version, deren Referenz die im Review bestätigten guten Leiterplatten enthält</translation>
    </message>
    <message>
        <source>Build the new version</source>
        <translation>Neue Version bauen</translation>
    </message>
    <message>
        <source>Put the new version into use</source>
        <translation>Neue Version in Betrieb nehmen</translation>
    </message>
    <message>
        <source>The reference is made of {boards:board|boards}. {good:good board|good boards} of the queue would enter: confirmed by two people or by quality.</source>
        <translation>Die Referenz besteht aus {boards:Leiterplatte|Leiterplatten}. {good:gute Leiterplatte|gute Leiterplatten} der Liste {good:|käme|kämen} hinzu: von zwei Personen oder der Qualität bestätigt.</translation>
    </message>
    <message>
        <source>Not offered: {known:,} known already, {gone:,} without their image, {waiting:,} that one person judged or that people see differently, {doubtful:,} doubtful.</source>
        <translation>Nicht dabei: {known:,} schon bekannt, {gone:,} ohne ihr Bild, {waiting:,} von nur einer Person oder unterschiedlich beurteilt, {doubtful:,} zweifelhaft.</translation>
    </message>
    <message>
        <source>{defects:confirmed defective board takes|confirmed defective boards take} no part: both versions are compared on {defects:|it|them}.</source>
        <translation>{defects:bestätigte fehlerhafte Leiterplatte bleibt|bestätigte fehlerhafte Leiterplatten bleiben} außen vor: an {defects:|ihr|ihnen} werden beide Versionen verglichen.</translation>
    </message>
    <message>
        <source>The folder of the boards that this model was built from is unknown; it is needed as well.</source>
        <translation>Der Ordner der Leiterplatten, aus denen dieses Modell gebaut wurde, ist unbekannt; er wird auch gebraucht.</translation>
    </message>
    <message>
        <source>In addition to the boards in {folder}</source>
        <translation>Zusätzlich zu den Leiterplatten in {folder}</translation>
    </message>
    <message>
        <source>Boards of the reference</source>
        <translation>Leiterplatten der Referenz</translation>
    </message>
    <message>
        <source>Normal boards flagged, at most (95 %)</source>
        <translation>Normale Leiterplatten gemeldet, höchstens (95 %)</translation>
    </message>
    <message>
        <source>Of the boards that enter, flagged</source>
        <translation>Gemeldet von denen, die hinzukommen</translation>
    </message>
    <message>
        <source>Confirmed defects flagged</source>
        <translation>Bestätigte Fehler gemeldet</translation>
    </message>
    <message>
        <source>No defect is confirmed: nothing says that the new version is the better one.</source>
        <translation>Kein Fehler ist bestätigt: Nichts spricht dafür, dass die neue Version die bessere ist.</translation>
    </message>
    <message>
        <source>Folder of the boards</source>
        <translation>Ordner der Leiterplatten</translation>
    </message>
    <message>
        <source>Normal boards in the doubtful band: {band:,}; above it: {above:,}. No known defect took part, so where the band ends is a decision and not a measurement.</source>
        <translation>Normale Leiterplatten im Zweifelsbereich: {band:,}; darüber: {above:,}. Kein bekannter Fehler war beteiligt: Wo der Bereich endet, ist eine Entscheidung und keine Messung.</translation>
    </message>
    <message>
        <source>By its rule, a version flags none of the boards in its reference.</source>
        <translation>Nach ihrer Regel meldet eine Version keine Leiterplatte ihrer Referenz.</translation>
    </message>
    <message>
        <source>{n} boards are being rendered and inspected one after the other; none of them is real. The first flagged board appears here by itself: in a few seconds, on a busy machine in minutes.</source>
        <translation>{n} Leiterplatten werden nun nacheinander berechnet und geprüft; keine davon ist echt. Die erste gemeldete erscheint hier von selbst: in wenigen Sekunden, auf einem ausgelasteten Rechner in Minuten.</translation>
    </message>
    <message>
        <source>{name}. This takes a few seconds, on a busy machine minutes, and only once.</source>
        <translation>{name}. Das dauert einmal einige Sekunden, auf einem ausgelasteten Rechner Minuten.</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>Copies a model from its folder, such as models/PRODUCT/VERSION of another workspace, to this one</source>
        <translation>Kopiert ein Modell aus seinem Ordner, etwa models/PRODUKT/VERSION eines anderen Arbeitsbereichs, in diesen</translation>
    </message>
    <message>
        <source>Images in px</source>
        <translation>Bilder in px</translation>
    </message>
    <message>
        <source>This workspace has no model yet. Those of other workspaces are not listed: add one from its folder.</source>
        <translation>Dieser Arbeitsbereich hat noch kein Modell. Die anderer Arbeitsbereiche stehen hier nicht: Fügen Sie eines aus seinem Ordner hinzu.</translation>
    </message>
    <message>
        <source>The model {name} was added.</source>
        <translation>Das Modell {name} wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Ordner des Modells</translation>
    </message>
    <message>
        <source>Defective with masks, for training</source>
        <translation>Fehlerhaft mit Maske, zum Trainieren</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>A double click on a name, package or part number changes it. Ctrl selects several parts.</source>
        <translation>Ein Doppelklick auf Name, Gehäuse oder Teilenummer ändert sie. Mit Strg wählen Sie mehrere.</translation>
    </message>
    <message>
        <source>A third and a fourth part, far from the others, check the position. Next: {name}.</source>
        <translation>Ein drittes und ein viertes Bauteil, weit von den anderen, prüfen die Lage. Nächstes: {name}.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>All parts on this side</source>
        <translation>Alle Bauteile dieser Seite</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Changes against the placement before</source>
        <translation>Änderungen gegenüber vorher</translation>
    </message>
    <message>
        <source>Choose the placement file of the board, such as of KiCad, Altium Designer, EasyEDA or Eagle. Regions then carry the names of parts. No score changes.</source>
        <translation>Wählen Sie die Bestückungsdatei der Leiterplatte, etwa von KiCad, Altium Designer, EasyEDA oder Eagle. Stellen tragen dann die Namen der Bauteile. Kein Score ändert sich.</translation>
    </message>
    <message>
        <source>Click the middle of {name} in the picture, or choose another part. Two are needed.</source>
        <translation>Klicken Sie im Bild auf die Mitte von {name} oder wählen Sie ein anderes Bauteil. Zwei sind nötig.</translation>
    </message>
    <message>
        <source>Clicked parts</source>
        <translation>Angeklickte Bauteile</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns in bold were changed by hand.</source>
        <translation>Fett: von Hand geändert.</translation>
    </message>
    <message>
        <source>Fiducials of the file, found on the picture</source>
        <translation>Passermarken der Datei, im Bild gesucht</translation>
    </message>
    <message>
        <source>First parts</source>
        <translation>Erste Bauteile</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Bestückt</translation>
    </message>
    <message>
        <source>Four parts are clicked. Undo a click to choose another one.</source>
        <translation>Vier Bauteile sind angeklickt. Nehmen Sie einen Klick zurück, um ein anderes zu wählen.</translation>
    </message>
    <message>
        <source>In force: {file}, {count:part|parts}</source>
        <translation>In Kraft: {file}, {count:Bauteil|Bauteile}</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Laid on by {points:point|points}: {kind}, residual {residual:.2f} mm, {scale:.4f} mm per pixel</source>
        <translation>Lage durch {points:Punkt|Punkte}: {kind}, Restfehler {residual:.2f} mm, {scale:.4f} mm je Pixel</translation>
    </message>
    <message>
        <source>Lays a placement file on the reference board, so that regions carry the names of parts</source>
        <translation>Legt eine Bestückungsdatei auf die Referenzplatte, damit Stellen die Namen der Bauteile tragen</translation>
    </message>
    <message>
        <source>Merge the selected parts</source>
        <translation>Auswahl zusammenfassen</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Next part to click</source>
        <translation>Nächstes Bauteil</translation>
    </message>
    <message>
        <source>Normal boards vary here like at parts, but the file lists none: labels, prints, tinned pads.</source>
        <translation>Normale Leiterplatten weichen hier voneinander ab wie bei Bauteilen, die Datei nennt aber keine: Etiketten, Aufdrucke, verzinnte Flächen.</translation>
    </message>
    <message>
        <source>Normal boards vary here no more than the bare board: check whether these parts are fitted.</source>
        <translation>Normale Leiterplatten weichen hier nicht stärker voneinander ab als auf freier Fläche: prüfen Sie, ob diese Bauteile bestückt sind.</translation>
    </message>
    <message>
        <source>Not fitted</source>
        <translation>Nicht bestückt</translation>
    </message>
    <message>
        <source>Numbers the parts that are found where normal boards vary; they are named by hand</source>
        <translation>Nummeriert die Bauteile, die dort gefunden werden, wo normale Leiterplatten voneinander abweichen; die Namen geben Sie</translation>
    </message>
    <message>
        <source>Outlines by package</source>
        <translation>Umrisse nach Gehäuse</translation>
    </message>
    <message>
        <source>Outside the picture</source>
        <translation>Außerhalb des Bildes</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Gehäuse</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bauteil</translation>
    </message>
    <message>
        <source>Part name</source>
        <translation>Name des Bauteils</translation>
    </message>
    <message>
        <source>Part names of {name}</source>
        <translation>Bauteilnamen von {name}</translation>
    </message>
    <message>
        <source>Part names…</source>
        <translation>Bauteilnamen…</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>Teilenummer</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bauteile</translation>
    </message>
    <message>
        <source>Parts without picture</source>
        <translation>Bauteile ohne Bild</translation>
    </message>
    <message>
        <source>Pictures without part</source>
        <translation>Bilder ohne Bauteil</translation>
    </message>
    <message>
        <source>Place in px</source>
        <translation>Ort in px</translation>
    </message>
    <message>
        <source>Placement file</source>
        <translation>Bestückungsdatei</translation>
    </message>
    <message>
        <source>Placement files</source>
        <translation>Bestückungsdateien</translation>
    </message>
    <message>
        <source>Placement file…</source>
        <translation>Bestückungsdatei…</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Regions are no longer named; the records of the workspace say who removed the names</source>
        <translation>Stellen tragen keine Namen mehr; die Aufzeichnungen des Arbeitsbereichs nennen, wer sie entfernt hat</translation>
    </message>
    <message>
        <source>Regions now carry the names of {n:part|parts}.</source>
        <translation>Stellen tragen jetzt die Namen von {n:Bauteil|Bauteilen}.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Restfehler</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Side if not stated</source>
        <translation>Seite, falls nicht genannt</translation>
    </message>
    <message>
        <source>Size in mm</source>
        <translation>Größe in mm</translation>
    </message>
    <message>
        <source>The part names were removed.</source>
        <translation>Die Bauteilnamen wurden entfernt.</translation>
    </message>
    <message>
        <source>The reference board is read …</source>
        <translation>Die Referenzplatte wird gelesen …</translation>
    </message>
    <message>
        <source>Two to four parts, clicked in the picture</source>
        <translation>Zwei bis vier Bauteile, im Bild angeklickt</translation>
    </message>
    <message>
        <source>Undo click</source>
        <translation>Klick zurücknehmen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Wheel or + and −: zoom. Drag: move. Arrow keys and Enter: click without a mouse. Home: whole board.</source>
        <translation>Mausrad oder + und −: Zoom. Ziehen: verschieben. Pfeiltasten und Eingabe: Klick ohne Maus. Pos1: ganze Leiterplatte.</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>Ohne Datei</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Wird bearbeitet …</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>affine transform</source>
        <translation>affine Abbildung</translation>
    </message>
    <message>
        <source>as the file states, or recognised</source>
        <translation>wie in der Datei oder erkannt</translation>
    </message>
    <message>
        <source>as the file states, otherwise top</source>
        <translation>wie in der Datei, sonst oben</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation>Spalte {n}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>wird erkannt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>Ähnlichkeitsabbildung</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>gedreht</translation>
    </message>
    <message>
        <source>{count:part|parts} found on the picture</source>
        <translation>{count:Bauteil|Bauteile} im Bild gefunden</translation>
    </message>
    <message>
        <source>{file} ({form}{unit}): {count:part|parts}</source>
        <translation>{file} ({form}{unit}): {count:Bauteil|Bauteile}</translation>
    </message>
    <message>
        <source>Find serial number or part…</source>
        <translation>Seriennr. oder Bauteil…</translation>
    </message>
    <message>
        <source>The name of a part, such as U7, finds the boards with a region on it.</source>
        <translation>Der Name eines Bauteils, etwa U7, findet die Leiterplatten mit einer Stelle darauf.</translation>
    </message>
    <message>
        <source>Outlines and names of parts</source>
        <translation>Umrisse der Bauteile</translation>
    </message>
    <message>
        <source>For products whose part names are laid on, on the page Model.</source>
        <translation>Für Produkte mit Bauteilnamen, die auf der Seite Modell festgelegt werden.</translation>
    </message>
    <message>
        <source>This model has no part names. An engineer lays them on in the list of models, on the page Model.</source>
        <translation>Dieses Modell hat keine Bauteilnamen. Ein Ingenieur legt sie in der Liste der Modelle fest, auf der Seite Modell.</translation>
    </message>
    <message>
        <source>On {part} as a whole: false calls {calls}, defects {defects}, other {others}</source>
        <translation>Auf {part} insgesamt: Fehlalarme {calls}, Fehler {defects}, andere {others}</translation>
    </message>
    <message>
        <source>No serial number with “{search}” and no region on a part of that name in this part of the queue.</source>
        <translation>In diesem Teil der Warteschlange gibt es keine Seriennummer mit „{search}“ und keine Stelle auf einem Bauteil dieses Namens.</translation>
    </message>
    <message>
        <source>not fitted</source>
        <translation>nicht bestückt</translation>
    </message>
    <message>
        <source>Part of a serial number, or the name of a part such as U7</source>
        <translation>Teil einer Seriennummer oder Name eines Bauteils wie U7</translation>
    </message>
    <message>
        <source>False calls by part</source>
        <translation>Fehlalarme nach Bauteil</translation>
    </message>
    <message>
        <source>No part names to show: an engineer lays them on in the list of models, on the page Model.</source>
        <translation>Keine Bauteilnamen: ein Ingenieur legt sie in der Liste der Modelle fest, auf der Seite Modell.</translation>
    </message>
    <message>
        <source>False calls of this selection by part, over {serial}</source>
        <translation>Fehlalarme dieser Auswahl nach Bauteil, über {serial}</translation>
    </message>
    <message>
        <source>On no part: {defects:board|boards} with a defect, {calls:board|boards} with a false call.</source>
        <translation>Auf keinem Bauteil: {defects:Leiterplatte|Leiterplatten} mit Fehler, {calls:Leiterplatte|Leiterplatten} mit Fehlalarm.</translation>
    </message>
    <message>
        <source>By part</source>
        <translation>Nach Bauteil</translation>
    </message>
    <message>
        <source>By package</source>
        <translation>Nach Gehäuse</translation>
    </message>
    <message>
        <source>Compared with the same part on good boards.</source>
        <translation>Verglichen mit demselben Bauteil auf guten Leiterplatten.</translation>
    </message>
    <message>
        <source>How far any look of the parts is from that of good boards.</source>
        <translation>Wie weit das Aussehen der Bauteile von dem guter Leiterplatten abweicht.</translation>
    </message>
    <message>
        <source>How much fine detail the parts have lost.</source>
        <translation>Wie viel feines Detail den Bauteilen fehlt.</translation>
    </message>
    <message>
        <source>How many more bright reflections the parts have.</source>
        <translation>Wie viel mehr Glanzlichter die Bauteile haben.</translation>
    </message>
    <message>
        <source>How far brightness and colour of the parts are off.</source>
        <translation>Wie weit Helligkeit und Farbe der Bauteile abweichen.</translation>
    </message>
    <message>
        <source>Parts of the boards</source>
        <translation>Bauteile der Leiterplatten</translation>
    </message>
    <message>
        <source>Region {n}:</source>
        <translation>Stelle {n}:</translation>
    </message>
    <message>
        <source>Deviation from normal boards, in units of their spread σ at this place. Nothing below {least} σ is stated. What has a question mark is a guess.</source>
        <translation>Abweichung von normalen Leiterplatten, in Einheiten ihrer Streuung σ an dieser Stelle. Unter {least} σ wird nichts genannt. Was ein Fragezeichen hat, ist eine Vermutung.</translation>
    </message>
    <message>
        <source>Laid on by two points, which always fit; a third one checks them. {scale:.4f} mm per pixel</source>
        <translation>Lage durch zwei Punkte, die immer passen; ein dritter prüft sie. {scale:.4f} mm je Pixel</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>A double click on width or height, in millimetres, changes the outline of a package.</source>
        <translation>Ein Doppelklick auf Breite oder Höhe, in Millimetern, ändert den Umriss eines Gehäuses.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Strict counts what is found on a part 1.5-fold, loose by half; ignored parts are not inspected. The model then judges again only after a new fit.</source>
        <translation>Streng zählt das Gefundene auf einem Bauteil 1,5-fach, locker halb; ignorierte Bauteile werden nicht geprüft. Das Modell urteilt danach erst nach einer neuen Anpassung wieder.</translation>
    </message>
    <message>
        <source>Part or package</source>
        <translation>Bauteil oder Gehäuse</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Remove level</source>
        <translation>Stufe entfernen</translation>
    </message>
    <message>
        <source>Check known defects</source>
        <translation>Bekannte Fehler prüfen</translation>
    </message>
    <message>
        <source>Inspects the boards of the fit with known defects on these parts, at the present threshold</source>
        <translation>Prüft die Leiterplatten der Anpassung mit bekannten Fehlern auf diesen Bauteilen, bei der jetzigen Schwelle</translation>
    </message>
    <message>
        <source>Known defects that would be missed</source>
        <translation>Bekannte Fehler, die übersehen würden</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>There is no such part or package: {name}</source>
        <translation>Kein Bauteil und kein Gehäuse heißt so: {name}</translation>
    </message>
    <message>
        <source>{package} (all)</source>
        <translation>{package} (alle)</translation>
    </message>
    <message>
        <source>Accept names of parts first.</source>
        <translation>Übernehmen Sie zuerst Bauteilnamen.</translation>
    </message>
    <message>
        <source>The model that ships with the program stays as it is.</source>
        <translation>Das mitgelieferte Modell bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>No part counts less than usual: no known defect can be missed by it.</source>
        <translation>Kein Bauteil zählt weniger als üblich: Dadurch kann kein bekannter Fehler übersehen werden.</translation>
    </message>
    <message>
        <source>This model was fitted without defects, so none can be checked.</source>
        <translation>Dieses Modell wurde ohne Fehler angepasst, also ist keiner zu prüfen.</translation>
    </message>
    <message>
        <source>Check first which known defects would be missed.</source>
        <translation>Prüfen Sie zuerst, welche bekannten Fehler übersehen würden.</translation>
    </message>
    <message>
        <source>Known defects on these parts: {boards:board|boards}; would be missed: {missed}</source>
        <translation>Bekannte Fehler auf diesen Bauteilen: {boards:Leiterplatte|Leiterplatten}; übersehen würden: {missed}</translation>
    </message>
    <message>
        <source>{count:image|images} of the fit missing or changed: not checked</source>
        <translation>{count:Bild der Anpassung fehlt oder wurde geändert|Bilder der Anpassung fehlen oder wurden geändert}: nicht geprüft</translation>
    </message>
    <message>
        <source>Signed by {name}</source>
        <translation>Unterschrieben von {name}</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>loose</source>
        <translation>locker</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>A gate belongs to a model: choose the model bundle that inspects here.</source>
        <translation>Eine Prüfstufe gehört zu einem Modell: Wählen Sie das Modell, das hier prüft.</translation>
    </message>
    <message>
        <source>Advice: regions that it clears come last and are grey. Every flagged board is judged.</source>
        <translation>Rat: Stellen, die sie freigibt, kommen zuletzt und sind grau. Jede gemeldete Leiterplatte wird beurteilt.</translation>
    </message>
    <message>
        <source>At least one board an hour. One NG among them puts the gate back to shadow at once.</source>
        <translation>Mindestens eine Leiterplatte je Stunde. Ein einziges NG unter ihnen stellt die Prüfstufe sofort zurück in den Schatten.</translation>
    </message>
    <message>
        <source>At most (95 %)</source>
        <translation>Höchstens (95 %)</translation>
    </message>
    <message>
        <source>At most, with 95 % confidence</source>
        <translation>Höchstens, mit 95 % Sicherheit</translation>
    </message>
    <message>
        <source>At once, and with your name: from the next board on, no gate passes or greys anything.</source>
        <translation>Sofort und mit Ihrem Namen: Ab der nächsten Leiterplatte gibt keine Prüfstufe etwas frei oder graut etwas aus.</translation>
    </message>
    <message>
        <source>Back to shadow</source>
        <translation>Zurück in den Schatten</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Leiterplatte</translation>
    </message>
    <message>
        <source>Board {n} of {all}</source>
        <translation>Leiterplatte {n} von {all}</translation>
    </message>
    <message>
        <source>Boards passed by the gate</source>
        <translation>Von der Prüfstufe freigegebene Leiterplatten</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Confirmed by two people or by quality: {defects:board|boards} with defects, {good:,} good.</source>
        <translation>Von zwei Personen oder der Qualität bestätigt: {defects:Leiterplatte|Leiterplatten} mit Fehlern, {good:,} gute.</translation>
    </message>
    <message>
        <source>Defects cleared</source>
        <translation>Fehler freigegeben</translation>
    </message>
    <message>
        <source>Every board is judged by the trees that have not learned from it.</source>
        <translation>Jede Leiterplatte wird von den Bäumen beurteilt, die nicht aus ihr gelernt haben.</translation>
    </message>
    <message>
        <source>Filter: a flagged board whose every region it clears passes, with its score unchanged.</source>
        <translation>Filter: Eine gemeldete Leiterplatte, deren Stellen sie alle freigibt, besteht; ihr Score bleibt gleich.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Prüfstufe</translation>
    </message>
    <message>
        <source>Gate back to shadow</source>
        <translation>Prüfstufe zurück in den Schatten</translation>
    </message>
    <message>
        <source>Gate {gate} is in {level} from the next board on: entry {n} of the audit trail.</source>
        <translation>Die Prüfstufe {gate} ist ab der nächsten Leiterplatte auf der Stufe {level}: Eintrag {n} des Änderungsprotokolls.</translation>
    </message>
    <message>
        <source>Gate {gate} is in {level}, since {when}, by {who}: {report}.</source>
        <translation>Die Prüfstufe {gate} ist auf der Stufe {level}, seit {when}, durch {who}: {report}.</translation>
    </message>
    <message>
        <source>The table compares both gates, each under its own limit; the report sets the limit again without each board.</source>
        <translation>Die Tabelle vergleicht beide Prüfstufen, jede unter ihrer eigenen Grenze; der Bericht setzt die Grenze ohne jede einzelne Leiterplatte neu.</translation>
    </message>
    <message>
        <source>Gate {gate} is stored, and in no level yet: {report}. It {filter}.</source>
        <translation>Die Prüfstufe {gate} ist gespeichert und noch auf keiner Stufe: {report}. Sie {filter}.</translation>
    </message>
    <message>
        <source>Gate {gate}, on boards that it had not learned from: {report}.</source>
        <translation>Prüfstufe {gate}, auf Leiterplatten, aus denen sie nicht gelernt hatte: {report}.</translation>
    </message>
    <message>
        <source>Gate: probably a false call, {reason}</source>
        <translation>Prüfstufe: wahrscheinlich ein Fehlalarm, {reason}</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Prüfstufen</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>It may not filter: {why}.</source>
        <translation>Sie darf nicht filtern: {why}.</translation>
    </message>
    <message>
        <source>Known defects cleared</source>
        <translation>Bekannte Fehler freigegeben</translation>
    </message>
    <message>
        <source>Known defects cleared without the guard</source>
        <translation>Bekannte Fehler freigegeben ohne die Absicherung</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learn a gate</source>
        <translation>Eine Prüfstufe lernen</translation>
    </message>
    <message>
        <source>Learn a gate…</source>
        <translation>Prüfstufe lernen…</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Level of the gate that learns from judgments: page Records, tab Gate</source>
        <translation>Stufe der Prüfstufe, die aus Beurteilungen lernt: Seite Aufzeichnungen, Reiter Prüfstufe</translation>
    </message>
    <message>
        <source>Looks at good boards spared</source>
        <translation>Ersparte Prüfungen guter Leiterplatten</translation>
    </message>
    <message>
        <source>Looks spared</source>
        <translation>Ersparte Prüfungen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>No gate is in force. A gate learns from confirmed judgments which flagged boards are false calls; learn one, watch it in shadow, and let it pass boards once it has cleared no known defect.</source>
        <translation>Keine Prüfstufe ist in Kraft. Eine Prüfstufe lernt aus bestätigten Beurteilungen, welche gemeldeten Leiterplatten Fehlalarme sind; lernen Sie eine, beobachten Sie sie im Schatten, und lassen Sie sie freigeben, sobald sie keinen bekannten Fehler freigegeben hat.</translation>
    </message>
    <message>
        <source>No region stands out from normal boards.</source>
        <translation>Keine Stelle hebt sich von normalen Leiterplatten ab.</translation>
    </message>
    <message>
        <source>Normal boards of a data set can be learned as well; none is chosen.</source>
        <translation>Auch normale Leiterplatten eines Datensatzes können gelernt werden; keiner ist gewählt.</translation>
    </message>
    <message>
        <source>Not entering: {reasons}.</source>
        <translation>Nicht dabei: {reasons}.</translation>
    </message>
    <message>
        <source>Of the boards that it clears, judged by a person all the same, unmarked:</source>
        <translation>Von den Leiterplatten, die sie freigibt, trotzdem von einer Person beurteilt, unmarkiert:</translation>
    </message>
    <message>
        <source>Passed although flagged: {count:board|boards}.</source>
        <translation>Trotz Meldung freigegeben: {count:Leiterplatte|Leiterplatten}.</translation>
    </message>
    <message>
        <source>Passed although flagged: {count:board|boards}; the newest are listed.</source>
        <translation>Trotz Meldung freigegeben: {count:Leiterplatte|Leiterplatten}; die neuesten sind aufgeführt.</translation>
    </message>
    <message>
        <source>Passed boards</source>
        <translation>Freigegebene Leiterplatten</translation>
    </message>
    <message>
        <source>Passed by the gate</source>
        <translation>Von der Prüfstufe freigegeben</translation>
    </message>
    <message>
        <source>Print to PDF…</source>
        <translation>Als PDF drucken…</translation>
    </message>
    <message>
        <source>Region {n}: {reason}</source>
        <translation>Stelle {n}: {reason}</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Score {score} is at or above the threshold {bound}, and the gate {gate} passed this board.</source>
        <translation>Der Score {score} erreicht die Schwelle {bound}, und die Prüfstufe {gate} hat diese Leiterplatte freigegeben.</translation>
    </message>
    <message>
        <source>Set its level…</source>
        <translation>Stufe festlegen…</translation>
    </message>
    <message>
        <source>Set the level of a gate</source>
        <translation>Stufe einer Prüfstufe festlegen</translation>
    </message>
    <message>
        <source>Set the level…</source>
        <translation>Stufe festlegen…</translation>
    </message>
    <message>
        <source>Shadow: its opinion is recorded, and no one sees it.</source>
        <translation>Schatten: Ihre Meinung wird aufgezeichnet, und niemand sieht sie.</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>In der Prüfung zeigen</translation>
    </message>
    <message>
        <source>The list with pictures and reasons, on the page Records.</source>
        <translation>Die Liste mit Bildern und Gründen, auf der Seite Aufzeichnungen.</translation>
    </message>
    <message>
        <source>The normal test boards in {folder} are learned as well.</source>
        <translation>Auch die normalen Test-Leiterplatten in {folder} werden gelernt.</translation>
    </message>
    <message>
        <source>The pictures of this board are not in the workspace.</source>
        <translation>Die Bilder dieser Leiterplatte sind nicht im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>This product lies in free position: places of its boards do not compare, so there is no gate.</source>
        <translation>Dieses Produkt liegt frei: Die Stellen seiner Leiterplatten sind nicht vergleichbar, daher gibt es keine Prüfstufe.</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>by gate</source>
        <translation>Prüfstufe</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>may filter</source>
        <translation>darf filtern</translation>
    </message>
    <message>
        <source>may not filter: {why}</source>
        <translation>darf nicht filtern: {why}</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>{share} % of what it clears is judged by a person, unmarked.</source>
        <translation>{share} % dessen, was sie freigibt, beurteilt eine Person, unmarkiert.</translation>
    </message>
    <message>
        <source>{shown:,} newest of {total:board|boards}</source>
        <translation>{shown:,} neueste von {total:Leiterplatte|Leiterplatten}</translation>
    </message>
    <message>
        <source>A second person confirms a board by a second opinion, whose share the review rules set, or, where the role allows it, by judging the board again. Quality confirms alone. A defect counts where everyone who confirms it marks its region as NG.</source>
        <translation>Eine zweite Person bestätigt eine Leiterplatte durch eine Zweitmeinung, deren Anteil die Regeln der Prüfung festlegen, oder, wo die Rolle es erlaubt, indem sie die Leiterplatte noch einmal beurteilt. Die Qualität bestätigt allein. Ein Fehler zählt, wo alle, die ihn bestätigen, seine Stelle als NG markieren.</translation>
    </message>
    <message>
        <source>The server’s disk is full. Judgments are kept on this computer: {n}.</source>
        <translation>Der Datenträger des Servers ist voll. Urteile, die auf diesem Rechner aufbewahrt sind: {n}.</translation>
    </message>
    <message>
        <source>No connection to the server. Judgments are kept on this computer: {n}.</source>
        <translation>Keine Verbindung zum Server. Urteile, die auf diesem Rechner aufbewahrt sind: {n}.</translation>
    </message>
    <message>
        <source>Judgments that were kept on this computer are being delivered: {n}.</source>
        <translation>Urteile, die auf diesem Rechner aufbewahrt waren, werden übertragen: {n}.</translation>
    </message>
    <message>
        <source>Judgments that were kept on this computer are with the server now: {n}.</source>
        <translation>Urteile, die auf diesem Rechner aufbewahrt waren, sind jetzt auf dem Server: {n}.</translation>
    </message>
    <message>
        <source>This board can be judged here now.</source>
        <translation>Diese Platine kann jetzt hier beurteilt werden.</translation>
    </message>
    <message>
        <source>{name} is judging this board. Here it can only be viewed.</source>
        <translation>{name} beurteilt diese Platine. Hier kann sie angesehen werden.</translation>
    </message>
    <message>
        <source>being judged by {name}</source>
        <translation>in Arbeit: {name}</translation>
    </message>
    <message>
        <source>{serial}: while there was no connection, {name} judged it {word}, and {other} {other_word}. Both are kept; {other_word} is in effect. Look at it together.</source>
        <translation>{serial}: Während keine Verbindung bestand, urteilte {name} {word} und {other} {other_word}. Beides bleibt; es gilt {other_word}. Sehen Sie sie gemeinsam an.</translation>
    </message>
    <message>
        <source>Image file not found: {name}</source>
        <translation>Bilddatei nicht gefunden: {name}</translation>
    </message>
    <message>
        <source>The stored pictures are shown.</source>
        <translation>Die gespeicherten Bilder werden gezeigt.</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>bei {name}</translation>
    </message>
    <message>
        <source>{serial}: while there was no connection, {name} and {other} both judged it {word}. Both are kept.</source>
        <translation>{serial}: Ohne Verbindung haben {name} und {other} sie beide als {word} beurteilt. Beide Urteile bleiben erhalten.</translation>
    </message>
</context>
</TS>
