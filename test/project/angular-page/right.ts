// What an Angular page makes of the elements: strict templates take all of it, and it runs.
import { Component } from "@angular/core";
import { FormControl, FormsModule, ReactiveFormsModule } from "@angular/forms";
import { segqlDirectives, SegqlStudio } from "segql/element/angular";
import "segql/element/define";

@Component({
	selector: "segment-page",
	imports: [...segqlDirectives, FormsModule, ReactiveFormsModule],
	template: `
		<segql-studio #studio view="text" required [catalogue]="catalogue" [profiles]="profiles" [(value)]="text" [saved]="text"
			(segqlChange)="changes.push($event.text)" (segqlCount)="count = $event.count"
			(segqlCatalogueRefused)="refused.push($event.problems[0]?.message)" />
		<segql-editor class="reactive" editor="plain" [formControl]="control" [catalogue]="catalogue" />
		<segql-builder name="who" [(ngModel)]="other" [catalogue]="catalogue" />
		<segql-preview [session]="studio.session" [panel]="'values'" [privacy]="{ personal: 'show' }" />
	`,
})
export class SegmentPage {
	readonly catalogue = { fields: [{ name: "points", type: "number" }] } as const;
	readonly profiles = Array.from({ length: 20 }, (_, points) => ({ user_id: `u${points}`, points }));
	readonly control = new FormControl("points > 1", { nonNullable: true });
	readonly changes: string[] = [];
	readonly refused: (string | undefined)[] = [];
	text = "points >= 5";
	other = "points > 3";
	count = 0;
}

export const named: typeof SegqlStudio = SegqlStudio;
