// Several stories told at the same time in one demo, which has one clock.

/** Lets so many act at a time; the others wait for their turn. */
export class Stage {
  #free;
  #waiting = [];

  constructor(places) {
    this.#free = places;
  }

  async act(scene) {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise((resolve) => this.#waiting.push(resolve));
    try {
      return await scene();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/**
 * One clock for many stories: it turns when all that are still being told ask for the same turn. A story that fails
 * leaves, and the others go on without it.
 */
export class SharedClock {
  #stories = new Set();
  #asking = new Map();
  #turn;

  /** @param {(days: number) => Promise<void>} turn */
  constructor(turn) {
    this.#turn = turn;
  }

  join(story) {
    this.#stories.add(story);
  }

  leave(story) {
    this.#stories.delete(story);
    this.#turnIfAllAsk();
  }

  /** Resolves when the clock has been turned by so many days. */
  turned(story, days) {
    return new Promise((resolve, reject) => {
      this.#asking.set(story, { days, resolve, reject });
      this.#turnIfAllAsk();
    });
  }

  #turnIfAllAsk() {
    const asking = [...this.#asking.values()];
    if (asking.length === 0 || [...this.#stories].some((story) => !this.#asking.has(story))) return;
    this.#asking.clear();
    const days = asking[0].days;
    const turning = asking.some((one) => one.days !== days) ? Promise.reject(new Error("the stories ask for different turns")) : this.#turn(days);
    turning.then(
      () => asking.forEach((one) => one.resolve()),
      (error) => asking.forEach((one) => one.reject(error)),
    );
  }
}
