import { bestMove, type Moves } from './moves';

/** A name or figure: tokens `[start, end)` and its type. */
export interface Entity {
	start: number;
	end: number;
	type: string;
}

/** Finds names and figures, one best move after the other: begin, in, last, unit, out. */
export function findEntities(
	moves: Moves,
	vectors: Float32Array,
	spaces: boolean[],
	starts: Set<number>
): Entity[] {
	const count = spaces.length;
	moves.read(vectors, count);
	const found: Entity[] = [];
	let open: Entity | undefined;
	const looked = new Int32Array(3);
	for (let token = 0; token < count; token++) {
		const last = token === count - 1;
		const cut = last || starts.has(token + 1);
		looked[0] = token;
		looked[1] = open ? open.start : -1;
		looked[2] = open ? token - 1 : -1;
		const scores = moves.score(looked);
		const within = open?.type;
		const space = spaces[token]!;
		const kind = `${within ?? '-'} ${cut} ${space}`;
		const possible = moves.possible(kind, (name) => isPossible(name, within, cut, space));
		const name = moves.names[bestMove(scores, possible)];
		if (name === undefined) break;
		const type = name.slice(2);
		const letter = name[0];
		if (letter === 'B') open = { start: token, end: -1, type };
		else if (letter === 'U') found.push({ start: token, end: token + 1, type });
		else if (letter === 'L' && open) {
			found.push({ ...open, end: token + 1 });
			open = undefined;
		}
	}
	return found;
}

/** Whether a move is possible: within a name of a type or outside, where a name must end, on white space. */
function isPossible(
	name: string,
	within: string | undefined,
	cut: boolean,
	space: boolean
): boolean {
	const type = name.slice(2);
	switch (name[0]) {
		case 'B':
			return within === undefined && !cut && type !== '' && !space;
		case 'I':
			return within === type && !cut;
		case 'L':
			return within === type;
		case 'U':
			return within === undefined && type !== '' && !space;
		case 'O':
			return within === undefined;
		default:
			return false;
	}
}
