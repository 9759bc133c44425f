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
	const letters = moves.names.map((name) => name[0]!);
	const types = moves.names.map((name) => name.slice(2));
	for (let token = 0; token < count; token++) {
		const last = token === count - 1;
		const cut = last || starts.has(token + 1);
		looked[0] = token;
		looked[1] = open ? open.start : -1;
		looked[2] = open ? token - 1 : -1;
		const scores = moves.score(looked);
		const within = open;
		const { move } = bestMove(scores, (i) => {
			const type = types[i]!;
			switch (letters[i]) {
				case 'B':
					return !within && !cut && type !== '' && !spaces[token];
				case 'I':
					return !!within && !cut && within.type === type;
				case 'L':
					return !!within && within.type === type;
				case 'U':
					return !within && type !== '' && !spaces[token];
				case 'O':
					return !within;
				default:
					return false;
			}
		});
		if (move < 0) break;
		const type = types[move]!;
		const letter = letters[move];
		if (letter === 'B') open = { start: token, end: -1, type };
		else if (letter === 'U') found.push({ start: token, end: token + 1, type });
		else if (letter === 'L' && open) {
			found.push({ ...open, end: token + 1 });
			open = undefined;
		}
	}
	return found;
}
