package demo

import "strings"

// ledger is what a community reports of party building, staff and funds. Most of it meets what the documents ask for, some of it does
// not, and here and there a cell is blank, so that every rule of provision, staff and funds has all its outcomes.
type ledger struct {
	committee, seat                        string // as a cell holds them
	partners, reporting, instructors       amount
	secretary, staff                       amount // hours of training
	compounds, branches                    amount
	partyFunds, groups, groupFunds         amount // yuan a year
	runningFunds, serviceFunds, yearBefore amount
}

// amount is a number that may be blank.
type amount struct {
	n     int
	known bool
}

// ledger draws what a community reports. A community that states no totals of its own reports nothing here either.
func (d *district) ledger(c *community) ledger {
	if c.trait.own == ownNone {
		return ledger{}
	}
	r := random(hash(c.key, 7))
	l := ledger{
		committee:    d.committee(&r),
		seat:         d.seat(c, &r),
		partners:     some(&r, 0.90, 1, 5, 6, 9),
		reporting:    some(&r, 0.92, 25, 96, 104, 150),
		instructors:  some(&r, 0.92, 1, 2, 0, 0),
		secretary:    some(&r, 0.88, 56, 72, 24, 52),
		staff:        some(&r, 0.86, 32, 46, 20, 30),
		partyFunds:   some(&r, 0.90, 80, 120, 52, 78).times(1000),
		groups:       some(&r, 1, 6, 14, 0, 0),
		groupFunds:   some(&r, 0.92, 20, 30, 12, 19).times(100),
		runningFunds: some(&r, 0.92, 50, 80, 30, 48).times(1000),
	}
	l.compounds = amount{max(1, c.grids+r.below(5)), true}
	l.branches = amount{max(0, l.compounds.n-max(0, r.below(5)-2)), !r.chance(0.03)}
	l.serviceFunds = some(&r, 0.90, 102, 140, 60, 96).times(1000)
	if c.remote > townRemote {
		l.serviceFunds = some(&r, 0.90, 52, 80, 30, 48).times(1000)
	}
	l.yearBefore = amount{l.serviceFunds.n - 1000*(r.below(9)-1), l.serviceFunds.known && !r.chance(0.1)}
	return l
}

// townRemote is how far out a community lies that counts as 县级城区 rather than 中心城区.
const townRemote = 0.62

// some draws a number that meets a rule with probability p, from lo to hi, and else one from low to high; one in thirty is blank.
func some(r *random, p float64, lo, hi, low, high int) amount {
	if !r.chance(p) {
		lo, hi = low, high
	}
	return amount{lo + r.below(hi-lo+1), !r.chance(1.0 / 30)}
}

func (a amount) times(n int) amount { return amount{a.n * n, a.known} }

// committee says whether there is a 大党委.
func (d *district) committee(r *random) string {
	switch x := r.float(); {
	case x < 0.88:
		return d.pick("有", "yes")
	case x < 0.96:
		return d.pick("无", "no")
	}
	return ""
}

// seat is the 驻地类别.
func (d *district) seat(c *community, r *random) string {
	switch {
	case r.chance(0.03):
		return ""
	case c.remote > townRemote:
		return d.pick("县级城区", "county town")
	}
	return d.pick("中心城区", "city center")
}

func (p *properties) amount(zh, en string, a amount) { p.number(zh, en, a.n, a.known) }

// ledger writes the columns of a community's ledger.
func (p *properties) ledger(l ledger) {
	p.text("大党委", "committee", l.committee)
	p.amount("共建单位数", "partner_units", l.partners)
	p.amount("报到党员数", "reporting_members", l.reporting)
	p.amount("专职党建指导员数", "instructors", l.instructors)
	p.amount("书记培训学时", "training_secretary", l.secretary)
	p.amount("网格员培训学时", "training_staff", l.staff)
	p.amount("小区数", "compounds", l.compounds)
	p.amount("有党支部的小区数", "compound_branches", l.branches)
	p.text("驻地类别", "seat", l.seat)
	p.amount("党建工作经费（元）", "party_funds_yuan", l.partyFunds)
	p.amount("居民小组数", "resident_groups", l.groups)
	p.amount("居民小组经费（元）", "group_funds_yuan", l.groupFunds)
	p.amount("运转经费（元）", "running_funds_yuan", l.runningFunds)
	p.amount("服务群众经费（元）", "service_funds_yuan", l.serviceFunds)
	p.amount("上年服务群众经费（元）", "service_funds_before_yuan", l.yearBefore)
}

// organise gives the grids of a community their heads and branches.
func (d *district) organise(c *community, grids []grid) {
	r := random(hash(c.key, 8))
	missing := 0.0
	if r.chance(0.4) {
		missing = 0.2
	}
	for k := range grids {
		grids[k].heads = 1
		grids[k].branch = d.pick("有", "yes")
		switch x := r.float(); {
		case x < missing:
			grids[k].branch = d.pick("无", "no")
		case x > 0.992:
			grids[k].branch = ""
		}
		if r.chance(0.01) {
			grids[k].heads = 0
		}
	}
}

// services are the kinds of service that a center offers, as a cell lists them.
func (d *district) services(f *facility, r *random) string {
	out := []string{d.pick("便民服务", "Public services")}
	if f.complete || r.chance(0.55) {
		out = append(out, d.pick("养老服务", "Elderly care"))
	}
	if f.complete || r.chance(0.35) {
		out = append(out, d.pick("托育服务", "Childcare"))
	}
	if r.chance(0.02) {
		return ""
	}
	return strings.Join(out, d.pick("、", "; "))
}
