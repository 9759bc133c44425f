import * as z from 'zod/mini';
import { checkDeck } from '$lib/facts/check';
import { Deck } from '$lib/facts/deck';
import { fail, ok, type Problem, type Result } from '$lib/result';

/** The file that a deck is kept, exported and handed out in. */
const FORMAT = 'quern-deck';
const VERSION = 1;

const MAX_CHARACTERS = 5_000_000;

/** Steps from one version to the next, oldest first: `migrations[0]` makes version 2 of version 1. */
const migrations: ((file: Record<string, unknown>) => Record<string, unknown>)[] = [];

const refuse = (code: string, message: string, where?: string): { ok: false; error: Problem } =>
	fail(where === undefined ? { code, message } : { code, message, where });

// What a person can act on, not zod's words.
const EXPECTED: Record<string, string> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	array: 'a list',
	object: 'a group of fields',
	boolean: 'true or false'
};

function firstIssue(error: z.core.$ZodError): Problem {
	const [issue] = error.issues;
	const where = issue?.path.join('.') ?? '';
	const at = where ? ` at ${where}` : '';
	let what = 'has something this version can’t read';
	if (issue?.code === 'invalid_type')
		what = `should have ${EXPECTED[issue.expected] ?? issue.expected}`;
	else if (issue?.code === 'unrecognized_keys')
		what = `has the unknown field “${issue.keys.join('”, “')}”`;
	else if (issue?.code === 'invalid_value')
		what = `should have one of ${issue.values.map(String).join(', ')}`;
	else if (issue?.code === 'too_small') what = 'has too little';
	else if (issue?.code === 'too_big') what = 'has too much';
	return {
		code: 'not-a-deck',
		message: `The deck file ${what}${at}. Export the deck again, or mend the file there.`,
		...(where ? { where } : {})
	};
}

/** Reads a parsed deck file of any version so far. Every problem is a sentence with its place. */
export function readDeck(file: unknown): Result<Deck> {
	if (
		typeof file !== 'object' ||
		file === null ||
		Array.isArray(file) ||
		(file as { format?: unknown }).format !== FORMAT
	)
		return refuse(
			'not-a-deck',
			'This is not a Quern deck. Choose a file that Quern exported; its name ends in .quern.json.'
		);
	let current = file as Record<string, unknown>;
	const { version } = current;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
		return refuse(
			'no-version',
			'The deck file does not say which version it is. Export the deck again.',
			'version'
		);
	if (version > VERSION)
		return refuse(
			'unknown-version',
			`The deck was made by a newer Quern (file version ${version}; this one reads up to ${VERSION}). Update Quern, then open the deck again.`,
			'version'
		);
	for (const migrate of migrations.slice(version - 1)) current = migrate(current);
	const { format: _format, version: _version, ...rest } = current;
	const parsed = z.safeParse(Deck, rest);
	if (!parsed.success) return fail(firstIssue(parsed.error));
	const [problem] = checkDeck(parsed.data);
	return problem ? fail(problem) : ok(parsed.data);
}

/** Reads the text of a deck file. */
export function parseDeck(text: string): Result<Deck> {
	if (text.length > MAX_CHARACTERS)
		return refuse(
			'too-large',
			'The file is larger than 5 million characters, which no deck is. Choose another file.'
		);
	let file: unknown;
	try {
		file = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
	} catch (error) {
		const place = /position (\d+)/.exec(String(error))?.[1];
		return refuse(
			'not-json',
			`The deck file is damaged: it can’t be read as JSON${place ? ` from character ${place} on` : ''}. Get the file again, or mend it there.`
		);
	}
	return readDeck(file);
}

/** A deck as its file holds it. */
export const fileOf = (deck: Deck) => ({ format: FORMAT, version: VERSION, ...deck });

/** The text of a deck file, to keep or to hand out. */
export const writeDeck = (deck: Deck): string => `${JSON.stringify(fileOf(deck), null, '\t')}\n`;
