const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** The document with a policy that lets it draw itself and nothing else: no scripts, nothing from any address. */
export function selfContained(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  const head = /<head[^>]*>/i.exec(html)
  if (head) return html.slice(0, head.index + head[0].length) + meta + html.slice(head.index + head[0].length)
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? ''
  return doctype + meta + html.slice(doctype.length)
}
