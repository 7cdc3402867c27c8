// The seed system's counting reply over any stream of profiles: how many, a page of them, and the reach of the whole set, not of the page.
import type { Catalogue } from "../fields/catalogue.ts";
import { type Recorder, recorder } from "../eval/record.ts";
import { fold } from "../values/fold.ts";
import type { CompiledAudience } from "./audience.ts";
import type { DocumentProblem } from "./problem.ts";

export interface CountingRequest {
	/** Only people whose name, e-mail, phone or id holds this text, in any case. */
	readonly search?: string;
	/** People a page, 1 to 1,000; 100 when left out. */
	readonly limit?: number;
	/** Only people who can be reached this way; `all` when left out. */
	readonly filter?: "all" | "email" | "phone";
	/** Where the previous page ended; only with the same audience, search and filter. */
	readonly cursor?: string;
}

export interface Recipient {
	readonly id: string | null;
	readonly externalId: string | null;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	/** Null where the catalogue has no such field or the profile no such value. */
	readonly emailOptedOut: boolean | null;
	readonly smsOptedOut: boolean | null;
}

export interface CountingReply {
	/** People in the audience who pass search and filter. */
	readonly count: number;
	readonly recipients: readonly Recipient[];
	readonly pagination: { readonly hasNextPage: boolean; readonly cursor: string | null };
	/** Of the whole audience, whatever search, filter and page. */
	readonly reach: { readonly audience: number; readonly email: number; readonly phone: number };
}

export type CountingResult = { readonly reply: CountingReply } | { readonly problems: readonly DocumentProblem[] };

/**
 * Reads every profile once, in order. Memory: one page. A person can be reached by e-mail when there is one and `email_opted_out` is not
 * true, by phone likewise with `sms_opted_out`.
 */
export async function countAudience(
	audience: CompiledAudience,
	request: CountingRequest,
	profiles: Iterable<unknown> | AsyncIterable<unknown>,
	catalogue: Catalogue,
	timeZone: string,
): Promise<CountingResult> {
	const page = readRequest(request, audience.key);
	if ("problems" in page) return page;
	const records = audience.recorder();
	const people = recorder(catalogue, { timeZone, fields: fieldsOfRecipient.filter((name) => catalogue.field(name)) });
	const recipients: Recipient[] = [];
	const reach = { audience: 0, email: 0, phone: 0 };
	let count = 0;
	for await (const profile of profiles) {
		if (!audience.testRecord(records.toRecord(profile))) continue;
		const person = recipientOf(profile, people);
		const reachable = {
			email: person.email !== null && person.emailOptedOut !== true,
			phone: person.phone !== null && person.smsOptedOut !== true,
		};
		reach.audience++;
		if (reachable.email) reach.email++;
		if (reachable.phone) reach.phone++;
		if ((page.filter !== "all" && !reachable[page.filter]) || !isFound(person, page.search)) continue;
		if (count >= page.from && recipients.length < page.limit) recipients.push(person);
		count++;
	}
	const end = page.from + recipients.length;
	const hasNextPage = end < count;
	return { reply: { count, recipients, pagination: { hasNextPage, cursor: hasNextPage ? cursorAt(end, page.key) : null }, reach } };
}

interface Page {
	readonly search: string;
	readonly filter: "all" | "email" | "phone";
	readonly limit: number;
	readonly from: number;
	/** What a cursor belongs to. */
	readonly key: string;
}

function readRequest(request: CountingRequest, audience: string): Page | { readonly problems: readonly DocumentProblem[] } {
	const { search = "", limit = 100, filter = "all", cursor } = request;
	const problems: DocumentProblem[] = [];
	if (typeof search !== "string") problems.push({ pointer: "/search", message: '"search" must be text.' });
	if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
		problems.push({ pointer: "/limit", message: '"limit" must be a whole number from 1 to 1000.' });
	if (filter !== "all" && filter !== "email" && filter !== "phone")
		problems.push({ pointer: "/filter", message: '"filter" must be "all", "email" or "phone".' });
	const key = JSON.stringify([audience, search, filter]);
	const from = cursor === undefined ? 0 : positionOf(cursor, key);
	if (from === undefined) problems.push({ pointer: "/cursor", message: "This cursor belongs to another request. Begin again without it." });
	return problems.length > 0 || from === undefined ? { problems } : { search: fold(search), filter, limit, from, key };
}

const cursorAt = (position: number, key: string): string => `${position}.${checksum(key)}`;

function positionOf(cursor: string, key: string): number | undefined {
	const [position = "", sum] = String(cursor).split(".");
	return /^\d{1,15}$/.test(position) && sum === String(checksum(key)) ? Number(position) : undefined;
}

/** FNV-1a, 32 bits: tells requests apart, protects nothing. */
function checksum(text: string): number {
	let sum = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
	return sum;
}

const fieldsOfRecipient = ["user_id", "first_name", "last_name", "email", "phone", "email_opted_out", "sms_opted_out"];

function recipientOf(profile: unknown, people: Recorder): Recipient {
	const record = people.toRecord(profile);
	const text = (name: string): string | null => (typeof record[name] === "string" ? record[name] : null);
	const flag = (name: string): boolean | null => (typeof record[name] === "boolean" ? record[name] : null);
	return {
		id: text("user_id"),
		externalId: text("user_id"),
		firstName: text("first_name"),
		lastName: text("last_name"),
		email: text("email"),
		phone: text("phone"),
		emailOptedOut: flag("email_opted_out"),
		smsOptedOut: flag("sms_opted_out"),
	};
}

function isFound(person: Recipient, search: string): boolean {
	if (search === "") return true;
	const name = `${person.firstName ?? ""} ${person.lastName ?? ""}`;
	return [name, person.email, person.phone, person.externalId].some((text) => text !== null && fold(text).includes(search));
}
