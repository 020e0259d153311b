import {
  Call,
  PassportCode,
  PassportDo,
  PassportHelper,
  PassportOut,
  PassportPart,
  PassportPlan,
  PassportSheet,
} from '../../platform/web/components/index.ts'
import { languageTags } from '../../platform/words.ts'
import type { StaffCode } from '../code-for.ts'
import type { Passport, Thing } from '../passport.ts'
import { iconOfPathway } from '../pathway-icons.ts'

/** Both sides of the passport, in its own language. */
export function PassportSheets({ passport, code }: { passport: Passport; code: StaffCode | undefined }) {
  const { out, licence, helpers, night, firstDay, dates, plan } = passport
  return (
    <div lang={languageTags[passport.locale]}>
      <PassportSheet title={passport.title} sub={passport.made}>
        {out && <PassportOut label={out.label} date={out.date} text={out.text} />}
        {licence && <p>{licence}</p>}
        <PassportPart id="helpers" title={helpers.title} icon="people">
          {helpers.none && <p>{helpers.none}</p>}
          <ul>
            {helpers.people.map(({ name, who, number }) => (
              <PassportHelper name={name} who={who} number={number} />
            ))}
          </ul>
        </PassportPart>
        {night && (
          <PassportPart id="night" title={night.title} icon="moon" kind="night">
            <p>{night.text}</p>
            <Call number={night.number} />
          </PassportPart>
        )}
        {firstDay && (
          <PassportPart id="first-day" title={firstDay.title} icon="gate">
            <Things things={firstDay.things} />
          </PassportPart>
        )}
        {(dates.none || dates.things.length > 0) && (
          <PassportPart id="dates" title={dates.title} icon="calendar">
            {dates.none && <p>{dates.none}</p>}
            {dates.things.length > 0 && <Things things={dates.things} />}
          </PassportPart>
        )}
        <Plan plan={plan} />
        {code && (
          <PassportCode label={code.label} size={code.drawn.size} path={code.drawn.path}>
            <b>{code.staff}</b> {code.text}
          </PassportCode>
        )}
      </PassportSheet>
    </div>
  )
}

function Things({ things }: { things: readonly Thing[] }) {
  return (
    <ul>
      {things.map(({ icon, title, text }) => (
        <PassportDo icon={icon} title={title} text={text} />
      ))}
    </ul>
  )
}

function Plan({ plan }: Pick<Passport, 'plan'>) {
  return (
    <PassportPart id="plan" title={plan.title} icon="flag" kind="back">
      {plan.none && <p>{plan.none}</p>}
      <ul>
        {plan.pathways.map(({ code, name, said, lines }) => (
          <PassportPlan
            icon={iconOfPathway(code)}
            name={name}
            said={said && `${said.label}: “${said.text}”`}
            lines={lines}
          />
        ))}
      </ul>
    </PassportPart>
  )
}
