// Spanish.
import type { EditorWords } from "./words.ts";

export const spanish: EditorWords = {
	label: "Condición",
	placeholder: 'Por ejemplo: country = "US" and orders is set',
	tidy: "Ordenar",
	alreadyTidy: "El texto ya está ordenado.",
	tidied: "El texto se ha ordenado.",
	mendFirst: "Solo se puede ordenar un texto sin errores.",
	problems: "Problemas",
	noProblems: "No hay problemas.",
	severity: { error: "Error", warning: "Advertencia", info: "Nota" },
	problemCount: (formats, { error, warning, info }) =>
		formats.list(
			[
				error > 0 ? `${formats.number(error)} ${formats.plural(error, { one: "error", other: "errores" })}` : "",
				warning > 0 ? `${formats.number(warning)} ${formats.plural(warning, { one: "advertencia", other: "advertencias" })}` : "",
				info > 0 ? `${formats.number(info)} ${formats.plural(info, { one: "nota", other: "notas" })}` : "",
			].filter(Boolean),
		),
	place: (formats, line, column) => `Línea ${formats.number(line)}, columna ${formats.number(column)}`,
	suggestions: "Sugerencias",
	suggestionCount: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "sugerencia", other: "sugerencias" })}.`,
	nothingToSuggest: "Aquí no hay nada que sugerir.",
	loadingValues: "Buscando valores…",
	valuesFailed: "No se han podido buscar los valores. Puede escribir uno.",
	kinds: {
		field: "campo",
		collection: "colección",
		operator: "operador",
		keyword: "palabra",
		function: "cálculo",
		value: "valor",
		date: "tiempo",
		segment: "segmento",
	},
	profiles: (formats, count) => `${formats.number(count)} ${formats.plural(count, { one: "perfil", other: "perfiles" })}`,
	fewerProfiles: (formats, than) => `menos de ${formats.number(than)} perfiles`,
	atTheCaret: "Sobre las palabras en el cursor",
	nothingAtTheCaret: "No hay nada que decir de este lugar.",
	noFixHere: "No hay nada que corregir en el cursor.",
	noMoreProblems: "No hay problemas a los que ir.",
	codeEditorFailed: "No se ha podido cargar el editor de código. Este campo de texto simple hace lo mismo y no se pierde nada.",
	languageFailed:
		"No se puede comprobar el texto: una parte de esta página no se ha podido cargar. Puede seguir escribiendo; no se pierde nada.",
	tryAgain: "Intentar de nuevo",
	brokenCatalogue: "La lista de campos no se puede usar, así que el texto no se comprueba:",
	longText: (formats, longest) =>
		`El texto tiene más de ${formats.number(longest)} caracteres: se comprueba, pero sin colores ni sugerencias.`,
	shortcuts: "Teclado",
	shortcutDoes: {
		suggest: "sugerir palabras que encajan",
		explain: "explicar y corregir lo que hay en el cursor",
		next: "ir al problema siguiente",
		tidy: "ordenar",
		comment: "convertir una línea en comentario, o de nuevo en condición",
		leave: "salir del texto",
	},
	keys: { control: "Ctrl", shift: "Mayús", alt: "Alt", space: "Espacio", escape: "Esc", tab: "Tab", after: "y luego" },
	folded: "Líneas plegadas",
	unseenCharacter: (code) => `Carácter invisible ${code}`,
};
