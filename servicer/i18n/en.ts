<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CompactServing</name>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>waiting for you</numerusform>
            <numerusform>waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <translation>
            <numerusform>%1: %n waiting</numerusform>
            <numerusform>%1: %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>waiting for you</numerusform>
            <numerusform>waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>Call next · %n waiting</numerusform>
            <numerusform>Call next · %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done and call next · %n waiting</source>
        <translation>
            <numerusform>Done and call next · %n waiting</numerusform>
            <numerusform>Done and call next · %n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
