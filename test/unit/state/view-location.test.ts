import { describe, expect, it, vi } from 'vitest';
import { ViewLocation, type Navigate } from '#lib/state/view-location.svelte.ts';

function location() {
	let now = 0;
	const navigate = vi.fn<Navigate>();
	return { place: new ViewLocation(navigate, () => now), navigate, wait: (ms: number) => (now += ms) };
}

describe('the view and its address', () => {
	it('go together: a change is a new entry in the history', () => {
		const { place, navigate } = location();
		place.update({ workspace: 'w1' }, 'open');
		place.setParams('rfm', { bins: 4 });
		expect(navigate.mock.calls).toEqual([
			['?w=w1', 'push'],
			['?w=w1&rfm.bins=4', 'push']
		]);
	});

	it('take a burst of changes of one thing as one step back', () => {
		const { place, navigate, wait } = location();
		place.setParams('rfm', { bins: 4 });
		wait(300);
		place.setParams('rfm', { bins: 6 });
		wait(300);
		place.setParams('rfm', { binning: 'ntile' });
		wait(3000);
		place.setParams('rfm', { binning: 'mean' });
		expect(navigate.mock.calls.map(([, mode]) => mode)).toEqual(['push', 'replace', 'push', 'push']);
	});

	it('keep how pictures are shown beside the parameters, and the customers that are open', () => {
		const { place, navigate, wait } = location();
		place.update({ selection: { method: 'rfm', table: 'segments', row: 2 } }, 'selection');
		wait(3000);
		place.setLook('groups', 'areas');
		expect(navigate.mock.lastCall).toEqual(['?show.groups=areas&sel=rfm.segments.2', 'push']);
		place.sync('?show.groups=bars&show.bad name=x&rfm.bins=4');
		expect(place.view).toMatchObject({ looks: { groups: 'bars' }, params: { rfm: { bins: 4 } } });
		place.setLook('groups', null);
		expect(place.query).toBe('?rfm.bins=4');
	});

	it('follow the address when one goes back, without writing it again', () => {
		const { place, navigate } = location();
		place.update({ asOf: 15_000 }, 'as-of');
		place.sync('');
		expect(place.view.asOf).toBeNull();
		expect(navigate).toHaveBeenCalledTimes(1);
	});

	it('keep an equal view as it is, so that nothing is computed anew', () => {
		const { place, navigate } = location();
		place.sync('?w=w1&rfm.bins=4');
		const before = place.view;
		place.sync('?rfm.bins=4&w=w1');
		place.update({ workspace: 'w1' }, 'open');
		expect(place.view).toBe(before);
		expect(navigate).not.toHaveBeenCalled();
	});

	it('lose the selection when a parameter changes, and carry all but it to another screen', () => {
		const { place } = location();
		place.sync('?w=w1&rfm.bins=4&sel=rfm.matrix.3');
		expect(place.query).toBe('?w=w1&rfm.bins=4');
		place.setParams('rfm', { bins: undefined });
		expect(place.view.selection).toBeNull();
		expect(place.view.params).toEqual({});
	});

	it('reset one method and leave the others alone', () => {
		const { place } = location();
		place.sync('?rfm.bins=4&retention.unit=week');
		place.resetParams('rfm');
		expect(place.view.params).toEqual({ retention: { unit: 'week' } });
	});
});
