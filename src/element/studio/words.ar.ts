// Arabic.
import type { StudioWords } from "./words.ts";

export const arabic: StudioWords = {
	tools: "الأدوات",
	view: "طريقة العرض",
	viewText: "النص",
	viewBuilder: "أداة البناء",
	viewBoth: "كلاهما",
	undo: "تراجع",
	redo: "إعادة",
	tidy: "ترتيب النص",
	alreadyTidy: "لا يوجد ما يحتاج إلى ترتيب.",
	saved: "محفوظ",
	changed: "معدَّل",
	backToSaved: "العودة إلى النص المحفوظ",
	readOnly: "للقراءة فقط",
};
