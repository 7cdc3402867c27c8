// The entry point `segql/element/angular`: the elements in Angular's templates as standalone directives, with types for strict templates, and as
// controls of Angular's forms. It is compiled by Angular's own compiler (build/angular.ts), the only source here with decorators.
import { Directive, ElementRef, forwardRef, inject, input, type OnChanges, output, type SimpleChanges, type Type } from "@angular/core";
import {
	type AbstractControl,
	type ControlValueAccessor,
	NG_VALIDATORS,
	NG_VALUE_ACCESSOR,
	type ValidationErrors,
	type Validator,
} from "@angular/forms";
import type { BuilderElement } from "../builder/builder-element.ts";
import type { EditorElement } from "../editor/editor-element.ts";
import type { SegqlEvents } from "../events.ts";
import type { PreviewElement } from "../preview/preview-element.ts";
import type { StudioElement } from "../studio/studio-element.ts";
import type { HostProperties } from "./host-properties.ts";

type Of<Made, Name extends keyof HostProperties<Made>> = HostProperties<Made>[Name];
type Detail<Name extends keyof SegqlEvents> = SegqlEvents[Name]["detail"];
type Common = EditorElement & BuilderElement & PreviewElement & StudioElement;

/** `required` as an attribute is an empty text. */
const asBoolean = (given: boolean | "" | undefined): boolean | undefined => given === "" || given;

/** What every element takes, as properties, and tells. */
@Directive({
	host: {
		"(segql-change)": "changed($any($event).detail)",
		"(segql-count)": "segqlCount.emit($any($event).detail)",
		"(segql-export)": "segqlExport.emit($any($event))",
		"(segql-catalogue-refused)": "segqlCatalogueRefused.emit($any($event).detail)",
		"(segql-rule-refused)": "segqlRuleRefused.emit($any($event).detail)",
		"(segql-conditions-refused)": "segqlConditionsRefused.emit($any($event).detail)",
	},
})
export abstract class SegqlDirective<Made extends HTMLElement> implements OnChanges {
	readonly value = input<Of<Common, "value">>();
	readonly rule = input<Of<Common, "rule">>();
	readonly conditions = input<Of<Common, "conditions">>();
	readonly catalogue = input<Of<Common, "catalogue">>();
	readonly profiles = input<Of<Common, "profiles">>();
	readonly segments = input<Of<Common, "segments">>();
	readonly now = input<Of<Common, "now">>();
	readonly timeZone = input<Of<Common, "timeZone">>();
	readonly saved = input<Of<Common, "saved">>();
	readonly privacy = input<Of<Common, "privacy">>();
	readonly session = input<Of<Common, "session">>();
	/** With `value`: `[(value)]="text"`. */
	readonly valueChange = output<string>();
	/** Every change of the text that is not the page's own. */
	readonly segqlChange = output<Detail<"segql-change">>();
	/** The text as it is was counted. */
	readonly segqlCount = output<Detail<"segql-count">>();
	/** A file is ready; `preventDefault()` keeps it from being given to the person as a download. */
	readonly segqlExport = output<SegqlEvents["segql-export"]>();
	/** The catalogue has problems: nothing is checked or counted. */
	readonly segqlCatalogueRefused = output<Detail<"segql-catalogue-refused">>();
	readonly segqlRuleRefused = output<Detail<"segql-rule-refused">>();
	readonly segqlConditionsRefused = output<Detail<"segql-conditions-refused">>();
	readonly element: Made = inject<ElementRef<Made>>(ElementRef).nativeElement;

	/** What was never bound stays as the element has it. */
	ngOnChanges(changes: SimpleChanges): void {
		for (const [name, { currentValue }] of Object.entries(changes)) Reflect.set(this.element, name, currentValue);
	}

	protected changed(detail: Detail<"segql-change">): void {
		this.valueChange.emit(detail.text);
		this.segqlChange.emit(detail);
	}
}

/** What form controls take beside that. */
@Directive()
export abstract class SegqlFormDirective<Made extends HTMLElement> extends SegqlDirective<Made> {
	readonly name = input<Of<EditorElement, "name">>();
	readonly defaultValue = input<Of<EditorElement, "defaultValue">>();
	readonly required = input<boolean | undefined, boolean | "" | undefined>(undefined, { transform: asBoolean });
	readonly disabled = input<boolean | undefined, boolean | "" | undefined>(undefined, { transform: asBoolean });
	readonly readOnly = input<boolean | undefined, boolean | "" | undefined>(undefined, { transform: asBoolean });
}

@Directive({ selector: "segql-editor" })
export class SegqlEditor extends SegqlFormDirective<EditorElement> {
	readonly words = input<Of<EditorElement, "words">>();
	readonly editor = input<Of<EditorElement, "editor">>();
	readonly label = input<Of<EditorElement, "label">>();
	readonly placeholder = input<Of<EditorElement, "placeholder">>();
	readonly counts = input<Of<EditorElement, "counts">>();
}

@Directive({ selector: "segql-builder" })
export class SegqlBuilder extends SegqlFormDirective<BuilderElement> {
	readonly words = input<Of<BuilderElement, "words">>();
}

@Directive({ selector: "segql-preview" })
export class SegqlPreview extends SegqlDirective<PreviewElement> {
	readonly words = input<Of<PreviewElement, "words">>();
	readonly compareWith = input<Of<PreviewElement, "compareWith">>();
	readonly maxExportRows = input<Of<PreviewElement, "maxExportRows">>();
	readonly exportName = input<Of<PreviewElement, "exportName">>();
	readonly panel = input<Of<PreviewElement, "panel">>();
	readonly errors = input<Of<PreviewElement, "errors">>();
}

@Directive({ selector: "segql-studio", host: { "(segql-view)": "segqlView.emit($any($event).detail)" } })
export class SegqlStudio extends SegqlFormDirective<StudioElement> {
	readonly words = input<Of<StudioElement, "words">>();
	readonly view = input<Of<StudioElement, "view">>();
	readonly label = input<Of<StudioElement, "label">>();
	readonly placeholder = input<Of<StudioElement, "placeholder">>();
	readonly editor = input<Of<StudioElement, "editor">>();
	readonly counts = input<Of<StudioElement, "counts">>();
	readonly compareWith = input<Of<StudioElement, "compareWith">>();
	readonly maxExportRows = input<Of<StudioElement, "maxExportRows">>();
	readonly exportName = input<Of<StudioElement, "exportName">>();
	readonly editorWords = input<Of<StudioElement, "editorWords">>();
	readonly builderWords = input<Of<StudioElement, "builderWords">>();
	readonly previewWords = input<Of<StudioElement, "previewWords">>();
	readonly segqlView = output<Detail<"segql-view">>();
}

/**
 * `formControl`, `formControlName` and `ngModel`: the value is the text; one with errors is invalid, with `{ segql: sentence }`, and so is one beside
 * which a field holds words that the text could not take.
 */
@Directive({
	selector: `
		segql-editor[formControl], segql-editor[formControlName], segql-editor[ngModel],
		segql-builder[formControl], segql-builder[formControlName], segql-builder[ngModel],
		segql-studio[formControl], segql-studio[formControlName], segql-studio[ngModel]`,
	host: { "(segql-change)": "tell()", "(input)": "check()", "(focusout)": "left()" },
	providers: [
		{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef((): Type<unknown> => SegqlControl), multi: true },
		{ provide: NG_VALIDATORS, useExisting: forwardRef((): Type<unknown> => SegqlControl), multi: true },
	],
})
export class SegqlControl implements ControlValueAccessor, Validator {
	/** What a field refuses leaves the text as it was, of which nothing is told. */
	protected check: () => void = () => undefined;
	#touched: () => void = () => undefined;
	#changed: (text: string) => void = () => undefined;
	readonly #element = inject<ElementRef<EditorElement | BuilderElement | StudioElement>>(ElementRef).nativeElement;

	writeValue(text: string | null | undefined): void {
		this.#element.value = text ?? "";
	}

	registerOnChange(changed: (text: string) => void): void {
		this.#changed = changed;
	}

	registerOnTouched(touched: () => void): void {
		this.#touched = touched;
	}

	setDisabledState(isDisabled: boolean): void {
		this.#element.disabled = isDisabled;
	}

	validate(_control: AbstractControl): ValidationErrors | null {
		const { validationMessage } = this.#element;
		return validationMessage ? { segql: validationMessage } : null;
	}

	/** Checked when the language is there, too. */
	registerOnValidatorChange(check: () => void): void {
		this.check = check;
		this.#element.ready.then(check, check);
	}

	protected left(): void {
		this.#touched();
		this.check();
	}

	protected tell(): void {
		this.#changed(this.#element.value);
	}
}

/** All of them: `imports: [segqlDirectives]`. */
export const segqlDirectives = [SegqlEditor, SegqlBuilder, SegqlPreview, SegqlStudio, SegqlControl] as const;
