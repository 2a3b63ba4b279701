import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#shared/i18n/index'
import { paperStyle } from './paper-style'

export interface PaperFrame {
  locale: Locale
  /** Name of the document, also of the PDF. */
  title: string
  /** Running header: branch on the left, document on the right. */
  branch: string
  /** The day it was printed, `YYYY-MM-DD`. */
  date: string
  /** Page words with `{page}` and `{pages}`. */
  pageOf: string
  landscape?: boolean
}

/** A paper as one complete HTML document. Everything from the book is text of React elements, so it is escaped. */
export function renderPaper(frame: PaperFrame, body: ReactNode): string {
  const markup = renderToStaticMarkup(
    <html lang={frame.locale}>
      <head>
        <meta charSet="utf-8" />
        <title>{frame.title}</title>
        <style dangerouslySetInnerHTML={{ __html: paperStyle + furniture(frame) }} />
      </head>
      <body>{body}</body>
    </html>,
  )
  return `<!doctype html>${markup}`
}

/** Page size and what stands in the margins of every page: branch, document, day, page of pages. */
function furniture({ branch, title, date, pageOf, landscape }: PaperFrame): string {
  const pages = pageOf
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssText(part)))
    .join(' ')
  return `@page { size: A4${landscape ? ' landscape' : ''};
    @top-left { content: ${cssText(branch)}; }
    @top-right { content: ${cssText(title)}; }
    @bottom-left { content: ${cssText(date)}; }
    @bottom-right { content: ${pages}; } }`
}

/** Text as a CSS string that can end neither the string nor the style element: all but plain letters are escaped. */
export function cssText(text: string): string {
  return `"${text.toWellFormed().replace(/[^\p{L}\p{N} ·-]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`
}

/** A part of a paper under its heading. Headings stay with what follows them. */
export function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section>
      <h2>
        {title}
        {note ? <small>{note}</small> : null}
      </h2>
      {children}
    </section>
  )
}

/** A row of the figures that matter, each with what it means and, in small, what it compares to. */
export function Figures({
  items,
}: {
  items: readonly { label: string; value: string; note?: string; bad?: boolean }[]
}) {
  return (
    <div className="figures">
      {items.map(({ label, value, note, bad }) => (
        <div key={label} className="figure">
          <span className="label">{label}</span>
          <b className={bad ? 'bad' : undefined}>{value}</b>
          {note ? <span className="note">{note}</span> : null}
        </div>
      ))}
    </div>
  )
}

/** A written text under its heading; nothing where nothing is written. */
export function TextSection({ title, text }: { title: string; text: string }) {
  return text.trim() === '' ? null : (
    <Section title={title}>
      <p>{text}</p>
    </Section>
  )
}

/** One of the facts on a cover, under its name. */
export function Named({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <span>{name}</span>
      {value}
    </div>
  )
}

/** Room to sign by hand, three in a row at the most. */
export function Signatures({
  signers,
  lines,
}: {
  signers: readonly { title: string; opinion?: string }[]
  /** What each of them fills in: name, day. */
  lines: readonly string[]
}) {
  return (
    <div className="signatures" style={{ gridTemplateColumns: `repeat(${Math.min(3, signers.length)}, 1fr)` }}>
      {signers.map(({ title, opinion }, index) => (
        <div key={index}>
          <b>{title}</b>
          <div className="opinion">{opinion}</div>
          {lines.map((line) => (
            <div className="sign" key={line}>
              {line}
              <i />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
