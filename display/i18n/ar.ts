<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BoardNotice</name>
    <message>
        <source>since %1</source>
        <translation>منذ %1</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message numerus="yes">
        <source>%n still waiting, please stay.</source>
        <translation>
            <numerusform>لا أحد ينتظر بعد.</numerusform>
            <numerusform>شخص واحد ما زال ينتظر، يُرجى البقاء.</numerusform>
            <numerusform>شخصان ما زالا ينتظران، يُرجى البقاء.</numerusform>
            <numerusform>%n أشخاص ما زالوا ينتظرون، يُرجى البقاء.</numerusform>
            <numerusform>%n شخصًا ما زالوا ينتظرون، يُرجى البقاء.</numerusform>
            <numerusform>%n شخص ما زالوا ينتظرون، يُرجى البقاء.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new numbers for now.</source>
        <translation>لا أرقام جديدة حاليًا.</translation>
    </message>
    <message>
        <source>No new numbers today.</source>
        <translation>لا أرقام جديدة اليوم.</translation>
    </message>
    <message>
        <source>Everyone with a number is seen.</source>
        <translation>كل من لديه رقم سيُخدم.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Last called</source>
        <translation>آخر من نودي عليهم</translation>
    </message>
    <message>
        <source>Earlier calls appear here.</source>
        <translation>تظهر هنا النداءات السابقة.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Please listen for staff. Your number keeps its place.</source>
        <translation>يُرجى الانتباه إلى الموظفين. رقمك يحتفظ بدوره.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff, or use your phone.</source>
        <translation>فاتك رقمك؟ أخبر الموظفين، أو استخدم هاتفك.</translation>
    </message>
    <message>
        <source>Missed your number? Tell our staff.</source>
        <translation>فاتك رقمك؟ أخبر الموظفين.</translation>
    </message>
    <message>
        <source>Time not checked</source>
        <translation>الوقت غير مؤكد</translation>
    </message>
    <message>
        <source>Too small: digits of %1 mm</source>
        <translation>صغير جدًا: أرقام بارتفاع %1 مم</translation>
    </message>
    <message>
        <source>Too small for %1 m</source>
        <translation>صغير جدًا لمسافة %1 م</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>مفتوح حتى %1</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, room %2</source>
        <translation>%1، غرفة %2</translation>
    </message>
    <message>
        <source>%1, window %2</source>
        <translation>%1، نافذة %2</translation>
    </message>
    <message>
        <source>%1, counter %2</source>
        <translation>%1، منضدة %2</translation>
    </message>
    <message>
        <source>%1, desk %2</source>
        <translation>%1، شباك %2</translation>
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
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>للموظفين: يُرجى إقرانها من جديد. الخادم لا يقبل رمزها.</translation>
    </message>
    <message>
        <source>Please listen for staff. The board appears by itself.</source>
        <translation>يُرجى الانتباه إلى نداء الموظفين. ستظهر اللوحة تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>NobodyWords</name>
    <message>
        <source>A short break</source>
        <translation>استراحة قصيرة</translation>
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
        <source>If you take a number now:</source>
        <translation>إذا أخذت رقمًا الآن:</translation>
    </message>
    <message>
        <source>How many are waiting</source>
        <translation>عدد المنتظرين</translation>
    </message>
    <message>
        <source>We go on at %1. Your number keeps its place.</source>
        <translation>نتابع في الساعة %1. يحتفظ رقمك بمكانه.</translation>
    </message>
    <message>
        <source>Please wait. Your number keeps its place.</source>
        <translation>يُرجى الانتظار. يحتفظ رقمك بمكانه.</translation>
    </message>
    <message>
        <source>Please wait. Your number appears here when it is your turn.</source>
        <translation>يُرجى الانتظار. سيظهر رقمك هنا عندما يحين دورك.</translation>
    </message>
</context>
<context>
    <name>OpenDesks</name>
    <message>
        <source>Open rooms</source>
        <translation>الغرف المفتوحة</translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation>النوافذ المفتوحة</translation>
    </message>
    <message>
        <source>Open counters</source>
        <translation>المناضد المفتوحة</translation>
    </message>
    <message>
        <source>Open desks</source>
        <translation>الشبابيك المفتوحة</translation>
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
    <name>TopBar</name>
    <message>
        <source>Reconnecting …</source>
        <translation>إعادة الاتصال…</translation>
    </message>
</context>
<context>
    <name>TruthBar</name>
    <message>
        <source>Reconnecting · last update %1</source>
        <translation>إعادة الاتصال · آخر تحديث %1</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 د</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>الدور فورًا</translation>
    </message>
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
<context>
    <name>WaitsTable</name>
    <message>
        <source>nobody waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
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
</context>
</TS>
