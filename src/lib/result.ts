/** What went wrong, for a person: `message` says what, where and what to do. */
export interface Problem {
	code: string;
	message: string;
	/** The place: a path into the file (`facts.3.evidence.0`), a field, a line. */
	where?: string;
}

/** An outcome that the caller acts on. Faults that nobody can act on are thrown instead. */
export type Result<T, E = Problem> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <E = Problem>(error: E): { ok: false; error: E } => ({ ok: false, error });
