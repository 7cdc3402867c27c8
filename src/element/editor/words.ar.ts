// Arabic. What is typed, and the keys, stay in Latin letters.
import type { Formats } from "../guest/formats.ts";
import type { EditorWords } from "./words.ts";

const errors = (formats: Formats, count: number): string =>
	formats.plural(count, {
		one: "خطأ واحد",
		two: "خطآن",
		few: `${formats.number(count)} أخطاء`,
		many: `${formats.number(count)} خطأً`,
		other: `${formats.number(count)} خطأ`,
	});

const warnings = (formats: Formats, count: number): string =>
	formats.plural(count, {
		one: "تحذير واحد",
		two: "تحذيران",
		few: `${formats.number(count)} تحذيرات`,
		many: `${formats.number(count)} تحذيرًا`,
		other: `${formats.number(count)} تحذير`,
	});

const notes = (formats: Formats, count: number): string =>
	formats.plural(count, {
		one: "ملاحظة واحدة",
		two: "ملاحظتان",
		few: `${formats.number(count)} ملاحظات`,
		many: `${formats.number(count)} ملاحظةً`,
		other: `${formats.number(count)} ملاحظة`,
	});

export const arabic: EditorWords = {
	label: "الشرط",
	placeholder: 'country = "US" and orders is set',
	tidy: "ترتيب",
	alreadyTidy: "النص مرتّب بالفعل.",
	tidied: "تم ترتيب النص.",
	mendFirst: "لا يمكن ترتيب إلا نص بلا أخطاء.",
	problems: "المشكلات",
	noProblems: "لا توجد مشكلات.",
	moreProblems: (formats, count) => `و${formats.number(count)} غيرها: ينتقل F8 من واحدة إلى التالية.`,
	severity: { error: "خطأ", warning: "تحذير", info: "ملاحظة" },
	problemCount: (formats, { error, warning, info }) =>
		formats.list(
			[error > 0 ? errors(formats, error) : "", warning > 0 ? warnings(formats, warning) : "", info > 0 ? notes(formats, info) : ""].filter(
				Boolean,
			),
		),
	place: (formats, line, column) => `السطر ${formats.number(line)}، العمود ${formats.number(column)}`,
	suggestions: "الاقتراحات",
	suggestionCount: (formats, count) =>
		`${formats.plural(count, {
			zero: "لا اقتراحات",
			one: "اقتراح واحد",
			two: "اقتراحان",
			few: `${formats.number(count)} اقتراحات`,
			many: `${formats.number(count)} اقتراحًا`,
			other: `${formats.number(count)} اقتراح`,
		})}.`,
	nothingToSuggest: "لا يوجد ما يُقترح هنا.",
	reading: "تجري قراءة النص…",
	loadingValues: "جارٍ البحث عن القيم…",
	valuesFailed: "تعذّر البحث عن القيم. يمكنك كتابة قيمة.",
	kinds: {
		field: "حقل",
		collection: "مجموعة",
		operator: "عامل",
		keyword: "كلمة",
		function: "حساب",
		value: "قيمة",
		date: "زمن",
		segment: "شريحة",
	},
	profiles: (formats, count) =>
		formats.plural(count, {
			zero: "لا ملفات",
			one: "ملف واحد",
			two: "ملفان",
			few: `${formats.number(count)} ملفات`,
			many: `${formats.number(count)} ملفًا`,
			other: `${formats.number(count)} ملف`,
		}),
	fewerProfiles: (formats, than) => `عدد الملفات أقل من ${formats.number(than)}`,
	atTheCaret: "عن الكلمات عند المؤشر",
	nothingAtTheCaret: "لا يوجد ما يُقال عن هذا الموضع.",
	noFixHere: "لا يوجد ما يُصلح عند المؤشر.",
	noMoreProblems: "لا توجد مشكلات للانتقال إليها.",
	codeEditorFailed: "تعذّر تحميل محرّر الشفرة. حقل النص البسيط هذا يؤدي العمل نفسه، ولم يضع شيء.",
	languageFailed: "لا يمكن فحص النص: تعذّر تحميل جزء من هذه الصفحة. يمكنك متابعة الكتابة، ولن يضيع شيء.",
	tryAgain: "إعادة المحاولة",
	brokenCatalogue: "لا يمكن استخدام قائمة الحقول، لذلك لا يُفحص النص:",
	longText: (formats, longest) => `النص أطول من ${formats.number(longest)} حرف: يُفحص، لكن من دون ألوان واقتراحات.`,
	shortcuts: "لوحة المفاتيح",
	shortcutDoes: {
		suggest: "اقتراح كلمات مناسبة",
		explain: "شرح ما عند المؤشر وإصلاحه",
		next: "الانتقال إلى المشكلة التالية",
		tidy: "ترتيب النص",
		comment: "تحويل سطر إلى تعليق، أو إلى شرط من جديد",
		leave: "مغادرة النص",
	},
	keys: { control: "Ctrl", shift: "Shift", alt: "Alt", space: "Space", escape: "Esc", tab: "Tab", after: "ثم" },
	folded: "أسطر مطوية",
	unseenCharacter: (code) => `حرف غير مرئي ${code}`,
};
