// A source whose every single condition has a count of its own: 1,400, 1,200, … in the order of the text. It can be held back.
import type { AnsweredFreshness, AnsweringSource } from "../../../src/element/session/answering-source.ts";
import type { CountedCondition, Preview } from "../../../src/preview/preview.ts";
import type { PreviewCondition, PreviewPlan } from "../../../src/preview/preview-plan.ts";
import type { ValueCount } from "../../../src/service/values-source.ts";

export interface CountingSource extends AnsweringSource {
	/** Answers wait until `release`. */
	hold(): void;
	release(): void;
	/** Other profiles, with these values: listeners are told. */
	become(values: readonly ValueCount[]): void;
	/** The questions about values, each a field and how many. */
	readonly asked: readonly string[];
}

export function countingSource(values: readonly ValueCount[] = []): CountingSource {
	let held = Promise.resolve();
	let release = (): void => undefined;
	let now = values;
	let revision = 1;
	const asked: string[] = [];
	const listeners = new Set<(event: { readonly kind: string }) => void>();
	const freshness = (): AnsweredFreshness => ({ kind: "complete", revision: String(revision), asOf: 0, profiles: 2000 });
	const refuse = (): Promise<never> => Promise.reject(new Error("This source only counts."));
	return {
		asked,
		hold() {
			held = new Promise((resolve) => {
				release = resolve;
			});
		},
		release: () => release(),
		become(next) {
			now = next;
			revision++;
			for (const listener of listeners) listener({ kind: "freshness" });
		},
		async preview(plan) {
			await held;
			return { kind: "done", value: previewOf(plan), freshness: freshness() };
		},
		async distribution({ field }, { maxValues = 20 }) {
			asked.push(`${field} ${maxValues}`);
			const told = now.slice(0, maxValues);
			await held;
			const top = {
				kind: "top" as const,
				values: told.map(({ value, count }) => ({ value: value as string, inside: 0, everyone: count })),
				others: { inside: 0, everyone: 0, values: now.length - told.length },
				isComplete: true,
			};
			const counts = { inside: 2000, everyone: 2000 };
			const value = { basis: { kind: "all" } as never, version: 1, field, profiles: counts, missing: counts, values: top };
			return { kind: "done", value, freshness: freshness() };
		},
		page: refuse,
		overlap: refuse,
		versionDifference: refuse,
		quality: refuse,
		raw: refuse,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

function previewOf({ condition }: PreviewPlan): Preview {
	let next = 1600;
	const counted = ({ kind, label, span, items }: PreviewCondition): CountedCondition => {
		const inner = items.map(counted);
		if (inner.length === 0) next -= 200;
		return { kind, label, span, count: next, share: next / 2000, throughMissing: 0, items: inner };
	};
	const whole = counted(condition);
	return { size: 2000, count: whole.count, share: whole.share, condition: whole, funnel: [], without: [] } as unknown as Preview;
}
