// The profiles that a command works on: the options that say where and how, and the stream that comes of them.
import { type Command, InvalidArgumentError, Option } from "commander";
import { type ProfileFormat, profileFormats } from "../formats/detect-format.ts";
import { defaultMaxLineBytes } from "../formats/line-blocks.ts";
import { type OpenProfiles, openProfiles } from "../formats/open-profiles.ts";
import type { Problems } from "../formats/problems.ts";
import type { ProfileBatch } from "../formats/profile-batch.ts";
import { RefusedInput, UsageError } from "./errors.ts";
import { fileSource, type InputSource, streamSource } from "./profiles/byte-source.ts";
import { ProfileProblems, shownProblems } from "./profile-problems.ts";
import { gunzipByNode } from "./profiles/gunzip.ts";
import type { Session } from "./session.ts";
import { Progress } from "./terminal/progress.ts";
import { counted } from "./words.ts";

export interface ProfileOptions {
	readonly profiles?: string;
	readonly format?: ProfileFormat;
	readonly strict?: boolean;
	readonly maxLineBytes?: number;
	readonly progress?: boolean;
}

export function takesProfiles(command: Command): Command {
	return command
		.option("--profiles <file>", "profiles as NDJSON, a JSON array or CSV, plain or gzip; - for standard input")
		.addOption(new Option("--format <format>", "read the profiles as this, instead of telling by their content").choices(profileFormats))
		.option("--strict", "stop at the first profile that cannot be read, instead of reporting it and going on")
		.option("--max-line-bytes <bytes>", `longest line or array element (default ${defaultMaxLineBytes})`, positiveInteger)
		.option("--progress", "show progress even when standard error is no terminal")
		.option("--no-progress", "show no progress");
}

export function positiveInteger(text: string): number {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) throw new InvalidArgumentError("Give a whole number of 1 or more.");
	return value;
}

/** Profiles that can be read, once or more often. */
export class ProfileInput {
	readonly source: InputSource;
	readonly problems: ProfileProblems;
	readonly #options: ProfileOptions;
	readonly #session: Session;
	#progress: Progress | undefined;

	private constructor(source: InputSource, options: ProfileOptions, session: Session) {
		this.source = source;
		this.problems = problemsFor(options);
		this.#options = options;
		this.#session = session;
	}

	/** Undefined without --profiles. `file` is the command's argument, and `what` it holds: both cannot come from standard input. */
	static async from(options: ProfileOptions, session: Session, file?: string, what = "condition"): Promise<ProfileInput | undefined> {
		if (options.profiles === undefined) return undefined;
		if (options.profiles === "-" && file === "-") {
			throw new UsageError(`The ${what} and the profiles cannot both come from standard input.`, "Give one of them as a file.");
		}
		const source =
			options.profiles === "-" ? streamSource("standard input", session.environment.stdin) : await fileSource(options.profiles);
		return new ProfileInput(source, options, session);
	}

	/** The same for a command that is nothing without profiles: throws UsageError. */
	static async required(...given: Parameters<typeof ProfileInput.from>): Promise<ProfileInput> {
		const input = await ProfileInput.from(...given);
		if (!input) throw new UsageError("There are no profiles.", "Give --profiles.");
		return input;
	}

	/** Reads from the start. Reports what it finds wrong to `problems`, which a caller that reads twice replaces for the first time. */
	async open(problems: Problems = this.problems): Promise<OpenProfiles> {
		const { format, maxLineBytes } = this.#options;
		const progress = this.#startProgress();
		const opened = await openProfiles(this.source, problems, {
			...(format !== undefined && { format }),
			...(maxLineBytes !== undefined && { maxLineBytes }),
			onBytes: (count) => progress?.addBytes(count),
			gunzip: gunzipByNode,
		});
		return { ...opened, batches: this.#followed(opened.batches, problems, progress) };
	}

	/** Throws RefusedInput at the end of input that was cut off, or of which nothing could be read. */
	async *#followed(
		batches: AsyncGenerator<ProfileBatch>,
		problems: Problems,
		progress: Progress | undefined,
	): AsyncGenerator<ProfileBatch> {
		let count = 0;
		try {
			for await (const batch of batches) {
				count += batch.profiles.length;
				progress?.addProfiles(batch.profiles.length);
				yield batch;
			}
		} catch (error) {
			// A broken line has its number; of a broken stream only this says how far it was good.
			if (!(error instanceof RefusedInput) || !isOfStream(error.code)) throw error;
			throw new RefusedInput(error.code, `${error.message} ${cameBefore(count)}`, error.hint);
		} finally {
			progress?.clear();
		}
		this.#refuseUseless(problems, count);
	}

	#refuseUseless(problems: Problems, count: number): void {
		const { name } = this.source;
		if (problems.cutOff) {
			const hint = "Copy or download it again, or mend it.";
			throw new RefusedInput("cut-off", `"${name}" could not be read to its end. ${cameBefore(count)}`, hint, shownProblems(problems));
		}
		if (count > 0 || problems.refused === 0) return;
		const hint = "Is it the right file? --format says what it is.";
		throw new RefusedInput("nothing-readable", `None of the profiles in "${name}" can be read.`, hint, shownProblems(problems));
	}

	/** Problems that leave no mark on the result, to be thrown away. */
	unreported(): Problems {
		return problemsFor(this.#options);
	}

	#startProgress(): Progress | undefined {
		const { stderr, elapsed } = this.#session.environment;
		const wanted = this.#options.progress ?? stderr.isTTY === true;
		this.#progress?.clear();
		this.#progress = wanted && elapsed ? new Progress({ stream: stderr, elapsed, totalBytes: this.source.size }) : undefined;
		return this.#progress;
	}
}

const problemsFor = ({ strict = false }: ProfileOptions): ProfileProblems =>
	new ProfileProblems({ strict, optionNames: { strict: "--strict", maxLineBytes: "--max-line-bytes" } });

const isOfStream = (code: string): boolean => code.endsWith("-gzip") || code === "unreadable";

const cameBefore = (count: number): string => `${counted(count, "profile")} came before that.`;
