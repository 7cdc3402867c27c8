// Segments to begin with. The first is what the page opens with.

export interface Example {
	readonly title: string;
	readonly text: string;
}

export const examples: readonly Example[] = [
	{
		title: "Lapsed North American regulars",
		text: `# Bought often, then stopped
country in ("US", "CA")
and loyalty_points >= 500
and no orders (placed_at in last 90 days)`,
	},
	{
		title: "Birthday within a week",
		text: `opted_in
and birthday anniversary in next 7 days`,
	},
	{
		title: "Spends well",
		text: `"spends well": sum(orders.total where status = "paid") > 1000
and "comes back": count(orders) >= 5`,
	},
	{
		title: "The last order was refunded",
		text: `last orders by placed_at (status = "refunded")
and last_visit in last 30 days`,
	},
	{
		title: "Two signs of interest",
		text: `at least 2 of (
  tags has any of ("vip", "wholesale"),
  plan = "pro",
  any orders (total > 400)
)
and not email ends with "@work.example"`,
	},
	{ title: "With a slip of the pen", text: `contry = "US" and loyalty_points >= "many"` },
];
