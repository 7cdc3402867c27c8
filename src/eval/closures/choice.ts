// `if` and `?:`: pairs of a condition and its answer, and perhaps an answer for the rest. Only what is needed is evaluated.
import type { Compiler } from "./compiler.ts";
import type { Data, Test, Value } from "./data.ts";

export function choiceValue(args: readonly unknown[], compiler: Compiler): Value {
	return choice(
		args,
		(rule) => compiler.test(rule),
		(rule) => compiler.value(rule),
		() => null,
	);
}

export function choiceTest(args: readonly unknown[], compiler: Compiler): Test {
	return choice<boolean>(
		args,
		(rule) => compiler.test(rule),
		(rule) => compiler.test(rule),
		() => false,
	);
}

type Closure<Answer> = (data: Data) => Answer;

function choice<Answer>(
	args: readonly unknown[],
	condition: (rule: unknown) => Test,
	answer: (rule: unknown) => Closure<Answer>,
	nothing: Closure<Answer>,
): Closure<Answer> {
	const conditions: Test[] = [];
	const answers: Closure<Answer>[] = [];
	for (let index = 0; index + 1 < args.length; index += 2) {
		conditions.push(condition(args[index]));
		answers.push(answer(args[index + 1]));
	}
	const otherwise = args.length % 2 === 1 ? answer(args[args.length - 1]) : nothing;
	const [first, firstAnswer] = [conditions[0], answers[0]];
	if (first === undefined || firstAnswer === undefined) return otherwise;
	if (conditions.length === 1) return (data) => (first(data) ? firstAnswer(data) : otherwise(data));
	return (data) => {
		const chosen = conditions.findIndex((test) => test(data));
		return (answers[chosen] ?? otherwise)(data);
	};
}
