// Another segment to compare with.

export interface NamedText {
	readonly name: string;
	readonly text: string;
}
