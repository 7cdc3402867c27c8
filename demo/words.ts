// What the page itself says, in its four languages. The elements bring their own words.

export interface PageWords {
	readonly brandLine: string;
	readonly pageTitle: string;
	readonly title: string;
	readonly lead: string;
	readonly language: string;
	readonly look: string;
	readonly looks: Readonly<Record<"system" | "light" | "dark" | "oak" | "midnight", string>>;
	readonly personal: string;
	readonly label: string;
	readonly templates: string;
	readonly fields: string;
	readonly findField: string;
	readonly noField: string;
	readonly library: string;
	readonly libraryEmpty: string;
	readonly saveAs: string;
	readonly save: string;
	readonly open: (name: string) => string;
	readonly remove: (name: string) => string;
	readonly saved: (name: string) => string;
	readonly notSaved: string;
	/** The name is another text's. */
	readonly taken: (name: string) => string;
	readonly replace: string;
	readonly removed: (name: string) => string;
	readonly undo: string;
	readonly back: (name: string) => string;
	readonly ownData: string;
	readonly ownDataHint: string;
	readonly chooseFile: string;
	readonly backToDemo: string;
	readonly backToFile: (name: string) => string;
	readonly stop: string;
	readonly stopped: (name: string) => string;
	/** Of a file that was kept. */
	readonly gone: (name: string) => string;
	readonly reading: (name: string, profiles: string) => string;
	readonly making: (done: string, all: string) => string;
	readonly profilesKept: (count: string) => string;
	readonly profilesInMemory: (count: string) => string;
	readonly noneKept: string;
	/** When the source had these profiles. */
	readonly asOf: (instant: string) => string;
	readonly notAll: string;
	readonly inWorker: string;
	readonly onPage: string;
	readonly fromFile: (name: string) => string;
	readonly unread: (count: string) => string;
	readonly opening: string;
	readonly offlineReady: string;
	readonly offlineNever: string;
	readonly newerVersion: string;
	readonly templateTitles: readonly string[];
}

const english: PageWords = {
	brandLine: "Letters",
	pageTitle: "Lumen & Oak · Letters",
	title: "Who gets the autumn letter?",
	lead: "Say it in words or build it from rows: both are the same text. The count is exact, and everything stays in this browser.",
	language: "Language",
	look: "Look",
	looks: { system: "As the system", light: "Light", dark: "Dark", oak: "Oak", midnight: "Midnight" },
	personal: "Show personal data",
	label: "Who is in this segment",
	templates: "Begin with one of these",
	fields: "What is known of people",
	findField: "Find a field",
	noField: "No field is called that.",
	library: "Your segments",
	libraryEmpty: "None yet. What you save can be used in other segments: in segment \u201c…\u201d.",
	saveAs: "Name",
	save: "Save",
	open: (name) => `Open ${name}`,
	remove: (name) => `Delete ${name}`,
	saved: (name) => `“${name}” is saved in this browser.`,
	notSaved: "Mend the mistakes in the text first, then save it.",
	taken: (name) => `“${name}” is there already, with another text. Press “Replace” to put this one in its place.`,
	replace: "Replace",
	removed: (name) => `“${name}” is removed.`,
	undo: "Undo",
	back: (name) => `“${name}” is back.`,
	ownData: "Your own people",
	ownDataHint: "Drop a CSV, JSON or NDJSON file here, or choose one. It is read in this browser and sent nowhere.",
	chooseFile: "Choose a file",
	backToDemo: "Back to the made-up people",
	backToFile: (name) => `Back to the people of ${name}`,
	stop: "Stop reading",
	stopped: (name) => `Reading ${name} was stopped.`,
	gone: (name) => `What was kept of ${name} is gone from this browser. Choose the file again.`,
	reading: (name, profiles) => `Reading ${name}: ${profiles} profiles so far.`,
	making: (done, all) => `Making people up: ${done} of ${all}.`,
	profilesKept: (count) => `${count} profiles, kept in this browser.`,
	profilesInMemory: (count) => `${count} profiles, until this page closes.`,
	noneKept: "No profiles are kept any more. Load this page again, or choose a file.",
	asOf: (instant) => `As of ${instant}.`,
	notAll: "These are not all: some did not come.",
	inWorker: "A worker counts them.",
	onPage: "This page counts them, in small slices.",
	fromFile: (name) => `From ${name}.`,
	unread: (count) => `${count} could not be read and are left out.`,
	opening: "Opening what this browser keeps.",
	offlineReady: "Ready to open without a network.",
	offlineNever: "This browser does not keep the page for offline use.",
	newerVersion: "A newer version of this page is here: it opens when you load the page again.",
	templateTitles: [
		"Lapsed North American regulars",
		"Birthday within a week",
		"Spends well and comes back",
		"The last order was refunded",
		"Two signs of interest",
		"With a slip of the pen",
	],
};

const german: PageWords = {
	brandLine: "Briefe",
	pageTitle: "Lumen & Oak · Briefe",
	title: "Wer bekommt den Herbstbrief?",
	lead: "In Worten schreiben oder aus Zeilen bauen: Beides ist derselbe Text. Die Zahl ist genau, und alles bleibt in diesem Browser.",
	language: "Sprache",
	look: "Aussehen",
	looks: { system: "Wie das System", light: "Hell", dark: "Dunkel", oak: "Eiche", midnight: "Mitternacht" },
	personal: "Persönliches zeigen",
	label: "Wer zu diesem Segment gehört",
	templates: "Mit einem davon beginnen",
	fields: "Was über die Leute bekannt ist",
	findField: "Feld suchen",
	noField: "So heißt kein Feld.",
	library: "Ihre Segmente",
	libraryEmpty: "Noch keine. Was Sie speichern, kann in anderen Segmenten stehen: in segment „…“.",
	saveAs: "Name",
	save: "Speichern",
	open: (name) => `${name} öffnen`,
	remove: (name) => `${name} löschen`,
	saved: (name) => `„${name}“ ist in diesem Browser gespeichert.`,
	notSaved: "Beheben Sie zuerst die Fehler im Text, dann speichern Sie ihn.",
	taken: (name) => `„${name}“ gibt es schon, mit einem anderen Text. „Ersetzen“ setzt diesen an seine Stelle.`,
	replace: "Ersetzen",
	removed: (name) => `„${name}“ ist gelöscht.`,
	undo: "Rückgängig",
	back: (name) => `„${name}“ ist wieder da.`,
	ownData: "Ihre eigenen Leute",
	ownDataHint:
		"Legen Sie hier eine CSV-, JSON- oder NDJSON-Datei ab, oder wählen Sie eine. Sie wird in diesem Browser gelesen und nirgendwohin gesendet.",
	chooseFile: "Datei wählen",
	backToDemo: "Zurück zu den erfundenen Leuten",
	backToFile: (name) => `Zurück zu den Leuten aus ${name}`,
	stop: "Lesen anhalten",
	stopped: (name) => `Das Lesen von ${name} wurde angehalten.`,
	gone: (name) => `Was von ${name} aufgehoben war, ist aus diesem Browser verschwunden. Wählen Sie die Datei noch einmal.`,
	reading: (name, profiles) => `${name} wird gelesen: bisher ${profiles} Profile.`,
	making: (done, all) => `Leute werden erfunden: ${done} von ${all}.`,
	profilesKept: (count) => `${count} Profile, in diesem Browser aufgehoben.`,
	profilesInMemory: (count) => `${count} Profile, bis diese Seite geschlossen wird.`,
	noneKept: "Es sind keine Profile mehr aufgehoben. Laden Sie diese Seite neu, oder wählen Sie eine Datei.",
	asOf: (instant) => `Stand: ${instant}.`,
	notAll: "Das sind nicht alle: Einige sind nicht angekommen.",
	inWorker: "Ein Worker zählt sie.",
	onPage: "Diese Seite zählt sie, in kleinen Stücken.",
	fromFile: (name) => `Aus ${name}.`,
	unread: (count) => `${count} waren nicht lesbar und fehlen.`,
	opening: "Was dieser Browser aufhebt, wird geöffnet.",
	offlineReady: "Lässt sich auch ohne Netz öffnen.",
	offlineNever: "Dieser Browser hebt die Seite nicht für offline auf.",
	newerVersion: "Es gibt eine neuere Fassung dieser Seite: Sie öffnet sich, wenn Sie die Seite neu laden.",
	templateTitles: [
		"Früher treue Leute aus Nordamerika",
		"Geburtstag in einer Woche",
		"Gibt viel aus und kommt wieder",
		"Die letzte Bestellung wurde erstattet",
		"Zwei Zeichen von Interesse",
		"Mit einem Schreibfehler",
	],
};

const spanish: PageWords = {
	brandLine: "Cartas",
	pageTitle: "Lumen & Oak · Cartas",
	title: "¿Quién recibe la carta de otoño?",
	lead: "Dígalo con palabras o constrúyalo con filas: es el mismo texto. La cuenta es exacta y todo se queda en este navegador.",
	language: "Idioma",
	look: "Aspecto",
	looks: { system: "Como el sistema", light: "Claro", dark: "Oscuro", oak: "Roble", midnight: "Medianoche" },
	personal: "Mostrar datos personales",
	label: "Quién está en este segmento",
	templates: "Empiece con uno de estos",
	fields: "Lo que se sabe de las personas",
	findField: "Buscar un campo",
	noField: "Ningún campo se llama así.",
	library: "Sus segmentos",
	libraryEmpty: "Todavía ninguno. Lo que guarde se puede usar en otros segmentos: in segment «…».",
	saveAs: "Nombre",
	save: "Guardar",
	open: (name) => `Abrir ${name}`,
	remove: (name) => `Borrar ${name}`,
	saved: (name) => `«${name}» está guardado en este navegador.`,
	notSaved: "Corrija primero los errores del texto y luego guárdelo.",
	taken: (name) => `«${name}» ya existe con otro texto. «Sustituir» pone este en su lugar.`,
	replace: "Sustituir",
	removed: (name) => `«${name}» está borrado.`,
	undo: "Deshacer",
	back: (name) => `«${name}» está de vuelta.`,
	ownData: "Sus propias personas",
	ownDataHint: "Suelte aquí un archivo CSV, JSON o NDJSON, o elija uno. Se lee en este navegador y no se envía a ninguna parte.",
	chooseFile: "Elegir un archivo",
	backToDemo: "Volver a las personas inventadas",
	backToFile: (name) => `Volver a las personas de ${name}`,
	stop: "Detener la lectura",
	stopped: (name) => `Se detuvo la lectura de ${name}.`,
	gone: (name) => `Lo que se guardaba de ${name} ya no está en este navegador. Elija el archivo otra vez.`,
	reading: (name, profiles) => `Leyendo ${name}: ${profiles} perfiles hasta ahora.`,
	making: (done, all) => `Inventando personas: ${done} de ${all}.`,
	profilesKept: (count) => `${count} perfiles, guardados en este navegador.`,
	profilesInMemory: (count) => `${count} perfiles, hasta que se cierre esta página.`,
	noneKept: "Ya no se guarda ningún perfil. Vuelva a cargar esta página o elija un archivo.",
	asOf: (instant) => `Datos del ${instant}.`,
	notAll: "No son todos: algunos no llegaron.",
	inWorker: "Los cuenta un worker.",
	onPage: "Los cuenta esta página, en pequeños trozos.",
	fromFile: (name) => `De ${name}.`,
	unread: (count) => `${count} no se pudieron leer y se han dejado fuera.`,
	opening: "Abriendo lo que guarda este navegador.",
	offlineReady: "Lista para abrirse sin red.",
	offlineNever: "Este navegador no guarda la página para usarla sin red.",
	newerVersion: "Hay una versión más nueva de esta página: se abre cuando vuelva a cargarla.",
	templateTitles: [
		"Antiguos habituales de Norteamérica",
		"Cumpleaños dentro de una semana",
		"Gasta bien y vuelve",
		"El último pedido fue reembolsado",
		"Dos señales de interés",
		"Con un error de escritura",
	],
};

const arabic: PageWords = {
	brandLine: "الرسائل",
	pageTitle: "Lumen & Oak · الرسائل",
	title: "من يتلقى رسالة الخريف؟",
	lead: "قُلها بالكلمات أو ابنِها من صفوف: النص هو نفسه. العدد دقيق، وكل شيء يبقى في هذا المتصفح.",
	language: "اللغة",
	look: "المظهر",
	looks: { system: "كما في النظام", light: "فاتح", dark: "داكن", oak: "بلوط", midnight: "منتصف الليل" },
	personal: "أظهر البيانات الشخصية",
	label: "من في هذه الشريحة",
	templates: "ابدأ بواحدة من هذه",
	fields: "ما نعرفه عن الناس",
	findField: "ابحث عن حقل",
	noField: "لا يوجد حقل بهذا الاسم.",
	library: "شرائحك",
	libraryEmpty: "لا شيء بعد. ما تحفظه يمكن استعماله في شرائح أخرى عبر in segment.",
	saveAs: "الاسم",
	save: "حفظ",
	open: (name) => `افتح ${name}`,
	remove: (name) => `احذف ${name}`,
	saved: (name) => `حُفظت «${name}» في هذا المتصفح.`,
	notSaved: "أصلح الأخطاء في النص أولًا، ثم احفظه.",
	taken: (name) => `«${name}» موجودة بنص آخر. زر «استبدال» يضع هذا النص مكانه.`,
	replace: "استبدال",
	removed: (name) => `حُذفت «${name}».`,
	undo: "تراجع",
	back: (name) => `عادت «${name}».`,
	ownData: "بياناتك أنت",
	ownDataHint: "أفلت هنا ملف CSV أو JSON أو NDJSON، أو اختر ملفًا. يُقرأ في هذا المتصفح ولا يُرسل إلى أي مكان.",
	chooseFile: "اختر ملفًا",
	backToDemo: "العودة إلى الأشخاص المختلقين",
	backToFile: (name) => `العودة إلى أشخاص ${name}`,
	stop: "أوقف القراءة",
	stopped: (name) => `أُوقفت قراءة ${name}.`,
	gone: (name) => `ما كان محفوظًا من ${name} لم يعد في هذا المتصفح. اختر الملف مرة أخرى.`,
	reading: (name, profiles) => `تجري قراءة ${name}: ${profiles} ملفًا شخصيًا حتى الآن.`,
	making: (done, all) => `يجري اختلاق الأشخاص: ${done} من ${all}.`,
	profilesKept: (count) => `${count} ملفًا شخصيًا، محفوظة في هذا المتصفح.`,
	profilesInMemory: (count) => `${count} ملفًا شخصيًا، حتى تُغلق هذه الصفحة.`,
	noneKept: "لم تعد أي ملفات شخصية محفوظة. أعد تحميل هذه الصفحة أو اختر ملفًا.",
	asOf: (instant) => `البيانات حتى ${instant}.`,
	notAll: "ليست كلها: بعضها لم يصل.",
	inWorker: "يعدّها عامل في الخلفية.",
	onPage: "تعدّها هذه الصفحة على دفعات صغيرة.",
	fromFile: (name) => `من ${name}.`,
	unread: (count) => `تعذّرت قراءة ${count} وتُركت جانبًا.`,
	opening: "يجري فتح ما يحفظه هذا المتصفح.",
	offlineReady: "جاهزة للفتح من دون شبكة.",
	offlineNever: "هذا المتصفح لا يحفظ الصفحة للاستعمال دون اتصال.",
	newerVersion: "هناك إصدار أحدث من هذه الصفحة: يُفتح عندما تعيد تحميلها.",
	templateTitles: [
		"عملاء أمريكا الشمالية المنقطعون",
		"عيد ميلاد خلال أسبوع",
		"ينفق كثيرًا ويعود",
		"أُعيد ثمن آخر طلب",
		"علامتان على الاهتمام",
		"مع خطأ في الكتابة",
	],
};

export const languages = { en: english, de: german, es: spanish, ar: arabic } as const;
export type PageLanguage = keyof typeof languages;

/** As each language calls itself. */
export const languageNames: Readonly<Record<PageLanguage, string>> = { en: "English", de: "Deutsch", es: "Español", ar: "العربية" };

export const isPageLanguage = (name: string): name is PageLanguage => Object.hasOwn(languages, name);
