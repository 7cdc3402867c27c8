// `segql lsp`: the language server, for any code editor.
import { type Command, Option } from "commander";
import { type ClockOptions, takesClock } from "../clock-options.ts";
import { type FieldOptions, takesFields } from "../field-input.ts";
import { type ProfileOptions, takesProfiles } from "../profile-input.ts";
import { type SegmentOptions, takesSegments } from "../segment-library.ts";
import type { Session } from "../session.ts";

export interface LspOptions extends FieldOptions, ProfileOptions, ClockOptions, SegmentOptions {}

export function addLsp(program: Command, session: Session): void {
	const command = program.command("lsp").description("Serves code editors: a language server on standard input and output.");
	takesSegments(takesClock(takesProfiles(takesFields(command))))
		.option("--stdio", "speak over standard input and output, as it always does")
		.addOption(new Option("--clientProcessId <id>", "the editor's process, as some editors give it").hideHelp())
		.action(async (options: LspOptions) => {
			// The service and the protocol are much to read that no other command needs.
			const { serve } = await import("../lsp/serve.ts");
			await serve(options, session);
		});
}
