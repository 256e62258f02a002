// SPDX-License-Identifier: Apache-2.0
#include "dialect/facets.h"

#include <cstdint>
#include <string>

#include <signpost/dialect.h>

namespace signpost::dialect {

void WriteFacets(const std::vector<Facet>& facets, JsonWriter* writer) {
  writer->BeginObject();
  for (const Facet& facet : facets) {
    writer->Key(facet.attribute).BeginObject();
    for (const FacetValue& value : facet.values) {
      writer->Key(value.value).Integer(static_cast<std::int64_t>(value.count));
    }
    writer->EndObject();
  }
  writer->EndObject();
}

void WriteFacetStats(const std::vector<Facet>& facets, JsonWriter* writer) {
  writer->BeginObject();
  for (const Facet& facet : facets) {
    if (!facet.stats) continue;
    writer->Key(facet.attribute).BeginObject();
    writer->Key("min").Number(facet.stats->min).Key("max").Number(facet.stats->max);
    writer->Key("avg").Number(facet.stats->avg).Key("sum").Number(facet.stats->sum).EndObject();
  }
  writer->EndObject();
}

}  // namespace signpost::dialect

namespace signpost::inline v0 {

std::string ToJson(const FacetSearchResponse& response) {
  dialect::JsonWriter writer;
  writer.BeginObject().Key("facetHits").BeginArray();
  for (const FacetHit& hit : response.hits) {
    writer.BeginObject().Key("value").String(hit.value).Key("highlighted").String(hit.highlighted);
    writer.Key("count").Integer(static_cast<std::int64_t>(hit.count)).EndObject();
  }
  writer.EndArray().Key("exhaustiveFacetsCount").Bool(response.exhaustive);
  writer.Key("processingTimeMS").Integer((response.processing_time_us + 500) / 1000);
  return writer.Key("processingTimeMicros").Integer(response.processing_time_us).EndObject().Take();
}

}  // namespace signpost::inline v0
