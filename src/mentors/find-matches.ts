import type { Gender, Preference } from './kinds.ts'

/** Somebody who would like a mentor, as far as it matters for finding one. */
export interface Mentee {
  wishId: string
  personId: string
  gender: Gender
  prefers: Preference
  /** Where they will be, and the prison that they are in, if any. */
  places: readonly string[]
  languages: readonly string[]
  interests: readonly string[]
  matters: readonly string[]
}

export interface FreeMentor {
  mentorId: string
  name: string
  gender: Gender
  prefers: Preference
  places: readonly string[]
  languages: readonly string[]
  interests: readonly string[]
  experience: readonly string[]
  /** Matches that they have, and how many they can have. */
  load: number
  mostMentees: number
  /** Matches that were over. */
  walkedWith: number
}

/** Why a mentor stands where they stand, each with its words. */
export const reasons = ['PLACE', 'LANGUAGE', 'ASKED_GENDER', 'EXPERIENCE', 'INTERESTS', 'HAS_MENTORED', 'MOST_ROOM'] as const // biome-ignore format: a list
export type Reason = (typeof reasons)[number]

export interface Suggestion {
  mentor: FreeMentor
  reasons: readonly Reason[]
}

const weights: Record<Reason, number> = { PLACE: 16, LANGUAGE: 12, ASKED_GENDER: 4, EXPERIENCE: 4, INTERESTS: 2, HAS_MENTORED: 1, MOST_ROOM: 2 } // biome-ignore format: a table

/**
 * For every mentee the likest mentors, in one pass over all pairs. Whoever is full, is kept from the person, or is not of the gender
 * that either asked for is no suggestion. Place before language before experience before interests; among equals the one with most
 * room, then by name.
 *
 * @param keptFrom - `mentorId personId` of pairs that a bar keeps apart.
 * @param most - how many to name for each, the likest first.
 */
export function findMatches(
  mentees: readonly Mentee[],
  mentors: readonly FreeMentor[],
  keptFrom: ReadonlySet<string>,
  most: number,
): Map<string, Suggestion[]> {
  const numbers = new Numbers()
  const free = mentors
    .filter(({ load, mostMentees }) => load < mostMentees)
    .map((mentor) => ({
      mentor,
      ...marksOf(numbers, mentor, mentor.experience),
      room: mentor.mostMentees - mentor.load,
    }))
    .sort((a, b) => b.room - a.room || (a.mentor.name < b.mentor.name ? -1 : 1))
  const mostRoom = free[0]?.room ?? 0
  const found = new Map<string, Suggestion[]>()
  for (const mentee of mentees) {
    const asked = marksOf(numbers, mentee, mentee.matters)
    const best: { score: number; at: number; held: number }[] = []
    for (let at = 0; at < free.length; at++) {
      const { mentor, places, languages, interests, matters, room } = free[at]!
      if (!fits(mentee.prefers, mentor.gender) || !fits(mentor.prefers, mentee.gender)) continue
      const held =
        (meet(asked.places, places) ? 1 : 0) |
        (meet(asked.languages, languages) ? 2 : 0) |
        (mentee.prefers !== 'ANY' ? 4 : 0) |
        (meet(asked.matters, matters) ? 8 : 0) |
        (meet(asked.interests, interests) ? 16 : 0) |
        (mentor.walkedWith > 0 ? 32 : 0) |
        (room === mostRoom ? 64 : 0)
      const score = scores[held]!
      if (best.length === most && score <= best[most - 1]!.score) continue
      if (keptFrom.size > 0 && keptFrom.has(`${mentor.mentorId} ${mentee.personId}`)) continue
      let place = best.length
      while (place > 0 && best[place - 1]!.score < score) place--
      best.splice(place, 0, { score, at, held })
      if (best.length > most) best.pop()
    }
    found.set(mentee.wishId, best.map(({ at, held }) => ({ mentor: free[at]!.mentor, reasons: reasonsOf(held) }))) // biome-ignore format: one thing
  }
  return found
}

/** The sum of every combination of reasons, so that a pair costs one look. */
const scores = Array.from({ length: 2 ** reasons.length }, (_, held) => reasonsOf(held).reduce((sum, why) => sum + weights[why], 0)) // biome-ignore format: one thing

function reasonsOf(held: number): Reason[] {
  return reasons.filter((_, at) => held & (1 << at))
}

const fits = (asked: Preference, gender: Gender): boolean => asked === 'ANY' || asked === gender

function marksOf(numbers: Numbers, of: Pick<Mentee, 'places' | 'languages' | 'interests'>, matters: readonly string[]) {
  const mark = (kind: string, names: readonly string[]) => numbers.of(names.map((name) => `${kind} ${name.trim().toLowerCase()}`)) // biome-ignore format: one thing
  return {
    places: mark('place', of.places),
    languages: mark('language', of.languages),
    interests: mark('interest', of.interests),
    matters: mark('matter', matters),
  }
}

/** Whether two sorted lists of numbers have one in common. */
function meet(a: Uint32Array, b: Uint32Array): boolean {
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) return true
    if (x < y) i++
    else j++
  }
  return false
}

/** Numbers for names, so that comparing costs no text. */
class Numbers {
  private readonly known = new Map<string, number>()

  of(names: readonly string[]): Uint32Array {
    return Uint32Array.from(names, (name) => {
      const number = this.known.get(name) ?? this.known.size
      this.known.set(name, number)
      return number
    }).sort()
  }
}
