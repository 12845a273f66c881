import type { PartsWords } from './words';

/** The words of the right-to-left examples. Arabic is no language of the interface yet; this proves that the parts are ready. */
export const arabic: PartsWords = {
  example: {
    next: 'إلى الخطوة 3',
    later: 'التدرب لاحقاً',
    again: 'من البداية مرة أخرى',
    busy: 'جارٍ التحميل، 3 من 8',
    add: 'إنشاء مجموعة',
    save: 'حفظ المجموعة',
    longButton: 'حفظ هذه الدورة على هذا الجهاز اللوحي للاستخدام بدون إنترنت',
    back: 'رجوع',
    read: 'اقرأ بصوت عالٍ',
    pause: 'إيقاف',
    help: 'مساعدة',
    search: 'بحث',
    type: 'الخط',
    right: 'صحيح',
    notYet: 'ليس تماماً بعد',
    note: 'جيد أن تعرف',
    answers: ['أتصل بالرقم القديم.', 'أسأل: «من أنت؟»', 'لا أعرف.'],
    reasons: [
      'أنت تعرف الرقم القديم. في الهاتف تسمع فوراً إن كانت الرسالة حقيقية.',
      'السؤال مفهوم. لكن المحتال لديه جواب جاهز.',
      'لا بأس. اتصل بالرقم القديم.'
    ],
    firstName: 'ما اسمك الأول؟',
    firstNameHelp: 'مثلاً: فاطمة',
    firstNameValue: 'فاطمة',
    birthday: 'متى عيد ميلادك؟',
    birthdayHelp: 'مثلاً: 3 مايو 1950',
    birthdayError: 'لم نفهم الشهر. من فضلك اكتبه بالحروف.',
    birthdayValue: '3 5ايو 1950',
    message: 'ما الذي أزعجك؟',
    messageHelp: 'اكتب كما تتكلم.',
    venue: 'في أي مكان؟',
    venues: ['مكتبة المدينة', 'بيت الجيران'],
    present: 'حاضر',
    reminder: 'ذكّرني بالموعد القادم',
    offline: 'لا يوجد إنترنت.',
    offlineMore: 'تابع بهدوء. 5 إدخالات محفوظة على هذا الجهاز.',
    kept: 'تم الحفظ. الدورة الآن على هذا الجهاز.',
    info: 'يمكنك تكرار كل درس كما تشاء.',
    failed: 'لم ينجح ذلك. لم يضع شيء. حاول مرة أخرى بعد ساعة.',
    step: 'الخطوة 4 من 7',
    stepDone: 'تمت كل الخطوات',
    loading: 'جارٍ التحميل، 12 من 30',
    dialogOpen: 'فتح النافذة',
    dialogTitle: 'هل أنت فاطمة؟',
    dialogText: 'فاطمة تتعلم الآن على هذا الجهاز. هل تريد المتابعة باسمها؟',
    dialogNo: 'لا، شخص آخر',
    dialogYes: 'نعم، أنا فاطمة',
    cardTitle: 'مقهى الحاسوب: أسئلة حول الهاتف',
    cardText: 'من 14:30 إلى 16:30، مع القهوة',
    courseTitle: 'التعرف على الجهاز اللوحي',
    courseFacts: '6 دروس، كل منها 20 دقيقة',
    courseState: 'أُنجز 3 من 6',
    courseSafe: 'الأمان من الاحتيال',
    courseLong: 'فهم إعدادات الأمان على الأجهزة المحمولة وتغييرها',
    courseAgreement: 'اتفاقنا',
    people: ['فاطمة', 'محمد', 'ليلى', 'عبد الرحمن'],
    name: 'ديجيتال تريف',
    line: 'مدينة أوينفورت',
    tools: 'أدوات المثال',
    links: 'صفحات المثال',
    accessibility: 'إمكانية الوصول',
    report: 'الإبلاغ عن عائق',
    imprint: 'بيانات الناشر'
  },
  picture: {
    plate: {
      alt: 'جرس وصحيفة.'
    },
    device: {
      alt: 'جهاز لوحي من الأمام.',
      screen: 'الشاشة',
      camera: 'الكاميرا',
      power: 'زر التشغيل',
      volume: 'زر الصوت',
      charge: 'منفذ الشحن',
      speaker: 'مكبر الصوت',
      home: 'زر البداية'
    },
    home: {
      alt: 'شاشة البداية مع ستة تطبيقات.',
      camera: 'الكاميرا',
      envelope: 'البريد',
      gear: 'الإعدادات',
      map: 'الخريطة',
      weather: 'الطقس',
      notes: 'الملاحظات'
    },
    list: {
      alt: 'صفحة من الإعدادات.',
      title: 'العرض',
      size: 'حجم الخط',
      sizeValue: 'كبير جداً',
      bold: 'خط عريض',
      dark: 'ألوان داكنة'
    },
    keyboard: {
      alt: 'حقل نص ولوحة مفاتيح.',
      text: 'صباح الخير'
    },
    gesture: {
      tap: 'انقر',
      long: 'اضغط طويلاً',
      swipe: 'اسحب',
      scroll: 'مرّر',
      zoom: 'كبّر',
      alt: 'يد على الشاشة.'
    },
    dialog: {
      alt: 'نافذة صغيرة مع سؤال وزرين.',
      title: 'حذف الملاحظة؟',
      text: 'سيتم حذف الملاحظة «تسوق».',
      keep: 'احتفاظ',
      remove: 'حذف'
    },
    panel: {
      alt: 'لوحة مع شريطين وزرين.',
      brightness: 'السطوع',
      volume: 'الصوت',
      wifi: 'واي فاي',
      flight: 'وضع الطيران'
    },
    compare: {
      alt: 'الجملة نفسها صغيرة وكبيرة.',
      sentence: 'الكعكة جاهزة.'
    },
    wifi: {
      alt: 'قائمة بثلاث شبكات.',
      title: 'واي فاي',
      library: 'المكتبة',
      cafe: 'مقهى الساحة',
      home: 'ليندنهوف 4'
    },
    apps: {
      alt: 'ثلاثة تطبيقات مفتوحة.',
      news: 'الصحيفة',
      notes: 'الملاحظات',
      camera: 'الكاميرا'
    }
  }
};
