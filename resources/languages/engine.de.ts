<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>engine</name>
    <message>
        <source>judge boards</source>
        <translation>Leiterplatten beurteilen</translation>
    </message>
    <message>
        <source>correct the judgments of others</source>
        <translation>Urteile anderer berichtigen</translation>
    </message>
    <message>
        <source>export records</source>
        <translation>Aufzeichnungen ausgeben</translation>
    </message>
    <message>
        <source>see figures of single operators</source>
        <translation>Zahlen einzelner Prüfer sehen</translation>
    </message>
    <message>
        <source>register people</source>
        <translation>Personen eintragen</translation>
    </message>
    <message>
        <source>set the threshold</source>
        <translation>die Schwelle setzen</translation>
    </message>
    <message>
        <source>set the rules of the review</source>
        <translation>die Regeln der Prüfung setzen</translation>
    </message>
    <message>
        <source>This is a fault of the program: report it with the log (menu, Help, Show log folder).</source>
        <translation>Das ist ein Fehler des Programms: melden Sie ihn mit dem Protokoll (Menü, Hilfe, Protokollordner zeigen).</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei ist schon vorhanden</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent erschöpft</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>der andere Rechner ist aus</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Verbindung zum Netzlaufwerk verloren</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>zu viele symbolische Verweise</translation>
    </message>
    <message>
        <source>the pattern {pattern} cannot be used: {word_what}</source>
        <translation>das Muster {pattern} lässt sich nicht verwenden: {word_what}</translation>
    </message>
    <message>
        <source>there is something here already</source>
        <translation>hier liegt schon etwas</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Wählen Sie einen leeren oder neuen Ordner.</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <translation>Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
        <source>the bundle has format {version}, this version reads up to {most}</source>
        <translation>das Modell hat Format {version}, diese Version liest bis {most}</translation>
    </message>
    <message>
        <source>Update the application.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>the manifest names files outside the bundle</source>
        <translation>das Verzeichnis nennt Dateien außerhalb des Modells</translation>
    </message>
    <message>
        <source>Copy the bundle again from where it was made, or train it anew.</source>
        <translation>Kopieren Sie das Modell neu von dort, wo es entstand, oder trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>the bundle has no {word_role}</source>
        <translation>dem Modell fehlt: {word_role}</translation>
    </message>
    <message>
        <source>Run `vqganodip fit` on labelled images first.</source>
        <translation>Führen Sie zuerst `vqganodip fit` mit gekennzeichneten Bildern aus.</translation>
    </message>
    <message>
        <source>Train it with `vqganodip train`.</source>
        <translation>Trainieren Sie es mit `vqganodip train`.</translation>
    </message>
    <message>
        <source>this file of the bundle was altered after it was written</source>
        <translation>diese Datei des Modells wurde nach dem Schreiben verändert</translation>
    </message>
    <message>
        <source>{role} is not a JSON object</source>
        <translation>{role} ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>this file of the bundle cannot be unpacked ({word_error})</source>
        <translation>diese Datei des Modells lässt sich nicht entpacken ({word_error})</translation>
    </message>
    <message>
        <source>there is no model bundle here</source>
        <translation>hier liegt kein Modell</translation>
    </message>
    <message>
        <source>the manifest cannot be read ({word_error})</source>
        <translation>das Verzeichnis lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Prüfen Sie Pfad und Zugriffsrechte.</translation>
    </message>
    <message>
        <source>the manifest is not that of a model bundle</source>
        <translation>das Verzeichnis ist nicht das eines Modells</translation>
    </message>
    <message>
        <source>the bundle cannot be written ({word_error})</source>
        <translation>das Modell lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Check space and permissions.</source>
        <translation>Prüfen Sie Platz und Zugriffsrechte.</translation>
    </message>
    <message>
        <source>not a file of plain arrays</source>
        <translation>keine Datei mit einfachen Feldern</translation>
    </message>
    <message>
        <source>a file of the bundle cannot be read ({word_error})</source>
        <translation>eine Datei des Modells lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the bundle was never fitted, so there is no threshold to look at</source>
        <translation>das Modell wurde nie angepasst, es gibt also keine Schwelle zu sehen</translation>
    </message>
    <message>
        <source>Run vqganodip fit with labelled boards.</source>
        <translation>Führen Sie vqganodip fit mit gekennzeichneten Leiterplatten aus.</translation>
    </message>
    <message>
        <source>the scores cannot be read ({word_error})</source>
        <translation>die Scores lassen sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Run vqganodip fit again.</source>
        <translation>Führen Sie vqganodip fit noch einmal aus.</translation>
    </message>
    <message>
        <source>there are no labelled normal images</source>
        <translation>es gibt keine gekennzeichneten normalen Bilder</translation>
    </message>
    <message>
        <source>Put some into test/good.</source>
        <translation>Legen Sie welche in test/good ab.</translation>
    </message>
    <message>
        <source>there are no labelled images</source>
        <translation>es gibt keine gekennzeichneten Bilder</translation>
    </message>
    <message>
        <source>no image could be used</source>
        <translation>kein Bild war brauchbar</translation>
    </message>
    <message>
        <source>See the errors above.</source>
        <translation>Siehe die Fehler oben.</translation>
    </message>
    <message>
        <source>the file cannot be read ({word_error})</source>
        <translation>die Datei lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Check its rights.</source>
        <translation>Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>this image of the calibration is not there any more</source>
        <translation>dieses Bild der Kalibrierung ist nicht mehr da</translation>
    </message>
    <message>
        <source>Say in which folder the labelled boards lie now.</source>
        <translation>Sagen Sie, in welchem Ordner die gekennzeichneten Leiterplatten jetzt liegen.</translation>
    </message>
    <message>
        <source>this image was changed after the calibration</source>
        <translation>dieses Bild wurde nach der Kalibrierung verändert</translation>
    </message>
    <message>
        <source>Say in which folder the labelled boards lie as they were.</source>
        <translation>Sagen Sie, in welchem Ordner die gekennzeichneten Leiterplatten unverändert liegen.</translation>
    </message>
    <message>
        <source>the image cannot be read ({word_error})</source>
        <translation>das Bild lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>this bundle has no foreign network that could learn on</source>
        <translation>dieses Modell hat kein Fremdnetz, das weiterlernen könnte</translation>
    </message>
    <message>
        <source>Only products in fixed position with the preset robust have one; train anew without --start-from.</source>
        <translation>Nur Produkte in fester Lage mit der Voreinstellung robust haben eines; trainieren Sie neu ohne --start-from.</translation>
    </message>
    <message>
        <source>only {count} normal images align with the reference board of the bundle</source>
        <translation>nur {count} normale Bilder lassen sich auf der Referenzplatte des Modells ausrichten</translation>
    </message>
    <message>
        <source>Give boards of the product that the bundle was trained on, or train anew.</source>
        <translation>Geben Sie Leiterplatten des Produkts, mit dem das Modell trainiert wurde, oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>the table lacks the column {columns}</source>
        <translation>der Tabelle fehlt die Spalte {columns}</translation>
    </message>
    <message>
        <source>Name the columns in the first line.</source>
        <translation>Nennen Sie die Spalten in der ersten Zeile.</translation>
    </message>
    <message>
        <source>the table is not UTF-8</source>
        <translation>die Tabelle ist nicht in UTF-8</translation>
    </message>
    <message>
        <source>Save it as CSV UTF-8.</source>
        <translation>Speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>line {number}: {word_what}</source>
        <translation>Zeile {number}: {word_what}</translation>
    </message>
    <message>
        <source>Save the table again.</source>
        <translation>Speichern Sie die Tabelle noch einmal.</translation>
    </message>
    <message>
        <source>the folder says of no image whether it is good</source>
        <translation>der Ordner sagt von keinem Bild, ob es gut ist</translation>
    </message>
    <message>
        <source>Use train/good with test/good and test/DEFECT, or folders good and bad, or a manifest.csv with path and label.</source>
        <translation>Verwenden Sie train/good mit test/good und test/DEFECT, oder Ordner good und bad, oder eine manifest.csv mit path und label.</translation>
    </message>
    <message>
        <source>unknown label {label}</source>
        <translation>unbekannte Kennzeichnung {label}</translation>
    </message>
    <message>
        <source>Write normal or defective.</source>
        <translation>Schreiben Sie normal oder defective.</translation>
    </message>
    <message>
        <source>the data set has no images</source>
        <translation>der Datensatz hat keine Bilder</translation>
    </message>
    <message>
        <source>Put pictures into its folders.</source>
        <translation>Legen Sie Bilder in seine Ordner.</translation>
    </message>
    <message>
        <source>the manifest lists no images</source>
        <translation>das Verzeichnis nennt keine Bilder</translation>
    </message>
    <message>
        <source>Write one line per image.</source>
        <translation>Schreiben Sie eine Zeile je Bild.</translation>
    </message>
    <message>
        <source>unknown split {split}</source>
        <translation>unbekannter Teil {split}</translation>
    </message>
    <message>
        <source>Write train, mask or test.</source>
        <translation>Schreiben Sie train, mask oder test.</translation>
    </message>
    <message>
        <source>{word_found} defective images, at least {needed} needed</source>
        <translation>{word_found} fehlerhafte Bilder, mindestens {needed} sind nötig</translation>
    </message>
    <message>
        <source>no</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no defective images</source>
        <translation>keine fehlerhaften Bilder</translation>
    </message>
    <message>
        <source>Put them into test/DEFECT, or a folder bad, named by the defect.</source>
        <translation>Legen Sie sie in test/DEFECT oder einen Ordner bad, benannt nach dem Fehler.</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Check the name and the drive.</source>
        <translation>Prüfen Sie Namen und Laufwerk.</translation>
    </message>
    <message>
        <source>the data set has no normal images to train on</source>
        <translation>der Datensatz hat keine normalen Bilder zum Trainieren</translation>
    </message>
    <message>
        <source>Put them into train/good, or good.</source>
        <translation>Legen Sie sie in train/good oder good.</translation>
    </message>
    <message>
        <source>the folder cannot be read ({word_error})</source>
        <translation>der Ordner lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Check the rights to read it.</source>
        <translation>Prüfen Sie das Leserecht.</translation>
    </message>
    <message>
        <source>{path} is labelled both normal and defective</source>
        <translation>{path} ist zugleich als normal und als defective gekennzeichnet</translation>
    </message>
    <message>
        <source>Keep one of the lines.</source>
        <translation>Behalten Sie eine der Zeilen.</translation>
    </message>
    <message>
        <source>there is no file {name}</source>
        <translation>es gibt keine Datei {name}</translation>
    </message>
    <message>
        <source>Correct the line.</source>
        <translation>Berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>the table cannot be read ({word_error})</source>
        <translation>die Tabelle lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>line {number} names {name}, which is not in the data set</source>
        <translation>Zeile {number} nennt {name}, das nicht im Datensatz ist</translation>
    </message>
    <message>
        <source>Correct the path.</source>
        <translation>Berichtigen Sie den Pfad.</translation>
    </message>
    <message>
        <source>there is no such demo line: {what}</source>
        <translation>diese Vorführlinie gibt es nicht: {what}</translation>
    </message>
    <message>
        <source>Name one of {products}, a size of {sizes} and at least one board.</source>
        <translation>Nennen Sie eines von {products}, eine Größe aus {sizes} und mindestens eine Leiterplatte.</translation>
    </message>
    <message>
        <source>this file says that the workspace is a demo line, but not which one</source>
        <translation>diese Datei sagt, dass der Arbeitsbereich eine Vorführlinie ist, aber nicht welche</translation>
    </message>
    <message>
        <source>Choose another workspace, or delete this folder if only the demo line was in it.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich, oder löschen Sie diesen Ordner, falls nur die Vorführlinie darin war.</translation>
    </message>
    <message>
        <source>the demo line cannot be written here ({word_error})</source>
        <translation>die Vorführlinie lässt sich hier nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder and its space, or choose another workspace.</source>
        <translation>Prüfen Sie den Ordner und seinen Platz, oder wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>the boards cannot be written ({word_error})</source>
        <translation>die Leiterplatten lassen sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder and its space.</source>
        <translation>Prüfen Sie den Ordner und seinen Platz.</translation>
    </message>
    <message>
        <source>{what} is {w}×{h} pixels where {ew}×{eh} are expected</source>
        <translation>{what} hat {w}×{h} Pixel statt {ew}×{eh}</translation>
    </message>
    <message>
        <source>Register the image to the working grid of the model first.</source>
        <translation>Richten Sie das Bild zuerst auf das Arbeitsraster des Modells aus.</translation>
    </message>
    <message>
        <source>the ignore regions cover the whole board</source>
        <translation>die ausgenommenen Stellen bedecken die ganze Leiterplatte</translation>
    </message>
    <message>
        <source>Leave some of the board.</source>
        <translation>Lassen Sie einen Teil der Leiterplatte frei.</translation>
    </message>
    <message>
        <source>no serial number was given</source>
        <translation>es wurde keine Seriennummer angegeben</translation>
    </message>
    <message>
        <source>Enter the one on the board.</source>
        <translation>Geben Sie die ein, die auf der Leiterplatte steht.</translation>
    </message>
    <message>
        <source>no board with the serial number {serial} is in this workspace</source>
        <translation>keine Leiterplatte mit der Seriennummer {serial} in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>Check the number, or open the workspace of that line.</source>
        <translation>Prüfen Sie die Nummer, oder öffnen Sie den Arbeitsbereich jener Linie.</translation>
    </message>
    <message>
        <source>a judgment needs a name</source>
        <translation>ein Urteil braucht einen Namen</translation>
    </message>
    <message>
        <source>Enter who reports the escape.</source>
        <translation>Geben Sie an, wer den durchgerutschten Fehler meldet.</translation>
    </message>
    <message>
        <source>the escape of {serial} is on record already (record {number})</source>
        <translation>der durchgerutschte Fehler von {serial} ist schon aufgezeichnet (Eintrag {number})</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>the ending names no format</source>
        <translation>die Endung nennt kein Format</translation>
    </message>
    <message>
        <source>Give a name that ends in one of {endings}.</source>
        <translation>Geben Sie einen Namen, der auf eine von {endings} endet.</translation>
    </message>
    <message>
        <source>the file cannot be written ({word_error})</source>
        <translation>die Datei lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder and its space, or close the program that has the file open.</source>
        <translation>Prüfen Sie den Ordner und seinen Platz, oder schließen Sie das Programm, das die Datei geöffnet hat.</translation>
    </message>
    <message>
        <source>{count} normal images are too few for the golden board</source>
        <translation>{count} normale Bilder sind zu wenige für die mittlere Leiterplatte</translation>
    </message>
    <message>
        <source>Give two registered normal images.</source>
        <translation>Geben Sie zwei ausgerichtete normale Bilder.</translation>
    </message>
    <message>
        <source>the golden board holds impossible values</source>
        <translation>die mittlere Leiterplatte enthält unmögliche Werte</translation>
    </message>
    <message>
        <source>Train the bundle again.</source>
        <translation>Trainieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>normal image {number} is {shape}, the ones before it are {others}</source>
        <translation>das normale Bild {number} hat {shape}, die vorigen haben {others}</translation>
    </message>
    <message>
        <source>Register all normal images to one grid first.</source>
        <translation>Richten Sie zuerst alle normalen Bilder auf ein Raster aus.</translation>
    </message>
    <message>
        <source>the golden board cannot be read ({word_error})</source>
        <translation>die mittlere Leiterplatte lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the ignore regions cannot be read</source>
        <translation>die ausgenommenen Stellen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Set them again.</source>
        <translation>Legen Sie sie neu fest.</translation>
    </message>
    <message>
        <source>this product is in free position: a region would mean another place on every image</source>
        <translation>dieses Produkt liegt frei: eine Stelle wäre auf jedem Bild ein anderer Ort</translation>
    </message>
    <message>
        <source>Ignore regions need a bundle of registered boards.</source>
        <translation>Ausgenommene Stellen brauchen ein Modell ausgerichteter Leiterplatten.</translation>
    </message>
    <message>
        <source>the region {x0},{y0},{x1},{y1} is not inside the board of {w}×{h} px</source>
        <translation>die Stelle {x0},{y0},{x1},{y1} liegt nicht auf der Leiterplatte von {w}×{h} px</translation>
    </message>
    <message>
        <source>Give left, top, right and bottom in pixels of the reference board.</source>
        <translation>Geben Sie links, oben, rechts und unten in Pixeln der Referenzplatte an.</translation>
    </message>
    <message>
        <source>cannot be read ({word_error})</source>
        <translation>das Bild lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Check the drive or network.</source>
        <translation>Prüfen Sie Laufwerk oder Netz.</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>das Bild gibt es nicht</translation>
    </message>
    <message>
        <source>Check the name, and whether the drive is connected.</source>
        <translation>Prüfen Sie den Namen, und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>das Bild darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>Give your user the right to read it.</source>
        <translation>Geben Sie Ihrem Benutzer das Leserecht.</translation>
    </message>
    <message>
        <source>is a link that points to itself</source>
        <translation>die Datei ist ein Verweis auf sich selbst</translation>
    </message>
    <message>
        <source>Remove the link.</source>
        <translation>Entfernen Sie den Verweis.</translation>
    </message>
    <message>
        <source>is a folder, not an image</source>
        <translation>das ist ein Ordner, kein Bild</translation>
    </message>
    <message>
        <source>Choose the images inside it.</source>
        <translation>Wählen Sie die Bilder darin.</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Choose an image file.</source>
        <translation>Wählen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>Take or export the picture again.</source>
        <translation>Nehmen Sie das Bild neu auf oder geben Sie es neu aus.</translation>
    </message>
    <message>
        <source>is {w}×{h}, {mega} megapixels; the most is {most}</source>
        <translation>das Bild hat {w}×{h}, {mega} Megapixel; höchstens {most} sind erlaubt</translation>
    </message>
    <message>
        <source>Cut or scale it down.</source>
        <translation>Schneiden Sie es zu oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>is {w}×{h}; the smallest side allowed is {least} pixels</source>
        <translation>das Bild hat {w}×{h}; die kürzeste erlaubte Seite sind {least} Pixel</translation>
    </message>
    <message>
        <source>Use a picture of the whole board.</source>
        <translation>Verwenden Sie ein Bild der ganzen Leiterplatte.</translation>
    </message>
    <message>
        <source>holds 32-bit values</source>
        <translation>das Bild enthält 32-Bit-Werte</translation>
    </message>
    <message>
        <source>Export it with 8 or 16 bits.</source>
        <translation>Geben Sie es mit 8 oder 16 Bit aus.</translation>
    </message>
    <message>
        <source>holds values that are no numbers (NaN or infinite)</source>
        <translation>das Bild enthält Werte, die keine Zahlen sind (NaN oder unendlich)</translation>
    </message>
    <message>
        <source>holds values from {low} to {high}; float images must be in 0 to 1</source>
        <translation>das Bild enthält Werte von {low} bis {high}; Gleitkommabilder müssen zwischen 0 und 1 liegen</translation>
    </message>
    <message>
        <source>is 16-bit colour of an unusual kind</source>
        <translation>das Bild hat 16-Bit-Farbe einer ungewöhnlichen Art</translation>
    </message>
    <message>
        <source>Export it with 8 bits.</source>
        <translation>Geben Sie es mit 8 Bit aus.</translation>
    </message>
    <message>
        <source>the folder holds no images</source>
        <translation>der Ordner enthält keine Bilder</translation>
    </message>
    <message>
        <source>Choose a folder with {kinds} files.</source>
        <translation>Wählen Sie einen Ordner mit Dateien der Art {kinds}.</translation>
    </message>
    <message>
        <source>holds {frames} pages or frames</source>
        <translation>die Datei enthält {frames} Seiten oder Einzelbilder</translation>
    </message>
    <message>
        <source>Save each board as an image file of its own.</source>
        <translation>Speichern Sie jede Leiterplatte als eigene Bilddatei.</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>das Bild passt nicht in den Speicher</translation>
    </message>
    <message>
        <source>Use a smaller picture.</source>
        <translation>Verwenden Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>is not a PNG, JPEG, BMP, TIFF or WebP image</source>
        <translation>die Datei ist kein PNG-, JPEG-, BMP-, TIFF- oder WebP-Bild</translation>
    </message>
    <message>
        <source>Remove the file, or export it in one of these formats.</source>
        <translation>Entfernen Sie die Datei, oder geben Sie das Bild in einem dieser Formate aus.</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller picture.</source>
        <translation>Schließen Sie andere Programme oder verwenden Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>is truncated</source>
        <translation>das Bild ist unvollständig</translation>
    </message>
    <message>
        <source>is damaged ({word_error})</source>
        <translation>das Bild ist beschädigt ({word_error})</translation>
    </message>
    <message>
        <source>the image is {w}×{h} px</source>
        <translation>das Bild hat {w}×{h} px</translation>
    </message>
    <message>
        <source>Give images of 32 px and more.</source>
        <translation>Geben Sie Bilder ab 32 px.</translation>
    </message>
    <message>
        <source>the image is {w}×{h} px, the bundle was trained on {ew}×{eh} px</source>
        <translation>das Bild hat {w}×{h} px, das Modell wurde mit {ew}×{eh} px trainiert</translation>
    </message>
    <message>
        <source>Give images from the same camera set-up, or train a bundle for this one.</source>
        <translation>Geben Sie Bilder vom selben Kameraaufbau, oder trainieren Sie ein Modell für diesen.</translation>
    </message>
    <message>
        <source>the settings do not fit this version ({word_error})</source>
        <translation>die Einstellungen passen nicht zu dieser Version ({word_error})</translation>
    </message>
    <message>
        <source>latents of shape {shape} where {others} are expected</source>
        <translation>Latente der Form {shape} statt {others}</translation>
    </message>
    <message>
        <source>Register the image to the working grid of the bundle first.</source>
        <translation>Richten Sie das Bild zuerst auf das Arbeitsraster des Modells aus.</translation>
    </message>
    <message>
        <source>{count} normal images are too few for the latent board</source>
        <translation>{count} normale Bilder sind zu wenige für die latente Leiterplatte</translation>
    </message>
    <message>
        <source>the latent board holds impossible values</source>
        <translation>die latente Leiterplatte enthält unmögliche Werte</translation>
    </message>
    <message>
        <source>normal boards differ in size</source>
        <translation>normale Leiterplatten sind verschieden groß</translation>
    </message>
    <message>
        <source>Register all of them to one grid first.</source>
        <translation>Richten Sie zuerst alle auf ein Raster aus.</translation>
    </message>
    <message>
        <source>the latent board cannot be read ({word_error})</source>
        <translation>die latente Leiterplatte lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the network measured {value}</source>
        <translation>das Netz hat {value} gemessen</translation>
    </message>
    <message>
        <source>The network weights are damaged or the training diverged; train the bundle again.</source>
        <translation>Die Gewichte des Netzes sind beschädigt oder das Training ist entgleist; trainieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>two parts stand side by side</source>
        <translation>zwei Teile stehen direkt nebeneinander</translation>
    </message>
    <message>
        <source>Put between them what parts them, such as _ or -.</source>
        <translation>Setzen Sie dazwischen, was sie trennt, etwa _ oder -.</translation>
    </message>
    <message>
        <source>{name} is not known</source>
        <translation>{name} ist unbekannt</translation>
    </message>
    <message>
        <source>Use {fields} or *.</source>
        <translation>Verwenden Sie {fields} oder *.</translation>
    </message>
    <message>
        <source>{name} stands twice</source>
        <translation>{name} steht zweimal da</translation>
    </message>
    <message>
        <source>Leave one of them out, or put * in its place.</source>
        <translation>Lassen Sie eines weg, oder setzen Sie * dafür.</translation>
    </message>
    <message>
        <source>the serial number is missing</source>
        <translation>die Seriennummer fehlt</translation>
    </message>
    <message>
        <source>Put {serial} where it stands in the name.</source>
        <translation>Setzen Sie {serial} dorthin, wo sie im Namen steht.</translation>
    </message>
    <message>
        <source>a brace is open</source>
        <translation>eine Klammer ist offen</translation>
    </message>
    <message>
        <source>Close it, as in {serial}.</source>
        <translation>Schließen Sie sie, wie in {serial}.</translation>
    </message>
    <message>
        <source>the process that draws the boards has ended</source>
        <translation>der Prozess, der die Leiterplatten berechnet, hat aufgehört</translation>
    </message>
    <message>
        <source>there are no images to train on</source>
        <translation>es gibt keine Bilder zum Trainieren</translation>
    </message>
    <message>
        <source>Give at least two normal images.</source>
        <translation>Geben Sie mindestens zwei normale Bilder.</translation>
    </message>
    <message>
        <source>crops of {crop} px are not a multiple of {factor}</source>
        <translation>Ausschnitte von {crop} px sind kein Vielfaches von {factor}</translation>
    </message>
    <message>
        <source>Use a multiple of {factor}.</source>
        <translation>Verwenden Sie ein Vielfaches von {factor}.</translation>
    </message>
    <message>
        <source>the images differ in size, so they cannot be trained whole or by position</source>
        <translation>die Bilder sind verschieden groß und lassen sich weder ganz noch nach Lage trainieren</translation>
    </message>
    <message>
        <source>Register them to one reference board, or train on crops (preset robust does).</source>
        <translation>Richten Sie sie auf eine Referenzplatte aus, oder trainieren Sie mit Ausschnitten (wie die Voreinstellung robust).</translation>
    </message>
    <message>
        <source>the checkpoint is of another version</source>
        <translation>der Zwischenstand ist von einer anderen Version</translation>
    </message>
    <message>
        <source>Train anew with --restart, or use that version.</source>
        <translation>Trainieren Sie neu mit --restart, oder verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>the checkpoint cannot be read ({word_error})</source>
        <translation>der Zwischenstand lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Check the drive.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>the checkpoint is damaged</source>
        <translation>der Zwischenstand ist beschädigt</translation>
    </message>
    <message>
        <source>Train anew with --restart.</source>
        <translation>Trainieren Sie neu mit --restart.</translation>
    </message>
    <message>
        <source>{asked} devices are asked for, this machine has {most} {of}</source>
        <translation>{asked} Geräte sind verlangt, dieser Rechner hat {most} {of}</translation>
    </message>
    <message>
        <source>Use --devices 1.</source>
        <translation>Verwenden Sie --devices 1.</translation>
    </message>
    <message>
        <source>the process of {name} ended before the training did (exit code {code})</source>
        <translation>der Prozess von {name} endete vor dem Training (Rückgabewert {code})</translation>
    </message>
    <message>
        <source>Its own message stands above; use --resume to go on from the last checkpoint.</source>
        <translation>Seine eigene Meldung steht oben; --resume macht beim letzten Zwischenstand weiter.</translation>
    </message>
    <message>
        <source>there are no boards of 32 px and more to train on</source>
        <translation>es gibt keine Leiterplatten ab 32 px zum Trainieren</translation>
    </message>
    <message>
        <source>Give normal boards.</source>
        <translation>Geben Sie normale Leiterplatten.</translation>
    </message>
    <message>
        <source>the loss of the foreign network is not finite at step {step}</source>
        <translation>der Verlust des Fremdnetzes ist bei Schritt {step} nicht mehr endlich</translation>
    </message>
    <message>
        <source>Train again.</source>
        <translation>Trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>the foreign network to begin with is not one of boards of this size</source>
        <translation>das Fremdnetz zum Anfangen ist keines für Leiterplatten dieser Größe</translation>
    </message>
    <message>
        <source>Train from the start.</source>
        <translation>Trainieren Sie von Anfang an.</translation>
    </message>
    <message>
        <source>this is not the published file of {name} (its hash differs)</source>
        <translation>das ist nicht die veröffentlichte Datei von {name} (ihr Hash weicht ab)</translation>
    </message>
    <message>
        <source>Download {file} again from {url}.</source>
        <translation>Laden Sie {file} neu von {url}.</translation>
    </message>
    <message>
        <source>the weights cannot be read ({word_error})</source>
        <translation>die Gewichte lassen sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Put {file} there, or use {other}.</source>
        <translation>Legen Sie {file} dorthin, oder verwenden Sie {other}.</translation>
    </message>
    <message>
        <source>the ImageNet weights of {name} cannot be downloaded ({word_error})</source>
        <translation>die ImageNet-Gewichte von {name} lassen sich nicht laden ({word_error})</translation>
    </message>
    <message>
        <source>Download them elsewhere and give the folder with --imagenet-weights, or use {other}.</source>
        <translation>Laden Sie sie anderswo und nennen Sie den Ordner mit --imagenet-weights, oder verwenden Sie {other}.</translation>
    </message>
    <message>
        <source>the loss is not finite at step {step}</source>
        <translation>der Verlust ist bei Schritt {step} nicht mehr endlich</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>Senken Sie die Lernrate.</translation>
    </message>
    <message>
        <source>the training here is finished, there is nothing to go on with</source>
        <translation>das Training hier ist fertig, es gibt nichts fortzusetzen</translation>
    </message>
    <message>
        <source>Train anew without --resume.</source>
        <translation>Trainieren Sie neu ohne --resume.</translation>
    </message>
    <message>
        <source>the training here cannot be resumed, it was another one ({said})</source>
        <translation>das Training hier lässt sich nicht fortsetzen, es war ein anderes ({said})</translation>
    </message>
    <message>
        <source>Use the same images and settings, or train anew with --restart.</source>
        <translation>Verwenden Sie dieselben Bilder und Einstellungen, oder trainieren Sie neu mit --restart.</translation>
    </message>
    <message>
        <source>another training is writing here</source>
        <translation>ein anderes Training schreibt hier gerade</translation>
    </message>
    <message>
        <source>Wait for it, or give another --bundle.</source>
        <translation>Warten Sie darauf, oder geben Sie ein anderes --bundle an.</translation>
    </message>
    <message>
        <source>the run folder cannot be written ({word_error})</source>
        <translation>der Trainingsordner lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>an unfinished training is here ({stage} at step {step})</source>
        <translation>hier liegt ein unfertiges Training ({stage} bei Schritt {step})</translation>
    </message>
    <message>
        <source>Go on with --resume, or throw it away with --restart.</source>
        <translation>Setzen Sie es mit --resume fort, oder verwerfen Sie es mit --restart.</translation>
    </message>
    <message>
        <source>the state of the training here cannot be read</source>
        <translation>der Stand des Trainings hier lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the weights of {name} cannot be read</source>
        <translation>die Gewichte von {name} lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>the weights of {name} do not fit its network ({error})</source>
        <translation>die Gewichte von {name} passen nicht zu ihrem Netz ({error})</translation>
    </message>
    <message>
        <source>Train the bundle again with this version.</source>
        <translation>Trainieren Sie das Modell mit dieser Version neu.</translation>
    </message>
    <message>
        <source>the weights of foreign_net do not fit its network ({error})</source>
        <translation>die Gewichte von foreign_net passen nicht zu ihrem Netz ({error})</translation>
    </message>
    <message>
        <source>the position map is missing</source>
        <translation>die Lagekarte fehlt</translation>
    </message>
    <message>
        <source>there are no held-out images to be patient with</source>
        <translation>es gibt keine zurückgehaltenen Bilder, um das Ende zu bestimmen</translation>
    </message>
    <message>
        <source>Use patience 0, or more images.</source>
        <translation>Verwenden Sie patience 0, oder mehr Bilder.</translation>
    </message>
    <message>
        <source>a budget is either seconds or steps</source>
        <translation>ein Budget sind entweder Sekunden oder Schritte</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Geben Sie eines davon an.</translation>
    </message>
    <message>
        <source>the training budget is zero</source>
        <translation>das Trainingsbudget ist null</translation>
    </message>
    <message>
        <source>Give a positive number of minutes or steps.</source>
        <translation>Geben Sie eine positive Zahl von Minuten oder Schritten.</translation>
    </message>
    <message>
        <source>there is no abnormal image</source>
        <translation>es gibt kein fehlerhaftes Bild</translation>
    </message>
    <message>
        <source>Add images of defective boards.</source>
        <translation>Fügen Sie Bilder defekter Leiterplatten hinzu.</translation>
    </message>
    <message>
        <source>there is no normal image</source>
        <translation>es gibt kein normales Bild</translation>
    </message>
    <message>
        <source>Add images of normal boards.</source>
        <translation>Fügen Sie Bilder normaler Leiterplatten hinzu.</translation>
    </message>
    <message>
        <source>a curve needs normal and abnormal images</source>
        <translation>eine Kurve braucht normale und fehlerhafte Bilder</translation>
    </message>
    <message>
        <source>Add the other ones.</source>
        <translation>Fügen Sie die anderen hinzu.</translation>
    </message>
    <message>
        <source>a {word_rate} of {value}</source>
        <translation>{word_rate}: {value}</translation>
    </message>
    <message>
        <source>miss rate</source>
        <translation>Schlupfrate</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Give one between 0 and 1.</source>
        <translation>Geben Sie einen Wert zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>false-positive rate</source>
        <translation>Falsch-Positiv-Rate</translation>
    </message>
    <message>
        <source>there is no role {role}</source>
        <translation>es gibt keine Rolle {role}</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>the role {word_role} may not {word_right}</source>
        <translation>die Rolle {word_role} darf das nicht: {word_right}</translation>
    </message>
    <message>
        <source>Ask somebody with the role {word_role}.</source>
        <translation>Fragen Sie jemanden mit der Rolle {word_role}.</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>Ingenieur</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>name and PIN do not belong together</source>
        <translation>Name und PIN gehören nicht zusammen</translation>
    </message>
    <message>
        <source>Try again, or ask an admin for a new PIN.</source>
        <translation>Versuchen Sie es noch einmal, oder bitten Sie einen Administrator um eine neue PIN.</translation>
    </message>
    <message>
        <source>a person needs a name</source>
        <translation>eine Person braucht einen Namen</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>Geben Sie den Namen ein.</translation>
    </message>
    <message>
        <source>the PIN must be 4 to 12 digits</source>
        <translation>die PIN muss 4 bis 12 Ziffern haben</translation>
    </message>
    <message>
        <source>Choose another PIN.</source>
        <translation>Wählen Sie eine andere PIN.</translation>
    </message>
    <message>
        <source>people are registered by an admin</source>
        <translation>Personen trägt ein Administrator ein</translation>
    </message>
    <message>
        <source>Let an admin log in.</source>
        <translation>Ein Administrator muss sich anmelden.</translation>
    </message>
    <message>
        <source>the first person must be an admin</source>
        <translation>die erste Person muss Administrator sein</translation>
    </message>
    <message>
        <source>Register an admin first.</source>
        <translation>Tragen Sie zuerst einen Administrator ein.</translation>
    </message>
    <message>
        <source>no confirmed board is there to enter</source>
        <translation>es gibt keine bestätigte Leiterplatte zum Aufnehmen</translation>
    </message>
    <message>
        <source>Let a second person judge boards.</source>
        <translation>Lassen Sie eine zweite Person Leiterplatten beurteilen.</translation>
    </message>
    <message>
        <source>the new bundle cannot be written ({word_error})</source>
        <translation>das neue Modell lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>no images to choose a reference board from</source>
        <translation>keine Bilder, um eine Referenzplatte zu wählen</translation>
    </message>
    <message>
        <source>Give normal images.</source>
        <translation>Geben Sie normale Bilder.</translation>
    </message>
    <message>
        <source>no images to build the reference board from</source>
        <translation>keine Bilder, um die Referenzplatte zu bilden</translation>
    </message>
    <message>
        <source>the reference board has no valid shape</source>
        <translation>die Referenzplatte hat keine gültige Form</translation>
    </message>
    <message>
        <source>Build the bundle again.</source>
        <translation>Erstellen Sie das Modell neu.</translation>
    </message>
    <message>
        <source>the reference board is incomplete</source>
        <translation>die Referenzplatte ist unvollständig</translation>
    </message>
    <message>
        <source>the reference board has too little structure</source>
        <translation>die Referenzplatte hat zu wenig Struktur</translation>
    </message>
    <message>
        <source>Use the mode free.</source>
        <translation>Verwenden Sie den Modus free.</translation>
    </message>
    <message>
        <source>no board was inspected yet</source>
        <translation>noch keine Leiterplatte wurde geprüft</translation>
    </message>
    <message>
        <source>Inspect boards, then make the report.</source>
        <translation>Prüfen Sie Leiterplatten, dann erstellen Sie den Bericht.</translation>
    </message>
    <message>
        <source>no board of the workspace was inspected by this bundle</source>
        <translation>keine Leiterplatte des Arbeitsbereichs wurde mit diesem Modell geprüft</translation>
    </message>
    <message>
        <source>Inspect the boards with it first, or report without naming a bundle.</source>
        <translation>Prüfen Sie die Leiterplatten zuerst damit, oder berichten Sie, ohne ein Modell zu nennen.</translation>
    </message>
    <message>
        <source>a person cannot judge a board {kind}</source>
        <translation>eine Person kann eine Leiterplatte nicht „{kind}“ beurteilen</translation>
    </message>
    <message>
        <source>Use undo.</source>
        <translation>Verwenden Sie Zurück.</translation>
    </message>
    <message>
        <source>a defect code ({code}) needs the judgment NG</source>
        <translation>ein Fehlercode ({code}) braucht das Urteil NG</translation>
    </message>
    <message>
        <source>Judge NG, or leave it out.</source>
        <translation>Urteilen Sie NG, oder lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>a review time of {seconds} s is impossible</source>
        <translation>eine Prüfzeit von {seconds} s ist unmöglich</translation>
    </message>
    <message>
        <source>Give seconds from 0 up.</source>
        <translation>Geben Sie Sekunden ab 0.</translation>
    </message>
    <message>
        <source>a good board has no NG region</source>
        <translation>eine gute Leiterplatte hat keine NG-Stelle</translation>
    </message>
    <message>
        <source>Judge the board NG.</source>
        <translation>Beurteilen Sie die Leiterplatte NG.</translation>
    </message>
    <message>
        <source>nobody is named as operator</source>
        <translation>kein Prüfer ist genannt</translation>
    </message>
    <message>
        <source>Enter the operator's name, then judge.</source>
        <translation>Geben Sie den Namen des Prüfers ein, dann urteilen Sie.</translation>
    </message>
    <message>
        <source>what the machine saw is not shown before the verdict</source>
        <translation>was die Maschine sah, wird vor dem Urteil nicht gezeigt</translation>
    </message>
    <message>
        <source>Judge OK, then look.</source>
        <translation>Urteilen Sie OK, dann sehen Sie nach.</translation>
    </message>
    <message>
        <source>board {board} has been judged by somebody else since</source>
        <translation>Platte {board} wurde inzwischen von jemand anderem beurteilt</translation>
    </message>
    <message>
        <source>Open the board and judge it again.</source>
        <translation>Öffnen Sie die Leiterplatte und beurteilen Sie sie neu.</translation>
    </message>
    <message>
        <source>the board has not been judged yet</source>
        <translation>die Leiterplatte ist noch nicht beurteilt</translation>
    </message>
    <message>
        <source>Judge it first.</source>
        <translation>Beurteilen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>a second opinion needs a second person</source>
        <translation>eine Zweitmeinung braucht eine zweite Person</translation>
    </message>
    <message>
        <source>Let somebody else judge it.</source>
        <translation>Lassen Sie jemand anderen urteilen.</translation>
    </message>
    <message>
        <source>a board that was not flagged cannot be a false call</source>
        <translation>eine nicht gemeldete Leiterplatte kann kein Fehlalarm sein</translation>
    </message>
    <message>
        <source>Judge it OK.</source>
        <translation>Beurteilen Sie sie OK.</translation>
    </message>
    <message>
        <source>a region cannot be withdrawn</source>
        <translation>eine Stelle lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>Leave the region out.</source>
        <translation>Lassen Sie die Stelle weg.</translation>
    </message>
    <message>
        <source>the defect code {code} of a region needs NG</source>
        <translation>der Fehlercode {code} einer Stelle braucht NG</translation>
    </message>
    <message>
        <source>Judge the region NG.</source>
        <translation>Beurteilen Sie die Stelle NG.</translation>
    </message>
    <message>
        <source>the region {box} lies outside the board</source>
        <translation>die Stelle {box} liegt außerhalb der Leiterplatte</translation>
    </message>
    <message>
        <source>Draw it on the board.</source>
        <translation>Zeichnen Sie sie auf die Leiterplatte.</translation>
    </message>
    <message>
        <source>the rules of the review need a name</source>
        <translation>die Regeln der Prüfung brauchen einen Namen</translation>
    </message>
    <message>
        <source>Enter who sets them.</source>
        <translation>Geben Sie ein, wer sie setzt.</translation>
    </message>
    <message>
        <source>Give a number from 0 to {most}.</source>
        <translation>Geben Sie eine Zahl von 0 bis {most}.</translation>
    </message>
    <message>
        <source>unknown classifier {name}</source>
        <translation>unbekannter Klassifikator {name}</translation>
    </message>
    <message>
        <source>classifiers must be named once, one at least</source>
        <translation>Klassifikatoren sind je einmal zu nennen, mindestens einer</translation>
    </message>
    <message>
        <source>Choose from {names}.</source>
        <translation>Wählen Sie aus {names}.</translation>
    </message>
    <message>
        <source>a probability is not a number</source>
        <translation>eine Wahrscheinlichkeit ist keine Zahl</translation>
    </message>
    <message>
        <source>Leave this classifier out.</source>
        <translation>Lassen Sie diesen Klassifikator weg.</translation>
    </message>
    <message>
        <source>{name} cannot be fitted ({error})</source>
        <translation>{name} lässt sich nicht anpassen ({error})</translation>
    </message>
    <message>
        <source>values of shape {shape} for {images} images and {metrics} metrics</source>
        <translation>Werte der Form {shape} für {images} Bilder und {metrics} Maße</translation>
    </message>
    <message>
        <source>Collect the metrics again.</source>
        <translation>Berechnen Sie die Maße neu.</translation>
    </message>
    <message>
        <source>a metric occurs twice</source>
        <translation>ein Maß kommt zweimal vor</translation>
    </message>
    <message>
        <source>the metric {name} is not a number</source>
        <translation>das Maß {name} ist keine Zahl</translation>
    </message>
    <message>
        <source>Inspect the image again or leave it out ({count} images are concerned).</source>
        <translation>Prüfen Sie das Bild neu oder lassen Sie es weg ({count} Bilder sind betroffen).</translation>
    </message>
    <message>
        <source>one group holds a whole class of the training part</source>
        <translation>eine Gruppe enthält eine ganze Klasse des Trainingsteils</translation>
    </message>
    <message>
        <source>Add more groups.</source>
        <translation>Fügen Sie Gruppen hinzu.</translation>
    </message>
    <message>
        <source>a group holds nearly all images of a class</source>
        <translation>eine Gruppe enthält fast alle Bilder einer Klasse</translation>
    </message>
    <message>
        <source>Use smaller groups.</source>
        <translation>Verwenden Sie kleinere Gruppen.</translation>
    </message>
    <message>
        <source>{images} {word_kind} images in {groups} groups are too few to fit and judge a score</source>
        <translation>{images} Bilder ({word_kind}) in {groups} Gruppen sind zu wenige, um einen Score anzupassen und zu beurteilen</translation>
    </message>
    <message>
        <source>Add {word_kind} images until there are at least {least} that do not belong together.</source>
        <translation>Fügen Sie Bilder ({word_kind}) hinzu, bis mindestens {least} nicht zusammengehören.</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>every metric is constant over the images</source>
        <translation>jedes Maß ist über die Bilder konstant</translation>
    </message>
    <message>
        <source>Check that the images differ.</source>
        <translation>Prüfen Sie, ob sich die Bilder unterscheiden.</translation>
    </message>
    <message>
        <source>{name} needs metrics that these images do not have</source>
        <translation>{name} braucht Maße, die diese Bilder nicht haben</translation>
    </message>
    <message>
        <source>Choose another classifier, or fit a bundle of a registered product.</source>
        <translation>Wählen Sie einen anderen Klassifikator, oder passen Sie ein Modell eines ausgerichteten Produkts an.</translation>
    </message>
    <message>
        <source>no classifier can be fitted</source>
        <translation>kein Klassifikator lässt sich anpassen</translation>
    </message>
    <message>
        <source>there is no search {name}</source>
        <translation>es gibt keine Suche {name}</translation>
    </message>
    <message>
        <source>Use {names}.</source>
        <translation>Verwenden Sie {names}.</translation>
    </message>
    <message>
        <source>no classifier can be fitted with images left out</source>
        <translation>kein Klassifikator lässt sich mit ausgelassenen Bildern anpassen</translation>
    </message>
    <message>
        <source>there is no protocol {name}</source>
        <translation>es gibt kein Protokoll {name}</translation>
    </message>
    <message>
        <source>{values} values for {images} images</source>
        <translation>{values} Werte für {images} Bilder</translation>
    </message>
    <message>
        <source>Give one per image.</source>
        <translation>Geben Sie einen je Bild.</translation>
    </message>
    <message>
        <source>the report does not fit this version ({word_error})</source>
        <translation>der Bericht passt nicht zu dieser Version ({word_error})</translation>
    </message>
    <message>
        <source>{scores} scores and {labels} labels for {images} images</source>
        <translation>{scores} Scores und {labels} Kennzeichnungen für {images} Bilder</translation>
    </message>
    <message>
        <source>Give one of each.</source>
        <translation>Geben Sie je eines.</translation>
    </message>
    <message>
        <source>the scorer's file names an untrusted type ({name})</source>
        <translation>die Datei des Klassifikators nennt einen nicht zugelassenen Typ ({name})</translation>
    </message>
    <message>
        <source>Take the bundle from its source again, or train it again.</source>
        <translation>Holen Sie das Modell neu von seiner Quelle, oder trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>Use the bundle's settings.</source>
        <translation>Verwenden Sie die Einstellungen des Modells.</translation>
    </message>
    <message>
        <source>values of shape {shape} for {metrics} metrics</source>
        <translation>Werte der Form {shape} für {metrics} Maße</translation>
    </message>
    <message>
        <source>Check them.</source>
        <translation>Prüfen Sie sie.</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message>
        <source>Inspect the image again.</source>
        <translation>Prüfen Sie das Bild noch einmal.</translation>
    </message>
    <message>
        <source>the scorer gives other scores than when it was saved</source>
        <translation>der Klassifikator gibt andere Scores als beim Speichern</translation>
    </message>
    <message>
        <source>the scorer's file is too large</source>
        <translation>die Datei des Klassifikators ist zu groß</translation>
    </message>
    <message>
        <source>the scorer cannot be read ({word_error})</source>
        <translation>der Klassifikator lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the scorer's file is damaged ({word_error})</source>
        <translation>die Datei des Klassifikators ist beschädigt ({word_error})</translation>
    </message>
    <message>
        <source>the scorer's file unpacks to too much</source>
        <translation>die Datei des Klassifikators wird entpackt zu groß</translation>
    </message>
    <message>
        <source>the scorer's file is damaged</source>
        <translation>die Datei des Klassifikators ist beschädigt</translation>
    </message>
    <message>
        <source>{name} cannot be fitted on these images</source>
        <translation>{name} lässt sich an diesen Bildern nicht anpassen</translation>
    </message>
    <message>
        <source>{draws} draws on {folds} folds</source>
        <translation>{draws} Ziehungen auf {folds} Faltungen</translation>
    </message>
    <message>
        <source>Use 1 draw and 2 folds or more.</source>
        <translation>Verwenden Sie mindestens 1 Ziehung und 2 Faltungen.</translation>
    </message>
    <message>
        <source>the bundle was trained on every one of these boards</source>
        <translation>das Modell wurde mit allen diesen Leiterplatten trainiert</translation>
    </message>
    <message>
        <source>Give boards it never saw.</source>
        <translation>Geben Sie Leiterplatten, die es nie gesehen hat.</translation>
    </message>
    <message>
        <source>{count} boards for practice</source>
        <translation>{count} Leiterplatten zur Übung</translation>
    </message>
    <message>
        <source>Use 0 to {most}.</source>
        <translation>Verwenden Sie 0 bis {most}.</translation>
    </message>
    <message>
        <source>{count} boards that the bundle never saw, for {trials} trials</source>
        <translation>{count} Leiterplatten, die das Modell nie gesehen hat, für {trials} Durchgänge</translation>
    </message>
    <message>
        <source>Give {count} boards, or plan fewer trials.</source>
        <translation>Geben Sie {count} Leiterplatten, oder planen Sie weniger Durchgänge.</translation>
    </message>
    <message>
        <source>a review time of {seconds} s cannot be kept</source>
        <translation>eine Prüfzeit von {seconds} s lässt sich nicht aufbewahren</translation>
    </message>
    <message>
        <source>a board has no side {side}</source>
        <translation>eine Leiterplatte hat keine Seite {side}</translation>
    </message>
    <message>
        <source>Give T, B, or nothing.</source>
        <translation>Geben Sie T, B oder nichts.</translation>
    </message>
    <message>
        <source>Judge the board again without that region.</source>
        <translation>Beurteilen Sie die Leiterplatte noch einmal ohne diese Stelle.</translation>
    </message>
    <message>
        <source>the database refused ({word_error})</source>
        <translation>die Datenbank hat abgelehnt ({word_error})</translation>
    </message>
    <message>
        <source>See the log, then try again.</source>
        <translation>Sehen Sie ins Protokoll, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{name} has no time zone</source>
        <translation>{name} hat keine Zeitzone</translation>
    </message>
    <message>
        <source>Use datetime.now(UTC).</source>
        <translation>Verwenden Sie datetime.now(UTC).</translation>
    </message>
    <message>
        <source>a value cannot be kept ({word_error})</source>
        <translation>ein Wert lässt sich nicht aufbewahren ({word_error})</translation>
    </message>
    <message>
        <source>Inspect the board again.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal.</translation>
    </message>
    <message>
        <source>a stored inspection cannot be read ({word_error})</source>
        <translation>eine gespeicherte Prüfung lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Restore the workspace from a backup.</source>
        <translation>Stellen Sie den Arbeitsbereich aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>stored judgments of regions cannot be read ({word_error})</source>
        <translation>gespeicherte Urteile über Stellen lassen sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the workspace was written by a newer version (its schema is {schema}, this version knows {known})</source>
        <translation>der Arbeitsbereich stammt von einer neueren Version (sein Schema ist {schema}, diese Version kennt {known})</translation>
    </message>
    <message>
        <source>Open it with the newer version, or choose another workspace.</source>
        <translation>Öffnen Sie ihn mit der neueren Version, oder wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>the database belongs to another program</source>
        <translation>die Datenbank gehört zu einem anderen Programm</translation>
    </message>
    <message>
        <source>Choose another workspace.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>that is not a panel key</source>
        <translation>das ist kein Schlüssel eines Bildes</translation>
    </message>
    <message>
        <source>Use panel_key(inspection).</source>
        <translation>Verwenden Sie panel_key(inspection).</translation>
    </message>
    <message>
        <source>a panel is not a 16-bit difference map</source>
        <translation>ein Bild ist kein 16-Bit-Differenzbild</translation>
    </message>
    <message>
        <source>a panel is not an 8-bit colour picture</source>
        <translation>ein Bild ist kein 8-Bit-Farbbild</translation>
    </message>
    <message>
        <source>the panels cannot be written ({word_error})</source>
        <translation>die Bilder lassen sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the workspace.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>the picture of a very large board cannot be divided ({word_error})</source>
        <translation>das Bild einer sehr großen Leiterplatte lässt sich nicht zerlegen ({word_error})</translation>
    </message>
    <message>
        <source>the {name} is not a uint8 H×W×3 picture</source>
        <translation>{name} ist kein Bild uint8 H×W×3</translation>
    </message>
    <message>
        <source>the {name} difference map is not finite H×W</source>
        <translation>das Differenzbild {name} ist nicht endlich in der Form H×W</translation>
    </message>
    <message>
        <source>a panel cannot be read ({word_error})</source>
        <translation>ein Bild lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Inspect the board again to make its panels anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, damit ihre Bilder neu entstehen.</translation>
    </message>
    <message>
        <source>a panel cannot be encoded as PNG</source>
        <translation>ein Bild lässt sich nicht als PNG kodieren</translation>
    </message>
    <message>
        <source>a panel is damaged</source>
        <translation>ein Bild ist beschädigt</translation>
    </message>
    <message>
        <source>there is no board number {number}</source>
        <translation>es gibt keine Leiterplatte Nummer {number}</translation>
    </message>
    <message>
        <source>Load the queue again.</source>
        <translation>Laden Sie die Warteschlange neu.</translation>
    </message>
    <message>
        <source>board {board} has been judged meanwhile (its newest record is {newest}, not {other})</source>
        <translation>Platte {board} wurde inzwischen beurteilt (ihr neuester Eintrag ist {newest}, nicht {other})</translation>
    </message>
    <message>
        <source>Look at the board again, then judge it.</source>
        <translation>Sehen Sie die Leiterplatte noch einmal an, dann urteilen Sie.</translation>
    </message>
    <message>
        <source>there is no workspace here</source>
        <translation>hier liegt kein Arbeitsbereich</translation>
    </message>
    <message>
        <source>Give the folder of an existing workspace.</source>
        <translation>Geben Sie den Ordner eines vorhandenen Arbeitsbereichs an.</translation>
    </message>
    <message>
        <source>the workspace folder cannot be written ({word_error})</source>
        <translation>in den Ordner des Arbeitsbereichs lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>the threshold is {value}</source>
        <translation>die Schwelle ist {value}</translation>
    </message>
    <message>
        <source>Set a threshold first.</source>
        <translation>Setzen Sie zuerst eine Schwelle.</translation>
    </message>
    <message>
        <source>one value has no spread</source>
        <translation>ein einzelner Wert hat keine Streuung</translation>
    </message>
    <message>
        <source>Give two values or more.</source>
        <translation>Geben Sie zwei Werte oder mehr.</translation>
    </message>
    <message>
        <source>scores of shape {shape} and labels of shape {labels}</source>
        <translation>Scores der Form {shape} und Kennzeichnungen der Form {labels}</translation>
    </message>
    <message>
        <source>Give one label per score.</source>
        <translation>Geben Sie eine Kennzeichnung je Score.</translation>
    </message>
    <message>
        <source>the score of image {image} is not a number</source>
        <translation>der Score von Bild {image} ist keine Zahl</translation>
    </message>
    <message>
        <source>Score it again.</source>
        <translation>Bewerten Sie es noch einmal.</translation>
    </message>
    <message>
        <source>a label is neither 0 nor 1</source>
        <translation>eine Kennzeichnung ist weder 0 noch 1</translation>
    </message>
    <message>
        <source>Use 1 for defective and 0 for normal.</source>
        <translation>Verwenden Sie 1 für fehlerhaft und 0 für normal.</translation>
    </message>
    <message>
        <source>a threshold needs a name</source>
        <translation>eine Schwelle braucht einen Namen</translation>
    </message>
    <message>
        <source>Enter who changes it.</source>
        <translation>Geben Sie ein, wer sie ändert.</translation>
    </message>
    <message>
        <source>a threshold of {value}</source>
        <translation>eine Schwelle von {value}</translation>
    </message>
    <message>
        <source>Give a score from 0 to 1.</source>
        <translation>Geben Sie einen Score von 0 bis 1.</translation>
    </message>
    <message>
        <source>a doubtful band up to {value}</source>
        <translation>ein Zweifelsbereich bis {value}</translation>
    </message>
    <message>
        <source>End it above the threshold, at 1 at most.</source>
        <translation>Lassen Sie ihn über der Schwelle enden, höchstens bei 1.</translation>
    </message>
    <message>
        <source>{missed} known defects would be missed and no reason is given</source>
        <translation>{missed} bekannte Fehler würden übersehen, und kein Grund ist genannt</translation>
    </message>
    <message>
        <source>Write down why, or lower it.</source>
        <translation>Schreiben Sie auf, warum, oder senken Sie sie.</translation>
    </message>
    <message>
        <source>the reason is too long</source>
        <translation>die Begründung ist zu lang</translation>
    </message>
    <message>
        <source>Use at most {most} characters.</source>
        <translation>Verwenden Sie höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>this threshold is in force already</source>
        <translation>diese Schwelle ist schon in Kraft</translation>
    </message>
    <message>
        <source>Move the line, or leave it.</source>
        <translation>Verschieben Sie die Linie, oder lassen Sie sie.</translation>
    </message>
    <message>
        <source>there is no threshold change number {number}</source>
        <translation>es gibt keine Schwellenänderung Nummer {number}</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Wählen Sie eine aus der Liste.</translation>
    </message>
    <message>
        <source>threshold change {number} was made for another bundle ({bundle})</source>
        <translation>Schwellenänderung {number} gilt für ein anderes Modell ({bundle})</translation>
    </message>
    <message>
        <source>Scores of two bundles do not compare: set the threshold anew.</source>
        <translation>Scores zweier Modelle sind nicht vergleichbar: setzen Sie die Schwelle neu.</translation>
    </message>
    <message>
        <source>going back needs a reason</source>
        <translation>das Zurückgehen braucht eine Begründung</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{count} usable normal images are too few to train on</source>
        <translation>{count} brauchbare normale Bilder sind zum Trainieren zu wenige</translation>
    </message>
    <message>
        <source>Give at least {least}, better 30 and more.</source>
        <translation>Geben Sie mindestens {least}, besser 30 und mehr.</translation>
    </message>
    <message>
        <source>only {count} normal images align with each other</source>
        <translation>nur {count} normale Bilder lassen sich aneinander ausrichten</translation>
    </message>
    <message>
        <source>Check that they show one product.</source>
        <translation>Prüfen Sie, ob sie ein einziges Produkt zeigen.</translation>
    </message>
    <message>
        <source>no image set aside for the mask aligns</source>
        <translation>kein für die Maske zurückgelegtes Bild lässt sich ausrichten</translation>
    </message>
    <message>
        <source>Set aside boards of the same product.</source>
        <translation>Legen Sie Leiterplatten desselben Produkts zurück.</translation>
    </message>
    <message>
        <source>no normal image is left for the normal-variation mask</source>
        <translation>für die Maske der normalen Schwankung ist kein normales Bild übrig</translation>
    </message>
    <message>
        <source>Add normal images of this product.</source>
        <translation>Fügen Sie normale Bilder dieses Produkts hinzu.</translation>
    </message>
    <message>
        <source>the normal-variation mask holds impossible values</source>
        <translation>die Maske der normalen Schwankung enthält unmögliche Werte</translation>
    </message>
    <message>
        <source>{count} normal images are too few for their spread</source>
        <translation>{count} normale Bilder sind zu wenige für ihre Streuung</translation>
    </message>
    <message>
        <source>Give two of them.</source>
        <translation>Geben Sie zwei davon.</translation>
    </message>
    <message>
        <source>the normal spread holds impossible values</source>
        <translation>die normale Streuung enthält unmögliche Werte</translation>
    </message>
    <message>
        <source>difference map {number} is {shape}, the ones before it are {others}</source>
        <translation>Differenzbild {number} hat {shape}, die vorigen haben {others}</translation>
    </message>
    <message>
        <source>the normal-variation mask cannot be read ({word_error})</source>
        <translation>die Maske der normalen Schwankung lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the normal spread cannot be read ({word_error})</source>
        <translation>die normale Streuung lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the image could not be encoded as PNG</source>
        <translation>das Bild ließ sich nicht als PNG kodieren</translation>
    </message>
    <message>
        <source>Check the free memory.</source>
        <translation>Prüfen Sie den freien Speicher.</translation>
    </message>
    <message>
        <source>Check the free space and the rights.</source>
        <translation>Prüfen Sie freien Platz und Rechte.</translation>
    </message>
    <message>
        <source>there is no such product</source>
        <translation>dieses Produkt gibt es nicht</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>the {word_name} is not a number (NaN)</source>
        <translation>das ist keine Zahl (NaN): {word_name}</translation>
    </message>
    <message>
        <source>Inspect the board again, or fit the bundle anew.</source>
        <translation>Prüfen Sie die Leiterplatte noch einmal, oder passen Sie das Modell neu an.</translation>
    </message>
    <message>
        <source>share of second opinions</source>
        <translation>Anteil der Zweitmeinungen</translation>
    </message>
    <message>
        <source>rate of hidden probes</source>
        <translation>Anteil verdeckter Proben</translation>
    </message>
    <message>
        <source>limit of false calls</source>
        <translation>Grenze für Fehlalarme</translation>
    </message>
    <message>
        <source>limit of defects</source>
        <translation>Grenze für Fehler</translation>
    </message>
    <message>
        <source>{word_first}, {word_rest}</source>
        <translation>{word_first}, {word_rest}</translation>
    </message>
    <message>
        <source>this is no judgments file of this version</source>
        <translation>das ist keine Urteilsdatei dieser Version</translation>
    </message>
    <message>
        <source>Give an exported CSV file.</source>
        <translation>Geben Sie eine ausgegebene CSV-Datei.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Geben Sie sie neu aus.</translation>
    </message>
    <message>
        <source>record {number} was expected here: a record was removed, inserted or moved</source>
        <translation>hier war Eintrag {number} zu erwarten: ein Eintrag wurde entfernt, eingefügt oder verschoben</translation>
    </message>
    <message>
        <source>its fields do not give its hash: it was changed</source>
        <translation>seine Felder ergeben nicht seinen Hash: er wurde geändert</translation>
    </message>
    <message>
        <source>it does not follow from the record before it</source>
        <translation>er folgt nicht aus dem Eintrag davor</translation>
    </message>
    <message>
        <source>the file ends before it: lines were cut off</source>
        <translation>die Datei endet davor: Zeilen wurden abgeschnitten</translation>
    </message>
    <message>
        <source>The board does not align with its reference board (correlation {value}): the score means little. Check product, side and position.</source>
        <translation>Die Leiterplatte liegt nicht passend auf ihrer Referenz (Korrelation {value}): der Score sagt wenig. Prüfen Sie Produkt, Seite und Lage.</translation>
    </message>
    <message>
        <source>the pictures of this board are not in the workspace</source>
        <translation>die Bilder dieser Leiterplatte sind nicht im Arbeitsbereich</translation>
    </message>
    <message>
        <source>Inspect the folder of this board again.</source>
        <translation>Prüfen Sie den Ordner dieser Leiterplatte noch einmal.</translation>
    </message>
    <message>
        <source>there is another workspace where the demo line would begin</source>
        <translation>wo die Vorführlinie beginnen würde, liegt ein anderer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Move that folder to another place, then open the demo line again.</source>
        <translation>Verschieben Sie jenen Ordner, dann öffnen Sie die Vorführlinie noch einmal.</translation>
    </message>
    <message>
        <source>a drawing cannot be written as {word_kind}</source>
        <translation>eine Grafik lässt sich nicht als {word_kind} schreiben</translation>
    </message>
    <message>
        <source>a file without an ending</source>
        <translation>Datei ohne Endung</translation>
    </message>
    <message>
        <source>Give a name that ends in .png, .svg or .csv.</source>
        <translation>Geben Sie einen Namen, der auf .png, .svg oder .csv endet.</translation>
    </message>
    <message>
        <source>the check {name} did not pass</source>
        <translation>die Prüfung {name} ist nicht bestanden</translation>
    </message>
    <message>
        <source>Repair it, or give a reason.</source>
        <translation>Beheben Sie es, oder nennen Sie einen Grund.</translation>
    </message>
    <message>
        <source>the journal did not reach the disk ({word_error})</source>
        <translation>das Protokoll kam nicht auf den Datenträger ({word_error})</translation>
    </message>
    <message>
        <source>Free space or connect the drive, then continue; what was written is intact.</source>
        <translation>Schaffen Sie Platz oder verbinden Sie das Laufwerk, dann weiter; was geschrieben ist, ist unversehrt.</translation>
    </message>
    <message>
        <source>an image cannot be shown ({word_error})</source>
        <translation>ein Bild lässt sich nicht zeigen ({word_error})</translation>
    </message>
    <message>
        <source>Check the study.</source>
        <translation>Prüfen Sie die Studie.</translation>
    </message>
    <message>
        <source>The image ({w} x {h} px) is larger than the screen ({sw} x {sh} px): prepare the study at a smaller size.</source>
        <translation>Das Bild ({w} x {h} px) ist größer als der Bildschirm ({sw} x {sh} px): bereiten Sie die Studie kleiner vor.</translation>
    </message>
    <message>
        <source>Fleiss' κ needs the same number of answers to each image</source>
        <translation>Fleiss’ κ braucht gleich viele Antworten zu jedem Bild</translation>
    </message>
    <message>
        <source>Use Krippendorff's α.</source>
        <translation>Verwenden Sie Krippendorffs α.</translation>
    </message>
    <message>
        <source>no image has two answers</source>
        <translation>kein Bild hat zwei Antworten</translation>
    </message>
    <message>
        <source>Leave agreement out of the report.</source>
        <translation>Lassen Sie die Übereinstimmung im Bericht weg.</translation>
    </message>
    <message>
        <source>{word_feature}: {word_note}</source>
        <translation>{word_feature}: {word_note}</translation>
    </message>
    <message>
        <source>Prepare the study again.</source>
        <translation>Bereiten Sie die Studie neu vor.</translation>
    </message>
    <message>
        <source>reals and fakes differ in {word_features}</source>
        <translation>Originale und Rekonstruktionen unterscheiden sich in: {word_features}</translation>
    </message>
    <message>
        <source>Bring both through the same steps, or justify in writing why observers cannot use it.</source>
        <translation>Führen Sie beide durch dieselben Schritte, oder begründen Sie schriftlich, warum Beobachter es nicht nutzen können.</translation>
    </message>
    <message>
        <source>the leak audit is damaged</source>
        <translation>die Prüfung auf Verräter ist beschädigt</translation>
    </message>
    <message>
        <source>Delete the file and audit again.</source>
        <translation>Löschen Sie die Datei und prüfen Sie neu.</translation>
    </message>
    <message>
        <source>the stimulus cannot be read ({word_error})</source>
        <translation>das Bild der Studie lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Copy the study again.</source>
        <translation>Kopieren Sie die Studie neu.</translation>
    </message>
    <message>
        <source>the same in all files</source>
        <translation>in allen Dateien gleich</translation>
    </message>
    <message>
        <source>{count} different values; must be one</source>
        <translation>{count} verschiedene Werte; es darf nur einer sein</translation>
    </message>
    <message>
        <source>what the model does to a board; not to be altered</source>
        <translation>was das Modell mit einer Leiterplatte macht; nicht zu ändern</translation>
    </message>
    <message>
        <source>tells fakes from reals; red outside {low} to {high}</source>
        <translation>unterscheidet Rekonstruktionen von Originalen; rot außerhalb von {low} bis {high}</translation>
    </message>
    <message>
        <source>tells little; red outside {low} to {high}</source>
        <translation>sagt wenig; rot außerhalb von {low} bis {high}</translation>
    </message>
    <message>
        <source>file size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>time of change</source>
        <translation>Änderungszeit</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>order of names</source>
        <translation>Reihenfolge der Namen</translation>
    </message>
    <message>
        <source>8×8 blockiness</source>
        <translation>8×8-Blöcke</translation>
    </message>
    <message>
        <source>8×8 DCT zeros</source>
        <translation>8×8-DCT-Nullen</translation>
    </message>
    <message>
        <source>spectrum slope</source>
        <translation>Steigung des Spektrums</translation>
    </message>
    <message>
        <source>border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>clipped share</source>
        <translation>übersteuerter Anteil</translation>
    </message>
    <message>
        <source>distinct levels</source>
        <translation>verschiedene Stufen</translation>
    </message>
    <message>
        <source>level range</source>
        <translation>Umfang der Stufen</translation>
    </message>
    <message>
        <source>line {number} of the journal is damaged</source>
        <translation>Zeile {number} des Protokolls ist beschädigt</translation>
    </message>
    <message>
        <source>Restore the file from a copy; do not edit it.</source>
        <translation>Stellen Sie die Datei aus einer Kopie wieder her; ändern Sie sie nicht.</translation>
    </message>
    <message>
        <source>the journal cannot be written ({word_error})</source>
        <translation>das Protokoll lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>the journal cannot be read ({word_error})</source>
        <translation>das Protokoll lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>the sealed key is not the one that was committed to</source>
        <translation>der versiegelte Schlüssel ist nicht der hinterlegte</translation>
    </message>
    <message>
        <source>Put back the original file; with another key the study proves nothing.</source>
        <translation>Legen Sie die Originaldatei zurück; mit einem anderen Schlüssel beweist die Studie nichts.</translation>
    </message>
    <message>
        <source>the sealed key cannot be read ({word_error})</source>
        <translation>der versiegelte Schlüssel lässt sich nicht lesen ({word_error})</translation>
    </message>
    <message>
        <source>Put back the folder 'sealed' of this study.</source>
        <translation>Legen Sie den Ordner „sealed“ dieser Studie zurück.</translation>
    </message>
    <message>
        <source>{name} is missing or damaged</source>
        <translation>{name} fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>Unblind again: it is written from the journal.</source>
        <translation>Öffnen Sie die Wahrheit noch einmal: sie wird aus dem Protokoll geschrieben.</translation>
    </message>
    <message>
        <source>the study is blinded</source>
        <translation>die Studie ist noch verblindet</translation>
    </message>
    <message>
        <source>Unblind it when all have sat.</source>
        <translation>Öffnen Sie die Wahrheit, wenn alle ihre Sitzung hatten.</translation>
    </message>
    <message>
        <source>no session was finished</source>
        <translation>keine Sitzung wurde beendet</translation>
    </message>
    <message>
        <source>Run a session to its end.</source>
        <translation>Führen Sie eine Sitzung zu Ende.</translation>
    </message>
    <message>
        <source>the study cannot be copied ({word_error})</source>
        <translation>die Studie lässt sich nicht kopieren ({word_error})</translation>
    </message>
    <message>
        <source>Check rights and space.</source>
        <translation>Prüfen Sie Rechte und Platz.</translation>
    </message>
    <message>
        <source>no order without more than {most} of a class in a row was found</source>
        <translation>es fand sich keine Reihenfolge ohne mehr als {most} einer Klasse hintereinander</translation>
    </message>
    <message>
        <source>Allow longer ones.</source>
        <translation>Erlauben Sie längere Folgen.</translation>
    </message>
    <message>
        <source>{count} boards cannot be halved</source>
        <translation>{count} Leiterplatten lassen sich nicht halbieren</translation>
    </message>
    <message>
        <source>Choose an even number of boards.</source>
        <translation>Wählen Sie eine gerade Zahl von Leiterplatten.</translation>
    </message>
    <message>
        <source>{reals} reals and {fakes} fakes cannot be halved evenly</source>
        <translation>{reals} Originale und {fakes} Rekonstruktionen lassen sich nicht gleich halbieren</translation>
    </message>
    <message>
        <source>Use as many reals as fakes, an even number of each.</source>
        <translation>Verwenden Sie gleich viele Originale und Rekonstruktionen, je eine gerade Zahl.</translation>
    </message>
    <message>
        <source>a rate is not in [0, 1]</source>
        <translation>eine Quote liegt nicht in [0, 1]</translation>
    </message>
    <message>
        <source>Give the rates of the observers.</source>
        <translation>Geben Sie die Quoten der Beobachter.</translation>
    </message>
    <message>
        <source>a margin of {margin}</source>
        <translation>eine Spanne von {margin}</translation>
    </message>
    <message>
        <source>Register one between 0 and 0.5, such as 0.1.</source>
        <translation>Legen Sie eine zwischen 0 und 0.5 fest, etwa 0.1.</translation>
    </message>
    <message>
        <source>a level of {alpha}</source>
        <translation>ein Niveau von {alpha}</translation>
    </message>
    <message>
        <source>Register one such as 0.05.</source>
        <translation>Legen Sie eines wie 0.05 fest.</translation>
    </message>
    <message>
        <source>an observer or an image has no answer</source>
        <translation>ein Beobachter oder ein Bild hat keine Antwort</translation>
    </message>
    <message>
        <source>Leave it out, and say so.</source>
        <translation>Lassen Sie es weg, und sagen Sie es.</translation>
    </message>
    <message>
        <source>a panel of one has no interval</source>
        <translation>ein Panel aus einer Person hat kein Intervall</translation>
    </message>
    <message>
        <source>Plan two observers or more.</source>
        <translation>Planen Sie zwei Beobachter oder mehr.</translation>
    </message>
    <message>
        <source>a margin of {margin} needs more than {most} trials</source>
        <translation>eine Spanne von {margin} braucht mehr als {most} Durchgänge</translation>
    </message>
    <message>
        <source>Register a wider margin.</source>
        <translation>Legen Sie eine größere Spanne fest.</translation>
    </message>
    <message>
        <source>a duration is not positive</source>
        <translation>eine Dauer ist nicht positiv</translation>
    </message>
    <message>
        <source>Give seconds above 0.</source>
        <translation>Geben Sie Sekunden über 0.</translation>
    </message>
    <message>
        <source>a break after {number} of {trials} trials</source>
        <translation>eine Pause nach {number} von {trials} Durchgängen</translation>
    </message>
    <message>
        <source>Break in the middle.</source>
        <translation>Pausieren Sie in der Mitte.</translation>
    </message>
    <message>
        <source>there is no trial {number}</source>
        <translation>es gibt keinen Durchgang {number}</translation>
    </message>
    <message>
        <source>the protocol of the paper is locked</source>
        <translation>das Protokoll der Arbeit ist gesperrt</translation>
    </message>
    <message>
        <source>Give the changed protocol another name.</source>
        <translation>Geben Sie dem geänderten Protokoll einen anderen Namen.</translation>
    </message>
    <message>
        <source>{question} is not asked</source>
        <translation>{question} wird nicht gefragt</translation>
    </message>
    <message>
        <source>Give no names: a participant is a number.</source>
        <translation>Geben Sie keine Namen: eine Person ist eine Nummer.</translation>
    </message>
    <message>
        <source>{answer} is no answer to {question}</source>
        <translation>{answer} ist keine Antwort auf {question}</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Wählen Sie eine.</translation>
    </message>
    <message>
        <source>d′ needs answers to fakes and to reals</source>
        <translation>d′ braucht Antworten zu Rekonstruktionen und Originalen</translation>
    </message>
    <message>
        <source>Report the rate alone.</source>
        <translation>Berichten Sie nur die Quote.</translation>
    </message>
    <message>
        <source>{part} of {whole} is no rate</source>
        <translation>{part} von {whole} ist keine Quote</translation>
    </message>
    <message>
        <source>Count the answers again.</source>
        <translation>Zählen Sie die Antworten neu.</translation>
    </message>
    <message>
        <source>a count is negative</source>
        <translation>eine Anzahl ist negativ</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>nichts wurde beantwortet</translation>
    </message>
    <message>
        <source>Leave this session out, and say so.</source>
        <translation>Lassen Sie diese Sitzung weg, und sagen Sie es.</translation>
    </message>
    <message>
        <source>the plan of this session is damaged</source>
        <translation>der Plan dieser Sitzung ist beschädigt</translation>
    </message>
    <message>
        <source>Put back the file.</source>
        <translation>Legen Sie die Datei zurück.</translation>
    </message>
    <message>
        <source>the plan of this session was changed after it was sealed</source>
        <translation>der Plan dieser Sitzung wurde nach dem Versiegeln geändert</translation>
    </message>
    <message>
        <source>{count} trials for a protocol of {trials}</source>
        <translation>{count} Durchgänge für ein Protokoll mit {trials}</translation>
    </message>
    <message>
        <source>Prepare the study for this protocol.</source>
        <translation>Bereiten Sie die Studie für dieses Protokoll vor.</translation>
    </message>
    <message>
        <source>consent is needed</source>
        <translation>die Einwilligung fehlt</translation>
    </message>
    <message>
        <source>Tick both sentences, or end the session.</source>
        <translation>Haken Sie beide Sätze ab, oder beenden Sie die Sitzung.</translation>
    </message>
    <message>
        <source>the session is in {state}, not in {other}</source>
        <translation>die Sitzung ist im Zustand {state}, nicht {other}</translation>
    </message>
    <message>
        <source>the session has ended</source>
        <translation>die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Start one for another participant.</source>
        <translation>Beginnen Sie eine für eine andere Person.</translation>
    </message>
    <message>
        <source>the session lay still for {minutes} minutes, {most} are allowed</source>
        <translation>die Sitzung ruhte {minutes} Minuten, {most} sind erlaubt</translation>
    </message>
    <message>
        <source>Keep it as it is, and go on with another participant.</source>
        <translation>Lassen Sie sie, wie sie ist, und machen Sie mit einer anderen Person weiter.</translation>
    </message>
    <message>
        <source>the study is unblinded</source>
        <translation>die Studie ist entblindet</translation>
    </message>
    <message>
        <source>Prepare another study.</source>
        <translation>Bereiten Sie eine andere Studie vor.</translation>
    </message>
    <message>
        <source>{participant} withdrew</source>
        <translation>{participant} ist zurückgetreten</translation>
    </message>
    <message>
        <source>Give another number.</source>
        <translation>Geben Sie eine andere Nummer.</translation>
    </message>
    <message>
        <source>{participant} has sat already</source>
        <translation>{participant} hatte schon eine Sitzung</translation>
    </message>
    <message>
        <source>there is a session {session} of {participant}</source>
        <translation>es gibt eine Sitzung {session} von {participant}</translation>
    </message>
    <message>
        <source>Give a new session id.</source>
        <translation>Geben Sie eine neue Sitzungsnummer.</translation>
    </message>
    <message>
        <source>{participant} has finished a session</source>
        <translation>{participant} hat eine Sitzung beendet</translation>
    </message>
    <message>
        <source>an image is {kind} {shape}</source>
        <translation>ein Bild ist vom Typ {kind} {shape}</translation>
    </message>
    <message>
        <source>Give 8-bit colour images.</source>
        <translation>Geben Sie 8-Bit-Farbbilder.</translation>
    </message>
    <message>
        <source>the file is not a stimulus</source>
        <translation>die Datei ist kein Bild einer Studie</translation>
    </message>
    <message>
        <source>Copy the study again from where it was prepared, or prepare it anew.</source>
        <translation>Kopieren Sie die Studie neu von dort, wo sie vorbereitet wurde, oder bereiten Sie sie neu vor.</translation>
    </message>
    <message>
        <source>the stimulus has bytes missing or left over</source>
        <translation>dem Bild der Studie fehlen Bytes, oder es hat zu viele</translation>
    </message>
    <message>
        <source>the stimulus was changed after the study was prepared</source>
        <translation>das Bild wurde nach dem Vorbereiten der Studie geändert</translation>
    </message>
    <message>
        <source>study.json was changed after {participant} sat</source>
        <translation>study.json wurde nach der Sitzung von {participant} geändert</translation>
    </message>
    <message>
        <source>Put back the original file; margin and protocol are registered before the first session.</source>
        <translation>Legen Sie die Originaldatei zurück; Spanne und Protokoll werden vor der ersten Sitzung festgelegt.</translation>
    </message>
    <message>
        <source>the study id {name} is none</source>
        <translation>{name} ist kein Name einer Studie</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _, 60 at most.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern, - und _, höchstens 60.</translation>
    </message>
    <message>
        <source>{trials} trials with a break after {number} cannot be halved evenly</source>
        <translation>{trials} Durchgänge mit einer Pause nach {number} lassen sich nicht gleich halbieren</translation>
    </message>
    <message>
        <source>Use a multiple of four trials and the break in the middle.</source>
        <translation>Verwenden Sie ein Vielfaches von vier Durchgängen und die Pause in der Mitte.</translation>
    </message>
    <message>
        <source>no participant is planned</source>
        <translation>keine Teilnehmenden sind geplant</translation>
    </message>
    <message>
        <source>Plan one or more.</source>
        <translation>Planen Sie eine oder mehr.</translation>
    </message>
    <message>
        <source>Choose a new folder for the study.</source>
        <translation>Wählen Sie einen neuen Ordner für die Studie.</translation>
    </message>
    <message>
        <source>the stimuli need {needed} MB, {free} MB are free</source>
        <translation>die Bilder brauchen {needed} MB, {free} MB sind frei</translation>
    </message>
    <message>
        <source>Free space, or choose another drive.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>no board was given</source>
        <translation>es wurde keine Leiterplatte angegeben</translation>
    </message>
    <message>
        <source>Give normal boards that the model never saw.</source>
        <translation>Geben Sie normale Leiterplatten, die das Modell nie gesehen hat.</translation>
    </message>
    <message>
        <source>{boards} boards for {trials} trials</source>
        <translation>{boards} Leiterplatten für {trials} Durchgänge</translation>
    </message>
    <message>
        <source>Give {boards} boards, and 6 to {most} more for practice.</source>
        <translation>Geben Sie {boards} Leiterplatten, und 6 bis {most} weitere zur Übung.</translation>
    </message>
    <message>
        <source>there is no stimulus {name}</source>
        <translation>es gibt kein Bild {name}</translation>
    </message>
    <message>
        <source>Open the study it is of.</source>
        <translation>Öffnen Sie die Studie, zu der es gehört.</translation>
    </message>
    <message>
        <source>the study cannot be written ({word_error})</source>
        <translation>die Studie lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Check the folder, its rights and its space.</source>
        <translation>Prüfen Sie den Ordner, seine Rechte und seinen Platz.</translation>
    </message>
    <message>
        <source>there is no study here ({word_error})</source>
        <translation>hier liegt keine Studie ({word_error})</translation>
    </message>
    <message>
        <source>Choose the folder of a prepared study.</source>
        <translation>Wählen Sie den Ordner einer vorbereiteten Studie.</translation>
    </message>
    <message>
        <source>the study was made by a newer version</source>
        <translation>die Studie stammt von einer neueren Version</translation>
    </message>
    <message>
        <source>study.json is damaged</source>
        <translation>study.json ist beschädigt</translation>
    </message>
    <message>
        <source>Put back the original file.</source>
        <translation>Legen Sie die Originaldatei zurück.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>the board occurs twice</source>
        <translation>die Leiterplatte kommt zweimal vor</translation>
    </message>
    <message>
        <source>Give each board once.</source>
        <translation>Geben Sie jede Leiterplatte einmal.</translation>
    </message>
    <message>
        <source>the secret of the study cannot be read</source>
        <translation>das Geheimnis der Studie lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>an image is {w}×{h} px, the others are {ow}×{oh} px</source>
        <translation>ein Bild hat {w}×{h} px, die anderen {ow}×{oh} px</translation>
    </message>
    <message>
        <source>Give images of one size.</source>
        <translation>Geben Sie Bilder einer Größe.</translation>
    </message>
    <message>
        <source>two stimuli are the same picture</source>
        <translation>zwei Bilder der Studie sind gleich</translation>
    </message>
    <message>
        <source>the participant's id is not of the form P001</source>
        <translation>die Nummer der Person hat nicht die Form P001</translation>
    </message>
    <message>
        <source>Use P and three digits, no name.</source>
        <translation>Verwenden Sie P und drei Ziffern, keinen Namen.</translation>
    </message>
    <message>
        <source>the session id {name} is none</source>
        <translation>{name} ist keine Sitzungsnummer</translation>
    </message>
    <message>
        <source>Use letters and digits, such as 01.</source>
        <translation>Verwenden Sie Buchstaben und Ziffern, etwa 01.</translation>
    </message>
    <message>
        <source>Free space or connect the drive, then try again.</source>
        <translation>Schaffen Sie Platz oder verbinden Sie das Laufwerk, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>nobody of the id {participant} has sat</source>
        <translation>niemand mit der Nummer {participant} hatte eine Sitzung</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>niemand ist genannt</translation>
    </message>
    <message>
        <source>Say who opens the truth.</source>
        <translation>Sagen Sie, wer die Wahrheit öffnet.</translation>
    </message>
    <message>
        <source>no session has ended</source>
        <translation>keine Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Run the planned sessions first.</source>
        <translation>Führen Sie zuerst die geplanten Sitzungen durch.</translation>
    </message>
    <message>
        <source>{done} of {planned} planned sessions are done</source>
        <translation>{done} von {planned} geplanten Sitzungen sind fertig</translation>
    </message>
    <message>
        <source>Run the others first, or give the reason why the study stops here; it will stand in the report.</source>
        <translation>Führen Sie zuerst die anderen durch, oder nennen Sie den Grund, warum die Studie hier endet; er steht dann im Bericht.</translation>
    </message>
    <message>
        <source>a file of {participant} cannot be deleted ({word_error})</source>
        <translation>eine Datei von {participant} lässt sich nicht löschen ({word_error})</translation>
    </message>
    <message>
        <source>Close programs that use it and withdraw again.</source>
        <translation>Schließen Sie Programme, die sie benutzen, und wiederholen Sie den Rücktritt.</translation>
    </message>
    <message>
        <source>different: the observers tell the images apart better or worse than by guessing.</source>
        <translation>verschieden: die Beobachter unterscheiden die Bilder besser oder schlechter als durch Raten.</translation>
    </message>
    <message>
        <source>equivalent to guessing within the registered margin: the observers cannot tell the images apart by more than the margin.</source>
        <translation>gleichwertig mit Raten innerhalb der festgelegten Spanne: die Beobachter unterscheiden die Bilder nicht über die Spanne hinaus.</translation>
    </message>
    <message>
        <source>different and equivalent: there is a difference from guessing, and it is smaller than the registered margin.</source>
        <translation>verschieden und gleichwertig: es gibt einen Unterschied zum Raten, und er ist kleiner als die festgelegte Spanne.</translation>
    </message>
    <message>
        <source>inconclusive: the data neither show a difference from guessing nor exclude one as large as the registered margin. This is no evidence that the images cannot be told apart.</source>
        <translation>offen: die Daten zeigen weder einen Unterschied zum Raten, noch schließen sie einen von der Größe der festgelegten Spanne aus. Das ist kein Beleg, dass die Bilder nicht zu unterscheiden sind.</translation>
    </message>
    <message>
        <source>The verdict is inconclusive: one observer has no interval over observers, and stands for nobody else.</source>
        <translation>Das Ergebnis ist offen: ein einzelner Beobachter ergibt kein Intervall und steht für niemand anderen.</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, lies inside {word_margin}.</source>
        <translation>Das Ergebnis ist {word_conclusion} Das {wide}-Intervall des Mittels ist {word_a}; das {narrow}-Intervall, {word_b}, liegt innerhalb von {word_margin}.</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, does not lie inside {word_margin}.</source>
        <translation>Das Ergebnis ist {word_conclusion} Das {wide}-Intervall des Mittels ist {word_a}; das {narrow}-Intervall, {word_b}, liegt nicht innerhalb von {word_margin}.</translation>
    </message>
    <message>
        <source>{word_verdict} A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>{word_verdict} Eine Quote unter 50 % unterscheidet die Bilder auch: die Kennzeichnungen sind vertauscht.</translation>
    </message>
    <message>
        <source>{low} to {high} %</source>
        <translation>{low} bis {high} %</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>–</translation>
    </message>
    <message>
        <source>One observer gives no spread between observers, so the size of a panel cannot be planned from it.</source>
        <translation>Ein einzelner Beobachter ergibt keine Streuung; die Größe eines Panels lässt sich daraus nicht planen.</translation>
    </message>
    <message>
        <source>{observers} observers with a spread of {sd} points (ddof 1) prove equivalence within ±{margin} points in {power} of studies if all of them only guess.</source>
        <translation>{observers} Beobachter mit einer Streuung von {sd} Punkten (ddof 1) beweisen Gleichwertigkeit innerhalb von ±{margin} Punkten in {power} der Studien, wenn alle nur raten.</translation>
    </message>
    <message>
        <source>{word_power} {needed} observers are needed for 80 %.</source>
        <translation>{word_power} Für 80 % braucht es {needed} Beobachter.</translation>
    </message>
    <message>
        <source>{word_power} More than 100 observers are needed for 80 %.</source>
        <translation>{word_power} Für 80 % braucht es mehr als 100 Beobachter.</translation>
    </message>
    <message>
        <source>more than 5 % of the answers are missing</source>
        <translation>mehr als 5 % der Antworten fehlen</translation>
    </message>
    <message>
        <source>sat a second time</source>
        <translation>zweite Sitzung</translation>
    </message>
    <message>
        <source>resumed {times} times</source>
        <translation>{times}-mal fortgesetzt</translation>
    </message>
    <message>
        <source>built the model</source>
        <translation>hat das Modell gebaut</translation>
    </message>
    <message>
        <source>saw its outputs before</source>
        <translation>hat seine Rekonstruktionen schon gesehen</translation>
    </message>
    <message>
        <source>This bundle does not record what it was trained on, so it cannot be checked that it never saw these boards. Make sure of it, or train the bundle anew.</source>
        <translation>Dieses Modell vermerkt nicht, womit es trainiert wurde; ob es diese Leiterplatten nie sah, lässt sich nicht prüfen. Stellen Sie es sicher, oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>{count} images were left out: the bundle was trained on them.</source>
        <translation>{count} Bilder wurden weggelassen: das Modell wurde mit ihnen trainiert.</translation>
    </message>
    <message>
        <source>{count} files are copies of others and were left out.</source>
        <translation>{count} Dateien sind Kopien anderer und wurden weggelassen.</translation>
    </message>
    <message>
        <source>Only {count} boards are left for practice.</source>
        <translation>Nur {count} Leiterplatten bleiben zur Übung.</translation>
    </message>
    <message>
        <source>Left out: {name} does not align with the reference board.</source>
        <translation>Weggelassen: {name} liegt nicht passend auf der Referenzplatte.</translation>
    </message>
    <message>
        <source>Left out: {name} is the same picture as another file.</source>
        <translation>Weggelassen: {name} ist dasselbe Bild wie eine andere Datei.</translation>
    </message>
    <message>
        <source>Of the data set, only its {count} normal test images are used.</source>
        <translation>Vom Datensatz werden nur die {count} normalen Testbilder verwendet.</translation>
    </message>
    <message>
        <source>{name}: search</source>
        <translation>{name}: Suche</translation>
    </message>
    <message>
        <source>{name}: known</source>
        <translation>{name}: schon bekannt</translation>
    </message>
    <message>
        <source>Final model</source>
        <translation>Endgültiges Modell</translation>
    </message>
    <message>
        <source>classifiers</source>
        <translation>Klassifikatoren</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, lies inside {word_margin}. A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>Das Ergebnis ist {word_conclusion} Das {wide}-Intervall des Mittels ist {word_a}; das {narrow}-Intervall, {word_b}, liegt innerhalb von {word_margin}. Eine Quote unter 50 % unterscheidet die Bilder auch: die Kennzeichnungen sind vertauscht.</translation>
    </message>
    <message>
        <source>The verdict is {word_conclusion} The {wide} interval of the mean is {word_a}; the {narrow} interval, {word_b}, does not lie inside {word_margin}. A rate below 50 % also tells the images apart: the labels are exchanged.</source>
        <translation>Das Ergebnis ist {word_conclusion} Das {wide}-Intervall des Mittels ist {word_a}; das {narrow}-Intervall, {word_b}, liegt nicht innerhalb von {word_margin}. Eine Quote unter 50 % unterscheidet die Bilder auch: die Kennzeichnungen sind vertauscht.</translation>
    </message>
    <message>
        <source>another program is writing to the workspace</source>
        <translation>ein anderes Programm schreibt gerade in den Arbeitsbereich</translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation>Schließen Sie das andere Programm, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Free some space, then try again; nothing that was confirmed is lost.</source>
        <translation>Schaffen Sie Platz, dann versuchen Sie es noch einmal; nichts Bestätigtes ist verloren.</translation>
    </message>
    <message>
        <source>the workspace cannot be written</source>
        <translation>in den Arbeitsbereich lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and the disk.</source>
        <translation>Prüfen Sie die Zugriffsrechte von Ordner und Datenträger.</translation>
    </message>
    <message>
        <source>the file is not a workspace database</source>
        <translation>die Datei ist keine Datenbank eines Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Restore it from a backup, or choose another folder.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>the workspace database is damaged</source>
        <translation>die Datenbank des Arbeitsbereichs ist beschädigt</translation>
    </message>
    <message>
        <source>the workspace database cannot be opened</source>
        <translation>die Datenbank des Arbeitsbereichs lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written.</source>
        <translation>Prüfen Sie, ob der Ordner da ist und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>Check the disk and its connection, then try again.</source>
        <translation>Prüfen Sie den Datenträger und seine Verbindung, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>a board to compare is not a uint8 H×W×3 picture</source>
        <translation>eine Vergleichsplatte ist kein Bild uint8 H×W×3</translation>
    </message>
    <message>
        <source>a look of {shape} cannot be compared with looks of {others}</source>
        <translation>ein Merkmal von {shape} lässt sich nicht mit denen von {others} vergleichen</translation>
    </message>
    <message>
        <source>Compare boards of one working grid, one at least.</source>
        <translation>Vergleichen Sie Leiterplatten eines Arbeitsrasters, mindestens eine.</translation>
    </message>
    <message>
        <source>the raw difference map is missing</source>
        <translation>das rohe Differenzbild fehlt</translation>
    </message>
    <message>
        <source>{count} metrics are missing, the first is {name}</source>
        <translation>{count} Maße fehlen, das erste ist {name}</translation>
    </message>
    <message>
        <source>{count} metrics are unknown to the scorer, the first is {name}</source>
        <translation>{count} Maße kennt der Klassifikator nicht, das erste ist {name}</translation>
    </message>
    <message>
        <source>the metrics come in another order than the scorer expects</source>
        <translation>die Maße kommen in anderer Reihenfolge als erwartet</translation>
    </message>
    <message>
        <source>the training could not be started ({word_error})</source>
        <translation>das Training ließ sich nicht starten ({word_error})</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the folder of the training cannot be written ({word_error})</source>
        <translation>in den Ordner des Trainings lässt sich nicht schreiben ({word_error})</translation>
    </message>
    <message>
        <source>Choose another workspace, or make room.</source>
        <translation>Wählen Sie einen anderen Arbeitsbereich, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>the training cannot be asked to end ({word_error})</source>
        <translation>das Training lässt sich nicht um sein Ende bitten ({word_error})</translation>
    </message>
    <message>
        <source>Make room on the drive, or check its rights.</source>
        <translation>Schaffen Sie Platz auf dem Laufwerk, oder prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>train models and choose the one in use</source>
        <translation>Modelle trainieren und das gültige wählen</translation>
    </message>
</context>
</TS>
