import type { Learner } from '$lib/memory/learner';

export const nameOf = (learner: Learner): string => learner.name || 'You';
