import type { Messages } from '#lib/i18n/messages.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { Command } from '#lib/state/palette.ts';
import { themes } from '#lib/state/settings.svelte.ts';
import { modKey } from './mod-key.ts';
import { railScreens } from '#lib/state/screens.ts';
import { screenKeys, type KeyActs } from './shortcuts.ts';

/** All commands of the moment. `other` are the messages of the language not chosen: its words find things too. */
export function paletteCommands(app: App, acts: KeyActs, t: Messages, other: Messages): Command[] {
	const { shell } = t;
	const go: Command[] = (['start', ...railScreens] as const).map((screen, index) => ({
		id: `go:${screen}`,
		group: shell.paletteGo(),
		label: shell.screens[screen](),
		keywords: [other.shell.screens[screen](), screen],
		...keyOf(app.settings.singleKeys ? screenKeys[index - 1] : undefined),
		run: () => app.goTo(screen)
	}));
	const open: Command[] = [
		...app.library.workspaces.map((workspace) => ({
			id: `workspace:${workspace.id}`,
			group: shell.paletteOpen(),
			label: workspace.name,
			keywords: [],
			run: () => app.open({ workspace: workspace.id, dataset: null, snapshot: null })
		})),
		...app.library.snapshots.map((snapshot) => ({
			id: `snapshot:${snapshot.id}`,
			group: shell.paletteOpen(),
			label: snapshot.name,
			keywords: [t.start.snapshots(), other.start.snapshots()],
			run: () => app.openSnapshot(snapshot)
		})),
		...app.library.snapshots.map((snapshot) => ({
			id: `compare:${snapshot.id}`,
			group: shell.screens.compare(),
			label: snapshot.name,
			keywords: [shell.screens.compare(), other.shell.screens.compare()],
			run: () => app.compareWith(snapshot)
		}))
	];
	return [
		...go,
		...open,
		...viewCommands(app, t, other),
		...reportCommands(app, t, other),
		...doCommands(app, acts, t, other)
	];
}

const keyOf = (key: string | undefined): { keys?: string[] } => (key === undefined ? {} : { keys: [key] });

function viewCommands(app: App, t: Messages, other: Messages): Command[] {
	const { shell } = t;
	const group = shell.paletteView();
	if (app.workbench.frame === null || app.workbench.readOnly) return [];
	return [
		{
			id: 'window:all',
			group,
			label: shell.commands.windowAll(),
			keywords: [other.shell.commands.windowAll()],
			run: () => app.location.update({ window: { kind: 'all' }, selection: null }, 'window')
		},
		...[12, 24].map((n) => ({
			id: `window:${n}`,
			group,
			label: shell.commands.windowMonths({ n }),
			keywords: [other.shell.commands.windowMonths({ n })],
			run: () => app.location.update({ window: { kind: 'months', months: n }, selection: null }, 'window')
		})),
		...(app.workbench.selection === null
			? []
			: [
					{
						id: 'clear-selection',
						group,
						label: shell.commands.clearSelection(),
						keywords: [other.shell.commands.clearSelection()],
						run: () => app.workbench.select(null)
					}
				])
	];
}

/** Charts and tables of the screen, each to be put into the report. */
function reportCommands(app: App, t: Messages, other: Messages): Command[] {
	return app.report.offers.map((offer) => ({
		id: `piece:${offer.piece}`,
		group: t.charts.toReport(),
		label: offer.title,
		keywords: [t.charts.toReport(), other.charts.toReport()],
		run: () => app.report.take(offer)
	}));
}

function settingsCommand(app: App, t: Messages, other: Messages): Command[] {
	const { workspace } = app.workbench;
	if (workspace === null) return [];
	return [
		{
			id: 'settings',
			group: t.shell.paletteDo(),
			label: t.shell.commands.settings(),
			keywords: [other.shell.commands.settings()],
			run: () => (app.configuring = workspace.id)
		}
	];
}

function doCommands(app: App, acts: KeyActs, t: Messages, other: Messages): Command[] {
	const { commands } = t.shell;
	const group = t.shell.paletteDo();
	const theirs = other.shell.commands;
	return [
		{
			id: 'import',
			group,
			label: commands.importFile(),
			keywords: [theirs.importFile()],
			keys: [`${modKey}O`],
			run: acts.importFile
		},
		{
			id: 'report',
			group,
			label: commands.saveReport(),
			keywords: [theirs.saveReport()],
			keys: [`${modKey}S`],
			run: acts.report
		},
		...settingsCommand(app, t, other),
		{
			id: 'language',
			group,
			label: commands.switchLanguage(),
			keywords: [theirs.switchLanguage()],
			run: () => void app.settings.speak(app.settings.locale === 'en' ? 'zh-CN' : 'en')
		},
		...themes.map((theme) => ({
			id: `theme:${theme}`,
			group,
			label: commands.theme({ name: t.shell.themes[theme]() }),
			keywords: [theirs.theme({ name: other.shell.themes[theme]() })],
			run: () => (app.settings.theme = theme)
		})),
		{
			id: 'shortcuts',
			group,
			label: commands.shortcuts(),
			keywords: [theirs.shortcuts()],
			...(app.settings.singleKeys ? { keys: ['?'] } : {}),
			run: acts.help
		}
	];
}
