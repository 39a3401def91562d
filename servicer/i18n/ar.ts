<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AdviceCard</name>
    <message>
        <source>%1 then takes longer: %2</source>
        <translation>%1: يطول الانتظار عندئذ، %2</translation>
    </message>
    <message>
        <source>%1 waits too long</source>
        <translation>%1: الانتظار طويل جدًا</translation>
    </message>
    <message>
        <source>%1 is quiet again</source>
        <translation>%1: عاد الهدوء</translation>
    </message>
    <message>
        <source>for a newcomer</source>
        <translation>لمن يصل الآن</translation>
    </message>
    <message>
        <source>Serve %1 too</source>
        <translation>اخدم %1 أيضًا</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
</context>
<context>
    <name>AwayBar</name>
    <message>
        <source>This console is no longer paired. Pair it anew.</source>
        <translation>لم تعد هذه الوحدة مقترنة. أعد اقترانها.</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>أعد اقتران هذه الوحدة</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>الخادم غير متاح</translation>
    </message>
    <message>
        <source>Server away · %1</source>
        <translation>الخادم غير متاح · %1</translation>
    </message>
    <message>
        <source>The server is away.</source>
        <translation>الخادم غير متاح.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>الخادم غير متاح. ما تراه من الساعة %1.</translation>
    </message>
</context>
<context>
    <name>BreakForm</name>
    <message>
        <source>Reason, for colleagues</source>
        <translation>السبب، للزملاء</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>العودة بعد</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>حتى أعود</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
</context>
<context>
    <name>CompactServing</name>
    <message>
        <source>Sent to you %1</source>
        <translation>محوَّل إليك %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>نودي</translation>
    </message>
    <message numerus="yes">
        <source>Called · %n times</source>
        <translation>
            <numerusform>نودي</numerusform>
            <numerusform>نودي مرة</numerusform>
            <numerusform>نودي مرتين</numerusform>
            <numerusform>نودي %n مرات</numerusform>
            <numerusform>نودي %n مرة</numerusform>
            <numerusform>نودي %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>في استراحة</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>انتهت استراحتك</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>انتهى %1</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>القادم التالي يأتي إليك</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>لا يمكن لأحد أن يأتي الآن</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>هناك من ينتظر الآن</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>طلب مساعدة: %1</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>لا أرقام الآن</translation>
    </message>
    <message>
        <source>Sent when the server is back</source>
        <translation>يُرسل عند عودة الخادم</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Calling needs the server</source>
        <translation>النداء يحتاج إلى الخادم</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>“Done” is kept here and sent when the server is back. Calling needs the server.</source>
        <translation>يُحفظ «تم» هنا ويُرسل عند عودة الخادم. النداء يحتاج إلى الخادم.</translation>
    </message>
</context>
<context>
    <name>FindForm</name>
    <message>
        <source>Number, such as A001</source>
        <translation>الرقم، مثل A001</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Nobody was given %1 today.</source>
        <translation>لم يُعطَ %1 لأحد اليوم.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>نداء</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Help wanted at %1 · %2</source>
        <translation>طلب مساعدة: %1 · %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 is going</source>
        <translation>%1 ذاهب</translation>
    </message>
    <message>
        <source>Help wanted: %1</source>
        <translation>طلب مساعدة: %1</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>يتحدث %1</translation>
    </message>
    <message>
        <source>You are going</source>
        <translation>أنت ذاهب</translation>
    </message>
    <message>
        <source>Somebody from %1 is going</source>
        <translation>أحدهم ذاهب: %1</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Priority for %1</source>
        <translation>أولوية للرقم %1</translation>
    </message>
</context>
<context>
    <name>LinkMark</name>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>إعادة الاتصال</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>Connecting to the server …</source>
        <translation>جارٍ الاتصال بالخادم …</translation>
    </message>
    <message>
        <source>Pair this console anew</source>
        <translation>أعد اقتران هذه الوحدة</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>الخادم لا يجيب</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>لا يعرف الخادم رمزها. ينشئ الأمر ‎“takeanumber device add console”‎ رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>يستغرق ذلك لحظة عند بدء الخادم.</translation>
    </message>
    <message>
        <source>Its token is that of another kind of device. “takeanumber device add console” makes one for a console.</source>
        <translation>رمزها لنوع آخر من الأجهزة. الأمر ‪“takeanumber device add console”‬ ينشئ رمزًا لوحدة خدمة.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back. If that has another address now, find it again.</source>
        <translation>يستمر العمل من تلقاء نفسه فور عودة الخادم. وإن صار له عنوان آخر فابحث عنه من جديد.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server is back.</source>
        <translation>يستمر العمل من تلقاء نفسه فور عودة الخادم.</translation>
    </message>
    <message>
        <source>Find the server again</source>
        <translation>البحث عن الخادم من جديد</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <translation>
            <numerusform>%1: لا أحد ينتظر</numerusform>
            <numerusform>%1: %n ينتظر</numerusform>
            <numerusform>%1: %n ينتظران</numerusform>
            <numerusform>%1: %n ينتظرون</numerusform>
            <numerusform>%1: %n ينتظرون</numerusform>
            <numerusform>%1: %n ينتظرون</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankForm</name>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
</context>
<context>
    <name>RestForm</name>
    <message>
        <source>%1 · On hold</source>
        <translation>‏%1 · مؤجل</translation>
    </message>
    <message>
        <source>%1 · Missed %2</source>
        <translation>‏%1 · فاته الدور %2</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>إلغاء طلب المساعدة</translation>
    </message>
    <message>
        <source>Sound at every arrival</source>
        <translation>صوت عند كل رقم</translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>نافذة كبيرة</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>Now serving</source>
        <translation>قيد الخدمة الآن</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>نودي: %1</translation>
    </message>
    <message numerus="yes">
        <source>Called to %1 · %n times</source>
        <translation>
            <numerusform>نودي: %1</numerusform>
            <numerusform>نودي: %1 · مرة</numerusform>
            <numerusform>نودي: %1 · مرتين</numerusform>
            <numerusform>نودي: %1 · %n مرات</numerusform>
            <numerusform>نودي: %1 · %n مرة</numerusform>
            <numerusform>نودي: %1 · %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>منذ النداء</translation>
    </message>
    <message>
        <source>with you</source>
        <translation>عندك</translation>
    </message>
    <message>
        <source>They said on the phone that they are on their way</source>
        <translation>أخبر بهاتفه أنه في الطريق</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>انتظر</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>يتحدث</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>في استراحة</translation>
    </message>
    <message>
        <source>Your break is over</source>
        <translation>انتهت استراحتك</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>انتهى %1</translation>
    </message>
    <message>
        <source>Nobody can come just now</source>
        <translation>لا يمكن لأحد أن يأتي الآن</translation>
    </message>
    <message>
        <source>Somebody is waiting now</source>
        <translation>هناك من ينتظر الآن</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <source>Noted here. It is sent as soon as the server is back.</source>
        <translation>سُجّل هنا. يُرسل فور عودة الخادم.</translation>
    </message>
    <message>
        <source>Your queues give no numbers now. Once they do, the next arrival comes to you.</source>
        <translation>طوابيرك لا تعطي أرقامًا الآن. وعندما تعطيها يأتي القادم التالي إليك.</translation>
    </message>
    <message>
        <source>They are called as soon as they have a number.</source>
        <translation>يُنادى عليه فور حصوله على رقم.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>The longest has waited %1</source>
        <translation>أطول انتظار: %1</translation>
    </message>
    <message>
        <source>Your queues give no numbers now.</source>
        <translation>طوابيرك لا تعطي أرقامًا الآن.</translation>
    </message>
    <message>
        <source>You hear two notes when somebody comes, also when this window is hidden.</source>
        <translation>تسمع نغمتين عندما يأخذ أحد رقمًا، حتى لو كانت هذه النافذة مخفية.</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>القادم التالي يأتي إليك</translation>
    </message>
    <message numerus="yes">
        <source>waiting for you</source>
        <translation>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
            <numerusform>بانتظارك</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Find a number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Your queues</source>
        <translation>طوابيرك</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>لا أحد ينتظرك</numerusform>
            <numerusform>واحد ينتظرك</numerusform>
            <numerusform>اثنان ينتظرانك</numerusform>
            <numerusform>%n ينتظرونك</numerusform>
            <numerusform>%n ينتظرونك</numerusform>
            <numerusform>%n ينتظرونك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waited at %1</source>
        <translation>
            <numerusform>لم ينتظر أحد في %1</numerusform>
            <numerusform>كان واحد ينتظر في %1</numerusform>
            <numerusform>كان اثنان ينتظران في %1</numerusform>
            <numerusform>كان %n ينتظرون في %1</numerusform>
            <numerusform>كان %n ينتظرون في %1</numerusform>
            <numerusform>كان %n ينتظرون في %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to you</source>
        <translation>محوَّل إليك</translation>
    </message>
    <message numerus="yes">
        <source>Other queues: %n waiting</source>
        <translation>
            <numerusform>طوابير أخرى: لا أحد ينتظر</numerusform>
            <numerusform>طوابير أخرى: شخص واحد ينتظر</numerusform>
            <numerusform>طوابير أخرى: شخصان ينتظران</numerusform>
            <numerusform>طوابير أخرى: %n ينتظرون</numerusform>
            <numerusform>طوابير أخرى: %n ينتظرون</numerusform>
            <numerusform>طوابير أخرى: %n ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Other queues</source>
        <translation>طوابير أخرى</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>مؤجل</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فاته الدور</translation>
    </message>
    <message>
        <source>Nobody serves their queue</source>
        <translation>لا أحد يخدم طابورهم</translation>
    </message>
    <message>
        <source>No paper: %1</source>
        <translation>بلا ورق: %1</translation>
    </message>
    <message>
        <source>Reprint at the kiosk.</source>
        <translation>أعد الطباعة عند الجهاز.</translation>
    </message>
    <message>
        <source>Everybody is told</source>
        <translation>يُبلَّغ الجميع</translation>
    </message>
    <message>
        <source>Everybody is told until %1</source>
        <translation>يُبلَّغ الجميع حتى %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Sound at every arrival, and not only when nobody waited</source>
        <translation>صوت عند كل رقم جديد، لا عندما لا ينتظر أحد فقط</translation>
    </message>
    <message>
        <source>Always ring</source>
        <translation>تنبيه دائم</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>إلغاء طلب المساعدة</translation>
    </message>
</context>
<context>
    <name>SideRow</name>
    <message>
        <source>Call</source>
        <translation>نداء</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>نداء %1</translation>
    </message>
    <message>
        <source>%1: back in line</source>
        <translation>إعادة %1 إلى الصف</translation>
    </message>
</context>
<context>
    <name>SignInHead</name>
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
        <source>Large window</source>
        <translation>نافذة كبيرة</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>صباح الخير</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>طاب يومك</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>مساء الخير</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>It is %1, %2.</source>
        <translation>اليوم %1، الساعة %2.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>لا أحد ينتظر.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are waiting.</source>
        <translation>
            <numerusform>لا أحد ينتظر.</numerusform>
            <numerusform>ينتظر شخص واحد.</numerusform>
            <numerusform>ينتظر شخصان.</numerusform>
            <numerusform>ينتظر %n أشخاص.</numerusform>
            <numerusform>ينتظر %n شخصًا.</numerusform>
            <numerusform>ينتظر %n شخص.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رمزك السري</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>I am not %1</source>
        <translation>لست %1</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>It is shown on the board, at the kiosk and on phones. One language is enough.</source>
        <translation>يظهر على الشاشة وعند الجهاز وعلى الهواتف. تكفي لغة واحدة.</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>لأي مدة</translation>
    </message>
    <message>
        <source>Until taken back</source>
        <translation>حتى السحب</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help wanted: %1</source>
        <translation>طلب مساعدة: %1</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>صغيرة</translation>
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
    <message>
        <source>Large window</source>
        <translation>نافذة كبيرة</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>سُجّل. يُرسل فور عودة الخادم.</translation>
    </message>
    <message>
        <source>The server does not answer yet …</source>
        <translation>الخادم لا يجيب بعد …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>WalkInForm</name>
    <message>
        <source>For what?</source>
        <translation>لأي خدمة؟</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>The board does not show it.</source>
        <translation>لا تعرضه الشاشة.</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>يتحدث</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Start serving now</source>
        <translation>ابدأ الخدمة الآن</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Call next · %n waiting</source>
        <translation>
            <numerusform>نداء التالي · لا أحد ينتظر</numerusform>
            <numerusform>نداء التالي · %n ينتظر</numerusform>
            <numerusform>نداء التالي · %n ينتظران</numerusform>
            <numerusform>نداء التالي · %n ينتظرون</numerusform>
            <numerusform>نداء التالي · %n ينتظرون</numerusform>
            <numerusform>نداء التالي · %n ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>Done and call next</source>
        <translation>تم، نداء التالي</translation>
    </message>
    <message numerus="yes">
        <source>Done and call next · %n waiting</source>
        <translation>
            <numerusform>تم، التالي · لا أحد ينتظر</numerusform>
            <numerusform>تم، التالي · %n ينتظر</numerusform>
            <numerusform>تم، التالي · %n ينتظران</numerusform>
            <numerusform>تم، التالي · %n ينتظرون</numerusform>
            <numerusform>تم، التالي · %n ينتظرون</numerusform>
            <numerusform>تم، التالي · %n ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>نداء مجددًا</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فاته الدور</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>إلى الصف</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Pick one</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>بلا رقم</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>إعطاء رقم</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>Next to me</source>
        <translation>القادم إليّ</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>العودة إلى العمل</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>طلب المساعدة</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>أنا قادم</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>تمت</translation>
    </message>
    <message>
        <source>Tell everybody</source>
        <translation>إبلاغ الجميع</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>مجددًا</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 is called</source>
        <translation>نودي %1</translation>
    </message>
    <message>
        <source>%1 is called again</source>
        <translation>نودي %1 مجددًا</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>وصل %1</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>انتهى %1</translation>
    </message>
    <message>
        <source>Done, %1 is called</source>
        <translation>تم، ونودي %1</translation>
    </message>
    <message>
        <source>%1 is missed</source>
        <translation>فات الدور على %1</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>أُجّل %1</translation>
    </message>
    <message>
        <source>%1 is back in line</source>
        <translation>عاد %1 إلى الصف</translation>
    </message>
    <message>
        <source>%1 is transferred</source>
        <translation>حُوّل %1</translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation>أولوية %1</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>أُلغي %1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>ملاحظة على %1</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>Which priority has %1?</source>
        <translation>ما أولوية %1؟</translation>
    </message>
    <message>
        <source>Waits since %1</source>
        <translation>ينتظر منذ %1</translation>
    </message>
    <message>
        <source>Done at %1</source>
        <translation>تم في %1</translation>
    </message>
    <message>
        <source>Missed at %1</source>
        <translation>فاته الدور في %1</translation>
    </message>
    <message>
        <source>Left the queue at %1</source>
        <translation>غادر الطابور في %1</translation>
    </message>
    <message>
        <source>The day ended before their turn</source>
        <translation>انتهى اليوم قبل دوره</translation>
    </message>
    <message>
        <source>%1 is no longer here.</source>
        <translation>لم يعد %1 هنا.</translation>
    </message>
    <message>
        <source>%1 is with somebody else now.</source>
        <translation>أصبح %1 عند زميل آخر.</translation>
    </message>
    <message>
        <source>%1 was signed out of %2.</source>
        <translation>سُجّل خروج %1: %2.</translation>
    </message>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>رمز PIN غير صحيح. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 sits at %2.</source>
        <translation>يجلس %1 هناك: %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at %2 already.</source>
        <translation>سجّل %1 الدخول من قبل: %2.</translation>
    </message>
    <message>
        <source>This console is signed in somewhere else.</source>
        <translation>هذه الوحدة مسجلة في مكان آخر.</translation>
    </message>
    <message>
        <source>%1 is their number.</source>
        <translation>الرقم هو %1.</translation>
    </message>
    <message>
        <source>Everybody who waits is told.</source>
        <translation>يُبلَّغ كل من ينتظر.</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>لماذا يُؤجَّل %1؟</translation>
    </message>
    <message>
        <source>Enough have come</source>
        <translation>العدد كافٍ</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>أعِده</translation>
    </message>
    <message>
        <source>Where shall %1 go?</source>
        <translation>إلى أين يذهب %1؟</translation>
    </message>
    <message>
        <source>A note on %1, for colleagues</source>
        <translation>ملاحظة عن %1 للزملاء</translation>
    </message>
    <message>
        <source>Cancel %1? The number is gone then.</source>
        <translation>إلغاء %1؟ سيضيع الرقم.</translation>
    </message>
    <message>
        <source>Whom do you call?</source>
        <translation>من تنادي؟</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>استراحة حتى متى؟</translation>
    </message>
    <message>
        <source>Tell everybody who waits</source>
        <translation>إبلاغ كل من ينتظر</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>back at %1</source>
        <translation>العودة في %1</translation>
    </message>
    <message>
        <source>It was to end at %1</source>
        <translation>كان يجب أن تنتهي في %1</translation>
    </message>
    <message>
        <source>Lent to you until the day ends</source>
        <translation>لك حتى نهاية اليوم</translation>
    </message>
    <message>
        <source>Stop serving %1</source>
        <translation>أوقف خدمة %1</translation>
    </message>
    <message>
        <source>One more room on %1</source>
        <translation>غرفة إضافية لخدمة %1</translation>
    </message>
    <message>
        <source>One more window on %1</source>
        <translation>نافذة إضافية لخدمة %1</translation>
    </message>
    <message>
        <source>One more counter on %1</source>
        <translation>منضدة إضافية لخدمة %1</translation>
    </message>
    <message>
        <source>One more desk on %1</source>
        <translation>شباك إضافي لخدمة %1</translation>
    </message>
    <message>
        <source>newcomers wait %1</source>
        <translation>من يصل الآن ينتظر %1</translation>
    </message>
    <message>
        <source>newcomers wait %1 in place of %2</source>
        <translation>من يصل الآن ينتظر %1 بدلًا من %2</translation>
    </message>
    <message>
        <source>usually %1 min</source>
        <translation>عادةً %1 د</translation>
    </message>
    <message>
        <source>usually %1 to %2 min</source>
        <translation>عادةً من %1 إلى %2 د</translation>
    </message>
    <message>
        <source>%1 calls everybody to help</source>
        <translation>%1 يطلب مساعدة الجميع</translation>
    </message>
    <message>
        <source>%1 is coming</source>
        <translation>%1 قادم</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>غرفة %1</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>نافذة %1</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>منضدة %1</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>شباك %1</translation>
    </message>
    <message>
        <source>Which room?</source>
        <translation>أي غرفة؟</translation>
    </message>
    <message>
        <source>Which window?</source>
        <translation>أي نافذة؟</translation>
    </message>
    <message>
        <source>Which counter?</source>
        <translation>أي منضدة؟</translation>
    </message>
    <message>
        <source>Which desk?</source>
        <translation>أي شباك؟</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>German</source>
        <translation>الألمانية</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>الأطول %1</translation>
    </message>
    <message>
        <source>newcomers: at once</source>
        <translation>القادم الآن: فورًا</translation>
    </message>
    <message>
        <source>newcomers: %1–%2 min</source>
        <translation>القادم الآن: %1–%2 دقيقة</translation>
    </message>
    <message>
        <source>newcomers: %1 min</source>
        <translation>القادم الآن: %1 دقيقة</translation>
    </message>
    <message>
        <source>No more numbers</source>
        <translation>لا توجد أرقام أخرى</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>Called at %1</source>
        <translation>نودي في %1</translation>
    </message>
    <message>
        <source>Is served since %1</source>
        <translation>قيد الخدمة منذ %1</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>مؤجل</translation>
    </message>
    <message>
        <source>%1 has left the queue.</source>
        <translation>غادر %1 الطابور.</translation>
    </message>
    <message>
        <source>The day has ended, and %1 with it.</source>
        <translation>انتهى اليوم ومعه %1.</translation>
    </message>
    <message>
        <source>Nobody is waiting any more.</source>
        <translation>لم يعد أحد ينتظر.</translation>
    </message>
    <message>
        <source>%1 was called a moment ago. Please give them %2 seconds.</source>
        <translation>نودي %1 قبل لحظة. انتظر %2 ثوانٍ.</translation>
    </message>
    <message>
        <source>Finish %1 first.</source>
        <translation>أنهِ %1 أولًا.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Nothing was changed.</source>
        <translation>قرص الخادم ممتلئ. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>رموز خاطئة كثيرة. حاول بعد %1.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>لم يرد الخادم. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The server is away. Nothing was noted.</source>
        <translation>الخادم غير متاح. لم يُدوَّن شيء.</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>السبب (اختياري)</translation>
    </message>
</context>
</TS>
