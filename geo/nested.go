package geo

// dropNested gives radius 0 to every disk that lies inside another one; of equal disks the lowest number stays.
func (k *kernel) dropNested() {
	k.widest = 0
	narrowest := k.disks[0].r
	for i := range k.disks {
		k.widest = max(k.widest, k.disks[i].r)
		narrowest = min(narrowest, k.disks[i].r)
	}
	if narrowest == k.widest {
		k.dropEqual()
		return
	}
	for i := range k.disks {
		if k.inAnother(int32(i)) {
			k.disks[i].r = 0
		}
	}
}

// dropEqual serves equal radii: nested means equal then, and equal disks have equal power, so they stand in one run.
func (k *kernel) dropEqual() {
	for i := range k.disks {
		for j := i - 1; j >= 0 && k.disks[j].power == k.disks[i].power; j-- {
			if k.disks[j].c == k.disks[i].c {
				k.disks[i].r = 0
				break
			}
		}
	}
}

func (k *kernel) inAnother(i int32) bool {
	a := &k.disks[i]
	if k.grid.columns == 0 {
		for j := range k.disks {
			if int32(j) != i && a.inside(&k.disks[j]) {
				return true
			}
		}
		return false
	}
	// Only disks within widest - r can hold this one.
	g := &k.grid
	slack := k.widest - a.r + g.size*1e-9
	x0, y0 := g.clamp(XY{a.c.X - slack, a.c.Y - slack})
	x1, y1 := g.clamp(XY{a.c.X + slack, a.c.Y + slack})
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			for _, j := range g.cell(x, y) {
				if j != i && a.inside(&k.disks[j]) {
					return true
				}
			}
		}
	}
	return false
}

// inside reports whether disk a lies in disk b and gives way to it.
func (a *planeDisk) inside(b *planeDisk) bool {
	slack := b.r - a.r
	if slack < 0 || (slack == 0 && b.id > a.id) {
		return false
	}
	d := b.c.minus(a.c)
	return d.dot(d) <= slack*slack
}
