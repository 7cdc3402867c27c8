// What form controls say, in German.
import type { FormWords } from "./form-words.ts";

export const german: FormWords = {
	valueMissing: "Schreiben Sie, wer zu diesem Segment gehört.",
	notYetChecked: "Der Text ist noch nicht geprüft. Warten Sie einen Moment und versuchen Sie es dann noch einmal.",
};
