/** Thrown through Univer where the engine cannot know what Excel would say: no function around it may make a value of that. */
export class Unanswerable extends Error {
  constructor() {
    super('The engine has no answer.');
  }
}
