<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CompactServing</name>
    <message numerus="yes">
        <source>Called · %n times</source>
        <translation>
            <numerusform>Called · once</numerusform>
            <numerusform>Called · %n times</numerusform>
        </translation>
    </message>
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
        <source>Called to %1 · %n times</source>
        <translation>
            <numerusform>Called to %1 · once</numerusform>
            <numerusform>Called to %1 · %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>waiting for you</numerusform>
            <numerusform>waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n waiting for you</numerusform>
            <numerusform>%n waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waited at %1</source>
        <translation>
            <numerusform>%n waited at %1</numerusform>
            <numerusform>%n waited at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other queues: %n waiting</source>
        <translation>
            <numerusform>Other queues: %n waiting</numerusform>
            <numerusform>Other queues: %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInHead</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message numerus="yes">
        <source>%n people are waiting.</source>
        <translation>
            <numerusform>One person is waiting.</numerusform>
            <numerusform>%n people are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
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
