import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OriginsResult } from '#lib/core/methods/origins/types.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import type { FindingsResult } from '#lib/core/methods/findings/types.ts';
import type { LifecycleResult } from '#lib/core/methods/lifecycle/types.ts';
import type { MigrationResult } from '#lib/core/methods/migration/types.ts';
import type { OverviewResult } from '#lib/core/methods/overview/types.ts';
import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import type { ContractsResult } from '#lib/core/methods/contracts/types.ts';
import type { ContributionResult } from '#lib/core/methods/contribution/types.ts';
import type { ValueResult } from '#lib/core/methods/value/types.ts';
import type { RfmResult } from '#lib/core/methods/rfm/types.ts';
import type { MethodDefinition } from '#lib/core/methods/types.ts';
import { overallProvenance } from '../provenance.ts';
import { hideSmallGroups } from '../redact/redact-model.ts';
import type { ReportInput } from '../types.ts';
import { chaptersOf, plainItems, shownOf } from './chapters.ts';
import { describeChurn } from './churn.ts';
import { describeContracts } from './contracts.ts';
import { describeOrigins } from './origins.ts';
import type { MethodContent } from './content.ts';
import { totalsTables } from './control-totals.ts';
import { describeFindings } from './findings.ts';
import { describeAnyMethod } from './generic.ts';
import { describeLifecycle } from './lifecycle.ts';
import { madeTables } from './made.ts';
import { describeMigration } from './migration.ts';
import { describeOverview } from './overview.ts';
import { describeRetention } from './retention.ts';
import { describeContribution } from './contribution.ts';
import { describeValue } from './value.ts';
import { describeRfm } from './rfm.ts';
import { toldContent } from './told-content.ts';
import type { DefinitionModel, Labelled, ReportModel, Section } from './types.ts';
import { calendarWords } from '#lib/i18n/calendar-words.ts';
import { voiceFor, type Voice } from './voice.ts';

/**
 * Puts results into words: title facts, findings in sentences, tables and pictures per section, definitions,
 * parameters, control totals and provenance. Pure but for the local calendar date of `request.nowMs`.
 */
export function buildReportModel(input: ReportInput): ReportModel {
	const { request, dataset, analyses, definitions, refunds } = input;
	const voice = voiceFor(request.locale, dataset.manifest, request.hideBelow);
	const { words } = voice;
	const byId = new Map(definitions.map((definition) => [definition.id, definition]));
	const nameOf = (method: string) => byId.get(method)?.name[request.locale] ?? method;
	const used = [...new Set(analyses.map(({ result }) => result.method))];
	const day = localDay(request.nowMs);
	const { sound, tables } = totalsTables(dataset.manifest.totals, voice);
	const { duplicatesSeen: duplicates, blankLines: blank } = dataset.manifest.totals;
	const items = request.items ?? plainItems(analyses.length);
	const shown = analyses.map((_, i) => shownOf(items, i));
	const model: ReportModel = {
		locale: request.locale,
		title: titleOf(input, voice),
		preparedFor: request.preparedFor,
		facts: facts(input, day, voice),
		notes: request.notes
			.split(/\n\s*\n/)
			.map((paragraph) => paragraph.trim())
			.filter((paragraph) => paragraph !== ''),
		sections: analyses.map((analysis, i) => {
			const all = section(analysis, i, input, nameOf, byId, voice);
			return shown[i]?.says === true ? all : { ...all, findings: [] };
		}),
		chapters: [],
		definitions: used.flatMap((id) => {
			const definition = byId.get(id);
			return definition === undefined ? [] : [definitionModel(definition, voice)];
		}),
		totals: {
			lead: sound ? words.totals.lead() : words.totals.broken(),
			sound,
			tables,
			remarks: words.totals.remarks({
				duplicates,
				blank,
				netted: refunds === 'net' ? dataset.ordersNettedAway : 0
			})
		},
		made: {
			...madeTables(input, overallProvenance(analyses), nameOf, voice),
			explain: words.made.explain()
		},
		footer: words.footer({ day })
	};
	const told =
		request.hideBelow === null
			? model
			: hideSmallGroups(model, request.hideBelow, voice, input.memory, shown);
	const sections = told.sections.map((one, i) => ({
		...one,
		blocks: one.blocks.filter((block) => shown[i]?.shows(block) === true)
	}));
	return { ...told, sections, chapters: chaptersOf(items, sections, voice) };
}

function section(
	{ result, provenance }: Analysis,
	index: number,
	{ refunds, dataset, told }: ReportInput,
	nameOf: (method: string) => string,
	byId: ReadonlyMap<string, MethodDefinition>,
	voice: Voice
): Section {
	const { words } = voice;
	const own = told?.sections[index];
	const content =
		own === undefined
			? computedContent({ result, provenance }, voice, dataset.manifest.scale)
			: toldContent(own, voice);
	const { asOf, from } = result.frame;
	const calendar = calendarWords(result, voice.locale, voice.messages.terms);
	return {
		id: `section-${index + 1}`,
		method: result.method,
		title: nameOf(result.method),
		purpose: byId.get(result.method)?.purpose[voice.locale] ?? '',
		...content,
		frame: [
			words.frame({
				asOf: voice.day(asOf),
				window: from === null ? words.facts.windowAll() : words.facts.windowFrom({ day: voice.day(from) }),
				refunds: refunds === 'net' ? words.frameNet() : words.frameGross(),
				n: result.n
			}),
			...(calendar === null ? [] : [calendar])
		].join(' · '),
		provenance
	};
}

function computedContent({ result, provenance }: Analysis, voice: Voice, scale: number) {
	const content: MethodContent =
		result.status === 'ok'
			? contentOf({ result, provenance }, voice, scale)
			: { findings: [{ strong: voice.words.notEnough(), rest: '' }], blocks: [], parameters: [] };
	const remarks = [...result.missing, ...result.warnings];
	return { ...content, warnings: remarks.map((remark) => voice.remark('warnings', remark)), notice: '' };
}

/** The types of each method's parameters and tables are its own; the id says which they are. */
function contentOf({ result }: Analysis, voice: Voice, scale: number): MethodContent {
	switch (result.method) {
		case 'overview':
			return describeOverview(result as OverviewResult, voice, scale);
		case 'findings':
			return describeFindings(result as FindingsResult, voice);
		case 'rfm':
			return describeRfm(result as RfmResult, voice);
		case 'lifecycle':
			return describeLifecycle(result as LifecycleResult, voice);
		case 'retention':
			return describeRetention(result as RetentionResult, voice);
		case 'origins':
			return describeOrigins(result as OriginsResult, voice);
		case 'churn':
			return describeChurn(result as ChurnResult, voice);
		case 'contracts':
			return describeContracts(result as ContractsResult, voice);
		case 'value':
			return describeValue(result as ValueResult, voice, scale);
		case 'migration':
			return describeMigration(result as MigrationResult, voice);
		case 'contribution':
			return describeContribution(result as ContributionResult, voice);
		default:
			return describeAnyMethod(result, voice);
	}
}

function facts({ dataset, analyses, refunds }: ReportInput, day: string, voice: Voice): Labelled[] {
	const { facts: words, several } = voice.words;
	const { manifest } = dataset;
	const one = (texts: readonly string[]) => {
		const distinct = [...new Set(texts)];
		return distinct.length > 1 ? several() : (distinct[0] ?? voice.day(dataset.lastDay));
	};
	const frames = analyses.map(({ result }) => result.frame);
	return [
		{
			label: words.period(),
			value: words.periodValue({ from: voice.day(dataset.firstDay), to: voice.day(dataset.lastDay) })
		},
		{ label: words.asOf(), value: one(frames.map(({ asOf }) => voice.day(asOf))) },
		{
			label: words.window(),
			value: one(
				frames.map(({ from }) =>
					from === null ? words.windowAll() : words.windowFrom({ day: voice.day(from) })
				)
			)
		},
		{ label: words.customers(), value: voice.count(dataset.customers) },
		{ label: words.orders(), value: voice.count(dataset.orders) },
		{ label: words.revenue(), value: voice.money(dataset.revenue) },
		{ label: words.refunds(), value: refunds === 'net' ? words.refundsNet() : words.refundsGross() },
		{ label: words.source(), value: manifest.file.name },
		{ label: words.made(), value: day }
	];
}

function definitionModel(definition: MethodDefinition, voice: Voice): DefinitionModel {
	const { locale } = voice;
	return {
		id: `definition-${definition.id}`,
		name: definition.name[locale],
		version: voice.words.method.version({ n: definition.version }),
		purpose: definition.purpose[locale],
		formulas: definition.formulas.map(({ name, text }) => ({ label: name[locale], value: text[locale] })),
		assumptions: definition.assumptions.map((words) => words[locale]),
		sources: definition.sources.map(({ title, url }) => ({ title, url: url ?? null }))
	};
}

/** The title that was given; else that of the ready report, in the report's language. */
export function titleOf({ request, dataset, analyses }: ReportInput, { messages, day }: Voice): string {
	if (request.title !== '' || request.titled === undefined) return request.title;
	const { template, subject } = request.titled;
	const asOf = analyses[0]?.result.frame.asOf ?? dataset.lastDay;
	return messages.report.titles[template]({ name: subject, day: day(asOf) });
}

/** The date on the maker's own calendar. */
function localDay(ms: number): string {
	const date = new Date(ms);
	if (Number.isNaN(date.getTime())) return '–';
	const two = (value: number) => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
