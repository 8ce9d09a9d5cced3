package data

// Basis says which count of people a run is based on. People and households are never mixed.
type Basis uint8

// The bases, in the order in which one is chosen when none is asked for. Unlabelled is a column that only says 人口.
const (
	Resident     Basis = iota // 常住人口
	Unlabelled                // 人口, basis not stated by the file
	Actual                    // 实有人口
	Registered                // 户籍人口
	ByHouseholds              // 户数, where there is no count of people
)

const personBases = int(ByHouseholds)

// Bases lists them in order of preference.
var Bases = []Basis{Resident, Unlabelled, Actual, Registered, ByHouseholds}

var basisKeys = [...]string{"resident", "unlabelled", "actual", "registered", "households"}

// String returns the key used by flags and JSON.
func (b Basis) String() string { return basisKeys[b] }

// ParseBasis is the inverse of String.
func ParseBasis(s string) (Basis, bool) { return parseKey[Basis](basisKeys[:], s) }

// Counts holds the people and households of one unit as the files give them.
type Counts struct {
	People     [personBases]Number // by Basis
	Households Number
}

// Of returns the count by basis b.
func (c *Counts) Of(b Basis) Number {
	if b == ByHouseholds {
		return c.Households
	}
	return c.People[b]
}

func parseKey[T ~uint8](keys []string, s string) (T, bool) {
	for i, k := range keys {
		if k == s {
			return T(i), true
		}
	}
	return 0, false
}

// BasesPresent lists the bases that some grid or community has a value for, in order of preference.
func (c *City) BasesPresent() []Basis {
	var seen [len(basisKeys)]bool
	note := func(n *Counts) {
		for _, b := range Bases {
			seen[b] = seen[b] || n.Of(b).Known
		}
	}
	for i := range c.Grids {
		note(&c.Grids[i].Counts)
	}
	for i := range c.Communities {
		note(&c.Communities[i].Counts)
	}
	var out []Basis
	for _, b := range Bases {
		if seen[b] {
			out = append(out, b)
		}
	}
	return out
}

var basisFields = [...]Field{FieldResident, FieldPopulation, FieldActual, FieldRegistered, FieldHouseholds}

// PopulationLabel returns the name of the column that a basis was read from, or "" where the layers name it differently.
func (c *City) PopulationLabel(b Basis) string { return c.sharedLabel(basisFields[b]) }

func (c *City) sharedLabel(f Field) string {
	grids, communities := c.Label(LayerGrids, f), c.Label(LayerCommunities, f)
	switch {
	case grids == "" || grids == communities:
		return communities
	case communities == "":
		return grids
	}
	return ""
}
