// Spanish.
import type { StudioWords } from "./words.ts";

export const spanish: StudioWords = {
	tools: "Herramientas",
	view: "Vista",
	viewText: "Texto",
	viewBuilder: "Constructor",
	viewBoth: "Ambos",
	undo: "Deshacer",
	redo: "Rehacer",
	tidy: "Ordenar",
	alreadyTidy: "No hay nada que ordenar.",
	saved: "Guardado",
	changed: "Modificado",
	backToSaved: "Volver al texto guardado",
	readOnly: "Solo lectura",
};
