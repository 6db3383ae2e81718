import ts from 'typescript';

/** An `@example` block of a docstring. */
export interface Example {
	/** What it documents, e.g. `formatCount`. */
	readonly name: string;
	readonly line: number;
	readonly code: string;
}

/** An exported function and what is written above it. */
export interface DocumentedFunction {
	readonly name: string;
	readonly parameters: readonly string[];
	readonly hasDocstring: boolean;
	readonly hasExample: boolean;
}

function parse(path: string, text: string): ts.SourceFile {
	return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

/** The raw docstrings of a node, outermost first. */
function docstrings(node: ts.Node): { text: string; start: number }[] {
	const text = node.getSourceFile().text;
	return (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
		.map(({ pos, end }) => ({ text: text.slice(pos, end), start: pos }))
		.filter((comment) => comment.text.startsWith('/**'));
}

function nameOf(node: ts.Node): string {
	if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? '?';
	return (node as Partial<ts.NamedDeclaration>).name?.getText() ?? '?';
}

/** Every example of a file, of top-level declarations and of the members of classes. */
export function examplesOf(path: string, text: string): Example[] {
	const file = parse(path, text);
	const found: Example[] = [];
	const visit = (node: ts.Node, owner: string): void => {
		for (const comment of docstrings(node)) {
			const lines = comment.text.replace(/\*\/$/, '').split('\n');
			let code: string[] | null = null;
			let start = 0;
			const close = (): void => {
				if (code !== null) found.push({ name: owner + nameOf(node), line: start, code: code.join('\n') });
				code = null;
			};
			lines.forEach((raw, index) => {
				const line = raw.replace(/^\s*\/?\*{1,2} ?/, '');
				const tag = /^@(\w+)\s*(.*)$/.exec(line);
				if (tag !== null) close();
				if (tag?.[1] === 'example') {
					code = tag[2] === '' ? [] : [tag[2] ?? ''];
					start = file.getLineAndCharacterOfPosition(comment.start).line + 1 + index;
				} else if (code !== null) code.push(line);
			});
			close();
		}
		if (ts.isClassDeclaration(node)) {
			for (const member of node.members) visit(member, `${node.name?.text ?? ''}.`);
		}
	};
	for (const statement of file.statements) visit(statement, '');
	return found;
}

const isExported = (node: ts.Node): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);

/** The functions that a file exports, declared or as constants, once each (overloads count as one). */
export function exportedFunctions(path: string, text: string): DocumentedFunction[] {
	const found = new Map<string, DocumentedFunction>();
	const note = (name: string, node: ts.Node, parameters: ts.NodeArray<ts.ParameterDeclaration>): void => {
		const docs = docstrings(node);
		const before = found.get(name);
		found.set(name, {
			name,
			parameters: parameters.map((parameter) => parameter.type?.getText() ?? ''),
			hasDocstring: docs.length > 0 || before?.hasDocstring === true,
			hasExample: docs.some((doc) => doc.text.includes('@example')) || before?.hasExample === true
		});
	};
	for (const statement of parse(path, text).statements) {
		if (!isExported(statement)) continue;
		if (ts.isFunctionDeclaration(statement))
			note(statement.name?.text ?? '', statement, statement.parameters);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (initializer === undefined) continue;
			if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) {
				note(name.getText(), statement, initializer.parameters);
			}
		}
	}
	return [...found.values()];
}

/** What one `// =>` line of an example claims, and what came out. */
export interface Claim {
	readonly expression: string;
	readonly actual: unknown;
	readonly expected: unknown;
}

/** Typed arrays as plain arrays, all the way down, so that literals can stand for them. */
export function plain(value: unknown): unknown {
	if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
		return Array.from(value as unknown as ArrayLike<unknown>);
	}
	if (Array.isArray(value)) return value.map(plain);
	if (value instanceof Map) return new Map([...value].map(([key, item]) => [plain(key), plain(item)]));
	if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
	}
	return value;
}

/**
 * Runs an example with a module's exports in scope. Statements run as they stand; an expression that ends with
 * `// => literal` becomes a claim, and `// => throws 'code'` claims that it throws an error of that code.
 */
export async function runExample(text: string, scope: Readonly<Record<string, unknown>>): Promise<Claim[]> {
	// A claim ends its statement: a line that begins with a bracket would else go on with it.
	const code = text.replace(/;?[ \t]*(\/\/\s*=>.*)$/gm, '; $1');
	const file = parse('example.ts', code);
	const claims: Claim[] = [];
	const body = file.statements.map((statement) => {
		const rest = code.slice(statement.getEnd()).split('\n', 1)[0] ?? '';
		const literal = /^\s*\/\/\s*=>\s*(.+)$/.exec(rest)?.[1];
		const source = statement.getText();
		if (literal === undefined) return source;
		if (!ts.isExpressionStatement(statement)) throw new Error(`A claim needs an expression: ${source}`);
		const expression = statement.expression.getText();
		const quoted = JSON.stringify(expression);
		const thrown = /^throws\s+(.+)$/.exec(literal)?.[1];
		return thrown === undefined
			? `claim(${quoted}, (${expression}), (${literal}));`
			: `await claimThrows(${quoted}, async () => (${expression}), (${thrown}));`;
	});
	const script = ts.transpileModule(`const run = async () => {\n${body.join('\n')}\n};`, {
		compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
	}).outputText;
	const claim = (expression: string, actual: unknown, expected: unknown): void => {
		claims.push({ expression, actual: plain(actual), expected: plain(expected) });
	};
	const claimThrows = async (expression: string, run: () => unknown, expected: unknown): Promise<void> => {
		try {
			await run();
			claims.push({ expression, actual: 'nothing thrown', expected });
		} catch (error) {
			claims.push({ expression, actual: (error as { code?: unknown }).code, expected });
		}
	};
	const names = Object.keys(scope);
	// An example is code of this repository, made to run with its file's exports as variables.
	// eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval
	const make = new Function(
		'claim',
		'claimThrows',
		...names,
		`${script}
return run;`
	) as (...values: unknown[]) => () => Promise<void>;
	await make(claim, claimThrows, ...names.map((name) => scope[name]))();
	return claims;
}
