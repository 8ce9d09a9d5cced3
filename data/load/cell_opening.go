package load

import (
	"regexp"
	"strconv"
	"strings"

	"quarter/data"
)

// Opening hours are written by people, so they are read by what they mention (PROV-05): a weekend or an evening. What is said to be
// closed is taken out first; a text that mentions neither but speaks of days or hours is office hours; any other says nothing.

// evening is the hour from which opening counts as an evening. Definition of this project: DOMAIN 4.4 says weekend or evening.
const evening = 19

// Days as they are written, in Chinese and English.
const (
	zhDay    = `(?:周末|双休日|(?:周|星期|礼拜)[一二三四五六日天末]|节假日|公休日|[六日天])`
	zhAnd    = `(?:[、和及或与至到~\-—]|法定)*`
	zhSunday = `(?:周|星期|礼拜)六,(?:周|星期|礼拜)?[日天]`
	zhClosed = `暂?(?:不开放|不开|不办公|不上班|不营业|不对外|休息|休馆|闭馆|关闭|关门|停止|除外|休)`
	enDay    = `(?:weekends?|public holidays?|holidays?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b)`
)

var (
	// closedDays are days said to be closed: 周六、周日休息, 除周末外, closed on weekends, Sundays closed.
	closedDays = regexp.MustCompile(zhSunday + zhClosed +
		`|(?:` + zhDay + zhAnd + `)+(?:均|都|全天|一律|期间)?[\s:(]*` + zhClosed +
		`|(?:除|除了|不含|不包括|不包含)(?:` + zhDay + zhAnd + `)+(?:以?外)?` +
		`|\b(?:closed|except)(?: on| at)? sat(?:urday)?s?,? *(?:and |& )?sun(?:day)?s?` +
		`|\b(?:closed|except|excluding|not open)\b[^,;.()]*?` + enDay + `(?:(?:\s|and|&|-|to|or|/)*` + enDay + `)*` +
		`|\bno ` + enDay +
		`|` + enDay + `(?:(?:\s|and|&|-|to|or|/)*` + enDay + `)*:?\s*(?:is|are)?\s*\bclosed\b`)
	// besides says nothing of opening: 中午不休息, 节假日按国家规定, 晚点到请预约, 夜间有保安值守.
	besides = regexp.MustCompile(`(?:中午|午间|午休|中间)[^,;，；。)]{0,2}[不无]休息?|节假日(?:按|照|遵照|依)[^,;，；。)]*|晚点|晚到` +
		`|(?:夜间|晚间|夜里|晚上)[^,;，；。)]{0,4}(?:值守|值班|保安|门卫|巡逻)`)
	otherDays = regexp.MustCompile(`其余|其他时间|其它时间|其他日|\bother days\b`)

	closedWeekend  = regexp.MustCompile(`周末|双休|weekend`)
	closedSaturday = regexp.MustCompile(`[周期拜、和及]六|\bsat`)
	closedSunday   = regexp.MustCompile(`[周期拜、和及六][日天]|\bsun`)

	noEvening = regexp.MustCompile(`(?:不|无|未|没有)(?:提供|开展|实行)?(?:延时|错时|夜间|晚间|晚上)(?:服务|开放)?` +
		`|(?:晚上|晚间|夜间|夜晚|延时|错时)[^,;，；。]{0,4}(?:不开|不办|不提供|关闭|暂停|停止|休息)|最晚|不晚于|no (?:evening|late)[a-z ]*`)
	nineToFive  = regexp.MustCompile(`[早朝](\d{1,2}|[七八九十])[点时]?(?::?\d{2})?[至到~\-—]?晚(\d{1,2}|[五六七八九十])[点时]?`)
	weekendWord = regexp.MustCompile(`周末|双休日|节假日|(?:周|星期|礼拜)[六日天]|[一二三四五][至到~\-—](?:周|星期)?[六日天]|\bweekends?\b|\bsat(?:urday)?s?\b|\bsun(?:day)?s?\b|\bpublic holidays?\b`)
	everyWord   = regexp.MustCompile(`每天|每日|天天|全天|全年|全周|7天|七天|不打烊|\bdaily\b|\bevery ?day\b|\ball (?:day|week|year)\b|\b7 days\b`)
	alwaysWord  = regexp.MustCompile(`无休|不休|24小时|24h|24 hours|24/7|7[x*×]24`)
	eveningWord = regexp.MustCompile(`晚|夜|延时|错时|\bevenings?\b|\bnights?\b|\blate\b|\bextended hours\b`)
	officeDays  = regexp.MustCompile(`工作日|(?:周|星期|礼拜)[一二三四五]|上班时间|办公时间|工作时间|\bweekdays?\b|\bworking days?\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?s?\b|\b(?:office|business|working) hours\b`)
	timeRange   = regexp.MustCompile(`(上午|下午)?(\d{1,2})([:.点时]?)(\d{2})?分?\s*([ap]\.?m\.?)?\s*(?:-|–|—|~|至|到|\bto\b)\s*(上午|下午|次日)?(\d{1,2})([:.点时]?)(\d{2})?分?\s*([ap]\.?m\.?)?`)
	dayNumber   = regexp.MustCompile(`(周|星期)([1-7])`)
)

// openingCell is what readOpening says of a text.
type openingCell struct {
	hours data.Flag
	known bool
}

// extended reads whether the opening hours of a row hold a weekend or an evening.
func (s *sheet) extended(i int, opening string) data.Flag {
	read, met := s.openings[opening]
	if !met { // centers of one city share a few texts
		read.hours, read.known = readOpening(opening)
		s.openings[opening] = read
	}
	if !read.known {
		s.log.sum(s.faultAt(i, keyOpeningWord, data.Notice, s.by[data.FieldOpening]))
	}
	return read.hours
}

// seat reads 驻地类别 of a row.
func (s *sheet) seat(i int) data.Seat {
	v, known := readSeat(s.text(i, data.FieldSeat))
	if !known {
		s.log.sum(s.faultAt(i, keySeatWord, data.Doubtful, s.by[data.FieldSeat]))
	}
	return v
}

// readOpening reads opening hours: Yes for a weekend or an evening, No for office hours only. Blank is Unstated and known; a text
// that tells neither is Unstated and not known.
func readOpening(text string) (f data.Flag, known bool) {
	if isMissing(text) {
		return data.Unstated, true
	}
	if isPending(text) {
		return data.Unstated, false
	}
	s := besides.ReplaceAllString(plainOpening(text), " ")
	open := withoutAlways.Replace(s)
	closed := strings.Join(closedDays.FindAllString(open, -1), " ")
	left := closedDays.ReplaceAllString(open, " ")
	hours, told := readHours(left)
	left = noEvening.ReplaceAllString(nineToFive.ReplaceAllString(left, ""), "")
	every := everyWord.MatchString(left) && !officeDays.MatchString(left) && !isWeekend(closed)
	switch {
	case hours || every || otherDays.MatchString(left) && closed != "" && !isWeekend(closed) || alwaysWord.MatchString(s) || weekendWord.MatchString(left) || eveningWord.MatchString(left):
		return data.Yes, true
	case told || closed != "" || officeDays.MatchString(left) || noEvening.MatchString(s):
		return data.No, true
	}
	return data.Unstated, false
}

// plainOpening is the form that is read: half-width, lower case, with Chinese numbers of days, without 日常, which holds a Sunday.
func plainOpening(text string) string {
	s := strings.ReplaceAll(strings.ToLower(halfWidth(text)), "日常", "")
	return dayNumber.ReplaceAllStringFunc(s, func(m string) string {
		last := len(m) - 1
		return m[:last] + string([]rune("一二三四五六日")[m[last]-'1'])
	})
}

// withoutAlways takes 无休 and 不休 out, which hold the word for a day off.
var withoutAlways = strings.NewReplacer("无休息", "", "不休息", "", "无休", "", "不休", "")

// isWeekend reports whether both days of the weekend are said to be closed.
func isWeekend(closed string) bool {
	return closedWeekend.MatchString(closed) || closedSaturday.MatchString(closed) && closedSunday.MatchString(closed)
}

// readHours reads the times of a text: late where one of them begins or ends in the evening; told where any time could be read.
func readHours(s string) (late, told bool) {
	for _, m := range nineToFive.FindAllStringSubmatch(s, -1) {
		told = true
		late = late || chineseHour(m[2])+12 >= evening
	}
	for _, m := range timeRange.FindAllStringSubmatch(nineToFive.ReplaceAllString(s, ""), -1) {
		if m[3]+m[5]+m[8]+m[10] == "" { // 9-5, or a date
			continue
		}
		from, to := hour(m[2], m[4], m[1], m[5]), hour(m[7], m[9], m[6], m[10])
		if m[1] == "下午" && m[6] == "" && to < 12 { // 下午2:00-8:00
			to += 12
		}
		if from > 24 || to > 24 || to <= from && from < evening && m[6] != "次日" {
			continue
		}
		told = true
		late = late || to >= evening || from >= evening || m[6] == "次日"
	}
	return late, told
}

// hour is a time of day as a number: 8:30 is 8.5, 下午2:00 and 2 pm are 14.
func hour(h, minutes, half, ampm string) float64 {
	v, _ := strconv.ParseFloat(h, 64)
	m, _ := strconv.ParseFloat(minutes, 64)
	v += m / 60
	if v < 12 && (half == "下午" || strings.HasPrefix(ampm, "p")) {
		v += 12
	}
	return v
}

// chineseHour reads 9 and 九.
func chineseHour(s string) float64 {
	for i, digit := range []string{"五", "六", "七", "八", "九", "十"} {
		if s == digit {
			return float64(5 + i)
		}
	}
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
