package siting

// squeeze turns shares of the weight of each row of the whole into those of the part: merged rows take the mean by weight.
func (p *coverPart) squeeze(share []float32, weights []int64) []float64 {
	of := make([]float64, p.height())
	for j, r := range p.row {
		if r >= 0 {
			of[r] += float64(share[j]) * float64(weights[j])
		}
	}
	for r, w := range p.weights {
		of[r] /= float64(w)
	}
	return of
}

// spread turns multipliers of the part into shares of the weight of each row of the whole; all of it for rows that are settled or out of
// reach, where a multiplier costs nothing.
func (p *coverPart) spread(lambda []float64) []float32 {
	share := make([]float32, len(p.row))
	for j, r := range p.row {
		share[j] = 1
		if r >= 0 {
			share[j] = float32(lambda[r] / float64(p.weights[r]))
		}
	}
	return share
}

// whole adds columns of the part, in terms of the whole, to a list.
func (p *coverPart) whole(list, columns []int32) []int32 {
	for _, i := range columns {
		list = append(list, p.column[i])
	}
	return list
}

// multipliers are whole numbers within the weights.
func (c *cover) multipliers(share []float32) []int64 {
	lambda := make([]int64, c.height())
	for j, w := range c.weights {
		lambda[j] = max(0, min(w, int64(float64(share[j])*float64(w))))
	}
	return lambda
}

func takenColumns(state []decision) []int32 {
	var list []int32
	for i, d := range state {
		if d == taken {
			list = append(list, int32(i))
		}
	}
	return list
}

// narrow and widen carry the average choice from the whole to the part and back.
func (p *coverPart) narrow(y []float32) []float64 {
	if y == nil {
		return nil
	}
	of := make([]float64, len(p.column))
	for k, i := range p.column {
		of[k] = float64(y[i])
	}
	return of
}

func (p *coverPart) widen(y []float64, width int) []float32 {
	of := make([]float32, width)
	for k, i := range p.column {
		of[i] = float32(y[k])
	}
	return of
}
