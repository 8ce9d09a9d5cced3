package load

import (
	"errors"
	"io/fs"
	"strings"
	"unicode/utf8"

	"quarter/data"
)

// Keys of every fault that this package makes. The text of each, with what to do about it, is "fault."+key in charts/words.
const (
	// A file, or the request: nothing can be read.
	keyFileMissing   = "file_missing"
	keyFileUnread    = "file_unreadable"
	keyFileFolder    = "file_is_folder"
	keyFolderMissing = "folder_missing"
	keyFolderEmpty   = "folder_empty"
	keyFolderCenters = "folder_without_centers"
	keyFolderArea    = "folder_without_area"
	keyWrongLayer    = "wrong_layer"
	keyNoLayers      = "no_layers"
	keyEmptyFile     = "file_empty"
	keyFormat        = "format_unknown"
	keyEncoding      = "encoding"
	keyGzip          = "gzip_broken"
	keyTooLarge      = "file_too_large"
	keyNotJSON       = "not_json"
	keyTooDeep       = "too_deep"
	keyTokenLong     = "token_too_long"
	keyNotGeoJSON    = "not_geojson"
	keyDuplicateTop  = "duplicate_top_member"
	keyNoFeatures    = "no_features"
	keyNoRows        = "no_rows"
	keyQuote         = "quote_open"
	keyCRS           = "crs_refused"
	keyProjected     = "projected"
	keySwapped       = "swapped"
	keyNoColumns     = "no_columns"
	keyNoCoordinates = "no_coordinate_columns"
	keyAmbiguous     = "ambiguous_column"
	keyAskedLayer    = "column_unknown_layer"
	keyAskedField    = "column_unknown_field"
	keyAskedFile     = "column_unknown_file"
	keyAskedColumn   = "column_unknown"
	keyAskedPrivate  = "column_personal"
	keyGroupUnknown  = "group_unknown"
	keyGroupPersonal = "group_personal"
	keyGroupUnit     = "group_unit"
	keyTableOnly     = "table_without_shapes"
	keyAllWrongKind  = "all_wrong_geometry"
	keyNothingUsable = "nothing_usable"

	// A cost matrix.
	keyMatrixTable    = "matrix_table"
	keyMatrixColumns  = "matrix_columns"
	keyMatrixSeveral  = "matrix_several_columns"
	keyMatrixUnit     = "matrix_unit"
	keyMatrixEmpty    = "matrix_empty"
	keyMatrixCode     = "matrix_code"
	keyMatrixCost     = "matrix_cost"
	keyMatrixTwice    = "matrix_twice"
	keyMatrixAssumed  = "matrix_unit_assumed"
	keyMatrixNoWay    = "matrix_no_way"
	keyMatrixRepeated = "matrix_repeated"

	// A row.
	keyFeatureBad      = "feature_bad"
	keyNoGeometry      = "no_geometry"
	keyNoPlace         = "no_place"
	keyGeometryBad     = "geometry_bad"
	keyCoordinates     = "coordinates_bad"
	keyWrongKind       = "wrong_geometry"
	keySeveralPoints   = "several_points"
	keyOutOfRange      = "out_of_range"
	keyLocationBad     = "location_bad"
	keyRowLength       = "row_length"
	keyRowQuote        = "row_quote"
	keyDuplicateCode   = "duplicate_code"
	keyDuplicateName   = "duplicate_name"
	keyDuplicateMember = "duplicate_member"
	keyNoName          = "no_name"
	keyGeometryInvalid = "geometry_" // + the kind of a geo.Defect

	// A cell.
	keyNumberText     = "number_text"
	keyNumberNegative = "number_negative"
	keyNumberFinite   = "number_not_finite"
	keyNumberLarge    = "number_too_large"
	keyNumberPending  = "number_pending"
	keyNumberAbout    = "number_about"
	keyShareUnclear   = "share_unclear"
	keyPriceUnclear   = "price_unclear"
	keyCodeRepaired   = "code_repaired"
	keyCodeDamaged    = "code_damaged"
	keyTierWord       = "tier_word"
	keyTierColumn     = "tier_column"
	keyTierMissing    = "tier_missing"
	keyTierInferred   = "tier_inferred"
	keyStatusWord     = "status_word"
	keyStatusMissing  = "status_missing"
	keyFlagWord       = "flag_word"
	keySeatWord       = "seat_word"
	keyOpeningWord    = "opening_word"

	// Repairs and remarks, one for a file.
	keyRingsClosed    = "rings_closed"
	keyRingsTurned    = "rings_oriented"
	keyPointsRepeated = "points_repeated"
	keyPartsEmpty     = "parts_empty"
	keyZ              = "third_ordinate"
	keyCoordinateText = "coordinates_text"
	keyCollection     = "collection_mixed"
	keyPropertiesBad  = "properties_bad"
	keyNoProperties   = "properties_missing"
	keyIDBad          = "id_bad"
	keyBBox           = "bbox_bad"
	keyPersonal       = "personal_columns"
	keyChosen         = "column_chosen"
	keyManyColumns    = "columns_too_many"
	keyXYByRange      = "xy_by_range"
	keyMore           = "more_of_these"
	keyLayerDoubtful  = "layer_doubtful"
	keyFileIgnored    = "file_ignored"
	keyShapesUnknown  = "shapes_unknown"
	keyFileReplaced   = "file_replaced"

	// The hierarchy.
	keyParentUnknown   = "parent_unknown"
	keyParentAmbiguous = "parent_ambiguous"
	keyParentDisagrees = "parent_disagrees"
	keyNoParent        = "no_parent"
	keyCentersOutside  = "centers_outside"
	keyCentersFar      = "centers_far_outside"
	keySitesOutside    = "candidates_outside"
	keyGridsOverlap    = "grids_overlap"
	keyEdge            = "edge_of_area"
	keyAllOutside      = "centers_all_outside"
	keyPartsAboveFloor = "parts_above_floor"
	keyBranchesAbove   = "branches_above_compounds"
)

// fatal makes a fault that ends the run. args are name, value, name, value; "value" fills the field of that name.
func fatal(key string, args ...string) *data.Fault {
	f := &data.Fault{Key: key, Severity: data.Refused}
	setArgs(f, args)
	return f
}

func setArgs(f *data.Fault, args []string) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == "value" {
			f.Value = args[i+1]
			continue
		}
		if f.Args == nil {
			f.Args = map[string]string{}
		}
		f.Args[args[i]] = args[i+1]
	}
}

// readFault tells a failed read as a fault.
func readFault(err error) *data.Fault {
	var fault *data.Fault
	switch {
	case errors.As(err, &fault):
		return fault
	case errors.Is(err, fs.ErrNotExist):
		return fatal(keyFileMissing)
	}
	return fatal(keyFileUnread, "why", err.Error())
}

// shorten keeps what a message can show of a value: one line, at most 40 characters.
func shorten(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// maxSame is how many faults of one kind are listed for one file; further ones are counted.
const maxSame = 500

// faultLog collects the faults of one file.
type faultLog struct {
	layer  data.Layer
	file   string
	faults []data.Fault
	same   map[string]int
	first  map[string]int // place in faults of a summary, by key and column
}

func newFaultLog(layer data.Layer, file string) *faultLog {
	return &faultLog{layer: layer, file: file, same: map[string]int{}, first: map[string]int{}}
}

func (l *faultLog) add(f data.Fault) {
	f.Layer, f.File = l.layer, l.file
	l.same[f.Key]++
	switch n := l.same[f.Key]; {
	case n <= maxSame:
		l.faults = append(l.faults, f)
	case n == maxSame+1:
		l.first[keyMore+f.Key] = len(l.faults)
		l.faults = append(l.faults, data.Fault{Key: keyMore, Severity: f.Severity, Layer: l.layer, File: l.file, Count: 1, Args: map[string]string{"of": f.Key}})
	default:
		more := &l.faults[l.first[keyMore+f.Key]]
		more.Count++
		more.Severity = max(more.Severity, f.Severity)
	}
}

// sum adds to the one fault that stands for all of its key, column and value; it names the first row.
func (l *faultLog) sum(f data.Fault) {
	k := f.Key + "\x00" + f.Column + "\x00" + f.Value
	if at, ok := l.first[k]; ok {
		l.faults[at].Count++
		return
	}
	f.Count = 1
	if l.same[f.Key] < maxSame {
		l.first[k] = len(l.faults)
	}
	l.add(f)
}
