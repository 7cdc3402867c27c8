// Segments to begin with, in the order of their titles in words.ts. The first is what the page opens with.

export const templates: readonly string[] = [
	`# Bought often, then stopped
country in ("US", "CA")
and loyalty_points >= 500
and no orders (placed_at in last 90 days)`,
	`opted_in
and birthday anniversary in next 7 days`,
	`"spends well": sum(orders.total where status = "paid") > 1000
and "comes back": count(orders) >= 5`,
	`last orders by placed_at (status = "refunded")
and last_visit in last 30 days`,
	`at least 2 of (
  tags has any of ("vip", "wholesale"),
  plan = "pro",
  any orders (total > 400)
)
and not email ends with "@work.example"`,
	`contry = "US" and loyalty_points >= "many"`,
];
