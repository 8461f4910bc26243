// What stands before Next in a web process; built into one file (scripts/launch/bundle.mjs).
export { answerAtDoor } from './doors';
export { guarded, onClientError } from './guard';
