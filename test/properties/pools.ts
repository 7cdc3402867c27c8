// Few values, near one another: conditions and profiles draw from the same pools, so that they meet often, and often miss by one.

export const texts: readonly string[] = [
	...["", "a", "A", "ab", "AB", "abc", "aXbXc", "b", "ba", " a", "vip", "null", "true", "1", "*", "a*c", "?", "a\nb", '"', "\\"],
	...[
		"é",
		"e\u0301",
		"İ",
		"i",
		"I",
		"ı",
		"ß",
		"ẞ",
		"SS",
		"Σ",
		"σ",
		"ς",
		"ΑΣ",
		"ας",
		"\u212a",
		"k",
		"😀",
		"😀a",
		"a😀",
		"\ud801\udc00",
		"\ud801\udc28",
	],
];

export const patterns: readonly string[] = [
	...[
		"*",
		"",
		"a*",
		"*a",
		"*b*",
		"a*c",
		"*a*b*",
		"?",
		"??",
		"?*",
		"*?",
		"a?c",
		"a*b*c",
		"**",
		"ab",
		"*😀",
		"?a",
		"A*",
		"*Σ",
		"İ*",
		"*a*a*",
		"a?*?c",
	],
];

export const numbers: readonly number[] = [
	...[0, 1, -1, 2, 3, 4, 7, 10, 18, 30, 100, 0.1, 0.2, 0.3, 0.30000000000000004, 0.5, 1.5, -0.1, 2.675, 1e-9, 5e-324],
	...[9007199254740991, -9007199254740991, 1e15],
];

export const days: readonly string[] = [
	...["1900-01-01", "1969-12-31", "1990-05-10", "1992-02-29", "2008-02-29", "2008-05-10", "2008-05-11", "2011-12-30", "2018-11-04"],
	...["2024-02-28", "2024-02-29", "2024-03-01", "2025-05-10", "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-10", "2026-02-28"],
	...["2026-03-07", "2026-03-08", "2026-03-31", "2026-04-05", "2026-04-10", "2026-04-30", "2026-05-01", "2026-05-03", "2026-05-04"],
	...["2026-05-07", "2026-05-09", "2026-05-10", "2026-05-11", "2026-05-17", "2026-05-31", "2026-10-04", "2026-11-01", "2026-12-31"],
	...["2027-02-28", "2027-03-01", "2028-02-29", "2299-12-31"],
];

const times = [
	"00:00:00Z",
	"03:59:59.999Z",
	"04:00:00Z",
	"05:00:00Z",
	"05:30:00Z",
	"12:00:00Z",
	"12:00:00.001Z",
	"13:30:00+00:00",
	"23:59:59.999Z",
];

export const instants: readonly string[] = days.flatMap((day) => times.map((time) => `${day}T${time}`));

/** When and where a condition is asked: RFC 3339, IANA name. */
export interface Moment {
	readonly now: string;
	readonly timezone: string;
}

/** Moments and zones where days are odd: clock changes, leap days, the ends of months and years. */
export const moments: readonly [Moment, ...Moment[]] = [
	{ now: "2026-05-10T12:00:00Z", timezone: "America/New_York" },
	{ now: "2026-05-10T03:59:59.999Z", timezone: "America/New_York" },
	{ now: "2026-03-08T07:00:00Z", timezone: "America/New_York" },
	{ now: "2026-11-01T05:30:00Z", timezone: "America/New_York" },
	{ now: "2026-05-31T12:00:00Z", timezone: "UTC" },
	{ now: "2024-02-29T12:00:00Z", timezone: "UTC" },
	{ now: "2027-02-28T12:00:00Z", timezone: "Europe/London" },
	{ now: "2026-12-31T23:59:59.999Z", timezone: "Pacific/Kiritimati" },
	{ now: "2026-04-05T13:30:00Z", timezone: "Australia/Lord_Howe" },
	{ now: "2026-10-04T12:59:59.999Z", timezone: "Australia/Lord_Howe" },
	{ now: "2018-11-04T12:00:00Z", timezone: "America/Sao_Paulo" },
	{ now: "2011-12-31T05:00:00Z", timezone: "Pacific/Apia" },
	{ now: "2026-05-10T18:15:00Z", timezone: "Asia/Kathmandu" },
];
