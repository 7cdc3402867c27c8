// Colours, only where a person reads them. Nothing is said by colour alone.
import { styleText } from "node:util";

type Paint = (text: string) => string;

export interface Style {
	readonly bold: Paint;
	readonly dim: Paint;
	readonly good: Paint;
	readonly bad: Paint;
	readonly warn: Paint;
}

const unpainted: Paint = (text) => text;
export const plainStyle: Style = { bold: unpainted, dim: unpainted, good: unpainted, bad: unpainted, warn: unpainted };

const paint =
	(format: Parameters<typeof styleText>[0]): Paint =>
	(text) =>
		styleText(format, text, { validateStream: false });

const colours: Style = { bold: paint("bold"), dim: paint("dim"), good: paint("green"), bad: paint("red"), warn: paint("yellow") };

/** Colours when the stream is a terminal and NO_COLOR is unset or empty (no-color.org). */
export function styleFor(stream: { readonly isTTY?: boolean }, variables: Readonly<Record<string, string | undefined>>): Style {
	const refused = variables.NO_COLOR !== undefined && variables.NO_COLOR !== "";
	return stream.isTTY === true && !refused && variables.TERM !== "dumb" ? colours : plainStyle;
}
