// Tells eslint-plugin-boundaries which file an import means: relative paths, and `#lib/` as in package.json.
const { existsSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

/** The nearest folder at or above `from` that holds a package.json. */
function projectOf(from) {
	for (let folder = from; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'package.json'))) return folder;
		if (folder === dirname(folder)) return from;
	}
}

module.exports = {
	interfaceVersion: 2,
	resolve(source, file) {
		const name = source.replace(/\?.*$/, '');
		const alias = /^[#$]lib\//.exec(name);
		if (alias === null && !name.startsWith('.')) return { found: false };
		const path =
			alias === null
				? resolve(dirname(file), name)
				: join(projectOf(dirname(file)), 'src/lib', name.slice(alias[0].length));
		return existsSync(path) && statSync(path).isFile() ? { found: true, path } : { found: false };
	}
};
