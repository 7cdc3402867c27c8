// What a host may set at an element, and hear from it: the common part of the typings for frameworks.
import type { LitElement } from "lit";
import type { BuilderElement } from "../builder/builder-element.ts";
import type { SegqlEvents } from "../events.ts";
import type { PrivacyPolicy } from "../privacy/policy.ts";
import type { AnsweringSource } from "../session/answering-source.ts";

type IfSame<First, Second, Then> = (<Any>() => Any extends First ? 1 : 2) extends <Any>() => Any extends Second ? 1 : 2 ? Then : never;

type Writable<Made> = { -readonly [Name in keyof Made]: Made[Name] };

/** What is public for the parts of a builder only. */
type OwnAffairs = keyof Pick<BuilderElement, "panels" | "problems">;

/** Names of what can be set: neither methods, nor what is only read, nor what every element has. */
type SettableNames<Made> = {
	[Name in Exclude<keyof Made, keyof LitElement | OwnAffairs>]-?: Made[Name] extends (...anything: never[]) => unknown
		? never
		: IfSame<Pick<Made, Name>, Writable<Pick<Made, Name>>, Name>;
}[Exclude<keyof Made, keyof LitElement | OwnAffairs>];

/** What takes more than it gives back. */
interface Taken {
	readonly profiles: AnsweringSource | readonly unknown[];
	readonly privacy: Partial<PrivacyPolicy>;
}

/** All are optional; undefined is what was never set. */
export type HostProperties<Made> = {
	[Name in SettableNames<Made>]?: (Name extends keyof Taken ? Taken[Name] : Made[Name]) | undefined;
};

/** `onsegql-change` and so on. */
export type EventHandlers = { [Name in keyof SegqlEvents as `on${Name}`]?: ((event: SegqlEvents[Name]) => void) | undefined };
