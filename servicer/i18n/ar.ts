<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CompactServing</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Somebody has arrived</source>
        <translation>وصل شخص</translation>
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
        <source>Longest wait: %1</source>
        <translation>أطول انتظار: %1</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>في الطريق إليك</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Noted. It is sent as soon as the server is back.</source>
        <translation>تم التسجيل. سيُرسل فور عودة الخادم.</translation>
    </message>
    <message>
        <source>The server is away. What you see is from %1.</source>
        <translation>الخادم غير متاح. ما تراه من الساعة %1.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 أو %2</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>من ينتظر</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>No desk serves them (%1)</source>
        <translation>لا شباك يخدمهم (%1)</translation>
    </message>
    <message>
        <source>No paper: %1. Reprint at the kiosk.</source>
        <translation>بلا ورقة: %1. أعد الطباعة من الجهاز.</translation>
    </message>
    <message>
        <source>Desk %1 calls for help</source>
        <translation>الشباك %1 يطلب المساعدة</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop calling for help</source>
        <translation>إلغاء طلب المساعدة</translation>
    </message>
</context>
<context>
    <name>HeldRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>نداء</translation>
    </message>
    <message>
        <source>Ctrl J</source>
        <translation>Ctrl J</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>الشباك %1 · %2</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>This console is not paired</source>
        <translation>هذه الوحدة غير مقترنة</translation>
    </message>
    <message>
        <source>Connecting to the server …</source>
        <translation>جارٍ الاتصال بالخادم …</translation>
    </message>
    <message>
        <source>The server does not know its token. “takeanumber device add console” makes a new one.</source>
        <translation>لا يعرف الخادم رمزها. ينشئ الأمر ‎“takeanumber device add console”‎ رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>This takes a moment when the server starts.</source>
        <translation>يستغرق ذلك لحظة عند بدء الخادم.</translation>
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
    <message>
        <source>Yours</source>
        <translation>لك</translation>
    </message>
    <message>
        <source>Yours · longest wait %1</source>
        <translation>لك · أطول انتظار %1</translation>
    </message>
    <message>
        <source>Longest wait %1</source>
        <translation>أطول انتظار %1</translation>
    </message>
</context>
<context>
    <name>ServingNow</name>
    <message>
        <source>back at %1</source>
        <translation>العودة %1</translation>
    </message>
    <message>
        <source>The next arrival comes to you</source>
        <translation>القادم التالي يأتي إليك</translation>
    </message>
    <message>
        <source>Somebody has arrived · %1</source>
        <translation>وصل شخص · %1</translation>
    </message>
    <message>
        <source>Longest wait: %1</source>
        <translation>أطول انتظار: %1</translation>
    </message>
    <message>
        <source>The waiting room is empty</source>
        <translation>غرفة الانتظار فارغة</translation>
    </message>
    <message>
        <source>They are on their way</source>
        <translation>في الطريق إليك</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>ملاحظة: %1</translation>
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
        <source>Back · Esc</source>
        <translation>رجوع · Esc</translation>
    </message>
</context>
<context>
    <name>SheetRow</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>حتى أعود</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>Desk %1 · %2</source>
        <translation>الشباك %1 · %2</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Good to see you. Where do you sit today?</source>
        <translation>أهلًا بك. أين تجلس اليوم؟</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>الشباك %1</translation>
    </message>
    <message>
        <source>Desk %1, %2 sits there</source>
        <translation>الشباك %1، يجلس هناك %2</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>%1 · at desk %2</source>
        <translation>%1 · عند الشباك %2</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>رمز PIN</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
</context>
<context>
    <name>StrandedRow</name>
    <message>
        <source>Call</source>
        <translation>نداء</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Desk %1 · %2</source>
        <translation>الشباك %1 · %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation>إعادة الاتصال …</translation>
    </message>
    <message>
        <source>Reconnecting · as of %1</source>
        <translation>إعادة الاتصال · حتى %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>نافذة صغيرة</translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation>Ctrl O</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 ث</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Nobody waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
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
        <translation>لم يأتِ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
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
        <source>Ctrl ⏎ or Space</source>
        <translation>Ctrl ⏎ أو مسافة</translation>
    </message>
    <message>
        <source>Ctrl </source>
        <translation>Ctrl </translation>
    </message>
    <message>
        <source>Undo: %1 called</source>
        <translation>تراجع: نداء %1</translation>
    </message>
    <message>
        <source>Undo: %1 called again</source>
        <translation>تراجع: نداء %1 مجددًا</translation>
    </message>
    <message>
        <source>Undo: %1 arrived</source>
        <translation>تراجع: وصول %1</translation>
    </message>
    <message>
        <source>Undo: %1 done</source>
        <translation>تراجع: إنهاء %1</translation>
    </message>
    <message>
        <source>Undo: done, %1 called</source>
        <translation>تراجع: إنهاء ونداء %1</translation>
    </message>
    <message>
        <source>Undo: %1 missed</source>
        <translation>تراجع: لم يأتِ %1</translation>
    </message>
    <message>
        <source>Undo: %1 on hold</source>
        <translation>تراجع: تعليق %1</translation>
    </message>
    <message>
        <source>Undo: %1 back in line</source>
        <translation>تراجع: إعادة %1 إلى الصف</translation>
    </message>
    <message>
        <source>Undo: %1 transferred</source>
        <translation>تراجع: تحويل %1</translation>
    </message>
    <message>
        <source>Undo: %1 cancelled</source>
        <translation>تراجع: إلغاء %1</translation>
    </message>
    <message>
        <source>Undo: note on %1</source>
        <translation>تراجع: ملاحظة %1</translation>
    </message>
    <message>
        <source>Undo: break</source>
        <translation>تراجع: استراحة</translation>
    </message>
    <message>
        <source>Undo: back to work</source>
        <translation>تراجع: العودة إلى العمل</translation>
    </message>
    <message>
        <source>Undo: call for help</source>
        <translation>تراجع: طلب المساعدة</translation>
    </message>
    <message>
        <source>Undo: next arrival</source>
        <translation>تراجع: القادم إليّ</translation>
    </message>
    <message>
        <source>Why does %1 step aside?</source>
        <translation>لماذا يُعلَّق %1؟</translation>
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
        <source>Somebody without a number. For which queue?</source>
        <translation>شخص بلا رقم. لأي صف؟</translation>
    </message>
    <message>
        <source>A break until when?</source>
        <translation>استراحة حتى متى؟</translation>
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
        <source>No more numbers</source>
        <translation>لا توجد أرقام أخرى</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation>تتم خدمته</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>في استراحة</translation>
    </message>
    <message>
        <source>Called %1 times</source>
        <translation>مرات النداء: %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>تم النداء</translation>
    </message>
    <message>
        <source>%1 has left the queue.</source>
        <translation>غادر %1 الصف.</translation>
    </message>
    <message>
        <source>The day has ended, and %1 with it.</source>
        <translation>انتهى اليوم ومعه %1.</translation>
    </message>
    <message>
        <source>%1 is no longer at this desk.</source>
        <translation>لم يعد %1 عند هذا الشباك.</translation>
    </message>
    <message>
        <source>%1 is at another desk now.</source>
        <translation>%1 الآن عند شباك آخر.</translation>
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
        <source>%1 was signed out of desk %2.</source>
        <translation>تم إخراج %1 من الشباك %2.</translation>
    </message>
    <message>
        <source>That PIN is not right.</source>
        <translation>رمز PIN غير صحيح.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>رموز خاطئة كثيرة. حاول بعد %1.</translation>
    </message>
    <message>
        <source>%1 sits at desk %2.</source>
        <translation>%1 عند الشباك %2.</translation>
    </message>
    <message>
        <source>%1 is signed in at desk %2 already.</source>
        <translation>%1 مسجّل بالفعل عند الشباك %2.</translation>
    </message>
    <message>
        <source>This console is signed in at another desk.</source>
        <translation>هذه الوحدة مسجّلة عند شباك آخر.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>لم يرد الخادم. حاول مرة أخرى.</translation>
    </message>
</context>
</TS>
