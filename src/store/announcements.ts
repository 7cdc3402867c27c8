// What a tab tells the others of the same site: that there is something new to look at, never what. Where there is no channel, they find out at
// their next question.

export type Announcement =
	/** The pointer has moved. */
	| "moved"
	/** Segments have changed. */
	| "segments"
	/** Everything is to be deleted, now: let go of it, and stop what writes. */
	| "wiping"
	/** Everything has been deleted. */
	| "wiped";

export class Announcements {
	#channel: BroadcastChannel | undefined;

	constructor(name: string, onHeard: (announcement: Announcement) => void) {
		if (typeof BroadcastChannel === "undefined") return;
		try {
			this.#channel = new BroadcastChannel(name);
		} catch {
			return; // a frame that may not talk to others
		}
		this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (isAnnouncement(data)) onHeard(data);
		};
	}

	/** Nothing once it is closed: what was under way then may still end. */
	say(announcement: Announcement): void {
		this.#channel?.postMessage(announcement);
	}

	close(): void {
		this.#channel?.close();
		this.#channel = undefined;
	}
}

const all: readonly unknown[] = ["moved", "segments", "wiping", "wiped"] satisfies readonly Announcement[];

const isAnnouncement = (data: unknown): data is Announcement => all.includes(data);
