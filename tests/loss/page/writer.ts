/** One way to keep answers. `write` settles once the answer counts as saved. */
export interface Writer {
	write(n: number): Promise<void>;
	/** The numbers of all answers that are there. */
	written(): Promise<number[]>;
}
