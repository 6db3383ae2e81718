/**
 * A part of a deck with its elements in the order that the standard asks for (ECMA-376, 21.2 for charts and 19.2 for the
 * presentation); most programs read past it, strict ones offer to repair.
 *
 * @param path the part's name in the package
 * @example
 * inStandardOrder('ppt/presentation.xml', '<a><p:sldIdLst/><p:notesMasterIdLst></p:notesMasterIdLst></a>')
 * // => '<a><p:notesMasterIdLst></p:notesMasterIdLst><p:sldIdLst/></a>'
 */
export function inStandardOrder(path: string, xml: string): string {
	if (path === 'ppt/presentation.xml') {
		return movedBefore(xml, /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s, '<p:sldIdLst');
	}
	// The number of the page has the id that a table may have.
	if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) {
		return xml.replace(/<p:cNvPr id="\d+" name="Slide Number/, '<p:cNvPr id="1000" name="Slide Number');
	}
	if (!/^ppt\/charts\/chart\d+\.xml$/.test(path)) return xml;
	return xml
		.replace(/<c:ser>.*?<\/c:ser>/gs, (series) =>
			movedBefore(movedBefore(series, /<c:dPt>.*<\/c:dPt>/s, '<c:dLbls>'), MARKER, '<c:dLbls>')
		)
		.replace(/<c:lineChart>.*?<\/c:lineChart>/gs, (lines) =>
			lines.replaceAll(/<c:invertIfNegative [^>]*\/>/g, '')
		)
		.replace(/<c:catAx>.*?<\/c:catAx>/gs, (axis) =>
			movedBefore(axis, /<c:tickLblSkip [^>]*\/>/, '<c:noMultiLvlLbl')
		);
}

const MARKER = /<c:marker>.*?<\/c:marker>/s;

/** Moves what a pattern finds to before a tag, where that stands before it, or behind it. */
function movedBefore(xml: string, what: RegExp, tag: string): string {
	const [found] = what.exec(xml) ?? [];
	if (found === undefined) return xml;
	const rest = xml.replace(found, () => '');
	const at = rest.indexOf(tag);
	return at < 0 ? xml : rest.slice(0, at) + found + rest.slice(at);
}

/**
 * The list of the types of all parts, without those that are not there: the library names a master for every slide.
 *
 * @example
 * typesOfParts('<Override PartName="/a" ContentType="t"/><Override PartName="/b" ContentType="t"/>', ['a'])
 * // => '<Override PartName="/a" ContentType="t"/>'
 */
export function typesOfParts(xml: string, parts: readonly string[]): string {
	const there = new Set(parts.map((path) => `/${path}`));
	return xml.replace(/<Override PartName="([^"]*)"[^>]*\/>/g, (entry, name: string) =>
		there.has(name) ? entry : ''
	);
}
