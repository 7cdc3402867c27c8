// What form controls say, in Arabic.
import type { FormWords } from "./form-words.ts";

export const arabic: FormWords = {
	valueMissing: "اكتب من ينتمي إلى هذه الشريحة.",
	notYetChecked: "لم يُفحَص النص بعد. انتظر لحظة ثم أعد المحاولة.",
};
