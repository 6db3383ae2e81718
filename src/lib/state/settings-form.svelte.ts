import type {
	DefaultAsOf,
	RefundRule,
	RowChoices,
	SettingsChange,
	WorkspaceSettings
} from '#lib/api/index.ts';

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** A workspace's settings while they are being changed: what stands in the fields, and what that makes. */
export class SettingsForm {
	asOf: 'latest' | DefaultAsOf['kind'];
	day: number | null;
	weekStart: number;
	/** 1 = January. */
	yearStart: number;
	refunds: RefundRule;
	currency: string;
	cancelled: RowChoices['cancelled'];
	zeroAmount: RowChoices['zeroAmount'];
	noCustomer: RowChoices['noCustomer'];
	/** '' = as written. */
	zone: string;
	/** In percent. */
	tierA: number;
	tierB: number;

	constructor(stored: WorkspaceSettings) {
		const { asOf, weekStart, yearStart, refunds, currency, rows, zone, tiers } = stored;
		this.asOf = $state(asOf?.kind ?? 'latest');
		this.day = $state(asOf?.kind === 'day' ? asOf.day : null);
		this.weekStart = $state(weekStart);
		this.yearStart = $state(yearStart ?? 1);
		this.refunds = $state(refunds);
		this.currency = $state(currency ?? '');
		this.cancelled = $state(rows?.cancelled ?? 'exclude');
		this.zeroAmount = $state(rows?.zeroAmount ?? 'exclude');
		this.noCustomer = $state(rows?.noCustomer ?? 'set-aside');
		this.zone = $state(zone ?? '');
		this.tierA = $state(percent(tiers?.a ?? 0.7));
		this.tierB = $state(percent(tiers?.b ?? 0.9));
	}

	get tiersWrong(): boolean {
		const { tierA, tierB } = this;
		return !(tierA >= 1 && tierA < tierB && tierB <= 99);
	}

	/** Whether the fields make settings. */
	get isWhole(): boolean {
		if (this.currency !== '' && !/^[A-Z]{3}$/.test(this.currency)) return false;
		return !this.tiersWrong && (this.asOf !== 'day' || this.day !== null);
	}

	/** What the fields make; what is as by default is not stored, so that a later default reaches it. */
	get change(): SettingsChange {
		const { cancelled, zeroAmount, noCustomer, zone, tierA, tierB, currency } = this;
		const plain = cancelled === 'exclude' && zeroAmount === 'exclude' && noCustomer === 'set-aside';
		return {
			weekStart: this.weekStart,
			yearStart: this.yearStart === 1 ? undefined : this.yearStart,
			refunds: this.refunds,
			asOf: this.#asOf,
			currency: currency === '' ? undefined : currency,
			rows: plain ? undefined : { cancelled, zeroAmount, noCustomer },
			zone: zone === '' ? undefined : zone,
			tiers: tierA === 70 && tierB === 90 ? undefined : { a: tierA / 100, b: tierB / 100 }
		};
	}

	get #asOf(): DefaultAsOf | undefined {
		if (this.asOf === 'day') return this.day === null ? undefined : { kind: 'day', day: this.day };
		return this.asOf === 'month-end' ? { kind: 'month-end' } : undefined;
	}
}
