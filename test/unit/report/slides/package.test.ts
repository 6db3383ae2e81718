import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeReport } from '#lib/report/index.ts';
import { sampleInput } from '../fixture.ts';

/** Children in the order of the schemas of ECMA-376 (dml-chart.xsd, pml.xsd), of the elements that decks have here. */
const order: Readonly<Record<string, string>> = {
	'p:presentation':
		'sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz defaultTextStyle extLst',
	'p:sld': 'cSld clrMapOvr transition timing extLst',
	'p:sp': 'nvSpPr spPr style txBody extLst',
	'p:graphicFrame': 'nvGraphicFramePr xfrm graphic extLst',
	'c:chartSpace':
		'date1904 lang roundedCorners style clrMapOvr protection chart spPr txPr externalData printSettings userShapes',
	'c:chart': 'title autoTitleDeleted view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs',
	'c:plotArea': 'layout barChart lineChart catAx valAx dTable spPr',
	'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId',
	'c:lineChart': 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId',
	'c:barChart c:ser':
		'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape',
	'c:lineChart c:ser': 'idx order tx spPr marker dPt dLbls trendline errBars cat val smooth',
	'c:dPt': 'idx invertIfNegative marker bubble3D explosion spPr pictureOptions',
	'c:catAx':
		'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl',
	'c:valAx':
		'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits',
	'c:legend': 'legendPos legendEntry layout overlay spPr txPr'
};

/** What stands in another place than the schemas say, or is not in them. */
function misplaced(xml: string): string[] {
	const open: { name: string; last: number }[] = [];
	const found: string[] = [];
	for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
		if (close === '/') {
			open.pop();
			continue;
		}
		const parent = open.at(-1);
		const wanted = parent && (order[`${open.at(-2)?.name} ${parent.name}`] ?? order[parent.name]);
		if (parent !== undefined && wanted !== undefined) {
			const at = wanted.split(' ').indexOf(name.split(':')[1] ?? '');
			if (at < parent.last) found.push(`${parent.name} > ${name}`);
			parent.last = Math.max(parent.last, at);
		}
		if (empty !== '/') open.push({ name, last: 0 });
	}
	return found;
}

describe('a file of slides as a package', () => {
	let parts: Record<string, string> = {};
	beforeAll(async () => {
		const file = new Uint8Array(await (await writeReport(sampleInput('zh-CN'), 'pptx', null)).arrayBuffer());
		parts = Object.fromEntries(
			Object.entries(unzipSync(file)).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])
		);
	});
	const attributes = (tag: string): Readonly<Record<string, string>> =>
		Object.fromEntries(
			[...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const)
		);

	test('has a type for every part, and no type for a part that is not there', () => {
		const types = parts['[Content_Types].xml'] ?? '';
		const named = [...types.matchAll(/<Override [^>]*>/g)].map(([tag]) => attributes(tag)['PartName']);
		const endings = [...types.matchAll(/<Default [^>]*>/g)].map(([tag]) => attributes(tag)['Extension']);
		expect(new Set(named).size).toBe(named.length);
		expect(named.filter((name) => parts[name?.slice(1) ?? ''] === undefined)).toEqual([]);
		const rest = Object.keys(parts).filter((path) => !named.includes(`/${path}`));
		expect(
			rest.filter((path) => path !== '[Content_Types].xml' && !endings.includes(path.split('.').at(-1)))
		).toEqual([]);
		// Sheets, masters and charts have a type of their own; a plain XML part would not open.
		expect(rest.filter((path) => /^ppt\/.*\.xml$/.test(path))).toEqual([]);
	});

	test('has a part for every relationship, and a relationship for every reference', () => {
		let checked = 0;
		for (const [path, xml] of Object.entries(parts).filter(([name]) => name.endsWith('.rels'))) {
			const base = posix.dirname(posix.dirname(path));
			const tags = [...xml.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => attributes(tag));
			const ids = tags.map(({ Id }) => Id);
			expect(new Set(ids).size, path).toBe(ids.length);
			for (const { Target = '', TargetMode } of tags) {
				expect(TargetMode, path).toBeUndefined();
				const target = Target.startsWith('/') ? Target.slice(1) : posix.join(base, Target);
				expect(parts[target], `${path}: ${Target}`).toBeDefined();
				checked++;
			}
			const of = parts[posix.join(base, posix.basename(path, '.rels'))] ?? '';
			const used = [...of.matchAll(/\sr:(?:id|embed|link)="([^"]+)"/g)].map(([, id]) => id);
			expect(
				used.filter((id) => !ids.includes(id)),
				path
			).toEqual([]);
		}
		expect(checked).toBeGreaterThan(100);
	});

	test('has its elements in the order of the standard, and shapes with ids of their own', () => {
		for (const [path, xml] of Object.entries(parts).filter(([name]) => /^ppt\/.*\.xml$/.test(name))) {
			expect(misplaced(xml), path).toEqual([]);
			const ids = [...xml.matchAll(/<p:cNvPr [^>]*>/g)].map(([tag]) => attributes(tag)['id']);
			expect(new Set(ids).size, path).toBe(ids.length);
		}
		expect(misplaced('<c:lineChart><c:ser><c:dLbls/><c:marker></c:marker></c:ser></c:lineChart>')).toEqual([
			'c:ser > c:marker'
		]);
	});
});
