/** The ids of one load, in the order of making: version 7 UUIDs whose random part is a counter, so that loads repeat. */
export function idsOf(now: Date): () => string {
  const time = now.getTime().toString(16).padStart(12, '0')
  const start = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-`
  let made = 0
  return () => {
    made += 1
    return start + made.toString(16).padStart(12, '0')
  }
}
