import { Sitting } from '$lib/quiz/sitting';
import { parseAll, type Read } from './tail';

export const readSittings = (records: readonly { sitting: unknown }[]): Read<Sitting> =>
	parseAll(
		Sitting,
		records.map((record) => record.sitting)
	);
