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
</context>
</TS>
