import { PageLocale } from '../../platform/web/components/index.ts'
import { HappenedPart, type HappenedProps } from './happened.tsx'

/** The timeline alone, for an open page that heard that something changed. */
export function timelineFragment(props: HappenedProps) {
  return (
    <PageLocale.Provider value={props.locale}>
      <HappenedPart {...props} />
    </PageLocale.Provider>
  )
}
