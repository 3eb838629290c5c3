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
        <translation>C’est un défaut du programme : signalez-le avec le journal (menu, Aide, Montrer le dossier des journaux).</translation>
    </message>
</context>
</TS>
