<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AddressPage</name>
    <message>
        <source>Type the server&apos;s address</source>
        <translation>اكتب عنوان الخادم</translation>
    </message>
    <message>
        <source>No server found yet</source>
        <translation>لم يُعثر على خادم بعد</translation>
    </message>
    <message>
        <source>It is the address at which the manager&apos;s pages are opened.</source>
        <translation>هو العنوان الذي تُفتح به صفحات المدير.</translation>
    </message>
    <message>
        <source>It is still looked for. You may also type its address: the one at which the manager&apos;s pages are opened.</source>
        <translation>ما زال البحث جاريًا. يمكنك أيضًا كتابة عنوانه: وهو الذي تُفتح به صفحات المدير.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Look for it again</source>
        <translation>البحث من جديد</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Which server is yours?</source>
        <translation>أيّ خادم هو خادمكم؟</translation>
    </message>
    <message>
        <source>These were found in this network.</source>
        <translation>هذه ما وُجد في هذه الشبكة.</translation>
    </message>
    <message>
        <source>Another one: type its address</source>
        <translation>خادم آخر: اكتب عنوانه</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>%1, found in this network</source>
        <translation>%1، وُجد في هذه الشبكة</translation>
    </message>
    <message>
        <source>Its own certificate: %1</source>
        <translation>شهادته الخاصة: %1</translation>
    </message>
    <message>
        <source>New code in %1</source>
        <translation>رمز جديد بعد %1</translation>
    </message>
    <message>
        <source>This console is no longer paired</source>
        <translation>لم تعد هذه الوحدة مقترنة</translation>
    </message>
    <message>
        <source>This screen is no longer paired</source>
        <translation>لم تعد هذه الشاشة مقترنة</translation>
    </message>
    <message>
        <source>Pair this console</source>
        <translation>إقران هذه الوحدة</translation>
    </message>
    <message>
        <source>Pair this screen</source>
        <translation>إقران هذه الشاشة</translation>
    </message>
    <message>
        <source>A manager took it off the list, or the server was set up anew.</source>
        <translation>أزالها أحد المديرين من القائمة، أو أُعيد إعداد الخادم.</translation>
    </message>
    <message>
        <source>Staff: open the address below, or scan. Approve it when both screens show the same eight characters.</source>
        <translation>للموظفين: افتحوا العنوان أدناه أو امسحوا الرمز. وافقوا عندما تعرض الشاشتان الأحرف الثمانية نفسها.</translation>
    </message>
    <message>
        <source>A manager opens the address, or scans the code, and approves when both screens show the same eight characters.</source>
        <translation>يفتح أحد المديرين العنوان أو يمسح الرمز، ويوافق عندما تعرض الشاشتان الأحرف الثمانية نفسها.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>خادم آخر</translation>
    </message>
    <message>
        <source>Another server, or type its address</source>
        <translation>خادم آخر أو كتابة عنوانه</translation>
    </message>
</context>
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
    <name>PairingWindow</name>
    <message>
        <source>The server is not heard. The code stays.</source>
        <translation>لا يُسمع الخادم. الرمز باقٍ.</translation>
    </message>
    <message>
        <source>A mouse or a keyboard is needed for this.</source>
        <translation>يلزم لهذا فأرة أو لوحة مفاتيح.</translation>
    </message>
    <message>
        <source>No remote control needed: the board starts by itself.</source>
        <translation>لا حاجة إلى جهاز تحكّم: تبدأ اللوحة من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>خادم آخر</translation>
    </message>
</context>
<context>
    <name>PairingWords</name>
    <message>
        <source>Kiosk</source>
        <translation>جهاز الأرقام</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>لوحة العرض</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>وحدة الخدمة</translation>
    </message>
    <message>
        <source>That is no address. One looks like 192.168.1.10:8000.</source>
        <translation>هذا ليس عنوانًا. مثال على عنوان: 192.168.1.10:8000.</translation>
    </message>
    <message>
        <source>No server answers there. Is it switched on, and is the address right?</source>
        <translation>لا خادم يجيب هناك. هل هو مشغَّل، وهل العنوان صحيح؟</translation>
    </message>
    <message>
        <source>Something else answers there. Please check the address.</source>
        <translation>يجيب هناك شيء آخر. يُرجى التحقق من العنوان.</translation>
    </message>
    <message>
        <source>The server there cannot prove that it is the right one.</source>
        <translation>لا يستطيع الخادم هناك إثبات أنه الخادم الصحيح.</translation>
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
    <name>ServerList</name>
    <message>
        <source>The server on this machine</source>
        <translation>الخادم على هذا الجهاز</translation>
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
        <translation>%1 · غدًا</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Looking for the server&#xa0;…</source>
        <translation>جارٍ البحث عن الخادم&#xa0;…</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>الخادم لا يجيب</translation>
    </message>
    <message>
        <source>Asking the server&#xa0;…</source>
        <translation>جارٍ سؤال الخادم&#xa0;…</translation>
    </message>
    <message>
        <source>A manager did not approve this screen</source>
        <translation>لم يوافق أحد المديرين على هذه الشاشة</translation>
    </message>
    <message>
        <source>Many screens ask just now</source>
        <translation>شاشات كثيرة تسأل الآن</translation>
    </message>
    <message>
        <source>The server does not pair this screen</source>
        <translation>لا يُقرن الخادم هذه الشاشة</translation>
    </message>
    <message>
        <source>Is this still our server?</source>
        <translation>هل ما زال هذا خادمنا؟</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>تم الإقران</translation>
    </message>
    <message>
        <source>It has to be switched on, and in the same network.</source>
        <translation>يجب أن يكون مشغَّلًا وفي الشبكة نفسها.</translation>
    </message>
    <message>
        <source>It is asked again by itself. Is it switched on, and in this network?</source>
        <translation>يُسأل مجددًا تلقائيًا. هل هو مشغَّل وفي هذه الشبكة؟</translation>
    </message>
    <message>
        <source>If that was by mistake, ask anew. It asks by itself in some minutes.</source>
        <translation>إن كان ذلك خطأ فاطلبوا من جديد. وستطلب من تلقاء نفسها بعد دقائق.</translation>
    </message>
    <message>
        <source>This one asks again by itself in %1.</source>
        <translation>تسأل هذه الشاشة مجددًا من تلقاء نفسها بعد %1.</translation>
    </message>
    <message>
        <source>It shows another certificate than the one that this screen was paired with. Staff: if the server was set up anew, pair the screen anew. If nobody knows of that, ask who looks after the network. It goes on by itself as soon as the known one is back.</source>
        <translation>يعرض شهادة غير التي أُقرنت بها هذه الشاشة. للموظفين: إن أُعيد إعداد الخادم فأقرنوا الشاشة من جديد. وإن لم يعلم أحد بذلك فاسألوا المسؤول عن الشبكة. تتابع الشاشة من تلقاء نفسها فور عودة الشهادة المعروفة.</translation>
    </message>
    <message>
        <source>It goes on by itself.</source>
        <translation>تتابع من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>This is “%1”. It goes on by itself.</source>
        <translation>هذه «%1». تتابع من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Pair it anew</source>
        <translation>الإقران من جديد</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>الطلب من جديد</translation>
    </message>
    <message>
        <source>Type its address</source>
        <translation>كتابة عنوانه</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>خادم آخر</translation>
    </message>
</context>
</TS>
