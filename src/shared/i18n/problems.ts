/** Why a row of an import was not taken as it is, beyond what is wrong with a single value. */
export const problemsZh = {
  conflict: '运单 {{number}} 已导入（{{shippedOn}}），内容不同；已保留原有内容',
  'conflict-in-file': '运单 {{number}} 在本文件中重复出现，内容不同；只导入了第一行',
  'cross-period': '跨期重复：运单 {{number}} 已在 {{month}} 导入',
  'ambiguous-account': '客户“{{text}}”对应多个档案，请人工确认',
  'account-differs': '客户“{{text}}”已有档案，内容不同；已保留原有内容（可选择更新）',
  'duplicate-row': '与第 {{first}} 行的客户重复',
  'unknown-tier': '级别“{{text}}”不认识；可用：铂金、黄金、铁质、铅质',
  'unknown-group': '集团“{{text}}”没有档案',
  'code-taken': '客户编码 {{code}} 已属于“{{name}}”',
  'no-name': '没有客户名称',
  'value-unfit': '“{{text}}”不能作为这一项的内容',
  'name-taken': '名称与已有客户 {{code}} 相同，但编码不同，请人工确认',
  'name-ambiguous': '名称“{{text}}”对应多个客户，请填写客户编码',
} as const

export const problemsEn: Record<keyof typeof problemsZh, string> = {
  conflict: 'Waybill {{number}} was imported before ({{shippedOn}}) with other content; the old content was kept',
  'conflict-in-file':
    'Waybill {{number}} stands in this file twice with different content; only the first row was imported',
  'cross-period': 'Duplicate across months: waybill {{number}} was imported in {{month}}',
  'ambiguous-account': 'Customer “{{text}}” may be several accounts; a person must decide',
  'account-differs':
    'Customer “{{text}}” is known with other content; the old content was kept (choose update to change it)',
  'duplicate-row': 'The same customer as in row {{first}}',
  'unknown-tier': 'Tier “{{text}}” is not known; use 铂金, 黄金, 铁质 or 铅质',
  'unknown-group': 'No account for the group “{{text}}”',
  'code-taken': 'Customer code {{code}} belongs to “{{name}}”',
  'no-name': 'The customer name is missing',
  'value-unfit': '“{{text}}” does not fit this field',
  'name-taken': 'The name is that of customer {{code}}, but the code differs; a person must decide',
  'name-ambiguous': 'The name “{{text}}” fits several customers; add the customer code',
}
