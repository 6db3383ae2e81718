/** One customer on several days; one element per day. */
export interface CustomerHistory {
	readonly day: Int32Array;
	/** 0 where the customer is not scored: without an order in the window of that day. */
	readonly r: Uint8Array;
	readonly f: Uint8Array;
	readonly m: Uint8Array;
	/** As `RfmCustomers` has them; 255 where there is none. */
	readonly segment: Uint8Array;
	readonly type: Uint8Array;
	/** Index into `stageIds`; 255 while the customer is not known yet. */
	readonly stage: Uint8Array;
}
