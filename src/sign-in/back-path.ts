const ours = 'http://throughline.invalid'
const doors = /^\/(sign-in|sign-out|session|language|setup)(\/|\?|$)/

/** A path of our own site; anything else is undefined. */
export function localPath(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return undefined
  const url = URL.canParse(wanted, ours) ? new URL(wanted, ours) : undefined
  if (url?.origin !== ours || url.pathname.startsWith('//')) return undefined // "/.//x" is "//x" once it is resolved
  return `${url.pathname}${url.search}${url.hash}`
}

/** Where sign-in leads back to: a path of our own site, but not to a door, where one would stand again. */
export function ownPath(wanted: unknown): string | undefined {
  const path = localPath(wanted)
  return path && !doors.test(path) ? path : undefined
}
