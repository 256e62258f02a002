// SPDX-License-Identifier: Apache-2.0
// facets.h — facets as widgets read them.
#ifndef SIGNPOST_DIALECT_FACETS_H_
#define SIGNPOST_DIALECT_FACETS_H_

#include <vector>

#include <signpost/search.h>

#include "dialect/json_writer.h"

namespace signpost::dialect {

// {ATTRIBUTE: {VALUE: count}}, in the order of the facets and their values.
void WriteFacets(const std::vector<Facet>& facets, JsonWriter* writer);
// {ATTRIBUTE: {"min", "max", "avg", "sum"}} of those that have them.
void WriteFacetStats(const std::vector<Facet>& facets, JsonWriter* writer);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_FACETS_H_
