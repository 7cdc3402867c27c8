// Railroad diagrams of the productions as one self-contained SVG, drawn with lines and arcs alone.
import { type Production, productions } from "./productions.ts";

/** A piece of track: it enters and leaves at height 0, and reaches `up` above and `down` below. */
interface Track {
	readonly width: number;
	readonly up: number;
	readonly down: number;
	/** SVG elements, with the entry at (x, y). */
	draw(x: number, y: number): string;
}

const letterWidth = 7.3;
const gap = 10;
const radius = 8;
const maxWidth = 880;

const path = (d: string): string => `<path d="${d}"/>`;
const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function box(text: string, kind: "word" | "rule"): Track {
	const width = text.length * letterWidth + 18;
	return {
		width,
		up: 12,
		down: 12,
		draw: (x, y) =>
			`<rect class="${kind}" x="${x}" y="${y - 12}" width="${width}" height="24" rx="${kind === "word" ? 12 : 2}"/>` +
			`<text x="${x + width / 2}" y="${y + 4}">${escapeXml(text)}</text>`,
	};
}

function sequence(parts: readonly Track[]): Track {
	return {
		width: parts.reduce((sum, part) => sum + part.width, 0) + gap * (parts.length - 1),
		up: Math.max(...parts.map((part) => part.up)),
		down: Math.max(...parts.map((part) => part.down)),
		draw(x, y) {
			let at = x;
			return parts
				.map((part, index) => {
					const joint = index === 0 ? "" : path(`M${at - gap} ${y}h${gap}`);
					const drawn = part.draw(at, y);
					at += part.width + gap;
					return joint + drawn;
				})
				.join("");
		},
	};
}

/** One above the other; the first is the straight way. */
function choice(parts: readonly Track[]): Track {
	const inner = Math.max(...parts.map((part) => part.width));
	const side = 2 * radius + 4;
	const offsets: number[] = [];
	let below = 0;
	for (const [index, part] of parts.entries()) {
		offsets.push(index === 0 ? 0 : below + 8 + part.up);
		below = (offsets[index] ?? 0) + part.down;
	}
	return {
		width: inner + 2 * side,
		up: parts[0]?.up ?? 0,
		down: below,
		draw(x, y) {
			return parts
				.map((part, index) => {
					const down = offsets[index] ?? 0;
					const right = x + side + part.width;
					const end = x + 2 * side + inner;
					const lead = down === 0 ? path(`M${x} ${y}h${side}`) : path(`M${x} ${y}${curve(down)}`);
					const tail = down === 0 ? path(`M${right} ${y}H${end}`) : path(`M${right} ${y + down}H${end - side}${curve(-down)}`);
					return lead + part.draw(x + side, y + down) + tail;
				})
				.join("");
		},
	};
}

/** From one height to another, over the width of a choice's side. */
function curve(down: number): string {
	const r = Math.min(radius, Math.abs(down) / 2);
	const sign = Math.sign(down);
	return `q${r + 2} 0 ${r + 2} ${sign * r}v${down - 2 * sign * r}q0 ${sign * r} ${r + 2} ${sign * r}h${2 * (radius - r)}`;
}

const skip: Track = { width: 0, up: 0, down: 0, draw: () => "" };

/** The part or nothing, again and again: back below it. */
function repeated(part: Track): Track {
	const side = 2 * radius + 4;
	const low = part.down + 14;
	const high = part.up + 8;
	return {
		width: part.width + 2 * side,
		up: high,
		down: low,
		draw(x, y) {
			const right = x + side + part.width;
			const end = right + side;
			const around = path(`M${x} ${y}${curve(-high)}h${part.width}${curve(high)}`);
			const back = path(
				`M${right} ${y}q${radius} 0 ${radius} ${radius}V${y + low - radius}q0 ${radius} ${-radius} ${radius}H${x + side}q${-radius} 0 ${-radius} ${-radius}V${y + radius}q0 ${-radius} ${radius} ${-radius}`,
			);
			return `${path(`M${x} ${y}h${side}`)}${part.draw(x + side, y)}${path(`M${right} ${y}H${end}`)}${around}${back}`;
		},
	};
}

function track(production: Production): Track {
	switch (production.kind) {
		case "word":
			return box(production.text.replaceAll('"', ""), "word");
		case "rule":
			return box(production.name, "rule");
		case "optional":
			return choice([skip, track(production.item)]);
		case "repeated":
			return repeated(track(production.item));
		case "choice":
			return choice(production.items.map(track));
		case "sequence":
			return sequence(production.items.map(track));
	}
}

/** All productions, one below the other. Colours follow the reader's light or dark scheme. */
export function railroad(): string {
	let y = 10;
	let width = 0;
	const drawn = [...productions()].map(([name, body]) => {
		const part = track(body);
		const middle = y + 30 + part.up;
		const scale = Math.min(1, maxWidth / (part.width + 60));
		const rule = `${path(`M20 ${middle}h10M20 ${middle - 6}v12`)}${part.draw(30, middle)}${path(`M${30 + part.width} ${middle}h10m0 -6v12`)}`;
		const shown = `<text class="name" x="20" y="${y + 14}">${name}</text><g transform="translate(0 ${y * (1 - scale)}) scale(${scale.toFixed(3)})">${rule}</g>`;
		width = Math.max(width, (part.width + 60) * scale);
		y += (30 + part.up + part.down) * scale + 24;
		return `<g id="${name}">${shown}</g>`;
	});
	const size = `${Math.ceil(width)} ${Math.ceil(y)}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img" aria-label="Railroad diagrams of the grammar of SegQL">
<!-- Generated by grammar/generate.ts from grammar/parser.ts: do not edit. -->
<style>
:root { color-scheme: light dark; color: CanvasText; background: Canvas; }
path { fill: none; stroke: currentColor; stroke-width: 1.5; }
rect { fill: none; stroke: currentColor; }
rect.word { fill: #7773; }
text { fill: currentColor; font: 12px ui-monospace, monospace; text-anchor: middle; }
text.name { font-weight: bold; font-size: 14px; text-anchor: start; }
</style>
${drawn.join("\n")}
</svg>
`;
}
