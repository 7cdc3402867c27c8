// Everyone in the segment, page by page, with a search and an export.
import { html, type TemplateResult } from "lit";
import { ExportView } from "../export/export-view.ts";
import type { Panel, PanelHost } from "../panel.ts";
import { ProfileList } from "../profiles/profile-list.ts";

export class ProfilesPanel implements Panel {
	readonly #host: PanelHost;
	readonly #list: ProfileList;
	readonly #export: ExportView;

	constructor(host: PanelHost) {
		this.#host = host;
		this.#list = new ProfileList(host);
		this.#export = new ExportView(host, this.#list);
	}

	refresh(): void {
		const { counts, plan } = this.#host.session;
		if (counts.kind === "exact" && plan) this.#list.show(plan.plan, counts.counted);
	}

	leave(): void {
		this.#list.leave();
	}

	template(): TemplateResult {
		return html`${this.#list.template()}${this.#export.template()}`;
	}
}
