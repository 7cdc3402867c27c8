// What form controls say, in Spanish.
import type { FormWords } from "./form-words.ts";

export const spanish: FormWords = {
	valueMissing: "Escriba quién pertenece a este segmento.",
	notYetChecked: "El texto aún no se ha comprobado. Espere un momento y vuelva a intentarlo.",
};
