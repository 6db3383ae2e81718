import type { ValueParams } from '../types.ts';
import { betaGeometric } from './beta-geometric.ts';
import { pareto } from './pareto.ts';
import type { PurchaseModel } from './purchase-model.ts';

/** The models of buying by the names that parameters use. */
export const purchaseModels: Readonly<Record<ValueParams['model'], PurchaseModel>> = {
	'bg-nbd': betaGeometric(0),
	'mbg-nbd': betaGeometric(1),
	'pareto-nbd': pareto
};
