// How wide a studio and a preview are where a page sizes things by what is in them.
import { expect } from "chai";
import "../../../src/element/define.ts";

const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** As a form control is: a width of its own where there is room, and what there is where there is less. */
const own = 40 * rem;

const aside = "<aside>Help</aside>";

/** Each makes a place in a box of some width. */
const places: Readonly<Record<string, (tag: string) => string>> = {
	flex: (tag) => `<div class="flex"><${tag}></${tag}>${aside}</div>`,
	"a column of flex items at its start": (tag) => `<div class="flex column start"><${tag}></${tag}>${aside}</div>`,
	"grid with columns by content": (tag) => `<div class="grid"><${tag}></${tag}>${aside}</div>`,
	"a float": (tag) => `<${tag} class="float"></${tag}>`,
	"a table cell": (tag) => `<table><tr><td><${tag}></${tag}></td><td>${aside}</td></tr></table>`,
	"an inline block": (tag) => `<div class="inline"><${tag}></${tag}></div>`,
	"a dialog": (tag) => `<dialog open><${tag}></${tag}></dialog>`,
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
	.flex { display: flex; }
	.column { flex-direction: column; }
	.start { align-items: flex-start; }
	.grid { display: grid; grid-template-columns: auto auto; justify-content: start; }
	.float { float: left; }
	.inline { display: inline-block; }
	dialog { position: static; margin: 0; padding: 0; border: 0; max-width: none; }
	table { border-spacing: 0; }
	td { padding: 0; }
	aside { width: 50px; }
`);

describe("the width of elements", () => {
	let box: HTMLElement;
	before(() => void document.adoptedStyleSheets.push(sheet));
	after(() => void document.adoptedStyleSheets.pop());
	afterEach(() => box.remove());

	async function widthIn(place: string, tag: string, width: number): Promise<number> {
		box = document.createElement("div");
		box.style.setProperty("width", `${width}px`);
		box.innerHTML = places[place]?.(tag) ?? "";
		document.body.append(box);
		const element = box.querySelector(tag) as HTMLElement & { readonly ready: Promise<void>; readonly updateComplete: Promise<unknown> };
		await element.updateComplete;
		return element.getBoundingClientRect().width;
	}

	for (const tag of ["segql-studio", "segql-preview"]) {
		for (const place of Object.keys(places)) {
			it(`<${tag}> in ${place} is as wide as it likes in a wide one, and fits into a narrow one`, async () => {
				expect(await widthIn(place, tag, 1000)).to.be.within(own, own + 1);
				box.remove();
				expect(await widthIn(place, tag, 360)).to.be.within(300, 360);
			});
		}

		it(`<${tag}> fills a block, however wide`, async () => {
			box = document.createElement("div");
			box.style.setProperty("width", "1000px");
			const element = document.createElement(tag) as HTMLElement & { readonly updateComplete: Promise<unknown> };
			box.append(element);
			document.body.append(box);
			await element.updateComplete;
			const { width, height } = element.getBoundingClientRect();
			expect(width).to.equal(1000);
			const inside = element.shadowRoot?.querySelector(".studio, .preview")?.getBoundingClientRect();
			expect(inside?.height, "nothing is above it").to.equal(height);
		});
	}
});
