<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>Neu verbinden · Stand %1</translation>
    </message>
</context>
</TS>
