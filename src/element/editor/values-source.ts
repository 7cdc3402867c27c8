// Which values profiles have, for completion: asked of the profiles of a session, and kept while they stay the same.
import type { Distribution, DistributionOptions } from "../../preview/distribution.ts";
import type { ValueCount, ValuesSource } from "../../service/values-source.ts";
import type { CollectionField, Field } from "../../fields/field.ts";
import { mayBeSeen } from "../privacy/fields-read.ts";
import type { Session } from "../session/session.ts";
import type { SessionInputs } from "../session/session-inputs.ts";

/** Values that are asked for at first, and where an author looks for one that is not among those. */
const [fewValues, manyValues] = [200, 5_000];

/** Numbers are worth offering where there are few: a field with more different ones has none. */
export const mostNumbers = 200;

/** A source that has not answered after so long is said to have failed: the next question asks it again. */
const patienceMs = 8_000;

interface Kept {
	readonly values: readonly ValueCount[];
	/** Of the profiles that were asked. */
	readonly revision: string;
	/** There are no values but these. */
	readonly isAll: boolean;
}

/**
 * Texts, numbers and lists of the profile and of the elements of its collections, by how many profiles have each value: in a collection, in one of
 * its elements. Numbers where few are different; nothing of personal fields while those are masked, and no value that too few profiles have.
 */
export class ProfileValues implements ValuesSource {
	readonly #session: Session;
	readonly #kept = new Map<string, Kept>();
	readonly #asked = new Map<string, Promise<readonly ValueCount[]>>();
	#of: Pick<SessionInputs, "profiles" | "privacy" | "catalogue"> | undefined;
	#running = new AbortController();
	#unsubscribe: (() => void) | undefined;
	readonly #patienceMs: number;

	constructor(session: Session, options: { readonly patienceMs?: number } = {}) {
		this.#session = session;
		this.#patienceMs = options.patienceMs ?? patienceMs;
	}

	topValues(name: string, prefix: string): readonly ValueCount[] | Promise<readonly ValueCount[]> {
		this.#follow();
		const { profiles, privacy } = this.#session.inputs;
		const { catalogue } = this.#session;
		const place = placeOf(name, catalogue?.fields ?? []);
		if (
			!profiles ||
			!catalogue ||
			!place ||
			!mayBeSeen([[...place.within, place.field].map((one) => one.name)], catalogue.fields, privacy) ||
			!hasValuesToTell(place.field)
		)
			return [];
		const kept = this.#kept.get(name);
		const isEnough = kept && (kept.isAll || prefix === "" || kept.values.length > fewValues || kept.values.some(beginsWith(prefix)));
		if (kept && isEnough && this.#isFresh(kept)) return kept.values;
		const isOfNumbers = typeOfValues(place.field) === "number";
		const most = prefix === "" || !kept || isOfNumbers ? fewValues : manyValues;
		const key = `${most} ${name}`;
		let asked = this.#asked.get(key);
		if (!asked) {
			asked = this.#ask(profiles, name, place, most).finally(() => this.#asked.delete(key));
			this.#asked.set(key, asked);
		}
		return asked;
	}

	/** Stops what is being asked, and listens no more; goes on by itself with the next question. */
	stop(): void {
		this.#forget();
		this.#unsubscribe?.();
		this.#unsubscribe = undefined;
		this.#of = undefined;
	}

	async #ask(
		profiles: NonNullable<SessionInputs["profiles"]>,
		name: string,
		{ field, within }: FieldPlace,
		maxValues: number,
	): Promise<readonly ValueCount[]> {
		const { signal } = this.#running;
		const isOfNumbers = typeOfValues(field) === "number";
		const options: Omit<DistributionOptions, "isLoading"> = {
			maxValues: isOfNumbers ? mostNumbers : maxValues,
			// One more says that there are too many.
			...(isOfNumbers && { oneByOne: true, maxDistinctValues: mostNumbers + 1 }),
			...(within.length > 0 && { within: within.map((collection) => collection.name) }),
		};
		const plan = { timeZone: this.#session.timeZone, root: { kind: "constant", value: true }, leaves: [] } as const;
		const answering = profiles.distribution({ plan, field: field.name }, options, { signal, latest: false });
		const answer = await withPatience(answering, this.#patienceMs, signal);
		if (answer.kind === "nothing") return [];
		if (answer.kind !== "done") throw new Error(`The profiles did not tell the values of ${name}.`);
		const { smallestCount } = this.#session.inputs.privacy;
		const isTooMany = isOfNumbers && !isAll(answer.value);
		const values = isTooMany ? [] : countsOf(answer.value).filter(({ count }) => count >= smallestCount);
		if (!signal.aborted) {
			const { revision } = answer.freshness;
			this.#kept.set(name, { values, revision, isAll: isTooMany || isAll(answer.value) });
		}
		return values;
	}

	/** The counts of the session may know of other profiles before the source has told of them. */
	#isFresh({ revision }: Kept): boolean {
		const { counts } = this.#session;
		return counts.kind !== "exact" || counts.counted.freshness.revision === revision;
	}

	/** Forgets everything when a host gave something else. */
	#follow(): void {
		const { profiles, privacy, catalogue } = this.#session.inputs;
		if (this.#of?.profiles === profiles && this.#of?.privacy === privacy && this.#of?.catalogue === catalogue) return;
		this.stop();
		this.#of = { profiles, privacy, catalogue };
		this.#unsubscribe = profiles?.subscribe?.(({ kind }) => {
			if (kind === "freshness") this.#forget();
		});
	}

	#forget(): void {
		this.#running.abort();
		this.#running = new AbortController();
		this.#kept.clear();
		this.#asked.clear();
	}
}

/** A field, and the collections that it is in, from outside in. */
interface FieldPlace {
	readonly field: Field;
	readonly within: readonly CollectionField[];
}

/** `name` as in a record: `orders.status`. Names have dots of their own, so that all collections that it can begin with are looked into. */
function placeOf(name: string, fields: readonly Field[], within: readonly CollectionField[] = []): FieldPlace | undefined {
	const field = fields.find((one) => one.name === name);
	if (field) return { field, within };
	for (const one of fields) {
		if (one.type !== "collection" || !name.startsWith(`${one.name}.`)) continue;
		const inner = placeOf(name.slice(one.name.length + 1), one.fields, [...within, one]);
		if (inner) return inner;
	}
	return undefined;
}

const typeOfValues = (field: Field): Field["type"] => (field.type === "list" ? field.items : field.type);

const hasValuesToTell = (field: Field): boolean => ["text", "number"].includes(typeOfValues(field));

const beginsWith = (prefix: string) => {
	const start = prefix.toLowerCase();
	return ({ value }: ValueCount): boolean => String(value).toLowerCase().startsWith(start);
};

const countsOf = ({ values }: Distribution): readonly ValueCount[] =>
	values.kind === "top" ? values.values.map(({ value, everyone }) => ({ value, count: everyone })) : [];

const isAll = ({ values }: Distribution): boolean => values.kind !== "top" || (values.isComplete && values.others.values === 0);

function withPatience<Value>(answering: Promise<Value>, ms: number, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		const fail = (message: string) => () => reject(new Error(message));
		const timer = setTimeout(fail("The profiles took too long to tell their values."), ms);
		const stopped = fail("The question about values was stopped.");
		signal.addEventListener("abort", stopped, { once: true });
		answering.then(resolve, reject).finally(() => {
			clearTimeout(timer);
			signal.removeEventListener("abort", stopped);
		});
	});
}
