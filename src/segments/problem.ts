// What is wrong with a document, not with a text: every problem at once, each at its place.

export interface DocumentProblem {
	/** RFC 6901 pointer into the document. */
	readonly pointer: string;
	/** One plain sentence that says what to do. */
	readonly message: string;
}
