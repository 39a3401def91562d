<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CalibrateScreen</name>
    <message>
        <source>Hold a bank card against the screen</source>
        <translation>ضع بطاقة مصرفية على الشاشة</translation>
    </message>
    <message>
        <source>Make the frame exactly as large as the card.</source>
        <translation>اجعل الإطار بحجم البطاقة تماماً.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>It matches</source>
        <translation>متطابق</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>All numbers for today are given.</source>
        <translation>تم توزيع جميع أرقام اليوم.</translation>
    </message>
    <message>
        <source>No more numbers today</source>
        <translation>لا توجد أرقام أخرى اليوم</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>نحن مغلقون الآن</translation>
    </message>
    <message>
        <source>Not every queue is open at all of these times.</source>
        <translation>ليست كل الطوابير مفتوحة في كل هذه الأوقات.</translation>
    </message>
    <message>
        <source>Closed from %1 to %2</source>
        <translation>مغلق من %1 إلى %2</translation>
    </message>
    <message>
        <source>From %1 to %2 open %3</source>
        <translation>من %1 إلى %2 مفتوح %3</translation>
    </message>
    <message>
        <source>Closed from %1 to %2 %3</source>
        <translation>مغلق من %1 إلى %2 %3</translation>
    </message>
    <message>
        <source>From %1 to %2 %3 open %4</source>
        <translation>من %1 إلى %2 %3 مفتوح %4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>مغلق في %1</translation>
    </message>
    <message>
        <source>On %1 open %2</source>
        <translation>في %1 مفتوح %2</translation>
    </message>
</context>
<context>
    <name>CustomerBar</name>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>لغات أخرى</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>تباين</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>للأسفل</translation>
    </message>
    <message>
        <source>Move the controls lower</source>
        <translation>نقل أزرار التحكم إلى الأسفل</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>استماع</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Please stay here.</source>
        <translation>ابقَ هنا من فضلك.</translation>
    </message>
    <message>
        <source>The server does not answer, so nobody could be told. Please ask the staff.</source>
        <translation>الخادم لا يستجيب، ولم يُبلَّغ أحد. اسأل الموظفين من فضلك.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>We told our staff</source>
        <translation>أبلغنا موظفينا</translation>
    </message>
    <message>
        <source>Nobody is told yet</source>
        <translation>لم يُبلَّغ أحد بعد</translation>
    </message>
    <message>
        <source>Their screens say that somebody at “%1” needs help. Please stay here.</source>
        <translation>تظهر على شاشاتهم أن أحدهم عند «%1» يحتاج إلى مساعدة. ابقَ هنا من فضلك.</translation>
    </message>
    <message>
        <source>Somebody is coming from room %1.</source>
        <translation>هناك من يأتي إليك من غرفة %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from window %1.</source>
        <translation>هناك من يأتي إليك من نافذة %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from counter %1.</source>
        <translation>هناك من يأتي إليك من منضدة %1.</translation>
    </message>
    <message>
        <source>Somebody is coming from desk %1.</source>
        <translation>هناك من يأتي إليك من شباك %1.</translation>
    </message>
    <message>
        <source>Their screens say that somebody needs help here. Please stay here.</source>
        <translation>تظهر على شاشاتهم أن أحدهم هنا يحتاج إلى مساعدة. ابقَ هنا من فضلك.</translation>
    </message>
    <message>
        <source>Telling the staff …</source>
        <translation>نُبلغ الموظفين…</translation>
    </message>
    <message>
        <source>A manager is coming.</source>
        <translation>أحد المسؤولين قادم.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>لا أحد يخدم الآن.</translation>
    </message>
    <message>
        <source>Serving now: %1</source>
        <translation>يعمل الآن: %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>العودة إلى البداية</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>لم أعد بحاجة إلى مساعدة</translation>
    </message>
</context>
<context>
    <name>HomeNotices</name>
    <message>
        <source>Nobody is serving just now. You can take a number already.</source>
        <translation>لا أحد يخدم الآن. يمكنك أخذ رقم من الآن.</translation>
    </message>
    <message>
        <source>Nobody is serving just now.</source>
        <translation>لا أحد يخدم الآن.</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Which queue instead?</source>
        <translation>أي طابور بدلاً منه؟</translation>
    </message>
    <message>
        <source>Welcome. What do you need today?</source>
        <translation>أهلاً بك. ماذا تحتاج اليوم؟</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>ماذا تحتاج اليوم؟</translation>
    </message>
    <message>
        <source>You keep %1 until you tap another.</source>
        <translation>يبقى %1 لك حتى تلمس غيره.</translation>
    </message>
    <message>
        <source>Tap where yours is.</source>
        <translation>المس المجموعة التي تخصك.</translation>
    </message>
    <message>
        <source>Tap to get your number.</source>
        <translation>المس للحصول على رقمك.</translation>
    </message>
    <message>
        <source>Tap one to get your number.</source>
        <translation>المس أحدها للحصول على رقمك.</translation>
    </message>
</context>
<context>
    <name>IssuedScreen</name>
    <message>
        <source>Your number is %1</source>
        <translation>رقمك هو %1</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>أنت التالي</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead of you</source>
        <translation>
            <numerusform>لا أحد أمامك</numerusform>
            <numerusform>واحد أمامك</numerusform>
            <numerusform>اثنان أمامك</numerusform>
            <numerusform>%n أمامك</numerusform>
            <numerusform>%n أمامك</numerusform>
            <numerusform>%n أمامك</numerusform>
        </translation>
    </message>
    <message>
        <source>You are first in line</source>
        <translation>أنت أول الصف</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>حوالي %1 دقيقة</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>حوالي %1–%2 دقيقة</translation>
    </message>
    <message>
        <source>Nobody is serving yet. Please wait until you are called.</source>
        <translation>لا أحد يخدم بعد. انتظر حتى يُنادى عليك.</translation>
    </message>
    <message>
        <source>Another queue may be called before you.</source>
        <translation>قد يُنادى قبلك طابور آخر.</translation>
    </message>
    <message>
        <source>%1 was given back.</source>
        <translation>تمت إعادة %1.</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>تابع على هاتفك</translation>
    </message>
    <message>
        <source>Scan to see your place. It rings at your turn.</source>
        <translation>امسح الرمز لترى دورك. يرنّ عند دورك.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>اطبع مجدداً</translation>
    </message>
    <message>
        <source>Wrong queue? Change</source>
        <translation>طابور خاطئ؟ غيّره</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>JoinCode</name>
    <message>
        <source>Or scan this and take your number on your phone.</source>
        <translation>أو امسح هذا الرمز وخذ رقمك على هاتفك.</translation>
    </message>
    <message>
        <source>Or scan: number on your phone</source>
        <translation>أو امسح: رقمك على هاتفك</translation>
    </message>
</context>
<context>
    <name>KioskClosedWords</name>
    <message>
        <source>This kiosk is closed</source>
        <translation>هذا الجهاز مغلق</translation>
    </message>
    <message>
        <source>Please take your number at another kiosk, or ask the staff.</source>
        <translation>خذ رقمك من جهاز آخر أو اسأل الموظفين.</translation>
    </message>
</context>
<context>
    <name>MessageScreen</name>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>No numbers here just now</source>
        <translation>لا أرقام هنا الآن</translation>
    </message>
    <message>
        <source>This kiosk is not registered</source>
        <translation>هذا الجهاز غير مسجّل</translation>
    </message>
    <message>
        <source>%1: full for now</source>
        <translation>%1: ممتلئ حالياً</translation>
    </message>
    <message>
        <source>As many people wait as can be served. Please try again later, or ask the staff.</source>
        <translation>عدد المنتظرين بلغ الحد. حاول لاحقاً أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>Please choose another one, or ask the staff.</source>
        <translation>اختر غيره أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>Please ask the staff. The kiosk comes back by itself.</source>
        <translation>اسأل الموظفين. سيعود الجهاز تلقائياً.</translation>
    </message>
    <message>
        <source>Staff: please pair it again. The server does not take its token.</source>
        <translation>للموظفين: أعيدوا ربط الجهاز. الخادم لا يقبل رمزه.</translation>
    </message>
    <message>
        <source>%1: full for today</source>
        <translation>%1: اكتمل العدد لليوم</translation>
    </message>
    <message>
        <source>%1: closed now</source>
        <translation>%1: مغلق الآن</translation>
    </message>
    <message>
        <source>No number this time</source>
        <translation>لا رقم هذه المرة</translation>
    </message>
    <message>
        <source>All numbers for today are given.</source>
        <translation>تم توزيع جميع أرقام اليوم.</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <translation>الجهاز قيد التشغيل.</translation>
    </message>
    <message>
        <source>Last connected %1</source>
        <translation>آخر اتصال %1</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>العودة إلى البداية</translation>
    </message>
</context>
<context>
    <name>NoNumberScreen</name>
    <message>
        <source>The connection is interrupted. You have no number, and none will be called for you. Try again, or ask the staff.</source>
        <translation>انقطع الاتصال. ليس لديك رقم، ولن يُنادى أي رقم لك. حاول مجدداً أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>The connection is interrupted. You keep %1. Try again, or ask the staff.</source>
        <translation>انقطع الاتصال. يبقى %1 لك. حاول مجدداً أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>لا رقم بعد</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجدداً</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>الاحتفاظ بـ %1</translation>
    </message>
    <message>
        <source>Goes back to the start in %1 s</source>
        <translation>العودة إلى البداية خلال %1 ث</translation>
    </message>
</context>
<context>
    <name>PaperNotice</name>
    <message>
        <source>Your ticket is being printed …</source>
        <translation>تُطبع تذكرتك…</translation>
    </message>
    <message>
        <source>Take your ticket below</source>
        <translation>خذ تذكرتك من الأسفل</translation>
    </message>
    <message>
        <source>Ticket below. If not, scan this</source>
        <translation>تذكرتك بالأسفل، وإلا فامسح هذا الرمز</translation>
    </message>
    <message>
        <source>No paper. Scan this or remember %1</source>
        <translation>لا ورق. امسح الرمز أو تذكّر %1</translation>
    </message>
    <message>
        <source>The printer does not work. Scan this or remember %1</source>
        <translation>الطابعة معطلة. امسح الرمز أو تذكّر %1</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Scan to follow on your phone</source>
        <translation>امسح الرمز للمتابعة على هاتفك</translation>
    </message>
    <message>
        <source>Please keep this until you are called.</source>
        <translation>احتفظ بها حتى يُنادى عليك.</translation>
    </message>
    <message>
        <source>Test print. This is not a ticket.</source>
        <translation>طباعة تجريبية. هذه ليست تذكرة.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>رقمك</translation>
    </message>
</context>
<context>
    <name>PriorityScreen</name>
    <message>
        <source>Which applies to you?</source>
        <translation>ما الذي ينطبق عليك؟</translation>
    </message>
    <message>
        <source>Staff see the reason. The board does not show it.</source>
        <translation>يرى الموظفون السبب. لا تعرضه الشاشة.</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>رجوع، بلا أولوية</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Closed now</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>يفتح الساعة %1</translation>
    </message>
    <message>
        <source>Nobody waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <source>Full for today</source>
        <translation>اكتمل العدد لليوم</translation>
    </message>
    <message>
        <source>Full just now</source>
        <translation>مكتمل حاليًا</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Next, at once</source>
        <translation>الدور فورًا</translation>
    </message>
    <message>
        <source>Nobody serves it yet</source>
        <translation>لا أحد يخدمها بعد</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>حوالي %1 دقيقة</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>حوالي %1–%2 دقيقة</translation>
    </message>
    <message>
        <source>nobody serves it yet</source>
        <translation>لا أحد يخدمها بعد</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>1 ينتظر</numerusform>
            <numerusform>2 ينتظران</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
        </translation>
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
        <source>%1–%2 min</source>
        <translation>%1–%2 دقيقة</translation>
    </message>
</context>
<context>
    <name>QueueGrid</name>
    <message>
        <source>I don’t know, please help</source>
        <translation>لا أعرف، أرجو المساعدة</translation>
    </message>
    <message>
        <source>Back to all queues</source>
        <translation>العودة إلى الكل</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>الاحتفاظ بـ %1</translation>
    </message>
    <message>
        <source>Back, without priority</source>
        <translation>رجوع، بلا أولوية</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>I need priority</source>
        <translation>أحتاج إلى أولوية</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>The first ones</source>
        <translation>الأولى</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا أكثر</numerusform>
            <numerusform>واحد آخر</numerusform>
            <numerusform>اثنان آخران</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffDoorScreen</name>
    <message>
        <source>Staff: your PIN</source>
        <translation>للموظفين: رمزك السري</translation>
    </message>
    <message>
        <source>Too many tries. Please wait half a minute.</source>
        <translation>محاولات كثيرة. انتظر نصف دقيقة.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>ليس هذا هو الرمز.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>العودة إلى البداية</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>For staff</source>
        <translation>للموظفين</translation>
    </message>
    <message>
        <source>Printing a test …</source>
        <translation>طباعة تجريبية…</translation>
    </message>
    <message>
        <source>Printed. Please look whether it is all there, and cut.</source>
        <translation>طُبعت. تأكد من أنها كاملة ومقصوصة.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>لا ورق في الطابعة.</translation>
    </message>
    <message>
        <source>The printer cannot be reached, is open, or stopped.</source>
        <translation>الطابعة غير متاحة أو مفتوحة أو متوقفة.</translation>
    </message>
    <message>
        <source>Sent. This printer never says whether it printed: please look.</source>
        <translation>أُرسل. هذه الطابعة لا تُخبر أبدًا هل طبعت: يُرجى التحقق.</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>طباعة تجريبية</translation>
    </message>
    <message>
        <source>Set the screen’s true size</source>
        <translation>ضبط الحجم الحقيقي للشاشة</translation>
    </message>
    <message>
        <source>End the kiosk</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>العودة إلى الزبائن</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Touch the screen to go on. Otherwise it starts over.</source>
        <translation>المس الشاشة للمتابعة، وإلا سنبدأ من جديد.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>نعم، متابعة</translation>
    </message>
</context>
<context>
    <name>TakingScreen</name>
    <message>
        <source>Getting your number…</source>
        <translation>جارٍ الحصول على رقمك…</translation>
    </message>
    <message>
        <source>The connection is interrupted. We keep trying: please wait here a moment, or ask the staff.</source>
        <translation>انقطع الاتصال. نواصل المحاولة: انتظر هنا لحظة أو اسأل الموظفين.</translation>
    </message>
</context>
</TS>
