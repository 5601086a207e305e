/** Words that are a verb as well as a noun: 服务科技工作者 serves them, 科普服务 is a service. */
const verbs = new Set(
  (
    '安装 办理 帮扶 帮助 保护 保障 保证 编写 编制 编印 表彰 补助 补贴 采购 参加 参观 参与 测试 拆除 处理 处置 传播 创建 ' +
    '促进 搭建 打造 带动 调查 调研 动员 督促 对接 发布 发放 发挥 发展 防治 访问 分析 扶持 服务 辅导 负责 改革 改建 改进 改善 改造 ' +
    '更换 更新 公布 公开 巩固 购买 购置 管理 管护 规范 规划 合作 弘扬 化解 恢复 惠及 汇编 激励 集聚 加大 加快 加强 监测 ' +
    '监督 监管 检查 检测 检验 减少 建立 建设 建造 健全 奖励 降低 交付 交流 接待 接收 节约 解决 介绍 救助 举办 举行 聚集 开发 ' +
    '开放 开展 考察 考核 控制 扩大 扩建 利用 联系 落实 拍摄 培训 培养 培育 配备 配送 配套 聘请 评估 评价 评审 评选 普及 清理 清运 ' +
    '取得 认定 设计 设立 深化 申报 申请 审查 审核 审批 实施 使用 试点 收集 疏导 输送 体现 提高 提供 提升 体验 添置 调整 投入 ' +
    '推动 推广 推进 推送 推出 拓展 完成 完善 维持 维护 维修 委托 吸引 协调 新建 新增 形成 修复 修缮 修订 修建 宣传 宣讲 选拔 学习 ' +
    '巡查 研发 研究 演出 验收 移交 引导 引进 引领 应用 印刷 营造 优化 预防 运维 运行 运营 运转 增加 增强 展示 展览 招聘 征集 整改 ' +
    '整合 整治 支持 支付 支撑 执行 执法 指导 治理 制定 制作 种植 转化 资助 组织 咨询 租赁 遵守 走访 遏制 倡导 联动 救治 治疗 供应 ' +
    '保养 养护 绿化 清洁 清扫 保洁 消毒 巡逻 安置 就业 创业 创新 创作 出版 转播 播出 播放 直播 录制 翻译 编辑 编发 印制 采集 采编 登记 ' +
    '注册 鉴定 认证 检疫 接种 筛查 随访 补偿 补充 抚恤 慰问 供养 收养'
  ).split(' '),
);

/** What follows a verb as its noun and never as its object, at the end of a name: 维修经费 are funds for repairs. */
const carriers =
  /(?:率|满意度|经费|资金|费用|费|专款|补助款|项目|工程|机制|体系|平台|方案|计划|规划|办法|中心|基地|经验|技术)$/;

/** What English says before the thing itself: number of reports, timeliness of payment. */
const measures = /(?:数|[^质]量|次|人次|性|情况|程度|时间|年限|期限|进度|比例|占比|面积|金额)$/;

/**
 * Whether a row of Chinese nouns goes into English word by word. Not where one of them may be a verb with its object behind it,
 * nor where the last is a measure, which English puts first.
 */
export function isRowOfNouns(row: readonly string[]): boolean {
  const last = row.at(-1) ?? '';
  if (row.length > 1 && measures.test(last)) return false;
  return row.slice(0, -1).every((zh, index) => !isVerb(zh) || (index === row.length - 2 && carriers.test(last)));
}

function isVerb(zh: string): boolean {
  return verbs.has(zh) || (zh.length === 4 && verbs.has(zh.slice(0, 2)) && verbs.has(zh.slice(2)));
}
