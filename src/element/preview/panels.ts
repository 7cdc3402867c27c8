// All panels below the count, as one chunk that is loaded when the element is on the page.
import type { ChosenProfile, Panel, PanelHost, PanelName } from "./panel.ts";
import { ChangesPanel } from "./panels/changes-panel.ts";
import { ConditionsPanel } from "./panels/conditions-panel.ts";
import { OverlapPanel } from "./panels/overlap-panel.ts";
import { ProfilesPanel } from "./panels/profiles-panel.ts";
import { QualityPanel } from "./panels/quality-panel.ts";
import { ValuesPanel } from "./panels/values-panel.ts";
import { WhyPanel } from "./panels/why-panel.ts";

export interface Panels {
	readonly byName: Readonly<Record<PanelName, Panel>>;
	/** Makes `why` about a profile. */
	choose(profile: ChosenProfile): void;
}

export function makePanels(host: PanelHost): Panels {
	const why = new WhyPanel(host);
	return {
		byName: {
			conditions: new ConditionsPanel(host),
			values: new ValuesPanel(host),
			profiles: new ProfilesPanel(host),
			why,
			changes: new ChangesPanel(host),
			overlap: new OverlapPanel(host),
			quality: new QualityPanel(host),
		},
		choose: (profile) => why.choose(profile),
	};
}
