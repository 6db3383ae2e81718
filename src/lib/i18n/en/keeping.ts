/** English: the kept file, changing an import, what is wrong with rows, the log. */
const keeping = {
	keep: 'Keep the original file in this browser ({size|bytes})',
	keepHint: 'Then the import can be changed later without the file, and the file saved again byte for byte.',
	replaces: 'A new version of {name}',
	replacesText:
		'It takes the place of the present version, which goes to the bin. Undo brings it back as it was.',
	otherFile: 'This is another file than the one {name} was made from: its content differs.',
	original: 'Original file',
	originalKept: 'Kept in this browser: {name}, {size|bytes}.',
	originalPacked: 'Kept in this browser: {name}, {size|bytes}; packed, it takes {stored|bytes}.',
	originalAbsent: 'Not kept. To change the import, the file is needed once more.',
	originalSave: 'Save original file',
	originalDrop: 'Free its space',
	originalDropped: 'The copy of {name} was removed. The dataset stays.',
	change: 'Change the import…',
	changeText:
		'Other columns, formats or choices about rows. You see what they give before the dataset changes.',
	versions: 'Former versions',
	versionsText: 'In the bin for 30 days. Bringing one back exchanges it with the present one.',
	versionOf: 'until {time}',
	versionBack: 'Bring back',
	versionBackNamed: 'Bring back the version until {time}',
	versionBrought: 'The former version of {name} is back.',
	againTitle: 'The file once more',
	againText: 'No copy of {name} ({size|bytes}) is kept here. Choose the same file to change the import.',
	againDrop: 'Drop {name}'
} as const;
export default keeping;
