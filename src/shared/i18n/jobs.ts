/** Phases of long work, as jobs report them. A phase without words of its own is shown as "working". */
export const jobsZh = {
  working: '正在处理',
  starting: '正在开始',
  reading: '正在读取文件',
  checking: '正在核对',
  matching: '正在匹配客户',
  rating: '正在计费',
  writing: '正在写入',
  committing: '正在生效',
  undoing: '正在撤销',
  rewriting: '正在重写数据文件',
  accounts: '正在建立客户',
  prices: '正在建立价格表',
  waybills: '正在建立运单',
  importing: '正在导入',
  finishing: '正在生效',
  rollups: '正在汇总月度数据',
  exporting: '正在导出',
} as const

export type JobsKey = keyof typeof jobsZh

export const jobsEn: Record<JobsKey, string> = {
  working: 'Working',
  starting: 'Starting',
  reading: 'Reading the file',
  checking: 'Checking',
  matching: 'Matching customers',
  rating: 'Rating',
  writing: 'Writing',
  committing: 'Putting into effect',
  undoing: 'Undoing',
  rewriting: 'Writing the data file anew',
  accounts: 'Setting up customers',
  prices: 'Setting up price sheets',
  waybills: 'Setting up waybills',
  importing: 'Importing',
  finishing: 'Putting into effect',
  rollups: 'Summing up the months',
  exporting: 'Exporting',
}
