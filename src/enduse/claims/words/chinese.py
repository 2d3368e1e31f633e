"""Chinese words of saying, doubting and denying."""

from __future__ import annotations

SAY = (
    r"(?:表示|指出|称|说|透露|报道|宣布|强调|回应|证实|写道|告诉|声明|披露|警告|补充|坦言|介绍|承认|重申|解释|回答|爆料|显示|表明|"
    r"公布|通知|回忆|感叹|承诺|呼吁|抱怨|判断|通报|讲述|直言|坚称)"
)
BELIEVE = r"(?:认为|估计|预计|推测|怀疑|相信|预测|担心)"
DENY = "(?:否认|驳斥|反驳)"
CITE = "(?:援引|引述|引用)"
DOUBTING = "可能|据称|据信|疑似|或许|也许|似乎|涉嫌|据说|恐怕|或将"
"""Words that make what follows a doubt."""
NEGATION = r"不|没有|从未|并未|未(?!来|经)|无(?=法|权|关|意|据|证据|任何|从|须|需)|毫无|并无"
UNTRUE = "不实|谣言|纯属|捏造|污蔑|毫无根据|子虚乌有"
UNAWARE = "不(?:了解|知情|清楚|掌握)"
OURS = "我们|我国|中方|该公司|公司"
"""How a body speaks of itself."""
NO_COMMENT = "未(?:予)?(?:立即)?(?:置评|回应|回复)|拒绝(?:置评|评论)|没有(?:立即)?回应"
