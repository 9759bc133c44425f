import { bestMove, probabilityOf, type Moves } from './moves';

/** The tree over a document's tokens; a root is its own head. */
export interface Tree {
	heads: Int32Array;
	labels: string[];
	/** Probability of each arc among the moves that were possible. */
	sure: Float32Array;
	/** Tokens that begin a sentence. */
	starts: Set<number>;
}

const NONE = -1;
/** S shift, D reduce, L and R arcs, B break. */
const LETTERS = ['S', 'D', 'L', 'R', 'B'];

/** Stack, buffer and arcs of the arc-eager system; `B`, `S`, `L` and `R` as in the literature. */
class State {
	readonly heads: Int32Array;
	readonly labels: string[];
	readonly sure: Float32Array;
	private readonly stack: number[] = [];
	/** Tokens put back, the next one last. */
	private readonly back: number[] = [];
	private next = 0;
	private readonly left = new Map<number, number[]>();
	private readonly right = new Map<number, number[]>();
	private readonly starts = new Set<number>();
	private readonly shiftedOnce: Uint8Array;

	constructor(private readonly length: number) {
		this.heads = new Int32Array(length).fill(NONE);
		this.labels = new Array<string>(length).fill('');
		this.sure = new Float32Array(length).fill(1);
		this.shiftedOnce = new Uint8Array(length);
	}

	get depth(): number {
		return this.stack.length;
	}

	get waiting(): number {
		return this.length - this.next + this.back.length;
	}

	get done(): boolean {
		return this.depth === 0 && this.waiting === 0;
	}

	S(i: number): number {
		return this.stack[this.stack.length - 1 - i] ?? NONE;
	}

	B(i: number): number {
		if (i < this.back.length) return this.back[this.back.length - 1 - i]!;
		const token = this.next + i - this.back.length;
		return token < this.length ? token : NONE;
	}

	look(into: Int32Array): void {
		const b = this.B(0);
		const s = this.S(0);
		into[0] = b;
		into[1] = this.B(1);
		into[2] = s;
		into[3] = this.S(1);
		into[4] = this.S(2);
		into[5] = this.left.get(b)?.at(-1) ?? NONE;
		into[6] = this.left.get(s)?.at(-1) ?? NONE;
		into[7] = this.right.get(s)?.at(-1) ?? NONE;
	}

	/** Letters of the moves that are possible. */
	get letters(): string {
		let letters = '';
		for (const letter of LETTERS) if (this.allows(letter)) letters += letter;
		return letters;
	}

	private allows(letter: string): boolean {
		const b = this.B(0);
		switch (letter) {
			case 'S':
				return (
					this.depth === 0 || (this.waiting >= 2 && !this.starts.has(b) && !this.shiftedOnce[b])
				);
			case 'D':
				return this.depth > 0;
			case 'L':
			case 'R':
				return this.depth > 0 && this.waiting > 0 && !this.starts.has(b);
			default: {
				const after = this.B(1);
				return this.waiting >= 2 && after === b + 1 && !this.starts.has(after);
			}
		}
	}

	move(name: string, probability: () => number): void {
		const label = name.slice(2);
		switch (name[0]) {
			case 'S':
				this.push();
				break;
			case 'D':
				if (this.heads[this.S(0)]! >= 0 || this.depth === 1) this.stack.pop();
				else this.putBack();
				break;
			case 'L':
				this.arc(this.B(0), this.S(0), label, probability());
				this.shiftedOnce[this.B(0)] = 0;
				this.stack.pop();
				break;
			case 'R':
				this.arc(this.S(0), this.B(0), label, probability());
				this.push();
				break;
			default:
				this.starts.add(this.B(1));
		}
	}

	/** When no move is possible: what is left stays without heads. */
	end(): void {
		this.stack.length = 0;
		this.back.length = 0;
		this.next = this.length;
	}

	private push(): void {
		this.stack.push(this.back.pop() ?? this.next++);
	}

	private putBack(): void {
		const token = this.stack.pop()!;
		this.shiftedOnce[token] = 1;
		this.back.push(token);
	}

	private arc(head: number, child: number, label: string, probability: number): void {
		const before = this.heads[child]!;
		if (before >= 0) {
			const kin = (before > child ? this.left : this.right).get(before)!;
			if (kin.at(-1) === child) kin.pop();
		}
		const side = head > child ? this.left : this.right;
		const kin = side.get(head);
		if (kin) kin.push(child);
		else side.set(head, [child]);
		this.heads[child] = head;
		this.labels[child] = label;
		this.sure[child] = probability;
	}
}

/** Draws the tree, one best move after the other. */
export function drawArcs(moves: Moves, vectors: Float32Array, spaces: boolean[]): Tree {
	const count = spaces.length;
	const state = new State(count);
	moves.read(vectors, count);
	const looked = new Int32Array(8);
	while (!state.done) {
		state.look(looked);
		const scores = moves.score(looked);
		const letters = state.letters;
		const possible = moves.possible(letters, (name) => letters.includes(name[0]!));
		const move = bestMove(scores, possible);
		const name = moves.names[move];
		if (name === undefined) state.end();
		else state.move(name, () => probabilityOf(move, scores, possible));
	}
	const { heads, labels, sure } = state;
	heads.forEach((head, i) => {
		if (head !== NONE) return;
		heads[i] = i;
		labels[i] = 'ROOT';
	});
	straighten(heads, labels, spaces);
	return { heads, labels, sure, starts: sentenceStarts(heads) };
}

/**
 * Arcs that had to be bent for a tree without crossings carry the label of the head they belong to (`relcl||dobj`):
 * looked for from the present head downwards, breadth first (Nivre and Nilsson 2005).
 */
function straighten(heads: Int32Array, labels: string[], spaces: boolean[]): void {
	const bent = labels.flatMap((label, i) => (label.includes('||') ? [i] : []));
	for (const token of bent) {
		const [label = '', wanted = ''] = labels[token]!.split('||');
		heads[token] = trueHead(token, wanted, heads, labels, spaces);
		labels[token] = label;
	}
}

function trueHead(
	token: number,
	wanted: string,
	heads: Int32Array,
	labels: string[],
	spaces: boolean[]
): number {
	let level = [heads[token]!];
	while (level.length) {
		const below: number[] = [];
		for (const parent of level)
			for (let child = 0; child < heads.length; child++) {
				if (heads[child] !== parent || child === parent || child === token || spaces[child])
					continue;
				if (labels[child] === wanted) return child;
				below.push(child);
			}
		level = below;
	}
	return heads[token]!;
}

/** A sentence begins at the leftmost token under each root. */
function sentenceStarts(heads: Int32Array): Set<number> {
	const edge = Int32Array.from(heads, (_, i) => i);
	const rootOf = (token: number): number => {
		let at = token;
		for (let steps = 0; heads[at] !== at && steps <= heads.length; steps++) at = heads[at]!;
		return at;
	};
	const starts = new Set<number>();
	for (let i = 0; i < heads.length; i++) {
		const root = rootOf(i);
		edge[root] = Math.min(edge[root]!, i);
	}
	heads.forEach((head, i) => {
		if (head === i) starts.add(edge[i]!);
	});
	return starts;
}
