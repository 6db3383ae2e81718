import type { LibraryApi } from '#lib/api/index.ts';
import type { Remote } from './remote.ts';

/** The library worker as the page sees it. */
export function libraryClient(worker: Remote<LibraryApi>): LibraryApi {
	return {
		start: (nowMs) => worker.call('start', nowMs),
		list: () => worker.call('list'),
		createWorkspace: (...args) => worker.call('createWorkspace', ...args),
		updateWorkspace: (workspace) => worker.call('updateWorkspace', workspace),
		decideSameCustomers: (...args) => worker.call('decideSameCustomers', ...args),
		deleteWorkspace: (id, nowMs) => worker.call('deleteWorkspace', id, nowMs),
		restoreWorkspace: (id) => worker.call('restoreWorkspace', id),
		deleteDataset: (id, nowMs) => worker.call('deleteDataset', id, nowMs),
		restoreDataset: (version) => worker.call('restoreDataset', version),
		original: (...args) => worker.call('original', ...args),
		dropOriginals: (datasetId) => worker.call('dropOriginals', datasetId),
		links: (workspaceId) => worker.call('links', workspaceId),
		chooseLink: (...args) => worker.call('chooseLink', ...args),
		orphans: (...args) => worker.call('orphans', ...args),
		rejects: (datasetId) => worker.call('rejects', datasetId),
		rows: (datasetId) => worker.call('rows', datasetId),
		issues: (datasetId) => worker.call('issues', datasetId),
		log: (entry) => worker.call('log', entry),
		logOf: (workspaceId) => worker.call('logOf', workspaceId),
		csv: (headers, rows) => worker.call('csv', headers, rows),
		template: (form, headers, name) => worker.call('template', form, headers, name),
		profile: (datasetId) => worker.call('profile', datasetId),
		profileTable: (tableId) => worker.call('profileTable', tableId),
		addSnapshot: (...args) => worker.call('addSnapshot', ...args),
		snapshot: (id) => worker.call('snapshot', id),
		describeSnapshot: (...args) => worker.call('describeSnapshot', ...args),
		deleteSnapshot: (id, nowMs) => worker.call('deleteSnapshot', id, nowMs),
		restoreSnapshot: (id) => worker.call('restoreSnapshot', id),
		emptyBin: () => worker.call('emptyBin'),
		eraseEverything: () => worker.call('eraseEverything')
	};
}
