import { describe, expect, test } from 'vitest';
import { asksWhoLeft, statusOf } from '#lib/core/dataset/contract-states.ts';

describe('What a status says of a contract', () => {
	test.each([
		...[
			'Cancelled',
			'canceled',
			'Terminated',
			'Expired',
			'Closed',
			'Inactive',
			'lapsed',
			'Churned',
			'not renewed'
		],
		...['已终止', '已流失', '合同已取消', '到期', '已過期', '退订', '退保', '已注销', '未续约', '不再续费'],
		...['Gekündigt', 'abgelaufen', 'Résilié', 'Terminée', 'Clôturé', 'Dado de baja', 'Vencido', 'Caducada'],
		...['Disdetto', 'Cessato', 'Scaduto', 'Encerrado', 'Inativo', '解約済み', '退会', '期限切れ', '終了']
	])('%s is an end', (value) => {
		expect(statusOf('Status', value)).toBe('ended');
	});

	test.each([
		...['Active', 'Trialing', 'past_due', 'Paused', 'Renewed', 'Churn risk', 'expires soon', 'Leftover'],
		...[
			'未到期',
			'即将到期',
			'有效',
			'在约',
			'未终止',
			'Ungekündigt',
			'Aktiv',
			'En cours',
			'Vigente',
			'契約中',
			'Yes',
			'1'
		]
	])('%s is none', (value) => {
		expect(statusOf('Status', value)).toBe('running');
	});

	test.each([
		['Churn', 'Yes', 'No'],
		['Exited', '1', '0'],
		['是否流失', '是', '否'],
		['Résilié', 'Oui', 'Non'],
		['Gekündigt', 'Ja', 'Nein'],
		['Active', 'No', 'Yes'],
		['是否续约', '否', '是']
	])('under %s, %s is an end and %s is none', (header, left, stayed) => {
		expect([statusOf(header, left), statusOf(header, stayed)]).toEqual(['ended', 'running']);
	});

	test('an empty cell says nothing, and a header of a status does not ask who left', () => {
		expect(statusOf('Churn', ' ')).toBe('unsaid');
		expect(['Status', '状态', 'Auto renew', 'Plan'].some(asksWhoLeft)).toBe(false);
	});
});
