// The buttons that export a list, how far it has come, and what became of it.
import { html, nothing, type TemplateResult } from "lit";
import { mayBeListed } from "../../privacy/policy.ts";
import type { PanelHost } from "../panel.ts";
import type { ProfileList } from "../profiles/profile-list.ts";
import type { Exported, ExportFormat } from "./export-profiles.ts";

type ExportState =
	| { readonly kind: "idle" }
	| { readonly kind: "writing"; readonly done: number; readonly total: number }
	| { readonly kind: "over"; readonly sentences: readonly string[]; readonly detail?: string | undefined };

export class ExportView {
	readonly #host: PanelHost;
	readonly #list: ProfileList;
	#state: ExportState = { kind: "idle" };
	#running: AbortController | undefined;

	constructor(host: PanelHost, list: ProfileList) {
		this.#host = host;
		this.#list = list;
	}

	template(): TemplateResult {
		const { say, formats, session } = this.#host;
		const { total = 0 } = this.#list;
		const isOff = total === 0 || !mayBeListed(total, session.inputs.privacy);
		const button = (format: ExportFormat, words: string): TemplateResult =>
			html`<button type="button" part="button export-${format}" ?disabled=${isOff} @click=${() => void this.write(format)}>${words}</button>`;
		const state = this.#state;
		return html`<div class="export" part="export">
			${
				state.kind === "writing"
					? html`<progress aria-label=${say.exportAs} max=${Math.max(1, state.total)} .value=${state.done}></progress>
						<span class="hint">${say.exporting(formats, state.done, state.total)}</span>
						<button type="button" part="button" @click=${() => this.cancel()}>${say.cancel}</button>`
					: html`<span>${say.exportAs}</span> ${button("csv", "CSV")} ${button("ndjson", "NDJSON")}`
			}
			${
				state.kind === "over"
					? html`<span class="hint">${state.sentences.join(" ")} ${
							state.detail === undefined ? nothing : html`<span lang="en" dir="ltr">${state.detail}</span>`
						}</span>`
					: nothing
			}
		</div>`;
	}

	cancel(): void {
		this.#running?.abort();
	}

	async write(format: ExportFormat): Promise<void> {
		const { session, maxExportRows, exportName } = this.#host;
		const { plan, columns } = this.#list;
		const source = session.inputs.profiles;
		if (!plan || !source || this.#running) return;
		const running = new AbortController();
		this.#running = running;
		this.#set({ kind: "writing", done: 0, total: this.#list.total ?? 0 });
		const fields = columns.filter(({ isHidden }) => !isHidden).map(({ field }) => field);
		const hidden = columns.filter(({ isHidden }) => isHidden).map(({ field }) => field.name);
		let exported: Exported;
		try {
			const { exportProfiles } = await import("./export-profiles.ts");
			exported = await exportProfiles({
				...{ source, plan, fields, format, policy: session.inputs.privacy, limit: maxExportRows, signal: running.signal },
				onProgress: (done, total) => this.#set({ kind: "writing", done, total }),
			});
		} catch (error) {
			exported = running.signal.aborted
				? { kind: "cancelled" }
				: { kind: "failed", message: error instanceof Error ? error.message : String(error) };
		}
		this.#running = undefined;
		const name = `${exportName}.${format}`;
		if (exported.kind === "done") this.#host.save({ name, blob: exported.blob });
		this.#over(exported, name, hidden);
	}

	#over(exported: Exported, name: string, hidden: readonly string[]): void {
		const { say, formats, maxExportRows } = this.#host;
		const sentences: string[] = [];
		if (exported.kind === "done") {
			sentences.push(say.exported(formats, exported.rows, name));
			if (exported.isLimited) sentences.push(say.exportLimited(formats, maxExportRows));
			if (hidden.length > 0) sentences.push(say.exportHidden(formats, hidden));
		} else if (exported.kind === "cancelled") sentences.push(say.exportStopped);
		else sentences.push(exported.kind === "changed" ? say.exportChanged : say.notAnswered);
		this.#set({ kind: "over", sentences, ...(exported.kind === "failed" && { detail: exported.message }) });
		this.#host.announce(sentences.join(" "));
	}

	#set(state: ExportState): void {
		this.#state = state;
		this.#host.draw();
	}
}
