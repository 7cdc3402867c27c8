// How the elements are analysed: see element-data.ts. Nothing is written by the analyzer itself, which would change package.json.
export default {
	globs: ["src/element/**/*.ts"],
	litelement: true,
	packagejson: false,
	quiet: true,
};
