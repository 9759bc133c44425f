/** All that looks after the store and that no page needs at once: loaded when it is asked for. */
export { compact } from './compact';
export { saveLearner } from './learners';
export { remove, revoke } from './removal';
export { snapshot, snapshots } from './snapshots';
