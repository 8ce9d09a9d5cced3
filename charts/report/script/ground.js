// Geometry travels as whole steps from an origin; here it becomes degrees again.

export function corners(path, ground) {
  const out = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < path.length; i += 2) {
    x += path[i];
    y += path[i + 1];
    out.push([ground.origin[0] + x * ground.quantum, ground.origin[1] + y * ground.quantum]);
  }
  return out;
}

// Region i is named "i", by the property k: two places of one name stay two.
export function featureCollection(ground) {
  return {
    type: 'FeatureCollection',
    features: ground.regions.map((region, i) => ({
      type: 'Feature',
      properties: { k: String(i), name: String(i) },
      geometry: { type: 'MultiPolygon', coordinates: (region || []).map((polygon) => polygon.map((ring) => corners(ring, ground))) },
    })).filter((feature) => feature.geometry.coordinates.length > 0),
  };
}
