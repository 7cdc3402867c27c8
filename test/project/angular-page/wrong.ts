// What Angular's strict templates refuse, a mistake a line.
import { Component } from "@angular/core";
import { segqlDirectives } from "segql/element/angular";

@Component({
	selector: "wrong-page",
	imports: [segqlDirectives],
	template: `
		<segql-studio [value]="5" />
		<segql-studio view="all" />
		<segql-editor [text]="'points > 1'" />
		<segql-builder (segqlChange)="take($event.value)" />
		<segql-preview [panel]="'nothing'" />
		<segql-editor [catalogue]="{ fields: [{ name: 'points', type: 'count' }] }" />
	`,
})
export class WrongPage {
	take(_text: string): void {}
}
