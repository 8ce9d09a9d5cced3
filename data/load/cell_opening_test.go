package load

import (
	"testing"

	"quarter/data"
)

// What people write into 开放时间: yes for a weekend or an evening from 19:00, no for office hours only, unstated for neither.
func TestReadOpening(t *testing.T) {
	for want, texts := range map[data.Flag][]string{
		data.Yes: {
			"周一至周日 08:30-21:00", "周一至周日 09:00-17:00", "周二至周日 09:00-18:00", "工作日 08:30-17:30，周六 10:00-16:00", "周末照常开放", "双休日开放", "周六日开放",
			"星期六上午", "礼拜天", "每天", "每日9:00-17:00", "全天", "全天候开放", "全年无休", "节假日无休", "节假日不休息", "24小时", "24小时自助服务", "7x24", "晚上19:00-21:00",
			"夜间开放", "周一至周五，延时至20:00", "延时服务", "错时开放", "8:30-20:00", "8：30—20：00", "８：３０－２０：００", "周一至周五 8:30-19:00", "9点到21点", "9时至19时30分",
			"早9晚8", "早九晚九", "朝9:00晚8", "下午2:00-8:00", "19:00-次日8:00", "周一至周五9:00-17:00（周六预约）", "9:00-20:00（周末休息）", "除周一外每天开放", "周一闭馆，每天9:00-17:00",
			"周二至周日9:00-17:00，周一休息", "每天9:00-17:00，周日休息", "法定节假日除外，每天8:00-18:00", "周一到周六", "周一至六", "周1-周7", "周1至周6", "星期一至星期天", "每周六天", "不打烊",
			"Mon-Sun 08:30-21:00", "Tue-Sun 09:00-18:00", "Weekdays 08:30-17:30, Sat 10:00-16:00", "daily", "every day 9-5", "Weekend", "weekends too", "Saturday morning", "evening classes",
			"周一闭馆，其余9:00-17:00", "9am-7pm", "9:00 a.m. - 8:00 p.m.", "24 hours", "24/7", "Closed Monday, Tue-Sun 9:00-18:00", "Daily except Mondays", "Mon to Sat",
		},
		data.No: {
			"周一至周五 09:00-17:30", "工作日", "工作日 8:30-17:30", "工作日全天", "工作日每天9:00-17:00", "上班时间", "正常工作时间", "8:30-12:00，14:00-17:30", "8:30-18:59", "周末休息", "周六日不开放",
			"周六、周日休息", "周六,周日休息", "周六，周日不开放", "周一至周五，周末休息", "周一至周五 9:00-17:00（双休日除外）", "9:00-17:00，周末及节假日不开放", "每天9:00-17:00，周六周日休息", "周末 休息", "周六周日：休息",
			"除周末外 9:00-17:00", "周末不办公", "朝九晚五", "早9晚5", "早八晚六", "最晚17:30", "晚上不开放，9:00-17:00", "无延时服务，周一至周五", "每周日常9:00-17:00", "非工作日不开放", "周1-周5",
			"周一至周五8:30-17:30（中午不休息）", "工作日8:30-17:30，午间不休", "周末暂不开放", "工作日9:00-17:00，节假日按国家规定", "工作日9:00-17:00，晚点到请预约",
			"工作日8:30-17:30，夜间有保安值守", "9点到17点", "上午9:00-下午5:00", "下午2:00-5:00", "8.30-17.30",
			"Mon-Fri 09:00-17:30", "weekdays", "office hours", "Mon-Fri 9-5", "closed at weekends", "9:00-17:00, closed on Saturdays and Sundays", "Mon-Fri, closed Sat, Sun", "9-17h, Sat and Sun closed",
			"Sunday and Saturday: closed", "9:00-17:00 except weekends", "no weekends, 9:00-17:00", "weekdays all day",
		},
	} {
		for _, text := range texts {
			if got, known := readOpening(text); got != want || !known {
				t.Errorf("%q: %v, known %v, want %v", text, got, known, want)
			}
		}
	}
	for _, text := range []string{"", "—", "无", "/"} {
		if got, known := readOpening(text); got != data.Unstated || !known {
			t.Errorf("%q: %v, known %v", text, got, known)
		}
	}
	for _, text := range []string{"详见公告", "待定", "联系中心", "2025年9月1日", "see notice", "9:00-7:00"} {
		if got, known := readOpening(text); got != data.Unstated || known {
			t.Errorf("%q: %v, known %v", text, got, known)
		}
	}
}
