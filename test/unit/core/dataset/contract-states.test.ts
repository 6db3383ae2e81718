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
		...['Deactivated', 'Discontinued', 'Not active', 'Voided', 'incomplete_expired', 'Fermé', 'FERMÉE'],
		...['已解除', '合同解除', '已作废', '已完结', '已取消', '到期未续费']
	])('%s is an end too', (value) => {
		expect(statusOf('Status', value)).toBe('ended');
	});

	test.each([
		'已取消续费',
		'关闭自动续费',
		'已取消自动续费',
		'Cancelable',
		'Ferme',
		'Suspended',
		'流失风险',
		'解約予定',
		'終了予定',
		'到期提醒',
		'Baja prioridad',
		'已解除冻结'
	])('%s is none: it says what may come, or another thing', (value) => {
		expect(statusOf('Status', value)).toBe('running');
	});

	test.each([
		['Auto-renewed', 'No'],
		['AutoRenewed', '0'],
		['是否自动续费', '否'],
		['取消自动续费', '是'],
		['Cancelable', 'Yes'],
		['Cancellable', 'Yes'],
		['Non-cancellable', 'Yes'],
		['Ferme', 'Oui'],
		['Extended', 'Yes'],
		['Suspended', 'Yes'],
		['Recommended', 'Yes'],
		['Attended', 'Yes'],
		['Not churned', 'Yes'],
		['Non-renewed', 'No'],
		['Churn Risk', 'Yes'],
		['Ungekündigt', 'Ja']
	])('under %s, %s is no end', (header, value) => {
		expect(statusOf(header, value)).toBe('running');
	});

	test.each([
		['IsActiveMember', '0', '1'],
		['isActive', '0', '1'],
		['active_flag', 'N', 'Y'],
		['isEnded', 'true', 'false'],
		['is_expired', '1', '0'],
		['Contract ended', 'Yes', 'No'],
		['MembershipCancelled', 'Yes', 'No'],
		['Renewed', 'No', 'Yes'],
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
