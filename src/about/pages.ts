import type { words } from './words.ts'

type Key = Parameters<ReturnType<typeof words>>[0]

export interface PagePart {
  title: Key
  paragraphs: readonly Key[]
  /** The page that says more. */
  link?: { text: Key; href: string }
  /** Shown to those who may; to everybody when left out. */
  may?: string
}

export interface StaticPage {
  title: Key
  lead: Key
  parts: readonly PagePart[]
}

export const help: StaticPage = {
  title: 'help.title',
  lead: 'help.lead',
  parts: [
    { title: 'help.sign-in', paragraphs: ['help.sign-in.1', 'help.sign-in.2'] },
    { title: 'help.day', paragraphs: ['help.day.1', 'help.day.2'], may: 'see cases' },
    { title: 'help.find', paragraphs: ['help.find.1', 'help.find.2'], may: 'see cases' },
    { title: 'help.write', paragraphs: ['help.write.1', 'help.write.2'], may: 'work on cases' },
    { title: 'help.assess', paragraphs: ['help.assess.1', 'help.assess.2'], may: 'work on cases' },
    { title: 'help.refer', paragraphs: ['help.refer.1', 'help.refer.2'], may: 'work on cases' },
    { title: 'help.import', paragraphs: ['help.import.1', 'help.import.2'], may: 'import people' },
    { title: 'help.users', paragraphs: ['help.users.1', 'help.users.2'], may: 'administer the agency' },
    { title: 'help.partnership', paragraphs: ['help.partnership.1'], may: 'coordinate the partnership' },
    { title: 'help.person', paragraphs: ['help.person.1', 'help.person.2'] },
    { title: 'help.wrong', paragraphs: ['help.wrong.1', 'help.wrong.2', 'help.wrong.3'] },
  ],
}

export const whoCanSeeWhat: StaticPage = {
  title: 'sight.title',
  lead: 'sight.lead',
  parts: [
    { title: 'sight.how', paragraphs: ['sight.how.1', 'sight.how.2', 'sight.how.3'] },
    { title: 'sight.nobody', paragraphs: ['sight.nobody.1', 'sight.nobody.2', 'sight.nobody.3'] },
    { title: 'sight.hidden', paragraphs: ['sight.hidden.1', 'sight.hidden.2'] },
    { title: 'sight.looks', paragraphs: ['sight.looks.1', 'sight.looks.2'] },
  ],
}

export const accessibility: StaticPage = {
  title: 'access.title',
  lead: 'access.lead',
  parts: [
    { title: 'access.can', paragraphs: ['access.can.1', 'access.can.2', 'access.can.3', 'access.can.4'] },
    { title: 'access.not-yet', paragraphs: ['access.not-yet.1', 'access.not-yet.2'] },
    { title: 'access.standard', paragraphs: ['access.standard.1', 'access.standard.2'] },
    { title: 'access.tell', paragraphs: ['access.tell.1'] },
  ],
}

export const privacy: StaticPage = {
  title: 'privacy.title',
  lead: 'privacy.lead',
  parts: [
    { title: 'privacy.what', paragraphs: ['privacy.what.1', 'privacy.what.2'] },
    { title: 'privacy.why', paragraphs: ['privacy.why.1', 'privacy.why.2'] },
    {
      title: 'privacy.who',
      paragraphs: ['privacy.who.1'],
      link: { text: 'privacy.who.2', href: '/who-can-see-what' },
    },
    { title: 'privacy.rights', paragraphs: ['privacy.rights.1', 'privacy.rights.2', 'privacy.rights.3'] },
    { title: 'privacy.workers', paragraphs: ['privacy.workers.1', 'privacy.workers.2'] },
    { title: 'privacy.browser', paragraphs: ['privacy.browser.1', 'privacy.browser.2'] },
  ],
}
