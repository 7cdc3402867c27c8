// The two conditions that a command compares: files, standard input for one of them, or the texts themselves.
import type { Command } from "commander";
import { type Condition, readCondition } from "./condition-input.ts";
import { UsageError } from "./errors.ts";
import type { Session } from "./session.ts";

export interface TwoConditionsOptions {
	readonly beforeText?: string;
	readonly afterText?: string;
}

export interface TwoConditions {
	readonly before: Condition;
	readonly after: Condition;
}

export function takesTwoConditions(command: Command): Command {
	return command
		.argument("[files...]", "the conditions' files, before and after the change; one of them can be - for standard input")
		.option("--before-text <condition>", "the condition before the change, instead of a file")
		.option("--after-text <condition>", "the condition after the change, instead of a file");
}

/** Throws UsageError unless each is given once. Files stand for what no option gives. */
export async function readTwoConditions(
	files: readonly string[],
	{ beforeText, afterText }: TwoConditionsOptions,
	session: Session,
): Promise<TwoConditions> {
	const [first, ...others] = files;
	const [beforeFile, afterFile, ...more] = beforeText === undefined ? [first, ...others] : [undefined, ...files];
	const tooMany = more.length > 0 || (afterFile !== undefined && afterText !== undefined);
	if (tooMany) throw new UsageError("There are more than two conditions.", "Leave one of them out.");
	if (beforeFile === "-" && afterFile === "-") {
		throw new UsageError("The two conditions cannot both come from standard input.", "Give one of them as a file.");
	}
	return {
		before: await readSide("before", beforeFile, beforeText, session),
		after: await readSide("after", afterFile, afterText, session),
	};
}

async function readSide(side: string, file: string | undefined, text: string | undefined, session: Session): Promise<Condition> {
	if (file === undefined && text === undefined) {
		throw new UsageError(`There is no condition ${side} the change.`, `Give a file, - for standard input, or --${side}-text "…".`);
	}
	const condition = await readCondition(file, text === undefined ? {} : { text }, session);
	// What is said of one must not be taken for the other's: each has a name in front, a file or not.
	return { ...condition, path: text === undefined ? condition.name : `--${side}-text` };
}
