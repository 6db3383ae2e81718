/** What the queries have in common. A month is a whole number, year × 12 + month. */
export const month = (day: string): string => `(year(${day}) * 12 + month(${day}))`;

/** A month's name, e.g. `2022-03`, from its number. */
export const monthName = (number: string): string =>
	`printf('%04d-%02d', (${number} - 1) // 12, (${number} - 1) % 12 + 1)`;

/** The day of the newest order: "as of". */
export const asOf = '(SELECT max(day) FROM orders)';

/** Each customer's days with an order, and the one that follows. */
export const followedDays = `
	SELECT customer_id, day, lead(day) OVER (PARTITION BY customer_id ORDER BY day) AS next
	FROM (SELECT DISTINCT customer_id, day FROM orders)`;

/** Rows of name and value for columns of a table: the row's name and the column's, nothing where it is zero. */
export const valuesOf = (table: string, name: string, columns: readonly string[]): string =>
	columns
		.map(
			(column) =>
				`SELECT ${name} || ' ${column}' AS name, CAST(${column} AS DOUBLE) AS value FROM ${table} WHERE ${column} <> 0`
		)
		.join(' UNION ALL ');
