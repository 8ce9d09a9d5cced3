package words

// medianWords are what is wrong with a request for equal distances.
var medianWords = map[string]entry{
	"siting.aversion": {"不均等厌恶程度应小于0，常用 -0.5（弱）、-1、-2（强）；这里是{epsilon}，换算系数是{kappa}",
		"the aversion to inequality must be below 0, usually -0.5 (mild), -1 or -2 (strong); here it is {epsilon}, and kappa {kappa}"},
	"siting.aversion_range": {"不均等厌恶程度过强，数值已无法分辨：换算系数{kappa}不能小于{limit}（最远{cost}）。请减弱，或改用“最远距离最短”模型",
		"the aversion to inequality is too strong to be told apart in numbers: kappa {kappa} must not be below {limit} (farthest {cost}). Weaken it, or use the p-center"},
}
