<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>LinkBar</name>
    <message>
        <source>Connecting …</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>إعادة الاتصال · حتى %1</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>Please come back another time.</source>
        <translation>يُرجى العودة في وقت آخر.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>يفتح اليوم الساعة %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>يفتح غدًا الساعة %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>يفتح يوم %1 الساعة %2</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Room</source>
        <translation>غرفة</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>نافذة</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>منضدة</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>شباك</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>%1 · today</source>
        <translation>%1 · اليوم</translation>
    </message>
    <message>
        <source>%1 · tomorrow</source>
        <translation>%1 · غداً</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
</TS>
