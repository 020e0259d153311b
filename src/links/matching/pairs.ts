/** Pairs that may be matches, with the level of each field. */
export interface Pairs {
  count: number
  left: Int32Array
  right: Int32Array
  levels: Uint8Array
}

/** Takes pairs one at a time: some 20 bytes a pair. */
export class KeptPairs implements Pairs {
  count = 0
  left = new Int32Array(1024)
  right = new Int32Array(1024)
  levels: Uint8Array<ArrayBufferLike>
  private readonly width: number

  constructor(width: number) {
    this.width = width
    this.levels = new Uint8Array(1024 * width)
  }

  add(left: number, right: number, levels: Uint8Array): void {
    if (this.count === this.left.length) this.grow()
    this.left[this.count] = left
    this.right[this.count] = right
    this.levels.set(levels, this.count * this.width)
    this.count += 1
  }

  /** In memory of their own size, so that they can be handed over to another thread. */
  trimmed(): Pairs {
    const { count, left, right, levels, width } = this
    return { count, left: left.slice(0, count), right: right.slice(0, count), levels: levels.slice(0, count * width) }
  }

  private grow(): void {
    const room = Math.ceil(this.count * 1.6)
    this.left = widened(this.left, new Int32Array(room))
    this.right = widened(this.right, new Int32Array(room))
    this.levels = widened(this.levels, new Uint8Array(room * this.width))
  }
}

function widened<T extends Int32Array | Uint8Array>(narrow: T, wide: T): T {
  wide.set(narrow)
  return wide
}
