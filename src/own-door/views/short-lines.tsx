/** One thing a line: a line that holds several is hard to read for who reads little. What is not known is left out. */
export function ShortLines({ lines }: { lines: readonly (string | false | null | undefined)[] }) {
  return (
    <>
      {lines
        .filter((line) => line)
        .map((line, index) => (
          <>
            {index > 0 && <br />}
            {line}
          </>
        ))}
    </>
  )
}
