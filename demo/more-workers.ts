import { nameTexts, type WorkerText } from './content.ts'
import { randomOf } from './random.ts'

// Beyond the 300 people that the named workers carry, more of the same jobs are needed: about 40 people each.
const jobs = [
  { agency: 'FHI', job: 'Key worker', of: 0.5, named: 4 },
  { agency: 'CRI', job: 'Key worker', of: 0.28, named: 2 },
  { agency: 'WXP', job: 'Community offender manager', of: 0.6, named: 3 },
  { agency: 'CAP', job: 'Community offender manager', of: 0.4, named: 2 },
]
const peoplePerWorker = 40

/** Workers for a partnership of many people; none for a small one. */
export function moreWorkers(people: number): WorkerText[] {
  return jobs.flatMap(({ agency, job, of, named }) => {
    const wanted = people <= 500 ? 0 : Math.ceil((people * of) / peoplePerWorker) - named
    return Array.from({ length: Math.max(0, wanted) }, (_, index) => {
      const random = randomOf(index, agency.charCodeAt(0), agency.charCodeAt(2))
      const names = random.pick(nameTexts)
      const given = random.pick(random.chance(0.5) ? names.female : names.male)
      const name = `${given} ${random.pick(names.family)}`
      const phone = `01632 960 ${String(400 + (index % 600)).padStart(3, '0')}`
      return {
        key: `worker${index + 1}`.concat('.', agency.toLowerCase()),
        agency,
        name,
        job,
        phone,
        roles: ['WORKER'],
      }
    })
  })
}
