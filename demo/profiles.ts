// Made-up people: the same ones on every machine for the same day, so that a test can count them. Most are tidy; some have gaps,
// values of the wrong type, or names that would break a page which took data for markup.

const firstNames =
	"Ada Ben Chloé Dmitri Emeka Fatima Grace Hugo Ines Jonas Keiko Liam Maya Noor Olga Priya Quinn Rosa Søren Tariq Uma Víctor Wanda Xin Yusuf Zoë".split(
		" ",
	);
const lastNames =
	"Almeida Becker Chen Dubois Eriksen Fischer García Haddad Ito Jansen Kowalski Lopez Müller Nguyen O'Brien Patel Rossi Smith Tanaka Weber Young".split(
		" ",
	);
const countries = ["US", "US", "US", "US", "CA", "GB", "GB", "DE", "DE", "FR", "JP", "BR", "IN", "AU"] as const;
const plans = ["free", "free", "free", "starter", "starter", "pro"] as const;
const items = ["lamp", "desk", "chair", "rug", "shelf", "vase", "clock"] as const;
const tags = ["vip", "newsletter", "wholesale", "beta", "press"] as const;

const day = 86_400_000;

/** `count` profiles as of `today` (epoch milliseconds). Same arguments, same profiles. */
export function* profiles(count: number, today: number): Generator<unknown> {
	const random = randomNumbers(20_261_124);
	const below = (n: number) => Math.floor(random() * n);
	const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
	const some = (chance: number) => random() < chance;
	const instant = (daysAgo: number) => new Date(today - Math.floor(daysAgo * day)).toISOString();

	for (let number = 0; number < count; number++) {
		const first_name = one(firstNames);
		const last_name = one(lastNames);
		const memberFor = 20 + below(1_500);
		// A few buy often, most seldom, and many who bought have stopped.
		const eager = random() ** 3;
		const stoppedFor = some(0.45) ? below(memberFor) : 0;
		const orders = Array.from({ length: Math.round(eager * 14) }, () => ({
			item: one(items),
			total: Math.round((8 + random() ** 4 * 600) * 100) / 100,
			status: some(0.9) ? "paid" : one(["refunded", "open"]),
			placed_at: instant(stoppedFor + random() * (memberFor - stoppedFor)),
		}));
		const profile = {
			user_id: `u${String(number + 1).padStart(5, "0")}`,
			first_name,
			last_name,
			email: `${plain(first_name)}.${plain(last_name)}.${number + 1}@${one(["mail.example", "post.example", "work.example"])}`,
			...(some(0.7) ? { phone: `+1 555 ${String(below(10_000_000)).padStart(7, "0")}` } : {}),
			...(some(0.97) ? { country: one(countries) } : {}),
			account: { plan: one(plans), signed_up_at: instant(memberFor + random()) },
			...(some(0.93) ? { loyalty: { points: Math.round(eager * 1_800 + below(250)) } } : {}),
			opted_in: some(0.62),
			...(some(0.8) ? { birthday: instant(365.25 * (18 + random() * 60)).slice(0, 10) } : {}),
			last_visit: instant(random() * Math.min(memberFor, stoppedFor + 30)),
			tags: tags.filter(() => some(0.08)),
			orders,
		};
		yield number % 400 === 199 ? { ...profile, ...oddities[Math.floor(number / 400) % oddities.length] } : profile;
	}
}

/** What real sources hold, too. */
const oddities: readonly object[] = [
	{ first_name: "<img src=x onerror=alert(1)>", last_name: "</table><script>alert(2)</script>" },
	{ loyalty: { points: "1200" } },
	{ birthday: "2001-02-30" },
	{ orders: null },
	{ first_name: "Robert'); DROP TABLE profiles;--" },
	{ loyalty: null, tags: "vip" },
	{ last_visit: "yesterday", opted_in: "yes" },
	{ first_name: "\u202Egnp.exe", last_name: "𝕬𝖉𝖆 👩‍👩‍👧" },
	{ orders: [null, 7, { total: "12.50", placed_at: "soon" }] },
	{ country: ["US", "CA"], account: "gone" },
];

/** Letters that an e-mail address has. */
const plain = (name: string): string =>
	name
		.normalize("NFD")
		.toLowerCase()
		.replace(/ø/g, "o")
		.replace(/[^a-z]/g, "");

/** Mulberry32: small, fast, good enough for made-up people. Numbers from 0 up to 1. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
