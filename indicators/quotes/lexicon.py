"""The closed classes of the grammar: words that carry structure and are no indicator's name.

What names an indicator stands in the ``[texts]`` tables of the catalogue. Words are separated by
blanks; the longest word that fits is read.
"""

from __future__ import annotations

from typing import Final

AREAS: Final = {
    "urban": "城镇 城镇地区 城镇一侧 城里 城里人 城市 城市地区 城区 城镇居民 城市居民 都市 市镇 urban",
    "rural": "农村 农村地区 乡里 乡下人 乡村 乡村地区 乡村居民 农村居民 乡下 村镇 农村牧区 rural",
    "total": "全国 我国 中国 国内 合计 两者合计 城乡合计 中国大陆 全社会",
}
LEVELS: Final = {
    "province": "省级 省一级 省区市级 省级层面",
    "prefecture": "地市级 地市 市级 地级 地级市 地市州 地市一级 市一级 州市 地州市 市州 地级市州",
    "county": "县级 区县级 区县 县区 县（区） 县市区 县（市、区） 区县一级 县一级 县区级 县市 县域 县市级 区（县）",
    "township": "乡镇级 乡镇 乡镇（街道） 乡镇、街道 乡镇街道 街道 乡级 镇级 乡镇一级 乡一级 乡镇及街道",
}
# One sign each: a level only between marks of a list or before 级.
BARE_LEVELS: Final = {"省": "province", "市": "prefecture", "地": "prefecture", "县": "county"} | {
    "区": "county",
    "乡": "township",
}
# A statistic of something else: an indicator's name that hangs on one of these is not quoted.
OTHERS: Final = """
某 粉丝 粉丝数 满分 欧洲 亚洲 非洲 美洲 大洋洲 北美 拉美 拉丁美洲 东盟 欧盟 东部 中部 西部 东部地区 西部地区 中部地区 未成年 未成年人 青少年 青年 老年 老年人 中老年 老龄 岁 周岁 大学生 中学生 小学生 学生 儿童 女性 男性 女网民 男网民 学历
初中 高中 大专 本科 低龄 银发 残疾人 农民工 白领 学龄前
即时通信 搜索引擎 网络新闻 网络视频 短视频 微短剧 网络直播 直播 网络购物 网购 网络支付 移动支付 手机支付 在线教育 在线医疗
互联网医疗 在线办公 网约车 网络外卖 网上外卖 外卖 在线旅行 旅行预订 网络音乐 网络游戏 网络文学 网络音频 网上银行 电子商务 社交应用
生成式 人工智能 大模型 电子邮件 博客 网络论坛 数字人民币 网络视听 共享单车
ipv6 ipv4 固定宽带 宽带 光纤 千兆 物联网 移动电话 固定电话 电话 电视 有线电视 数字电视 电脑 计算机 台式电脑 笔记本电脑 平板电脑
智能手机 智能电视 智能音箱 智能家居 家庭宽带 移动宽带 基站 流量 终端 mbps 汽车
活跃用户 月活 日活 注册用户 实名用户 客户端 app 小程序 下载量 办件 办件量 接通率 满意率 满意度 好评率 有效率 受访 受访者
被访 问卷 课题组
贫困村 行政村 建制村 贫困户 农户 中小学 企业 中小企业 上市公司 学校 医院 高校 党员 干部 政协 代表 资金 投资 收入 支出 营收 产值
销售额 零售额 交易额 市场规模 产业规模 gdp 经济 人口 总人口 户籍 常住人口 留言 窗口 事项 热线 电子证照 证照 电话用户 工单
增加值 信息 邮箱 网页 页面 带宽 服务器 企业网站 教育网站 新闻网站 商业网站 公司网站 事业单位网站 学校网站 商务网站 购物网站
教育域名 中文域名 .com .net .org .edu .中国
""".split()
# A place below the provinces: its figures are none of the catalogue's, until 全国 is said.
LOCALS: Final = (
    "某县 某市 某省 某镇 某区 我县 我市 我区 我省 我镇 我村 我校 我局 本县 本市 本区 本省 本校 全县 全市 全镇 全村 全校 全区 全省 该县 该市 该区 该省 该校 "
    "各县 市直 县直 省直 市属 区属 全州 全乡"
).split()
# Nouns that head a statistic; unless an indicator owns them they end what went before.
OTHER_HEADS: Final = "用户 用户数 用户规模 覆盖率 使用率 占有率 入网率".split()

CHANGES: Final = (
    "增长 增加 新增 净增 上升 提升 提高 下降 减少 降低 回落 下滑 扩大 缩小 收窄 多出 增幅 减幅 跌幅 缩幅 增速 增长率 增量 升幅 降幅 涨幅 变化 "
    "上涨 攀升 前移 后移 上移 下移 跃升 增 升 涨 跌 降 减 提升了 年均增长 增多 前进 进步 退步 后退 猛增 激增 增长幅度 提升幅度 "
    "增加值 变动 拉高 抬升 抬高 grew rose increased fell decreased dropped up down growth increase by"
).split()
# Every verb of change before 至, 到 or 为 leads to a level: 增至, 爬升到, 减为.
CHANGE_VERBS: Final = (
    "增长 增加 增 上升 升 提升 提高 下降 降 减少 减 降低 扩大 扩展 扩张 上涨 涨 攀升 爬升 前移 后移 上移 下移 跃升 跃 跌 缩减 缩 回落 抬升 "
    "发展 壮大 下滑 滑落 回升 变 精简 压减 压缩 猛增 激增 递增 推高 膨胀 飙升 翻 反弹 收缩 萎缩 前进 后退 退 升高 增多 拉升 走高 滑 调整 累积 积累"
).split()
CHANGE_TO: Final = ["升入", "一跃至", "一跃成为"] + [
    verb + suffix for verb in CHANGE_VERBS for suffix in ("至", "到", "为", "成", "到了")
]
FROM: Final = "由 从 自 from".split()
COMPARED: Final = "较 比 相较 相比 对比 与 同 较之 比起 相对 和 跟 compared than".split()
# Verbs that take the whole as their object (占网民的), and nouns that need none.
SHARE_VERBS: Final = "占 占到 占了 占有 所占 占据 占总 占全 只占 仅占 各占 均占 约占 已占".split()
SHARE_NOUNS: Final = "占比 比重 比例 份额 构成 所占比例 所占比重 之比 share proportion".split()
# Distances that no change of an indicator: between areas, to a mean.
GAP_NOUNS: Final = "差距 差异 差值 落差 鸿沟 平均水平 均值 剪刀差 差额 之差 缩差 平均线".split()
GAPS: Final = ("相差 差 高出 高于 低于 领先 落后 多于 少于 超出 高 低").split()
CURRENT: Final = (
    "目前 如今 当前 眼下 现在 现阶段 现今 今天 今日 迄今 至今 截至目前 截止目前 到目前为止 时下 当下 现有 最新 现已 "
    "currently now today"
).split()
# Where people live makes a share of netizens a rural or urban one: 三分之一生活在农村.
DWELLINGS: Final = "生活在 住在 居住在 来自 来自于 分布在 居于 身处 集中在 居住于 生活于".split()
FORMER: Final = "前者".split()
LATTER: Final = "后者".split()
RESPECTIVE: Final = "分别 各为 依次 依次为 分別 respectively".split()
EACH: Final = "均 都 皆 全部 全都 双双 一律".split()
AMONG: Final = "其中 当中".split()
POPULATION: Final = (
    "人口 总人口 人口总数 全国人口 常住人口 居民 国民 人口总量 农村人口 城镇人口".split()
)
# What tells that the sentence speaks for CNNIC again after another source.
NATIVE_SOURCES: Final = "cnnic 中国互联网络信息中心 互联网络信息中心 中国互联网信息中心".split()
THIS_IS: Final = (
    "这是 这就是 这正是 这便是 此即 即 就是 正是 便是 指的是 是 这个数 这一数字 这个数字 this is"
).split()
CONJUNCTIONS: Final = "、 和 与 及 以及 并 暨 and & 或".split()
# Verbs of telling: what stands before them is who tells and not what is told of.
REPORTING: Final = (
    "数据显示 数据表明 统计显示 统计表明 报告显示 报告指出 调查显示 资料显示 结果显示 调查结果显示 写成 写作 写道 写为 写着 说成 称 声称 称作 称为 认为 指出 表示 显示 表明 给出 公布 估计 预计 报道 引作 引用 误作 误写 误写成 误写为 误作为 "
    "误为 记作 记为 登记 算成 算作 统计 统计为 披露 透露 答案是 得出 提到 提及 介绍 算出 测算 标注 注明 列为 列出 改成 改为 抄成 看成 当成 当作 "
    "写的是 说的是 给的是 讲 说 发现 counted reported"
).split()
# Words that make the figure a mean over several surveys or years.
AVERAGES: Final = "平均值 均值 平均数 平均值为 算术平均 算术平均值".split()
# A count under one of these is of a sample.
SAMPLES: Final = "实验 采集 爬取 抽取 抽样 样本 选取 随机抽 训练集 测试集 数据集".split()
COPULAS: Final = "是 乃是 系 属于 指的是 即是 实为 才是 其实是 原是 本来是 本是".split()
COMMAS: Final = "， , ； ; ： : — —— … ·".split()
OPENING: Final = "（ ( 【 [".split()
CLOSING: Final = "） ) 】 ]".split()
# Words without weight: verbs that link a name to its figure, adverbs, particles, sources.
FUNCTION: Final = """
连同 加上 含 计入 全体 总体 整体 全部 的 了 为 达 达到 已达 已达到 达成 达至 有 在 也 就 则 而 且 并且 但 但是 已 已经 仅 仅为 仅有 只 只有 共 共有 共计 总计 其 该 此 这 那 均为 都是
又 再 还 仍 仍为 仍有 约 约为 近 超 超过 突破 到 至 将 将近 接近 不足 不到 逾 余 多 以 按 据 等 之 于 中 里 内 上 下 间 个 人 名 家 位 项
大约 大概 左右 以上 以下 略 略高于 略低于 高达 多达 低至 处于 位于 保持在 维持在 稳定在 稳居 站上 迈过 跨过 站稳 逼近
左右徘徊 徘徊在 停留在 停在 落在 走到 来到 迈上 跨上 触及 首次 历史性 再次 率先 创下 录得 合计 总共 一共 累计 高居 即 也就是 也即 换言之 亦即
因此 因而 所以 由于 从而 另外 此外 同时 与此同时 另据 据悉 据统计 据了解 据介绍 据报道
数据 发布 报告 可见 结果 上述 以上 其余 剩余 余下 对应 对应的 相应 相应的 相应地 同样 相同 相当于 折合 换算 约合
同期 当时 彼时 此时 届时 截至 截止 截止到 截至到 到 至 止 为止 底 末 初 年 月 日 期间 以来 以后 之后 之前 以前 期末 里头 里面 中间 之中 年度 当年 同年 该年 那时 全年
这一 该项 此项 各 各地 各级 各类 全 总 整个 所有 每 某 来看 来说 而言 方面 一侧 一端 一方 层面 角度 口径 水平 指标 数字 数值 数量 数目 总数 总量 总计为 地区 范围
增长较快 较快 规定 设定 保留 设立 实施 公开 国务院 国务院部门 发展 全国政府网站信息报送系统 各地区 各部门 各省 各市 各县 各省区市 各方 两级 三级 四级 各级 真正 实际 真实 准确 正确 确切 具体 最终 相关 有关 推动 带动 拉动 促进 促使 使得 使 令 让 助推 快速 迅速 稳步 持续 继续 进一步 明显 显著 大幅 小幅 微 略微 有所 逐年 逐步 不断 平稳 年均 平均 每年 幅度 速度
互联网 网络 境内 大陆 用 使用 通过 利用 其次 第一 首位 首 排名 排在 排 位列 位居 名列 居 列 
拥有 开设 开通 建有 建成 设有 建立 注册 认证 上线 运行 正在运行 存有 保有 涵盖 覆盖 涉及 包括 包含 接入 提供 可办理 办理 可办 吸引 服务 惠及 形成 汇聚 聚集
网民调查 网民调查口径 调查口径 中国互联网络发展状况统计报告 互联网络发展状况统计报告 统计报告 统计调查 调查报告 中国互联网络信息中心 cnnic 中国互联网信息中心 国家互联网信息办公室 国家网信办 工业和信息化部
the of is was were had has have a an in with at by as to its their that which there total number rate people among for also while china s
""".split()
