// Many values at once, as they are pasted from a sheet, a list or a mail.

/** Between lines and tabs where there are some, else between commas and semicolons; quotes around a value go, and repeats. */
export function pastedValues(text: string): readonly string[] {
	const lines = text.split(/[\n\r\t]+/);
	const pieces =
		lines.filter((line) => line.trim() !== "").length > 1 ? lines.map((line) => line.replace(/[,;]\s*$/, "")) : splitAtCommas(text);
	const values = pieces.map(unquoted).filter((value) => value !== "");
	return [...new Set(values)];
}

/** A comma within quotes separates nothing. */
function splitAtCommas(text: string): readonly string[] {
	const pieces: string[] = [];
	let from = 0;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (quote !== "") quote = sign === quote ? "" : quote;
		else if ((sign === '"' || sign === "'") && text.slice(from, at).trim() === "") quote = sign;
		else if (sign === "," || sign === ";") {
			pieces.push(text.slice(from, at));
			from = at + 1;
		}
	}
	return [...pieces, text.slice(from)];
}

function unquoted(piece: string): string {
	const value = piece.trim();
	const quote = value.charAt(0);
	const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
	return isQuoted ? value.slice(1, -1) : value;
}
