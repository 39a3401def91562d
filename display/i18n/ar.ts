<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BoardScreen</name>
    <message>
        <source>Missed your number? Please ask at any desk.</source>
        <translation>فاتك رقمك؟ يُرجى السؤال عند أي شباك.</translation>
    </message>
    <message>
        <source>Too small for a waiting room: digits of %1 mm, where 51 mm are needed.</source>
        <translation>صغير جدًا لغرفة انتظار: ارتفاع الأرقام %1 مم والمطلوب 51 مم.</translation>
    </message>
    <message>
        <source>Too small for %1 m: can be read from up to %2 m.</source>
        <translation>صغيرة جدًا لمسافة %1 م: تُقرأ حتى %2 م.</translation>
    </message>
</context>
<context>
    <name>CallCell</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1، شباك %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>شباك</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>شباك</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1، شباك %2</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>تظهر هنا النداءات السابقة.</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, desk %2</source>
        <translation>%1، شباك %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>شباك</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation>لم يُنادَ على أحد بعد</translation>
    </message>
    <message>
        <source>Nobody is being called</source>
        <translation>لا نداء على أحد الآن</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>استراحة قصيرة</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>يُرجى الانتظار. سيظهر رقمك هنا عندما يحين دورك.</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>نتابع في الساعة %1. يحتفظ رقمك بمكانه.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>يُرجى الانتظار. يحتفظ رقمك بمكانه.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>We are closed</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>This display is not registered</source>
        <translation>هذه الشاشة غير مسجَّلة</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not know its token.</source>
        <translation>للموظفين: يُرجى إقرانها من جديد. الخادم لا يعرف رمزها.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>يُرجى الانتباه إلى نداء الموظفين. ستظهر اللوحة تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Nobody called yet</source>
        <translation>لم يُنادَ على أحد بعد</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>about %1 min</source>
        <translation>نحو %1 د</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>نحو %1–%2 د</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Time not checked</source>
        <translation>الوقت غير مؤكد</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>إعادة الاتصال · آخر تحديث %1</translation>
    </message>
    <message>
        <source>Please listen for staff · last update %1</source>
        <translation>انتبهوا إلى نداء الموظفين · آخر تحديث %1</translation>
    </message>
</context>
<context>
    <name>WaitingCount</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>واحد ينتظر</numerusform>
            <numerusform>اثنان ينتظران</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
</context>
</TS>
