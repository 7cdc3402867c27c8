// The answers of conditions, by condition. Rows are never changed in place, so an answer stays true, and after the table has grown only its
// new rows are asked. The least recently used go first when there is too little room.

export interface LeafAnswer {
	/** One bit a row. */
	readonly words: Int32Array;
	/** Rows answered. */
	readonly rows: number;
	/** How many of them pass and are not removed, where that has been counted; `removed` is how many the table had removed then. */
	counted?: { readonly removed: number; readonly count: number };
}

export class LeafCache {
	private readonly answers = new Map<string, LeafAnswer>();
	private bytes = 0;
	private readonly maxBytes: number;

	constructor(maxBytes: number) {
		this.maxBytes = maxBytes;
	}

	get(key: string): LeafAnswer | undefined {
		const answer = this.answers.get(key);
		if (answer) {
			// A Map keeps the order of insertion: now it is the most recent.
			this.answers.delete(key);
			this.answers.set(key, answer);
		}
		return answer;
	}

	set(key: string, answer: LeafAnswer): void {
		this.bytes += answer.words.byteLength - (this.answers.get(key)?.words.byteLength ?? 0);
		this.answers.delete(key);
		this.answers.set(key, answer);
		for (const [oldest, { words }] of this.answers) {
			if (this.bytes <= this.maxBytes) return;
			this.answers.delete(oldest);
			this.bytes -= words.byteLength;
		}
	}

	clear(): void {
		this.answers.clear();
		this.bytes = 0;
	}
}
