# ruff: noqa: E501 — lines as long as those of the programs
"""Small placement files with the oddities of public samples; each names the document that it follows.

All are written for these tests; names, values and coordinates are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

__all__ = ["GOOD", "WRONG", "Sample", "Wrong"]

KICAD: Final = "KiCad, pcbnew/exporters/place_file_exporter.cpp, PLACE_FILE_EXPORTER::GenPositionData"
ALTIUM: Final = "GitHub Delta-Down/LED-Controller, Pick Place for PCB1.txt (Altium Designer, 2025)"
EASYEDA: Final = "docs.easyeda.com/en/PCB/Export-Coordinate: columns, unit in the cells, UTF-16 and tabs"
JLCPCB: Final = (
    "jlcpcb.com/help/article/pick-place-file-for-pcb-assembly; GitHub WarpKVM/rk628-bridge-boards, cpl-jlcpcb.csv"
)
EAGLE: Final = "GitHub zytegalaxy/QM1100, README: Mount SMD of Eagle (mountsmd.ulp)"


@dataclass(frozen=True)
class Sample:
    """A good file.

    Attributes:
        name: Its file name.
        document: The document that it follows.
        content: Its bytes.
        parts: Reference designator → x and y in mm, rotation, side, package.
        unit: Unit that must be found.
        stated: Whether the file states it.
        form: Program that must be recognised.
        unfitted: Parts that are not fitted.
    """

    name: str
    document: str
    content: bytes = field(repr=False)
    parts: dict[str, tuple[float, float, float, str, str]]
    unit: str = "mm"
    stated: bool = True
    form: str = ""
    unfitted: tuple[str, ...] = ()


GOOD: Final = (
    Sample(
        "board-all.pos",
        KICAD,
        b"### Footprint positions - created on 2025-03-01T10:11:12+0100 ###\n"
        b"### Printed by KiCad version 9.0.2\n"
        b"## Unit = mm, Angle = deg.\n"
        b"## Side : All\n"
        b"# Ref     Val       Package                PosX       PosY       Rot  Side\n"
        b"C1        100nF     C_0402_1005Metric   10.0000   -20.0000   90.0000  top\n"
        b"R7                  R_0402_1005Metric  112.5000   -6.0000   180.0000  top\n"
        b"U3        MCP_2515  SOIC-18W_7.5x11.6mm  -3.2500  -26.0000  -90.0000  bottom\n"
        b"FID1      Fiducial  Fiducial_1mm_Mask2mm  1.0000   -1.0000    0.0000  top\n"
        b"## End\n",
        {
            "C1": (10, -20, 90, "top", "C_0402_1005Metric"),
            "R7": (112.5, -6, 180, "top", "R_0402_1005Metric"),
            "U3": (-3.25, -26, 270, "bottom", "SOIC-18W_7.5x11.6mm"),
            "FID1": (1, -1, 0, "top", "Fiducial_1mm_Mask2mm"),
        },
        form="KiCad",
    ),
    Sample(
        "old-Front.pos",
        "community.element14.com, Making componet location file: KiCad of 2011, inches, Front",
        b"### Module positions - created on Tue Mar 22 17:58:38 2011 ###\r\n"
        b"### Printed by PcbNew version pcbnew (2010-12-28 BZR 2695)-testing\r\n"
        b"## Unit = inches, Angle = deg.\r\n## Side : Front\r\n"
        b"# Ref    Val     Package   PosX     PosY     Rot     Side\r\n"
        b"C1       2p2     SM0402    2.0200   1.7800   270.0   Front\r\n"
        b"C2       1nF     SM0402    2.1900   1.7150   0.0     Front\r\n## End\r\n",
        {"C1": (51.308, 45.212, 270, "top", "SM0402"), "C2": (55.626, 43.561, 0, "top", "SM0402")},
        unit="inch",
        form="KiCad",
    ),
    Sample(
        "board-all-pos.csv",
        KICAD + " (CSV: no unit in the file)",
        b'Ref,Val,Package,PosX,PosY,Rot,Side\n"U1","74HC273, CMOS","DIP-20_W7.62mm",16.510000,-17.780000,-90.000000,top\n'
        b'"R1","100k","R_0603",86.360000,-24.130000,90.000000,top\n"C1","DNP","C_0603",88.000000,-24.130000,0.000000,top\n'
        b'"C2","1u","C_0603",90.000000,-24.130000,0.000000,bottom\n"C3","1u","C_0603",92.0,-24.13,0.0,bottom\n',
        {"U1": (16.51, -17.78, 270, "top", "DIP-20_W7.62mm"), "C3": (92, -24.13, 0, "bottom", "C_0603")},
        stated=False,
        form="KiCad",
        unfitted=("C1",),
    ),
    Sample(
        "Pick Place for PCB1.txt",
        ALTIUM,
        (
            "Altium Designer Pick and Place Locations\r\nC:\\Outputs\\Pick Place for PCB1.txt\r\n\r\n"
            + "=" * 120
            + "\r\nFile Design Information:\r\n\r\nDate:       14/12/25\r\nTime:       21:14\r\n"
            "Revision:   Not in VersionControl\r\nVariant:    No variations\r\nUnits used: mil\r\n\r\n"
            "Designator Comment               Layer       Footprint             Center-X(mil) Center-Y(mil) Rotation Description                  \r\n"
            'J2         "Molex 105450-0101"   TopLayer    PCB-zuuv2u5t          255.906       1780.906      180      "Conn USB, Type C"           \r\n'
            'R1         RC0603FR-0747KL       TopLayer    RESC1608X55X30ML15T15 1240.158      246.063       180      "Res 47K \xb1100ppm/\xb0C"\r\n'
            'SW1        TS-1092               BottomLayer XKB_TS-1101           -1171.260     127.953       45       ""                           \r\n'
        ).encode("cp1252"),
        {
            "J2": (6.5, 45.235, 180, "top", "PCB-zuuv2u5t"),
            "R1": (31.5, 6.25, 180, "top", "RESC1608X55X30ML15T15"),
            "SW1": (-29.75, 3.25, 45, "bottom", "XKB_TS-1101"),
        },
        unit="mil",
        form="Altium Designer",
    ),
    Sample(
        "Pick Place for DiPho.txt",
        "Altium Designer, text without quotes: columns of fixed width, as in GitHub openpnp wiki, User Manual, Import",
        b"Altium Designer Pick and Place Locations\n\nUnits used: mm\n\n"
        b"Designator Comment      Layer       Footprint     Center-X(mm) Center-Y(mm) Rotation Description\n"
        b"R7         1k5 1%       TopLayer    RESC1005X40N  17.7038      3.9370       315      Thick film 1k5\n"
        b"R6                      BottomLayer RESC1005X40N  17.7038      5.2070       0        \n",
        {"R7": (17.7038, 3.937, 315, "top", "RESC1005X40N"), "R6": (17.7038, 5.207, 0, "bottom", "RESC1005X40N")},
        form="Altium Designer",
    ),
    Sample(
        "Pick Place for SimpleFOCDriver.csv",
        "GitHub simplefoc/Arduino-SimpleFOC-PowerShield: Altium CSV saved by a spreadsheet, commas to the full width",
        b"Altium Designer Pick and Place Locations,,,,,,,\r\n,,,,,,,\r\nUnits used: mil,,,,,,,\r\n,,,,,,,\r\n"
        b"Designator,Comment,Layer,Footprint,Center-X(mil),Center-Y(mil),Rotation,Description\r\n"
        b"CAP_PWR,VEJ471M1ETR1010,TopLayer,VEJ471M1ETR1010,2277.165,1565,180,\r\n"
        b"R_SR3,Res3,TopLayer,J1-0603,1811.024,1405,180,Resistor\r\n",
        {
            "CAP_PWR": (57.84, 39.751, 180, "top", "VEJ471M1ETR1010"),
            "R_SR3": (46.0, 35.687, 180, "top", "J1-0603"),
        },
        unit="mil",
        form="Altium Designer",
    ),
    Sample(
        "Pick Place decimal comma.csv",
        "GitHub michaelmoskie/Neoden4-Altium, README: Altium's setting Separator; semicolons as in German spreadsheets",
        b'"Designator";"Comment";"Layer";"Footprint";"Center-X(mm)";"Center-Y(mm)";"Rotation";"Fitted"\n'
        b'"C241";"1u/630V";"TopLayer";"EDV_5700";"55,3000";"-60,7000";"90,5";"Fitted"\n'
        b'"R368";"0R";"BottomLayer";"0805";"1,0";"2,0";"0";"Not Fitted"\n',
        {"C241": (55.3, -60.7, 90.5, "top", "EDV_5700"), "R368": (1, 2, 0, "bottom", "0805")},
        form="Altium Designer",
        unfitted=("R368",),
    ),
    Sample(
        "PickPlace_easyeda.csv",
        EASYEDA,
        (
            "Designator\tFootprint\tMid X\tMid Y\tRef X\tRef Y\tPad X\tPad Y\tLayer\tRotation\tComment\r\n"
            '"USB1"\t"USB-A-TH"\t"18.796mm"\t"11.811mm"\t"18.796mm"\t"11.8mm"\t"15.276mm"\t"13.1mm"\t"T"\t"0"\t"AF 90\xb0"\r\n'
            '"R2"\t"R0402"\t"12.7mm"\t"6.35mm"\t"1mm"\t"2mm"\t"3mm"\t"4mm"\t"B"\t"270"\t"\u7535\u963b"\r\n'
        ).encode("utf-16"),
        {"USB1": (18.796, 11.811, 0, "top", "USB-A-TH"), "R2": (12.7, 6.35, 270, "bottom", "R0402")},
        form="EasyEDA or JLCPCB",
    ),
    Sample(
        "PickPlace_protel.csv",
        "GitHub openpnp wiki, Named CSV: Protel and Altium with a blank line of quotes below the heading; mil in the cells",
        b'"Designator","Footprint","Mid X","Mid Y","Ref X","Ref Y","Pad X","Pad Y","Layer","Rotation","Comment"\n""""\n'
        b'"C1","NICHICON_A","2310mil","284.5mil","1mil","1mil","1mil","1mil","T","90.00","10uF"\n'
        b'"C3","CAP0603","2130mil","325mil","1mil","1mil","1mil","1mil","T","270.00","1uF"\n',
        {"C1": (58.674, 7.2263, 90, "top", "NICHICON_A"), "C3": (54.102, 8.255, 270, "top", "CAP0603")},
        unit="mil",
        form="EasyEDA or JLCPCB",
    ),
    Sample(
        "cpl-jlcpcb.csv",
        JLCPCB,
        b"\xef\xbb\xbfDesignator,Mid X,Mid Y,Layer,Rotation\nC5,13.63,28.88,Top,0\nC6,11.00,34.63,Top,0\n"
        b"C7,8.00,34.13,Top,0\nC8,8.00,32.75,Top,0\nR10,11.25,29.25,Bottom,270\n",
        {"C5": (13.63, 28.88, 0, "top", ""), "R10": (11.25, 29.25, 270, "bottom", "")},
        stated=False,
        form="EasyEDA or JLCPCB",
    ),
    Sample(
        "amp.mnt",
        EAGLE,
        b"C1 45.99 105.42 180 10uF 0805-NO\nC2 55.71  97.50 270 10 uF 0805-NO\nT10 21.59 14.22  90  SOT23-BEC\n"
        b"C3 51.19 101.13  90 0.1uF 0603-NO\nC4 53.19 101.13  90 0.1uF 0603-NO\n\n",
        {
            "C1": (45.99, 105.42, 180, "top", "0805-NO"),
            "C2": (55.71, 97.5, 270, "top", "0805-NO"),
            "T10": (21.59, 14.22, 90, "top", "SOT23-BEC"),
        },
        stated=False,
        form="Eagle",
    ),
    Sample(
        "amp.mnb",
        EAGLE + "; the unit is that of the layout's grid, here mil",
        b"C11 1810 4150 180 10uF 0805-NO\nC12 1930 4150 270 10uF 0805-NO\nC13 2050 4150 0 10uF 0805-NO\n"
        b"C14 1810 4030 90 0.1uF 0603-NO\nC15 1930 4030 90 0.1uF 0603-NO\n",
        {"C11": (45.974, 105.41, 180, "bottom", "0805-NO"), "C15": (49.022, 102.362, 90, "bottom", "0603-NO")},
        unit="mil",
        stated=False,
        form="Eagle",
    ),
    Sample(
        "mount-both.mnt",
        "haljion.net, eagle-pcb: mount.ulp with semicolons and the side as the last cell",
        b"R1;12.50000000;3.25000000; 90;Top(smd) \nJ1;2.00000000;44.10000000;  0;Bottom(Through) \n",
        {"R1": (12.5, 3.25, 90, "top", ""), "J1": (2, 44.1, 0, "bottom", "")},
        stated=False,
        form="Eagle",
    ),
    Sample(
        "diptrace.csv",
        "GitHub openpnp wiki, Named CSV: names of columns; DipTrace: RefDes, Name, X (mm), Y (mm), Side, Rotate, Value",
        b"RefDes,Name,X (mm),Y (mm),Side,Rotate,Value,Pattern,DNP,MPN\n"
        b"IC1,LM358,10.5,12.25,Top,90,LM358,SOIC-8,,LM358DR\nIC2,LM358,20.5,12.25,Bottom,0,LM358,SOIC-8,DNP,LM358DR\n",
        {"IC1": (10.5, 12.25, 90, "top", "SOIC-8"), "IC2": (20.5, 12.25, 0, "bottom", "SOIC-8")},
        unfitted=("IC2",),
    ),
)


@dataclass(frozen=True)
class Wrong:
    """A wrong file.

    Attributes:
        name: Its file name.
        content: Its bytes.
        code: Code of the error.
        says: What the error must name: line, column or word.
        columns: Explicit mapping of columns.
    """

    name: str
    content: bytes = field(repr=False)
    code: str
    says: tuple[str, ...]
    columns: dict[str, str] = field(default_factory=dict)


_HEAD: Final = b"Designator,Comment,Footprint,Mid X,Mid Y,Layer,Rotation\n"
_ROW: Final = b"R1,10k,R0402,1.5,2.5,Top,90\n"
_POS: Final = b"### Footprint positions - created on 2025 ###\n## Unit = mm, Angle = deg.\n## Side : All\n"
_POS_HEAD: Final = b"# Ref     Val       Package                PosX       PosY       Rot  Side\n"

WRONG: Final = (
    Wrong("empty.csv", b"\xef\xbb\xbf\r\n  \n", "placement-empty", ("line 1",)),
    Wrong("placement.xlsx", b"PK\x03\x04rest of a workbook", "placement-workbook", ("workbook", "CSV")),
    Wrong("photo.csv", b"\x89PNG\r\n\x1a\n\x01\x02\x03 \xff", "placement-no-text", ("line 2",)),
    Wrong("bom.csv", b"Comment,Description,Quantity\n10k,Resistor,4\n", "placement-no-heading", ("line 1",)),
    Wrong("no-y.csv", b"Ref,Val,PosX,Rot\nR1,10k,4.5,0\n", "placement-column-missing", ("line 1", "for y")),
    Wrong("no-name.csv", b"Footprint,Mid X,Mid Y\nR0402,1,2\n", "placement-column-missing", ("line 1", "ref_des")),
    Wrong("twice.csv", b"Ref,Mid X,Mid X,Mid Y\nR1,1,2,3\n", "placement-column-twice", ("line 1", "'Mid X'")),
    Wrong("number.csv", _HEAD + b"R1,10k,R0402,1.5.3,2,Top,0\n", "placement-number-invalid", ("line 2", "Mid X", "1.5.3")),
    Wrong("blank.csv", _HEAD + _ROW + b"R2,10k,R0402,1.5,,Top,0\n", "placement-cell-empty", ("line 3", "Mid Y")),
    Wrong("unit.csv", _HEAD + b"R1,10k,R0402,1.5cm,2cm,Top,0\n", "placement-unit-unknown", ("line 2", "Mid X", "'cm'")),
    Wrong(
        "contradiction.csv",
        b"Designator,Center-X(mm),Center-Y(mm),Layer\nR1,12mm,3mm,T\nR2,500mil,3mm,T\n",
        "placement-unit-contradicted",
        ("line 3", "Center-X(mm)", "mil"),
    ),
    Wrong(
        "two-units.csv",
        b"Units used: mil\nDesignator,Center-X(mm),Center-Y(mm)\nR1,12,3\n",
        "placement-unit-contradicted",
        ("line 2", "Center-X(mm)"),
    ),
    Wrong("furlong.pos", b"## Unit = furlong\n" + _POS_HEAD + b"R1 1 R 1 1 0 top\n", "placement-unit-line-unknown", ("line 1", "'furlong'")),
    Wrong("angle.csv", _HEAD + b"R1,10k,R0402,1.5,2,Top,90rad\n", "placement-angle-invalid", ("line 2", "Rotation")),
    Wrong("same.csv", _HEAD + _ROW + b"R2,1,R,1,1,Top,0\nr1,10k,R0402,9,9,Top,0\n", "placement-name-twice", ("line 4", "line 2", "r1")),
    Wrong("unnamed.csv", _HEAD + b",10k,R0402,9,9,Top,0\n", "placement-name-missing", ("line 2", "Designator")),
    Wrong("middle.csv", _HEAD + b"R1,10k,R0402,9,9,Middle,0\n", "placement-side-unknown", ("line 2", "Layer", "Middle")),
    Wrong("short.csv", _HEAD + _ROW + b"R2,10k,R0402,9\n", "placement-cells-few", ("line 3", "Mid Y")),
    Wrong("long.csv", _HEAD + b"R1,10k, 1%,R0402,1.5,2.5,Top,90\n", "placement-cells-many", ("line 2", "8 cells")),
    Wrong("comma.csv", b"Ref,PosX,PosY,Side\nR1,1,5,2,5,top\n", "placement-cells-many", ("line 2", "decimal comma")),
    Wrong("quote.csv", _HEAD + _ROW + b'R2,"10k,R0402,1,1,Top,0\n' + _ROW, "placement-quote-open", ("line 3",)),
    Wrong("heading-only.csv", _HEAD, "placement-no-parts", ("line 1",)),
    Wrong("half.csv", "Ref\tPosX\tPosY\nR1\t1\t2\n".encode("utf-16")[:-1], "placement-cut-text", ("line 2",)),
    Wrong("cut.pos", _POS + _POS_HEAD + b"R1        10k       R_0402               1.0000     2.0000    0.0000  top\nC1    ", "placement-cut-off", ("line 6", "## End")),
    Wrong("mixed.csv", b"Ref;PosX;PosY\nR1;1,5;2,5\nR2;1.5;2,5\n", "placement-decimal-mixed", ("line 3", "PosX")),
    Wrong("thousands.csv", b'Ref,PosX,PosY\nR1,"1,811.024",2\n', "placement-number-invalid", ("line 2", "PosX")),
    Wrong("far.csv", b"Ref,PosX,PosY\nR1,1e12,2\n", "placement-length-impossible", ("line 2", "PosX")),
    Wrong("eagle.mnt", b"C1 41.15 34.90 180 0.1uF C0402\nC2 41.15 34.90\n", "placement-eagle-short", ("line 2", "rotation")),
    Wrong("fitted.csv", b"Ref,PosX,PosY,DNP\nR1,1,2,perhaps\n", "placement-fitted-unknown", ("line 2", "DNP", "perhaps")),
    Wrong("mapping.csv", _HEAD + _ROW, "placement-column-unknown", ("line 1", "'Ref X'"), {"x": "Ref X"}),
    Wrong("role.csv", _HEAD + _ROW, "placement-role-unknown", ("'colour'",), {"colour": "Comment"}),
)  # fmt: skip
