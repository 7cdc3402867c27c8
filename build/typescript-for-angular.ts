// Runs before Angular's compiler, which is written for TypeScript 6: that is installed under another name beside the one of this project.
import { registerHooks } from "node:module";

registerHooks({
	resolve: (specifier, context, next) => next(specifier === "typescript" ? "typescript-6" : specifier, context),
});
