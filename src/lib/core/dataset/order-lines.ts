/** The lines of orders by one of their columns: what was bought, where it was bought. Laid as the order table is. */
export interface OrderLines {
	/** Header of the column. */
	readonly attribute: string;
	/** Per row the customer's index; rows without one (`NO_CODE`) come last. */
	readonly customer: Uint32Array;
	readonly day: Int32Array;
	/** A `RowKind` per row. */
	readonly kind: Uint8Array;
	/** Codes of the column's values; `NO_CODE` where it is empty. */
	readonly codes: Uint32Array;
}
