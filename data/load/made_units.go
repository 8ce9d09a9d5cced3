package load

import "quarter/data"

// madeUnits are streets or districts that no layer gives: they are made of what the rows below say of them. A unit is known by its
// code, else by its name, below one unit above.
type madeUnits struct {
	keys map[madeKey]int
	list []int // in order of making
	unit func(i int) *data.Unit
	over func(i int) *int // the unit above
}

type madeKey struct {
	above      int
	code, name string // one of them
}

func newMadeUnits(unit func(i int) *data.Unit, over func(i int) *int) *madeUnits {
	return &madeUnits{keys: map[madeKey]int{}, unit: unit, over: over}
}

// find returns the unit that a row states below a unit above (None: not stated). A row that leaves out the code or the unit above
// means the unit that the others state in full, where there is only one.
func (m *madeUnits) find(r ref, above int) (int, bool) {
	if r.code != "" {
		if i, ok := m.keys[madeKey{above, r.code, ""}]; ok {
			return i, true
		}
	} else if i, ok := m.keys[madeKey{above, "", normalName(r.name)}]; ok {
		return i, true
	}
	found, count := data.None, 0
	for _, i := range m.list {
		if m.means(r, above, i) {
			found = i
			count++
		}
	}
	return found, count == 1
}

// means reports whether nothing that the row states contradicts the unit, and name or code say that it is the one.
func (m *madeUnits) means(r ref, above, i int) bool {
	u, over := m.unit(i), *m.over(i)
	if above != data.None && over != data.None && above != over {
		return false
	}
	if r.code != "" && u.Code != "" {
		return r.code == u.Code
	}
	return r.name != "" && normalName(r.name) == normalName(u.Name)
}

// learn completes a unit by what a further row says of it.
func (m *madeUnits) learn(r ref, above, i int) {
	if u := m.unit(i); u.Code == "" && r.code != "" {
		u.Code = r.code
	}
	if over := m.over(i); *over == data.None {
		*over = above
	}
	m.remember(r, above, i)
}

func (m *madeUnits) remember(r ref, above, i int) {
	if r.code != "" {
		m.keys[madeKey{above, r.code, ""}] = i
		return
	}
	m.keys[madeKey{above, "", normalName(r.name)}] = i
}

// add remembers a unit just made.
func (m *madeUnits) add(r ref, above, i int) {
	m.list = append(m.list, i)
	m.remember(r, above, i)
}
